"""What was done to a returned table beside filling it: merging, hiding, writing elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.formulir import codes
from doc_templates.formulir.tata import TANDA_NOMOR, TANDA_PITA, satu_baris_baru, sidik_isi

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.findings import Finding
    from doc_templates.formulir.bentuk import Kolom
    from doc_templates.formulir.kenali_identitas import Semula
    from doc_templates.formulir.kenali_tabel import Tabel

_FAR: Final = 1_000
"""Rows below the table from where on formats only make a file heavy."""


def periksa_lembar(tabel: Tabel, semula: Semula) -> Iterator[Finding]:
    """Everything odd about a table besides the values in it."""
    yield from _merged(tabel)
    yield from _hidden(tabel)
    yield from _outside(tabel)
    yield from _comments(tabel)
    yield from _given(tabel, semula)
    sheet = tabel.pasangan.terbaca
    last = max(tabel.baris, default=tabel.kepala)
    if sheet.baris_terakhir > last + _FAR:
        yield codes.HUGE.at(
            sheet.tempat(sheet.baris_terakhir, 1),
            f"Lembar “{sheet.nama}” berformat sampai baris {sheet.baris_terakhir}, padahal "
            f"tabelnya berakhir di baris {last}; hapus baris di bawahnya agar berkas ringan.",
        )


def tergabung(tabel: Tabel, row: int, column: int) -> bool:
    """True where a cell is part of a merged range."""
    return any(
        top <= row <= bottom and left <= column <= right
        for top, left, bottom, right in tabel.pasangan.terbaca.gabungan
    )


def _merged(tabel: Tabel) -> Iterator[Finding]:
    sheet = tabel.pasangan.terbaca
    last = max(tabel.baris, default=tabel.kepala)
    width = {*tabel.kolom.values()}
    for top, left, bottom, right in sheet.gabungan:
        below_head = bottom >= tabel.kepala and top <= last
        if below_head and any(left <= each <= right for each in width):
            yield codes.MERGED.at(
                sheet.tempat(top, left),
                "Sel digabung sehingga tidak jelas isinya untuk baris dan kolom mana; pisahkan "
                "lagi (Unmerge), lalu isi satu per satu.",
            )


def _hidden(tabel: Tabel) -> Iterator[Finding]:
    sheet = tabel.pasangan.terbaca
    for row in sorted(sheet.baris_tersembunyi & tabel.baris.keys()):
        yield codes.HIDDEN.at(
            sheet.tempat(row, min(tabel.kolom.values(), default=1)),
            f"Baris {row} disembunyikan tetapi tetap dibaca; tampilkan dan periksa isinya.",
        )
    titles = {each.kunci: each.judul for each in tabel.pasangan.lembar.kolom}
    for key, column in tabel.kolom.items():
        if any(first <= column <= last for first, last in sheet.kolom_tersembunyi):
            yield codes.HIDDEN.at(
                sheet.tempat(tabel.kepala, column),
                f"Kolom “{titles[key]}” disembunyikan tetapi tetap dibaca; tampilkan dan periksa.",
            )


def _outside(tabel: Tabel) -> Iterator[Finding]:
    """Rows without a key that hold something, and cells beside the table."""
    sheet = tabel.pasangan.terbaca
    _, left = tabel.pasangan.sudut
    inside = set(tabel.kolom.values())
    told = set[int]()
    for row, column in sorted(sheet.sel):
        if row <= tabel.kepala or column == left or not sheet.teks(row, column).strip():
            continue
        mark = sheet.teks(row, left)
        if mark in {TANDA_NOMOR, TANDA_PITA} and column in inside:
            continue
        if column not in inside:
            yield codes.STRAY.at(
                sheet.tempat(row, column),
                f"“{_short(sheet.teks(row, column))}” ditulis di luar tabel dan tidak dibaca; "
                "pindahkan ke kolom yang tersedia.",
            )
        elif not mark and row not in told:
            told.add(row)
            yield codes.ROW_EXTRA.at(
                sheet.tempat(row, column),
                f"Baris {row} disisipkan dan tidak dikenal; pindahkan isinya ke baris indikator "
                "atau bukti yang tersedia, lalu hapus baris itu.",
            )


def _comments(tabel: Tabel) -> Iterator[Finding]:
    sheet = tabel.pasangan.terbaca
    for (row, column), text in sorted(sheet.catatan.items()):
        if text.strip():
            yield codes.COMMENT.at(
                sheet.tempat(row, column),
                f"Catatan sel tidak dibaca: “{_short(text)}”; tulislah di kolom yang tersedia.",
            )


def _given(tabel: Tabel, semula: Semula) -> Iterator[Finding]:
    for row, baris in tabel.baris.items():
        for kolom in tabel.pasangan.lembar.kolom:
            held = baris.sel[kolom.kunci]
            column = tabel.kolom.get(kolom.kunci)
            if column is None or not isinstance(held, str):
                continue
            cell = tabel.pasangan.terbaca.sel.get((row, column))
            shown = satu_baris_baru(cell.teks) if cell else ""
            formula = cell.rumus if cell else None
            if shown == satu_baris_baru(held) and formula is None:
                continue
            place = (tabel.pasangan.lembar.kunci, baris.kunci, kolom.kunci)
            touched = formula is not None or semula.get(place) != sidik_isi(shown)
            # What only the data moved on is told once for the whole form, unless it decides.
            if touched or kolom.penentu:
                where = tabel.pasangan.terbaca.tempat(row, column)
                yield _changed(where, kolom, baris.kunci, held, formula or shown, touched=touched)


def _changed(
    where: str, kolom: Kolom, key: str, held: str, shown: str, *, touched: bool
) -> Finding:
    if kolom.penentu:
        remedy = "isian baris ini tidak dapat dipercaya; mintalah formulir baru"
    else:
        remedy = "perubahan itu tidak diterima; sampaikan kepada pengelola data"
    what = f"Sel terkunci “{kolom.judul}”" if touched else f"“{kolom.judul}” pada formulir ini"
    return codes.GIVEN.at(
        where,
        f"{what} di baris “{key}” berisi “{_short(shown)}”, sedangkan datanya “{_short(held)}”; "
        f"{remedy}.",
        held,
        level=codes.GIVEN.levels[0 if kolom.penentu else 1],
    )


def _short(text: str, most: int = 80) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
