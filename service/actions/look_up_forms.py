"""Look forms up: versions, their history, their bytes, and what differs from what is in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.audit.trail import note
from service.office_forms.errors import FormUnknown
from service.office_forms.events import TemplateChanged
from service.office_forms.judged import house_fields, kept_with
from workers import office_form_list
from workers.office_form import FormState

if TYPE_CHECKING:
    from collections.abc import Collection

    from doc_templates.kind import Kind
    from service.app import House
    from workers.office_form import OfficeForm, Publication


@dataclass(frozen=True, slots=True)
class Difference:
    """How the fields that a version asks for differ from those of the form in force."""

    against: OfficeForm | None
    """The version in force; None for the house's own form."""
    added: tuple[str, ...]
    removed: tuple[str, ...]


def list_forms(
    *,
    kind: str | None = None,
    office: str | None = None,
    digest: str | None = None,
    within: Collection[str] | None = None,
    house: House,
) -> list[OfficeForm]:
    """Versions by kind and office, the newest first; ``within``: folded names of offices."""
    with house.database.reading() as connection:
        return office_form_list.forms(
            connection, kind=kind, office=office, digest=digest, within=within
        )


def find_form(name: str, *, house: House) -> OfficeForm:
    """The version of this id.

    Raises:
        FormUnknown: there is none.
    """
    with house.database.reading() as connection:
        found = office_form_list.find(connection, name)
    if found is None:
        raise FormUnknown(name)
    return found


def history_of(*, kind: str, office: str, house: House) -> list[Publication]:
    """What was put in force for an office, the latest first."""
    with house.database.reading() as connection:
        return office_form_list.history(connection, kind=kind, office=office)


def hand_out_form(form: OfficeForm, *, kind: Kind, house: House) -> bytes:
    """The DOCX of a version as it was brought; noted in the trail."""
    with house.database.transaction() as connection:
        what = TemplateChanged(kind.title, form.office, f"versi {form.number} diunduh")
        note(connection, what, document=None, actor=house.actor, now=house.clock())
        return office_form_list.bytes_of(connection, form)


def annotated_copy(form: OfficeForm, *, house: House) -> bytes:
    """The DOCX with a comment of Word at each fault.

    Raises:
        FormUnknown: there is none of it.
    """
    with house.database.reading() as connection:
        found = office_form_list.annotated_of(connection, form)
    if found is None:
        raise FormUnknown(form.id)
    return found


def difference(form: OfficeForm, *, kind: Kind, house: House) -> Difference:
    """What a version asks for beyond the form in force of its office, and what it leaves out."""
    siblings = list_forms(kind=form.kind, office=form.office, house=house)
    standing = next((each for each in siblings if each.state is FormState.PUBLISHED), None)
    before = house_fields(kind) if standing is None else kept_with(standing).fields
    mine = kept_with(form).fields
    return Difference(
        against=standing,
        added=tuple(each for each in mine if each not in before),
        removed=tuple(each for each in before if each not in mine),
    )
