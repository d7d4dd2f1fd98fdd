"""How the office computes: digits, bounds, classes, efficiency. All of it is printed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from doc_templates.kind import Verbatim
from doc_templates.kinerja.rumus import Batas, VarianEfisiensi


def _as_number(value: object) -> object:
    """YAML hands a number over as the text that was typed."""
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


BatasAtas = Annotated[Literal[100, 120, 150], BeforeValidator(_as_number)]
"""Highest achievement, per cent."""


class Kebijakan(Verbatim):
    """The policies behind the numbers of a year."""

    digit: int = Field(default=2, ge=0, le=4, description="Angka di belakang koma pada hasil")
    batas_atas: BatasAtas | None = Field(
        default=None, description="Capaian tertinggi dalam persen; kosong: tidak dibatasi"
    )
    batas_bawah_nol: bool = Field(
        default=True, description="Benar: capaian negatif ditetapkan 0 persen"
    )
    kelas_capaian: str = Field(
        default="permendagri-86-2017", description="Nama tabel kelas capaian"
    )
    efisiensi: VarianEfisiensi = "A"

    @property
    def batas(self) -> Batas:
        """The bounds of an achievement."""
        return Batas(bawah=0 if self.batas_bawah_nol else None, atas=self.batas_atas)
