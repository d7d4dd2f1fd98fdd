"""What a collection form consists of, before anything is Excel: sheets, columns, rows, cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doc_templates.formulir.identitas import Identitas
    from doc_templates.kinerja.nilai import Nilai
    from doc_templates.tanggal import Tanggal

Isi = Decimal | str | None
"""What a cell holds, as written: a number, a text, or nothing."""

Jenis = Literal["nilai", "teks", "kode_bukti", "kode", "tanggal"]
"""How an input is read: by its field, as words, as codes of evidence, as a new code, as a date."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a sheet."""

    kunci: str
    judul: str
    lebar: float
    """In characters of the body font."""
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    penentu: bool = False
    """True for a locked column that says what the row is about: changed, its values are void."""


@dataclass(frozen=True, slots=True)
class Isian:
    """A cell that the unit fills."""

    jenis: Jenis
    nilai: Isi = None
    """What the data hold there already."""
    baca: Callable[[Isi], Nilai] | None = field(default=None, compare=False, repr=False)
    """Reads what is written there; only for ``nilai``."""
    satuan: str = ""
    desimal: int | None = None
    pilihan: tuple[str, ...] = ()
    """Words to choose from; others may be typed unless ``hanya_pilihan``."""
    hanya_pilihan: bool = False
    boleh_negatif: bool = True
    uang: bool = False
    """True for rupiah."""


Sel = str | Isian
"""A locked cell with its text, or an input."""


@dataclass(frozen=True, slots=True)
class Pita:
    """A band that heads the rows below it."""

    teks: str


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of the table."""

    kunci: str
    """Of the indicator, the sub kegiatan or the evidence; ``+1``, ``+2`` … for rows to fill."""
    sel: Mapping[str, Sel]
    """Key of the column → cell."""

    def isian(self) -> Mapping[str, Isian]:
        """Its inputs."""
        return {key: each for key, each in self.sel.items() if isinstance(each, Isian)}


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet with one table."""

    kunci: str
    nama: str
    """On its tab."""
    judul: str
    kolom: tuple[Kolom, ...]
    isi: tuple[Pita | Baris, ...]

    @property
    def baris(self) -> tuple[Baris, ...]:
        """Its rows without the bands."""
        return tuple(each for each in self.isi if isinstance(each, Baris))


@dataclass(frozen=True, slots=True)
class Formulir:
    """The form of one unit for one quarter."""

    identitas: Identitas
    nama_unit: str
    batas_waktu: Tanggal
    kertas: Literal["A4", "F4"]
    lembar: tuple[Lembar, ...]
