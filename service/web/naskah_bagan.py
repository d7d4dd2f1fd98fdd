"""``/naskah/…/bagan``: the editor of an SOP, in which the drawn flowchart follows what is typed."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.actions.save_draft import save_draft
from service.actions.send_for_review import send_for_review
from service.actions.step_draft import kind_of
from service.actions.undo_save import undo_save
from service.door.caller import Caller
from service.drafts.draft import Draft
from service.drafts.errors import DraftChanged, DraftError, DraftUnknown, FindingsUnseen
from service.drafts.rules import Step, open_steps
from service.drafts.text import data_of
from service.errors import DataError
from service.web.asking import Fields, reads, text_of
from service.web.forms import fault_of
from service.web.naskah_bagan_gambar import dibaca, lukisan_of
from service.web.naskah_bagan_isian import diketik, semula_of, terbaca
from service.web.naskah_bagan_laman import bagan_page, langkah_part, lukisan_part
from service.web.naskah_bagan_susun import Suntingan, daftar, disunting, terbuka
from service.web.naskah_bagan_tempel import ditempel
from service.web.naskah_baris import changed
from service.web.naskah_bentuk import shape_of
from service.web.naskah_melihat import draft_seen, keys_of, revision_of
from service.web.notices import moved

router = APIRouter(prefix="/naskah/{name}/bagan")
Sees = Annotated[Caller, Depends(reads(Act.CHECK))]
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]
_GENERAL: Final = frozenset({"pakai", "kosongkan"})
_TIME: Final = {"urung": False, "ulang": True}
"""Act → whether it brings again what was undone."""
_TOLD: Final = {
    "urung": "Simpanan terakhir diurungkan.",
    "ulang": "Yang diurungkan dikembalikan.",
    "simpan": "Naskah disimpan.",
    "": "Naskah disimpan.",
}
_LONGEST: Final = 500


@router.get("")
def editor(request: Request, name: str, caller: Sees) -> Response:
    """Lanes, steps and the drawing; whoever may not write sees the draft itself."""
    draft = sop_seen(name, caller)
    isi = data_of(draft.data).content
    writes = Step.SAVE in open_steps(draft, person=caller.person)
    if not (writes and terbuka(isi)):
        return moved(request, f"/naskah/{name}", caller=caller)
    return bagan_page(request, caller, draft, isi=isi)


@router.post("")
def save(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Save what was typed, and do what the pressed button says."""
    draft = sop_seen(name, caller)
    revision = revision_of(fields)
    act, _, aim = text_of(fields, "aksi").partition(":")
    if not terbuka(data_of(draft.data).content):
        return moved(request, f"/naskah/{name}", caller=caller)
    isi, kabar = _typed(draft, caller, fields)
    if act == "gambar":
        return bagan_page(request, caller, draft, isi=isi, unsaved=True)
    try:
        if act in _TIME:
            return _turned_back(request, caller, draft, fields, isi, onward=_TIME[act])
        edited = _edited(isi, act, aim, fields, caller, draft)
        saved = _saved(draft, edited.isi, revision, fields, caller)
        if act == "ajukan":
            return _sent(request, caller, saved)
    except (DraftError, DataError) as error:
        conflict = isinstance(error, DraftChanged)
        return bagan_page(
            request,
            caller,
            draft_seen(name, caller) if isinstance(error, FindingsUnseen) else draft,
            isi=isi,
            faults=fault_of(error),
            unsaved=True,
            conflict=conflict,
            status=409 if conflict else 422,
        )
    place = edited.tempat or _place(aim, act)
    told = _sentence([*kabar, *edited.kabar]) or _TOLD.get(act, "")
    to = f"/naskah/{name}/bagan{f'#{place}' if place else ''}"
    return moved(request, to, caller=caller, told=told)


@router.post("/gambar")
def drawing(name: str, caller: Sees, fields: Fields) -> Response:
    """The drawing of what is typed, nothing saved; where none can be made, only why."""
    draft = sop_seen(name, caller)
    isi, _ = _typed(draft, caller, fields)
    read = dibaca(isi, kind=kind_of(draft, house=caller.house), teliti=False)
    return lukisan_part(lukisan_of(read))


@router.post("/langkah")
def step(name: str, caller: Sees, fields: Fields) -> Response:
    """One step as its symbol now needs it, nothing saved."""
    draft = sop_seen(name, caller)
    kept, at = data_of(draft.data).content, _number(text_of(fields, "langkah"))
    if terbuka(kept):
        kept = diketik(kept, shape_of(kind_of(draft, house=caller.house)), fields)
    semula = semula_of(fields, len(daftar(kept, "kegiatan")))
    return langkah_part(caller, draft, isi=kept, at=at, semula=semula)


def sop_seen(name: str, caller: Caller) -> Draft:
    """The draft of an SOP.

    Raises:
        DraftUnknown: there is none, or none that the caller may know of.
    """
    draft = draft_seen(name, caller)
    if draft.kind != "sop":
        raise DraftUnknown(name)
    return draft


def _typed(draft: Draft, caller: Caller, fields: Fields) -> tuple[Any, list[str]]:
    kept = data_of(draft.data).content
    if not terbuka(kept):
        return kept, []
    return terbaca(kept, shape_of(kind_of(draft, house=caller.house)), fields)


def _edited(  # noqa: PLR0917 - what a form brings
    isi: Any,  # noqa: ANN401 - plain data
    act: str,
    aim: str,
    fields: Fields,
    caller: Caller,
    draft: Draft,
) -> Suntingan:
    if act == "tempel":
        return ditempel(isi, text_of(fields, "tempel"))
    if act in _GENERAL:
        where, _, text = aim.partition("=")
        shape = shape_of(kind_of(draft, house=caller.house))
        return Suntingan(changed(isi, shape, act, where, text))
    return disunting(isi, act, _number(aim))


def _saved(draft: Draft, isi: Any, revision: int, fields: Fields, caller: Caller) -> Draft:  # noqa: ANN401
    return save_draft(
        draft,
        revision=revision,
        title=draft.title,
        content=isi,
        person=caller.person,
        acknowledged=keys_of(fields),
        house=caller.house,
    )


def _turned_back(
    request: Request,
    caller: Caller,
    draft: Draft,
    fields: Fields,
    isi: Any,  # noqa: ANN401 - plain data
    *,
    onward: bool,
) -> Response:
    """Undo the last save; what was typed since is saved first, so that it can come again."""
    revision, told = revision_of(fields), _TOLD["ulang" if onward else "urung"]
    typed = isi != data_of(draft.data).content
    if typed:
        draft = _saved(draft, isi, revision, fields, caller)
        revision = draft.revision
    if typed and onward:
        told = "Isian Anda disimpan; sesudah isian baru, tidak ada yang dapat diulangi."
    else:
        undo_save(draft, revision=revision, onward=onward, person=caller.person, house=caller.house)
    return moved(request, f"/naskah/{draft.id}/bagan", caller=caller, told=told)


def _sent(request: Request, caller: Caller, draft: Draft) -> Response:
    send_for_review(
        draft,
        revision=draft.revision,
        acknowledged=(),
        person=caller.person,
        house=caller.house,
    )
    return moved(request, f"/naskah/{draft.id}", caller=caller, told="Naskah diajukan.")


def _sentence(kabar: list[str]) -> str:
    """What changed besides, as one sentence."""
    told = "; ".join(kabar)
    if len(told) > _LONGEST:
        told = f"{told[:_LONGEST].rpartition('; ')[0] or told[:_LONGEST]}; dan lainnya"
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _number(text: str) -> int:
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 6 else -1  # noqa: PLR2004


def _place(aim: str, act: str) -> str:
    """The step that a suggestion was taken at."""
    if act not in _GENERAL or not aim.startswith("kegiatan["):
        return ""
    number = aim.removeprefix("kegiatan[").partition("]")[0]
    return f"langkah-{number}" if number.isdecimal() else ""
