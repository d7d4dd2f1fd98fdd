"""What a screen reader says of the drawing."""

from __future__ import annotations

from doc_templates.sop.bagan.keterangan import kata_langkah, kata_lintasan, kata_simbol
from tests.doc_templates.sop.bagan.papan import bolak_balik, langkah, sop, tata


def kata(model):
    kerangka, lembar = tata(model)
    simbol = [
        kata_simbol(each, model, kerangka.panah)
        for halaman in lembar.halaman
        for each in halaman.simbol
    ]
    garis = [kata_lintasan(each, model) for halaman in lembar.halaman for each in halaman.lintasan]
    return simbol, garis


def test_each_symbol_says_step_lane_kind_and_exits():
    """As in “Langkah 2, Pelaksana 1: keputusan; Ya ke 3, Tidak ke 1”."""
    simbol, garis = kata(
        sop(
            langkah(1, 0, bentuk="terminator"),
            langkah(2, 1, bentuk="keputusan", ya="3", tidak="1"),
            langkah(3, 2),
            langkah(4, 0, bentuk="terminator"),
        )
    )

    assert simbol == [
        "Langkah 1, Pelaksana 0: mulai; lanjut ke 2",
        "Langkah 2, Pelaksana 1: keputusan; Ya ke 3, Tidak ke 1",
        "Langkah 3, Pelaksana 2: proses; lanjut ke 4",
        "Langkah 4, Pelaksana 0: selesai",
    ]
    assert sorted(garis) == [
        "Panah dari langkah 1 ke langkah 2",
        "Panah dari langkah 2 ke langkah 1, Tidak",
        "Panah dari langkah 2 ke langkah 3, Ya",
        "Panah dari langkah 3 ke langkah 4",
    ]


def test_those_who_take_part_say_how():
    """Receiving is told from acting together, with and without a head."""
    pelaksana = [
        {"lajur": "l0"},
        {"lajur": "l1", "peran": "menerima"},
        {"lajur": "l2", "peran": "tidak_diketahui"},
    ]
    simbol, garis = kata(sop(langkah(1, 0) | {"pelaksana": pelaksana}))

    assert simbol == [
        "Langkah 1, Pelaksana 0: proses",
        "Langkah 1, Pelaksana 1: turut menerima",
        "Langkah 1, Pelaksana 2: turut melaksanakan",
    ]
    assert garis == [
        "Garis dari Pelaksana 0 ke Pelaksana 1 pada langkah 1",
        "Garis antara Pelaksana 1 dan Pelaksana 2 pada langkah 1",
    ]


def test_connectors_say_where_they_lead():
    """Letter, way and step; arrows at them name the letter."""
    simbol, garis = kata(bolak_balik())

    assert "Sambungan A, masuk ke langkah 1" in simbol
    assert "Sambungan A, berlanjut ke langkah 1" in simbol
    assert "Panah dari sambungan A ke langkah 1" in garis


def test_every_shape_has_words_of_its_own_page():
    """No alternative text is empty, and none is said of two symbols of a page."""
    model = bolak_balik()
    kerangka, lembar = tata(model)
    for halaman in lembar.halaman:
        semua = [kata_simbol(each, model, kerangka.panah) for each in halaman.simbol]

        assert all(semua)
        assert len(semua) == len(set(semua))


def test_a_step_is_told_in_words_with_all_who_take_part():
    """One sentence a step, also where nobody carries it out yet and nothing is drawn."""
    bersama = [{"lajur": "l0"}, {"lajur": "l1", "peran": "menerima"}]
    model = sop(
        langkah(1, 0, pelaksana=bersama),
        langkah(2, None),
        langkah(3, 1, bentuk="keputusan", ya="4", tidak="1"),
        langkah(4, 2, bentuk="terminator"),
    )
    kerangka, _ = tata(model)

    assert [kata_langkah(at, model, kerangka.panah) for at in range(4)] == [
        "Langkah 1, Pelaksana 0, bersama Pelaksana 1: proses",
        "Langkah 2: belum ada pelaksana",
        "Langkah 3, Pelaksana 1: keputusan; Ya ke 4, Tidak ke 1",
        "Langkah 4, Pelaksana 2: selesai",
    ]
