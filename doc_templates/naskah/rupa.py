"""Each block as WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from doc_templates.naskah.blok import (
    Alinea,
    BlokTabel,
    Daftar,
    Diagram,
    HalamanBaru,
    Judul,
)
from doc_templates.naskah.daftar_isi import daftar_xml
from doc_templates.naskah.diagram import gambar_diagram
from doc_templates.naskah.tabel import tabel_xml
from doc_templates.naskah.wordml import alinea, ganti_baris, penanda, potongan, tabulasi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doc_templates.naskah.blok import Blok
    from doc_templates.naskah.daftar_isi import Tujuan
    from doc_templates.naskah.kertas import Bidang

_GAYA_ALINEA: Final = {"isi": "Isi", "tengah": "Tengah", "kecil": "Kecil"}
_GANTUNG: Final = {2: 8.0, 3: 10.0}
"""Room for the number before a heading, mm."""
_BUTIR: Final = 8.0
_AWAL_OBJEK: Final = 1000
"""Numbers of drawings begin here; the filled form numbers all of them anew."""


class Perupa:
    """Draws the blocks of one text, which refer to each other."""

    def __init__(self, tujuan: Mapping[int, Tujuan]) -> None:
        """Begin a text whose blocks lead to these places."""
        self._tujuan = tujuan
        self._at = 0
        self._halaman_baru = False

    def rupa(self, blok: Sequence[Blok], bidang: Bidang) -> Iterator[str]:
        """The next blocks of the text, on pages of that type area."""
        self._halaman_baru = False
        for each in blok:
            yield from self._satu(each, bidang)
            self._at += 1

    def _satu(self, blok: Blok, bidang: Bidang) -> Iterator[str]:
        if isinstance(blok, HalamanBaru):
            self._halaman_baru = True
            return
        baru, self._halaman_baru = self._halaman_baru, False
        if isinstance(blok, Judul):
            yield self._judul(blok, baru=baru)
            return
        if baru:
            yield alinea(gaya="Sela", halaman_baru=True)
        if isinstance(blok, Alinea):
            yield alinea(potongan(blok.teks), gaya=_GAYA_ALINEA[blok.gaya])
        elif isinstance(blok, Daftar):
            yield from _daftar(blok)
        elif isinstance(blok, BlokTabel):
            yield self._nama(blok.nomor, blok.tabel.judul, gaya="Caption")
            yield from tabel_xml(blok.tabel, lebar=bidang.lebar, tinggi=bidang.tinggi)
        elif isinstance(blok, Diagram):
            yield self._diagram(blok, bidang)
            yield self._nama(blok.nomor, blok.judul, gaya="NamaGambar")
        else:
            yield from daftar_xml(blok, [*self._tujuan.values()], lebar=bidang.lebar)

    def _judul(self, judul: Judul, *, baru: bool) -> str:
        nomor = potongan(judul.nomor) if judul.nomor else ""
        if nomor:
            nomor += ganti_baris() if judul.tingkat == 1 else tabulasi()
        gantung = _GANTUNG.get(judul.tingkat, 0.0) if judul.nomor else 0.0
        return alinea(
            nomor, self._bertanda(judul.teks), gaya=f"Heading{judul.tingkat}", halaman_baru=baru,
            kiri=gantung, gantung=gantung,
        )  # fmt: skip

    def _nama(self, nomor: str, judul: str, *, gaya: str) -> str:
        """The caption of a table or chart."""
        return alinea(potongan(f"{nomor} ") if nomor else "", self._bertanda(judul), gaya=gaya)

    def _bertanda(self, teks: str) -> str:
        """The text of a heading or caption, where a list may refer to it."""
        tujuan = self._tujuan.get(self._at)
        isi = potongan(teks)
        return penanda(tujuan.penanda, self._at + 1, isi) if tujuan else isi

    def _diagram(self, diagram: Diagram, bidang: Bidang) -> str:
        bentuk = gambar_diagram(diagram, lebar=bidang.lebar, nomor_objek=_AWAL_OBJEK + self._at)
        tertulis: str = etree.tostring(bentuk, encoding="unicode")
        return tertulis


def _daftar(daftar: Daftar) -> Iterator[str]:
    for ke, butir in enumerate(daftar.butir, 1):
        tanda = {"angka": f"{ke}.", "huruf": f"{_huruf(ke)}.", "titik": "•"}[daftar.jenis]
        yield alinea(
            potongan(tanda), tabulasi(), potongan(butir), gaya="Butir", kiri=_BUTIR, gantung=_BUTIR
        )


def _huruf(ke: int) -> str:
    """The letters of a list: ``a`` to ``z``, then ``aa``."""
    depan, sisa = divmod(ke - 1, 26)
    return (_huruf(depan) if depan else "") + chr(ord("a") + sisa)
