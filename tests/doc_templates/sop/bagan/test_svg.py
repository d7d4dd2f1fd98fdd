"""The drawing on a screen: the same objects as in print, safe, small, and told in words."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from doc_templates.sop.bagan.gambar import gambar
from doc_templates.sop.bagan.svg import Tanda, svg_of
from doc_templates.sop.profiles import profile
from tests.doc_templates.sop.bagan.acak import sop_acak
from tests.doc_templates.sop.bagan.papan import bolak_balik, langkah, sop, tata

S = "{http://www.w3.org/2000/svg}"
EMU = 36_000
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
JAHAT = "</g> <script> alert(1) </script> \"' <img src=x onerror=alert(1)> &lt; \x00\x1b\ufffe"


def halaman_of(model, **lain):
    kerangka, lembar = tata(model)
    semua = svg_of(lembar, kerangka, profile(model.profil), **lain)
    return kerangka, lembar, [etree.fromstring(each) for each in semua]


def kotak_of(bentuk):
    """Left, top, right, bottom of a rectangle or polygon."""
    if bentuk.tag == f"{S}rect":
        x, y, lebar, tinggi = (float(bentuk.get(each)) for each in ("x", "y", "width", "height"))
        return (x, y, x + lebar, y + tinggi)
    titik = titik_of(bentuk)
    xs, ys = [x for x, _ in titik], [y for _, y in titik]
    return (min(xs), min(ys), max(xs), max(ys))


def titik_of(bentuk):
    return [tuple(map(float, each.split(","))) for each in bentuk.get("points").split()]


@pytest.mark.parametrize("benih", [2, 11, 29])
def test_what_the_screen_shows_is_what_the_docx_gets(benih: int):
    """Every symbol, arrow and answer of each page stands in both at the same place."""
    model = sop_acak(benih, lajur=4, kegiatan=14)
    kerangka, lembar, semua = halaman_of(model)

    for halaman, svg in zip(lembar.halaman, semua, strict=True):
        simbol = [each[1] for each in svg.iterfind(f".//{S}g[@class]") if simbolkah(each)]
        panah = [each.find(f"{S}polyline") for each in svg.iterfind(f".//{S}g[@class='panah']")]
        jawaban = [each.find(f"{S}rect") for each in svg.iterfind(f".//{S}g[@class='jawaban']")]
        word = gambar(halaman, model, kerangka.panah, atas=0)
        cetak = [kotak_word(each) for each in word]
        banyak = len(halaman.lintasan)

        assert [titik_of(each) for each in panah] == [
            [pytest.approx(titik, abs=1e-3) for titik in each.titik] for each in halaman.lintasan
        ]
        assert [kotak_of(each) for each in (*panah, *simbol, *jawaban)] == [
            pytest.approx(each, abs=2e-3) for each in cetak
        ]
        assert len(simbol) == len(halaman.simbol)
        assert len(panah) == banyak


def simbolkah(unsur) -> bool:
    return unsur.get("class").startswith("simbol ")


def kotak_word(run):
    """Left, top, right, bottom of a shape of Word."""
    anchor = run.find(f".//{WP}anchor")
    x, y = (int(anchor.find(f"{WP}{each}")[0].text) / EMU for each in ("positionH", "positionV"))
    ukuran = anchor.find(f"{WP}extent")
    return (x, y, x + int(ukuran.get("cx")) / EMU, y + int(ukuran.get("cy")) / EMU)


def test_every_word_of_the_table_is_shown_within_its_cell():
    """All that was typed comes back, and no line is wider than its column."""
    uraian = "Memeriksa kelengkapan berkas usulan dari masing-masing bidang/seksi"
    model = sop(langkah(1, 0, uraian, mutu_baku={"waktu": "3 hari"}), langkah(2, 1))
    _, lembar, (svg,) = halaman_of(model)
    baris = [(each.text, float(each.get("textLength") or 0)) for each in svg.iter(f"{S}text")]

    terbaca = " ".join(teks for teks, _ in baris)
    for kata in (*uraian.split(), "3 hari", "Pelaksana 0", "Pelaksana 2"):
        assert kata in terbaca
    assert max(lebar for _, lebar in baris) <= max(lembar.lebar)


def test_hostile_texts_stay_texts():
    """In every field that is drawn, and nothing of them becomes an element or an attribute."""
    model = sop(
        {
            "nomor": JAHAT,
            "uraian": JAHAT,
            "pelaksana": [{"lajur": "l0"}, {"lajur": "l1", "peran": "menerima"}],
            "bentuk": "keputusan",
            "ya": "2",
            "tidak": "3",
            "label_ya": "<b>&",
            "label_tidak": '"><',
            "mutu_baku": {"kelengkapan": JAHAT, "waktu": JAHAT, "output": JAHAT},
            "keterangan": JAHAT,
        },
        langkah(2, 0),
        langkah(3, 1),
        judul_tabel=JAHAT,
    )
    nama = {"lajur": tuple(each.model_copy(update={"nama": JAHAT}) for each in model.lajur)}
    model = model.model_copy(update=nama)
    _, _, semua = halaman_of(model, tanda={0: Tanda("E", JAHAT)}, tautan="#langkah-")

    unsur = {each.tag.removeprefix(S) for svg in semua for each in svg.iter()}
    sifat = {nama for svg in semua for each in svg.iter() for nama in each.attrib}
    assert unsur <= {
        *("svg", "title", "desc", "g", "a", "text", "rect", "path", "polygon", "polyline"),
        "circle",
    }
    assert not {each for each in sifat if each.startswith("on") or each == "style"}
    assert "<script" not in "".join(etree.tostring(svg, encoding="unicode") for svg in semua)
    assert "alert(1)" in "".join(each.text or "" for svg in semua for each in svg.iter())


def test_no_text_looks_like_an_attribute():
    """Quotation marks of people are written as entities, and read as typed."""
    kata = 'a href="/b" \U0010fffd'
    kerangka, lembar = tata(sop(langkah(1, 0, kata)))
    (teks,) = svg_of(lembar, kerangka, profile("baku"))
    assert 'href="/' not in teks
    assert 'a href="/b" \N{REPLACEMENT CHARACTER}' in {
        each.text for each in etree.fromstring(teks).iter(f"{S}text")
    }


def test_a_symbol_leads_to_its_row_and_says_what_it_is():
    """A plain link, out of the keyboard's way, with a title."""
    _, _, (svg,) = halaman_of(sop(langkah(1, 0), langkah(2, 1)), tautan="#langkah-")
    tautan = list(svg.iter(f"{S}a"))

    assert [each.get("href") for each in tautan] == ["#langkah-0", "#langkah-1"]
    assert [each.find(f"{S}title").text for each in tautan] == [
        "Langkah 1, Pelaksana 0: proses; lanjut ke 2",
        "Langkah 2, Pelaksana 1: proses",
    ]
    assert svg.get("role") == "group"
    assert svg.find(f"{S}title").text == "Bagan alir, halaman 1 dari 1"


def test_a_finding_rings_its_symbol_or_the_number_of_a_step_that_has_none():
    """The ring encloses what it is about and tells why."""
    model = sop(langkah(1, 0), langkah(2, None))
    tanda = {0: Tanda("W", "satu"), 1: Tanda("E", "dua")}
    kerangka, lembar, (svg,) = halaman_of(model, tanda=tanda)
    lingkar = svg.findall(f".//{S}g[@class='lingkar']")

    assert [each.find(f"{S}title").text for each in lingkar] == ["satu", "dua"]
    luar = [kotak_of(each.find(f"{S}rect")) for each in lingkar]
    simbol = lembar.halaman[0].simbol[0].kotak
    assert luar[0][0] < simbol.kiri < simbol.kanan < luar[0][2]
    assert luar[0][1] < simbol.atas < simbol.bawah < luar[0][3]
    assert luar[1][2] < kerangka.lajur[0]


def test_pages_are_split_as_in_print():
    """One drawing a page of paper, connectors lettered alike."""
    kerangka, lembar, semua = halaman_of(bolak_balik())

    assert len(semua) == len(lembar.halaman) > 1
    for halaman, svg in zip(lembar.halaman, semua, strict=True):
        room = kerangka.room
        assert svg.get("role") == "img"
        assert svg.get("viewBox") == f"0 0 {room.page_width:g} {room.page_height:g}"
        huruf = {each.text for each in svg.iter(f"{S}text") if re.fullmatch("[A-Z]", each.text)}
        assert huruf == {each.huruf for each in halaman.simbol if each.huruf}


def test_an_empty_sop_is_an_empty_table():
    """Nothing to draw yet is no fault."""
    _, _, (svg,) = halaman_of(sop(lajur=0))
    assert "Pelaksana" in {each.text for each in svg.iter(f"{S}text")}


def test_sixty_steps_in_ten_lanes_stay_light():
    """Less than 200 KB for all pages together, with texts as offices write them."""
    semua = [
        langkah(
            at,
            at % 10,
            "Memeriksa dan menandatangani laporan kinerja triwulan bidang",
            mutu_baku={"kelengkapan": "Konsep laporan", "waktu": "30 menit", "output": "Laporan"},
        )
        for at in range(1, 61)
    ]
    model = sop(*semua, lajur=10)
    kerangka, lembar = tata(model)
    assert sum(map(len, svg_of(lembar, kerangka, profile("baku"), tautan="#l-"))) < 200_000
