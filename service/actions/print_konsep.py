"""Ask for a KONSEP: a print to read and correct, neither numbered nor archived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.actions.handing_over import Asked, enter, wake
from service.canonical import canonical, digest
from service.validating import validate
from workers.jobs import Job, Recipe
from workers.office_forms import in_force

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.app import House
    from service.located import DataFile
    from workers.office_form import OfficeForm


def print_konsep(
    data: DataFile,
    *,
    kind: Kind,
    key: str | None = None,
    form: OfficeForm | None = None,
    house: House,
) -> Asked:
    """Have a KONSEP made of the data; findings are told but block nothing.

    The same key and data again give the same job, as long as the same form is in force. Where a
    version of an office's form is named, that is tried, in force or not, and the print belongs to
    its office whatever the data say.
    """
    model = validate(data, kind=kind)
    text = canonical(model)
    office = form.office if form else kind.describe(model).office
    template = form.digest if form else _standing(kind, office, house=house)
    draft = Job(
        id=house.new_name(),
        recipe=Recipe.KONSEP,
        kind=kind.name,
        data=text,
        data_digest=digest(text),
        actor_name=house.actor.name,
        actor_address=house.actor.address,
        key=f"{key}@{template[:16]}" if key and template else key,
        asked_at=house.clock(),
        office=office,
        template=template,
    )
    job = enter(draft, complete=lambda _: draft, house=house)
    repeated = job.id != draft.id
    return Asked(
        job=job,
        findings=tuple(kind.check(model)),
        repeated=repeated,
        asleep=None if repeated else wake(job, house=house),
    )


def _standing(kind: Kind, office: str, *, house: House) -> str | None:
    with house.database.reading() as connection:
        return in_force(connection, kind=kind.name, office=office)
