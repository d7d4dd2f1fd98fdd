"""The table of the form becomes one table a page, each row exactly as tall as was reckoned.

Pages are broken here and not by the layout program, which could not know which rows have room for
their arrows. Every page's table has its own head rows, and in front of it the paragraph in which
the page's shapes are anchored.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.bagan.gambar import gambar
from doc_templates.sop.bagan.isi import UKURAN_SAMBUNGAN
from doc_templates.sop.bagan.kerangka import JANGKAR
from doc_templates.sop.tables import (
    W,
    merge_down,
    set_exact_height,
    set_grid,
    set_line,
    set_span,
    set_type,
    settle_spans,
    stand_upright,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.alur import Panah
    from doc_templates.sop.bagan.bentuk import BarisTabel, Halaman, Lembar
    from doc_templates.sop.model import Sop

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def pasang_tabel(
    table: Any,  # noqa: ANN401 - lxml has no types
    lembar: Lembar,
    model: Sop,
    panah: Sequence[Panah],
    *,
    mutu_berketerangan: bool,
) -> None:
    """Part the filled table into pages and hang the shapes on the paragraphs before them.

    Args:
        table: the table of the form, filled, right behind the paragraph of the anchor.
        lembar: the geometry.
        model: the SOP.
        panah: all arrows between steps that have someone to carry them out.
        mutu_berketerangan: whether Keterangan stands under Mutu Baku.
    """
    _samakan_kolom(table, lembar, max(1, len(model.lajur)), mutu_berketerangan=mutu_berketerangan)
    kepala, isi = table.findall(f"{W}tr")[:2], table.findall(f"{W}tr")[2:]
    for each in isi:
        table.remove(each)
    for each, tinggi in zip(kepala, lembar.tinggi_kepala, strict=True):
        set_exact_height(each, tinggi)
    kosong = deepcopy(table)
    jangkar, tempat = table.getprevious(), table
    for at, halaman in enumerate(lembar.halaman):
        if at:
            jangkar = _jangkar_baru(jangkar)
            tempat.addnext(jangkar)
            tempat = deepcopy(kosong)
            jangkar.addnext(tempat)
        for each in halaman.baris:
            tempat.append(_baris(each, isi))
    _gantung(table, lembar, model, panah)


def _gantung(table: Any, lembar: Lembar, model: Sop, panah: Sequence[Panah]) -> None:  # noqa: ANN401
    tempat = table
    for halaman in lembar.halaman:
        atas = _atas(halaman, lembar) - JANGKAR
        jangkar = tempat.getprevious()
        for each in gambar(halaman, model, panah, atas=atas):
            jangkar.append(each)
        berikut = tempat.getnext()
        tempat = None if berikut is None else berikut.getnext()


def _atas(halaman: Halaman, lembar: Lembar) -> float:
    """Where the table of a page begins."""
    return halaman.baris[0].atas - sum(lembar.tinggi_kepala) if halaman.baris else 0.0


def _jangkar_baru(lama: Any) -> Any:  # noqa: ANN401 - lxml has no types
    baru = lama.makeelement(lama.tag)
    sifat = deepcopy(lama.find(f"{W}pPr"))
    baru.append(sifat)
    if sifat.find(f"{W}pageBreakBefore") is None:
        sifat.insert(1, sifat.makeelement(f"{W}pageBreakBefore"))
    return baru


def _samakan_kolom(
    table: Any,  # noqa: ANN401 - lxml has no types
    lembar: Lembar,
    lajur: int,
    *,
    mutu_berketerangan: bool,
) -> None:
    atas, bawah = table.findall(f"{W}tr")[:2]
    sel, di_bawah = atas.findall(f"{W}tc"), bawah.findall(f"{W}tc")
    settle_spans(table.findall(f"{W}tr"))
    for at in (0, 1, *([-1] if len(sel) > 4 else [])):  # noqa: PLR2004 - Keterangan of its own
        merge_down([sel[at], di_bawah[at]])
    set_span(sel[2], lajur)
    set_span(sel[3], 4 if mutu_berketerangan else 3)
    if lembar.tegak:
        stand_upright(bawah, range(2, 2 + lajur), lembar.tinggi_kepala[1])
    set_grid(table, lembar.lebar)
    set_type(table, lembar.ukuran, spared=("SelLajur",))
    set_line([table], lembar.baris_teks, spared=("SelLajur",))


def _baris(baris: BarisTabel, isi: Sequence[Any]) -> Any:  # noqa: ANN401 - lxml has no types
    """The row of the form that was filled for a step, or one like it for anything else."""
    asli = isi[baris.langkah or 0]
    jadi = deepcopy(asli)
    if baris.langkah is None or baris.dipotong:
        for sel, teks in zip(jadi.findall(f"{W}tc"), baris.teks, strict=True):
            _tulis(sel, teks)
    if baris.langkah is None:
        set_type(jadi, UKURAN_SAMBUNGAN, spared=("SelLajur",))
        set_line([jadi], UKURAN_SAMBUNGAN + 1, spared=("SelLajur",))
    set_exact_height(jadi, baris.tinggi)
    return jadi


def _tulis(sel: Any, teks: str) -> None:  # noqa: ANN401 - lxml has no types
    """Put another text into the first run of a cell."""
    alinea = sel.find(f"{W}p")
    pertama, *lain = alinea.findall(f"{W}r") or [None]
    if pertama is None:
        return
    for each in lain:
        alinea.remove(each)
    for each in list(pertama):
        if each.tag != f"{W}rPr":
            pertama.remove(each)
    for at, satu in enumerate(teks.split("\n")):
        if at:
            pertama.append(pertama.makeelement(f"{W}br"))
        kata = pertama.makeelement(f"{W}t")
        kata.set(_SPACE, "preserve")
        kata.text = satu
        pertama.append(kata)
