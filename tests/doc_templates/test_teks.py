"""What must not travel inside text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from doc_templates.findings import blocking
from doc_templates.kop import Kop
from doc_templates.teks import check_text


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=[]), max_size=20))
def test_exactly_what_xml_cannot_hold_blocks(text):
    """A text is blocked if and only if an XML document could not carry it."""
    try:
        etree.Element("t").text = text
        holds = True
    except (ValueError, UnicodeEncodeError):
        holds = False

    assert bool(blocking(check_text(Kop(alamat=text)))) is not holds


def test_the_place_of_a_control_character_is_named():
    """The officer is told which field and which letter."""
    finding = check_text(Kop(instansi=("DINAS", "A\x0bB")))[0]

    assert (finding.code, finding.where) == ("W-CHARACTER", "instansi[1]")
    assert "U+000B" in finding.sentence
    assert "ke-2" in finding.sentence


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('<p align="center">Dasar Hukum</p>', ["W-HTML"]),
        ("**PEMERINTAH", ["W-MARKDOWN"]),
        ("nilai < 5 dan > 3", []),
        ("A & B", []),
    ],
)
def test_leftover_markup_is_told(text, codes):
    """Tags and asterisks that came along are told, ordinary signs are not."""
    assert [each.code for each in check_text(Kop(alamat=text))] == codes
