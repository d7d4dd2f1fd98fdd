"""Where the lines of a cell break, reckoned from the real widths of the letters.

Rows are set to an exact height, so a line too few would cut text. Therefore a cell is taken a
little narrower than it is, and both ways of breaking are counted: at spaces alone, and also
behind strokes and hyphens, as the layout program may or may not do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.typefaces import Typeface

SEMPIT: Final = 0.5
"""A cell is taken that much narrower than it is, mm."""
TAB: Final = 12.7
"""A tabulator at its widest, mm."""
_KATA: Final = re.compile(r"\S+")
_BELAKANG_GARIS: Final = re.compile(r"(?<=[/-])(?=\S)")
_KEPING: Final = re.compile(r"[^/-]*[/-]+|[^/-]+")


class _Kata(NamedTuple):
    """A word in its paragraph; widths at 1 point, mm."""

    mulai: int
    usai: int
    jeda: float
    """Width of the blanks before it."""
    tab: int
    """Tabulators among them."""
    lebar: float


@dataclass(slots=True)
class Pengukur:
    """Measures texts of one family; remembers words, which come again and again."""

    huruf: Typeface
    _kata: dict[tuple[str, bool], float] = field(default_factory=dict)
    _terpanjang: dict[tuple[str, bool, bool], float] = field(default_factory=dict)
    _terpisah: dict[tuple[str, bool], list[_Kata]] = field(default_factory=dict)

    def lebar(self, teks: str, *, tebal: bool = False) -> float:
        """Width of a text at 1 point, mm."""
        kunci = (teks, tebal)
        lebar = self._kata.get(kunci)
        if lebar is None:
            lebar = self.huruf.text_width(teks, points=1.0, bold=tebal)
            self._kata[kunci] = lebar
        return lebar

    def kata_terpanjang(self, teks: str, *, tebal: bool = False, utuh: bool = False) -> float:
        """Width at 1 point of the widest piece that a line break cannot divide, mm.

        Args:
            teks: any text.
            tebal: measured in bold.
            utuh: words break at spaces alone; otherwise also behind strokes and hyphens.
        """
        kunci = (teks, tebal, utuh)
        lebar = self._terpanjang.get(kunci)
        if lebar is None:
            kata = _KATA.findall(teks)
            keping = kata if utuh else [each for one in kata for each in _KEPING.findall(one)]
            lebar = max((self.lebar(each, tebal=tebal) for each in keping), default=0.0)
            self._terpanjang[kunci] = lebar
        return lebar

    def baris(
        self, teks: str, ruang: float, ukuran: float, *, tebal: bool = False
    ) -> list[tuple[int, int]]:
        """The lines of a text as slices, broken at spaces; a word too long is broken anywhere.

        Args:
            teks: the text of a cell, with its own line feeds.
            ruang: room for the text, mm.
            ukuran: type size, points.
            tebal: set in bold.
        """
        muat = (ruang - SEMPIT) / ukuran
        hasil: list[tuple[int, int]] = []
        mulai = 0
        for alinea in teks.split("\n"):
            hasil += [
                (mulai + awal, mulai + akhir)
                for awal, akhir in self._alinea(alinea, muat, ukuran, tebal=tebal)
            ]
            mulai += len(alinea) + 1
        return hasil

    def banyak_baris(self, teks: str, ruang: float, ukuran: float, *, tebal: bool = False) -> int:
        """Lines that a text takes at most; 1 for an empty one."""
        banyak = len(self.baris(teks, ruang, ukuran, tebal=tebal))
        if "/" not in teks and "-" not in teks:
            return banyak
        # A space behind each stroke is a little wider than no space: still on the safe side.
        terpisah = _BELAKANG_GARIS.sub(" ", teks)
        return max(banyak, len(self.baris(terpisah, ruang, ukuran, tebal=tebal)))

    def _alinea(
        self, alinea: str, muat: float, ukuran: float, *, tebal: bool
    ) -> Iterator[tuple[int, int]]:
        awal, akhir, panjang = 0, 0, 0.0
        for mulai, usai, jeda, tab, lebar in self._kata_dari(alinea, tebal=tebal):
            lanjut = panjang + jeda + lebar + (tab * TAB / ukuran if tab else 0.0)
            if lanjut <= muat:
                panjang = lanjut
            else:
                if akhir > awal:
                    yield awal, mulai
                awal, panjang = mulai, lebar
                if lebar > muat:
                    *penuh, sisa = self._potong(alinea[mulai:usai], muat, tebal=tebal)
                    for each in penuh:
                        yield mulai + each[0], mulai + each[1]
                    awal = mulai + sisa[0]
                    panjang = self.lebar(alinea[awal:usai], tebal=tebal)
            akhir = usai
        yield awal, len(alinea)

    def _kata_dari(self, alinea: str, *, tebal: bool) -> list[_Kata]:
        """The words of a paragraph with their widths, measured once for all sizes."""
        kunci = (alinea, tebal)
        kata = self._terpisah.get(kunci)
        if kata is None:
            spasi = self.lebar(" ", tebal=tebal)
            kata, akhir = [], 0
            for each in _KATA.finditer(alinea):
                sela = alinea[akhir : each.start()]
                kata.append(
                    _Kata(
                        each.start(),
                        each.end(),
                        len(sela) * spasi,
                        sela.count("\t"),
                        self.lebar(each[0], tebal=tebal),
                    )
                )
                akhir = each.end()
            self._terpisah[kunci] = kata
        return kata

    def _potong(self, kata: str, muat: float, *, tebal: bool) -> list[tuple[int, int]]:
        """Break a word that no line holds."""
        hasil, awal, panjang = [], 0, 0.0
        for at, huruf in enumerate(kata):
            lebar = self.lebar(huruf, tebal=tebal)
            if panjang + lebar > muat and at > awal:
                hasil.append((awal, at))
                awal, panjang = at, 0.0
            panjang += lebar
        return [*hasil, (awal, len(kata))]
