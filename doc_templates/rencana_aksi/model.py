"""An action plan: the data set, which version of the agreement it carries out, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.naskah.laporan import Laporan

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index, Versi


class RencanaAksiTahunan(Laporan):
    """The action plan of a year, of the whole office or of one unit."""

    ke: int | None = Field(
        default=None,
        ge=0,
        description="Versi perjanjian: 0 murni, 1 Perubahan I, …; kosong: yang terakhir berlaku",
    )

    @property
    def tanggal_naskah(self) -> str | None:
        """Its own date, else that of the agreement which it carries out."""
        chosen = [each for each in self.data.perjanjian if self.ke in {None, each.ke}]
        return self.tanggal or (chosen[-1].tanggal if chosen else None)

    def versi(self, index: Index) -> Versi | None:
        """The version of the agreement; None where there is none of that number."""
        if self.ke is None:
            return versi_untuk(index, 4)
        return next((each for each in index.versi if each.isi.ke == self.ke), None)
