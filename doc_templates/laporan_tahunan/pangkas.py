"""The year's tables cut down to one aim, with what stands under them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from doc_templates.kinerja.tabel import Baris, Tabel


def satu_sasaran(tabel: Tabel, judul: str) -> Tabel:
    """A table of one aim: without the columns and rows that its heading already says.

    Policies stand once, under the table of all indicators; the mean there is the unit's, so it
    is left out here.
    """
    kept = [at for at, each in enumerate(tabel.kolom) if each.kunci != "sasaran"]
    return replace(
        tabel,
        judul=judul,
        kolom=tuple(tabel.kolom[at] for at in kept),
        baris=tuple(
            replace(row, sel=tuple(row.sel[at] for at in kept), kelompok="")
            if len(kept) < len(tabel.kolom)
            else row
            for row in tabel.baris
            if row.jenis == "isi"
        ),
        keterangan=tuple(
            each
            for each in tabel.keterangan
            if each.jenis != "kebijakan" and not each.medan.startswith("catatan.capaian.rata_rata")
        ),
        mendatar=False,
    )


def baris_program(tabel: Tabel, kunci: Collection[str], judul: str) -> Tabel:
    """The rows of some programmes with all that belongs to them, and the lines about these."""
    rows: list[Baris] = []
    inside = False
    for row in tabel.baris:
        first = row.sel[0]
        if row.tingkat == 0:
            inside = first is not None and first.subjek in kunci
        if inside:
            rows.append(row)
    subjects = {cell.subjek for row in rows for cell in row.sel if cell}
    return replace(
        tabel,
        judul=judul,
        baris=tuple(rows),
        keterangan=tuple(
            each
            for each in tabel.keterangan
            if each.jenis != "kebijakan" and (not each.subjek or each.subjek in subjects)
        ),
        mendatar=False,
    )
