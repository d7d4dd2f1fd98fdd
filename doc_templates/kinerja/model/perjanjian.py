"""What was promised for the year: targets and budget, whole in every revision.

A revision holds everything anew, so that what an earlier one promised stays as it was.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from doc_templates.kind import Verbatim
from doc_templates.kinerja.tertulis import Tertulis

AlasanPerubahan = Literal["pergantian_pejabat", "perubahan_strategi", "perubahan_prioritas"]
"""The three reasons for which Permenpan RB 53/2014 allows a revision."""

Empat = tuple[Tertulis, Tertulis, Tertulis, Tertulis]
"""One value for each quarter."""


class AlasanBeda(Verbatim):
    """Why a promised target is not the plan's, and who signed for it."""

    uraian: str
    disetujui_oleh: str = Field(default="", description="Jabatan yang menyetujui")
    tanggal: str | None = None


class TargetIndikator(Verbatim):
    """The year's target of an indicator, and its milestones."""

    indikator: str = Field(description="Kode indikator, atau uraiannya bila tidak berkode")
    tahunan: Tertulis = None
    triwulan: Empat = (None, None, None, None)
    alasan_beda: AlasanBeda | None = Field(
        default=None, description="Wajib bila target berbeda dari Renstra"
    )


class Keluaran(Verbatim):
    """The output of a sub kegiatan."""

    uraian: str
    satuan: str = ""
    desimal: int | None = Field(default=0, ge=0, le=6)
    target: Tertulis = None


class SubKegiatan(Verbatim):
    """The smallest budgeted piece of work."""

    kode: str = Field(default="", description="Misalnya 2.16.01.2.01.0001")
    uraian: str
    anggaran: Tertulis = Field(default=None, description="Rupiah")
    sumber_dana: str = Field(default="", description="Misalnya APBD (DAU)")
    penanggung_jawab: str = Field(default="", description="Kode unit")
    keluaran: Keluaran | None = None


class Kegiatan(Verbatim):
    """An activity; its amount may be typed, or left to its sub kegiatan."""

    kode: str = ""
    uraian: str
    anggaran: Tertulis = Field(default=None, description="Rupiah; kosong: jumlah rinciannya")
    sumber_dana: str = ""
    penanggung_jawab: str = Field(default="", description="Kode unit")
    sub_kegiatan: tuple[SubKegiatan, ...] = ()


class Program(Verbatim):
    """A programme, and the aims that it serves."""

    kode: str = ""
    uraian: str
    anggaran: Tertulis = Field(default=None, description="Rupiah; kosong: jumlah rinciannya")
    sumber_dana: str = ""
    penanggung_jawab: str = Field(default="", description="Kode unit")
    sasaran: tuple[str, ...] = Field(default=(), description="Kode sasaran yang didukung")
    kegiatan: tuple[Kegiatan, ...] = ()


class Dpa(Verbatim):
    """The budget document on which the promise rests."""

    nomor: str = ""
    tanggal: str | None = None
    jumlah: Tertulis = Field(default=None, description="Rupiah")


class NomorNaskah(Verbatim):
    """The number that a unit's agreement bears."""

    unit: str
    nomor: str


class VersiPerjanjian(Verbatim):
    """The agreement as first made (Murni, ``ke`` 0), or one of its revisions."""

    ke: int = Field(
        ge=0, description="0 untuk perjanjian murni, 1 untuk Perubahan I, dan seterusnya"
    )
    tanggal: str | None = Field(default=None, description="Misalnya 4 Januari 2024")
    alasan: AlasanPerubahan | None = Field(default=None, description="Salah satu dari tiga alasan")
    uraian_alasan: str = ""
    nomor: tuple[NomorNaskah, ...] = ()
    dpa: Dpa = Dpa()
    target: tuple[TargetIndikator, ...] = ()
    program: tuple[Program, ...] = ()
