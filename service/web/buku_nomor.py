"""``/buku-nomor``: the register books: each number, who has it, and why one is void."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from archive.bad_values import BadReason
from archive.errors import NumberIssued, NumberUnknown
from service.accounts.acts import Act
from service.actions.void_number import void_number
from service.actions.write_book import MEDIA_TYPES, TableForm, write_book
from service.door.agenda_table import HEADINGS, STATES, agenda_rows
from service.door.caller import Caller
from service.door.files import download_name
from service.door.registers import book_seen, books_seen, ensure_line
from service.web import cursor
from service.web.asking import Fields, reads, text_of
from service.web.forms import Faults, fault_of
from service.web.navigation import Link
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/buku-nomor")
LINKS = (
    Link(
        65,
        "Buku nomor",
        "/buku-nomor",
        Act.SEE_REGISTER,
        "Nomor naskah yang dipesan, terbit, dan batal, per kantor dan tahun.",
    ),
)
Sees = Annotated[Caller, Depends(reads(Act.SEE_REGISTER))]
Voids = Annotated[Caller, Depends(reads(Act.VOID_NUMBER))]
Year = Annotated[int, Path(ge=1, le=9999)]
Name = Annotated[cursor.Word, Path()]
_PAGE: Final = 200
"""Lines of one page."""


@router.get("")
def books(request: Request, caller: Sees) -> Response:
    """The books of the caller's offices, the newest year first."""
    return page(request, "buku_nomor/daftar.html", caller=caller, books=books_seen(caller))


@router.get("/{year}/{book:path}")
def book(
    request: Request,
    year: Year,
    book: Name,
    caller: Sees,
    *,
    keadaan: Literal["", "reserved", "issued", "void"] = "",
    halaman: Annotated[int, Query(ge=1, le=100_000)] = 1,
    unduh: TableForm | None = None,
) -> Response:
    """The lines of one book, or all of it as a table to keep."""
    if unduh is not None:
        return _table(year, book, caller, unduh)
    return _shown(request, year, book, caller, state=keadaan, number=halaman)


@router.post("/{year}/{book:path}")
def void(request: Request, year: Year, book: Name, caller: Voids, fields: Fields) -> Response:
    """Void a reserved number; it stays in the book with its reason."""
    text = text_of(fields, "nomor")
    reason = text_of(fields, "alasan").replace("\r\n", "\n").strip()
    _, lines = book_seen(book, year, caller)
    try:
        ensure_line(text, lines, book=book, year=year)
        void_number(text, book=book, year=year, reason=reason, house=caller.house)
    except (BadReason, NumberIssued, NumberUnknown) as error:
        faults = fault_of(error, field="alasan" if isinstance(error, BadReason) else "nomor")
        return _shown(request, year, book, caller, faults=faults, typed=(text, reason))
    told = f"Nomor {text} dibatalkan dan tetap tercatat."
    return moved(request, f"/buku-nomor/{year}/{book}", caller=caller, told=told)


def _shown(
    request: Request,
    year: int,
    book: str,
    caller: Caller,
    *,
    state: str = "",
    number: int = 1,
    faults: Faults | None = None,
    typed: tuple[str, str] = ("", ""),
) -> Response:
    sheet, lines = book_seen(book, year, caller)
    chosen = [each for each in lines if not state or each.entry.state.value == state]
    begin = (number - 1) * _PAGE
    return page(
        request,
        "buku_nomor/satu.html",
        caller=caller,
        status=422 if faults else 200,
        sheet=sheet,
        lines=chosen[begin : begin + _PAGE],
        many=len(chosen),
        number=number,
        pages=-(-len(chosen) // _PAGE),
        state=state,
        states=STATES,
        voidable=[each for each in lines if each.may_void],
        faults=faults or Faults(),
        typed=typed,
    )


def _table(year: int, book: str, caller: Caller, form: TableForm) -> Response:
    _, lines = book_seen(book, year, caller)
    kinds = caller.house.kinds
    rows = agenda_rows(lines, kind_title=lambda name: kinds[name].title if name in kinds else name)
    content = write_book(HEADINGS, rows, form=form, book=book, year=year, house=caller.house)
    name = download_name("buku-nomor", book, str(year), suffix=f".{form}")
    return Response(
        content,
        media_type=MEDIA_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
