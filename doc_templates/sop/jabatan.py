"""Lanes as words name them: the posts behind their headings, their rank, where a text means one.

Offices write “Kasubag/Kasubid” for a lane headed “Kasubid/ Kasubag” and “Analis” for “Analisis
Data”; what is compared here is the bare word, what is printed stays as typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop

KEPALA: Final = 4
"""Heads of an office: kepala dinas, camat."""
ADMINISTRATOR: Final = 3
"""Sekretaris, kabid, kabag, sekcam."""
PENGAWAS: Final = 2
"""Kasubbag, kasi, kasubid."""
STAF: Final = 1
"""Pelaksana, analis, pengadministrasi and all others who do the work itself."""

_RANKS: Final = (
    (KEPALA, r"sekretaris daerah|sekda|bupati|wali ?kota|gubernur|inspektur(?! pembantu)"),
    (PENGAWAS, r"(?:kepala|ka) ?sub|kasub|kasie?\b|kepala seksi|ketua tim"),
    (ADMINISTRATOR, r"kepala bidang|kabid|kepala bagian|kabag|sekretaris|sekcam|sekdin|irban"),
    (KEPALA, r"kepala|kadis|kaban|camat|lurah|direktur|pimpinan"),
    (
        STAF,
        (
            r"pelaksana|staf|analis|pengadministrasi|pengelola|pengolah|operator|petugas|bendahara"
            r"|arsiparis|fungsional|admin|juru|jfu|jft|pranata|tenaga|sekretariat|agendaris"
        ),
    ),
)
_SAME: Final = {
    "kasubbag": "kasubag",
    "kasub": "kasubag",
    "kasubbid": "kasubid",
    "kasie": "kasi",
    "analisis": "analis",
}
_TOO_COMMON: Final = frozenset({"kepala", "ketua", "sub", "tim", "pejabat"})
"""First words that do not tell one lane from another post."""


@dataclass(frozen=True, slots=True)
class Sebutan:
    """One place where a text names a lane."""

    lajur: int
    """Index into ``Sop.lajur``."""
    awal: int
    """First word of the name, counted from 0."""
    akhir: int
    """The word after the name."""


@dataclass(frozen=True, slots=True)
class Jabatan:
    """The lanes of one SOP."""

    tingkat: tuple[int | None, ...]
    """Rank of each lane; None where its heading names no known post."""
    nama: tuple[tuple[tuple[str, ...], int], ...]
    """Names by which texts may mean a lane, the longest first: words and the lane's index."""

    def sebutan(self, words: list[str]) -> list[Sebutan]:
        """Where a text names lanes; of two names at one place the longer one is meant."""
        found: list[Sebutan] = []
        at = 0
        while at < len(words):
            hit = next(
                (
                    Sebutan(lane, at, at + len(name))
                    for name, lane in self.nama
                    if tuple(words[at : at + len(name)]) == name
                ),
                None,
            )
            if hit is not None:
                found.append(hit)
            at = hit.akhir if hit else at + 1
        return found

    def di_atas(self, tingkat: int) -> list[int]:
        """The lanes of the nearest rank above."""
        above = [each for each in self.tingkat if each is not None and each > tingkat]
        return self.setingkat(min(above)) if above else []

    def setingkat(self, tingkat: int) -> list[int]:
        """The lanes of one rank."""
        return [lane for lane, each in enumerate(self.tingkat) if each == tingkat]

    def tertinggi(self) -> list[int]:
        """The lanes of the highest rank there is."""
        known = [each for each in self.tingkat if each is not None]
        return self.setingkat(max(known)) if known else []


def jabatan_of(model: Sop) -> Jabatan:
    """Read the headings of the lanes."""
    aliases = [_aliases(lane.nama) for lane in model.lajur]
    names = [(alias, lane) for lane, each in enumerate(aliases) for alias in each]
    names += [
        (alias[:1], lane)
        for lane, each in enumerate(aliases)
        for alias in each
        if len(alias) > 1 and alias[0] not in _TOO_COMMON and _is_alone(alias[0], lane, aliases)
    ]
    # Two lanes of one name cannot be told apart by words.
    known = {name for name, _ in names if len({lane for each, lane in names if each == name}) == 1}
    told = sorted({each for each in names if each[0] in known}, key=lambda each: -len(each[0]))
    return Jabatan(tuple(rank_of(lane.nama) for lane in model.lajur), tuple(told))


def rank_of(heading: str) -> int | None:
    """The rank that a lane's heading names; of several posts the highest."""
    ranks = [
        next((rank for rank, form in _RANKS if re.search(rf"\b(?:{form})", part)), None)
        for part in heading.lower().replace(".", "").split("/")
    ]
    return max((each for each in ranks if each is not None), default=None)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, each in its usual spelling."""
    return [_SAME.get(each, each) for each in re.findall(r"\w+", text.lower())]


def _aliases(heading: str) -> list[tuple[str, ...]]:
    return [tuple(words) for part in heading.split("/") if (words := words_of(part))]


def _is_alone(word: str, lane: int, aliases: list[list[tuple[str, ...]]]) -> bool:
    return not any(
        alias[0] == word for at, each in enumerate(aliases) if at != lane for alias in each
    )
