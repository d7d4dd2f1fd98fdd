"""How the sheet is broken into pages, and what leads from one to another."""

from __future__ import annotations

import pytest

from doc_templates.errors import SheetTooSmall
from doc_templates.sop.bagan.halaman import _huruf
from doc_templates.sop.model import MOST_LANES
from tests.doc_templates.sop.bagan.papan import bolak_balik, cela, langkah, sop, tata

PENGESAHAN = {"letak": "penutup", "pejabat": {"jabatan": "Kepala Dinas"}}


def test_a_short_sop_stays_on_one_page_without_connectors():
    """Six steps need no second page and no strip."""
    _, lembar = tata(sop(*(langkah(at, at % 3) for at in range(1, 7))))
    (halaman,) = lembar.halaman

    assert [each.langkah for each in halaman.baris] == [0, 1, 2, 3, 4, 5]
    assert all(each.rupa != "sambungan" for each in halaman.simbol)


def test_the_rows_of_a_page_touch_and_stay_inside_the_margins():
    """Each begins where the one above ends."""
    kerangka, lembar = tata(bolak_balik())

    for halaman in lembar.halaman:
        y = halaman.baris[0].atas
        for each in halaman.baris:
            assert each.atas == pytest.approx(y)
            y += each.tinggi
        assert y <= kerangka.room.top + kerangka.room.height


def test_connectors_are_lettered_in_the_order_of_reading():
    """A, B, C … as the reader meets them, each letter for one step."""
    _, lembar = tata(bolak_balik())
    huruf = [
        simbol.huruf
        for halaman in lembar.halaman
        for simbol in halaman.simbol
        if simbol.rupa == "sambungan"
    ]

    assert len(lembar.halaman) > 2
    assert list(dict.fromkeys(huruf)) == [_huruf(at) for at in range(len(set(huruf)))]


def test_a_jump_back_over_pages_comes_in_at_the_step_it_names():
    """Page two leads back to step 1 through a letter that comes in on page one."""
    _, lembar = tata(bolak_balik())
    pertama, *lain = lembar.halaman
    masuk = {each.huruf for each in pertama.simbol if each.masuk and each.langkah == 0}
    keluar = [
        {each.huruf for each in halaman.simbol if each.rupa == "sambungan" and not each.masuk}
        for halaman in lain
    ]

    assert len(masuk) == 1
    assert any(masuk <= each for each in keluar)


def test_words_beside_the_connectors_name_the_step():
    """“A di langkah 1” at the head, “B ke langkah …” at the foot."""
    _, lembar = tata(bolak_balik())
    pertama = lembar.halaman[0].baris

    assert pertama[0].teks[1] == "A di langkah 1"
    assert pertama[-1].teks[1].startswith("B ke langkah ")


def test_letters_go_on_after_z():
    """A to Z, then AA, AB."""
    assert [_huruf(at) for at in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


@pytest.mark.parametrize("kertas", ["A4", "F4", "Letter", "Legal"])
@pytest.mark.parametrize("arah", ["mendatar", "tegak"])
@pytest.mark.parametrize("lajur", [1, 2, MOST_LANES])
def test_one_and_twelve_lanes_are_drawn_by_the_rules(kertas, arah, lajur):
    """On every paper, whichever way it lies."""
    semua = [langkah(at, at % lajur) for at in range(1, 20)]
    semua[8] |= {"bentuk": "keputusan", "ya": "10", "tidak": "2"}

    assert cela(sop(*semua, lajur=lajur, kertas=kertas, arah=arah)) == []


@pytest.mark.parametrize("lajur", [0, 3])
def test_no_step_gives_a_page_with_its_head_alone(lajur):
    """An SOP that is only begun can be printed as KONSEP."""
    _, lembar = tata(sop(lajur=lajur))

    assert [(each.baris, each.simbol, each.lintasan) for each in lembar.halaman] == [((), (), ())]
    assert len(lembar.lebar) == 6 + max(lajur, 1)


def test_a_single_step_needs_no_arrow():
    """One row, one symbol."""
    _, lembar = tata(sop(langkah(1, 1, bentuk="terminator")))
    (halaman,) = lembar.halaman

    assert len(halaman.simbol) == 1
    assert halaman.lintasan == ()


def test_steps_without_anyone_leave_their_lanes_empty():
    """Nothing is invented: no symbol, no arrow to or from them."""
    model = sop(langkah(1, 0), langkah(2, None), langkah(3, 2), langkah(4, 1))
    _, lembar = tata(model)
    (halaman,) = lembar.halaman

    assert [each.langkah for each in halaman.baris] == [0, 1, 2, 3]
    assert {each.langkah for each in halaman.simbol} == {0, 2, 3}
    assert [(each.dari.langkah, each.ke.langkah) for each in halaman.lintasan] == [(2, 3)]


def test_cycles_and_missing_targets_are_drawn_as_far_as_they_go():
    """A loop without exit has its arrows, a target that does not exist has none."""
    model = sop(
        langkah(1, 0, lanjut="2"),
        langkah(2, 1, lanjut="1"),
        langkah(3, 2, bentuk="keputusan", ya="99", tidak="3"),
    )
    kerangka, lembar = tata(model)

    assert {(each.dari, each.ke) for each in kerangka.panah} == {(0, 1), (1, 0)}
    assert len(lembar.halaman[0].lintasan) == 2
    assert cela(model) == []


def test_the_signature_stays_with_the_last_rows():
    """Where the head signs under the table, the last page keeps room for it."""
    banyak = [langkah(at, at % 3, "Memeriksa berkas " * 9) for at in range(1, 30)]
    kerangka, lembar = tata(sop(*banyak, pengesahan=PENGESAHAN))
    akhir = lembar.halaman[-1].baris[-1]

    assert kerangka.penutup > 20
    assert akhir.atas + akhir.tinggi + kerangka.penutup <= kerangka.bawah


@pytest.mark.parametrize(
    "isi",
    [
        {"judul_tabel": "PENGUMPULAN DATA KINERJA " * 300},
        {"lajur": 12, "kegiatan": {"label_ya": "W" * 20, "label_tidak": "M" * 20}},
    ],
)
def test_what_no_paper_holds_is_refused_with_the_step_and_remedies(isi):
    """A title taller than the page, answers wider than two lanes."""
    isi = dict(isi)
    jawaban = isi.pop("kegiatan", {})
    semua = [
        langkah(at, at - 1, bentuk="keputusan", ya="1", tidak="2", **jawaban) for at in range(1, 4)
    ]

    with pytest.raises(SheetTooSmall, match=r"Langkah 1 .* kertas yang lebih besar.*\."):
        tata(sop(*semua, **isi))
