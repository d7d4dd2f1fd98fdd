"""Measures and lines of a chart's words."""

from __future__ import annotations

from functools import cache

from doc_templates.naskah.diagram_lukisan import HURUF_DIAGRAM
from doc_templates.naskah.gaya import HURUF
from doc_templates.pengukur import Pengukur
from doc_templates.typefaces import typeface


def lebar_teks(teks: str, *, tebal: bool = False) -> float:
    """Width of a line, mm."""
    return typeface(HURUF).text_width(teks, points=HURUF_DIAGRAM, bold=tebal)


def pecah(teks: str, ruang: float, *, tebal: bool = False) -> list[str]:
    """The lines of a text in that many millimetres; nothing of it is lost."""
    potong = _pengukur().baris(teks, ruang, HURUF_DIAGRAM, tebal=tebal)
    return [teks[mulai:usai].strip() for mulai, usai in potong]


@cache
def _pengukur() -> Pengukur:
    return Pengukur(typeface(HURUF))
