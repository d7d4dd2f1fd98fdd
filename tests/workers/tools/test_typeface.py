"""The stamp's typeface: what it measures is what it embeds."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from workers.errors import EngineMissing
from workers.tools import typeface as module
from workers.tools.typeface import BOLD, FALLBACK, REGULAR, lacking, typeface

LATIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"]))


@given(text=LATIN)
def test_every_character_has_its_own_glyph(text: str) -> None:
    """Characters of equal look may share one; none is the empty box."""
    face = typeface(REGULAR, text)

    with TTFont(BytesIO(face.program)) as program:
        count = program["maxp"].numGlyphs

    assert all(0 < face.glyphs[each] < count for each in text)


def test_widths_are_those_of_the_font_itself() -> None:
    """Measured against another reader of the same file."""
    text = "Nomor 000.8.3.3/12/411.506/2025"
    drawn = ImageFont.truetype(str(module._find(REGULAR)), 1000, layout_engine=0)

    measured = typeface(REGULAR, text).width(text, size=10)

    assert measured == pytest.approx(drawn.getlength(text) / 100, rel=0.01)


def test_equal_texts_share_one_program() -> None:
    """Documents without rare characters all carry the same bytes, made once."""
    assert typeface(REGULAR, "Nomor 1") is typeface(REGULAR, "Kode 2")


def test_the_program_does_not_depend_on_the_moment() -> None:
    """Cut again, a subset is the same bytes; its tag tells other subsets apart."""
    first = typeface(REGULAR, "é")
    module._cut.cache_clear()

    assert typeface(REGULAR, "é").program == first.program
    assert typeface(REGULAR, "ü").name != first.name


def test_a_small_subset_is_small() -> None:
    """The watermark's six letters weigh next to nothing."""
    assert len(typeface(BOLD, "KONSEP").program) < 2_000
    assert len(typeface(REGULAR, "").program) < 12_000


def test_characters_that_a_font_lacks_are_known() -> None:
    """Liberation has no Javanese and DejaVu no Chinese."""
    assert lacking(REGULAR, "Aé–ꦱ") == {"ꦱ"}
    assert lacking(FALLBACK, "≥漢") == {"漢"}


def test_a_missing_font_file_is_told_with_its_remedy() -> None:
    """The officer reads what to install."""
    with pytest.raises(EngineMissing, match="apt install fonts-liberation2"):
        typeface("Tiada.ttf", "a")
