"""Where the lines of a cell break, reckoned from the real widths of the letters.

Rows are set to an exact height, so a line too few would cut text. Therefore a cell is taken a
little narrower than it is, and both ways of breaking are counted: at spaces alone, and also
behind strokes and hyphens, as the layout program may or may not do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.typefaces import Typeface

SEMPIT: Final = 0.5
"""A cell is taken that much narrower than it is, mm."""
TAB: Final = 12.7
"""A tabulator at its widest, mm."""
_KATA: Final = re.compile(r"\S+")
_KEPING: Final = re.compile(r"[^/-]*[/-]+|[^/-]+")


@dataclass(slots=True)
class Pengukur:
    """Measures texts of one family; remembers words, which come again and again."""

    huruf: Typeface
    _kata: dict[tuple[str, bool], float] = field(default_factory=dict)

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
        kata = _KATA.findall(teks)
        keping = kata if utuh else [each for one in kata for each in _KEPING.findall(one)]
        return max((self.lebar(each, tebal=tebal) for each in keping), default=0.0)

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

    def banyak_baris(
        self, teks: str, ruang: float, ukuran: float, *, tebal: bool = False
    ) -> int:
        """Lines that a text takes at most; 1 for an empty one."""
        banyak = len(self.baris(teks, ruang, ukuran, tebal=tebal))
        if "/" not in teks and "-" not in teks:
            return banyak
        # A space behind each stroke is a little wider than no space: still on the safe side.
        terpisah = re.sub(r"(?<=[/-])(?=\S)", "\u200b ", teks)
        return max(banyak, len(self.baris(terpisah, ruang, ukuran, tebal=tebal)))

    def _alinea(
        self, alinea: str, muat: float, ukuran: float, *, tebal: bool
    ) -> Iterator[tuple[int, int]]:
        spasi = self.lebar(" ", tebal=tebal)
        awal, akhir, panjang = 0, 0, 0.0
        for kata in _KATA.finditer(alinea):
            sela = alinea[akhir : kata.start()]
            jeda = len(sela) * spasi + sela.count("\t") * TAB / ukuran
            lebar = self.lebar(kata[0], tebal=tebal)
            if panjang + jeda + lebar <= muat:
                panjang += jeda + lebar
            elif lebar <= muat:
                if akhir > awal:
                    yield awal, kata.start()
                awal, panjang = kata.start(), lebar
            else:
                if akhir > awal:
                    yield awal, kata.start()
                *penuh, sisa = self._potong(kata[0], muat, tebal=tebal)
                for each in penuh:
                    yield kata.start() + each[0], kata.start() + each[1]
                awal = kata.start() + sisa[0]
                panjang = self.lebar(kata[0][sisa[0] :], tebal=tebal)
            akhir = kata.end()
        yield awal, len(alinea)

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
