"""Ask for a KONSEP: a print to read and correct, neither numbered nor archived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.actions.handing_over import Asked, wake
from service.canonical import canonical, digest
from service.validating import validate
from workers.jobs import Job, Recipe

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.app import House
    from service.located import DataFile


def print_konsep(data: DataFile, *, kind: Kind, house: House) -> Asked:
    """Have a KONSEP made of the data; findings are told but block nothing."""
    model = validate(data, kind=kind)
    text = canonical(model)
    job = Job(
        id=house.new_name(),
        recipe=Recipe.KONSEP,
        kind=kind.name,
        data=text,
        data_digest=digest(text),
        actor_name=house.actor.name,
        actor_address=house.actor.address,
        asked_at=house.clock(),
    )
    with house.database.transaction() as connection:
        house.jobs.add(connection, job)
    return Asked(
        job=job,
        findings=tuple(kind.check(model)),
        repeated=False,
        asleep=wake(job, house=house),
    )
