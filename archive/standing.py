"""Whether a document holds: in force, withdrawn (dicabut), or superseded (digantikan)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from archive.bad_values import BadStanding
from archive.records import DocumentId, is_plain

LONGEST_REASON: Final = 2000
"""Characters of a reason; a longer one belongs into a document of its own."""


class State(StrEnum):
    """What has become of a document."""

    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"
    """Dicabut: it holds no longer, and nothing took its place."""
    SUPERSEDED = "superseded"
    """Digantikan: another document took its place."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands, since when and why; filed with each version."""

    state: State = State.IN_FORCE
    since: date | None = None
    """The day from which it is so; None where it was never otherwise."""
    reason: str = ""
    """As the arsiparis wrote it; empty where it was never otherwise."""
    replaced_by: DocumentId | None = None
    """The successor; exactly of what is superseded."""

    def __post_init__(self) -> None:
        if self.since is None and (self.state is not State.IN_FORCE or self.reason):
            raise BadStanding("sebutkan sejak tanggal berapa")
        if self.since is not None and not self.reason.strip():
            raise BadStanding("tuliskan alasannya")
        if len(self.reason) > LONGEST_REASON:
            raise BadStanding(f"tuliskan alasannya dalam paling banyak {LONGEST_REASON} huruf")
        if not is_plain(self.reason):
            raise BadStanding("hapus karakter yang tidak dapat dicetak dari alasannya")
        if (self.replaced_by is not None) is not (self.state is State.SUPERSEDED):
            raise BadStanding("sebutkan penggantinya bila, dan hanya bila, dokumen digantikan")

    @property
    def holds(self) -> bool:
        """Whether the document is in force."""
        return self.state is State.IN_FORCE

    def to_plain(self) -> dict[str, str | None]:
        """As JSON can hold it."""
        return {
            "state": self.state.value,
            "since": None if self.since is None else self.since.isoformat(),
            "reason": self.reason,
            "replaced_by": None if self.replaced_by is None else self.replaced_by.value,
        }

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> Standing:
        """Read what `to_plain` wrote."""
        since, successor = plain["since"], plain["replaced_by"]
        return cls(
            state=State(plain["state"]),
            since=None if since is None else date.fromisoformat(since),
            reason=str(plain["reason"]),
            replaced_by=None if successor is None else DocumentId(successor),
        )


IN_FORCE: Final = Standing()
"""How every document begins."""
