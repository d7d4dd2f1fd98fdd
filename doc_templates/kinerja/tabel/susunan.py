"""Which rows a table has: the aims of each unit, numbered in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.jalan import TempatIndikator, TempatSasaran
    from doc_templates.kinerja.model import Unit


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """An indicator's row: its number and its aim's."""

    nomor_sasaran: str
    nomor: str
    sasaran: TempatSasaran
    tempat: TempatIndikator

    @property
    def kunci(self) -> str:
        """Key of the indicator."""
        return self.tempat.kunci


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The aims that one unit answers for."""

    unit: Unit | None
    """None for aims whose unit the data do not know."""
    baris: tuple[BarisIndikator, ...]


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What a table is about; everything where nothing is chosen."""

    unit: str | None = None
    """Code of a unit."""
    sasaran: Collection[str] | None = None
    """Keys of aims."""


SEMUA = Pilihan()
"""All units, all aims."""


def puncak(index: Index) -> Unit | None:
    """The office itself: the first unit that is not the head of region above it."""
    below = (each for each in index.data.unit if each.tingkat != "kepala_daerah")
    return next(below, next(iter(index.data.unit), None))


def kelompok_of(index: Index, pilihan: Pilihan = SEMUA) -> tuple[Kelompok, ...]:
    """The rows in groups by unit, from the top down; numbers run on through all groups."""
    by_unit: dict[str | None, list[TempatSasaran]] = {each: [] for each in index.unit}
    for place in index.sasaran.values():
        unit = index.unit_of(place.sasaran.penanggung_jawab)
        by_unit.setdefault(unit.kode if unit else None, []).append(place)
    numbers = iter(range(1, len(index.sasaran) + 1))
    return tuple(
        Kelompok(index.unit.get(unit or ""), tuple(_rows(index, chosen, numbers)))
        for unit, places in by_unit.items()
        if (chosen := [each for each in places if is_chosen(index, each, pilihan)])
    )


def is_chosen(index: Index, tempat: TempatSasaran, pilihan: Pilihan) -> bool:
    """True where an aim is among those chosen, and of the unit chosen."""
    if pilihan.sasaran is not None and tempat.kunci not in pilihan.sasaran:
        return False
    if pilihan.unit is None:
        return True
    unit = index.unit_of(tempat.sasaran.penanggung_jawab)
    return unit is not None and unit.kode == pilihan.unit


def indikator_in(kelompok: Sequence[Kelompok]) -> Iterator[BarisIndikator]:
    """The rows of all groups, in their order."""
    for each in kelompok:
        yield from each.baris


def _rows(
    index: Index, places: Sequence[TempatSasaran], numbers: Iterator[int]
) -> Iterator[BarisIndikator]:
    for place in places:
        number = next(numbers)
        for at, each in enumerate(index.ukuran.get(place.kunci, ()), 1):
            yield BarisIndikator(str(number), f"{number}.{at}", place, each)
