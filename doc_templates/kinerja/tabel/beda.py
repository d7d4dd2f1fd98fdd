"""What an issued document says, beside what it would say now: value by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates.kinerja.tabel.dokumen import isi, pembuat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doc_templates.kind import Tercetak
    from doc_templates.kinerja.index import Index


@dataclass(frozen=True, slots=True, order=True)
class Beda:
    """One value that an issued document prints otherwise than the data say now."""

    subjek: str
    """Key of the indicator, aim, budget line or unit."""
    medan: str
    """Field, such as ``realisasi.tw2``."""
    lama: str | None
    """As printed; None where the document says nothing of it."""
    baru: str | None
    """As it would be printed now; None where nothing would be said any more."""


def beda(lama: Iterable[Tercetak], baru: Iterable[Tercetak]) -> tuple[Beda, ...]:
    """The values in which two prints differ, in order of subject and field; empty where in none.

    Args:
        lama: what the issued document says.
        baru: what it would say by newer data.
    """
    before, after = _by_field(lama), _by_field(baru)
    return tuple(
        sorted(
            Beda(*field, before.get(field), after.get(field))
            for field in before.keys() | after.keys()
            if before.get(field) != after.get(field)
        )
    )


def usang(nama: str, lama: Index, baru: Index) -> tuple[Beda, ...]:
    """By which values a document is outdated; empty where it still stands.

    Args:
        nama: name of the document as in ``dokumen``, such as ``laporan_triwulan/2``.
        lama: the data frozen in it.
        baru: the data of today.

    Raises:
        KeyError: the old data give no document of that name.
    """
    make = pembuat(baru).get(nama)
    return beda(isi(pembuat(lama)[nama]()), isi(make()) if make else ())


def _by_field(said: Iterable[Tercetak]) -> dict[tuple[str, str], str]:
    """(Subject, field) → what is said of it; several things in one field are told together."""
    found: dict[tuple[str, str], set[str]] = {}
    for each in said:
        found.setdefault((each.subjek, each.medan), set()).add(each.nilai)
    return {field: "; ".join(sorted(values)) for field, values in found.items()}
