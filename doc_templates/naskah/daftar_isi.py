"""Contents, list of tables, list of charts: links with the number of the page they lead to.

Title and number are fields (REF, PAGEREF) that the layout program computes when it lays the pages
out, so both are right in one pass and stay right when the file is edited in Word. LibreOffice 7.4
makes links of such fields, but none of ``w:hyperlink`` to a place in the same document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.forge import twips
from doc_templates.naskah.blok import BlokTabel, Diagram, Judul
from doc_templates.naskah.wordml import alinea, potongan, tabulasi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from doc_templates.naskah.blok import Blok, DaftarIsi

_INDEN: Final = {1: 0.0, 2: 12.0, 3: 18.0}
_GANTUNG: Final = 6.0
"""Both in mm: a title's later lines stand under its first word."""
_KOSONG: Final = {
    "isi": "Tidak ada bab.",
    "tabel": "Tidak ada tabel bernomor.",
    "gambar": "Tidak ada gambar bernomor.",
}


@dataclass(frozen=True, slots=True)
class Tujuan:
    """A place that a list leads to."""

    jenis: str
    """``isi``, ``tabel`` or ``gambar``."""
    penanda: str
    """Name of the bookmark around its heading or caption."""
    nomor: str
    """Of the heading or caption, as printed before its text; may be empty."""
    teks: str
    tingkat: int = 1


def tujuan_of(blok: Iterable[Blok]) -> Mapping[int, Tujuan]:
    """Every place by the number of its block, counted from 0 through the whole text."""
    return {at: tujuan for at, each in enumerate(blok) if (tujuan := _tujuan(each, f"isi{at:05}"))}


def daftar_xml(daftar: DaftarIsi, tujuan: Sequence[Tujuan], *, lebar: float) -> Iterator[str]:
    """The lines of a list.

    Args:
        daftar: which list.
        tujuan: all places of the text, in their order.
        lebar: width of the type area, mm.
    """
    chosen = [each for each in tujuan if each.jenis == daftar.jenis]
    if not chosen:
        yield alinea(potongan(_KOSONG[daftar.jenis]), gaya="Isi")
    for each in chosen:
        yield _baris(each, lebar)


def _tujuan(blok: Blok, penanda: str) -> Tujuan | None:
    if isinstance(blok, Judul):
        return Tujuan("isi", penanda, blok.nomor, blok.teks, blok.tingkat)
    if isinstance(blok, BlokTabel) and blok.nomor:
        return Tujuan("tabel", penanda, blok.nomor, blok.tabel.judul)
    if isinstance(blok, Diagram) and blok.nomor:
        return Tujuan("gambar", penanda, blok.nomor, blok.judul)
    return None


def _baris(tujuan: Tujuan, lebar: float) -> str:
    tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(lebar)}"/>'
    tebal = tujuan.jenis == "isi" and tujuan.tingkat == 1
    judul = _bidang("REF", tujuan, tujuan.teks, tebal=tebal)
    nomor = potongan(f"{tujuan.nomor} ", tebal=tebal) if tujuan.nomor else ""
    kiri = _INDEN[tujuan.tingkat]
    return alinea(
        nomor, judul, tabulasi(), _bidang("PAGEREF", tujuan, "0"),
        gaya=f"TOC{tujuan.tingkat}", kiri=kiri, gantung=_GANTUNG if kiri else 0.0, tab=tab,
    )  # fmt: skip


def _bidang(kode: str, tujuan: Tujuan, teks: str, *, tebal: bool = False) -> str:
    """A field that is a link as well; the text is what it shows until it is computed."""
    isi = potongan(teks, tebal=tebal)
    return f'<w:fldSimple w:instr=" {kode} {tujuan.penanda} \\h ">{isi}</w:fldSimple>'
