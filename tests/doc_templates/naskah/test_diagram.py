"""Charts: what they say in words, where they draw, and what the real LibreOffice makes of them."""

from __future__ import annotations

import string
import subprocess
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from doc_templates.errors import TextUnprintable
from doc_templates.forge import Page, Style, text
from doc_templates.forge_package import Form
from doc_templates.naskah.blok import Diagram, Seri
from doc_templates.naskah.diagram import TERTINGGI, bagi_diagram, gambar_diagram, lukis
from doc_templates.naskah.diagram_lukisan import Lukisan
from workers.tools.pdfa import Verapdf
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from pathlib import Path

LEBAR = 165.0
TAHUN = ("2021", "2022", "2023", "2024")


def seri(nama: str, *nilai: str | None) -> Seri:
    """Numbers with a decimal point, printed with a comma; None is not yet known."""
    return Seri(
        nama,
        tuple(None if each is None else Decimal(each) for each in nilai),
        tuple("belum tersedia" if each is None else each.replace(".", ",") for each in nilai),
    )


def batang(*isi: Seri, kategori: tuple[str, ...] = ("Indeks SPBE",), satuan: str = "") -> Diagram:
    return Diagram("Target dan Realisasi", kategori, isi, "Diagram batang.", satuan=satuan)


def garis(*isi: Seri) -> Diagram:
    return Diagram("Perkembangan", TAHUN, isi, "Diagram garis.", jenis="garis", satuan="Persen")


def kata(lukisan: Lukisan) -> list[str]:
    return [each for row in lukisan.baris for each in (row.awal, *row.sel) if each]


def persegi(lukisan: Lukisan) -> list[tuple[float, float]]:
    """Left and right edge of each filled bar."""
    return [
        (min(x for x, _ in each), max(x for x, _ in each))
        for goresan in lukisan.goresan
        if goresan.rupa == "isi"
        for each in goresan.garis
    ]


def test_each_value_stands_beside_its_bar_as_the_tables_print_it() -> None:
    """Name of the series, value, bar: no legend needs to be looked up."""
    lukisan = lukis(batang(seri("Target", "3.40"), seri("Realisasi", "3.62")), LEBAR)

    assert [row.sel for row in lukisan.baris] == [
        (),
        (),
        ("Target", "3,40"),
        ("Realisasi", "3,62"),
    ]


def test_a_missing_value_is_a_word_and_no_bar() -> None:
    """Nothing is drawn that could be taken for 0."""
    lukisan = lukis(batang(seri("Realisasi", None)), LEBAR)

    assert "belum tersedia" in kata(lukisan)
    assert persegi(lukisan) == []


def test_zero_is_a_value_and_has_no_length() -> None:
    """0 prints as 0; its bar ends where it begins."""
    lukisan = lukis(batang(seri("Realisasi", "0")), LEBAR)

    assert "0" in kata(lukisan)
    assert [kanan - kiri for kiri, kanan in persegi(lukisan)] == [0]


def test_negative_bars_go_to_the_left_of_zero() -> None:
    """Both bars begin at the same line, one on either side."""
    lukisan = lukis(
        batang(seri("Pertumbuhan", "-3", "6"), kategori=("A", "B"), satuan="Poin"), LEBAR
    )

    (kiri, nol), (lain, kanan) = persegi(lukisan)
    assert nol == pytest.approx(lain)
    assert (kanan - nol) / (nol - kiri) == pytest.approx(2)


def test_a_bar_beyond_a_hundred_per_cent_passes_the_line_of_the_whole() -> None:
    """Per cents share one scale in which 100 is marked."""
    lukisan = lukis(batang(seri("Serapan", "125"), satuan="Persen"), LEBAR)

    seratus = next(each.di for each in lukisan.henti if each.rata == "center")
    ((kiri, kanan),) = persegi(lukisan)
    assert (seratus - kiri) / (kanan - kiri) == pytest.approx(0.8)
    assert kata(lukisan)[-1] == "100%"


def test_without_a_common_unit_each_category_has_its_own_scale() -> None:
    """Hours and indices are not held against each other: the longest bar of each is equal."""
    lukisan = lukis(batang(seri("Realisasi", "3.62", "12"), kategori=("Indeks", "Jam")), LEBAR)

    satu, dua = persegi(lukisan)
    assert satu == pytest.approx(dua)


def test_a_line_is_broken_where_a_year_is_missing() -> None:
    """No line leads through a year of which nothing is known; its place says so in words."""
    penuh = lukis(garis(seri("Target", *[None] * 4), seri("Realisasi", "1", "2", "3", "4")), LEBAR)
    bolong = lukis(
        garis(seri("Target", *[None] * 4), seri("Realisasi", "1", "2", None, "4")), LEBAR
    )

    assert "belum tersedia" in " ".join(kata(bolong))
    assert len(persegi(penuh)) - len(persegi(bolong)) == 3  # two lines and a mark


@pytest.mark.parametrize(
    ("nilai", "tingkat"),
    [
        (("40", "60", "70", "90"), ["100", "75", "50", "25", "0"]),
        (("3.05", "3.18", "3.42", "3.62"), ["3,8", "3,6", "3,4", "3,2", "3,0"]),
        (("-5", "0", "5", "10"), ["15", "10", "5", "0", "-5"]),
        (("7", "7", "7", "7"), None),
        (("0", "0", "0", "0"), None),
    ],
)
def test_level_lines_bear_round_numbers_that_hold_all_values(
    nilai: tuple[str, ...], tingkat: list[str] | None
) -> None:
    """Whoever looks at the height of a point finds its number at the left."""
    lukisan = lukis(garis(seri("Realisasi", *nilai)), LEBAR)

    label = [row.sel[1] for row in lukisan.baris if len(row.sel) == 2 and row.sel[1]]
    assert len(label) == 5
    assert tingkat in (None, label)
    for goresan in lukisan.goresan:
        assert all(0 <= y <= lukisan.tinggi for each in goresan.garis for _, y in each)


_ANGKA = st.none() | st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=2
)
_KATA = st.text(string.ascii_letters + " -/,", min_size=1, max_size=200)


@given(
    st.booleans(),
    st.lists(st.tuples(_KATA, _ANGKA, _ANGKA), min_size=1, max_size=7),
    st.sampled_from(["", "Persen", "Jam"]),
)
def test_nothing_said_is_lost_and_nothing_drawn_leaves_the_chart(
    garis: bool, rows: list[tuple[str, Decimal | None, Decimal | None]], satuan: str
) -> None:
    """Whatever the names and numbers, every word is printed and every stroke is inside."""
    isi = tuple(
        seri(nama, *(None if row[at] is None else f"{row[at]:f}" for row in rows))
        for at, nama in ((1, "Target"), (2, "Realisasi"))
    )
    nama = tuple(row[0] for row in rows)
    diagram = Diagram("Judul", nama, isi, "Uraian.", "garis" if garis else "batang", satuan)

    lukisan = lukis(diagram, LEBAR)

    cetak = "".join("".join(kata(lukisan)).split())
    for each in (*isi[0].teks, *isi[1].teks) if not garis else ():
        assert each.replace(" ", "") in cetak
    huruf = sorted("".join((*nama, *isi[0].teks, *isi[1].teks)).replace(" ", ""))
    assert not (_banyak(huruf) - _banyak(sorted(cetak)))
    for goresan in lukisan.goresan:
        for x, y in (titik for each in goresan.garis for titik in each):
            assert -0.01 <= x <= LEBAR + 0.01
            assert -0.01 <= y <= lukisan.tinggi + 0.01
    gambar_diagram(diagram, lebar=LEBAR, nomor_objek=1)


def _banyak(huruf: list[str]) -> set[tuple[str, int]]:
    """Each letter with how often it has come so far: a multiset as a set."""
    seen: dict[str, int] = {}
    found = set()
    for each in huruf:
        seen[each] = seen.get(each, 0) + 1
        found.add((each, seen[each]))
    return found


def test_many_categories_become_several_charts_in_their_order() -> None:
    """Each fits a page, and together they show every category once."""
    nama = tuple(f"Program ke-{at}" for at in range(100))
    diagram = batang(seri("Serapan", *map(str, range(100))), kategori=nama, satuan="Persen")

    bagian = bagi_diagram(diagram, lebar=LEBAR)

    assert len(bagian) > 1
    assert all(lukis(each, LEBAR).tinggi <= TERTINGGI for each in bagian)
    assert tuple(name for each in bagian for name in each.kategori) == nama


def test_a_chart_is_one_native_shape_with_its_alternative_text() -> None:
    """Word can select and restyle it; a screen reader is told one thing."""
    paragraf = gambar_diagram(batang(seri("Realisasi", "1")), lebar=LEBAR, nomor_objek=7)

    (objek,) = paragraf.iter("{*}docPr")
    assert (objek.get("id"), objek.get("descr")) == ("7", "Diagram batang.")
    assert len(list(paragraf.iter("{*}wsp"))) == 1
    assert "blip" not in etree.tostring(paragraf, encoding="unicode")


def test_a_character_that_cannot_be_printed_is_refused_with_its_place() -> None:
    """A control character in a name is told, not dropped."""
    with pytest.raises(TextUnprintable):
        gambar_diagram(
            batang(seri("Realisasi", "1"), kategori=("A\x01",)), lebar=LEBAR, nomor_objek=1
        )


@pytest.mark.libreoffice
def test_charts_are_vectors_tagged_with_their_text(tmp_path: Path) -> None:
    """The layout keeps one figure a chart with its alternative text, and makes no picture."""
    charts = [
        batang(seri("Target", "3.40"), seri("Realisasi", None)),
        garis(seri("Target", "1", "2", "3", "4"), seri("Realisasi", "1", None, "3", "-4")),
    ]
    body = [text("Laporan", style="Heading1")]
    for at, each in enumerate(charts):
        paragraf = gambar_diagram(each, lebar=LEBAR, nomor_objek=10 + at)
        body += [etree.tostring(paragraf, encoding="unicode"), text(f"Gambar {at}")]
    styles = (Style("Normal", "Normal"), Style("Heading1", "heading 1", outline=0))
    docx, pdf = tmp_path / "uji.docx", tmp_path / "uji.pdf"
    Form("Arial", 11, 1.15, styles, tuple(body), Page("A4"), title="Uji").write(docx)

    with closing(open_converter(tmp_path, seconds=60, documents=9, megabytes=900)) as converter:
        converter.to_pdf(docx, pdf)

    with Verapdf() as judge:
        assert judge.check(pdf, ("ua1",)) == ()
    structure = _told("pdfinfo", "-struct", pdf)
    assert structure.count("Figure") == len(charts)
    assert _told("pdfimages", "-list", pdf).count("image") == 0
    shown = " ".join(_told("pdftotext", "-layout", pdf, "-").split())
    assert "Target 3,40 Realisasi belum tersedia" in shown


def _told(*command: str | Path) -> str:
    return subprocess.run([*command], check=True, capture_output=True, text=True).stdout
