"""Ask for a KONSEP: a print to read and correct, neither numbered nor archived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.actions.handing_over import Asked, enter, wake
from service.canonical import canonical, digest
from service.validating import validate
from workers.jobs import Job, Recipe

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.app import House
    from service.located import DataFile


def print_konsep(data: DataFile, *, kind: Kind, key: str | None = None, house: House) -> Asked:
    """Have a KONSEP made of the data; findings are told but block nothing.

    The same key and data again give the same job.
    """
    model = validate(data, kind=kind)
    text = canonical(model)
    draft = Job(
        id=house.new_name(),
        recipe=Recipe.KONSEP,
        kind=kind.name,
        data=text,
        data_digest=digest(text),
        actor_name=house.actor.name,
        actor_address=house.actor.address,
        key=key,
        asked_at=house.clock(),
        office=kind.describe(model).office,
    )
    job = enter(draft, complete=lambda _: draft, house=house)
    repeated = job.id != draft.id
    return Asked(
        job=job,
        findings=tuple(kind.check(model)),
        repeated=repeated,
        asleep=None if repeated else wake(job, house=house),
    )
