"""How a document stands and is kept, as programs read it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from archive.index.catalogue import Document
from archive.keeping import MOST_YEARS, Access, Fate, Keeping, Retention, Start
from archive.retention import Due
from archive.standing import Standing, State

Years = Annotated[int, Field(ge=0, le=MOST_YEARS)]


class StandingView(BaseModel):
    """How a document stands."""

    state: State
    since: date | None
    reason: str
    replaced_by: str | None
    """Id of the document that took its place."""


class RetentionView(BaseModel):
    """One line of a schedule, as it holds for a document."""

    active: Years
    inactive: Years
    fate: Fate
    start: Start = Start.AKHIR_TAHUN
    basis: Annotated[str, Field(max_length=200)] = ""


class DueView(BaseModel):
    """The last days of both stages."""

    active_until: date
    until: date


class KeepingView(BaseModel):
    """How a document is kept."""

    classification: str | None
    """What the arsiparis gave; null leaves the one of the data."""
    scheme: str | None
    access: Access
    vital: bool
    retention: RetentionView | None


def standing_view(standing: Standing) -> StandingView:
    """How a document stands, for a program."""
    heir = standing.replaced_by
    return StandingView(
        state=standing.state,
        since=standing.since,
        reason=standing.reason,
        replaced_by=None if heir is None else heir.value,
    )


def keeping_view(keeping: Keeping) -> KeepingView:
    """How a document is kept, for a program."""
    return KeepingView(
        classification=keeping.classification,
        scheme=keeping.scheme,
        access=keeping.access,
        vital=keeping.vital,
        retention=retention_view(keeping.retention),
    )


def due_view(due: Due | None) -> DueView | None:
    """When retention is over, for a program."""
    return None if due is None else DueView(active_until=due.active_until, until=due.until)


def kept_facts(document: Document) -> dict[str, Any]:
    """What a document's view tells of both."""
    return {
        "signed": document.signed,
        "standing": standing_view(document.standing),
        "keeping": keeping_view(document.keeping),
        "due": due_view(document.due),
    }


def retention_view(held: Retention | None) -> RetentionView | None:
    """A line of a schedule, for a program."""
    if held is None:
        return None
    return RetentionView(
        active=held.active,
        inactive=held.inactive,
        fate=held.fate,
        start=held.start,
        basis=held.basis,
    )
