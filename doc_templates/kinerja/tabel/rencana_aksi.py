"""The action plan: what is aimed at in each quarter, and what will be done for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.hitung.triwulan import TRIWULAN, nama_triwulan, versi_untuk
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Tabel
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.sel_indikator import SelIndikator
from doc_templates.kinerja.tabel.susunan import SEMUA, indikator_in, kelompok_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.tabel.susunan import BarisIndikator, Pilihan


def tabel_rencana_aksi(
    index: Index, versi: Versi | None = None, pilihan: Pilihan = SEMUA
) -> tuple[Tabel, ...]:
    """The milestones of every indicator, and the actions with their output a quarter.

    Args:
        index: the data set.
        versi: the agreement that it carries out; None takes the one in force at the year's end.
        pilihan: a unit or some aims.
    """
    version = versi or versi_untuk(index, 4)
    return (_targets(index, version, pilihan), _actions(index, pilihan))


def _targets(index: Index, versi: Versi | None, pilihan: Pilihan) -> Tabel:
    kolom = (
        sel.NOMOR,
        Kolom("sasaran", "Sasaran", lebar=22, gabung=True),
        Kolom("indikator", "Indikator Kinerja", lebar=28),
        Kolom("satuan", "Satuan", "tengah", 9),
        Kolom("target", "Target Tahunan", "tengah", 9),
        *(Kolom(f"tw{ke}", nama_triwulan(ke), "tengah", 8, kelompok="Target") for ke in TRIWULAN),
        Kolom("pj", "Penanggung Jawab", lebar=16),
    )
    notes, rows = Catatan(index), []
    for group in kelompok_of(index, pilihan):
        if group.unit:
            rows.append(sel.judul(group.unit.nama, len(kolom)))
        for each in group.baris:
            cells = SelIndikator(index, each, notes, versi)
            rows.append(
                Baris(
                    (
                        *cells.kepala(),
                        cells.target_tahun(),
                        *map(cells.target_triwulan, TRIWULAN),
                        cells.penanggung_jawab(),
                    ),
                    kelompok=each.sasaran.kunci,
                )
            )
    title = f"Rencana Aksi Pencapaian Target Kinerja Tahun {index.data.tahun}"
    return Tabel("RA-1", title, kolom, tuple(rows), notes.semua(), _NO_AIMS, mendatar=True)


def _actions(index: Index, pilihan: Pilihan) -> Tabel:
    kolom = (
        sel.NOMOR,
        Kolom("indikator", "Indikator Kinerja", lebar=20, gabung=True),
        Kolom("aksi", "Rencana Aksi", lebar=22),
        *(
            Kolom(f"tw{ke}", nama_triwulan(ke), lebar=16, kelompok="Keluaran Triwulan")
            for ke in TRIWULAN
        ),
        Kolom("pj", "Penanggung Jawab", lebar=14),
    )
    rows = [
        row
        for each in indikator_in(kelompok_of(index, pilihan))
        for row in _actions_of(index, each)
    ]
    title = f"Rincian Rencana Aksi Tahun {index.data.tahun}"
    return Tabel("RA-2", title, kolom, tuple(rows), kosong=_NO_ACTIONS, mendatar=True)


def _actions_of(index: Index, baris: BarisIndikator) -> Iterator[Baris]:
    for number, each in enumerate(index.aksi.get(baris.kunci, ()), 1):
        unit = index.unit_of(each.penanggung_jawab)
        owner = unit.nama if unit else each.penanggung_jawab
        yield Baris(
            (
                sel.teks(f"{baris.nomor}.{number}"),
                sel.teks(baris.tempat.indikator.uraian, baris.kunci, "uraian"),
                sel.teks(each.uraian, baris.kunci, f"aksi.{number}"),
                *(
                    sel.teks(output, baris.kunci, f"aksi.{number}.tw{ke}")
                    for ke, output in enumerate(each.triwulan, 1)
                ),
                sel.teks(owner, baris.kunci, f"aksi.{number}.penanggung_jawab"),
            ),
            kelompok=baris.kunci,
        )


_NO_AIMS = "Belum ada sasaran dan indikator."
_NO_ACTIONS = "Belum ada rencana aksi."
