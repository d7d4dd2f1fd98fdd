"""The table of a page in an SVG: heads, rulings, and every text in the lines that were reckoned.

Each line says how wide it is in print (``textLength``), so that a screen without the office's
typeface still shows it within its cell.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, Literal

from doc_templates.pengukur import SEMPIT
from doc_templates.sop.bagan.bentuk import Kotak
from doc_templates.sop.bagan.isi import UKURAN_SAMBUNGAN, tinggi_baris_teks
from doc_templates.sop.bagan.kolom import BANTALAN, MM
from doc_templates.sop.bagan.svg_unsur import angka, unsur

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from doc_templates.pengukur import Pengukur
    from doc_templates.sop.bagan.bentuk import BarisTabel, Halaman, Lembar
    from doc_templates.sop.bagan.kerangka import Kerangka
    from doc_templates.sop.profiles import Profil

GARIS: Final = 0.5 * MM
"""Width of the rulings, mm."""
DASAR: Final = 0.78
"""Of the height of a line, how far its base is from its top."""
Rata = Literal["kiri", "tengah"]


class Kertas:
    """A page's drawing with what is needed to set text on it."""

    def __init__(self, gambar: Element, pengukur: Pengukur) -> None:
        self.gambar, self.pengukur = gambar, pengukur

    def kelompok(self, **sifat: object) -> Element:
        """A group on the page."""
        return unsur(self.gambar, "g", **sifat)

    def tulis(
        self,
        induk: Element,
        teks: str,
        kotak: Kotak,
        ukuran: float,
        *,
        rata: Rata = "tengah",
        tebal: bool = False,
    ) -> None:
        """A text in the middle of the height of a box, broken as in print.

        Args:
            induk: group that it belongs to.
            teks: the text of a cell.
            kotak: the cell, mm.
            ukuran: type size, points.
            rata: where its lines begin.
            tebal: set in bold.
        """
        tinggi = tinggi_baris_teks(ukuran) * MM
        ruang = kotak.lebar - 2 * BANTALAN + SEMPIT
        semua = [
            teks[awal:akhir].replace("\t", " ").strip()
            for awal, akhir in self.pengukur.baris(teks, ruang, ukuran, tebal=tebal)
        ]
        y = kotak.pusat.y - len(semua) * tinggi / 2 + DASAR * tinggi
        for at, each in enumerate(semua):
            if each:
                self._baris(induk, each, kotak, y + at * tinggi, ukuran, rata=rata, tebal=tebal)

    def _baris(
        self,
        induk: Element,
        teks: str,
        kotak: Kotak,
        y: float,
        ukuran: float,
        *,
        rata: Rata,
        tebal: bool,
    ) -> None:
        x = kotak.kiri + BANTALAN if rata == "kiri" else kotak.pusat.x
        lebar = self.pengukur.huruf.text_width(teks, points=ukuran, bold=tebal)
        # Hundredths are enough for letters, and a large sheet has thousands of lines.
        sifat = {"x": round(x, 2), "y": round(y, 2), "textLength": round(lebar, 1)}
        jangkar = {} if rata == "kiri" else {"text_anchor": "middle"}
        unsur(induk, "text", teks, **sifat, **jangkar)


def gambar_tabel(kertas: Kertas, halaman: Halaman, lembar: Lembar, k: Kerangka, f: Profil) -> None:
    """Draw the table of a page.

    Args:
        kertas: what is drawn on.
        halaman: the page.
        lembar: the sheet that it belongs to.
        k: the frame of the sheet.
        f: the office's form, for the heads.
    """
    tepi = tuple(accumulate(lembar.lebar, initial=k.room.left))
    pertama = halaman is lembar.halaman[0]
    dasar = k.atas(pertama=pertama)
    _kepala(kertas, lembar, k, f, tepi, dasar)
    isi = kertas.kelompok(font_size=lembar.ukuran * MM)
    for each in halaman.baris:
        _isi_baris(kertas, isi, each, lembar, tepi)
    batas = [(each.atas, each.atas + each.tinggi) for each in halaman.baris]
    if batas:
        _kisi(kertas, tepi, [batas[0][0], *(bawah for _, bawah in batas)])


def _kepala(  # noqa: PLR0917 - measures of one thing
    kertas: Kertas, lembar: Lembar, k: Kerangka, f: Profil, tepi: tuple[float, ...], dasar: float
) -> None:
    atas = dasar - sum(lembar.tinggi_kepala)
    tengah = atas + lembar.tinggi_kepala[0]
    lajur = k.banyak_lajur
    sendiri = f.letak_keterangan == "sendiri"
    akhir = len(tepi) - (2 if sendiri else 1)
    kepala = [
        (f.kolom.nomor, Kotak(tepi[0], atas, tepi[1], dasar)),
        (f.kolom.uraian, Kotak(tepi[1], atas, tepi[2], dasar)),
        (f.kolom.pelaksana, Kotak(tepi[2], atas, tepi[2 + lajur], tengah)),
        (f.kolom.mutu_baku, Kotak(tepi[2 + lajur], atas, tepi[akhir], tengah)),
    ]
    if sendiri:
        kepala.append((f.kolom.keterangan, Kotak(tepi[-2], atas, tepi[-1], dasar)))
    bawah = [f.kolom.kelengkapan, f.kolom.waktu, f.kolom.output]
    if f.letak_keterangan == "mutu_baku":
        bawah.append(f.kolom.keterangan)
    kepala += [
        (teks, Kotak(tepi[2 + lajur + at], tengah, tepi[3 + lajur + at], dasar))
        for at, teks in enumerate(bawah)
    ]
    group = kertas.kelompok(font_size=lembar.ukuran * MM, font_weight="bold")
    for teks, kotak in kepala:
        _bingkai(group, kotak)
        kertas.tulis(group, teks, kotak, lembar.ukuran, tebal=True)
    for at in range(lajur):
        nama = k.model.lajur[at].nama if k.model.lajur else ""
        kotak = Kotak(tepi[2 + at], tengah, tepi[3 + at], dasar)
        _bingkai(group, kotak)
        if not lembar.tegak:
            kertas.tulis(group, nama, kotak, lembar.ukuran, tebal=True)
            continue
        x, y = kotak.pusat
        putar = unsur(group, "g", transform=f"rotate(-90 {angka(x)} {angka(y)})")
        panjang, tebal = kotak.tinggi / 2, kotak.lebar / 2
        rebah = Kotak(x - panjang, y - tebal, x + panjang, y + tebal)
        kertas.tulis(putar, nama, rebah, lembar.ukuran, tebal=True)


def _isi_baris(
    kertas: Kertas, isi: Element, baris: BarisTabel, lembar: Lembar, tepi: tuple[float, ...]
) -> None:
    ukuran = lembar.ukuran if baris.langkah is not None else UKURAN_SAMBUNGAN
    induk = isi
    if baris.langkah is None:
        induk = unsur(isi, "g", font_size=ukuran * MM)
    # The number and the time stand in the middle, as in the form.
    waktu = 2 + len(lembar.halaman[0].lajur)
    for at, teks in enumerate(baris.teks):
        if teks:
            kotak = Kotak(tepi[at], baris.atas, tepi[at + 1], baris.atas + baris.tinggi)
            rata: Rata = "tengah" if at in {0, waktu} else "kiri"
            kertas.tulis(induk, teks, kotak, ukuran, rata=rata)


def _bingkai(induk: Element, kotak: Kotak) -> None:
    unsur(
        induk,
        "rect",
        x=kotak.kiri,
        y=kotak.atas,
        width=kotak.lebar,
        height=kotak.tinggi,
        fill="none",
        stroke="#000",
        stroke_width=GARIS,
    )


def _kisi(kertas: Kertas, tepi: tuple[float, ...], batas: list[float]) -> None:
    """The rulings below the head, as one path."""
    tegak = (f"M{angka(x)} {angka(batas[0])}V{angka(batas[-1])}" for x in tepi)
    datar = (f"M{angka(tepi[0])} {angka(bawah)}H{angka(tepi[-1])}" for _, bawah in pairwise(batas))
    jalan = "".join((*tegak, *datar))
    unsur(kertas.gambar, "path", d=jalan, fill="none", stroke="#000", stroke_width=GARIS)
