"""The year's tables cut down to one aim, with what stands under them.

Each table is made once for the whole year and then cut, so that a row bears the same number in
every table, and an aim more costs only its own rows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from doc_templates.kinerja.tabel import Baris, Keterangan, Tabel


def satu_sasaran(
    tabel: Tabel, kunci: Collection[str], judul: str, *, rumus: Collection[str]
) -> Tabel:
    """The rows of one aim's indicators, without the column that its heading already says.

    Args:
        tabel: of all indicators.
        kunci: keys of the aim's indicators.
        judul: the new title.
        rumus: codes of their formulas; lines about other indicators' formulas are left out.
    """
    kept = [at for at, each in enumerate(tabel.kolom) if each.kunci != "sasaran"]
    rows = (
        row
        for row in tabel.baris
        if row.jenis == "isi" and any(cell and cell.subjek in kunci for cell in row.sel)
    )
    merged = any(tabel.kolom[at].gabung for at in kept)
    return replace(
        tabel,
        judul=judul,
        kolom=tuple(tabel.kolom[at] for at in kept),
        baris=tuple(
            replace(
                row,
                sel=tuple(row.sel[at] for at in kept),
                kelompok=row.kelompok if merged else "",
            )
            for row in rows
        ),
        keterangan=tuple(
            each
            for each in _tentang(tabel.keterangan, kunci)
            if each.jenis != "rumus" or not _is_achievement(each) or _kode(each) in rumus
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
    return _dengan(tabel, rows, judul)


def baris_sasaran(tabel: Tabel, kunci: str, judul: str) -> Tabel:
    """The rows under the heading of one aim, and the lines about these."""
    rows: list[Baris] = []
    inside = False
    for row in tabel.baris:
        if row.jenis == "judul":
            inside = row.sel[0] is not None and row.sel[0].subjek == kunci
        elif inside:
            rows.append(row)
    return _dengan(tabel, rows, judul)


def _dengan(tabel: Tabel, rows: list[Baris], judul: str) -> Tabel:
    subjects = {cell.subjek for row in rows for cell in row.sel if cell}
    lines = tuple(_tentang(tabel.keterangan, subjects))
    return replace(tabel, judul=judul, baris=tuple(rows), keterangan=lines, mendatar=False)


def _tentang(lines: Iterable[Keterangan], kunci: Collection[str]) -> Iterator[Keterangan]:
    """Lines about these things, and formulas; policies stand once, under the whole table."""
    for each in lines:
        if each.jenis != "kebijakan" and (not each.subjek or each.subjek in kunci):
            yield each


def _kode(line: Keterangan) -> str:
    return line.teks.partition(" ")[0]


def _is_achievement(line: Keterangan) -> bool:
    """True for F1 to F7: which of them apply depends on the indicator."""
    code = _kode(line)
    return code[:1] == "F" and code[1:].isdigit()
