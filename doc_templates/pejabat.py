"""An official as a signature block shows them; the document keeps this snapshot for good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pydantic import Field

from doc_templates import codes
from doc_templates.isian import check_filled
from doc_templates.kind import Verbatim
from doc_templates.nip import check_nip

if TYPE_CHECKING:
    from doc_templates.findings import Finding

PANGKAT: Final = (
    *("Juru Muda", "Juru Muda Tk. I", "Juru", "Juru Tk. I"),
    *("Pengatur Muda", "Pengatur Muda Tk. I", "Pengatur", "Pengatur Tk. I"),
    *("Penata Muda", "Penata Muda Tk. I", "Penata", "Penata Tk. I"),
    *("Pembina", "Pembina Tk. I", "Pembina Utama Muda", "Pembina Utama Madya", "Pembina Utama"),
)
"""Golongan I/a to IV/e. PPPK have a golongan in Roman numerals and no such name."""

_KAPASITAS: Final = re.compile(r"(?:plt|plh|pj)\b\.?", re.IGNORECASE)
_GOLONGAN: Final = re.compile(
    r"\s*(?:[,(]\s*)?(?:gol(?:ongan)?\.?\s*)?(?:\([IVX]+\)|[IVX]+\s*/\s*[a-e]\b\s*\)?)\s*$"
)
_KEPALA_DAERAH: Final = re.compile(
    r"(?:wakil\s+)?(?:bupati|wali\s?kota|gubernur|menteri|presiden)\b", re.IGNORECASE
)
_BUKAN_JABATAN: Final = re.compile(r"pemerintah(?:an)?\b", re.IGNORECASE)


class Pejabat(Verbatim):
    """Who signs, as printed."""

    nama: str | None = Field(default=None, description="Nama dengan gelar, persis seperti dicetak")
    jabatan: str | None = Field(default=None, description="Jabatan tanpa Plt./Plh./Pj.")
    kapasitas: str | None = Field(
        default=None, description="Plt., Plh., atau Pj.; dicetak di depan jabatan"
    )
    pangkat: str | None = Field(default=None, description="Misalnya Pembina Tk. I")
    nip: str | None = Field(default=None, description="Persis seperti dicetak, tanpa kata NIP")

    @property
    def sebutan(self) -> str:
        """The post with its capacity in front, as printed over the signature."""
        return " ".join(each for each in (self.kapasitas, self.jabatan) if each)


def capacity_of(jabatan: str) -> str | None:
    """Plt., Plh. or Pj. at the head of a post; the same letters in a name mean nothing."""
    match = _KAPASITAS.match(jabatan.lstrip())
    return match[0] if match else None


def is_kepala_daerah(jabatan: str | None) -> bool:
    """True for heads of region and ministers: they have neither NIP nor pangkat."""
    return bool(_KEPALA_DAERAH.match((jabatan or "").strip()))


def check_official(official: Pejabat, where: str) -> list[Finding]:
    """What is odd about a signatory; the name itself is never judged."""
    found = check_filled(official.nama, f"{where}.nama", "nama penanda tangan")
    found += _check_post(official, where)
    if is_kepala_daerah(official.jabatan):
        return found
    found += _check_rank(official, where)
    found += check_filled(official.nip, f"{where}.nip", "NIP penanda tangan")
    return found + (check_nip(official.nip, f"{where}.nip") if official.nip else [])


def _check_post(official: Pejabat, where: str) -> list[Finding]:
    post = official.jabatan
    place = f"{where}.jabatan"
    if post is None or not post.strip():
        sentence = "Jabatan penanda tangan belum disebut; tulislah di atas namanya."
        return [codes.SIGN_TITLE.at(place, sentence)]
    if _BUKAN_JABATAN.match(post.strip()):
        sentence = f"“{post}” bukan jabatan; tulislah jabatan penanda tangan, misalnya Camat."
        return [codes.SIGN_TITLE.at(place, sentence)]
    capacity = official.kapasitas or capacity_of(post)
    if capacity is None:
        return []
    sentence = (
        f"Naskah ditandatangani oleh {capacity}; mohon pastikan surat penugasannya masih berlaku."
    )
    return [codes.PLT.at(f"{where}.kapasitas", sentence)]


def _check_rank(official: Pejabat, where: str) -> list[Finding]:
    rank, place = official.pangkat, f"{where}.pangkat"
    if rank is None or not rank.strip():
        return [
            codes.PANGKAT_MISSING.at(
                place, "Pangkat penanda tangan belum disebut; lengkapilah bila ada."
            )
        ]
    plain = _GOLONGAN.sub("", rank).strip()
    if not plain or _key(plain) in {_key(each) for each in PANGKAT}:
        return []
    return [
        codes.PANGKAT_UNKNOWN.at(
            place, f"Pangkat “{rank}” tidak ada di daftar pangkat PNS; mohon periksa ejaannya."
        )
    ]


def _key(pangkat: str) -> str:
    return pangkat.lower().replace("tingkat", "tk").replace(".", "").replace(" ", "")
