"""What a returned form would change: the data then, the data now, and the form, compared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from doc_templates.formulir.tata import satu_baris_baru
from doc_templates.kinerja.nilai import Angka, TakTerbaca
from doc_templates.kinerja.pembulatan import cetak
from doc_templates.usulan import as_text

if TYPE_CHECKING:
    from doc_templates.formulir.bentuk import Isi, Isian

Bagian = Literal["realisasi", "realisasi_anggaran", "bukti"]
"""The list of the data set that a value belongs to."""

Baru = Decimal | str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One value that would change."""

    bagian: Bagian
    kunci: str
    """Of the indicator, the sub kegiatan or the evidence."""
    triwulan: int
    """Quarter; 0 for evidence, which belongs to none."""
    medan: str
    """Name of the field, as in the data."""
    judul: str
    """Name of the field, as the form's column says."""
    tempat: str
    """Cell, such as ``Kinerja!H9``."""
    semula: Baru
    menjadi: Baru

    @property
    def teks_semula(self) -> str:
        """What stands in the data, for a person."""
        return sebagai_teks(self.semula)

    @property
    def teks_menjadi(self) -> str:
        """What would stand there, for a person."""
        return sebagai_teks(self.menjadi)


def sebagai_teks(value: Baru) -> str:
    """A value for a person: ``(kosong)`` where there is none."""
    if value is None or value in ("", ()):
        return "(kosong)"
    if isinstance(value, Decimal):
        return cetak(value)
    return "; ".join(value) if isinstance(value, tuple) else as_text(value)


def sama(isian: Isian, one: Isi, other: Isi) -> bool:
    """True where two writings say the same, such as ``86,96`` and the number 86.96.

    Two texts must agree to the letter or in what they print; a number has no written form of its
    own, so it never differs from a text of its value.
    """
    if _bare(one) == _bare(other) and type(one) is type(other):
        return True
    if _bare(one) is None or _bare(other) is None:
        return _bare(one) is _bare(other)
    if isian.baca is None:
        return False
    read, against = isian.baca(one), isian.baca(other)
    if isinstance(read, Angka) and isinstance(against, Angka):
        bare = isinstance(one, Decimal) or isinstance(other, Decimal)
        return read.nilai == against.nilai and (bare or read.teks == against.teks)
    return not isinstance(read, TakTerbaca) and read == against


def _bare(value: Isi) -> Isi:
    return (satu_baris_baru(value) or None) if isinstance(value, str) else value
