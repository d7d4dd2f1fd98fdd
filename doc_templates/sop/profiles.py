"""How an office lays out its SOPs: labels, order of rows and paper are data, never code.

Permenpan RB 35/2012 gives no single fixed form, so each office's own is a file in profiles/.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from doc_templates.kind import Verbatim

FOLDER: Final = Path(__file__).parent / "profiles"

Kertas = Literal["A4", "F4", "Letter", "Legal"]
Arah = Literal["mendatar", "tegak"]

Isian = Literal[
    "nomor",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "disahkan_oleh",
    "nama_sop",
]


class Baris(Verbatim):
    """A row of the right upper panel."""

    isian: Isian
    label: str
    pemisah: str = Field(default="", description="Dicetak di depan isi, misalnya “: ”")


class LabelPanel(Verbatim):
    """Headings of the six panels."""

    dasar_hukum: str
    kualifikasi: str
    keterkaitan: str
    peralatan: str
    peringatan: str
    pencatatan: str


class LabelKolom(Verbatim):
    """Headings of the activity sheet."""

    nomor: str
    uraian: str
    pelaksana: str
    mutu_baku: str
    kelengkapan: str
    waktu: str
    output: str
    keterangan: str = ""


class Tepi(Verbatim):
    """The margins, millimetres; the foot keeps the band of the stamp free."""

    atas: float = Field(default=14.0, ge=8, le=40)
    kanan: float = Field(default=12.0, ge=8, le=40)
    bawah: float = Field(default=18.0, ge=18, le=40)
    kiri: float = Field(default=12.0, ge=8, le=40)


class Profil(Verbatim):
    """One way of laying out an SOP."""

    keterangan: str = Field(description="Untuk siapa bentuk ini dan dari mana asalnya")
    kertas: Kertas
    arah: Arah = "mendatar"
    tepi: Tepi = Tepi()
    sampul: Literal["halaman", "kepala"]
    baris: tuple[Baris, ...]
    panel: LabelPanel
    kolom: LabelKolom
    letak_keterangan: Literal["sendiri", "mutu_baku", "tidak_ada"]
    awalan_nip: str = "NIP. "

    def label_of(self, isian: Isian) -> str:
        """What this office calls a field."""
        return next((each.label for each in self.baris if each.isian == isian), isian)


@cache
def profile_names() -> tuple[str, ...]:
    """The profiles there are, in order of name."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def profile(name: str) -> Profil:
    """The profile of that name; the model has made sure that it exists."""
    return Profil.model_validate_json((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
