"""The lines under a table: formulas, their numbers, policies and notes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from doc_templates.naskah.wordml import alinea, potongan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kinerja.tabel.bentuk import Keterangan

_SEBUTAN: Final = {
    "rumus": "Rumus",
    "substitusi": "Perhitungan",
    "kebijakan": "Ketentuan",
    "catatan": "Catatan",
}
_GAYA: Final = "Keterangan"


def keterangan_xml(keterangan: Sequence[Keterangan]) -> Iterator[str]:
    """One paragraph a line, under the name of its sort; the many numbers run on together."""
    yield alinea(gaya="Sela")
    for jenis, anggota in groupby(keterangan, key=lambda each: each.jenis):
        teks = [each.teks for each in anggota]
        yield alinea(potongan(f"{_SEBUTAN[jenis]}:", tebal=True), gaya=_GAYA, ikut=True)
        yield from map(_baris, ["; ".join(teks) + "."] if jenis == "substitusi" else teks)
    if keterangan:
        yield alinea(gaya="Sela")


def _baris(teks: str) -> str:
    return alinea(potongan(teks), gaya=_GAYA)
