"""Where the rows of the data set stand, and how sentences name what they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from doc_templates.kinerja.tabel.susunan import Pilihan, is_chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.jalan import TempatAnggaran, TempatIndikator, TempatSasaran
    from doc_templates.kinerja.model import (
        Indikator,
        RealisasiAnggaran,
        RealisasiTriwulan,
        TargetIndikator,
    )
    from doc_templates.tanggal import Tanggal


@dataclass(frozen=True, slots=True)
class Letak:
    """A data set with the places of its rows; the first of equal rows counts, as in ``Index``."""

    index: Index
    sasaran: tuple[TempatSasaran, ...]
    """The aims that are looked at."""
    indikator: tuple[TempatIndikator, ...]
    """Their indicators."""
    kunci: Mapping[str, str | None]
    """Place of a reference → key of what it leads to."""

    def target(self, versi: Versi) -> dict[str, tuple[str, TargetIndikator]]:
        """Key of an indicator → place and row of its target in a version."""
        found: dict[str, tuple[str, TargetIndikator]] = {}
        for at, row in enumerate(versi.isi.target):
            place = f"perjanjian[{versi.nomor}].target[{at}]"
            key = self.kunci.get(f"{place}.indikator")
            if key is not None:
                found.setdefault(key, (place, row))
        return found

    def realisasi(self) -> dict[tuple[str, int], tuple[str, RealisasiTriwulan]]:
        """(Key of an indicator, quarter) → place and row."""
        found: dict[tuple[str, int], tuple[str, RealisasiTriwulan]] = {}
        for at, row in enumerate(self.index.data.realisasi):
            key = self.kunci.get(f"realisasi[{at}].indikator")
            for number, quarter in enumerate(row.triwulan):
                if key is not None:
                    place = f"realisasi[{at}].triwulan[{number}]"
                    found.setdefault((key, quarter.ke), (place, quarter))
        return found

    def belanja(self) -> dict[str, tuple[str, RealisasiAnggaran]]:
        """Key of a sub kegiatan → place and row of its spending."""
        found: dict[str, tuple[str, RealisasiAnggaran]] = {}
        for at, row in enumerate(self.index.data.realisasi_anggaran):
            place = f"realisasi_anggaran[{at}]"
            key = self.kunci.get(f"{place}.sub_kegiatan")
            if key is not None:
                found.setdefault(key, (place, row))
        return found


def letak_of(index: Index, unit: str | None = None) -> Letak:
    """The places of a data set, of all its aims or of those that a unit answers for."""
    chosen = [each for each in index.sasaran.values() if is_chosen(index, each, Pilihan(unit=unit))]
    keys = {each.kunci for each in chosen}
    return Letak(
        index=index,
        sasaran=tuple(chosen),
        indikator=tuple(each for each in index.indikator.values() if each.sasaran in keys),
        kunci={each.where: each.kunci for each in index.rujukan},
    )


def sebut(indikator: Indikator) -> str:
    """How a sentence names an indicator: ``indikator IKU-1.1``, else by its text."""
    return f"indikator {indikator.kode.strip() or f'“{indikator.uraian}”'}"


def sebut_awal(indikator: Indikator) -> str:
    """The same at the head of a sentence."""
    return sebut(indikator).replace("i", "I", 1)


def sebut_baris(baris: TempatAnggaran) -> str:
    """How a sentence names a budget line."""
    return f"{baris.item.kode.strip()} “{baris.item.uraian}”".strip()


def hari(tanggal: Tanggal | None) -> date | None:
    """The day, where it is known to the day."""
    if tanggal is None or tanggal.bulan is None or tanggal.hari is None:
        return None
    return date(tanggal.tahun, tanggal.bulan, tanggal.hari)


def kosong_di(**texts: str) -> Iterator[str]:
    """Names of the texts that are blank."""
    return (name for name, text in texts.items() if not text.strip())
