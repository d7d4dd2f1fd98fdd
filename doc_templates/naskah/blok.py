"""What a long document is made of, as plain frozen data: no fonts, no paper, no XML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from doc_templates.kinerja.tabel import Tabel


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading; it stands in the contents and in the outline."""

    teks: str
    tingkat: Literal[1, 2, 3] = 1
    nomor: str = ""
    """As printed before the text: ``BAB I``, ``A.``, ``1.``; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; the text is printed as typed."""

    teks: str
    gaya: Literal["isi", "tengah", "kecil"] = "isi"


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list."""

    butir: tuple[str, ...]
    jenis: Literal["angka", "huruf", "titik"] = "angka"


@dataclass(frozen=True, slots=True)
class BlokTabel:
    """A table under its caption, with its lines of explanation below."""

    tabel: Tabel
    nomor: str = ""
    """``Tabel 3.1``; empty where the table needs no number."""


@dataclass(frozen=True, slots=True)
class Seri:
    """One row of values of a chart, in the order of its categories."""

    nama: str
    nilai: tuple[Decimal | None, ...]
    """None where there is no number: the place stays empty and its word is printed."""
    teks: tuple[str, ...]
    """Each value as the tables print it."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A chart, drawn as vectors and readable in black and white."""

    judul: str
    kategori: tuple[str, ...]
    seri: tuple[Seri, ...]
    uraian: str
    """Alternative text: what the chart shows, with its numbers."""
    jenis: Literal["batang", "garis"] = "batang"
    satuan: str = ""
    nomor: str = ""
    """``Gambar 3.1``."""


@dataclass(frozen=True, slots=True)
class HalamanBaru:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """Contents with page numbers, or the list of tables or charts."""

    jenis: Literal["isi", "tabel", "gambar"] = "isi"


Blok = Judul | Alinea | Daftar | BlokTabel | Diagram | HalamanBaru | DaftarIsi


@dataclass(frozen=True, slots=True)
class Bagian:
    """Blocks on pages of one direction."""

    blok: tuple[Blok, ...]
    mendatar: bool = False
