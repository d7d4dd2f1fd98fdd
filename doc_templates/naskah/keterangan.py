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


def keterangan_xml(keterangan: Sequence[Keterangan]) -> Iterator[str]:
    """One paragraph a line, under the name of its sort; numbers of one subject run on together."""
    yield alinea(gaya="Sela")
    for jenis, anggota in groupby(keterangan, key=lambda each: each.jenis):
        yield alinea(potongan(f"{_SEBUTAN[jenis]}:", tebal=True), gaya=_GAYA, ikut=True)
        for teks in _baris(anggota, bersama=jenis in {"substitusi", "catatan"}):
            yield alinea(potongan(teks), gaya=_GAYA)


def _baris(keterangan: Iterable[Keterangan], *, bersama: bool) -> Iterator[str]:
    if not bersama:
        yield from (each.teks for each in keterangan)
        return
    for _, anggota in groupby(keterangan, key=lambda each: each.subjek or each.teks):
        yield "; ".join(each.teks for each in anggota)
