"""Offices' forms as programs see them, and what programs send about them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from service.api.people import Sent
from service.office_forms.judged import Judged, kept_with
from workers.office_form import FormState, OfficeForm

Reason = Annotated[str, Field(min_length=1, max_length=1000)]


class TemplateView(BaseModel):
    """One version of an office's form."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    kind: str
    office: str
    number: int
    """Version, counted from 1 within kind and office."""
    state: FormState
    digest: str
    """SHA-256 of the DOCX; provenance of documents names it."""
    size: int
    file_name: str
    brought_by: str
    brought_at: datetime
    reason: str
    passed: bool
    """Whether it had no fault that forbids its use when it was last tried."""
    annotated: bool
    """Whether there is a copy with its faults marked."""


class FaultView(BaseModel):
    """One thing that is wrong with a form."""

    model_config = ConfigDict(from_attributes=True)

    code: str
    level: str
    """``E`` keeps the form from being used, ``W`` must be seen, ``I`` informs."""
    sentence: str
    remedy: str
    part: str
    place: str
    """Where Word shows it: table, row, cell, paragraph."""
    field: str
    nearest: str
    """The nearest field that exists."""


class JudgementView(BaseModel):
    """All that was found in a form."""

    passed: bool
    faults: list[FaultView]
    fields: list[str]
    unused: list[str]
    """Fields that it never prints."""


class BroughtView(BaseModel):
    """A version that is kept."""

    template: TemplateView
    repeated: bool
    judgement: JudgementView


class DifferenceView(BaseModel):
    """How the fields of a version differ from those of the form in force."""

    against: TemplateView | None
    """Null: the kind's own form is in force."""
    added: list[str]
    removed: list[str]


class PublicationView(BaseModel):
    """One act that put a form in force."""

    model_config = ConfigDict(from_attributes=True)

    form: str | None
    """Null: the kind's own form."""
    published_by: str
    published_at: datetime
    reason: str


class FieldView(BaseModel):
    """One field that a form may print."""

    model_config = ConfigDict(from_attributes=True)

    path: str
    sort: str
    explanation: str
    written: str
    """What is typed in Word."""
    example: str


class ToPreview(Sent):
    """Which sample is to be printed."""

    sample: Annotated[str, Field(max_length=100)]


class ToPublish(Sent):
    """Why a version is put in force."""

    reason: Reason


class ToHouse(Sent):
    """Whose documents go back to the kind's own form, and why."""

    office: Annotated[str, Field(min_length=1, max_length=200)]
    reason: Reason


def template_view(form: OfficeForm) -> TemplateView:
    """A version for a program."""
    told = {name: getattr(form, name) for name in TemplateView.model_fields if name != "passed"}
    return TemplateView(**told, passed=kept_with(form).passed)


def judgement_view(judged: Judged) -> JudgementView:
    """A judgement for a program."""
    return JudgementView(
        passed=judged.passed,
        faults=[
            FaultView(
                **{name: getattr(each, name) for name in FaultView.model_fields if name != "level"},
                level=each.level.value,
            )
            for each in judged.faults
        ],
        fields=list(judged.fields),
        unused=list(judged.unused),
    )
