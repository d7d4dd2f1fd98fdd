"""Drafts in the database: every change names the revision that it saw, so none is lost."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from archive.records import folded_office
from service.drafts.draft import Copied, Draft, DraftState, Kept, Mark, Round, Verdict
from service.drafts.errors import DraftChanged, DraftUnknown
from service.drafts.tables import DRAFTS, ROUNDS

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, RowMapping


def add(connection: Connection, draft: Draft) -> None:
    """Write a new draft down."""
    connection.execute(insert(DRAFTS).values(_row(draft)))


def get(connection: Connection, name: str) -> Draft:
    """One draft.

    Raises:
        DraftUnknown: none has this id.
    """
    row = connection.execute(select(DRAFTS).where(DRAFTS.c.id == name)).mappings().first()
    if row is None:
        raise DraftUnknown(name)
    return _draft(row)


def listed(
    connection: Connection,
    *,
    within: frozenset[str] | None,
    states: Collection[DraftState] = tuple(DraftState),
    limit: int = 200,
) -> list[Draft]:
    """Drafts of these offices (folded; None for all) in these states, last changed first."""
    query = (
        select(DRAFTS)
        .where(DRAFTS.c.state.in_([each.value for each in states]))
        .order_by(DRAFTS.c.changed_at.desc(), DRAFTS.c.id)
        .limit(limit)
    )
    if within is not None:
        query = query.where(DRAFTS.c.office_folded.in_(within))
    return [_draft(row) for row in connection.execute(query).mappings()]


def of_job(connection: Connection, job: str) -> Draft | None:
    """The draft whose document a job makes, if there is one."""
    row = connection.execute(select(DRAFTS).where(DRAFTS.c.job == job)).mappings().first()
    return None if row is None else _draft(row)


def replace_draft(connection: Connection, draft: Draft, *, revision: int) -> None:
    """Put a draft in the place of its own earlier revision.

    Raises:
        DraftChanged: somebody came first; nothing is written.
    """
    changed = connection.execute(
        update(DRAFTS)
        .where(DRAFTS.c.id == draft.id, DRAFTS.c.revision == revision)
        .values(_row(draft))
    )
    if not changed.rowcount:
        now = get(connection, draft.id)
        raise DraftChanged(now.changed_by, now.changed_at)


def rounds_of(connection: Connection, draft: str) -> list[Round]:
    """The rounds of checking of a draft, the first one first."""
    query = select(ROUNDS).where(ROUNDS.c.draft == draft).order_by(ROUNDS.c.number)
    return [_round(row) for row in connection.execute(query).mappings()]


def open_round(connection: Connection, draft: str, opened: Round) -> None:
    """Begin a round."""
    connection.execute(insert(ROUNDS).values({"draft": draft, **_round_row(opened)}))


def close_round(connection: Connection, draft: str, closed: Round) -> None:
    """Write down how a round ended; one that ended is never changed."""
    connection.execute(
        update(ROUNDS)
        .where(
            ROUNDS.c.draft == draft,
            ROUNDS.c.number == closed.number,
            ROUNDS.c.verdict.is_(None),
        )
        .values(_round_row(closed))
    )


def _row(draft: Draft) -> dict[str, Any]:
    return {
        **{name: getattr(draft, name) for name in Draft.__slots__},
        "office_folded": folded_office(draft.office),
        "state": draft.state.value,
        "writers": json.dumps(sorted(draft.writers)),
        "seen": json.dumps(dict(draft.seen), ensure_ascii=False),
        "copied": json.dumps(asdict(draft.copied), ensure_ascii=False) if draft.copied else None,
    }


def _draft(row: RowMapping) -> Draft:
    plain = {name: row[name] for name in Draft.__slots__}
    plain["state"] = DraftState(row["state"])
    plain["writers"] = frozenset(json.loads(row["writers"]))
    plain["seen"] = json.loads(row["seen"])
    plain["copied"] = _copied(row["copied"])
    return Draft(**plain)


def _copied(text: str | None) -> Copied | None:
    if text is None:
        return None
    told = json.loads(text)
    kept = {where: Kept(**each) for where, each in told["kept"].items()}
    return Copied(told["document"], kept)


def _round_row(told: Round) -> dict[str, Any]:
    return {
        **{name: getattr(told, name) for name in Round.__slots__},
        "verdict": told.verdict and told.verdict.value,
        "marks": json.dumps([asdict(each) for each in told.marks], ensure_ascii=False),
    }


def _round(row: RowMapping) -> Round:
    plain = {name: row[name] for name in Round.__slots__}
    plain["verdict"] = Verdict(row["verdict"]) if row["verdict"] else None
    plain["marks"] = tuple(Mark(**each) for each in json.loads(row["marks"]))
    return Round(**plain)
