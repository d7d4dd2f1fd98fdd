"""``/registers``: the register books, their lines, and the voiding of a number."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from archive.book import NumberState
from archive.standing import LONGEST_REASON
from service.accounts.acts import Act
from service.actions.void_number import void_number
from service.api.paging import Word
from service.api.people import Sent
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.registers import LineSeen, book_seen, books_seen, ensure_line

router = APIRouter(prefix="/registers", tags=["buku nomor"])
Sees = Annotated[Caller, Depends(asks(Act.SEE_REGISTER))]
Voids = Annotated[Caller, Depends(asks(Act.VOID_NUMBER))]
Name = Annotated[Word, Query(min_length=1)]
Year = Annotated[int, Query(ge=1, le=9999)]


class BookView(BaseModel):
    """A register book of one year."""

    book: str
    year: int
    offices: list[str]
    reserved: int
    issued: int
    void: int


class LineView(BaseModel):
    """One line of a book."""

    number: str
    sequence: int | None
    """Counter value that it fills; null where the number was only adopted."""
    state: NumberState
    document: str
    office: str | None
    title: str | None
    """Null where it is not filed, or not open to the caller."""
    kind: str | None
    date: str | None
    given_at: datetime
    adopted: bool
    """True: the document bore it already; false: the book gave it."""
    by: str
    reason: str | None
    """Why it is void."""


class SheetView(BaseModel):
    """All lines of a book of one year that the caller may read."""

    book: str
    year: int
    lines: list[LineView]
    gaps: list[int]
    """Counter values that were passed and fill no line."""


class Voiding(Sent):
    """A number that is to be void."""

    book: Annotated[Word, Field(min_length=1)]
    year: Annotated[int, Field(ge=1, le=9999)]
    number: Annotated[Word, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]


@router.get("", summary="Daftar buku nomor", responses=problems(400, 401, 403, 422))
def books(caller: Sees) -> list[BookView]:
    """The books of the caller's offices, the newest year first."""
    return [
        BookView(
            book=each.name,
            year=each.year,
            offices=list(each.offices),
            reserved=each.reserved,
            issued=each.issued,
            void=each.void,
        )
        for each in books_seen(caller)
    ]


@router.get("/lines", summary="Isi satu buku", responses=problems(400, 401, 403, 404, 422))
def lines(book: Name, year: Year, caller: Sees) -> SheetView:
    """By counter; numbers that were only adopted come last."""
    sheet, seen = book_seen(book, year, caller)
    return SheetView(
        book=sheet.name,
        year=sheet.year,
        lines=[_line(each) for each in seen],
        gaps=list(sheet.gaps),
    )


@router.post("/void", summary="Batalkan nomor", responses=problems(400, 401, 403, 404, 409, 422))
def void(said: Voiding, caller: Voids) -> LineView:
    """Only a number that no filed document bears; it stays in the book with its reason."""
    _, seen = book_seen(said.book, said.year, caller)
    ensure_line(said.number, seen, book=said.book, year=said.year)
    void_number(
        said.number,
        book=said.book,
        year=said.year,
        reason=said.reason.strip(),
        house=caller.house,
    )
    _, after = book_seen(said.book, said.year, caller)
    return _line([each for each in after if each.entry.number.text == said.number][-1])


def _line(line: LineSeen) -> LineView:
    entry = line.entry
    return LineView(
        number=entry.number.text,
        sequence=entry.number.sequence,
        state=entry.state,
        document=entry.document,
        office=line.office,
        title=line.title,
        kind=line.kind,
        date=line.date,
        given_at=entry.given_at,
        adopted=entry.form is None,
        by=line.by,
        reason=entry.reason,
    )
