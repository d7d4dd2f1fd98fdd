"""A quarterly report: the data set, which quarter of it, and for whom."""

from __future__ import annotations

from pydantic import Field

from doc_templates.kinerja.hitung.triwulan import ROMAWI
from doc_templates.kinerja.model import Triwulan  # noqa: TC001 - Pydantic reads it at run time
from doc_templates.naskah.laporan import Laporan


class LaporanTriwulan(Laporan):
    """The report of one quarter, of the whole office or of one unit."""

    triwulan: Triwulan = Field(description="1 sampai 4")

    @property
    def tanggal_naskah(self) -> str | None:
        """Its own date, else the one that the data give for that quarter."""
        return self.tanggal or self.data.tanggal_laporan.triwulan[self.triwulan - 1]

    @property
    def angka_romawi(self) -> str:
        """The quarter as its title says it: I to IV."""
        return ROMAWI[self.triwulan]
