"""Classification codes: the schemes, from when to when each held, and what a code means.

``klasifikasi.json`` beside this module knows the codes that performance documents use; an office
adds its own in ``klasifikasi-….json``. Whatever is not known may be used: remarks warn, and nothing
is ever put right by itself.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from archive.keeping import Fate, Retention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archive.records import Record

FOLDER: Final = Path(__file__).parent
NEW: Final = "permendagri-83-2022"
OLD: Final = "permendagri-78-2012"
OWN: Final = "kantor"
"""An office's own list, of which nothing is known here."""
_SHAPE: Final = re.compile(r"\d{3}(\.\d{1,3})*")
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a scheme."""

    code: str
    title: str
    retention: Retention | None
    """What the schedule of one region foresees: a proposal, never a rule."""
    source: str
    """Where the retention is from."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A list of codes, laid down by a regulation."""

    name: str
    title: str
    since: str
    """ISO 8601, as precise as it is known."""
    until: str | None
    """From when it is replaced; None while it holds."""
    unverified: tuple[str, ...]
    """Fields that nobody has compared with the official text."""
    codes: tuple[Code, ...]

    def code(self, text: str) -> Code | None:
        """The code that is written so."""
        return next((each for each in self.codes if each.code == text), None)


@cache
def schemes() -> Mapping[str, Scheme]:
    """Name → scheme, from all files beside this module."""
    paths = [FOLDER / "klasifikasi.json", *sorted(FOLDER.glob("klasifikasi-*.json"))]
    return read_schemes(json.loads(path.read_bytes()) for path in paths)


def read_schemes(files: Iterable[Any]) -> Mapping[str, Scheme]:
    """Schemes of files; a later file adds codes to a scheme, or tells of one anew."""
    found: dict[str, Scheme] = {}
    for file in files:
        for plain in file["daftar"]:
            codes = (
                {each.code: each for each in found[plain["nama"]].codes}
                if (plain["nama"] in found)
                else {}
            )
            codes |= {each["kode"]: _code(each) for each in plain["kode"]}
            found[plain["nama"]] = Scheme(
                name=plain["nama"],
                title=plain["judul"],
                since=plain["berlaku_sejak"],
                until=plain["berlaku_sampai"],
                unverified=tuple(plain["belum_diverifikasi"]),
                codes=tuple(sorted(codes.values(), key=lambda each: _in_order(each.code))),
            )
    return found


def likely_scheme(code: str, record: Record) -> str | None:
    """The scheme that a code is of, by its shape and the document's date; None where unsure."""
    if not _SHAPE.fullmatch(code):
        return None
    holders = [name for name, scheme in schemes().items() if scheme.code(code)]
    if len(holders) == 1:
        return holders[0]
    head, _, tail = code.partition(".")
    if int(head) % _HUNDRED:
        return OLD
    if int(head) == 0 and tail:
        return NEW
    day = record.date or str(record.year)
    fitting = [name for name, scheme in schemes().items() if not _outside(scheme, day)]
    return fitting[0] if len(fitting) == 1 else None


def title_of(code: str, scheme: str | None) -> str | None:
    """What a code means, where that is known."""
    known = schemes().get(scheme or "")
    found = known.code(code) if known else None
    return found.title if found else None


def remarks(code: str | None, scheme: str | None, record: Record) -> list[str]:
    """What is odd about a code for a document, each one Indonesian sentence; warnings only."""
    if not code or scheme == OWN:
        return []
    known = schemes().get(scheme or "")
    if known is None:
        return [f"Daftar klasifikasi bagi kode {code} tidak disebut; pilih daftarnya bila tahu."]
    told = []
    if not _SHAPE.fullmatch(code):
        told.append(
            f"Kode {code} tidak ditulis seperti kode {known.title}; mohon periksa ejaannya."
        )
    elif known.code(code) is None:
        told.append(
            f"Kode {code} tidak ada dalam daftar {known.title} yang dikenal di sini; "
            "mohon cocokkan dengan peraturannya."
        )
    day = record.date or str(record.year)
    if why := _outside(known, day):
        unsure = "" if not known.unverified else " (tahunnya belum dicocokkan dengan naskah resmi)"
        told.append(f"{known.title} {why}{unsure}, sedangkan naskah ini bertarikh {day}.")
    return told


def _outside(scheme: Scheme, day: str) -> str:
    """Why a scheme certainly did not hold on a day; empty where it did, or may have."""
    if _before(day, scheme.since):
        return f"baru berlaku sejak {scheme.since}"
    if scheme.until is not None and _before(scheme.until, day):
        return f"digantikan sejak {scheme.until}"
    return ""


def _before(one: str, other: str) -> bool:
    """Whether a date is certainly earlier, as far as both are known."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def _in_order(code: str) -> tuple[tuple[int, str], ...]:
    """Codes as people order them: 000.7.2.9 before 000.7.2.10."""
    return tuple((int(part) if part.isdigit() else 0, part) for part in code.split("."))


def _code(plain: dict[str, Any]) -> Code:
    held = plain.get("retensi")
    return Code(
        code=plain["kode"],
        title=plain["uraian"],
        retention=None
        if held is None
        else Retention(held["aktif"], held["inaktif"], Fate(held["nasib"])),
        source=plain.get("sumber", ""),
    )
