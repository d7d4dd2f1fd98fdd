"""The record of an accepted change, as it stays in the data: what, why, by whom and when."""

from __future__ import annotations

from pydantic import Field

from doc_templates.kind import Verbatim


class Penerimaan(Verbatim):
    """A change that someone accepted: a proposal, or a value from a returned form."""

    kode: str = Field(description="Kode usulan, misalnya LAJUR-3")
    tempat: str = Field(description="Tempat di dalam data, misalnya kegiatan[2].pelaksana")
    semula: str = Field(description="Isi sebelum diubah")
    menjadi: str = Field(description="Isi sesudah diubah")
    alasan: str = Field(description="Alasan usulan, atau asal isian")
    oleh: str = Field(description="Siapa yang menerima")
    pada: str = Field(description="Kapan, ISO 8601 dalam UTC")
