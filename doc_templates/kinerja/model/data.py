"""The data set itself: everything that the performance documents of one office and year print."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from doc_templates.kind import Verbatim
from doc_templates.kinerja.acuan.skala_predikat import SkalaPredikat  # noqa: TC001 - as below
from doc_templates.kinerja.model.kantor import Penugasan, Unit  # noqa: TC001 - Pydantic reads it
from doc_templates.kinerja.model.kebijakan import Kebijakan
from doc_templates.kinerja.model.narasi import Narasi
from doc_templates.kinerja.model.perjanjian import VersiPerjanjian  # noqa: TC001 - as above
from doc_templates.kinerja.model.realisasi import (  # noqa: TC001 - as above
    Bukti,
    Pembanding,
    RealisasiAnggaran,
    RealisasiIndikator,
    RencanaAksi,
    TahunLalu,
)
from doc_templates.kinerja.model.renstra import Renstra  # noqa: TC001 - as above
from doc_templates.kinerja.model.tindak_lanjut import Penghargaan, Rekomendasi, Reviu
from doc_templates.kop import Kop  # noqa: TC001 - as above
from doc_templates.penerimaan import Penerimaan  # noqa: TC001 - as above


class TanggalLaporan(Verbatim):
    """The dates that the year's reports bear."""

    triwulan: tuple[str | None, str | None, str | None, str | None] = (None, None, None, None)
    tahunan: str | None = None


class DataKinerja(Verbatim):
    """One office, one year."""

    kop: Kop
    tahun: int = Field(ge=2000, le=2100)
    tempat: str = Field(description="Tempat penandatanganan, misalnya Kudus")
    kode_penomoran: str = Field(default="", description="Kode unit pengolah, misalnya 118-01")
    kertas: Literal["A4", "F4"] = "A4"
    kebijakan: Kebijakan = Kebijakan()
    unit: tuple[Unit, ...] = Field(description="Dari puncak ke bawah")
    pejabat: tuple[Penugasan, ...] = ()
    renstra: Renstra
    perjanjian: tuple[VersiPerjanjian, ...] = Field(
        default=(), description="Murni, lalu perubahannya menurut urutan"
    )
    rencana_aksi: tuple[RencanaAksi, ...] = ()
    realisasi: tuple[RealisasiIndikator, ...] = ()
    realisasi_anggaran: tuple[RealisasiAnggaran, ...] = ()
    bukti: tuple[Bukti, ...] = ()
    tahun_lalu: tuple[TahunLalu, ...] = ()
    pembanding: tuple[Pembanding, ...] = ()
    penghargaan: tuple[Penghargaan, ...] = ()
    rekomendasi: tuple[Rekomendasi, ...] = ()
    reviu: Reviu = Reviu()
    narasi: Narasi = Narasi()
    tanggal_laporan: TanggalLaporan = TanggalLaporan()
    skala: tuple[SkalaPredikat, ...] = Field(
        default=(), description="Skala predikat milik kantor, di samping yang tersedia"
    )
    penerimaan: tuple[Penerimaan, ...] = Field(
        default=(), description="Isian formulir yang telah diterima, tidak dicetak"
    )
