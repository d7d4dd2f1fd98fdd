"""Preview a form: a version is printed with sample data before it can be put in force."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from archive.audit.trail import note
from service.actions.print_konsep import print_konsep
from service.errors import SampleUnknown
from service.office_forms.errors import FormUnsound
from service.office_forms.events import TemplateChanged
from service.office_forms.judged import kept_with
from service.reading import parse_data
from workers.job_list import JobSearch, list_jobs
from workers.jobs import JobState

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.actions.handing_over import Asked
    from service.app import House
    from workers.jobs import Job
    from workers.office_form import OfficeForm


def preview_form(form: OfficeForm, *, sample: str, kind: Kind, house: House) -> Asked:
    """Have a KONSEP of a sample made on this version, by the same worker as every document.

    Raises:
        FormUnsound: it has faults; there would be nothing to see.
        SampleUnknown: the kind has no such sample.
    """
    judged = kept_with(form)
    if not judged.passed:
        raise FormUnsound(form.number, judged.faults)
    if sample not in (known := kind.samples()):
        raise SampleUnknown(kind.name, sample, tuple(known), None)
    text = json.dumps(kind.sample(sample), ensure_ascii=False)
    data = parse_data(f"{sample}.json", text.encode())
    asked = print_konsep(data, kind=kind, form=form, house=house)
    with house.database.transaction() as connection:
        done = f"versi {form.number} dicetak sebagai pratinjau dengan contoh {sample}"
        what = TemplateChanged(kind.title, form.office, done)
        note(connection, what, document=None, actor=house.actor, now=house.clock())
    return asked


def previews_of(form: OfficeForm, *, house: House, limit: int = 20) -> list[Job]:
    """The prints that were made on this version, the latest first."""
    return list_jobs(house.database, _prints(form), limit=limit)[0]


def was_seen(form: OfficeForm, *, house: House) -> bool:
    """Whether there was a print of this version to look at."""
    return bool(list_jobs(house.database, _prints(form, JobState.PRINTED), limit=1)[0])


def _prints(form: OfficeForm, state: JobState | None = None) -> JobSearch:
    return JobSearch(kind=form.kind, office=form.office, template=form.digest, state=state)
