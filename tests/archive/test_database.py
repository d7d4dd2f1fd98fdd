"""One way to write, one way to read, the same on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from archive.book import COUNTERS

if TYPE_CHECKING:
    from archive.database import Database


def _count(database: Database, number: int) -> None:
    with database.transaction() as connection:
        connection.execute(insert(COUNTERS).values(book=f"buku {number}", year=2026, last=1))


def test_reading_sees_one_moment(database: Database):
    """What others write while one reads is not seen before the next reading."""
    many = select(func.count()).select_from(COUNTERS)
    _count(database, 1)

    with database.reading() as connection:
        before = connection.scalar(many)
        _count(database, 2)
        after = connection.scalar(many)
    with database.reading() as connection:
        later = connection.scalar(many)

    assert (before, after, later) == (1, 1, 2)


def test_writing_sees_the_newest(database: Database):
    """A transaction that comes after a reading is not held to that reading's moment."""
    with database.reading() as connection:
        connection.scalar(select(func.count()).select_from(COUNTERS))
    with database.transaction() as connection:
        first = connection.scalar(select(func.count()).select_from(COUNTERS))
        _ = connection.execute(insert(COUNTERS).values(book="buku", year=2026, last=1))
        level = (
            "read committed"
            if connection.dialect.name == "sqlite"
            else connection.exec_driver_sql("SHOW transaction_isolation").scalar()
        )

    assert (first, level) == (0, "read committed")
