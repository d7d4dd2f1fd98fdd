"""Regulations that documents cite: which is cited twice, which had been replaced by then.

peraturan.json is the register; it knows years, not days, so a document of the very year of a
replacement is never accused.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from doc_templates import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doc_templates.findings import Finding

_FORMS: Final = (
    ("UU", r"Undang-undang|UU"),
    ("PP", r"Peraturan Pemerintah|PP"),
    ("Perpres", r"Peraturan Presiden|Perpres"),
    ("Permendagri", r"Peraturan Menteri Dalam Negeri|Permendagri"),
    (
        "Permenpan RB",
        (
            r"Peraturan Menteri (?:Negara )?Pendayagunaan Aparatur Negara"
            r"(?: dan Reformasi Birokrasi)?|Permenpan(?:[ -]?(?:dan )?RB)?"
        ),
    ),
)
_BETWEEN: Final = r"(?:\s+(?:Republik Indonesia|RI))?\s+(?:No\.?|Nomor)\s*(\d+)\s+Tahun\s+(\d{4})"
_CITATIONS: Final = tuple(
    (short, re.compile(rf"\b(?:{form}){_BETWEEN}", re.IGNORECASE)) for short, form in _FORMS
)


@dataclass(frozen=True, slots=True, order=True)
class Peraturan:
    """A regulation by the name that is unlike every other."""

    jenis: str
    nomor: int
    tahun: int

    def __str__(self) -> str:
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"


@dataclass(frozen=True, slots=True)
class Penggantian:
    """What took a regulation's place."""

    oleh: str
    sejak: int
    """Year."""


def cited_in(text: str) -> list[Peraturan]:
    """The regulations that a text cites, in its order; local ones are not looked for."""
    found = [
        (match.start(), Peraturan(short, int(match[1]), int(match[2])))
        for short, form in _CITATIONS
        for match in form.finditer(text)
    ]
    return [each for _, each in sorted(found)]


def check_citations(items: Iterable[str], where: str, *, year: int | None) -> list[Finding]:
    """What is odd about a list of legal bases.

    Args:
        items: the list, verbatim.
        where: the list's place in the data; items are counted from 0 behind it.
        year: of the document; None where it is not known, then validity is not weighed.
    """
    found: list[Finding] = []
    seen: set[Peraturan] = set()
    for at, item in enumerate(items):
        for each in cited_in(item):
            place = f"{where}[{at}]"
            if each in seen:
                sentence = f"{each} dikutip lebih dari sekali; mohon periksa nomor dan judulnya."
                found.append(codes.LEGAL_DUP.at(place, sentence))
            elif year is not None:
                found += _check_validity(each, place, year)
            seen.add(each)
    return found


def _check_validity(cited: Peraturan, where: str, year: int) -> list[Finding]:
    later = _replacements().get(cited)
    if later is None or later.sejak == year:
        return []
    if later.sejak < year:
        sentence = (
            f"{cited} sudah diganti {later.oleh} ketika naskah dibuat; mohon periksa kembali."
        )
        return [codes.LEGAL_REVOKED.at(where, sentence, later.oleh)]
    sentence = (
        f"{cited} berlaku ketika naskah dibuat, lalu diganti {later.oleh}; sesuaikan bila naskah "
        "diperbarui."
    )
    return [codes.LEGAL_SUPERSEDED.at(where, sentence, later.oleh)]


@cache
def _replacements() -> Mapping[Peraturan, Penggantian]:
    content = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {
        Peraturan(each["jenis"], each["nomor"], each["tahun"]): Penggantian(
            each["diganti"], each["sejak"]
        )
        for each in content["peraturan"]
    }
