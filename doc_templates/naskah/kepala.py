"""The head of a table in one or two storeys, and the cell that all rows are made of."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from doc_templates.forge import twips
from doc_templates.naskah.wordml import alinea, potongan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kinerja.tabel.bentuk import Kolom
    from doc_templates.naskah.lebar import Ukuran

_ARSIR: Final = "E7E6E6"


def sel_xml(
    isi: str,
    *,
    lebar: float,
    rentang: int = 1,
    gabung: str = "",
    terbuka: Sequence[str] = (),
    arsir: str = "",
    tengah: bool = False,
) -> str:
    """A cell.

    Args:
        isi: its paragraphs.
        lebar: mm.
        rentang: columns that it spans.
        gabung: ``restart`` or ``continue`` of a merge with the cells below.
        terbuka: sides without a line.
        arsir: colour behind it.
        tengah: set in the middle of the row's height.
    """
    garis = "".join(f'<w:{each} w:val="nil"/>' for each in terbuka)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(lebar)}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{rentang}"/>' if rentang > 1 else "")
        + (f'<w:vMerge w:val="{gabung}"/>' if gabung else "")
        + (f"<w:tcBorders>{garis}</w:tcBorders>" if garis else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{arsir}"/>' if arsir else "")
        + ('<w:vAlign w:val="center"/>' if tengah else "")
        + f"</w:tcPr>{isi}</w:tc>"
    )


def kepala_tabel(kolom: Sequence[Kolom], ukuran: Ukuran, huruf: float) -> Iterator[str]:
    """The head rows, which repeat on every page."""
    bertingkat = any(each.kelompok for each in kolom)
    yield _baris(_lantai_atas(kolom, ukuran, huruf, bertingkat=bertingkat))
    if bertingkat:
        yield _baris(
            _sel(each.judul if each.kelompok else "", lebar, huruf,
                 gabung="" if each.kelompok else "continue")
            for each, lebar in zip(kolom, ukuran.kolom, strict=True)
        )  # fmt: skip


def _lantai_atas(
    kolom: Sequence[Kolom], ukuran: Ukuran, huruf: float, *, bertingkat: bool
) -> Iterator[str]:
    lebar = iter(ukuran.kolom)
    for kelompok, anggota in groupby(kolom, key=lambda each: each.kelompok):
        rows = [(each, next(lebar)) for each in anggota]
        if kelompok:
            yield _sel(kelompok, sum(each for _, each in rows), huruf, rentang=len(rows))
        else:
            gabung = "restart" if bertingkat else ""
            yield from (_sel(each.judul, width, huruf, gabung=gabung) for each, width in rows)


def _sel(judul: str, lebar: float, huruf: float, *, rentang: int = 1, gabung: str = "") -> str:
    potong = (potongan(judul, ukuran=huruf),) if judul else ()
    isi = alinea(*potong, gaya="KepalaSel")
    return sel_xml(isi, lebar=lebar, rentang=rentang, gabung=gabung, arsir=_ARSIR, tengah=True)


def _baris(sel: Iterator[str]) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(sel)}</w:tr>"
