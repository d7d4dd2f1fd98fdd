"""What every chapter is written from: the data set looked up, and the numbers of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import anggaran, capaian
from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.tabel import puncak
from doc_templates.kinerja.tabel.analisis import tabel_sebab
from doc_templates.kinerja.tabel.anggaran import tabel_efisiensi
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.pengukuran import (
    tabel_antartahun,
    tabel_pembanding,
    tabel_pengukuran,
    tabel_renstra,
)
from doc_templates.kinerja.tabel.program import tabel_program
from doc_templates.kinerja.tabel.sel_indikator import SelIndikator
from doc_templates.kinerja.tabel.susunan import indikator_in, kelompok_of
from doc_templates.naskah.blok import BlokTabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.jalan import TempatSasaran
    from doc_templates.kinerja.model import DataKinerja, Narasi
    from doc_templates.kinerja.rumus import Hasil
    from doc_templates.kinerja.tabel import Tabel
    from doc_templates.kinerja.tabel.susunan import BarisIndikator
    from doc_templates.laporan_tahunan.model import LaporanTahunan


class Penomor:
    """Numbers tables and charts within their chapter, in the order in which they are made."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tabel: dict[int, int] = {}
        self._gambar: dict[int, int] = {}

    def tabel(self, bab: int) -> str:
        """The next table's: ``Tabel 3.1``."""
        self._tabel[bab] = self._tabel.get(bab, 0) + 1
        return f"Tabel {bab}.{self._tabel[bab]}"

    def gambar(self, bab: int) -> str:
        """The next chart's: ``Gambar 3.1``."""
        self._gambar[bab] = self._gambar.get(bab, 0) + 1
        return f"Gambar {bab}.{self._gambar[bab]}"


@dataclass(frozen=True, slots=True)
class Capaian:
    """An indicator's row with its achievement of the year."""

    baris: BarisIndikator
    sel: SelIndikator
    hasil: Hasil

    @property
    def tercapai(self) -> bool | None:
        """Whether the target was reached; None where no achievement can be computed."""
        return None if self.hasil.nilai is None else self.hasil.nilai >= TERCAPAI


TERCAPAI: Final = 100
"""Per cent from which a target is reached, by every formula of the register."""


@dataclass(frozen=True)
class Bahan:
    """The stuff of one report."""

    model: LaporanTahunan
    index: Index
    nomor: Penomor = field(default_factory=Penomor)

    @property
    def data(self) -> DataKinerja:
        """The data set."""
        return self.index.data

    @property
    def tahun(self) -> int:
        """The year reported on."""
        return self.data.tahun

    @property
    def narasi(self) -> Narasi:
        """The typed texts."""
        return self.data.narasi

    @cached_property
    def kantor(self) -> str:
        """The office's name as it stands within a sentence."""
        unit = puncak(self.index)
        return unit.nama if unit else self.data.kop.nama_instansi

    @cached_property
    def versi(self) -> Versi | None:
        """The agreement in force at the year's end."""
        return versi_untuk(self.index, 4)

    @cached_property
    def capaian(self) -> tuple[Capaian, ...]:
        """Every indicator in the order of the tables."""
        notes = Catatan(self.index)
        return tuple(
            Capaian(
                each,
                SelIndikator(self.index, each, notes, self.versi),
                capaian.capaian_tahun(self.index, each.kunci, self.versi),
            )
            for each in indikator_in(kelompok_of(self.index))
        )

    @cached_property
    def seluruh(self) -> Mapping[str, Tabel]:
        """The tables of the whole year, from which each aim's are cut."""
        index = self.index
        return {
            "pengukuran": tabel_pengukuran(index),
            "antartahun": tabel_antartahun(index),
            "renstra": tabel_renstra(index),
            "pembanding": tabel_pembanding(index),
            "sebab": tabel_sebab(index),
            "efisiensi": tabel_efisiensi(index),
            "program": tabel_program(index),
        }

    @cached_property
    def per_sasaran(self) -> tuple[tuple[TempatSasaran, tuple[Capaian, ...]], ...]:
        """Every aim that has indicators with their achievements, in the order of the tables."""
        found: dict[str, list[Capaian]] = {}
        for each in self.capaian:
            found.setdefault(each.baris.sasaran.kunci, []).append(each)
        return tuple((self.index.sasaran[key], tuple(rows)) for key, rows in found.items())

    @cached_property
    def nomor_sasaran(self) -> dict[str, str]:
        """Key of an aim → its number in every table."""
        return {each.baris.sasaran.kunci: each.baris.nomor_sasaran for each in self.capaian}

    def rata(self, rows: tuple[Capaian, ...]) -> tuple[Hasil, str]:
        """Mean achievement of some indicators, and its class."""
        mean = anggaran.rata_capaian(self.index, [each.hasil for each in rows])
        return mean, capaian.predikat(self.index, mean)

    def tabel(self, bab: int, tabel: Tabel) -> BlokTabel:
        """A numbered table."""
        return BlokTabel(tabel, self.nomor.tabel(bab))


def bahan_of(model: LaporanTahunan) -> Bahan:
    """Look the data set of a report up."""
    return Bahan(model, index_of(model.data))
