"""Paper and direction of the pages, as the properties of a section say them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.forge import PAPERS, twips
from doc_templates.naskah.wordml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MM: Final = 25.4 / 1440
"""Millimetres in a twip."""


@dataclass(frozen=True, slots=True)
class Bidang:
    """The type area of a page, mm."""

    lebar: float
    tinggi: float


def pasang_kertas(sifat: Element, kertas: str) -> None:
    """Give a section that paper, upright.

    Its margins take what the paper is wider than the form's own, so that the lines break where
    they break in the form and its letterhead stays as wide as the text.
    """
    lebar, tinggi = map(twips, PAPERS[kertas])
    ukuran, tepi = sifat.find(f"{W}pgSz"), sifat.find(f"{W}pgMar")
    lebih = lebar - int(ukuran.get(f"{W}w"))
    for each in ("left", "right"):
        tepi.set(f"{W}{each}", str(int(tepi.get(f"{W}{each}")) + lebih // 2))
    ukuran.set(f"{W}w", str(lebar))
    ukuran.set(f"{W}h", str(tinggi))


def sifat_halaman(asal: Element, *, mendatar: bool) -> Element:
    """Properties of a section like an upright one, turned where it is to lie on its side.

    The first page of a further section bears the same running head as the others.
    """
    sifat = deepcopy(asal)
    for each in sifat.findall(f"{W}titlePg"):
        sifat.remove(each)
    if mendatar:
        ukuran = sifat.find(f"{W}pgSz")
        lebar, tinggi = ukuran.get(f"{W}w"), ukuran.get(f"{W}h")
        ukuran.set(f"{W}w", tinggi)
        ukuran.set(f"{W}h", lebar)
        ukuran.set(f"{W}orient", "landscape")
    return sifat


def bidang_of(sifat: Element) -> Bidang:
    """The type area of a section's pages."""
    ukuran, tepi = sifat.find(f"{W}pgSz"), sifat.find(f"{W}pgMar")
    lebar = int(ukuran.get(f"{W}w")) - sum(
        int(tepi.get(f"{W}{each}")) for each in ("left", "right")
    )
    tinggi = int(ukuran.get(f"{W}h")) - sum(
        int(tepi.get(f"{W}{each}")) for each in ("top", "bottom")
    )
    return Bidang(lebar * _MM, tinggi * _MM)
