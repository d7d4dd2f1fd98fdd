"""Charts of a long document: vectors with their words, readable in black and white."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from doc_templates.naskah.diagram_batang import lukis_batang
from doc_templates.naskah.diagram_garis import lukis_garis
from doc_templates.naskah.diagram_lukisan import tulis

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from doc_templates.naskah.blok import Diagram
    from doc_templates.naskah.diagram_lukisan import Lukisan

TERTINGGI: Final = 190.0
"""A chart's greatest height, mm: with its caption it must fit on a page of every paper."""


def gambar_diagram(diagram: Diagram, *, lebar: float, nomor_objek: int) -> Element:
    """A chart as one paragraph with one shape, which stays on the page of its caption below.

    Args:
        diagram: what it shows; one taller than a page should come from ``bagi_diagram``.
        lebar: of the type area, mm.
        nomor_objek: the shape's id in the document.

    Raises:
        TextUnprintable: where a text has a character that XML cannot hold.
    """
    return tulis(lukis(diagram, lebar), diagram.uraian, nomor_objek=nomor_objek)


def lukis(diagram: Diagram, lebar: float) -> Lukisan:
    """The geometry and the lines of words of a chart, in a width in millimetres."""
    return (lukis_garis if diagram.jenis == "garis" else lukis_batang)(diagram, lebar)


def bagi_diagram(
    diagram: Diagram, *, lebar: float, tinggi: float = TERTINGGI
) -> tuple[Diagram, ...]:
    """The same chart in as many as fit their pages, each with some of the categories.

    Each keeps the title and the alternative text, which the caller may make its own.
    """
    banyak = len(diagram.kategori)
    if banyak <= 1 or lukis(diagram, lebar).tinggi <= tinggi:
        return (diagram,)
    tengah = banyak // 2
    return tuple(
        each
        for awal, akhir in ((0, tengah), (tengah, banyak))
        for each in bagi_diagram(_sebagian(diagram, awal, akhir), lebar=lebar, tinggi=tinggi)
    )


def _sebagian(diagram: Diagram, awal: int, akhir: int) -> Diagram:
    return replace(
        diagram,
        kategori=diagram.kategori[awal:akhir],
        seri=tuple(
            replace(each, nilai=each.nilai[awal:akhir], teks=each.teks[awal:akhir])
            for each in diagram.seri
        ),
    )
