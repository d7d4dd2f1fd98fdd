"""The shapes of Word: real, described, and where the geometry has them."""

from __future__ import annotations

import pytest

from doc_templates.sop.bagan.gambar import gambar
from tests.doc_templates.sop.bagan.papan import bolak_balik, langkah, sop, tata

EMU = 36_000
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ATAS = 20.0


def anchors(model, halaman=0):
    kerangka, lembar = tata(model)
    satu = lembar.halaman[halaman]
    runs = gambar(satu, model, kerangka.panah, atas=ATAS)
    return satu, [each.find(f"{W}drawing/{WP}anchor") for each in runs]


def test_every_symbol_arrow_and_answer_is_one_shape():
    """As many anchors as things drawn, and no picture among them."""
    halaman, semua = anchors(bolak_balik())
    label = [each for each in halaman.lintasan if each.label]

    assert label
    assert len(semua) == len(halaman.simbol) + len(halaman.lintasan) + len(label)
    assert not [each for anchor in semua for each in anchor.iter("{*}pic", "{*}blip")]


def test_symbols_have_the_shapes_that_word_calls_flowchart():
    """Terminator, process, decision and off-page connector, as presets."""
    halaman, semua = anchors(bolak_balik())
    rupa = {each.get("prst") for anchor in semua for each in anchor.iter(f"{A}prstGeom")}

    assert {each.rupa for each in halaman.simbol} == {
        "terminator",
        "proses",
        "keputusan",
        "sambungan",
    }
    assert rupa == {
        "flowChartTerminator",
        "flowChartProcess",
        "flowChartDecision",
        "flowChartOffpageConnector",
        "rect",
    }


def test_a_shape_lies_where_the_geometry_has_it():
    """Measured from the page across, from the paragraph of the anchor down."""
    halaman, semua = anchors(bolak_balik())
    bentuk = semua[len(halaman.lintasan) :]

    for simbol, anchor in zip(halaman.simbol, bentuk, strict=False):
        across, down = anchor.find(f"{WP}positionH"), anchor.find(f"{WP}positionV")
        size = anchor.find(f"{WP}extent")

        assert (across.get("relativeFrom"), down.get("relativeFrom")) == ("page", "paragraph")
        assert int(across[0].text) / EMU == pytest.approx(simbol.kotak.kiri, abs=1e-3)
        assert int(down[0].text) / EMU == pytest.approx(simbol.kotak.atas - ATAS, abs=1e-3)
        assert int(size.get("cx")) / EMU == pytest.approx(simbol.kotak.lebar, abs=1e-3)


def test_an_arrow_is_its_path_with_one_head():
    """The points of the path come back, and the head is at the end."""
    halaman, semua = anchors(bolak_balik())

    for garis, anchor in zip(halaman.lintasan, semua, strict=False):
        kiri = int(anchor.find(f"{WP}positionH")[0].text)
        atas = int(anchor.find(f"{WP}positionV")[0].text)
        titik = [
            ((int(each.get("x")) + kiri) / EMU, (int(each.get("y")) + atas) / EMU + ATAS)
            for each in anchor.iter(f"{A}pt")
        ]

        assert len(list(anchor.iter(f"{A}tailEnd"))) == garis.kepala
        for (x, y), seharusnya in zip(titik, garis.titik, strict=True):
            assert x == pytest.approx(seharusnya.x, abs=1e-3)
            assert y == pytest.approx(seharusnya.y, abs=1e-3)


def test_every_shape_is_described():
    """PDF/UA-1 asks for an alternative text of each."""
    _, semua = anchors(bolak_balik())
    kata = [each.find(f"{WP}docPr").get("descr") for each in semua]

    assert all(kata)
    assert {each.split(" ", 1)[0] for each in kata} == {"Langkah", "Sambungan", "Panah", "Jawaban"}


def test_an_answer_with_markup_in_it_is_printed_as_typed():
    """Angle brackets, ampersands and quotes are text."""
    jawaban = "<b>&\"'"
    model = sop(
        langkah(1, 0, bentuk="keputusan", ya="2", tidak="3", label_ya=jawaban),
        langkah(2, 1),
        langkah(3, 2),
    )
    _, semua = anchors(model)
    teks = [each.text for anchor in semua for each in anchor.iter(f"{W}t")]

    assert jawaban in teks
    assert f"Jawaban {jawaban}" in [each.find(f"{WP}docPr").get("descr") for each in semua]
