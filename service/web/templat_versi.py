"""``/templat/versi/…``: one version: what was found in it, previews, putting it in force."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from doc_templates.kind import Kind
from service.accounts.acts import Act
from service.actions.look_up_forms import annotated_copy, difference, hand_out_form, history_of
from service.actions.preview_form import preview_form, previews_of, was_seen
from service.actions.publish_form import publish_form
from service.door.caller import Caller
from service.door.office_forms import form_seen, preview_answer, preview_seen, version_answer
from service.errors import SampleUnknown
from service.office_forms.errors import FormUnknown, OfficeFormError
from service.office_forms.judged import kept_with
from service.web.asking import Fields, reads, text_of
from service.web.forms import Faults, fault_of
from service.web.notices import moved
from service.web.rendering import fragment, page
from service.web.templat_tampak import LEVELS, OFFICE_STATES, told_of
from workers.jobs import Job, JobState
from workers.office_form import FormState, OfficeForm

router = APIRouter(prefix="/templat/versi/{templat}")
Manages = Annotated[Caller, Depends(reads(Act.MANAGE_TEMPLATES))]


@router.get("")
def version(request: Request, templat: str, caller: Manages) -> Response:
    """What was found in it, what it looks like, and what can be done."""
    return _shown(request, caller, form_seen(templat, caller))


@router.get("/berkas")
def file_(templat: str, caller: Manages) -> Response:
    """The DOCX as it was brought."""
    form = form_seen(templat, caller)
    content = hand_out_form(form, kind=_kind(form, caller), house=caller.house)
    return version_answer(form, content)


@router.get("/catatan")
def annotated(templat: str, caller: Manages) -> Response:
    """The DOCX with a comment of Word at each fault."""
    form = form_seen(templat, caller)
    return version_answer(form, annotated_copy(form, house=caller.house), "catatan")


@router.post("/pratinjau")
def preview(request: Request, templat: str, caller: Manages, fields: Fields) -> Response:
    """Have it printed with the data of a sample."""
    form = form_seen(templat, caller)
    sample = text_of(fields, "contoh")
    try:
        asked = preview_form(form, sample=sample, kind=_kind(form, caller), house=caller.house)
    except (OfficeFormError, SampleUnknown) as error:
        return _shown(request, caller, form, faults=fault_of(error, field="contoh"))
    return moved(request, f"/templat/versi/{form.id}/pratinjau/{asked.job.id}", caller=caller)


@router.get("/pratinjau/{cetakan}")
def printing(
    request: Request, templat: str, cetakan: str, caller: Manages, potongan: str = ""
) -> Response:
    """How far a print has come, and the print."""
    form = form_seen(templat, caller)
    job = preview_seen(form, cetakan, caller)
    if potongan:
        return fragment("templat/cetakan.html", session=caller.session, form=form, job=job)
    kind = _kind(form, caller)
    return page(
        request,
        "templat/pratinjau.html",
        caller=caller,
        kind=kind,
        samples={name: _spoken(name) for name in kind.samples()},
        form=form,
        job=job,
    )


@router.get("/pratinjau/{cetakan}/pdf")
def pdf(templat: str, cetakan: str, caller: Manages) -> Response:
    """The print itself; it is kept for some hours."""
    form = form_seen(templat, caller)
    return preview_answer(form, preview_seen(form, cetakan, caller), caller)


@router.post("/berlakukan")
def publish(request: Request, templat: str, caller: Manages, fields: Fields) -> Response:
    """Have all documents asked from now on made on it; also to go back to it."""
    form = form_seen(templat, caller)
    reason = text_of(fields, "alasan")
    try:
        publish_form(form, reason=reason, kind=_kind(form, caller), house=caller.house)
    except OfficeFormError as error:
        now = form_seen(templat, caller)
        faults = fault_of(error, field="alasan")
        return _shown(request, caller, now, faults=faults, reason=reason)
    told = f"Versi {form.number} berlaku untuk dokumen {form.office} yang diminta mulai sekarang."
    return moved(request, f"/templat/versi/{form.id}", caller=caller, told=told)


def _shown(
    request: Request,
    caller: Caller,
    form: OfficeForm,
    *,
    faults: Faults | None = None,
    reason: str = "",
) -> Response:
    house, judged, kind = caller.house, kept_with(form), _kind(form, caller)
    acts = history_of(kind=form.kind, office=form.office, house=house)
    return page(
        request,
        "templat/versi.html",
        caller=caller,
        status=422 if faults else 200,
        form=form,
        kind=kind,
        judged=judged,
        verdict=told_of(judged),
        levels=LEVELS,
        states=OFFICE_STATES,
        difference=difference(form, kind=kind, house=house),
        acts=[each for each in acts if each.form == form.id],
        samples={name: _spoken(name) for name in kind.samples()},
        previews=previews_of(form, house=house, limit=5),
        kept=[
            each.id for each in previews_of(form, house=house, limit=5) if _is_kept(each, caller)
        ],
        ready=form.state is FormState.RETIRED or was_seen(form, house=house),
        reason=reason,
        faults=faults or Faults(),
    )


def _is_kept(job: Job, caller: Caller) -> bool:
    """Whether the PDF of a print is still there."""
    path = caller.house.settings.work / job.id / "document.pdf"
    return job.state is JobState.PRINTED and path.is_file()


def _spoken(sample: str) -> str:
    return sample.replace("-", " ").capitalize()


def _kind(form: OfficeForm, caller: Caller) -> Kind:
    found = caller.house.kinds.get(form.kind)
    if found is None:
        # Its kind is installed no more; then there is nothing to do with it.
        raise FormUnknown(form.id)
    return found
