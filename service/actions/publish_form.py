"""Put a form in force: a new version, an older one again, or the house's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.audit.trail import note
from service.actions.bring_form import ensure_office, ensure_reason
from service.actions.preview_form import was_seen
from service.office_forms.errors import FormInForce, FormUnseen, FormUnsound
from service.office_forms.events import TemplateChanged
from service.office_forms.judged import as_text, judged_of
from workers import office_forms
from workers.office_form import FormState
from workers.office_form_list import bytes_of, find
from workers.trying import try_form

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from doc_templates.kind import Kind
    from service.app import House
    from workers.office_form import OfficeForm


def publish_form(form: OfficeForm, *, reason: str, kind: Kind, house: House) -> OfficeForm:
    """Have all documents that are asked from now on made on this version.

    It is tried once more, for the kind may have changed since it was brought. To roll back is to
    publish an older version again.

    Raises:
        FormUnsound: it has faults (by now).
        FormUnseen: nobody had it printed yet.
        FormInForce: it is in force already.
        FormReasonMissing: nobody would know why.
    """
    reason = ensure_reason(reason)
    with house.database.reading() as connection:
        content = bytes_of(connection, form)
    found = try_form(content, kind=kind, name=form.file_name)
    judged = judged_of(found)
    with house.database.transaction() as connection:
        office_forms.judge_again(
            connection, form, judgement=as_text(judged), annotated=found.annotated
        )
    if not judged.passed:
        raise FormUnsound(form.number, judged.faults)
    if form.state is not FormState.RETIRED and not was_seen(form, house=house):
        raise FormUnseen(form.number)
    done = "diberlakukan kembali" if form.state is FormState.RETIRED else "diberlakukan"
    told = f"versi {form.number} {done}: {reason}"
    with house.database.transaction() as connection:
        if office_forms.in_force(connection, kind=kind.name, office=form.office) == form.digest:
            raise FormInForce(f"Versi {form.number}")
        _put(connection, form.id, told, kind=kind, office=form.office, reason=reason, house=house)
        return find(connection, form.id) or form


def return_to_house(*, kind: Kind, office: str, reason: str, house: House) -> None:
    """Have documents of this office made on the kind's own form again.

    Raises:
        FormInForce: they are made on it already.
        FormOfficeMissing, NameUnusable, FormReasonMissing: nobody would know whose or why.
    """
    office, reason = ensure_office(office), ensure_reason(reason)
    told = f"kembali ke templat bawaan: {reason}"
    with house.database.transaction() as connection:
        if office_forms.in_force(connection, kind=kind.name, office=office) is None:
            raise FormInForce("Templat bawaan")
        _put(connection, None, told, kind=kind, office=office, reason=reason, house=house)


def _put(
    connection: Connection,
    form: str | None,
    told: str,
    *,
    kind: Kind,
    office: str,
    reason: str,
    house: House,
) -> None:
    now, actor = house.clock(), house.actor
    office_forms.publish(
        connection, form, kind=kind.name, office=office, by=actor.name, at=now, reason=reason
    )
    what = TemplateChanged(kind.title, office, told)
    note(connection, what, document=None, actor=actor, now=now)
