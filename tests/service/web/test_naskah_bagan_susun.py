"""Lanes and steps put in, moved, taken out and pasted: pure, on plain data."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.drafts.errors import RowsUnreadable
from service.web.naskah_bagan_susun import Suntingan, disunting, terbuka
from service.web.naskah_bagan_tempel import ditempel
from tests.service.web.naskah_sop import LANGKAH, sop


def alur(suntingan: Suntingan) -> list[tuple[Any, ...]]:
    """Number, words and targets of all steps."""
    return [
        (
            each.get("nomor"),
            each.get("uraian"),
            *(f"{nama}={each[nama]}" for nama in ("lanjut", "ya", "tidak") if nama in each),
        )
        for each in suntingan.isi["kegiatan"]
    ]


def test_a_step_put_in_takes_its_number_and_targets_follow():
    """The decision still leads to the same steps, whatever they are numbered now."""
    disisipi = disunting(sop(), "langkah-sisip", 1)
    assert alur(disisipi) == [
        ("1", "Mengumpulkan data"),
        ("2", "Menyusun konsep"),
        ("3", None),
        ("4", "Memeriksa konsep", "ya=5", "tidak=2"),
        ("5", "Menandatangani"),
        ("6", "Mengarsipkan"),
    ]
    assert disisipi.tempat == "langkah-2"
    dinaikkan = disunting(disisipi.isi, "langkah-naik", 2)
    assert alur(dinaikkan)[3] == ("4", "Memeriksa konsep", "ya=5", "tidak=3")


def test_a_removed_step_leaves_no_target_behind_unsaid():
    """A number that would now mean another step is cleared, and that is told."""
    dihapus = disunting(sop(), "langkah-hapus", 1)
    assert alur(dihapus)[1] == ("2", "Memeriksa konsep", "ya=3")
    assert dihapus.kabar == ("tujuan Tidak langkah 2 dikosongkan, semula ke langkah 2",)


def test_an_offices_own_numbers_stay_until_it_asks():
    """Only plain numbers are numbered again; the full stop is kept."""
    langkah = [each | {"nomor": f"{at}."} for at, each in enumerate(LANGKAH, 1)]
    assert [each[0] for each in alur(disunting(sop(kegiatan=langkah), "langkah-hapus", 0))] == [
        *("1.", "2.", "3.", "4.")
    ]
    langkah[3]["nomor"] = "3a"
    dihapus = disunting(sop(kegiatan=langkah), "langkah-hapus", 0)
    assert [each[0] for each in alur(dihapus)] == ["2.", "3.", "3a", "5."]
    dinomori = disunting(sop(kegiatan=langkah), "nomori", -1)
    assert [each[0] for each in alur(dinomori)] == ["1.", "2.", "3.", "4.", "5."]


def test_a_target_that_was_nowhere_and_now_is_somewhere_is_told():
    """Nothing is guessed: the number stays as typed, its new meaning is said."""
    langkah = [*LANGKAH[:3], LANGKAH[3] | {"lanjut": "6"}, LANGKAH[4]]
    disisipi = disunting(sop(kegiatan=langkah), "langkah-sisip", 4)
    assert alur(disisipi)[3] == ("4", "Menandatangani", "lanjut=6")
    assert disisipi.kabar == ("lanjutan langkah 4 kini menuju langkah 6 yang baru ada",)


def test_a_lane_in_use_is_removed_with_those_who_stood_in_it():
    """And the steps that lost someone are told."""
    dihapus = disunting(sop(), "lajur-hapus", 1)
    assert dihapus.kabar == ("langkah 3 tidak lagi dilaksanakan Kasubbag",)
    assert [each["nama"] for each in dihapus.isi["lajur"]] == ["Staf", "Camat"]
    assert dihapus.isi["kegiatan"][2]["pelaksana"] == []


def test_lanes_move_without_touching_steps():
    """A lane is its id; its place is only how it looks. Paper holds twelve."""
    isi = disunting(sop(), "lajur-naik", 2).isi
    assert [each["nama"] for each in isi["lajur"]] == ["Staf", "Camat", "Kasubbag"]
    assert isi["kegiatan"] == LANGKAH
    for _ in range(9):
        isi = disunting(isi, "lajur-sisip", -1).isi
    assert disunting(isi, "lajur-sisip", -1).kabar == ("paling banyak 12 lajur muat di kertas",)
    assert len({each["id"] for each in isi["lajur"]}) == 12


AKSI = st.tuples(
    st.sampled_from([f"langkah-{each}" for each in ("sisip", "naik", "turun", "hapus")]),
    st.integers(-1, 6),
)


@given(st.lists(AKSI, max_size=12))
def test_a_target_leads_to_its_own_step_or_nowhere(semua: list[tuple[str, int]]):
    """Whatever is done to the rows: the words behind a number never become others."""
    isi: Any = sop()
    maksud = {"ya": "Menandatangani", "tidak": "Menyusun konsep"}
    for aksi, at in semua:
        isi = disunting(isi, aksi, at).isi
        assert [each["nomor"] for each in isi["kegiatan"]] == [
            str(at) for at in range(1, len(isi["kegiatan"]) + 1)
        ]
        nomor = {each["nomor"]: each.get("uraian") for each in isi["kegiatan"]}
        for each in isi["kegiatan"]:
            for nama, kata in maksud.items():
                assert nama not in each or nomor[each[nama]] == kata


def test_rows_from_excel_become_steps_and_lanes():
    """With heads in any order, lanes as columns or by name; or in the usual order."""
    baris = (
        'Menerima surat\tStaf\tSurat\t5 menit\tSurat\t\r\n"Memeriksa\nsurat"\tKasubbag; staf\t\t'
    )
    ditambah = ditempel({}, baris)
    assert ditambah.kabar == ("2 langkah ditambahkan", "lajur baru: Staf, Kasubbag")
    pertama, kedua = ditambah.isi["kegiatan"]
    assert pertama == {
        "nomor": "1",
        "uraian": "Menerima surat",
        "pelaksana": [{"lajur": "lajur-1"}],
        "mutu_baku": {"kelengkapan": "Surat", "waktu": "5 menit", "output": "Surat"},
    }
    assert (kedua["uraian"], len(kedua["pelaksana"])) == ("Memeriksa\nsurat", 2)

    lagi = ditempel(ditambah.isi, "No.\tKASUBBAG\tKegiatan\r\n7.\tx\tMengirim")
    assert lagi.isi["kegiatan"][2] == {
        "nomor": "7.",
        "uraian": "Mengirim",
        "pelaksana": [{"lajur": "lajur-2"}],
    }
    with pytest.raises(RowsUnreadable, match="memuat 8 kolom"):
        ditempel(lagi.isi, "\t".join("abcdefgh"))
    banyak = ditempel(sop(), "\n".join(f"Kerja\tPelaksana {at}" for at in range(10)))
    assert "tidak ada yang ditambahkan" in banyak.kabar[0]
    assert banyak.isi == sop()


@pytest.mark.parametrize(
    ("isi", "dapat"),
    [
        ({}, True),
        (None, True),
        (sop(), True),
        ([], False),
        ({"lajur": "rusak"}, False),
        ({"kegiatan": [1]}, False),
    ],
)
def test_only_lists_of_groups_can_be_edited(isi: Any, dapat: bool):
    """Everything else is left as it is."""
    assert terbuka(isi) is dapat
