"""How an office lays out its SOPs: paper, type, labels, their order: data, never code.

Permenpan RB 35/2012 gives no single fixed form, so each office's own is a file in profiles/.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal, get_args

from pydantic import Field, ValidationError, model_validator

from doc_templates.errors import ProfileUnreadable
from doc_templates.kind import Verbatim
from doc_templates.sop.profile_faults import fault_of
from doc_templates.tanggal import GayaTanggal  # noqa: TC001 - pydantic reads it at run time
from doc_templates.typefaces import Huruf  # noqa: TC001 - pydantic reads it at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER: Final = Path(__file__).parent / "profiles"

Kertas = Literal["A4", "F4", "Letter", "Legal"]
Arah = Literal["mendatar", "tegak"]
Letak = Literal["identitas", "penutup"]
"""Where the head signs: on the identity sheet, or under the table of activities."""

Isian = Literal[
    "nomor",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "disahkan_oleh",
    "nama_sop",
]
NamaPanel = Literal[
    "dasar_hukum",
    "kualifikasi",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
]
Tepian = Annotated[float, Field(ge=10, le=40)]
Ukuran = Annotated[float, Field(ge=7, le=12, multiple_of=0.5)]


class Tepi(Verbatim):
    """Margins in millimetres; the running head and the stamp's band need theirs."""

    atas: Tepian = 14.0
    kanan: Tepian = 12.0
    bawah: float = Field(default=18.0, ge=18, le=40, description="Cap di kaki halaman perlu 18 mm")
    kiri: Tepian = 12.0


class UkuranHuruf(Verbatim):
    """Sizes of type, in points and half points."""

    identitas: Ukuran = 10.0
    """Of the identity sheet; becomes smaller where that saves a second page."""
    kegiatan: Ukuran = 9.5
    """The largest on the activity sheet; many lanes make it smaller."""


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


class Profil(Verbatim):
    """One way of laying out an SOP."""

    keterangan: str = Field(description="Untuk siapa bentuk ini dan dari mana asalnya")
    kertas: Kertas
    arah: Arah = "mendatar"
    tepi: Tepi = Tepi()
    huruf: Huruf = "Arial"
    ukuran: UkuranHuruf = UkuranHuruf()
    gaya_tanggal: GayaTanggal = Field(
        default="huruf", description="Bagi tanggal yang diisi seperti 2023-02-10"
    )
    sampul: Literal["halaman", "kepala"] = Field(
        description="Isian sampul: halaman tersendiri, atau judul di atas lembar identitas"
    )
    letak_kop: Literal["panel", "atas"] = Field(
        default="panel", description="Kop di panel kiri, atau di atas lembar identitas"
    )
    baris: tuple[Baris, ...] = Field(description="Keenam baris identitas, menurut urutannya")
    panel: LabelPanel
    urutan_panel: tuple[NamaPanel, ...] = Field(
        default=get_args(NamaPanel), description="Keenam panel: kiri, kanan, kiri, kanan, …"
    )
    judul_panel: Literal["kiri", "tengah"] = "kiri"
    kolom: LabelKolom
    letak_keterangan: Literal["sendiri", "mutu_baku", "tidak_ada"]
    letak_pengesahan: Letak = Field(
        default="identitas", description="Tempat tanda tangan bila data tidak menyebutnya"
    )
    awalan_nip: str = "NIP. "

    @model_validator(mode="after")
    def _nothing_lacks(self) -> Profil:
        """A row or a panel that a profile forgot would swallow what an office typed."""
        _require_each_once("baris", [row.isian for row in self.baris], get_args(Isian))
        _require_each_once("urutan_panel", self.urutan_panel, get_args(NamaPanel))
        if self.letak_keterangan != "tidak_ada" and not self.kolom.keterangan:
            raise ValueError("kolom.keterangan wajib diisi bila letak_keterangan bukan tidak_ada")
        return self

    @property
    def pasangan_panel(self) -> tuple[tuple[NamaPanel, NamaPanel], ...]:
        """The panels as they stand side by side, from the top."""
        return tuple(zip(self.urutan_panel[::2], self.urutan_panel[1::2], strict=True))

    def label_of(self, isian: Isian) -> str:
        """What this office calls a field."""
        return next((each.label for each in self.baris if each.isian == isian), isian)


def _require_each_once(field: str, found: Sequence[str], wanted: Sequence[str]) -> None:
    if sorted(found) != sorted(wanted):
        raise ValueError(f"{field} harus memuat masing-masing satu kali: {', '.join(wanted)}")


@cache
def profile_names() -> tuple[str, ...]:
    """The profiles there are, in order of name."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def profile(name: str) -> Profil:
    """The profile of that name; the model has made sure that it exists."""
    return read_profile(FOLDER / f"{name}.json")


def read_profile(path: Path) -> Profil:
    """A profile from its file; raises ProfileUnreadable with every fault and its place."""
    try:
        return Profil.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except json.JSONDecodeError as error:
        place = f"baris {error.lineno}, kolom {error.colno}"
        raise ProfileUnreadable(path.name, [f"{place} bukan JSON yang utuh"]) from error
    except UnicodeDecodeError as error:
        raise ProfileUnreadable(path.name, ["bukan teks UTF-8"]) from error
    except ValidationError as error:
        faults = [fault_of(each, Profil) for each in error.errors(include_url=False)]
        raise ProfileUnreadable(path.name, faults) from error
