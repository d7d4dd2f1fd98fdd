"""The cells of an indicator's row: every document takes them from here, so equal stays equal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import banding, capaian
from doc_templates.kinerja.hitung.triwulan import nama_triwulan
from doc_templates.kinerja.tabel import sel

if TYPE_CHECKING:
    from doc_templates.kinerja.hitung.capaian import Kumpulan
    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.model import Indikator
    from doc_templates.kinerja.model.renstra import Polaritas
    from doc_templates.kinerja.rumus import CaraHitung, Hasil
    from doc_templates.kinerja.tabel.bentuk import Sel
    from doc_templates.kinerja.tabel.keterangan import Catatan
    from doc_templates.kinerja.tabel.susunan import BarisIndikator

POLARITAS: Final[dict[Polaritas, str]] = {
    "tinggi": "Semakin tinggi semakin baik",
    "rendah": "Semakin rendah semakin baik",
    "rentang": "Di dalam rentang",
}
CARA_HITUNG: Final[dict[CaraHitung, str]] = {
    "jumlah": "Jumlah",
    "nilai_akhir": "Nilai akhir",
    "rata_rata": "Rata-rata",
}


@dataclass(frozen=True, slots=True)
class SelIndikator:
    """One indicator's cells in one version; what they leave open goes to the notes."""

    index: Index
    baris: BarisIndikator
    catatan: Catatan
    versi: Versi | None = None

    @property
    def kunci(self) -> str:
        """Key of the indicator."""
        return self.baris.kunci

    @property
    def indikator(self) -> Indikator:
        """The indicator itself."""
        return self.baris.tempat.indikator

    def kepala(self) -> tuple[Sel, Sel, Sel, Sel]:
        """No, aim, indicator, unit of measure."""
        aim = self.baris.sasaran
        return (
            sel.teks(self.baris.nomor),
            sel.teks(aim.sasaran.uraian, aim.kunci, "uraian"),
            self.uraian(),
            self.satuan(),
        )

    def uraian(self) -> Sel:
        """The indicator's text."""
        return sel.teks(self.indikator.uraian, self.kunci, "uraian")

    def satuan(self) -> Sel:
        """Its unit of measure."""
        return sel.teks(self.indikator.satuan, self.kunci, "satuan")

    def polaritas(self) -> Sel:
        """Which way is better, and the formula that follows."""
        text = f"{POLARITAS[self.indikator.polaritas]} ({self.indikator.rumus})"
        return sel.teks(text, self.kunci, "polaritas")

    def cara_hitung(self) -> Sel:
        """How its quarters become a year."""
        return sel.teks(CARA_HITUNG[self.indikator.cara_hitung], self.kunci, "cara_hitung")

    def penanggung_jawab(self) -> Sel:
        """The unit in charge; its aim's where the indicator names none."""
        named = self.indikator.penanggung_jawab or self.baris.sasaran.sasaran.penanggung_jawab
        unit = self.index.unit_of(named)
        return sel.teks(unit.nama if unit else named, self.kunci, "penanggung_jawab")

    def target_tahun(self) -> Sel:
        """The year's target."""
        value = capaian.target_tahun(self.index, self.kunci, self.versi)
        self.catatan.skala(self.indikator.skala)
        return sel.nilai(value, self.kunci, self._medan("target.tahun"))

    def target_triwulan(self, ke: int) -> Sel:
        """A quarter's target."""
        value = capaian.target_triwulan(self.index, self.kunci, self.versi, ke)
        return sel.nilai(value, self.kunci, self._medan(f"target.tw{ke}"))

    def realisasi_triwulan(self, ke: int) -> Sel:
        """What a quarter reached."""
        value = capaian.realisasi_triwulan(self.index, self.kunci, ke)
        return sel.nilai(value, self.kunci, f"realisasi.tw{ke}")

    def realisasi_sampai(self, ke: int = 4) -> Sel:
        """What was reached up to a quarter."""
        field = f"realisasi.sd_tw{ke}"
        value = self._kumpulan(capaian.realisasi_sampai(self.index, self.kunci, ke), field)
        return sel.nilai(value.nilai, self.kunci, field)

    def capaian_triwulan(self, ke: int) -> Sel:
        """A quarter's achievement."""
        value = capaian.capaian_triwulan(self.index, self.kunci, self.versi, ke)
        return self._hasil(value, f"capaian.tw{ke}", f"capaian {nama_triwulan(ke)}")

    def capaian_sampai(self, ke: int) -> Sel:
        """The achievement of the quarters up to one."""
        value = capaian.capaian_sampai(self.index, self.kunci, self.versi, ke)
        return self._hasil(value, f"capaian.sd_tw{ke}", f"capaian s.d. {nama_triwulan(ke)}")

    def capaian_tahun(self, ke: int = 4) -> Sel:
        """What was reached up to a quarter, against the year's target."""
        value = capaian.capaian_tahun(self.index, self.kunci, self.versi, ke)
        return self._hasil(value, f"capaian.tahun_sd_tw{ke}", "capaian terhadap target tahunan")

    def predikat(self) -> Sel:
        """The class of the year's achievement."""
        value = capaian.capaian_tahun(self.index, self.kunci, self.versi)
        return self._predikat(value, "predikat.tahun")

    def predikat_sampai(self, ke: int) -> Sel:
        """The class of what was reached by the end of a quarter of what was due by then.

        Not of the year's target: half a year would always be called very low.
        """
        value = capaian.capaian_sampai(self.index, self.kunci, self.versi, ke)
        return self._predikat(value, f"predikat.sd_tw{ke}")

    def realisasi_of(self, tahun: int) -> Sel:
        """What a year reached; this year is told as in every other table."""
        if tahun == self.index.data.tahun:
            return self.realisasi_sampai()
        value = banding.realisasi_of(self.index, self.kunci, tahun)
        return sel.nilai(value, self.kunci, f"realisasi.{tahun}")

    def capaian_of(self, tahun: int) -> Sel:
        """A year's achievement."""
        if tahun == self.index.data.tahun:
            return self.capaian_tahun()
        value = banding.capaian_of(self.index, self.kunci, tahun)
        return self._hasil(value, f"capaian.{tahun}", f"capaian {tahun}", versioned=False)

    def perubahan(self, tahun: int) -> Sel:
        """How far a year lies above the one before."""
        value = banding.perubahan(self.index, self.kunci, tahun)
        return self._hasil(value, f"perubahan.{tahun}", f"perubahan {tahun}", versioned=False)

    def pertumbuhan(self, tahun: int) -> Sel:
        """The same in per cent."""
        value = banding.pertumbuhan(self.index, self.kunci, tahun)
        return self._hasil(value, f"pertumbuhan.{tahun}", f"pertumbuhan {tahun}", versioned=False)

    def target_akhir(self) -> Sel:
        """The target for the end of the plan."""
        value = banding.target_akhir(self.index, self.kunci)
        return sel.nilai(value, self.kunci, "renstra.target_akhir")

    def target_renstra(self, tahun: int) -> Sel:
        """The plan's target of a year."""
        value = banding.target_renstra(self.index, self.kunci, tahun)
        return sel.nilai(value, self.kunci, f"renstra.target.{tahun}")

    def realisasi_renstra(self) -> Sel:
        """What counts towards the end of the plan."""
        value = banding.realisasi_renstra(self.index, self.kunci)
        if value.kosong:
            years = ", ".join(map(str, value.kosong))
            line = (
                f"{self.baris.nomor}: realisasi tahun {years} belum tersedia dan tidak dijumlahkan."
            )
            self.catatan.catat(line, self.kunci, "catatan.renstra.realisasi")
        return sel.nilai(value.nilai, self.kunci, "renstra.realisasi")

    def kemajuan(self) -> Sel:
        """Progress towards the end of the plan."""
        value = banding.kemajuan(self.index, self.kunci)
        return self._hasil(value, "renstra.kemajuan", "tingkat kemajuan", versioned=False)

    def _medan(self, field: str) -> str:
        return sel.dari_versi(field, self.versi.isi if self.versi else None)

    def _predikat(self, value: Hasil, field: str) -> Sel:
        self.catatan.kelas()
        return sel.teks(capaian.predikat(self.index, value), self.kunci, self._medan(field))

    def _hasil(self, value: Hasil, field: str, label: str, *, versioned: bool = True) -> Sel:
        where = self._medan(field) if versioned else field
        self.catatan.hasil(f"{self.baris.nomor} {label}", value, self.kunci, f"catatan.{where}")
        return sel.hasil(value, self.kunci, where)

    def _kumpulan(self, value: Kumpulan, field: str) -> Kumpulan:
        return self.catatan.kumpulan(self.baris.nomor, value, self.kunci, f"catatan.{field}")
