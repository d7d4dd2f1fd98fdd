"""Classes of achievement, such as Sangat Tinggi: a table, and a stated rule for its gaps."""

from __future__ import annotations

import json
from decimal import Decimal  # noqa: TC003 - Pydantic reads it at run time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from doc_templates.kind import Verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kelas(Verbatim):
    """One class; the lowest has no lower bound."""

    sebutan: str
    rentang: str
    """As printed in the regulation, such as ``76–90``."""
    dari: Decimal | None = None
    """Lower bound in per cent that belongs to the class."""
    lebih_dari: Decimal | None = None
    """Lower bound in per cent that does not belong to the class."""

    def holds(self, capaian: Decimal) -> bool:
        """True where the lower bound is reached; classes are asked from the top down."""
        if self.lebih_dari is not None:
            return capaian > self.lebih_dari
        return self.dari is None or capaian >= self.dari


class KelasCapaian(Verbatim):
    """A table of classes from the highest to the lowest."""

    nama: str
    judul: str
    sumber: str
    aturan: str
    """What happens in the gaps, above 100 and below zero, in the printed words."""
    kelas: tuple[Kelas, ...]

    @property
    def bunyi(self) -> str:
        """The table and its rule, as printed under a table of achievements."""
        classes = "; ".join(f"{each.rentang} {each.sebutan}" for each in self.kelas)
        return f"{self.judul}: {classes}. {self.aturan}"

    def predikat(self, capaian: Decimal) -> str:
        """The class of an achievement in per cent, as rounded for print."""
        return next(each.sebutan for each in self.kelas if each.holds(capaian))


@cache
def kelas_capaian() -> Mapping[str, KelasCapaian]:
    """Name → table of classes, as shipped in kelas_capaian.json."""
    content = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    tables = [KelasCapaian.model_validate(each) for each in content["kelas_capaian"]]
    return {each.nama: each for each in tables}
