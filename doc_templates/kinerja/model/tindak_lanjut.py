"""What others said of the office: awards, recommendations, and the review of its report."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from doc_templates.kind import Verbatim


class Penghargaan(Verbatim):
    """An award of the year."""

    nama: str
    pemberi: str = ""
    tingkat: str = Field(default="", description="Misalnya Kabupaten, Provinsi, Nasional")
    tanggal: str | None = None


class Rekomendasi(Verbatim):
    """A recommendation of the evaluators, and what became of it."""

    uraian: str
    sumber: str = Field(default="", description="Nomor dan tahun LHE")
    tindak_lanjut: str = ""
    status: Literal["belum", "proses", "tuntas"] = "belum"
    penanggung_jawab: str = Field(default="", description="Kode unit")
    batas_waktu: str | None = None
    bukti: tuple[str, ...] = Field(default=(), description="Kode bukti")


class JawabanReviu(Verbatim):
    """The reviewer's answer to one question of the checklist."""

    butir: str = Field(description="Kode butir, misalnya F1")
    jawaban: Literal["ya", "tidak", "tidak_berlaku"]
    catatan: str = ""


class Reviu(Verbatim):
    """The review of the annual report by the internal auditor."""

    pereviu: str = Field(default="", description="Jabatan pereviu, misalnya Inspektur …")
    tanggal: str | None = None
    jawaban: tuple[JawabanReviu, ...] = ()
