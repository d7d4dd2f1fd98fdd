"""Walks through the tree of aims and the tree of the budget, with the place of everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.model import Kegiatan, Program
from doc_templates.kinerja.rujukan import kunci_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kinerja.model import (
        Indikator,
        Renstra,
        Sasaran,
        SubKegiatan,
        Tujuan,
        VersiPerjanjian,
    )

PROGRAM: Final = 0
KEGIATAN: Final = 1
SUB_KEGIATAN: Final = 2
"""Levels of the budget, from the top down."""


@dataclass(frozen=True, slots=True)
class TempatSasaran:
    """An aim in the tree."""

    sasaran: Sasaran
    kunci: str
    induk: str | None
    """Key of the aim above; None right below a tujuan."""
    tujuan: Tujuan
    where: str


@dataclass(frozen=True, slots=True)
class TempatIndikator:
    """An indicator in the tree."""

    indikator: Indikator
    kunci: str
    sasaran: str
    """Key of its aim."""
    where: str


@dataclass(frozen=True, slots=True)
class TempatAnggaran:
    """A line of the budget."""

    item: Program | Kegiatan | SubKegiatan
    kunci: str
    tingkat: int
    """PROGRAM, KEGIATAN or SUB_KEGIATAN."""
    induk: str | None
    where: str


def sasaran_in(renstra: Renstra) -> Iterator[TempatSasaran]:
    """Every aim, each before those that carry it out."""
    for at, tujuan in enumerate(renstra.tujuan):
        where = f"renstra.tujuan[{at}].sasaran"
        yield from _sasaran(tujuan.sasaran, tujuan, None, where)


def indikator_in(renstra: Renstra) -> Iterator[TempatIndikator]:
    """Every indicator, aim by aim."""
    for place in sasaran_in(renstra):
        for at, each in enumerate(place.sasaran.indikator):
            key = kunci_of(each.kode, each.uraian)
            yield TempatIndikator(each, key, place.kunci, f"{place.where}.indikator[{at}]")


def anggaran_in(versi: VersiPerjanjian, where: str) -> Iterator[TempatAnggaran]:
    """Every line of a version's budget, each before its parts."""
    yield from _anggaran(versi.program, PROGRAM, None, f"{where}.program")


def bagian_of(item: Program | Kegiatan | SubKegiatan) -> Sequence[Kegiatan | SubKegiatan]:
    """The parts of a line, one level down; a sub kegiatan has none."""
    if isinstance(item, Program):
        return item.kegiatan
    return item.sub_kegiatan if isinstance(item, Kegiatan) else ()


def _sasaran(
    items: Sequence[Sasaran], tujuan: Tujuan, induk: str | None, where: str
) -> Iterator[TempatSasaran]:
    for at, each in enumerate(items):
        key, place = kunci_of(each.kode, each.uraian), f"{where}[{at}]"
        yield TempatSasaran(each, key, induk, tujuan, place)
        yield from _sasaran(each.turunan, tujuan, key, f"{place}.turunan")


def _anggaran(
    items: Sequence[Program | Kegiatan | SubKegiatan], tingkat: int, induk: str | None, where: str
) -> Iterator[TempatAnggaran]:
    for at, each in enumerate(items):
        key, place = kunci_of(each.kode, each.uraian), f"{where}[{at}]"
        yield TempatAnggaran(each, key, tingkat, induk, place)
        below = "kegiatan" if tingkat == PROGRAM else "sub_kegiatan"
        yield from _anggaran(bagian_of(each), tingkat + 1, key, f"{place}.{below}")
