"""``/naskah/baru``: begin a draft: empty, with a file, a sample, or another draft's data set."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response

from archive.records import folded_office
from doc_templates.kind import Kind
from service.accounts.acts import Act
from service.accounts.errors import NotAllowed
from service.accounts.permissions import EVERYWHERE
from service.actions.begin_draft import begin_draft
from service.actions.copy_document import OWN
from service.actions.take_forms_into_draft import data_set_of, read_into_draft
from service.door.caller import Caller
from service.door.seeing import seen_offices
from service.drafts.draft import DraftState
from service.drafts.errors import DataSetAbsent, DraftError
from service.drafts.listing import DraftLine, DraftSearch, list_drafts
from service.errors import DataError
from service.refusals import RequestUnreadable, UploadMissing
from service.web.asking import Fields, file_of, reads, text_of
from service.web.forms import Faults, fault_of
from service.web.naskah_berkas import excel_forms, uploaded
from service.web.naskah_formulir import read_page
from service.web.naskah_melihat import draft_seen
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/naskah/baru")
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]
CREATED: Final = "Naskah dibuat; isilah, lalu simpan."
_TYPED: Final = ("jenis", "judul", "kantor", "contoh", "himpunan_dari")
_AS_IS: Final = "-apa-adanya"
"""Ends the name of a sample that repeats its source, faults included; it is never issued."""
_MOST_SOURCES: Final = 200
_SHOWN_SOURCES: Final = 40


@router.get("")
def new(request: Request, caller: Writes, jenis: str = "") -> Response:
    """Choose a kind, and say what the draft is to be called."""
    return _new(request, caller, {"jenis": jenis}, Faults())


@router.post("")
def begin(request: Request, caller: Writes, fields: Fields) -> Response:
    """Begin a draft with what was brought along, or empty."""
    typed = {name: text_of(fields, name) for name in _TYPED}
    kind = caller.house.kinds.get(typed["jenis"])
    if kind is None:
        return _new(request, caller, typed, Faults())
    field = "berkas"
    try:
        content = _content(kind, typed, fields, caller)
        field = "formulir-kembali"
        forms = excel_forms(fields, "formulir-kembali") if kind.himpunan else []
        if forms and not isinstance((content or {}).get(kind.himpunan), dict):
            raise DataSetAbsent
        field = "judul"
        draft = begin_draft(
            kind=kind,
            office=_office(kind, typed, caller),
            title=typed["judul"],
            content=content,
            person=caller.person,
            house=caller.house,
        )
    except (DraftError, DataError, UploadMissing, RequestUnreadable) as error:
        return _new(request, caller, typed, fault_of(error, field=field))
    if not forms:
        return moved(request, f"/naskah/{draft.id}", caller=caller, told=CREATED)
    try:
        told = read_into_draft(forms, draft, house=caller.house)
    except DataError as error:
        sentence = f"Naskah dibuat, tetapi formulirnya belum dapat dibaca: {error}"
        return moved(request, f"/naskah/{draft.id}", caller=caller, told=sentence)
    return read_page(request, caller, draft, forms, told)


def offices_of(caller: Caller) -> list[str]:
    """The offices in which the person writes, as they are printed."""
    found = sorted(
        {each.office for each in caller.person.memberships if each.role.value == "penyusun"}
        - {EVERYWHERE}
    )
    if not found and EVERYWHERE not in caller.offices:
        raise NotAllowed(Act.REQUEST.value)
    return found or [""]


def sources_of(caller: Caller) -> list[DraftLine]:
    """Drafts that may lend their data set, the last changed first."""
    wanted = DraftSearch(
        within=seen_offices(caller),
        states=tuple(each for each in DraftState if each is not DraftState.DIBUANG),
    )
    found, _ = list_drafts(caller.house.database, wanted, limit=_MOST_SOURCES)
    kinds = caller.house.kinds
    fit = [each for each in found if each.kind in kinds and kinds[each.kind].himpunan]
    return fit[:_SHOWN_SOURCES]


def _content(kind: Kind, typed: dict[str, str], fields: Fields, caller: Caller) -> Any:  # noqa: ANN401 - plain data
    """What the draft begins with."""
    content: Any = {}
    if file_of(fields, "berkas"):
        content = uploaded(fields, "berkas")
    elif typed["contoh"] in _samples(kind):
        whole = kind.sample(typed["contoh"])
        content = {name: value for name, value in whole.items() if name != OWN}
    if kind.himpunan and typed["himpunan_dari"] and isinstance(content, dict):
        source = draft_seen(typed["himpunan_dari"], caller)
        held, _ = data_set_of(source, house=caller.house)
        content = {**content, kind.himpunan: held}
    if kind.himpunan and file_of(fields, "himpunan") and isinstance(content, dict):
        content = {**content, kind.himpunan: uploaded(fields, "himpunan")}
    return content


def _office(kind: Kind, typed: dict[str, str], caller: Caller) -> str:
    """Whose the draft is: the sample's, which names it; else the chosen one."""
    return _samples(kind).get(typed["contoh"]) or typed["kantor"] or offices_of(caller)[0]


@cache
def _samples(kind: Kind) -> dict[str, str]:
    """Name of each sample that can be issued → its office, as printed."""
    models = {
        name: kind.model.model_validate(kind.sample(name))
        for name in kind.samples()
        if not name.endswith(_AS_IS)
    }
    return {name: kind.describe(model).office for name, model in models.items()}


def _new(request: Request, caller: Caller, typed: dict[str, str], told: Faults) -> Response:
    kind = caller.house.kinds.get(typed.get("jenis", ""))
    within = seen_offices(caller)
    samples = {
        name: office
        for name, office in (_samples(kind).items() if kind else ())
        if within is None or folded_office(office) in within
    }
    return page(
        request,
        "naskah/baru.html",
        caller=caller,
        status=422 if told else 200,
        kinds=caller.house.kinds,
        kind=kind,
        samples=samples,
        sources=sources_of(caller) if kind and kind.himpunan else (),
        offices=offices_of(caller),
        everywhere=EVERYWHERE in caller.offices,
        typed={**dict.fromkeys(_TYPED, ""), **typed},
        faults=told,
    )
