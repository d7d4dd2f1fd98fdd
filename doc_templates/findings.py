"""What a check has to say about data: it finds, it never repairs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "E"
    """Blocks issuing, never a KONSEP print."""
    WARNING = "W"
    """Must be seen by the person who asks."""
    INFORMATION = "I"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed, with its place and what a person could do about it."""

    code: str
    """Stable, such as ``W-NIP-LENGTH``; docs/findings.md lists them all."""
    level: Level
    where: str
    """Path in the data, such as ``kegiatan[3].waktu``; empty for the whole document."""
    sentence: str
    """One Indonesian sentence for the officer."""
    suggestions: tuple[str, ...] = field(default=())
    """Values that a person may choose; none is ever chosen for them."""


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that forbid issuing."""
    return [each for each in findings if each.level is Level.ERROR]
