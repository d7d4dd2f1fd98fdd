"""The lines under a table: formulas, their numbers, policies and notes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from doc_templates.naskah.wordml import alinea, potongan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doc_templates.kinerja.tabel.bentuk import Keterangan

_SEBUTAN: Final = {
    "rumus": "Rumus",
    "substitusi": "Perhitungan",
    "kebijakan": "Ketentuan",
    "catatan": "Catatan",
}
_GAYA: Final = "Keterangan"
_BERJAJAR: Final = frozenset({"substitusi", "catatan"})
_JEDA: Final = "; "
_HURUF: Final = 1.3
"""Width of a letter at the size of these lines on average, mm."""


def keterangan_xml(keterangan: Sequence[Keterangan], *, lebar: float) -> Iterator[str]:
    """One paragraph a line, under the name of its sort; short sums stand side by side.

    Args:
        keterangan: the lines.
        lebar: width of the type area, mm.
    """
    yield alinea(gaya="Sela")
    for jenis, anggota in groupby(keterangan, key=lambda each: each.jenis):
        yield alinea(potongan(f"{_SEBUTAN[jenis]}:", tebal=True), gaya=_GAYA, ikut=True)
        teks = [each.teks for each in anggota]
        if jenis in _BERJAJAR:
            teks = list(_jajarkan(teks, round(lebar / _HURUF)))
        yield from (alinea(potongan(each), gaya=_GAYA) for each in teks)


def _jajarkan(teks: Iterable[str], muat: int) -> Iterator[str]:
    """As many texts on a line as it holds; none is divided between two lines but a long one."""
    baris = ""
    for each in teks:
        if baris and len(baris) + len(_JEDA) + len(each) > muat:
            yield baris
            baris = ""
        baris += _JEDA + each if baris else each
    if baris:
        yield baris
