"""Bring a form: an office's own DOCX is tried, and kept as its next version."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from archive.audit.trail import note
from service.accounts.people import printable
from service.accounts.permissions import EVERYWHERE
from service.office_forms.errors import FormOfficeMissing, FormReasonMissing, FormUnusable
from service.office_forms.events import TemplateChanged
from service.office_forms.judged import Judged, as_text, judged_of
from workers import office_forms
from workers.office_form import FormState, OfficeForm
from workers.office_form_list import find_digest
from workers.trying import try_form

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.app import House

LONGEST_REASON: Final = 1000
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Brought:
    """A version that is kept."""

    form: OfficeForm
    judged: Judged
    repeated: bool
    """True where the very same bytes had been brought before; they were tried again."""


def bring_form(
    content: bytes, *, kind: Kind, office: str, file_name: str, reason: str, house: House
) -> Brought:
    """Keep a form as the next version of its office; one with faults is kept, too, to be shown.

    Args:
        content: the DOCX.
        kind: that it prints.
        office: as its documents print it.
        file_name: as given; for people only.
        reason: why it is brought.
        house: whose actor brings it.

    Raises:
        FormUnusable: it is no DOCX or carries what no form may carry; nothing is kept.
        FormOfficeMissing, NameUnusable, FormReasonMissing: nobody would know whose or why.
    """
    office, reason = ensure_office(office), ensure_reason(reason)
    name = _shown(file_name)
    found = try_form(content, kind=kind, name=name)
    judged = judged_of(found)
    if judged.refused:
        raise FormUnusable(name, judged.faults)
    digest, now = hashlib.sha256(content).hexdigest(), house.clock()
    with house.database.transaction() as connection:
        before = find_digest(connection, digest, kind=kind.name, office=office)
        if before is not None:
            told = as_text(judged)
            office_forms.judge_again(connection, before, judgement=told, annotated=found.annotated)
            kept = replace(before, judgement=told, annotated=found.annotated is not None)
            return Brought(kept, judged, repeated=True)
        form = OfficeForm(
            id=house.new_name(),
            kind=kind.name,
            office=office,
            number=office_forms.next_number(connection, kind=kind.name, office=office),
            digest=digest,
            size=len(content),
            file_name=name,
            brought_by=house.actor.name,
            brought_at=now,
            reason=reason,
            judgement=as_text(judged),
            annotated=found.annotated is not None,
            state=FormState.DRAFT,
        )
        office_forms.add(connection, form, content=content, annotated=found.annotated)
        done = f"versi {form.number} ({name}, sidik {digest[:16]}…) diunggah: {reason}"
        what = TemplateChanged(kind.title, office, done)
        note(connection, what, document=None, actor=house.actor, now=now)
    return Brought(form, judged, repeated=False)


def ensure_office(office: str) -> str:
    """The name of one office, without spaces around it."""
    office = office.strip()
    if office in {"", EVERYWHERE}:
        raise FormOfficeMissing
    return printable(office, what="Nama kantor")


def ensure_reason(reason: str) -> str:
    """Why something is done, in words that a database can keep."""
    reason = " ".join(reason.split())
    if not reason or len(reason) > LONGEST_REASON or not reason.isprintable():
        raise FormReasonMissing
    return reason


def _shown(file_name: str) -> str:
    name = file_name.replace("\\", "/").rpartition("/")[2]
    return "".join(each for each in name if each.isprintable())[:_LONGEST_NAME] or "templat.docx"
