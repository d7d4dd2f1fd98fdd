"""A draft: what is written, how far it has come, and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class DraftState(StrEnum):
    """Where a draft stands. konsep ⇄ diajukan → disetujui → diterbitkan.

    diajukan → dikembalikan → diajukan; diajukan and disetujui may be taken back;
    konsep and dikembalikan ⇄ dibuang.
    """

    KONSEP = "konsep"
    """Is being written."""
    DIAJUKAN = "diajukan"
    """Lies before those who judge it."""
    DIKEMBALIKAN = "dikembalikan"
    """Was returned with a reason, and is being written again."""
    DISETUJUI = "disetujui"
    """May be issued as it is."""
    DITERBITKAN = "diterbitkan"
    """A document was asked for; its job tells how far that is."""
    DIBUANG = "dibuang"
    """Was put aside; it is kept, and may be brought back."""


class Verdict(StrEnum):
    """How a round of checking ended."""

    DIKEMBALIKAN = "dikembalikan"
    DISETUJUI = "disetujui"
    DITARIK = "ditarik"
    """Taken back by those who wrote it."""
    DILOLOSKAN = "diloloskan"
    """Went on unjudged, for the office had nobody who may judge."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A correction of one field."""

    where: str
    """Path in the data, such as ``kegiatan[3].waktu``; empty for the whole draft."""
    sentence: str
    """What is to be corrected, as the reviewer typed it."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round of checking: what was sent, and what came of it."""

    number: int
    """Counted from 1."""
    data: str
    """The data as sent, JSON."""
    sent_by: str
    sent_at: datetime
    verdict: Verdict | None = None
    """None while it lasts."""
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Copied:
    """What a draft was copied from, and what a copy should not keep of it."""

    document: str
    """Id of the issued document."""
    kept: Mapping[str, Kept] = field(default_factory=dict)
    """Path in the data → what stood there in the document."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that belongs to the earlier document."""

    value: str
    """As it was shown there."""
    why: str
    """What is to be asked of it, one clause: “tahunnya masih 2024”."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Data on their way to a document."""

    id: str
    """Twelve characters of the archive's alphabet; tells nothing."""
    kind: str
    office: str
    """Whose draft it is; decides who may see it."""
    title: str
    """By which its writers know it; not printed."""
    data: str
    """JSON, verbatim, sound or not."""
    created_by: str
    created_at: datetime
    changed_by: str
    changed_at: datetime
    state: DraftState = DraftState.KONSEP
    revision: int = 1
    """Grows with every change; who changes must name the one that they saw."""
    writers: frozenset[str] = frozenset()
    """Ids of all who ever wrote in it."""
    seen: Mapping[str, str] = field(default_factory=dict)
    """Key of a finding → who acknowledged it."""
    job: str | None = None
    """The job that makes its document; None before it is issued."""
    copied: Copied | None = None
    """What it was copied from; None where it began otherwise."""
