"""``/templates``: the forms that offices bring; tried, printed, put in force, taken back."""

# ruff: noqa: FAST003 - ``Seen`` reads the version's name from the address

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Response, UploadFile
from starlette.responses import FileResponse

from service.accounts.acts import Act
from service.accounts.permissions import EVERYWHERE
from service.actions.bring_form import bring_form
from service.actions.look_up_forms import annotated_copy, difference, hand_out_form, history_of
from service.actions.preview_form import preview_form, previews_of
from service.actions.publish_form import publish_form, return_to_house
from service.api.jobs import JobView, job_view
from service.api.kinds import kind_named
from service.api.template_views import (
    BroughtView,
    DifferenceView,
    FieldView,
    JudgementView,
    PublicationView,
    TemplateView,
    ToHouse,
    ToPreview,
    ToPublish,
    judgement_view,
    template_view,
)
from service.door.caller import Caller, asks
from service.door.office_forms import (
    DOCX,
    docx_answer,
    form_seen,
    forms_seen,
    preview_answer,
    preview_seen,
    sent_form,
    version_answer,
)
from service.door.problems import problems
from service.office_forms.fields import fields_of
from service.office_forms.judged import kept_with
from service.refusals import RequestUnreadable
from workers.office_form import OfficeForm

router = APIRouter(prefix="/templates", tags=["templat"])
Manages = Annotated[Caller, Depends(asks(Act.MANAGE_TEMPLATES))]


def _seen(template: str, caller: Manages) -> OfficeForm:
    return form_seen(template, caller)


Seen = Annotated[OfficeForm, Depends(_seen)]
"""The version of the address, where the caller may know of it."""
Text = Annotated[str, Form(min_length=1, max_length=1000)]
_REFUSALS = problems(400, 401, 403, 404, 422)
_STEERING = problems(400, 401, 403, 404, 409, 422)
_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Berkas Word",
        "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("", summary="Templat kantor", responses=_REFUSALS)
def templates(
    caller: Manages,
    kind: Annotated[str | None, Query(max_length=60)] = None,
    office: Annotated[str | None, Query(max_length=200)] = None,
    sha256: Annotated[str | None, Query(pattern="^[0-9a-f]{64}$")] = None,
) -> list[TemplateView]:
    """All versions of the caller's offices, by kind and office, the newest first."""
    found = forms_seen(caller, kind=_sound(kind), office=_sound(office), digest=sha256)
    return [template_view(each) for each in found]


@router.post(
    "",
    summary="Unggah templat",
    status_code=HTTPStatus.CREATED,
    responses={
        200: {"model": BroughtView, "description": "Berkas yang sama sudah pernah diunggah"},
        **problems(400, 401, 403, 404, 408, 413, 422),
    },
)
def bring(
    *,
    kind: Text,
    office: Text,
    reason: Text,
    file: UploadFile,
    caller: Manages,
    response: Response,
) -> BroughtView:
    """Try a DOCX and keep it as the office's next version; nothing is printed on it yet.

    A file that is no DOCX, or carries what no form may carry, is not kept.
    """
    _require(office, caller)
    wanted = kind_named(kind, caller)
    content, name = sent_form(file)
    brought = bring_form(
        content, kind=wanted, office=office, file_name=name, reason=reason, house=caller.house
    )
    if brought.repeated:
        response.status_code = HTTPStatus.OK
    response.headers["Location"] = f"/api/v1/templates/{brought.form.id}"
    return BroughtView(
        template=template_view(brought.form),
        repeated=brought.repeated,
        judgement=judgement_view(brought.judged),
    )


@router.get(
    "/kinds/{kind}/file",
    summary="Templat bawaan satu jenis",
    response_class=Response,
    responses={**_FILE, **_REFUSALS},
)
def house_file(kind: str, caller: Manages) -> Response:
    """The form that Lontar brings with it: the best one to start from."""
    found = kind_named(kind, caller)
    return docx_answer(found.template.read_bytes(), found.name, "bawaan")


@router.get("/kinds/{kind}/fields", summary="Isian templat satu jenis", responses=_REFUSALS)
def fields(kind: str, caller: Manages) -> list[FieldView]:
    """What a form of this kind may print, each explained, with its way of writing."""
    return [FieldView.model_validate(each) for each in fields_of(kind_named(kind, caller))]


@router.get("/kinds/{kind}/history", summary="Riwayat pemberlakuan", responses=_REFUSALS)
def history(
    kind: str, office: Annotated[str, Query(min_length=1, max_length=200)], caller: Manages
) -> list[PublicationView]:
    """What was put in force for an office, by whom and why; the latest first."""
    _require(office, caller)
    name = kind_named(kind, caller).name
    acts = history_of(kind=name, office=_sound(office) or "", house=caller.house)
    return [PublicationView.model_validate(each) for each in acts]


@router.post(
    "/kinds/{kind}/house",
    summary="Kembali ke templat bawaan",
    status_code=HTTPStatus.NO_CONTENT,
    response_class=Response,
    responses=_STEERING,
)
def to_house(kind: str, sent: ToHouse, caller: Manages) -> None:
    """Have the documents of an office made on the kind's own form again."""
    _require(sent.office, caller)
    found = kind_named(kind, caller)
    return_to_house(kind=found, office=sent.office, reason=sent.reason, house=caller.house)


@router.get("/{template}", summary="Satu versi templat", responses=_REFUSALS)
def template_(form: Seen) -> TemplateView:
    """One version, and whether it is in force."""
    return template_view(form)


@router.get("/{template}/judgement", summary="Hasil pemeriksaan templat", responses=_REFUSALS)
def judgement(form: Seen) -> JudgementView:
    """Every fault with its place in Word and its remedy."""
    return judgement_view(kept_with(form))


@router.get("/{template}/difference", summary="Beda dengan yang berlaku", responses=_REFUSALS)
def differs(form: Seen, caller: Manages) -> DifferenceView:
    """Fields that this version asks for beyond the form in force, and those that it leaves out."""
    told = difference(form, kind=kind_named(form.kind, caller), house=caller.house)
    against = None if told.against is None else template_view(told.against)
    return DifferenceView(against=against, added=list(told.added), removed=list(told.removed))


@router.get(
    "/{template}/file",
    summary="Unduh satu versi",
    response_class=Response,
    responses={**_FILE, **_REFUSALS},
)
def file_(form: Seen, caller: Manages) -> Response:
    """The DOCX as it was brought."""
    kind = kind_named(form.kind, caller)
    return version_answer(form, hand_out_form(form, kind=kind, house=caller.house))


@router.get(
    "/{template}/annotated",
    summary="Salinan bertanda",
    response_class=Response,
    responses={**_FILE, **_REFUSALS},
)
def annotated(form: Seen, caller: Manages) -> Response:
    """The DOCX with a comment of Word at each fault."""
    return version_answer(form, annotated_copy(form, house=caller.house), "catatan")


@router.post(
    "/{template}/previews",
    summary="Cetak pratinjau",
    status_code=HTTPStatus.ACCEPTED,
    responses=_STEERING,
)
def preview(form: Seen, sent: ToPreview, caller: Manages, response: Response) -> JobView:
    """Have a KONSEP of a sample printed on this version, in force or not."""
    kind = kind_named(form.kind, caller)
    job = preview_form(form, sample=sent.sample, kind=kind, house=caller.house).job
    response.headers["Location"] = f"/api/v1/templates/{form.id}/previews/{job.id}"
    return job_view(job)


@router.get("/{template}/previews", summary="Pratinjau yang pernah dicetak", responses=_REFUSALS)
def previews(form: Seen, caller: Manages) -> list[JobView]:
    """The prints on this version, the latest first."""
    found = previews_of(form, house=caller.house)
    return [job_view(each) for each in found]


@router.get(
    "/{template}/previews/{job}/file",
    summary="PDF pratinjau",
    response_class=FileResponse,
    responses={200: {"content": {"application/pdf": {}}}, **_REFUSALS},
)
def preview_file(form: Seen, job: str, caller: Manages) -> FileResponse:
    """The print, once its job is `printed`; kept for `LONTAR_KEEP_HOURS`."""
    return preview_answer(form, preview_seen(form, job, caller), caller)


@router.get("/{template}/previews/{job}", summary="Satu pratinjau", responses=_REFUSALS)
def preview_(form: Seen, job: str, caller: Manages) -> JobView:
    """How far a print has come."""
    return job_view(preview_seen(form, job, caller))


@router.post("/{template}/publication", summary="Berlakukan satu versi", responses=_STEERING)
def publish(form: Seen, sent: ToPublish, caller: Manages) -> TemplateView:
    """Have all documents asked from now on made on this version; also to roll back to it.

    Refused while nobody has had it printed, and where it has faults.
    """
    kind = kind_named(form.kind, caller)
    return template_view(publish_form(form, reason=sent.reason, kind=kind, house=caller.house))


def _require(office: str, caller: Caller) -> None:
    """All offices are a matter of the whole installation."""
    caller.require(None if office.strip() == EVERYWHERE else office)


def _sound(text: str | None) -> str | None:
    if text is not None and "\0" in text:
        raise RequestUnreadable("pertanyaan memuat karakter yang tidak dikenal")
    return text
