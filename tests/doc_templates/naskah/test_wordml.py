"""Text goes onto the page as it was typed, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.errors import TextUnprintable
from doc_templates.naskah.blok import Alinea, Bagian, BlokTabel
from doc_templates.naskah.wordml import W, alinea, elemen, potongan
from tests.doc_templates.naskah.tables import filled, table

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60)


@given(st.lists(PRINTABLE, max_size=4).map("\n".join))
def test_a_text_comes_back_as_it_was_typed(text: str):
    """Marks of XML are text, line feeds are line feeds."""
    bad = [each for each in text if each in "\ufffe\uffff"]
    if bad:
        return

    (paragraph,) = elemen([alinea(potongan(text), gaya="Isi")])

    shown = "".join(
        "\n" if each.tag == f"{W}br" else each.text or ""
        for each in paragraph.iter(f"{W}t", f"{W}br")
    )
    assert shown == text


def test_a_tabulator_is_one():
    """A typed tabulator moves on; it is not lost as blank space."""
    (paragraph,) = elemen([alinea(potongan("a\tb"), gaya="Isi")])

    assert len(paragraph.findall(f".//{W}tab")) == 1
    assert "".join(paragraph.itertext(f"{W}t")) == "ab"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_refused_with_its_place(character: str):
    """The sentence names the words before it, for a paragraph and for a cell alike."""
    wrong = f"kata sebelumnya{character}"

    for blok in (Alinea(wrong), BlokTabel(table(indikator=wrong))):
        with pytest.raises(TextUnprintable, match="kata sebelumnya") as told:
            filled([Bagian((blok,))])
        assert f"U+{ord(character):04X}" in str(told.value)
