"""Which form this is: kept out of sight in every file, so that a returned one is never mixed up."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung.triwulan import ROMAWI

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSI: Final = "1"
"""Of the form's layout; a form of another version is not read."""
AWALAN: Final = "lontar"
"""Begins each mark that we hide in a file."""


@dataclass(frozen=True, slots=True)
class Identitas:
    """Whose form, for when, and made from which state of the data."""

    formulir: str
    """Name of the data set that it fills: ``kinerja``."""
    versi: str
    pemerintah: str
    kantor: str
    tahun: int
    unit: str
    """Code of the unit."""
    triwulan: int
    bentuk: str
    """Digest of all that is locked in it but the list of evidence, SHA-256, hexadecimal."""

    def pasangan(self) -> Mapping[str, str]:
        """Name → text, as kept in the file."""
        return {name: str(value) for name, value in asdict(self).items()}

    def tanda(self, lembar: str) -> str:
        """The mark of one of its sheets."""
        return "/".join(
            (AWALAN, self.versi, lembar, self.unit, str(self.tahun), f"TW{self.triwulan}")
        )

    @property
    def nama_triwulan(self) -> str:
        """As in a sentence: ``triwulan II tahun 2024``."""
        return f"triwulan {ROMAWI[self.triwulan]} tahun {self.tahun}"


def identitas_of(pairs: Mapping[str, str]) -> Identitas | None:
    """The identity that a file holds; None where it is not whole."""
    wanted = {each.name for each in fields(Identitas)}
    if not wanted <= pairs.keys():
        return None
    numbers = [pairs["tahun"], pairs["triwulan"]]
    if not all(each.isascii() and each.isdigit() for each in numbers):
        return None
    texts = {name: pairs[name] for name in wanted - {"tahun", "triwulan"}}
    if len(pairs["tahun"]) > len("2024") or pairs["triwulan"] not in {"1", "2", "3", "4"}:
        return None
    return Identitas(**texts, tahun=int(pairs["tahun"]), triwulan=int(pairs["triwulan"]))
