"""Cells from values and results; a missing one becomes its word here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.nilai import Angka, Ketiadaan, Predikat
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.kinerja.model import VersiPerjanjian
    from doc_templates.kinerja.nilai import Nilai
    from doc_templates.kinerja.rumus import Hasil

NOMOR: Final = Kolom("no", "No", "tengah", 4, gabung=True)


def teks(isi: str | None, subjek: str = "", medan: str = "") -> Sel:
    """A cell of words; blank becomes “belum tersedia”."""
    return Sel(isi if isi and isi.strip() else Ketiadaan.BELUM_TERSEDIA.value, subjek, medan)


def nilai(isi: Nilai, subjek: str, medan: str) -> Sel:
    """A cell of a written or summed value, printed as written."""
    if isinstance(isi, Angka):
        return Sel(isi.teks, subjek, medan, isi.nilai)
    return Sel(isi.teks, subjek, medan, isi.skor if isinstance(isi, Predikat) else None)


def hasil(isi: Hasil, subjek: str, medan: str) -> Sel:
    """A cell of a computed value, or of the word for its absence."""
    return Sel(isi.teks, subjek, medan, isi.nilai)


def daftar(items: Sequence[str], subjek: str = "", medan: str = "") -> Sel:
    """A cell of several texts, one after the other."""
    return teks("; ".join(each for each in items if each.strip()), subjek, medan)


def judul(isi: str, width: int) -> Baris:
    """A row that heads the rows below it, its text across all columns."""
    return Baris((teks(isi), *[None] * (width - 1)), jenis="judul")


def jumlah(label: str, cells: dict[str, Sel], kolom: Sequence[Kolom]) -> Baris:
    """A row of sums: the label spans the columns before the first sum."""
    row = [cells.get(each.kunci) for each in kolom]
    row[0] = row[0] or Sel(label)
    return Baris(tuple(row), jenis="jumlah")


def dari_versi(medan: str, versi: VersiPerjanjian | None) -> str:
    """A field that depends on a version of the agreement bears that version's number."""
    return f"{medan}@{versi.ke}" if versi else medan
