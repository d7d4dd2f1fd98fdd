"""``/banding``: two versions of a document, or two documents of one kind, beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from archive.index.search import Search
from service.accounts.acts import Act
from service.actions.compare_prints import Print, compare_looks, compare_prints
from service.actions.compare_versions import (
    Held,
    compare_data,
    compare_files,
    ensure_one_kind,
    last_before,
    last_filed,
    print_of,
    printed_file,
)
from service.actions.picture_page import picture_page
from service.comparing.errors import CompareError
from service.door.caller import Caller
from service.door.seeing import document_seen, search_seen
from service.web.asking import reads
from service.web.banding_tampak import MOST_TOLD, VIEWS, Side, View, spreads
from service.web.rendering import page, query
from service.web.words import moment

router = APIRouter()
Downloads = Annotated[Caller, Depends(reads(Act.DOWNLOAD))]
Number = Annotated[int, Path(ge=1, le=1_000_000)]
Chosen = Annotated[int | None, Query(ge=1, le=1_000_000)]
Named = Annotated[str, Query(max_length=40, pattern=r"^[0-9a-z]{1,30}:[0-9]{1,7}$")]
"""``ID:version``."""
_MOST_OTHERS: Final = 8
PICTURE: dict[str, str] = {"Cache-Control": "private, max-age=3600"}
"""A page of a version never changes; who may see it can, so not for good."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be compared, and how, as the address says it."""

    view: View
    path: str
    names: Mapping[str, str | int]
    """What is compared, the older first."""
    looks: bool = False
    """Whether pages are compared by their looks, too."""

    @property
    def ways(self) -> list[tuple[View, str, str]]:
        """The same in every view: which, its name, its address."""
        return [
            (each, label, self.path + query(**self.names, tampak=each))
            for each, label in VIEWS.items()
        ]

    @property
    def looking(self) -> str:
        """The address of the pages, compared by their looks, too."""
        return self.path + query(**self.names, tampak=View.PAGES, rupa=1)

    @property
    def turned(self) -> str:
        """The address of the same the other way round."""
        names = dict(zip(self.names, reversed(list(self.names.values())), strict=True))
        return self.path + query(**names, tampak=self.view)


@router.get("/dokumen/{document}/banding")
def compare(
    request: Request,
    document: str,
    caller: Downloads,
    *,
    dari: Chosen = None,
    ke: Chosen = None,
    tampak: View = View.DATA,
    rupa: bool = False,
) -> Response:
    """Any two versions of a document; the newest and the one before it where none are named."""
    found = document_seen(document, caller)
    ke = ke or last_filed(found)
    dari = dari or last_before(found, ke)
    asked = Asked(tampak, f"/dokumen/{found.document}/banding", {"dari": dari, "ke": ke}, rupa)
    return _shown(request, caller, Held(found, dari), Held(found, ke), asked)


@router.get("/banding")
def compare_two(
    request: Request,
    caller: Downloads,
    a: Named,
    b: Named,
    *,
    tampak: View = View.DATA,
    rupa: bool = False,
) -> Response:
    """A version of one document beside one of another of its kind, such as last year's."""
    before, after = (_held(each, caller) for each in (a, b))
    return _shown(request, caller, before, after, Asked(tampak, "/banding", {"a": a, "b": b}, rupa))


@router.get("/dokumen/{document}/versi/{version}/halaman/{number}")
def picture(document: str, version: Number, number: Number, caller: Downloads) -> Response:
    """A page of a version as a picture; noted in the trail."""
    told = print_of(Held(document_seen(document, caller), version), house=caller.house)
    shown = picture_page(told, page=number, house=caller.house)
    return Response(shown, media_type="image/png", headers=PICTURE)


def compared(before: Print, after: Print, caller: Caller, *, looks: bool = False) -> dict[str, Any]:
    """What a page tells of two prints: their pages, or why they cannot be compared."""
    house = caller.house
    try:
        leaves = compare_prints(before, after, house=house)
        found = compare_looks(before, after, leaves, house=house) if looks else {}
    except CompareError as error:
        return {"fault": str(error), "leaves": None, "spreads": ()}
    return {"fault": "", "leaves": leaves, "spreads": spreads(leaves, found)}


def _shown(request: Request, caller: Caller, before: Held, after: Held, asked: Asked) -> Response:
    ensure_one_kind(before.document, after.document)
    view = asked.view
    house = caller.house
    told: dict[str, Any] = {
        "changes": None,
        "files": (),
        "fault": "",
        "leaves": None,
        "spreads": (),
    }
    if view is View.DATA:
        told["changes"] = compare_data(before, after, house=house)
        told["files"] = compare_files(before, after)
    else:
        try:
            old, new = (print_of(each, house=house) for each in (before, after))
            told |= compared(old, new, caller, looks=asked.looks)
        except CompareError as error:
            told["fault"] = str(error)
    return page(
        request,
        "comparison.html",
        caller=caller,
        document=after.document,
        one=before.document.document == after.document.document,
        sides=(_side(before), _side(after)),
        numbers=(before.number, after.number),
        signed=after.signed and not before.signed,
        view=view,
        ways=asked.ways,
        turned=asked.turned,
        looking="" if asked.looks else asked.looking,
        others=_others(after, caller),
        most=MOST_TOLD,
        **told,
    )


def _others(held: Held, caller: Caller) -> list[tuple[str, str]]:
    """Other documents of the same kind and office: name, and address of the comparison."""
    record, this = held.document.record, held.document.document
    wanted = search_seen(Search(kind=record.kind, office=record.office), caller)
    found = caller.house.archive.search(wanted, limit=_MOST_OTHERS + 1).entries
    return [
        (
            f"{each.record.title} ({each.record.year}), {each.record.number or 'tanpa nomor'}",
            "/banding" + query(a=f"{each.document}:{each.head.value}", b=f"{this}:{held.number}"),
        )
        for each in found
        if each.document != this
    ][:_MOST_OTHERS]


def _held(named: str, caller: Caller) -> Held:
    name, _, number = named.partition(":")
    return Held(document_seen(name, caller), int(number))


def _side(held: Held) -> Side:
    version, record = held.version, held.document.record
    above = f"/dokumen/{held.document.document}"
    printed = printed_file(version)
    return Side(
        name=f"Versi v{held.number}",
        told=(record.title, f"{moment(version.created)} · {version.message}"),
        href=above,
        pictures=f"{above}/versi/{held.number}/halaman/" if printed else "",
        pdf=f"{above}/versi/{held.number}/berkas/{printed}?tampil=1" if printed else "",
    )
