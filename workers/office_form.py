"""A form that an office brought: one version, and the acts that put versions in force."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class FormState(StrEnum):
    """Where a version stands; told by the history of publications."""

    DRAFT = "draft"
    """Never in force so far."""
    PUBLISHED = "published"
    """In force: documents asked from now on are made with it."""
    RETIRED = "retired"
    """Was in force; documents made with it name it."""


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """One version of an office's form, without its bytes."""

    id: str
    kind: str
    office: str
    """As its documents print it."""
    number: int
    """Counted from 1 within kind and office."""
    digest: str
    """SHA-256 of the DOCX."""
    size: int
    """Bytes."""
    file_name: str
    """As it was given."""
    brought_by: str
    brought_at: datetime
    reason: str
    """Why it was brought."""
    judgement: str
    """What was found in it, JSON."""
    annotated: bool
    """Whether there is a copy with its faults marked."""
    state: FormState


@dataclass(frozen=True, slots=True)
class Publication:
    """One act that put a form in force."""

    number: int
    kind: str
    office: str
    form: str | None
    """Id of the version; None for the house's own form."""
    published_by: str
    published_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class FormContent:
    """A version as the pipeline takes it."""

    digest: str
    office: str
    number: int
    content: bytes
