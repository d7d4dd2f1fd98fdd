"""What was reached and spent, quarter by quarter, and what proves it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from doc_templates.kind import Verbatim
from doc_templates.kinerja.model.perjanjian import Empat  # noqa: TC001 - Pydantic reads it
from doc_templates.kinerja.tertulis import Tertulis  # noqa: TC001 - as above

Triwulan = Annotated[int, Field(ge=1, le=4)]
"""A number and no literal, because YAML hands it over as the text that was typed."""


class Bukti(Verbatim):
    """A piece of evidence; realisations refer to it by its code."""

    kode: str = Field(description="Misalnya B-001")
    uraian: str = ""
    berkas: str = Field(default="", description="Nama berkas")
    sha256: str | None = Field(default=None, description="Sidik SHA-256, 64 angka heksadesimal")
    tanggal: str | None = None
    lokasi: str = Field(default="", description="Tautan atau tempat penyimpanan")


class RealisasiTriwulan(Verbatim):
    """One quarter of one indicator; the quarter's own value, not the running total."""

    ke: Triwulan
    nilai: Tertulis = None
    bukti: tuple[str, ...] = Field(default=(), description="Kode bukti")
    pendorong: str = ""
    penghambat: str = ""
    tindak_lanjut: str = ""
    catatan: str = Field(default="", description="Misalnya sebab target nol")


class RealisasiIndikator(Verbatim):
    """The quarters of an indicator, as far as they are reported."""

    indikator: str = Field(description="Kode indikator, atau uraiannya bila tidak berkode")
    triwulan: tuple[RealisasiTriwulan, ...] = ()


class RealisasiAnggaran(Verbatim):
    """What a sub kegiatan spent and put out in each quarter; not the running total."""

    sub_kegiatan: str = Field(description="Kode sub kegiatan, atau uraiannya bila tidak berkode")
    keuangan: Empat = Field(default=(None, None, None, None), description="Rupiah")
    keluaran: Empat = (None, None, None, None)
    efisiensi: str = Field(default="", description="Penjelasan efisiensi; hanya untuk cara C")


class RencanaAksi(Verbatim):
    """What will be done in each quarter for an indicator."""

    indikator: str
    uraian: str
    triwulan: tuple[str, str, str, str] = Field(description="Keluaran tiap triwulan")
    penanggung_jawab: str = Field(default="", description="Kode unit")


class TahunLalu(Verbatim):
    """An earlier year of an indicator."""

    indikator: str
    tahun: int = Field(ge=2000, le=2100)
    target: Tertulis = None
    realisasi: Tertulis = None


class Pembanding(Verbatim):
    """What others reached: the nation, the province, another region, or a standard."""

    indikator: str
    lingkup: str = Field(description="Misalnya Nasional, Provinsi Jawa Tengah, Standar nasional")
    tahun: int = Field(ge=2000, le=2100)
    nilai: Tertulis = None
    sumber: str = ""
