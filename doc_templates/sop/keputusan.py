"""The head's decision that lays an SOP down: its data, and how its parts are counted.

Its shape is that of a letter with a title (surat keputusan): title, number, subject, the
considerations, MEMUTUSKAN, the dictums KESATU, KEDUA, …, and the signature at the right.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from doc_templates.kind import Verbatim
from doc_templates.pejabat import Pejabat  # noqa: TC001 - pydantic reads it at run time

_SATUAN: Final = (
    *("", "SATU", "DUA", "TIGA", "EMPAT", "LIMA"),
    *("ENAM", "TUJUH", "DELAPAN", "SEMBILAN"),
)
_KHUSUS: Final = {10: "SEPULUH", 11: "SEBELAS"}


class Keputusan(Verbatim):
    """A decision that stands before the SOP, on paper of its own."""

    judul: tuple[str, ...] = Field(description="KEPUTUSAN KEPALA …, per baris")
    nomor: str | None = Field(default=None, description="Nomor keputusan, tanpa kata NOMOR")
    tentang: str = Field(description="Misalnya PENETAPAN STANDAR OPERASIONAL PROSEDUR …")
    pembuka: tuple[str, ...] = Field(default=(), description="Misalnya KEPALA DINAS …,")
    menimbang: tuple[str, ...] = Field(default=(), max_length=26)
    mengingat: tuple[str, ...] = ()
    memperhatikan: tuple[str, ...] = ()
    menetapkan: str | None = None
    diktum: tuple[str, ...] = Field(
        default=(), max_length=99, description="KESATU, KEDUA, … menurut urutannya"
    )
    tempat: str | None = Field(default=None, description="Ditetapkan di")
    tanggal: str | None = Field(default=None, description="pada tanggal")
    penetap: Pejabat
    tembusan: tuple[str, ...] = ()


def diktum_ke(nomor: int) -> str:
    """KESATU, KEDUA, … KESEPULUH, KESEBELAS, KEDUA BELAS, … up to 99."""
    tens, units = divmod(nomor, 10)
    if nomor in _KHUSUS:
        words = _KHUSUS[nomor]
    elif tens == 1:
        words = f"{_SATUAN[units]} BELAS"
    else:
        round_number = f"{_SATUAN[tens]} PULUH" if tens else ""
        words = f"{round_number} {_SATUAN[units]}".strip()
    return f"KE{words}"
