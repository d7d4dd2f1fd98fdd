"""Contents, list of tables, list of charts: links with the number of the page they lead to.

The number is a field (PAGEREF) that the layout program computes when it lays the pages out, so it
is right in one pass and stays right when the file is edited in Word.
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

_INDEN: Final = {1: 0.0, 2: 6.0, 3: 12.0}
_KANAN: Final = 12.0
"""Room for the page's number, which no line of a title enters, mm."""
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
    teks: str
    tingkat: int = 1


def tujuan_of(blok: Iterable[Blok]) -> Mapping[int, Tujuan]:
    """Every place by the number of its block, counted from 0 through the whole text."""
    return {at: tujuan for at, each in enumerate(blok) if (tujuan := _tujuan(each, f"_Toc{at:05}"))}


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
        return Tujuan("isi", penanda, _sebaris(blok.nomor, blok.teks), blok.tingkat)
    if isinstance(blok, BlokTabel) and blok.nomor:
        return Tujuan("tabel", penanda, _sebaris(blok.nomor, blok.tabel.judul))
    if isinstance(blok, Diagram) and blok.nomor:
        return Tujuan("gambar", penanda, _sebaris(blok.nomor, blok.judul))
    return None


def _sebaris(nomor: str, teks: str) -> str:
    return " ".join([*nomor.split(), *teks.split()])


def _baris(tujuan: Tujuan, lebar: float) -> str:
    tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(lebar)}"/>'
    halaman = f'<w:fldSimple w:instr=" PAGEREF {tujuan.penanda} \\h ">{potongan("0")}</w:fldSimple>'
    tebal = tujuan.jenis == "isi" and tujuan.tingkat == 1
    isi = (
        f'<w:hyperlink w:anchor="{tujuan.penanda}" w:history="1">'
        f"{potongan(tujuan.teks, tebal=tebal)}{tabulasi()}{halaman}</w:hyperlink>"
    )
    kiri = _INDEN[tujuan.tingkat] + (6.0 if tujuan.jenis == "isi" and tujuan.tingkat > 1 else 0.0)
    return alinea(
        isi, gaya=f"TOC{tujuan.tingkat}", kiri=kiri, gantung=6.0 if kiri else 0.0,
        kanan=_KANAN, tab=tab,
    )  # fmt: skip
