"""The year measured: against its targets (L2), other years (L3), the plan (L4), others (L5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import anggaran, banding, capaian
from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.sel_indikator import SelIndikator
from doc_templates.kinerja.tabel.susunan import SEMUA, kelompok_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.tabel.susunan import BarisIndikator, Kelompok, Pilihan

_NONE: Final = "Belum ada sasaran dan indikator."
_AIM: Final = Kolom("sasaran", "Sasaran", lebar=26, gabung=True)
_MEASURE: Final = Kolom("indikator", "Indikator Kinerja", lebar=30)
_UNIT: Final = Kolom("satuan", "Satuan", "tengah", 9)
YEARS: Final = 4
"""How many years L3 shows, this one included."""


def tabel_pengukuran(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """L2: target, realisation, achievement, class; and the mean of each unit's achievements."""
    kolom = (
        sel.NOMOR,
        _AIM,
        _MEASURE,
        _UNIT,
        Kolom("target", "Target", "tengah", 10),
        Kolom("realisasi", "Realisasi", "tengah", 10),
        Kolom("capaian", "Capaian (%)", "kanan", 10),
        Kolom("predikat", "Predikat", "tengah", 12),
    )
    versi, notes = versi_untuk(index, 4), Catatan(index)

    def cells(baris: BarisIndikator) -> tuple[Sel, ...]:
        row = SelIndikator(index, baris, notes, versi)
        return (
            *row.kepala(),
            row.target_tahun(),
            row.realisasi_sampai(),
            row.capaian_tahun(),
            row.predikat(),
        )

    rows: list[Baris] = []
    for group in kelompok_of(index, pilihan):
        rows += _rows(group, cells, len(kolom))
        rows.append(_mean(index, group, versi, notes, kolom))
    title = f"Pengukuran Kinerja Tahun {index.data.tahun}"
    return Tabel("L2", title, kolom, tuple(rows), notes.semua(), _NONE, mendatar=True)


def tabel_antartahun(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """L3: realisations of four years, the change, and the achievement of this year and the last."""
    now = index.data.tahun
    years = range(now - YEARS + 1, now + 1)
    kolom = (
        sel.NOMOR,
        _AIM,
        _MEASURE,
        _UNIT,
        *(Kolom(f"r{year}", str(year), "tengah", 9, kelompok="Realisasi") for year in years),
        Kolom("perubahan", f"Perubahan {now - 1}–{now}", "kanan", 10),
        Kolom("pertumbuhan", "Pertumbuhan (%)", "kanan", 10),
        Kolom(f"c{now - 1}", str(now - 1), "kanan", 9, kelompok="Capaian (%)"),
        Kolom(f"c{now}", str(now), "kanan", 9, kelompok="Capaian (%)"),
    )

    def cells(row: SelIndikator) -> tuple[Sel, ...]:
        return (
            *row.kepala(),
            *map(row.realisasi_of, years),
            row.perubahan(now),
            row.pertumbuhan(now),
            row.capaian_of(now - 1),
            row.capaian_of(now),
        )

    title = f"Perbandingan Realisasi Tahun {years[0]}–{now}"
    return _table(index, pilihan, ("L3", title), kolom, cells)


def tabel_renstra(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """L4: this year's realisation against the target for the end of the plan."""
    plan, now = index.data.renstra, index.data.tahun
    kolom = (
        sel.NOMOR,
        _AIM,
        _MEASURE,
        _UNIT,
        Kolom("target_tahun", f"Target Renstra {now}", "tengah", 11),
        Kolom("target_akhir", f"Target Akhir Renstra ({plan.tahun_akhir})", "tengah", 12),
        Kolom("realisasi", f"Realisasi s.d. {now}", "tengah", 11),
        Kolom("kemajuan", "Tingkat Kemajuan (%)", "kanan", 11),
    )

    def cells(row: SelIndikator) -> tuple[Sel, ...]:
        return (
            *row.kepala(),
            row.target_renstra(now),
            row.target_akhir(),
            row.realisasi_renstra(),
            row.kemajuan(),
        )

    title = f"Kemajuan terhadap Target Akhir Renstra {plan.tahun_awal}–{plan.tahun_akhir}"
    return _table(index, pilihan, ("L4", title), kolom, cells)


def tabel_pembanding(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """L5: this year's realisation beside what others reached, with the source."""
    now = index.data.tahun
    kolom = (
        sel.NOMOR,
        Kolom("indikator", "Indikator Kinerja", lebar=30, gabung=True),
        _UNIT,
        Kolom("realisasi", f"Realisasi {now}", "tengah", 10),
        Kolom("lingkup", "Pembanding", lebar=18),
        Kolom("nilai", "Nilai Pembanding", "tengah", 10),
        Kolom("selisih", "Selisih (±)", "kanan", 10),
        Kolom("sumber", "Sumber", lebar=24),
    )
    versi, notes = versi_untuk(index, 4), Catatan(index)
    rows = tuple(
        row
        for group in kelompok_of(index, pilihan)
        for each in group.baris
        for row in _comparisons(index, SelIndikator(index, each, notes, versi))
    )
    title = f"Perbandingan dengan Realisasi Nasional, Provinsi, dan Standar Tahun {now}"
    missing = "Belum ada data pembanding."
    return Tabel("L5", title, kolom, rows, notes.semua(), missing, mendatar=True)


def _comparisons(index: Index, cells: SelIndikator) -> Iterator[Baris]:
    key, number_of_row = cells.kunci, cells.baris.nomor
    for number, other in enumerate(index.pembanding.get(key, ()), 1):
        gap = banding.selisih_pembanding(index, key, other)
        field = f"pembanding.{number}"
        cells.catatan.hasil(
            f"{number_of_row} selisih dari {other.lingkup}", gap, key, f"catatan.{field}"
        )
        yield Baris(
            (
                sel.teks(number_of_row),
                cells.uraian(),
                cells.satuan(),
                cells.realisasi_sampai(),
                sel.teks(f"{other.lingkup} ({other.tahun})", key, f"{field}.lingkup"),
                sel.nilai(banding.nilai_pembanding(index, key, other), key, f"{field}.nilai"),
                sel.hasil(gap, key, f"{field}.selisih"),
                sel.teks(other.sumber, key, f"{field}.sumber"),
            ),
            kelompok=key,
        )


def _table(
    index: Index,
    pilihan: Pilihan,
    head: tuple[str, str],
    kolom: Sequence[Kolom],
    cells: Callable[[SelIndikator], tuple[Sel, ...]],
) -> Tabel:
    """A table of one row an indicator, in groups by unit."""
    versi, notes = versi_untuk(index, 4), Catatan(index)
    rows = [
        row
        for group in kelompok_of(index, pilihan)
        for row in _rows(
            group, lambda each: cells(SelIndikator(index, each, notes, versi)), len(kolom)
        )
    ]
    code, title = head
    return Tabel(code, title, tuple(kolom), tuple(rows), notes.semua(), _NONE, mendatar=True)


def _rows(
    group: Kelompok, cells: Callable[[BarisIndikator], tuple[Sel, ...]], width: int
) -> Iterator[Baris]:
    if group.unit:
        yield sel.judul(group.unit.nama, width)
    for each in group.baris:
        yield Baris(cells(each), kelompok=each.sasaran.kunci)


def _mean(
    index: Index, group: Kelompok, versi: Versi | None, notes: Catatan, kolom: Sequence[Kolom]
) -> Baris:
    results = [capaian.capaian_tahun(index, each.kunci, versi) for each in group.baris]
    mean = anggaran.rata_capaian(index, results)
    key, name = (group.unit.kode, group.unit.nama) if group.unit else ("", "Jumlah")
    field = sel.dari_versi("capaian.rata_rata", versi.isi if versi else None)
    notes.hasil(f"Rata-rata {name}", mean, key, f"catatan.{field}")
    left_out = sum(each.nilai is None for each in results)
    if left_out and mean.nilai is not None:
        line = f"Rata-rata {name}: {left_out} dari {len(results)} indikator tidak ikut dihitung."
        notes.catat(line, key, f"catatan.{field}.ikut")
    word = sel.teks(capaian.predikat(index, mean), key, f"{field}.predikat")
    return sel.jumlah(
        "Rata-rata capaian", {"capaian": sel.hasil(mean, key, field), "predikat": word}, kolom
    )
