"""The strategic plan: tujuan, sasaran, indikator, and five years of targets."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from doc_templates.kind import Verbatim
from doc_templates.kinerja.rumus import CaraHitung, KodeRumus  # noqa: TC001 - Pydantic reads it
from doc_templates.kinerja.tertulis import Tertulis  # noqa: TC001 - as above

Polaritas = Literal["tinggi", "rendah", "rentang"]
"""Which way is better: higher, lower, or within a range."""


class TargetTahun(Verbatim):
    """The target of one year of the plan."""

    tahun: int = Field(ge=2000, le=2100)
    target: Tertulis = None


class Indikator(Verbatim):
    """How a sasaran is measured: all that decides how its numbers are read and computed."""

    kode: str = Field(default="", description="Misalnya IKU-1.1; tanpa kode dikenali dari uraian")
    uraian: str
    utama: bool = Field(default=False, description="Benar untuk indikator kinerja utama (IKU)")
    definisi: str = Field(default="", description="Definisi operasional")
    formula: str = Field(default="", description="Cara menghitung nilainya, dalam kata")
    satuan: str = Field(default="", description="Misalnya Persen, Nilai, Dokumen")
    desimal: int | None = Field(
        default=None, ge=0, le=6, description="Angka di belakang koma; 0 untuk bilangan bulat"
    )
    polaritas: Polaritas = "tinggi"
    rumus: KodeRumus = Field(default="F1", description="Rumus capaian")
    skala: str = Field(default="", description="Nama skala predikat; hanya untuk rumus F6")
    cara_hitung: CaraHitung = Field(
        default="nilai_akhir", description="Cara empat triwulan menjadi satu tahun"
    )
    cara_hitung_renstra: Literal["jumlah", "nilai_akhir"] = Field(
        default="nilai_akhir", description="Cara lima tahun menjadi target akhir Renstra"
    )
    sumber_data: str = ""
    penanggung_jawab: str = Field(default="", description="Kode unit")
    kondisi_awal: Tertulis = None
    target_renstra: tuple[TargetTahun, ...] = ()
    target_akhir: Tertulis = None


class Sasaran(Verbatim):
    """An aim; the aims below it carry it out (cascade)."""

    kode: str = ""
    uraian: str
    penanggung_jawab: str = Field(description="Kode unit yang memperjanjikannya")
    indikator: tuple[Indikator, ...] = ()
    turunan: tuple[Sasaran, ...] = Field(default=(), description="Sasaran unit di bawahnya")


class Tujuan(Verbatim):
    """A goal of the plan."""

    kode: str = ""
    uraian: str
    sasaran: tuple[Sasaran, ...] = ()


class Renstra(Verbatim):
    """The plan of five years."""

    judul: str = Field(description="Misalnya Rencana Strategis Dinas … Tahun 2021–2025")
    dasar: str = Field(default="", description="Peraturan yang menetapkannya")
    tahun_awal: int = Field(ge=2000, le=2100)
    tahun_akhir: int = Field(ge=2000, le=2100)
    tujuan: tuple[Tujuan, ...] = ()
