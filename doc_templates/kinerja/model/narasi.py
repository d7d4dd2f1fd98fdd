"""What the annual report tells in words; each text is a list of paragraphs."""

from __future__ import annotations

from pydantic import Field

from doc_templates.kind import Verbatim

Alinea = tuple[str, ...]
"""Paragraphs, in their order, verbatim."""


class IsuStrategis(Verbatim):
    """A strategic issue."""

    judul: str
    uraian: Alinea = ()


class Pegawai(Verbatim):
    """A group of staff."""

    kelompok: str = Field(description="Misalnya menurut jabatan, golongan, atau pendidikan")
    rincian: str
    laki_laki: int = Field(default=0, ge=0)
    perempuan: int = Field(default=0, ge=0)


class Sarana(Verbatim):
    """Equipment and rooms."""

    uraian: str
    jumlah: int = Field(ge=0)
    satuan: str
    kondisi: str = ""


class AnalisisSasaran(Verbatim):
    """What the report says of one sasaran beside its tables."""

    sasaran: str = Field(description="Kode sasaran")
    tahun_ini: Alinea = Field(default=(), description="Target dan realisasi tahun ini")
    antartahun: Alinea = Field(default=(), description="Dibandingkan tahun-tahun sebelumnya")
    renstra: Alinea = Field(default=(), description="Dibandingkan target jangka menengah")
    pembanding: Alinea = Field(default=(), description="Dibandingkan standar atau nasional")
    sebab: Alinea = Field(default=(), description="Sebab keberhasilan atau kegagalan dan solusi")
    efisiensi: Alinea = Field(default=(), description="Efisiensi penggunaan sumber daya")
    program: Alinea = Field(default=(), description="Program yang menunjang atau menghambat")


class Narasi(Verbatim):
    """The texts of the annual report, in its order."""

    kata_pengantar: Alinea = ()
    ringkasan_eksekutif: Alinea = ()
    latar_belakang: Alinea = ()
    dasar_hukum: tuple[str, ...] = ()
    maksud_tujuan: Alinea = ()
    gambaran_umum: Alinea = ()
    tugas_fungsi: Alinea = ()
    struktur_organisasi: Alinea = ()
    pegawai: tuple[Pegawai, ...] = ()
    sarana: tuple[Sarana, ...] = ()
    isu_strategis: tuple[IsuStrategis, ...] = ()
    sistematika: Alinea = ()
    arah_kebijakan: Alinea = Field(default=(), description="Strategi dan arah kebijakan Renstra")
    pengantar_pengukuran: Alinea = ()
    analisis: tuple[AnalisisSasaran, ...] = ()
    realisasi_anggaran: Alinea = ()
    upaya: Alinea = Field(default=(), description="Upaya perbaikan kinerja")
    simpulan: Alinea = ()
    penutup: Alinea = Field(default=(), description="Langkah ke depan")
