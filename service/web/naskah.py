"""``/naskah/…``: a new draft, a copy, and the form in which one is written."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response

from archive.index.search import Search
from service.accounts.acts import Act
from service.accounts.errors import NotAllowed
from service.accounts.permissions import EVERYWHERE
from service.actions.begin_draft import begin_draft
from service.actions.copy_document import copy_document
from service.actions.save_draft import save_draft
from service.actions.send_for_review import send_for_review
from service.actions.step_draft import kind_of
from service.door.caller import Caller
from service.door.seeing import document_seen, search_seen
from service.drafts.draft import Draft
from service.drafts.errors import DraftChanged, DraftError, FindingsUnseen
from service.drafts.text import data_of
from service.errors import DataError
from service.reading import MAX_BYTES, parse_data
from service.refusals import UploadMissing
from service.web.asking import Fields, file_of, reads, text_of
from service.web.forms import Faults, fault_of
from service.web.naskah_baris import changed
from service.web.naskah_bentuk import shape_of
from service.web.naskah_isian import filled
from service.web.naskah_melihat import draft_seen, keys_of, revision_of
from service.web.naskah_tampak import draft_page
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter()
Sees = Annotated[Caller, Depends(reads(Act.CHECK))]
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]
_CREATED: Final = "Naskah dibuat; isilah, lalu simpan."


@router.get("/naskah/baru")
def new(request: Request, caller: Writes, jenis: str = "") -> Response:
    """Choose a kind, and say what the draft is to be called."""
    return _new(request, caller, {"jenis": jenis}, Faults())


@router.post("/naskah/baru")
def begin(request: Request, caller: Writes, fields: Fields) -> Response:
    """Begin a draft, empty or with the data of a file."""
    typed = {name: text_of(fields, name) for name in ("jenis", "judul", "kantor")}
    kind = caller.house.kinds.get(typed["jenis"])
    if kind is None:
        return _new(request, caller, typed, Faults())
    try:
        content = _uploaded(fields) if file_of(fields, "berkas") else {}
        draft = begin_draft(
            kind=kind,
            office=typed["kantor"] or _offices(caller)[0],
            title=typed["judul"],
            content=content,
            person=caller.person,
            house=caller.house,
        )
    except (DraftError, DataError) as error:
        field = "berkas" if isinstance(error, DataError) else "judul"
        return _new(request, caller, typed, fault_of(error, field=field))
    return moved(request, f"/naskah/{draft.id}", caller=caller, told=_CREATED)


@router.get("/naskah/salin")
def copies(request: Request, caller: Writes, cari: str = "") -> Response:
    """Documents that were issued, to begin the next one with their data."""
    wanted = search_seen(Search(text=cari[:200] or None), caller)
    found = caller.house.archive.search(wanted, limit=50).entries
    kinds = caller.house.kinds
    shown = [each for each in found if each.record.kind in kinds]
    return page(request, "naskah/salin.html", caller=caller, entries=shown, kinds=kinds, cari=cari)


@router.post("/naskah/salin")
def copy(request: Request, caller: Writes, fields: Fields) -> Response:
    """Begin a draft with the data of an issued document."""
    document = document_seen(text_of(fields, "dokumen"), caller)
    title = f"Salinan: {document.record.title}"[:200]
    draft = copy_document(document, title=title, person=caller.person, house=caller.house)
    told = "Data disalin tanpa nomornya; sesuaikan tahun, tanggal, dan isinya."
    return moved(request, f"/naskah/{draft.id}", caller=caller, told=told)


@router.get("/naskah/{name}")
def draft_(request: Request, name: str, caller: Sees) -> Response:
    """The form of a draft, or its state where it is written no more."""
    draft = draft_seen(name, caller)
    return draft_page(request, caller, draft, content=data_of(draft.data).content)


@router.post("/naskah/{name}")
def save(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Save what was typed, and do what the pressed button says."""
    draft = draft_seen(name, caller)
    revision, title = revision_of(fields), text_of(fields, "judul")
    shape = shape_of(kind_of(draft, house=caller.house))
    content = filled(data_of(draft.data).content, shape, fields)
    act, _, aim = text_of(fields, "aksi").partition(":")
    aim, _, chosen = aim.partition("=")
    try:
        text = text_of(fields, f"tempel:{aim}") if act == "tempel" else chosen
        content = changed(content, shape, act, aim, text)
        saved = save_draft(
            draft,
            revision=revision,
            title=title,
            content=content,
            person=caller.person,
            acknowledged=keys_of(fields),
            house=caller.house,
        )
        if act == "ajukan":
            return _sent(request, caller, saved)
    except (DraftError, DataError) as error:
        conflict = isinstance(error, DraftChanged)
        return draft_page(
            request,
            caller,
            _now(draft, caller) if isinstance(error, FindingsUnseen) else draft,
            content=content,
            title=title,
            faults=fault_of(error),
            conflict=conflict,
            status=409 if conflict else 422,
        )
    place = f"#{_anchor(aim)}" if aim else ""
    told = "Naskah disimpan." if act in {"", "simpan"} else ""
    return moved(request, f"/naskah/{name}{place}", caller=caller, told=told)


@router.post("/naskah/{name}/unggah")
def upload(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Put the data of a file in the place of the draft's, or of its data set."""
    draft = draft_seen(name, caller)
    before = data_of(draft.data).content
    try:
        content = _uploaded(fields)
        field = kind_of(draft, house=caller.house).himpunan
        if text_of(fields, "untuk") == "himpunan" and field is not None:
            content = {**(before if isinstance(before, dict) else {}), field: content}
        save_draft(
            draft,
            revision=revision_of(fields),
            title=draft.title,
            content=content,
            person=caller.person,
            house=caller.house,
        )
    except (DraftError, DataError, UploadMissing) as error:
        refused = fault_of(error)
        return draft_page(request, caller, draft, content=before, faults=refused, status=422)
    return moved(request, f"/naskah/{name}", caller=caller, told="Isi berkas dimuat.")


def _sent(request: Request, caller: Caller, draft: Draft) -> Response:
    send_for_review(
        draft,
        revision=draft.revision,
        acknowledged=(),
        person=caller.person,
        house=caller.house,
    )
    return moved(request, f"/naskah/{draft.id}", caller=caller, told="Naskah diajukan.")


def _now(draft: Draft, caller: Caller) -> Draft:
    return draft_seen(draft.id, caller)


def _new(request: Request, caller: Caller, typed: dict[str, str], faults: Faults) -> Response:
    return page(
        request,
        "naskah/baru.html",
        caller=caller,
        status=422 if faults else 200,
        kinds=caller.house.kinds,
        kind=caller.house.kinds.get(typed.get("jenis", "")),
        offices=_offices(caller),
        everywhere=EVERYWHERE in caller.offices,
        typed={"judul": "", "kantor": "", **typed},
        faults=faults,
    )


def _offices(caller: Caller) -> list[str]:
    """The offices in which the person writes, as they are printed."""
    found = sorted(
        {each.office for each in caller.person.memberships if each.role.value == "penyusun"}
        - {EVERYWHERE}
    )
    if not found and EVERYWHERE not in caller.offices:
        raise NotAllowed(Act.REQUEST.value)
    return found or [""]


def _uploaded(fields: Fields) -> Any:  # noqa: ANN401 - plain data
    """The data of the file that was sent.

    Raises:
        UploadMissing, DataError: there is none, or none that can be read.
    """
    file = file_of(fields, "berkas")
    if file is None:
        raise UploadMissing
    name = PurePath((file.filename or "").replace("\\", "/")).name[:100] or "kiriman"
    return parse_data(name, file.file.read(MAX_BYTES + 1)).content


def _anchor(path: str) -> str:
    steps = path.partition("[")[0] if path.endswith("]") else path
    return "d-" + "".join(each if each.isalnum() or each in "_-" else "-" for each in steps)
