"""An annual report: the whole data set of one office and year."""

from __future__ import annotations

from doc_templates.naskah.laporan import Laporan


class LaporanTahunan(Laporan):
    """A Laporan Kinerja Instansi Pemerintah (LKjIP); always of the whole office."""

    @property
    def tanggal_naskah(self) -> str | None:
        """Its own date, else the one that the data give for the annual report."""
        return self.tanggal or self.data.tanggal_laporan.tahunan
