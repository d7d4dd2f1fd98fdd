"""All documents of a year: equal things equal, changes reach exactly those that print them."""

from __future__ import annotations

from collections import defaultdict

import pytest

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.jalan import SUB_KEGIATAN
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.tabel import berubah, dokumen, isi, usang
from tests.doc_templates.kinerja.contoh import (
    DINAS,
    KECAMATAN,
    contoh,
    index_contoh,
    index_satu,
    mentah,
)

setiap = pytest.mark.parametrize("nama", [DINAS, KECAMATAN])
LAIN = {"Informatif": "Menuju Informatif", "II": "III", "III": "II", "B": "C"}


def diubah(nama, ubah) -> DataKinerja:
    data = mentah(nama)
    ubah(data)
    return DataKinerja.model_validate(data)


def lain(tertulis):
    """Another value that the same field may hold."""
    if isinstance(tertulis, int):
        return tertulis + 1
    return LAIN.get(tertulis) or f"9{tertulis}"


def terbaca(tabel):
    """Every text that a reader of the tables sees, without knowing where it is from."""
    return [
        [each.judul, [[cell and cell.teks for cell in row.sel] for row in each.baris],
         [line.teks for line in each.keterangan], each.kosong if not each.baris else ""]
        for each in tabel
    ]  # fmt: skip


def test_a_year_gives_every_document_by_its_name():
    names = list(dokumen(index_contoh()))

    assert [each for each in names if each.startswith("laporan_triwulan")] == [
        f"laporan_triwulan/{ke}" for ke in (1, 2, 3, 4)
    ]
    assert [each for each in names if each.startswith("lampiran_lkjip")] == [
        f"lampiran_lkjip/L{at}" for at in range(1, 16)
    ]
    assert {"laporan_tahunan", "rencana_aksi"} <= set(names)
    assert {f"perjanjian_kinerja/{unit}/{ke}" for ke in (0, 1) for unit in (
        "DINAS", "SEKRETARIAT", "BID-IKP", "BID-APTIKA", "BID-STATSANDI",
        "SUBBAG-PEPK", "SUBBAG-UMPEG",
    )} == {each for each in names if each.startswith("perjanjian_kinerja")}  # fmt: skip


@setiap
def test_equal_things_are_printed_equally_in_every_document(nama):
    """One subject and field has one text, in whatever document it stands."""
    said = defaultdict(set)
    for tables in dokumen(index_contoh(nama)).values():
        for each in isi(tables):
            said[each.subjek, each.medan].add(each.nilai)

    assert {field: texts for field, texts in said.items() if len(texts) > 1} == {}


def check_reach(nama, kode):
    """Change the second quarter of some indicators, one at a time, and look at every document."""
    before = dokumen(index_contoh(nama))
    said = {name: isi(tables) for name, tables in before.items()}
    for at, row in enumerate(contoh(nama).realisasi):
        quarter = next(each for each in row.triwulan if each.ke == 2)
        if row.indikator not in kode or quarter.nilai in {"tidak berlaku", "belum tersedia"}:
            continue

        def ubah(data, at=at):
            told = data["realisasi"][at]["triwulan"][1]
            told["nilai"] = lain(told["nilai"])

        after = dokumen(index_of(diubah(nama, ubah)))
        seen = {name for name in after if terbaca(after[name]) != terbaca(before[name])}
        named = {name for name in after if isi(after[name]) != said[name]}

        assert named == seen, row.indikator
        assert {"laporan_triwulan/2", "lampiran_lkjip/L10"} <= named
        assert not any(each.startswith(("perjanjian_kinerja", "rencana_aksi")) for each in named)
        assert "laporan_triwulan/1" not in named


@setiap
def test_a_changed_quarter_changes_exactly_the_documents_that_print_it(nama):
    """What a reader sees differs where, and only where, the names say so: each kind of formula."""
    kinds = {
        (each.indikator.rumus, each.indikator.cara_hitung): key
        for key, each in index_contoh(nama).indikator.items()
    }

    check_reach(nama, set(kinds.values()))


@pytest.mark.slow
@setiap
def test_so_it_is_for_every_indicator_of_the_samples(nama):
    check_reach(nama, set(index_contoh(nama).indikator))


def test_a_changed_quarter_of_a_state_leaves_the_year_as_it_was():
    """Where the last value counts, the second quarter is printed by the quarters alone."""

    def ubah(data):
        row = next(each for each in data["realisasi"] if each["indikator"] == "IKU-1.2")
        row["triwulan"][1]["nilai"] = "90,00"

    new = index_of(diubah(DINAS, ubah))

    assert set(berubah(index_contoh(), new)) == {"laporan_triwulan/2", "lampiran_lkjip/L10"}


def test_a_changed_quarter_of_a_sum_reaches_the_year():
    def ubah(data):
        row = next(each for each in data["realisasi"] if each["indikator"] == "IKP-3.1")
        row["triwulan"][1]["nilai"] = 370

    changed = set(berubah(index_contoh(), index_of(diubah(DINAS, ubah))))

    assert changed == {
        *(f"laporan_triwulan/{ke}" for ke in (2, 3, 4)),
        "laporan_tahunan",
        *(f"lampiran_lkjip/{kode}" for kode in ("L2", "L3", "L4", "L10")),
    }


def test_a_changed_budget_reaches_the_agreements_of_its_version_alone():
    def ubah(data):
        programme = data["perjanjian"][0]["program"][4]
        for line in (programme, programme["kegiatan"][0],
                     programme["kegiatan"][0]["sub_kegiatan"][0]):  # fmt: skip
            line["anggaran"] += 1_000_000

    changed = set(berubah(index_contoh(), index_of(diubah(DINAS, ubah))))

    assert "perjanjian_kinerja/DINAS/0" in changed
    assert not any(each.endswith("/1") and "perjanjian" in each for each in changed)
    assert "laporan_triwulan/1" in changed
    assert "laporan_triwulan/4" not in changed


def test_spending_of_a_quarter_is_never_told_before_it():
    def ubah(data):
        data["realisasi_anggaran"][0]["keuangan"][2] += 5

    changed = set(berubah(index_contoh(), index_of(diubah(DINAS, ubah))))

    assert {"laporan_triwulan/1", "laporan_triwulan/2"}.isdisjoint(changed)
    assert {"laporan_triwulan/3", "laporan_triwulan/4", "lampiran_lkjip/L9"} <= changed


@setiap
def test_data_that_stay_the_same_change_nothing(nama):
    again = index_of(DataKinerja.model_validate(mentah(nama)))

    assert berubah(index_contoh(nama), again) == {}


def test_an_outdated_document_tells_each_value_as_printed_and_as_it_would_be():
    old, new = index_satu(), index_satu(realisasi=(25, 30, 25, 25))
    told = {each.medan: each for each in usang("laporan_triwulan/2", old, new)}

    assert (told["realisasi.tw2"].lama, told["realisasi.tw2"].baru) == ("25", "30")
    assert (told["capaian.tw2@0"].lama, told["capaian.tw2@0"].baru) == ("100,00", "120,00")
    assert told["realisasi.tw2"].subjek == "I"
    assert usang("laporan_triwulan/1", old, new) == ()


def test_a_document_that_the_new_data_no_longer_give_has_lost_everything():
    old = index_satu()
    new = index_of(old.data.model_copy(update={"perjanjian": ()}))
    told = usang("perjanjian_kinerja/DINAS/0", old, new)

    assert told
    assert all(each.baru is None for each in told)


def test_a_document_that_the_old_data_never_gave_is_no_document():
    with pytest.raises(KeyError):
        usang("laporan_triwulan/5", index_satu(), index_satu())


def test_all_budget_lines_stand_in_the_budget_table():
    """Also those that no aim is named for."""
    index = index_contoh()
    (table,) = dokumen(index)["lampiran_lkjip/L9"]
    lines = {each.kunci for each in index.versi[1].anggaran if each.tingkat == SUB_KEGIATAN}

    assert lines <= {cell.subjek for row in table.baris for cell in row.sel if cell}
