"""Puts the blocks of a long document into a filled form, at its mark.

The form holds what Word should edit (cover, letterhead, signatures, styles); the mark is a
bookmark in a paragraph of its own, which the blocks replace.
"""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, Final

from lxml import etree

from doc_templates.errors import MarkMissing
from doc_templates.naskah.daftar_isi import tujuan_of
from doc_templates.naskah.kertas import bidang_of, pasang_kertas, sifat_halaman
from doc_templates.naskah.rupa import Perupa
from doc_templates.naskah.wordml import W, alinea, elemen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from doc_templates.naskah.blok import Bagian

TEMPAT: Final = "isi_naskah"
"""Name of the bookmark that the form has where the blocks belong."""
_HELD: Final = etree.XPath("w:bookmarkStart | w:pPr/w:sectPr", namespaces={"w": W[1:-1]})


def pasang(root: Element, bagian: Sequence[Bagian], *, kertas: str, menyatu: bool = False) -> None:
    """Draw blocks in a filled form.

    Args:
        root: word/document.xml; its styles must be those of ``gaya.GAYA``.
        bagian: the text, in parts of one direction each.
        kertas: paper of all pages, ``A4`` or ``F4``.
        menyatu: what the form has before its mark lies on the same pages as the first part,
            also where that lies on its side; otherwise it stands upright on pages of its own.

    Raises:
        MarkMissing: where the form has no mark.
        TextUnprintable: where a text has a character that XML cannot hold.
    """
    tempat = _tempat(root)
    for each in root.iter(f"{W}sectPr"):
        pasang_kertas(each, kertas)
    tegak = root.find(f"{W}body/{W}sectPr")
    perupa = Perupa(tujuan_of(chain.from_iterable(each.blok for each in bagian)))
    arah = [(mendatar, list(parts)) for mendatar, parts in groupby(bagian, lambda b: b.mendatar)]
    penutup = tempat.getnext() is not tegak
    if arah and arah[0][0] and not menyatu and tempat.getprevious() is not None:
        _akhiri(tempat, sifat_halaman(tegak, mendatar=False))
    for ke, (mendatar, parts) in enumerate(arah, 1):
        sifat = sifat_halaman(tegak, mendatar=mendatar)
        blok = list(chain.from_iterable(each.blok for each in parts))
        for each in elemen(perupa.rupa(blok, bidang_of(sifat))):
            tempat.addprevious(each)
        if ke < len(arah) or (penutup and mendatar):
            _akhiri(tempat, sifat)
        elif mendatar:
            tegak.getparent().replace(tegak, sifat)
    tempat.getparent().remove(tempat)


def _tempat(root: Element) -> Element:
    for each in root.iter(f"{W}bookmarkStart"):
        if each.get(f"{W}name") == TEMPAT:
            return each.getparent()
    raise MarkMissing(TEMPAT)


def _akhiri(tempat: Element, sifat: Element) -> None:
    """End a section with what stands before a place: its last paragraph, or a thin one.

    Not with a paragraph that the contents name: LibreOffice 7.4 then drops its last letter there.
    """
    akhir = tempat.getprevious()
    if akhir is None or akhir.tag != f"{W}p" or _HELD(akhir):
        (akhir,) = elemen([alinea(gaya="Sela")])
        tempat.addprevious(akhir)
    rupa = akhir.find(f"{W}pPr")
    if rupa is None:
        rupa = akhir.makeelement(f"{W}pPr")
        akhir.insert(0, rupa)
    rupa.append(sifat)
