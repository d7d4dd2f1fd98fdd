"""``/naskah/…``: the form in which a draft is written, saved and sent.

Modules are found in the order of their names: those with an address of their own under
``/naskah/``, such as ``naskah_baru``, come before this one, which takes any name.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.actions.save_draft import save_draft
from service.actions.send_for_review import send_for_review
from service.actions.step_draft import kind_of
from service.door.caller import Caller
from service.drafts.draft import Draft
from service.drafts.errors import DraftChanged, DraftError, FindingsUnseen
from service.drafts.text import data_of
from service.errors import DataError
from service.refusals import UploadMissing
from service.web.asking import Fields, reads, text_of
from service.web.forms import fault_of
from service.web.naskah_baris import changed, rows_at
from service.web.naskah_bentuk import shape_of
from service.web.naskah_berkas import uploaded
from service.web.naskah_isian import filled
from service.web.naskah_melihat import draft_seen, keys_of, revision_of
from service.web.naskah_tampak import draft_page
from service.web.naskah_tempel import told as told_of_paste
from service.web.notices import moved

router = APIRouter()
Sees = Annotated[Caller, Depends(reads(Act.CHECK))]
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]


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
    if act == "tempel" and (rows := rows_at(shape, aim)) is not None:
        told = told_of_paste(text, rows)
    return moved(request, f"/naskah/{name}{place}", caller=caller, told=told)


@router.post("/naskah/{name}/unggah")
def upload(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Put the data of a file in the place of the draft's, or of its data set."""
    draft = draft_seen(name, caller)
    before = data_of(draft.data).content
    try:
        content = uploaded(fields, "berkas")
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


def _anchor(path: str) -> str:
    steps = path.partition("[")[0] if path.endswith("]") else path
    return "d-" + "".join(each if each.isalnum() or each in "_-" else "-" for each in steps)
