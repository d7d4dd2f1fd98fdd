"""The register book: no number twice, no gap, whatever happens in whatever order."""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.bad_values import BadPattern
from archive.book import NumberState, folded
from archive.errors import NumberIssued, NumberTaken, NumberUnknown
from tests.archive.making import NOON, SARI, a_deposit, document_id, in_children

if TYPE_CHECKING:
    from pathlib import Path

    from archive.archive import Archive
    from archive.database import Database

PATTERN = "{urut}/{unit}/{tahun}"
_BOOKS = itertools.count(1)


def _allocate(archive: Archive, connection, book: str, document: int = 1, **changes):
    asked = {
        "book": book,
        "year": 2026,
        "pattern": PATTERN,
        "values": {"unit": "X"},
        "document": document_id(document),
        "actor": SARI,
        "now": NOON,
    }
    return archive.register.allocate(connection, **(asked | changes))


def _adopt(archive: Archive, connection, book: str, text: str, document: int = 1):
    return archive.register.adopt(
        connection,
        book=book,
        year=2026,
        text=text,
        document=document_id(document),
        actor=SARI,
        now=NOON,
    )


def _void(archive: Archive, connection, book: str, text: str) -> None:
    archive.register.void(
        connection, book=book, year=2026, text=text, reason="Salah.", actor=SARI, now=NOON
    )


class _UndoneError(Exception):
    """Somebody changed their mind; the transaction is undone."""


def _perhaps_undo(undone: bool) -> None:
    if undone:
        raise _UndoneError


STEPS = st.lists(
    st.tuples(st.sampled_from(["allocate", "adopt", "void"]), st.integers(1, 8), st.booleans()),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_book_has_no_gap_whatever_happens(archive, database, steps) -> None:
    """Given, adopted, voided, undone in any order: contiguous, and no live number twice."""
    book = f"buku-{next(_BOOKS)}"
    given_texts = []
    for document, (verb, value, undone) in enumerate(steps):
        try:
            with database.transaction() as connection:
                if verb == "allocate":
                    text = _allocate(archive, connection, book, document).text
                elif verb == "adopt":
                    _adopt(archive, connection, book, f"{value} / x/2026", document)
                    text = None
                else:
                    _void(archive, connection, book, f"{value}/X/2026")
                    text = None
                _perhaps_undo(undone)
        except (_UndoneError, NumberTaken, NumberUnknown):
            continue
        if text is not None:
            given_texts.append(text)

    entries = archive.register.entries(book=book, year=2026)
    live = [folded(one.number.text) for one in entries if one.state is not NumberState.VOID]
    filled = sorted(one.number.sequence for one in entries if one.number.sequence is not None)
    assert archive.register.gaps(book, 2026) == []
    assert len(live) == len(set(live))
    assert filled == list(range(1, len(filled) + 1))
    assert len(given_texts) == len(set(given_texts))


def test_threads_get_numbers_without_a_gap(archive: Archive, database: Database) -> None:
    """Forty askers at once, a third of whom change their mind: contiguous, none twice."""
    texts, lock = [], threading.Lock()
    plans = [[(thread + turn) % 3 == 0 for turn in range(5)] for thread in range(8)]

    def ask(plan: list[bool]) -> None:
        for undone in plan:
            try:
                with database.transaction() as connection:
                    number = _allocate(archive, connection, "ramai")
                    _perhaps_undo(undone)
            except _UndoneError:
                continue
            with lock:
                texts.append(number.sequence)

    threads = [threading.Thread(target=ask, args=(plan,)) for plan in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(texts) == list(range(1, len(texts) + 1))
    assert len(texts) == sum(not undone for plan in plans for undone in plan)
    assert archive.register.gaps("ramai", 2026) == []


def test_processes_get_numbers_without_a_gap(archive: Archive, database: Database) -> None:
    """The lock is the database's, so it holds between processes."""

    def ask() -> list[int]:
        numbers = []
        for _ in range(5):
            with database.transaction() as connection:
                numbers.append(_allocate(archive, connection, "ramai").sequence)
        return numbers

    results = in_children([ask] * 4)

    assert sorted(itertools.chain.from_iterable(numbers for _, numbers in results)) == list(
        range(1, 21)
    )


def test_each_book_and_year_counts_for_itself(archive: Archive, database: Database) -> None:
    """Another book, or another year of the same book, begins at 1."""
    with database.transaction() as connection:
        numbers = [
            _allocate(archive, connection, "a").text,
            _allocate(archive, connection, "a").text,
            _allocate(archive, connection, "b").text,
            _allocate(archive, connection, "a", year=2027).text,
        ]

    assert numbers == ["1/X/2026", "2/X/2026", "1/X/2026", "1/X/2027"]


def test_an_adopted_number_fills_its_place(archive: Archive, database: Database) -> None:
    """A counter value whose text a document already bears is passed over and is no gap."""
    with database.transaction() as connection:
        _adopt(archive, connection, "a", "2 / X / 2026", document=9)
        numbers = [_allocate(archive, connection, "a").text for _ in range(2)]

    assert numbers == ["1/X/2026", "3/X/2026"]
    assert archive.register.gaps("a", 2026) == []
    assert archive.register.entries(book="a")[0].number.text == "2 / X / 2026"


def test_a_number_is_adopted_by_one_document_only(archive: Archive, database: Database) -> None:
    """Spaces and case do not make another number; the holder may ask again."""
    with database.transaction() as connection:
        first = _adopt(archive, connection, "a", "12/B/2026", document=1)
        again = _adopt(archive, connection, "a", "12 / b / 2026", document=1)
        with pytest.raises(NumberTaken, match=document_id(1).value):
            _adopt(archive, connection, "a", "12 /B/ 2026", document=2)

    assert again == first


def test_a_voided_number_stays_in_the_book(archive: Archive, database: Database) -> None:
    """It keeps its reason and is not given again; the trail tells of it."""
    with database.transaction() as connection:
        _allocate(archive, connection, "a")
        _void(archive, connection, "a", "1/X/2026")
        following = _allocate(archive, connection, "a", 2)

    entry = archive.register.entries(book="a")[0]
    assert (entry.state, entry.reason) == (NumberState.VOID, "Salah.")
    assert following.text == "2/X/2026"
    assert archive.trail(document_id(1))[-1].word == "number voiding"


def test_an_issued_number_cannot_be_voided(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """A filed document is corrected by a new version, never by taking its number away."""
    with database.transaction() as connection:
        _allocate(archive, connection, "a")
    archive.deposit(a_deposit(tmp_path / "in", number="1/X/2026"))

    with pytest.raises(NumberIssued), database.transaction() as connection:
        _void(archive, connection, "a", "1/X/2026")


@pytest.mark.parametrize(
    "pattern",
    ["{unit}/2026", "{urut", "{urut}/{tidak_ada}", "{urut.__class__}", "{0}", "{urut:zz}"],
)
def test_a_pattern_that_cannot_count_is_refused(
    archive: Archive, database: Database, pattern: str
) -> None:
    """Before anything is counted, a pattern is refused with the reason."""
    with pytest.raises(BadPattern), database.transaction() as connection:
        _allocate(archive, connection, "a", pattern=pattern)

    assert archive.register.entries() == []


def test_braces_in_values_are_printed_as_typed(archive: Archive, database: Database) -> None:
    """What an office typed is never read as a pattern."""
    with database.transaction() as connection:
        number = _allocate(archive, connection, "a", values={"unit": "{urut}"})

    assert number.text == "1/{urut}/2026"
