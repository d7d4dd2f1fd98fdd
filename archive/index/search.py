"""Search with facets: what fits, page by page, and how much more there is of each sort."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, literal, not_, or_, select

from archive.index.catalogue import entry_of
from archive.index.fulltext import called, question_of, saying
from archive.index.kept import visible
from archive.index.passages import passages
from archive.index.tables import DOCUMENTS
from archive.index.texts import untold
from archive.records import folded_office

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from archive.index.catalogue import Entry
    from archive.index.passages import Passage

FACETS: Final = ("kind", "year", "office", "state", "classification")
"""By what documents are sorted out; names of columns and of fields of ``Search``."""
_MOST_VALUES: Final = 50
"""Values that are told of one facet, the most frequent first."""


class Order(Enum):
    """Which documents come first."""

    NEWEST = "newest"
    """Those filed last."""
    FITTING = "fitting"
    """Those that are called by the words, in title, number or office; among equals the newest.

    Counted is nothing: how often a word stands somewhere would change with each document that is
    filed, and pages would shift under those who read them.
    """


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; every criterion narrows, None leaves open."""

    text: str | None = None
    """Words as people type them (``index/fulltext``), looked for in all that documents say."""
    kind: str | None = None
    year: int | None = None
    office: str | None = None
    """As printed; compared as people read it."""
    state: str | None = None
    classification: str | None = None
    within: frozenset[str] | None = None
    """Folded names of the offices that may be seen at all; None for all of them."""
    guarded: tuple[tuple[str, frozenset[str]], ...] = ()
    """Class of access → folded names of the offices whose documents of that class may be seen;
    a class that is not named hides nothing."""
    classified: bool | None = None
    """Whether a classification code is known."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page ended; the next begins after it, however much was filed meanwhile."""

    created: datetime
    document: str
    rank: int = 0
    """0 for those that are called by the words; 1 for the rest, where the order asks for it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of what was found, in its order."""

    entries: tuple[Entry, ...]
    next: Mark | None
    """None where nothing follows."""
    passages: Mapping[str, Passage]
    """Document → where the words stand in what it says."""
    untold: bool
    """Whether words were looked for, and the content of some documents is not known."""


def search(
    connection: Connection,
    wanted: Search,
    *,
    order: Order = Order.NEWEST,
    after: Mark | None = None,
    limit: int = 50,
) -> Page:
    """A page of the documents that fit."""
    rows: list[Any] = []
    ranks = _ranks(connection, wanted, order)
    begun = 0 if after is None else min(after.rank, len(ranks) - 1)
    for rank, ranked in ranks[begun:]:
        query = (
            select(DOCUMENTS, literal(rank).label("rank"))
            .where(*_seen(connection, wanted, every=False), *_chosen(wanted), *ranked)
            .order_by(DOCUMENTS.c.created.desc(), DOCUMENTS.c.document)
            .limit(limit + 1 - len(rows))
        )
        if after is not None and rank == begun:
            query = query.where(_behind(after))
        rows += connection.execute(query).all()
        if len(rows) > limit:
            break
    page, last = rows[:limit], rows[limit - 1 : limit]
    question = question_of(wanted.text)
    return Page(
        entries=tuple(entry_of(row) for row in page),
        next=Mark(last[0].created, last[0].document, last[0].rank) if len(rows) > limit else None,
        passages=passages(connection, [row.document for row in page], question),
        untold=bool(question.wanted) and untold(connection),
    )


def facets(connection: Connection, wanted: Search) -> Mapping[str, tuple[tuple[Any, int], ...]]:
    """Facet → its values with how many documents have them, the most frequent first.

    A facet's own criterion does not narrow it, so that a person sees what else could be chosen.
    """
    columns = [DOCUMENTS.c[name] for name in FACETS]
    query = select(*columns, func.count().label("many")).group_by(*columns)
    seen = _seen(connection, wanted, every=True)
    # One look at the table, and one at each row that differs from the others.
    asked = [(at, _plain(name, getattr(wanted, name))) for at, name in enumerate(FACETS)]
    chosen = [(at, value) for at, value in asked if value is not None]
    counted: tuple[Counter[Any], ...] = tuple(Counter() for _ in FACETS)
    for *values, many in connection.execute(query.where(*seen)):
        misses = [at for at, value in chosen if _plain(FACETS[at], values[at]) != value]
        if len(misses) > 1:
            continue
        for at in misses or range(len(FACETS)):
            counted[at][values[at]] += many
    return {name: _ordered(counted[at]) for at, name in enumerate(FACETS)}


def _plain(name: str, value: Any) -> Any:  # noqa: ANN401 - value of a facet
    """A facet's value as it is compared: offices as people read them."""
    return folded_office(value) if name == "office" and value is not None else value


def _ordered(counted: Counter[Any]) -> tuple[tuple[Any, int], ...]:
    known = (each for each in counted.items() if each[0] is not None)
    return tuple(sorted(known, key=lambda each: (-each[1], str(each[0])))[:_MOST_VALUES])


def _ranks(
    connection: Connection, wanted: Search, order: Order
) -> list[tuple[int, list[ColumnElement[bool]]]]:
    """Ranks in their order, each with the condition of its documents.

    Each rank is asked by itself, since a walk from the newest on ends when the page is full.
    """
    question = question_of(wanted.text)
    named = called(connection, question) if order is Order.FITTING else None
    return [(0, [])] if named is None else [(0, [named]), (1, [not_(named)])]


def _behind(mark: Mark) -> ColumnElement[bool]:
    at, document = DOCUMENTS.c.created, DOCUMENTS.c.document
    return or_(at < mark.created, (at == mark.created) & (document > mark.document))


def _seen(connection: Connection, wanted: Search, *, every: bool) -> list[ColumnElement[bool]]:
    """What may be seen, and says the words."""
    conditions = saying(connection, question_of(wanted.text), every=every)
    conditions += visible(wanted.within, wanted.guarded)
    if wanted.classified is not None:
        conditions.append(DOCUMENTS.c.classification.is_not(None) == wanted.classified)
    return conditions


def _chosen(wanted: Search) -> list[ColumnElement[bool]]:
    """What was chosen of the facets."""
    conditions = []
    for name in FACETS:
        value = getattr(wanted, name)
        if value is None:
            continue
        if name == "office":
            conditions.append(DOCUMENTS.c.office_folded == folded_office(value))
        else:
            conditions.append(DOCUMENTS.c[name] == value)
    return conditions
