"""Search with facets: what fits, page by page, and how much more there is of each sort."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, or_, select

from archive.index.catalogue import entry_of
from archive.index.kept import visible
from archive.index.tables import DOCUMENTS
from archive.records import folded_office

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from archive.index.catalogue import Entry

FACETS: Final = ("kind", "year", "office", "state", "classification")
"""By what documents are sorted out; names of columns and of fields of ``Search``."""
_MOST_VALUES: Final = 50
"""Values that are told of one facet, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; every criterion narrows, None leaves open."""

    text: str | None = None
    """Words that must all appear in title, office, number or kind."""
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


@dataclass(frozen=True, slots=True)
class Page:
    """A part of what was found, newest first."""

    entries: tuple[Entry, ...]
    next: Mark | None
    """None where nothing follows."""


def search(
    connection: Connection, wanted: Search, *, after: Mark | None = None, limit: int = 50
) -> Page:
    """A page of the documents that fit."""
    query = (
        select(DOCUMENTS)
        .where(*_seen(wanted), *_chosen(wanted))
        .order_by(DOCUMENTS.c.created.desc(), DOCUMENTS.c.document)
        .limit(limit + 1)
    )
    if after is not None:
        at, document = DOCUMENTS.c.created, DOCUMENTS.c.document
        query = query.where(
            or_(at < after.created, (at == after.created) & (document > after.document))
        )
    found = [entry_of(row) for row in connection.execute(query)]
    page = tuple(found[:limit])
    more = len(found) > limit
    return Page(page, Mark(page[-1].created, page[-1].document.value) if more else None)


def facets(connection: Connection, wanted: Search) -> Mapping[str, tuple[tuple[Any, int], ...]]:
    """Facet → its values with how many documents have them, the most frequent first.

    A facet's own criterion does not narrow it, so that a person sees what else could be chosen.
    """
    columns = [DOCUMENTS.c[name] for name in FACETS]
    query = select(*columns, func.count().label("many")).where(*_seen(wanted)).group_by(*columns)
    # One look at the table, and one at each row that differs from the others.
    asked = [(at, _plain(name, getattr(wanted, name))) for at, name in enumerate(FACETS)]
    chosen = [(at, value) for at, value in asked if value is not None]
    counted: tuple[Counter[Any], ...] = tuple(Counter() for _ in FACETS)
    for *values, many in connection.execute(query):
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


def _seen(wanted: Search) -> list[ColumnElement[bool]]:
    """What may be seen, and holds the words."""
    conditions = [
        DOCUMENTS.c.searched.contains(word, autoescape=True)
        for word in (wanted.text or "").casefold().split()
    ]
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
