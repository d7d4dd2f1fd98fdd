"""Quarters of the year, and which version of the agreement is in force in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.tanggal import Tanggal, read_date

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.model import VersiPerjanjian

TRIWULAN: Final = (1, 2, 3, 4)
ROMAWI: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_FIRST_MONTH: Final = {1: 1, 2: 4, 3: 7, 4: 10}
_LAST_DAY: Final = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}


def nama_triwulan(ke: int) -> str:
    """As printed: ``TW II``."""
    return f"TW {ROMAWI[ke]}"


def nama_versi(versi: VersiPerjanjian) -> str:
    """As printed: ``Murni``, ``Perubahan I``."""
    return nama_versi_ke(versi.ke)


def nama_versi_ke(ke: int) -> str:
    """The same by the version's number alone."""
    return "Murni" if ke == 0 else f"Perubahan {ROMAWI[ke] if ke < len(ROMAWI) else ke}"


def awal_triwulan(tahun: int, ke: int) -> Tanggal:
    """The first day of a quarter."""
    return Tanggal(tahun, _FIRST_MONTH[ke], 1)


def akhir_triwulan(tahun: int, ke: int) -> Tanggal:
    """The last day of a quarter."""
    return Tanggal(tahun, *_LAST_DAY[ke])


def versi_untuk(index: Index, ke: int) -> Versi | None:
    """The version in force at the end of a quarter: the latest that is not dated after it.

    A version without a readable date counts by its place; before the first one's date the
    first one holds; None where nothing was promised.
    """
    end = akhir_triwulan(index.data.tahun, ke)
    in_force = [each for each in index.versi if not _is_after(each.isi, end)]
    return next(iter(in_force[::-1] or index.versi), None)


def _is_after(versi: VersiPerjanjian, end: Tanggal) -> bool:
    date = read_date(versi.tanggal or "")
    return date is not None and end.is_before(date)
