"""Annexes of an annual report: the data set, and which of the fifteen."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from pydantic import AfterValidator, Field

from doc_templates.naskah.laporan import Laporan
from doc_templates.pejabat import Pejabat

KodeLampiran = Literal[
    "L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", "L11", "L12", "L13", "L14", "L15"
]
SEMUA: Final[tuple[KodeLampiran, ...]] = get_args(KodeLampiran)
"""All annexes, in the order in which they are bound."""


def _once(codes: tuple[KodeLampiran, ...]) -> tuple[KodeLampiran, ...]:
    """The order is that of the binding, whatever order they are named in; none twice."""
    if len(set(codes)) < len(codes):
        message = "ada lampiran yang disebut dua kali; sebutlah masing-masing sekali"
        raise ValueError(message)
    return codes


class LampiranLkjip(Laporan):
    """One annex alone, or several bound with a cover and contents."""

    lampiran: Annotated[tuple[KodeLampiran, ...], AfterValidator(_once), Field(min_length=1)] = (
        Field(default=SEMUA, description="L1 sampai L15; kosong: semuanya, terjilid")
    )
    pereviu: Pejabat | None = Field(
        default=None,
        description="Penanda tangan pernyataan reviu (L15); kosong: jabatan pereviu pada data",
    )

    @property
    def tanggal_naskah(self) -> str | None:
        """Its own date, else that of the annual report."""
        return self.tanggal or self.data.tanggal_laporan.tahunan

    @property
    def urut(self) -> tuple[KodeLampiran, ...]:
        """The annexes in the order of the binding."""
        return tuple(each for each in SEMUA if each in self.lampiran)

    @property
    def terjilid(self) -> bool:
        """True for several annexes, which have a cover and contents."""
        return len(self.lampiran) > 1

    @property
    def penanda_reviu(self) -> Pejabat | None:
        """Who signs the statement of review; None where it is not among the annexes."""
        if "L15" not in self.lampiran:
            return None
        return self.pereviu or Pejabat(jabatan=self.data.reviu.pereviu or None)
