"""Blocks take the place of the form's mark, on pages of their own direction."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from doc_templates.errors import MarkMissing
from doc_templates.naskah.blok import (
    Alinea,
    Bagian,
    BlokTabel,
    Daftar,
    DaftarIsi,
    HalamanBaru,
    Judul,
)
from doc_templates.naskah.pasang import TEMPAT, pasang
from tests.doc_templates.naskah.tables import W, filled, table, words

UPRIGHT = Bagian((Judul("PENDAHULUAN", 1, "BAB I"), Alinea("Isi tegak")))
LYING = Bagian((BlokTabel(table(), "Tabel 1"),), mendatar=True)


def directions(root) -> list[str]:
    """Each section's direction, in the order of the pages."""
    return [
        "datar" if each.find(f"{W}pgSz").get(f"{W}orient") == "landscape" else "tegak"
        for each in root.iter(f"{W}sectPr")
    ]


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ([UPRIGHT], ["tegak"]),
        ([LYING], ["tegak", "datar", "tegak"]),
        ([UPRIGHT, LYING], ["tegak", "datar", "tegak"]),
        ([UPRIGHT, LYING, LYING, UPRIGHT], ["tegak", "datar", "tegak"]),
        ([LYING, UPRIGHT], ["tegak", "datar", "tegak"]),
        ([], ["tegak"]),
    ],
)
def test_pages_turn_where_the_text_asks(parts: list[Bagian], wanted: list[str]):
    """Equal neighbours share a section; the form's own lines before and after stay upright."""
    assert directions(filled(parts)) == wanted


def test_a_form_may_share_its_first_page_with_what_lies_on_its_side():
    """An annex alone has its title on the page of its table."""
    assert directions(filled([LYING], menyatu=True)) == ["datar", "tegak"]


def test_no_heading_ends_a_section():
    """LibreOffice would drop the last letter of its line in the contents."""
    root = filled([Bagian((Alinea("Isi"), Judul("Realisasi Tahun 2024", 2, "B."))), LYING])

    ends = [each.getparent().getparent() for each in root.iter(f"{W}sectPr")][:-1]
    assert len(ends) == 2
    assert all(each.find(f"{W}bookmarkStart") is None for each in ends)


def test_the_last_part_may_be_the_end_of_the_document():
    """Where nothing follows the mark, no empty upright page does."""
    root = etree.fromstring(
        f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p><w:bookmarkStart w:id="0" '
        f'w:name="{TEMPAT}"/></w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar '
        'w:top="1" w:right="1" w:bottom="1" w:left="1"/></w:sectPr></w:body></w:document>'
    )

    pasang(root, [LYING], kertas="A4")

    assert directions(root) == ["datar"]


def test_the_text_stands_where_the_mark_was():
    """Before it the form's opening, after it the form's closing; the mark is gone."""
    root = filled([UPRIGHT, LYING])

    shown = words(root)
    assert shown.index("Pembuka") < shown.index("Isi tegak") < shown.index("Capaian Uji")
    assert shown.index("Capaian Uji") < shown.index("Penutup")
    assert TEMPAT not in etree.tostring(root, encoding="unicode")


def test_a_form_without_its_mark_is_refused():
    """The sentence says what to put back, and where."""
    root = etree.fromstring(f'<w:document xmlns:w="{W[1:-1]}"><w:body/></w:document>')

    with pytest.raises(MarkMissing, match=TEMPAT):
        pasang(root, [UPRIGHT], kertas="A4")


def test_contents_name_what_follows_and_lead_there():
    """Each heading has its line with number and title; the lists take what is theirs."""
    parts = [
        Bagian((Judul("DAFTAR ISI"), DaftarIsi(), DaftarIsi("tabel"), DaftarIsi("gambar"))),
        Bagian((Judul("PENDAHULUAN", 1, "BAB I"), Judul("Tugas", 2, "A."))),
        Bagian((BlokTabel(table(), "Tabel 3.1"), BlokTabel(table())), mendatar=True),
    ]

    root = filled(parts)

    lines = [
        "".join(each.itertext(f"{W}t"))
        for each in root.iter(f"{W}p")
        if (style := each.find(f"{W}pPr/{W}pStyle")) is not None
        and style.get(f"{W}val").startswith("TOC")
    ]
    assert lines == ["DAFTAR ISI0", "BAB I PENDAHULUAN0", "A. Tugas0", "Tabel 3.1 Capaian Uji0"]
    assert "Tidak ada gambar bernomor." in words(root)
    asked = [each.get(f"{W}instr").split() for each in root.iter(f"{W}fldSimple")]
    named = Counter(each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart"))
    assert [kind for kind, *_ in asked] == ["REF", "PAGEREF"] * 4
    assert {name for _, name, *_ in asked} == set(named)
    assert set(named.values()) == {1}
    numbers = [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkStart")]
    assert len(set(numbers)) == len(numbers)


def test_a_new_page_begins_with_what_follows():
    """A heading begins the page itself; no empty paragraph stands before it."""
    root = filled([Bagian((Alinea("a"), HalamanBaru(), Judul("Bab"), HalamanBaru(), Alinea("b")))])

    begins = [
        each for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]

    assert ["".join(each.itertext(f"{W}t")) for each in begins] == ["Bab", ""]


@pytest.mark.parametrize(
    ("jenis", "wanted"),
    [("angka", ["1.", "2.", "3."]), ("huruf", ["a.", "b.", "c."]), ("titik", ["•"] * 3)],
)
def test_lists_bear_their_marks(jenis, wanted: list[str]):
    """Numbers, letters or dots, each before its text."""
    root = filled([Bagian((Daftar(("satu", "dua", "tiga"), jenis),))])

    lines = words(root).splitlines()[1:4]

    assert lines == [
        mark + text for mark, text in zip(wanted, ("satu", "dua", "tiga"), strict=True)
    ]


def test_a_list_of_thirty_letters_goes_on_after_z():
    """After z comes aa."""
    root = filled([Bagian((Daftar(tuple("x" * 28), "huruf"),))])

    assert words(root).splitlines()[26:29] == ["z.x", "aa.x", "ab.x"]
