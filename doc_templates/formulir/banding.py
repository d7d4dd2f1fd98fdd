"""A table's inputs against the data: what the unit changed, and what it left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.formulir import codes
from doc_templates.formulir.baca_isian import baca_isian
from doc_templates.formulir.baris_bukti import BARU
from doc_templates.formulir.kolom import ANGGARAN, BUKTI, KINERJA
from doc_templates.formulir.periksa_lembar import tergabung
from doc_templates.formulir.perubahan import Perubahan, sama, sebagai_teks
from doc_templates.formulir.tata import sidik_isi
from doc_templates.kinerja.tertulis import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.findings import Finding
    from doc_templates.formulir.bentuk import Isi, Isian, Kolom
    from doc_templates.formulir.buku import SelTerbaca, Tempat
    from doc_templates.formulir.kenali_identitas import Semula
    from doc_templates.formulir.kenali_tabel import Tabel
    from doc_templates.formulir.perubahan import Bagian

BAGIAN: Final[dict[str, Bagian]] = {
    KINERJA: "realisasi",
    ANGGARAN: "realisasi_anggaran",
    BUKTI: "bukti",
}


def bandingkan(tabel: Tabel, semula: Semula, ke: int, temuan: list[Finding]) -> Iterator[Perubahan]:
    """Each value that differs from the data; faults and conflicts are told.

    Args:
        tabel: as recognised.
        semula: digests of what stood there when the form was made.
        ke: quarter of the form.
        temuan: findings are added here.
    """
    for row, baris in tabel.baris.items():
        if baris.kunci.startswith(BARU):
            continue
        for kolom in tabel.pasangan.lembar.kolom:
            isian, column = baris.sel[kolom.kunci], tabel.kolom.get(kolom.kunci)
            if column is None or isinstance(isian, str) or tergabung(tabel, row, column):
                continue
            one = _Satu(tabel, (row, column), kolom, isian)
            if (change := one.banding(semula, ke, temuan)) is not None:
                yield change


class _Satu:
    """One input of one row."""

    def __init__(self, tabel: Tabel, tempat: Tempat, kolom: Kolom, isian: Isian) -> None:
        self._lembar, self._baris = tabel.pasangan.lembar.kunci, tabel.baris[tempat[0]]
        self._kolom, self._isian = kolom, isian
        self._sel = tabel.pasangan.terbaca.sel.get(tempat)
        self._where = tabel.pasangan.terbaca.tempat(*tempat)

    def banding(self, semula: Semula, ke: int, temuan: list[Finding]) -> Perubahan | None:
        """The change, if there is one."""
        before = semula.get((self._lembar, self._baris.kunci, self._kolom.kunci), "")
        held = self._isian.nilai
        if _untouched(self._sel, before):
            if self._kolom.kunci == "nilai" and not held:
                self._tell_blank(temuan)
            return None
        value, good = baca_isian(self._sel, self._isian, self._where, temuan)
        if not good or sama(self._isian, value, held):
            return None
        if before != sidik_isi(held):
            self._tell_conflict(value, temuan)
            return None
        if value is None:
            self._tell_erased(temuan)
        return Perubahan(
            BAGIAN[self._lembar],
            self._baris.kunci,
            0 if self._lembar == BUKTI else ke,
            self._kolom.kunci,
            self._kolom.judul.replace("\u00a0", " "),
            self._where,
            self._as_data(held),
            self._as_data(value),
        )

    def _as_data(self, value: Isi) -> Isi | tuple[str, ...]:
        if self._isian.jenis == "kode_bukti":
            return kode_dalam(value)
        if self._isian.jenis == "nilai":
            return value or None if isinstance(value, str) else value
        return value or ""

    def _tell_blank(self, temuan: list[Finding]) -> None:
        temuan.append(
            codes.BLANK.at(
                self._where,
                f"Realisasi “{self._baris.kunci}” belum diisi; isilah angka, “tidak berlaku”, "
                "atau “belum tersedia”.",
            )
        )

    def _tell_erased(self, temuan: list[Finding]) -> None:
        held = sebagai_teks(self._isian.nilai)
        temuan.append(
            codes.ERASED.at(
                self._where,
                f"Isian “{held[:80]}” dikosongkan dan akan hilang dari data bila diterima; isilah "
                "kembali bila tidak dimaksudkan.",
                held,
            )
        )

    def _tell_conflict(self, value: Isi, temuan: list[Finding]) -> None:
        now, form = sebagai_teks(self._isian.nilai), sebagai_teks(value)
        temuan.append(
            codes.CONFLICT.at(
                self._where,
                f"Sejak formulir dibuat, datanya menjadi “{now[:80]}”, sedangkan formulir berisi "
                f"“{form[:80]}”; pilih salah satu, lalu buat formulir baru.",
                now,
                form,
            )
        )


def kode_dalam(value: Isi) -> tuple[str, ...]:
    """The codes of evidence in a cell: parted by semicolons or lines."""
    if not isinstance(value, str):
        return ()
    return tuple(each.strip() for each in value.replace("\n", ";").split(";") if each.strip())


def _untouched(cell: SelTerbaca | None, before: str) -> bool:
    """True where a cell holds what stood there when the form was made."""
    if cell is None:
        return before == sidik_isi(None)
    if cell.rumus is not None or cell.persen or cell.jenis not in {"angka", "teks"}:
        return False
    return before == sidik_isi(plainly(cell.angka) if cell.angka is not None else cell.teks)
