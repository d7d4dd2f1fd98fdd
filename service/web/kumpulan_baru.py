"""``/kumpulan/baru``: begin a batch: from a data set, from many files, from approved drafts."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.actions.ask_offers import Asked, ask_drafts, ask_offers
from service.actions.offer_documents import (
    Offer,
    offers_of_data_set,
    offers_of_files,
    offers_of_texts,
)
from service.actions.take_forms_into_draft import data_set_of
from service.door.caller import Caller
from service.door.seeing import seen_offices
from service.drafts.draft import DraftState
from service.drafts.errors import DraftError
from service.drafts.listing import DraftLine, DraftSearch, list_drafts
from service.drafts.remarks import Remark
from service.drafts.text import data_of
from service.drafts.text import text_of as compact
from service.errors import DataError
from service.reading import MAX_BYTES
from service.refusals import RequestUnreadable, UploadMissing
from service.web.asking import Fields, file_of, reads, text_of, texts_of
from service.web.forms import Fault, Faults, fault_of, faults
from service.web.kumpulan_ringkas import remember
from service.web.naskah_baru import sources_of
from service.web.naskah_berkas import name_of, uploaded
from service.web.naskah_melihat import draft_seen
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/kumpulan/baru")
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]
_KEY: Final = re.compile(r"[0-9a-z]{12}")
_MOST_DRAFTS: Final = 200
_MOST_FILES: Final = 100
_FEW: Final = 3


@router.get("")
def new(request: Request, caller: Writes) -> Response:
    """From what the batch is to be made."""
    return _new(request, caller, Faults())


@router.post("/himpunan")
def from_data_set(request: Request, caller: Writes, fields: Fields) -> Response:
    """Show every document of the year that a data set gives."""
    try:
        if file_of(fields, "himpunan"):
            content = uploaded(fields, "himpunan")
        elif text_of(fields, "dari"):
            content, _ = data_set_of(
                draft_seen(text_of(fields, "dari"), caller), house=caller.house
            )
        else:
            raise UploadMissing  # noqa: TRY301 - told where the others are
        found = offers_of_data_set(content, may=caller.may, house=caller.house)
        carried = compact(content)
    except (DataError, DraftError, UploadMissing) as error:
        return _new(request, caller, fault_of(error, field="himpunan"))
    return _chosen(request, caller, found, data_set=carried)


@router.post("/berkas")
def from_files(request: Request, caller: Writes, fields: Fields) -> Response:
    """Show the document of each file of one kind."""
    kind = caller.house.kinds.get(text_of(fields, "jenis"))
    sent: list[Any] = [each for each in fields.getlist("berkas") if not isinstance(each, str)]
    try:
        files = [
            (name_of(each.filename), each.file.read(_most(each.filename)))
            for each in sent[:_MOST_FILES]
            if each.filename
        ]
        if kind is None or not files:
            raise UploadMissing  # noqa: TRY301 - told where the others are
        found = offers_of_files(files, kind=kind, may=caller.may, house=caller.house)
    except (RequestUnreadable, UploadMissing) as error:
        return _new(request, caller, fault_of(error, field="berkas"))
    return _chosen(request, caller, found)


@router.post("/minta")
def ask(request: Request, caller: Writes, fields: Fields) -> Response:
    """Ask for what was chosen of the documents that were shown."""
    data_set, chosen = text_of(fields, "himpunan"), set(texts_of(fields, "pilih"))
    found = _carried(fields, caller, data_set, chosen)
    wanted = [each for each in found if each.key in chosen and each.possible]
    if not wanted:
        told = faults([Fault("", "Pilihlah sedikitnya satu dokumen.")])
        return _chosen(request, caller, found, told=told, chosen=chosen, data_set=data_set)
    if any(each.warnings for each in wanted) and text_of(fields, "dilihat") != "ya":
        told = faults([Fault("dilihat", "Tandai bahwa temuannya sudah Anda lihat.")])
        return _chosen(request, caller, found, told=told, chosen=chosen, data_set=data_set)
    asked = ask_offers(wanted, key=_key(fields), person=caller.person, house=caller.house)
    for digest, offer in asked.jobs:
        remember(digest, offer.title, offer.warnings)
    return _answered(request, caller, asked)


@router.post("/naskah")
def from_drafts(request: Request, caller: Writes, fields: Fields) -> Response:
    """Issue the chosen approved drafts."""
    names = list(dict.fromkeys(texts_of(fields, "naskah")))[:_MOST_DRAFTS]
    if not names:
        told = faults([Fault("naskah", "Pilihlah sedikitnya satu naskah.")])
        return _new(request, caller, told)
    drafts = [draft_seen(each, caller) for each in names]
    asked = ask_drafts(drafts, key=_key(fields), person=caller.person, house=caller.house)
    return _answered(request, caller, asked)


def _answered(request: Request, caller: Caller, asked: Asked) -> Response:
    """The board; where something was refused, first why."""
    if asked.refused:
        return page(
            request,
            "kumpulan/jawaban.html",
            caller=caller,
            status=422,
            answer=asked,
            reasons=[(name, fault_of(error)[0].sentence) for name, error in asked.refused],
        )
    sent = f"{asked.sent} naskah diajukan untuk diperiksa." if asked.sent else ""
    if not asked.asked:
        return moved(request, "/naskah?keadaan=diajukan", caller=caller, told=sent)
    told = f"{asked.asked} dokumen diminta. {sent}".strip()
    return moved(request, f"/kumpulan/{asked.batch}", caller=caller, told=told)


def _chosen(
    request: Request,
    caller: Caller,
    offers: list[Offer],
    *,
    told: Faults | None = None,
    chosen: set[str] | None = None,
    data_set: str = "",
) -> Response:
    """The documents that can be asked for; their data come along with the page."""
    possible = [each for each in offers if each.possible]
    shared = _shared(offers) if data_set else ()
    # Of a data set there are more documents than anybody wants at once; files were chosen already.
    first = set() if data_set else {each.key for each in possible}
    marked = first if chosen is None else chosen
    return page(
        request,
        "kumpulan/pilih.html",
        caller=caller,
        status=422 if told else 200,
        offers=offers,
        possible=possible,
        chosen=marked,
        judged=sum(each.judged for each in possible),
        warned=any(each.warnings for each in possible),
        shared=shared,
        own={each.key: _own(each, shared) for each in offers},
        key=caller.house.new_name(),
        data_set=data_set,
        compact=compact,
        faults=told or Faults(),
    )


def _shared(offers: list[Offer]) -> tuple[Remark, ...]:
    """What is said of the data set itself, and so again by every document that holds it."""
    holding = [each.remarks for each in offers if each.kind.himpunan]
    if len(holding) < _FEW:
        return ()
    common = set(holding[0]).intersection(*holding[1:])
    return tuple(each for each in holding[0] if each in common)


def _own(offer: Offer, shared: tuple[Remark, ...]) -> list[Remark]:
    """What is said of a document beyond that, what stands against it first."""
    own = [each for each in offer.remarks if each not in shared]
    return sorted(own, key=lambda each: "!EWI".index(each.level))


def _new(request: Request, caller: Caller, told: Faults) -> Response:
    return page(
        request,
        "kumpulan/baru.html",
        caller=caller,
        status=422 if told else 200,
        kinds=caller.house.kinds,
        sources=sources_of(caller),
        approved=_approved(caller),
        key=caller.house.new_name(),
        faults=told,
    )


def _approved(caller: Caller) -> list[DraftLine]:
    wanted = DraftSearch(within=seen_offices(caller), states=(DraftState.DISETUJUI,))
    return list_drafts(caller.house.database, wanted, limit=_MOST_DRAFTS)[0]


def _carried(fields: Fields, caller: Caller, data_set: str, chosen: Collection[str]) -> list[Offer]:
    """What the page had shown; of a data set all again where nothing was chosen.

    Raises:
        RequestUnreadable: it did not come back whole.
    """
    house = caller.house
    if data_set:
        content = data_of(data_set).content
        only = chosen if chosen and text_of(fields, "dilihat") else None
        return offers_of_data_set(content, may=caller.may, only=only, house=house)
    kind = house.kinds.get(text_of(fields, "jenis"))
    names, texts = texts_of(fields, "nama"), texts_of(fields, "isi")
    if kind is None or len(names) != len(texts):
        raise RequestUnreadable("daftar dokumennya tidak utuh lagi")
    told = zip(names, texts, strict=True)
    return offers_of_texts(told, kind=kind, may=caller.may, house=house)


def _key(fields: Fields) -> str:
    told = text_of(fields, "kunci")
    if not _KEY.fullmatch(told):
        raise RequestUnreadable("kunci permintaannya tidak ikut terkirim")
    return f"kumpulan-{told}"


def _most(name: str | None) -> int:
    """A ZIP may hold much; the size of the whole request is limited at the door."""
    return -1 if (name or "").lower().endswith(".zip") else MAX_BYTES + 1
