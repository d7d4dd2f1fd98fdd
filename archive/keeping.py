"""How a document is kept: its code, who may see it, and how long (JRA)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from archive.bad_values import BadKeeping
from archive.records import is_plain

MOST_YEARS: Final = 100
"""Longest time of one stage of retention."""
LONGEST_TEXT: Final = 200


class Access(StrEnum):
    """Klasifikasi keamanan dan akses (Perka ANRI 17/2011); each hides more than the one before."""

    BIASA = "biasa"
    TERBATAS = "terbatas"
    RAHASIA = "rahasia"
    SANGAT_RAHASIA = "sangat_rahasia"


class Fate(StrEnum):
    """Nasib akhir: what the schedule foresees when retention is over."""

    MUSNAH = "musnah"
    PERMANEN = "permanen"
    DINILAI_KEMBALI = "dinilai_kembali"


class Start(StrEnum):
    """From when retention counts."""

    AKHIR_TAHUN = "akhir_tahun"
    """From the end of the year that the document belongs to."""
    TANGGAL_NASKAH = "tanggal_naskah"
    """From the document's own date, or the end of the month or year where no more is known."""
    TIDAK_BERLAKU = "tidak_berlaku"
    """From the day when it was withdrawn or superseded; until then nothing falls due."""


@dataclass(frozen=True, slots=True)
class Retention:
    """One line of a schedule (jadwal retensi arsip, JRA), as it holds for one document."""

    active: int
    """Years in the office that made it."""
    inactive: int
    """Further years in the record centre."""
    fate: Fate
    start: Start = Start.AKHIR_TAHUN
    basis: str = ""
    """The regulation that lays the schedule down, as the arsiparis wrote it; may be empty."""

    def __post_init__(self) -> None:
        for years in (self.active, self.inactive):
            if not 0 <= years <= MOST_YEARS:
                raise BadKeeping(f"tuliskan masa simpan antara 0 dan {MOST_YEARS} tahun")
        if len(self.basis) > LONGEST_TEXT or not is_plain(self.basis):
            raise BadKeeping(f"tuliskan dasar retensi dalam paling banyak {LONGEST_TEXT} huruf")


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the arsiparis laid down for a document; filed with each version."""

    classification: str | None = None
    """Kode klasifikasi, verbatim; None leaves the one that stood in the data, if any."""
    scheme: str | None = None
    """Name of the scheme that the code is of, such as ``permendagri-83-2022``."""
    access: Access = Access.BIASA
    retention: Retention | None = None
    vital: bool = False
    """Arsip vital: without it the office could not go on after a disaster."""

    def __post_init__(self) -> None:
        for text in (self.classification, self.scheme):
            if text is not None and not (0 < len(text.strip()) <= LONGEST_TEXT and is_plain(text)):
                raise BadKeeping(f"tuliskan kodenya dalam 1 sampai {LONGEST_TEXT} huruf")

    def to_plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        held = self.retention
        return {
            "classification": self.classification,
            "scheme": self.scheme,
            "access": self.access.value,
            "vital": self.vital,
            "retention": None
            if held is None
            else {
                "active": held.active,
                "inactive": held.inactive,
                "fate": held.fate.value,
                "start": held.start.value,
                "basis": held.basis,
            },
        }

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> Keeping:
        """Read what `to_plain` wrote."""
        held = plain["retention"]
        return cls(
            classification=plain["classification"],
            scheme=plain["scheme"],
            access=Access(plain["access"]),
            vital=bool(plain["vital"]),
            retention=None
            if held is None
            else Retention(
                active=int(held["active"]),
                inactive=int(held["inactive"]),
                fate=Fate(held["fate"]),
                start=Start(held["start"]),
                basis=str(held["basis"]),
            ),
        )


AS_GIVEN: Final = Keeping()
"""How every document begins: nobody has laid anything down yet."""
