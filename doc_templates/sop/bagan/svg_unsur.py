"""Elements of an SVG: numbers in millimetres, texts that no markup can leave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMA: Final = "http://www.w3.org/2000/svg"
_TAK_TERCETAK: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010fffc]")
"""Whatever XML 1.0 §2.2 has no place for, and the last three characters of all."""


def akar(lebar: float, tinggi: float, **sifat: str) -> Element:
    """The root of a drawing whose unit is the millimetre."""
    semua = {"viewBox": f"0 0 {angka(lebar)} {angka(tinggi)}", **_sifat(sifat)}
    return etree.Element(f"{{{NAMA}}}svg", semua, nsmap={None: NAMA})


_KUTIP: Final = "\U0010fffd"
"""Stands for a quotation mark in a text until the drawing is written: whoever looks for attributes
in a page must not find one in what people typed."""


def unsur(induk: Element, nama: str, teks: str = "", /, **sifat: object) -> Element:
    """An element in another one; ``_`` in names of attributes stands for ``-``."""
    jadi = etree.SubElement(induk, f"{{{NAMA}}}{nama}", _sifat(sifat))
    if teks:
        jadi.text = bersih(teks).replace('"', _KUTIP)
    return jadi


def bersih(teks: str) -> str:
    """The text with a mark in the place of what XML cannot hold; only drawings show it so."""
    return _TAK_TERCETAK.sub("\N{REPLACEMENT CHARACTER}", teks)


def angka(nilai: float) -> str:
    """A length to a thousandth of a millimetre."""
    return f"{nilai:.3f}".rstrip("0").rstrip(".")


def tertulis(gambar: Element) -> str:
    """The drawing as text."""
    return str(etree.tostring(gambar, encoding="unicode")).replace(_KUTIP, "&quot;")


def _sifat(sifat: dict[str, object] | dict[str, str]) -> dict[str, str]:
    return {
        nama.rstrip("_").replace("_", "-"): angka(nilai)
        if isinstance(nilai, float)
        else bersih(str(nilai))
        for nama, nilai in sifat.items()
    }
