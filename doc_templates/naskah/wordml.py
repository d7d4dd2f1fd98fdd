"""WordprocessingML of running text, as strings that one strict parse turns into elements.

Strings, because a tree of thousands of cells is built several times faster by the parser than
element by element; nothing is put into them but what is escaped here or made by this package.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from doc_templates.errors import TextUnprintable
from doc_templates.forge import twips
from doc_templates.form_language import printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMESPACE: Final = f'xmlns:w="{W[1:-1]}"'
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARK_UP: Final = re.compile("<[^>]*>")
_AROUND: Final = 60
"""Characters before a fault that are shown, so that a person finds it."""


def potongan(teks: str, *, tebal: bool = False, ukuran: float = 0) -> str:
    """A run of text, exactly as it was typed; ``ukuran`` in points where it is not the style's."""
    besar = round(ukuran * 2)
    muka = ("<w:b/>" if tebal else "") + (
        f'<w:sz w:val="{besar}"/><w:szCs w:val="{besar}"/>' if besar else ""
    )
    sifat = f"<w:rPr>{muka}</w:rPr>" if muka else ""
    return f'<w:r>{sifat}<w:t xml:space="preserve">{printed(teks)}</w:t></w:r>'


def tabulasi() -> str:
    """A tabulator between two runs."""
    return "<w:r><w:tab/></w:r>"


def ganti_baris() -> str:
    """A line feed within a paragraph."""
    return "<w:r><w:br/></w:r>"


def alinea(
    *potong: str,
    gaya: str,
    ikut: bool = False,
    halaman_baru: bool = False,
    rata: str = "",
    kiri: float = 0,
    gantung: float = 0,
    kanan: float = 0,
    tab: str = "",
) -> str:
    """A paragraph of runs.

    Args:
        potong: runs and what stands among them.
        gaya: id of its style.
        ikut: it stays on the page of what follows.
        halaman_baru: it begins a page.
        rata: alignment as Word calls it; empty takes the style's.
        kiri: indent, mm.
        gantung: how far the first line hangs out of it, mm.
        kanan: indent from the right, mm.
        tab: elements ``w:tab``.
    """
    masuk = ""
    if kiri or gantung or kanan:
        masuk = (
            f'<w:ind w:left="{twips(kiri)}" w:right="{twips(kanan)}" w:hanging="{twips(gantung)}"/>'
        )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/>'
        + ("<w:keepNext/>" if ikut else "")
        + ("<w:pageBreakBefore/>" if halaman_baru else "")
        + (f"<w:tabs>{tab}</w:tabs>" if tab else "")
        + masuk
        + (f'<w:jc w:val="{rata}"/>' if rata else "")
        + f"</w:pPr>{''.join(potong)}</w:p>"
    )


def penanda(nama: str, nomor: int, isi: str) -> str:
    """Runs that a bookmark holds, so that links and page numbers find them."""
    return (
        f'<w:bookmarkStart w:id="{nomor}" w:name={quoteattr(nama)}/>{isi}'
        f'<w:bookmarkEnd w:id="{nomor}"/>'
    )


def elemen(xml: Iterable[str]) -> list[Element]:
    """The elements of some pieces of WordprocessingML.

    Raises:
        TextUnprintable: where a text has a character that XML cannot hold.
    """
    seluruh = "".join(xml)
    if cacat := _UNPRINTABLE.search(seluruh):
        sebelum = _MARK_UP.sub(" ", seluruh[max(0, cacat.start() - 500) : cacat.start()])
        raise TextUnprintable(" ".join(sebelum.split())[-_AROUND:], ord(cacat[0]))
    return list(etree.fromstring(f"<w:body {_NAMESPACE}>{seluruh}</w:body>"))
