"""The annexes as blocks: each on pages of its own, upright or on their side as its tables need."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from doc_templates.kinerja.tabel import lampiran
from doc_templates.lampiran_lkjip import wording
from doc_templates.naskah.blok import (
    Alinea,
    Bagian,
    BlokTabel,
    DaftarIsi,
    HalamanBaru,
    Judul,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.tabel import Tabel
    from doc_templates.lampiran_lkjip.model import KodeLampiran, LampiranLkjip
    from doc_templates.naskah.blok import Blok


def tables(data: LampiranLkjip, index: Index) -> tuple[Tabel, ...]:
    """The tables of all annexes that were chosen."""
    return tuple(chain.from_iterable(lampiran(index, code) for code in data.urut))


def blocks(data: LampiranLkjip, index: Index) -> list[Bagian]:
    """Contents where they are bound, then each annex."""
    found = [_contents()] if data.terjilid else []
    for code in data.urut:
        parts = lampiran(index, code)
        lying = any(each.mendatar for each in parts)
        found.append(Bagian(tuple(_annex(code, parts, data, index)), mendatar=lying))
    return found


def _contents() -> Bagian:
    return Bagian(
        (
            HalamanBaru(),
            Judul("DAFTAR ISI"),
            DaftarIsi(),
            Judul("DAFTAR TABEL"),
            DaftarIsi("tabel"),
        )
    )


def _annex(
    code: KodeLampiran, parts: tuple[Tabel, ...], data: LampiranLkjip, index: Index
) -> Iterator[Blok]:
    if data.terjilid:
        yield HalamanBaru()
        yield Judul(wording.NAMES[code].upper(), 1, wording.number_of(code))
    if code == "L15":
        yield Judul("Pernyataan Telah Direviu", 2, "A.")
        yield from map(Alinea, wording.statement(data, index))
        yield Judul("Daftar Uji Reviu", 2, "B.")
    for each in parts:
        yield BlokTabel(each, f"Tabel {each.kode}")
