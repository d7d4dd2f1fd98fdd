"""Where an answer may stand beside the exit of a decision.

The rhombus leaves the corners of its box free; there a label stands near its line without
touching the rhombus, the line or the rulings of the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.sop.bagan.bentuk import Kotak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.sop.bagan.bentuk import Sisi, UkuranLabel

SELA: Final = 0.35
"""Between a label and whatever is beside it, mm."""


def tempat_label(
    keputusan: Kotak, keluar: Sisi, ukuran: UkuranLabel, sel: Kotak
) -> Iterator[Kotak]:
    """Places for a label of that size inside the cell, the best first."""
    tempat = _di_kaki if keluar == "bawah" else _di_samping
    for each in tempat(keputusan, keluar, ukuran):
        if _di_dalam(each, sel):
            yield each


def _di_kaki(keputusan: Kotak, _keluar: Sisi, ukuran: UkuranLabel) -> Iterator[Kotak]:
    lebar, tinggi, _ = ukuran
    x = keputusan.pusat.x
    for turun in (0.05, 0.3, -0.5, -1.0):
        atas = keputusan.bawah + turun
        geser = SELA + 0.2 + max(0.0, -turun) * keputusan.lebar / keputusan.tinggi
        yield Kotak(x + geser, atas, x + geser + lebar, atas + tinggi)
        yield Kotak(x - geser - lebar, atas, x - geser, atas + tinggi)


def _di_samping(keputusan: Kotak, keluar: Sisi, ukuran: UkuranLabel) -> Iterator[Kotak]:
    lebar, tinggi, _ = ukuran
    x, y = keputusan.pusat
    separuh = keputusan.tinggi / 2
    for naik in (0.4, 0.9, 1.4, 1.9, 2.4, 2.9, 3.4):
        # The slope of the rhombus at the height of the label's edge that is nearer to the line.
        tepi = keputusan.lebar / 2 * max(0.0, 1 - naik / separuh)
        geser = max(tepi, 0.8) + SELA
        for atas in (y - naik - tinggi, y + naik):
            if keluar == "kanan":
                yield Kotak(x + geser, atas, x + geser + lebar, atas + tinggi)
            else:
                yield Kotak(x - geser - lebar, atas, x - geser, atas + tinggi)


def _di_dalam(kotak: Kotak, sel: Kotak) -> bool:
    return (
        kotak.kiri >= sel.kiri + 0.1
        and kotak.kanan <= sel.kanan - 0.1
        and kotak.atas >= sel.atas + 0.1
        and kotak.bawah <= sel.bawah - 0.1
    )
