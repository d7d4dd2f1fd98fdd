"""Tables of a performance agreement, for the head of each unit and each version (L1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung.anggaran import pagu
from doc_templates.kinerja.hitung.jumlah import jumlahkan
from doc_templates.kinerja.hitung.triwulan import TRIWULAN, nama_triwulan, nama_versi
from doc_templates.kinerja.jalan import KEGIATAN, PROGRAM, SUB_KEGIATAN
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.sel_indikator import SelIndikator
from doc_templates.kinerja.tabel.susunan import Pilihan, indikator_in, kelompok_of
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.jalan import TempatAnggaran
    from doc_templates.kinerja.model import Tingkat, Unit

SASARAN: Final[dict[Tingkat, str]] = {
    "kepala_daerah": "Sasaran Strategis",
    "kepala_pd": "Sasaran Strategis",
    "camat": "Sasaran Strategis",
    "administrator": "Sasaran Program",
    "pengawas": "Sasaran Kegiatan",
}
"""What a level calls its aims: Permenpan RB 53/2014, Lampiran I."""

ANGGARAN: Final[dict[Tingkat, int]] = {
    "kepala_daerah": PROGRAM,
    "kepala_pd": PROGRAM,
    "camat": PROGRAM,
    "administrator": KEGIATAN,
    "pengawas": SUB_KEGIATAN,
}
"""The level of the budget that a level of officials answers for."""

_NAMA: Final = {PROGRAM: "Program", KEGIATAN: "Kegiatan", SUB_KEGIATAN: "Sub Kegiatan"}


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """What an agreement holds, without its form."""

    sasaran: Tabel
    triwulan: Tabel
    anggaran: Tabel

    @property
    def tabel(self) -> tuple[Tabel, ...]:
        """The tables in the order in which they are printed."""
        return (self.sasaran, self.triwulan, self.anggaran)


def isi_perjanjian(index: Index, unit: Unit, versi: Versi) -> IsiPerjanjian:
    """All tables of a unit's agreement, Murni or a revision."""
    return IsiPerjanjian(
        tabel_sasaran(index, unit, versi),
        tabel_target_triwulan(index, unit, versi),
        tabel_anggaran(index, unit, versi),
    )


def tabel_sasaran(index: Index, unit: Unit, versi: Versi) -> Tabel:
    """Aims, indicators and targets: No, Sasaran, Indikator, Satuan, Target."""
    kolom = (
        sel.NOMOR,
        Kolom("sasaran", SASARAN[unit.tingkat], lebar=30, gabung=True),
        Kolom("indikator", "Indikator Kinerja", lebar=38),
        Kolom("satuan", "Satuan", "tengah", 12),
        Kolom("target", "Target", "tengah", 14),
    )
    notes = Catatan(index)
    rows = tuple(
        Baris((*each.kepala(), each.target_tahun()), kelompok=each.baris.sasaran.kunci)
        for each in _cells(index, unit, versi, notes)
    )
    title = f"Sasaran, Indikator, dan Target Kinerja Tahun {index.data.tahun}"
    return Tabel("PK-1", title, kolom, rows, notes.semua(), _no_aims(unit))


def tabel_target_triwulan(index: Index, unit: Unit, versi: Versi) -> Tabel:
    """The same with the milestones of the four quarters."""
    kolom = (
        sel.NOMOR,
        Kolom("sasaran", SASARAN[unit.tingkat], lebar=22, gabung=True),
        Kolom("indikator", "Indikator Kinerja", lebar=30),
        Kolom("satuan", "Satuan", "tengah", 10),
        Kolom("target", "Target Tahunan", "tengah", 10),
        *(
            Kolom(f"tw{ke}", nama_triwulan(ke), "tengah", 8, kelompok="Target Triwulan")
            for ke in TRIWULAN
        ),
    )
    notes = Catatan(index)
    rows = tuple(
        Baris(
            (*each.kepala(), each.target_tahun(), *map(each.target_triwulan, TRIWULAN)),
            kelompok=each.baris.sasaran.kunci,
        )
        for each in _cells(index, unit, versi, notes)
    )
    title = f"Target Kinerja Triwulanan Tahun {index.data.tahun}"
    return Tabel("PK-2", title, kolom, rows, notes.semua(), _no_aims(unit))


def tabel_anggaran(index: Index, unit: Unit, versi: Versi) -> Tabel:
    """The budget lines of the unit's level: No, line, amount, source; and their sum."""
    level = ANGGARAN[unit.tingkat]
    kolom = (
        sel.NOMOR,
        Kolom("uraian", _NAMA[level], lebar=52),
        Kolom("anggaran", "Anggaran", "kanan", 24),
        Kolom("keterangan", "Keterangan", lebar=20),
    )
    lines = [each for each in versi.anggaran if each.tingkat == level and _is_of(index, each, unit)]
    field = sel.dari_versi("pagu", versi.isi)
    rows = [
        Baris(
            (
                Sel(str(number)),
                sel.teks(each.item.uraian, each.kunci, "uraian"),
                sel.nilai(pagu(each.item), each.kunci, field),
                sel.teks(each.item.sumber_dana, each.kunci, "sumber_dana"),
            )
        )
        for number, each in enumerate(lines, 1)
    ]
    if rows:
        total = jumlahkan([pagu(each.item) for each in lines], tulis=rupiah)
        sums = {"anggaran": sel.nilai(total, unit.kode, f"{field}.jumlah")}
        rows.append(sel.jumlah("Jumlah", sums, kolom))
    return Tabel(
        kode="PK-3",
        judul=f"{_NAMA[level]} dan Anggaran Tahun {index.data.tahun}",
        kolom=kolom,
        baris=tuple(rows),
        kosong=f"Tidak ada {_NAMA[level].lower()} yang menjadi tanggung jawab {unit.nama}.",
    )


def lampiran_perjanjian(index: Index, unit: Unit | None, versi: Versi | None) -> tuple[Tabel, ...]:
    """L1: the agreement's tables again, as an annex of the annual report."""
    if unit is None or versi is None:
        missing = "Perjanjian kinerja belum tersedia."
        return (Tabel("L1", "Perjanjian Kinerja", (sel.NOMOR,), (), kosong=missing),)
    title = f"Perjanjian Kinerja {unit.nama} Tahun {index.data.tahun} ({nama_versi(versi.isi)})"
    return (
        replace(tabel_sasaran(index, unit, versi), kode="L1.1", judul=title),
        replace(tabel_anggaran(index, unit, versi), kode="L1.2"),
    )


def _cells(index: Index, unit: Unit, versi: Versi, notes: Catatan) -> list[SelIndikator]:
    rows = indikator_in(kelompok_of(index, Pilihan(unit=unit.kode)))
    return [SelIndikator(index, each, notes, versi) for each in rows]


def _no_aims(unit: Unit) -> str:
    return f"Belum ada sasaran yang menjadi tanggung jawab {unit.nama}."


def _is_of(index: Index, line: TempatAnggaran, unit: Unit) -> bool:
    """The whole budget is the head's; below, each line is of the unit that it names."""
    if line.tingkat == PROGRAM:
        return True
    owner = index.unit_of(line.item.penanggung_jawab)
    return owner is not None and owner.kode == unit.kode
