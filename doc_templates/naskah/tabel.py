"""A derived table as WordprocessingML: heads that repeat, rows that stay whole, lines below.

A tall cell is merged only where all its rows stay on one page: a merged cell that a page break
cuts has fewer rows on each page than it says, and fails PDF/UA (ISO 14289-1, 7.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from doc_templates.forge import twips
from doc_templates.naskah.gaya import UKURAN_SEL
from doc_templates.naskah.kepala import kepala_tabel, sel_xml
from doc_templates.naskah.keterangan import keterangan_xml
from doc_templates.naskah.lebar import BANTALAN, baris_teks, ukuran_tabel
from doc_templates.naskah.wordml import alinea, potongan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
    from doc_templates.naskah.lebar import Ukuran

Gabung = Literal["", "restart", "continue", "atas", "tengah", "bawah"]
"""How a cell belongs to a tall one: merged, or only without the lines between them."""

_RATA: Final = {"kiri": "", "tengah": "center", "kanan": "right"}
_ARSIR: Final = "F2F2F2"
"""Behind rows that head others or sum them up."""
_INDEN: Final = 3.0
"""For each level below the first, mm."""
_TINGGI_BARIS: Final = 0.45
"""Height of a line of type of one point, mm."""
_BAGIAN_UTUH: Final = 0.55
"""Part of a page that rows kept together may take."""
_KETIADAAN: Final = frozenset({"tidak berlaku", "belum tersedia", "tidak dapat dihitung"})


@dataclass(frozen=True, slots=True)
class _Petak:
    """What the rows of a table are drawn with."""

    tabel: Tabel
    ukuran: Ukuran
    utuh: float
    """Height up to which a row or a group keeps together, mm."""
    inden: int
    """The column whose texts are indented by level."""

    @property
    def kolom(self) -> tuple[Kolom, ...]:
        return self.tabel.kolom

    @property
    def huruf(self) -> float:
        """Points where they are not the style's own."""
        return self.ukuran.huruf if self.ukuran.huruf != UKURAN_SEL else 0


def tabel_xml(tabel: Tabel, *, lebar: float, tinggi: float) -> Iterator[str]:
    """A table and the lines under it.

    Args:
        tabel: what is printed.
        lebar: width of the type area, mm.
        tinggi: its height, mm.
    """
    ukuran = ukuran_tabel(tabel, lebar)
    petak = _Petak(tabel, ukuran, tinggi * _BAGIAN_UTUH, _kolom_inden(tabel.kolom))
    yield _pembuka(ukuran.kolom)
    yield from kepala_tabel(tabel.kolom, ukuran, petak.huruf)
    if tabel.baris:
        yield from _isi(petak)
    else:
        yield _baris([_sel_rentang(petak, tabel.kosong, 0, len(tabel.kolom))], utuh=True)
    yield "</w:tbl>"
    yield from keterangan_xml(tabel.keterangan, lebar=lebar)


def _pembuka(kolom: Sequence[float]) -> str:
    sisi = ("top", "left", "bottom", "right", "insideH", "insideV")
    garis = "".join(
        f'<w:{each} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for each in sisi
    )
    samping = twips(BANTALAN)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, kolom))}" w:type="dxa"/>'
        f"<w:tblBorders>{garis}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="28" w:type="dxa"/><w:left w:w="{samping}" w:type="dxa"/>'
        f'<w:bottom w:w="28" w:type="dxa"/><w:right w:w="{samping}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{twips(each)}"/>' for each in kolom)
        + "</w:tblGrid>"
    )


def _isi(petak: _Petak) -> Iterator[str]:
    baris = petak.tabel.baris
    ikut = _ikut(baris)
    at = 0
    for kunci, anggota in groupby(baris, key=lambda each: each.kelompok):
        rows = list(anggota)
        muat = bool(kunci) and len(rows) > 1 and _tinggi(petak, rows) <= petak.utuh
        gabungan = _gabungan(petak.kolom, rows if kunci else [], muat=muat)
        for ke, each in enumerate(rows):
            tahan = ikut[at] or (muat and ke + 1 < len(rows))
            dengan = [column[ke] if column else "" for column in gabungan]
            yield _baris_isi(petak, each, dengan, ikut=tahan)
            at += 1


def _ikut(baris: Sequence[Baris]) -> list[bool]:
    """Which rows go to the page of the next one: what heads others, and the row before a sum."""
    lalu = [*baris[1:], None]
    return [
        each.jenis == "judul"
        or (each.jenis == "isi" and next_ is not None and next_.jenis == "jumlah")
        or (
            next_ is not None
            and each.jenis == next_.jenis == "isi"
            and next_.tingkat > each.tingkat
        )
        for each, next_ in zip(baris, lalu, strict=True)
    ]


def _gabungan(kolom: Sequence[Kolom], rows: Sequence[Baris], *, muat: bool) -> list[list[Gabung]]:
    """For each column how the cells of a group belong together; nothing where they do not."""
    return [
        _menurun([each.sel[at] for each in rows], muat=muat) if column.gabung else []
        for at, column in enumerate(kolom)
    ]


def _menurun(sel: Sequence[Sel | None], *, muat: bool) -> list[Gabung]:
    """Equal neighbours of a column are one tall cell."""
    sama = [len(list(run)) for _, run in groupby(sel, key=lambda each: each.teks if each else None)]
    return [_bersama(ke, banyak, muat=muat) for banyak in sama for ke in range(banyak)]


def _bersama(ke: int, banyak: int, *, muat: bool) -> Gabung:
    if banyak == 1:
        return ""
    if muat:
        return "continue" if ke else "restart"
    if ke == 0:
        return "atas"
    return "tengah" if ke + 1 < banyak else "bawah"


def _baris_isi(petak: _Petak, baris: Baris, gabung: Sequence[Gabung], *, ikut: bool) -> str:
    sel = []
    at = 0
    for at, lebar in _rentang(baris):
        isi = baris.sel[at]
        if isi is None:
            sel.append(sel_xml(alinea(gaya="Sel"), lebar=petak.ukuran.kolom[at]))
        elif lebar > 1:
            tengah = baris.jenis == "jumlah"
            sel.append(
                _sel_rentang(
                    petak, isi.teks, at, lebar, tebal=baris.jenis != "isi", ikut=ikut,
                    inden=baris.tingkat, tengah=tengah,
                )
            )  # fmt: skip
        else:
            sel.append(_sel(petak, baris, at, isi, gabung[at], ikut=ikut))
    return _baris(sel, utuh=_tinggi(petak, [baris]) <= petak.utuh)


def _rentang(baris: Baris) -> Iterator[tuple[int, int]]:
    """Position and width of each cell: a label takes the blanks beside it, a number does not."""
    at = 0
    while at < len(baris.sel):
        lebar = 1
        if at == 0:
            while at + lebar < len(baris.sel) and baris.sel[at + lebar] is None:
                lebar += 1
        yield at, lebar
        at += lebar


def _sel(petak: _Petak, baris: Baris, at: int, isi: Sel, gabung: Gabung, *, ikut: bool) -> str:
    lebar = petak.ukuran.kolom[at]
    lanjutan = gabung in {"continue", "tengah", "bawah"}
    tebal = baris.jenis != "isi"
    rata = _RATA[petak.kolom[at].rata]
    if rata == "right" and isi.angka is None and isi.teks in _KETIADAAN:
        rata = "center"
    potong = () if lanjutan else (potongan(isi.teks, tebal=tebal, ukuran=petak.huruf),)
    inden = baris.tingkat * _INDEN if at == petak.inden else 0
    return sel_xml(
        alinea(*potong, gaya="Sel", ikut=ikut, rata=rata, kiri=inden),
        lebar=lebar,
        gabung=gabung if gabung in {"restart", "continue"} else "",
        terbuka={"atas": ("bottom",), "tengah": ("top", "bottom"), "bawah": ("top",)}.get(
            gabung, ()
        ),
        arsir=_ARSIR if tebal else "",
    )


def _sel_rentang(
    petak: _Petak,
    teks: str,
    at: int,
    banyak: int,
    *,
    tebal: bool = False,
    ikut: bool = False,
    inden: int = 0,
    tengah: bool = False,
) -> str:
    return sel_xml(
        alinea(
            potongan(teks, tebal=tebal, ukuran=petak.huruf),
            gaya="Sel", ikut=ikut, kiri=inden * _INDEN, rata="center" if tengah else "",
        ),
        lebar=sum(petak.ukuran.kolom[at : at + banyak]),
        rentang=banyak,
        arsir=_ARSIR if tebal else "",
    )  # fmt: skip


def _baris(sel: Sequence[str], *, utuh: bool) -> str:
    return f"<w:tr><w:trPr>{'<w:cantSplit/>' if utuh else ''}</w:trPr>{''.join(sel)}</w:tr>"


def _tinggi(petak: _Petak, baris: Sequence[Baris]) -> float:
    """Height of rows in millimetres, rather too much than too little."""
    garis = petak.ukuran.huruf * _TINGGI_BARIS
    tinggi = [_baris_dari(petak, each) * garis + 1.2 for each in baris]
    return sum(tinggi)


def _baris_dari(petak: _Petak, baris: Baris) -> int:
    return max(
        baris_teks(isi.teks, sum(petak.ukuran.kolom[at : at + lebar]), petak.ukuran.huruf)
        for at, lebar in _rentang(baris)
        if (isi := baris.sel[at])
    )


def _kolom_inden(kolom: Sequence[Kolom]) -> int:
    """The column of names; codes before it stay at the edge."""
    return next((at for at, each in enumerate(kolom) if each.kunci == "uraian"), 0)
