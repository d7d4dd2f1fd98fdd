"""Annual reports for tests: the samples, and samples changed."""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from doc_templates.laporan_tahunan import KIND
from doc_templates.laporan_tahunan.model import LaporanTahunan
from doc_templates.naskah.blok import Alinea, BlokTabel, Daftar, Diagram, Judul

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doc_templates.kinerja.tabel import Tabel
    from doc_templates.naskah.blok import Bagian, Blok

NAMES = ("dinas", "kecamatan")


@cache
def report(name: str = "dinas") -> LaporanTahunan:
    return LaporanTahunan.model_validate(KIND.sample(name))


def changed(name: str = "dinas", **parts: Any) -> LaporanTahunan:
    """A sample whose data set has other parts."""
    plain = copy.deepcopy(KIND.sample(name))
    plain["data"] |= parts
    return LaporanTahunan.model_validate(plain)


def blocks(parts: Iterable[Bagian]) -> list[Blok]:
    return [each for part in parts for each in part.blok]


def headings(parts: Iterable[Bagian], tingkat: int | None = None) -> list[str]:
    return [
        f"{each.nomor} {each.teks}".strip()
        for each in blocks(parts)
        if isinstance(each, Judul) and tingkat in (None, each.tingkat)
    ]


def titles(parts: Iterable[Bagian]) -> list[str]:
    """The words of the headings, without their numbers."""
    return [each.teks for each in blocks(parts) if isinstance(each, Judul)]


def sentences(parts: Iterable[Bagian]) -> Iterator[str]:
    """Every sentence outside of tables and charts."""
    for each in blocks(parts):
        if isinstance(each, Alinea):
            yield each.teks
        elif isinstance(each, Daftar):
            yield from each.butir


def tables(parts: Iterable[Bagian]) -> list[Tabel]:
    return [each.tabel for each in blocks(parts) if isinstance(each, BlokTabel)]


def charts(parts: Iterable[Bagian]) -> list[Diagram]:
    return [each for each in blocks(parts) if isinstance(each, Diagram)]
