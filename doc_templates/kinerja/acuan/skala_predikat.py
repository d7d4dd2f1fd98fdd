"""Indicators whose value is a predicate (WTP, BB, Informatif) and the score each one stands for."""

from __future__ import annotations

import json
from decimal import Decimal  # noqa: TC003 - Pydantic reads it at run time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from doc_templates.kind import Verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping


class Sebutan(Verbatim):
    """One predicate of a scale."""

    sebutan: str = Field(description="Seperti tertulis di tabel, misalnya WTP")
    panjang: str = Field(default="", description="Kepanjangannya, bila ada")
    skor: Decimal = Field(description="Makin tinggi makin baik")


class SkalaPredikat(Verbatim):
    """A scale: which predicates exist, and how they are ordered."""

    nama: str
    judul: str
    sumber: str = ""
    predikat: tuple[Sebutan, ...]

    @property
    def bunyi(self) -> str:
        """The scale in one line, as printed under a table."""
        pairs = ", ".join(f"{each.sebutan} = {each.skor:f}" for each in self.predikat)
        return f"{self.judul}: {pairs}."

    def sebutan_of(self, text: str) -> Sebutan | None:
        """The predicate that a text names, by its short or long form; None where it names none."""
        wanted = _plain(text)
        for each in self.predikat:
            if wanted in {_plain(each.sebutan), _plain(each.panjang)} - {""}:
                return each
        return None


@cache
def skala_predikat() -> Mapping[str, SkalaPredikat]:
    """Name → scale, as shipped in skala_predikat.json; a data set may bring its own beside."""
    content = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    scales = [SkalaPredikat.model_validate(each) for each in content["skala"]]
    return {each.nama: each for each in scales}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
