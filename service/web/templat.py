"""``/templat``: the forms of documents, by kind and office; what is in force, and a new version."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from archive.index.search import Search
from doc_templates.errors import KindUnknown
from doc_templates.kind import Kind
from service.accounts.acts import Act
from service.accounts.errors import NameUnusable
from service.accounts.permissions import EVERYWHERE
from service.actions.bring_form import bring_form, ensure_office
from service.actions.look_up_forms import history_of
from service.actions.publish_form import return_to_house
from service.door.caller import Caller
from service.door.office_forms import docx_answer, forms_seen, sent_form
from service.office_forms.errors import (
    FormInForce,
    FormOfficeMissing,
    FormReasonMissing,
    FormUnusable,
)
from service.office_forms.fields import fields_of
from service.refusals import UploadMissing
from service.web.asking import Fields, file_of, reads, text_of
from service.web.forms import Faults, fault_of
from service.web.navigation import Link
from service.web.notices import moved
from service.web.rendering import page
from service.web.templat_tampak import OFFICE_STATES, by_office
from workers.office_form import FormState

router = APIRouter(prefix="/templat")
LINKS = (
    Link(
        80,
        "Templat",
        "/templat",
        Act.MANAGE_TEMPLATES,
        "Bentuk dokumen kantor Anda: unduh, ubah di Word, coba, lalu berlakukan.",
    ),
)
Manages = Annotated[Caller, Depends(reads(Act.MANAGE_TEMPLATES))]
_FIELDS: dict[type[Exception], str] = {
    FormOfficeMissing: "kantor",
    NameUnusable: "kantor",
    FormReasonMissing: "alasan",
    FormUnusable: "berkas",
    UploadMissing: "berkas",
}
"""Error → the field that it is told beside."""


@router.get("")
def kinds_(request: Request, caller: Manages) -> Response:
    """Every kind, and which form of which office is in force."""
    return page(
        request,
        "templat/daftar.html",
        caller=caller,
        kinds=list(caller.house.kinds.values()),
        offices={name: by_office(forms_seen(caller, kind=name)) for name in caller.house.kinds},
    )


@router.get("/{kind}")
def kind_(request: Request, kind: str, caller: Manages) -> Response:
    """One kind: where to start, the versions of each office, and their history."""
    return _shown(request, caller, _kind(kind, caller))


@router.post("/{kind}")
def bring(request: Request, kind: str, caller: Manages, fields: Fields) -> Response:
    """Try a form that was sent, and keep it as the next version."""
    found = _kind(kind, caller)
    typed = {name: text_of(fields, name) for name in ("kantor", "alasan")}
    office = typed["kantor"]
    _require(office, caller)
    try:
        ensure_office(office)
        content, name = sent_form(file_of(fields, "berkas"))
        brought = bring_form(
            content,
            kind=found,
            office=office,
            file_name=name,
            reason=typed["alasan"],
            house=caller.house,
        )
    except tuple(_FIELDS) as error:
        field = _FIELDS[type(error)]
        refused = error.faults if isinstance(error, FormUnusable) else ()
        faults = fault_of(error, field=field)
        return _shown(request, caller, found, faults=faults, typed=typed, refused=refused)
    form = brought.form
    if brought.repeated:
        told = f"Berkas yang sama sudah tersimpan sebagai versi {form.number}; diperiksa lagi."
    else:
        told = f"Templat disimpan sebagai versi {form.number}."
    return moved(request, f"/templat/versi/{form.id}", caller=caller, told=told)


@router.get("/{kind}/bawaan")
def house_form(kind: str, caller: Manages) -> Response:
    """The kind's own form, to be changed in Word."""
    found = _kind(kind, caller)
    return docx_answer(found.template.read_bytes(), found.name, "bawaan")


@router.get("/{kind}/isian")
def fields_(request: Request, kind: str, caller: Manages) -> Response:
    """What a form of this kind may print."""
    found = _kind(kind, caller)
    return page(request, "templat/isian.html", caller=caller, kind=found, fields=fields_of(found))


@router.post("/{kind}/bawaan")
def to_house(request: Request, kind: str, caller: Manages, fields: Fields) -> Response:
    """Have the documents of an office made on the kind's own form again."""
    found, office = _kind(kind, caller), text_of(fields, "kantor")
    _require(office, caller)
    reason = text_of(fields, "alasan")
    try:
        return_to_house(kind=found, office=office, reason=reason, house=caller.house)
    except (FormInForce, FormReasonMissing, FormOfficeMissing, NameUnusable) as error:
        typed = {"kantor": office, "alasan": reason}
        return _shown(request, caller, found, faults=fault_of(error), typed=typed)
    told = f"Dokumen {office} kembali memakai templat bawaan."
    return moved(request, f"/templat/{kind}", caller=caller, told=told)


def _kind(name: str, caller: Caller) -> Kind:
    found = caller.house.kinds.get(name)
    if found is None:
        raise KindUnknown(name, caller.house.kinds)
    return found


def _shown(
    request: Request,
    caller: Caller,
    kind: Kind,
    *,
    faults: Faults | None = None,
    typed: dict[str, str] | None = None,
    refused: tuple[object, ...] = (),
) -> Response:
    offices = by_office(forms_seen(caller, kind=kind.name))
    acts = {
        each.name: history_of(kind=kind.name, office=each.name, house=caller.house)
        for each in offices
    }
    return page(
        request,
        "templat/jenis.html",
        caller=caller,
        status=422 if faults else 200,
        kind=kind,
        offices=offices,
        acts=acts,
        states=OFFICE_STATES,
        published=FormState.PUBLISHED,
        everywhere=EVERYWHERE in caller.offices,
        own=_own(caller),
        known=_known(caller),
        typed=typed or {"kantor": "", "alasan": ""},
        refused=refused,
        faults=faults or Faults(),
    )


def _own(caller: Caller) -> list[str]:
    """The offices whose forms she keeps, as her roles name them."""
    names = {each.office for each in caller.person.memberships if caller.may(each.office)}
    return sorted(names - {EVERYWHERE})


def _require(office: str, caller: Caller) -> None:
    """Refuse an office that is not hers; that none is named is told beside the field."""
    if office.strip():
        caller.require(office)


def _known(caller: Caller) -> list[str]:
    """Offices that are worth offering: those of documents and of forms."""
    if EVERYWHERE not in caller.offices:
        return []
    filed = [str(name) for name, _ in caller.house.archive.facets(Search()).get("office", ())]
    return sorted({*filed, *(each.office for each in forms_seen(caller))})
