"""What the form cannot say by itself: its chapters, its paper, and where the signatures stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.forge import PAPERS, twips
from doc_templates.laporan_tahunan.susunan import susun
from doc_templates.naskah.pasang import pasang
from doc_templates.naskah.wordml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from doc_templates.laporan_tahunan.model import LaporanTahunan

_CHAPTER: Final = "Heading1"


def arrange(root: Element, data: LaporanTahunan) -> None:
    """Lay the chapters in at the form's mark, and the signatures under the first ones."""
    body = root.find(f"{W}body")
    cover, *signatures = body.findall(f"{W}tbl")
    _stretch(cover, data.data.kertas)
    for each in signatures:
        body.remove(each)
    pasang(root, susun(data), kertas=data.data.kertas)
    _bare_cover(root)
    # In the form they follow the mark, so that Word shows and restyles them.
    _, *after = [each for each in body.iterchildren(f"{W}p") if _is_chapter(each)]
    for signature, chapter in zip(signatures, after, strict=False):
        _keep(chapter.getprevious())
        chapter.addprevious(signature)


def _bare_cover(root: Element) -> None:
    """Only the cover's page goes without the running head: the first of the first section."""
    sections = list(root.iter(f"{W}sectPr"))
    for each in sections:
        for mark in each.findall(f"{W}titlePg"):
            each.remove(mark)
    sections[0].append(sections[0].makeelement(f"{W}titlePg"))


def _is_chapter(paragraph: Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val") == _CHAPTER


def _keep(paragraph: Element) -> None:
    """Let the last words go to the page of the signature."""
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and properties.find(f"{W}keepNext") is None:
        properties.insert(1, properties.makeelement(f"{W}keepNext"))


def _stretch(cover: Element, kertas: str) -> None:
    """Give the room that a longer paper has to the row in the middle of the cover."""
    more = PAPERS[kertas][1] - PAPERS["A4"][1]
    rows = cover.findall(f"{W}tr")
    height = rows[len(rows) // 2].find(f"{W}trPr/{W}trHeight")
    height.set(f"{W}val", str(int(height.get(f"{W}val")) + twips(more)))
