"""Offices' forms at both doors: which a person may know of, and how their files go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from service.actions.look_up_forms import find_form, list_forms
from service.door.files import download_name
from service.door.seeing import seen_offices
from service.office_forms.errors import FormUnknown
from service.refusals import UploadMissing
from workers.errors import JobUnknown
from workers.jobs import JobState
from workers.trying import FILE_LIMIT

if TYPE_CHECKING:
    from starlette.datastructures import UploadFile

    from service.door.caller import Caller
    from workers.jobs import Job
    from workers.office_form import OfficeForm

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def form_seen(name: str, caller: Caller) -> OfficeForm:
    """The version of this id, where the caller keeps the forms of its office.

    Raises:
        FormUnknown: there is none, or none that she may know of.
    """
    if "\0" in name:
        raise FormUnknown(name)
    form = find_form(name, house=caller.house)
    if not caller.may(form.office):
        raise FormUnknown(name)
    return form


def forms_seen(
    caller: Caller,
    *,
    kind: str | None = None,
    office: str | None = None,
    digest: str | None = None,
) -> list[OfficeForm]:
    """The versions of the caller's offices."""
    within = seen_offices(caller)
    return list_forms(kind=kind, office=office, digest=digest, within=within, house=caller.house)


def sent_form(upload: UploadFile | None) -> tuple[bytes, str]:
    """The bytes and the name of an uploaded form; one byte more than a form may have, at most.

    Raises:
        UploadMissing: there is not a single byte.
    """
    content = upload.file.read(FILE_LIMIT + 1) if upload else b""
    if upload is None or not content:
        raise UploadMissing
    return content, upload.filename or ""


def docx_answer(content: bytes, *parts: str) -> Response:
    """A DOCX to be saved under a name of these parts."""
    name = quote(download_name(*parts, suffix=".docx"), safe="")
    return Response(
        content,
        media_type=DOCX,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-cache",
        },
    )


def version_answer(form: OfficeForm, content: bytes, *more: str) -> Response:
    """A version, or its annotated copy, to be saved."""
    return docx_answer(content, form.kind, form.office, f"v{form.number}", *more)


def preview_seen(form: OfficeForm, job: str, caller: Caller) -> Job:
    """A print of this very version.

    Raises:
        JobUnknown: there is none.
    """
    found = caller.house.jobs.get(job.replace("\0", ""))
    if (found.kind, found.template) != (form.kind, form.digest) or not caller.may(found.office):
        raise JobUnknown(job)
    return found


def preview_answer(form: OfficeForm, job: Job, caller: Caller) -> FileResponse:
    """The PDF of a print; it is kept for some hours.

    Raises:
        JobUnknown: it is not made yet, or kept no more.
    """
    path = caller.house.settings.work / job.id / "document.pdf"
    if job.state is not JobState.PRINTED or not path.is_file():
        raise JobUnknown(job.id)
    name = download_name(form.kind, form.office, f"v{form.number}", "KONSEP", suffix=".pdf")
    return FileResponse(
        path, media_type="application/pdf", filename=name, content_disposition_type="inline"
    )
