"""Standing and keeping as the documents' rows hold them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_

from archive.index.tables import DOCUMENTS
from archive.keeping import Access, Fate, Keeping, Retention, Start
from archive.records import DocumentId
from archive.standing import Standing, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from archive.retention import Due


def visible(
    within: frozenset[str] | None, guarded: Iterable[tuple[str, frozenset[str]]]
) -> list[ColumnElement[bool]]:
    """What may be seen: of these offices, and of each class of access those named with it."""
    conditions: list[ColumnElement[bool]] = []
    if within is not None:
        conditions.append(DOCUMENTS.c.office_folded.in_(sorted(within)))
    conditions += [
        or_(DOCUMENTS.c.access != access, DOCUMENTS.c.office_folded.in_(sorted(offices)))
        for access, offices in guarded
    ]
    return conditions


def standing_row(standing: Standing) -> dict[str, object]:
    """The columns that tell how a document stands, besides its state."""
    return {
        "standing_since": None if standing.since is None else standing.since.isoformat(),
        "standing_reason": standing.reason,
        "replaced_by": None if standing.replaced_by is None else standing.replaced_by.value,
    }


def standing_of(row: Any) -> Standing:  # noqa: ANN401 - SQL row
    """How a document stands."""
    since, successor = row.standing_since, row.replaced_by
    states = {each.value: each for each in State}
    return Standing(
        state=states.get(row.state, State.IN_FORCE),
        since=None if since is None else date.fromisoformat(since),
        reason=row.standing_reason,
        replaced_by=None if successor is None else DocumentId(successor),
    )


def keeping_row(keeping: Keeping, due: Due | None) -> dict[str, object]:
    """The columns that tell how a document is kept, besides the code that counts."""
    held = keeping.retention
    return {
        "scheme": keeping.scheme,
        "kept_code": keeping.classification,
        "access": keeping.access.value,
        "vital": keeping.vital,
        "active_years": None if held is None else held.active,
        "inactive_years": None if held is None else held.inactive,
        "fate": None if held is None else held.fate.value,
        "counted_from": None if held is None else held.start.value,
        "retention_basis": None if held is None else held.basis,
        "active_until": None if due is None else due.active_until.isoformat(),
        "due_after": None if due is None else due.until.isoformat(),
    }


def keeping_of(row: Any) -> Keeping:  # noqa: ANN401 - SQL row
    """How a document is kept."""
    return Keeping(
        classification=row.kept_code,
        scheme=row.scheme,
        access=Access(row.access),
        vital=bool(row.vital),
        retention=None
        if row.fate is None
        else Retention(
            active=row.active_years,
            inactive=row.inactive_years,
            fate=Fate(row.fate),
            start=Start(row.counted_from),
            basis=row.retention_basis,
        ),
    )
