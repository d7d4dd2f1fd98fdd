"""The quick reader of text agrees with poppler."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

import pytest
from pypdf import PdfReader

from tests.workers.laid_out import DRAFT, KONSEP, form, lay_out, with_draft
from workers.pipeline.stamp import stamp
from workers.tools.pdf_text import drawn_text, poppler_texts, squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from workers.pipeline.artifacts import Draft

pytestmark = pytest.mark.libreoffice

LINES: Final = (
    "Tanda: “kutip” – ‘satu’ — … • ½ × ≥ ± € § © \\ ( ) <x> [y] {z}",
    "Efisiensi offline profil flutter affinity",
    "Łódź, Škoda, naïve",
)
FOREIGN: Final = "Ελλάδα, Жизнь"


@pytest.mark.parametrize("draft", [DRAFT, KONSEP], ids=["issue", "konsep"])
@pytest.mark.parametrize("pages", ["letter", "wide", "long"])
def test_it_reads_what_poppler_reads(
    pages: str, draft: Draft, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Character by character, in the same order."""
    made = stamp(with_draft(request.getfixturevalue(pages), draft), folder=tmp_path)

    drawn = drawn_text(PdfReader(BytesIO(made.path.read_bytes())))

    assert sorted(drawn.everything) == sorted(poppler_texts(made.path)[0])


@pytest.mark.parametrize("font", ["Arial", "Calibri", "Cambria", "Bookman Old Style"])
def test_it_reads_every_font_of_the_forms(shared_converter, tmp_path: Path, font: str) -> None:
    """Ligatures, accents, other scripts and brackets, in each stand-in."""
    what = form(font=font, lines=(*LINES, FOREIGN))
    plain = lay_out(what, converter=shared_converter, folder=tmp_path)

    drawn = drawn_text(PdfReader(plain.path))

    for line in LINES:
        assert drawn.shows(line)
    assert sorted(drawn.everything) == sorted(poppler_texts(plain.path)[0])
    assert not drawn.shows("Joko Widodo")


@pytest.mark.parametrize("font", ["Arial", "Calibri", "Cambria", "Bookman Old Style"])
def test_poppler_knows_the_order_of_fallback_characters(
    shared_converter, tmp_path: Path, font: str
) -> None:
    """What two fonts share a line of is drawn out of order and still found on the page."""
    what = form(font=font, lines=(FOREIGN,))
    plain = lay_out(what, converter=shared_converter, folder=tmp_path)

    assert any(squeezed(FOREIGN) in reading for reading in poppler_texts(plain.path))


def test_the_body_is_without_artifacts(letter, tmp_path: Path) -> None:
    """The footer belongs to everything that is drawn, not to the body."""
    made = stamp(letter, folder=tmp_path)

    drawn = drawn_text(PdfReader(BytesIO(made.path.read_bytes())))

    assert "Kodeverifikasi" in drawn.everything
    assert "Kodeverifikasi" not in drawn.body
    assert "SriWahyuningsih" in drawn.body
