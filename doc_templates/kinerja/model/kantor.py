"""The office: its units from the top down, and who held which post from when to when."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from doc_templates.kind import Verbatim
from doc_templates.pejabat import Pejabat

Tingkat = Literal["kepala_daerah", "kepala_pd", "camat", "administrator", "pengawas"]
"""Level of a unit's head: eselon III is ``administrator``, eselon IV ``pengawas``."""


class Unit(Verbatim):
    """A unit of the office, or the head of region above it."""

    kode: str = Field(description="Kode unit, misalnya SEKRETARIAT; dipakai sebagai rujukan")
    nama: str = Field(description="Misalnya Bidang Statistik dan Persandian")
    tingkat: Tingkat
    induk: str | None = Field(default=None, description="Kode unit atasannya; kosong di puncak")


class Penugasan(Pejabat):
    """An official in a post, with the term for which the post is theirs."""

    unit: str = Field(description="Kode unit yang dipimpin")
    mulai: str | None = Field(default=None, description="Misalnya 4 Januari 2021")
    selesai: str | None = Field(default=None, description="Kosong selama masih menjabat")
    dasar: str = Field(default="", description="Surat keputusan atau surat perintah")
