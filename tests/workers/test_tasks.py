"""One task: whatever becomes of a job, the ledger says it and the worker goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from celery.exceptions import SoftTimeLimitExceeded

from archive.errors import StorageFull as ArchiveFull
from archive.records import DocumentId
from doc_templates.registry import kinds
from tests.fakes import FixedClock
from tests.workers.asking import ANNA, BUDI, Office, a_job, ask, issue, konsep
from workers.errors import EngineDied, LayoutRefused
from workers.jobs import JobState
from workers.tasks import Workshop, make_job
from workers.tools.docx import Forms


class Failing:
    """A converter that fails in the ways it is told, one a document, and then rests."""

    def __init__(self, *failures):
        self.failures = list(failures)

    def to_pdf(self, *_):
        raise self.failures.pop(0)

    def describe(self):
        return {}

    def close(self):
        """Nothing is held."""


@pytest.fixture
def office(tmp_path):
    office = Office.at(tmp_path / "home")
    yield office
    office.database.close()


def a_workshop(office, converter, *, owner=ANNA):
    return Workshop(
        settings=office.settings,
        database=office.database,
        jobs=office.jobs,
        archive=office.archive,
        kinds=kinds(),
        forms=Forms(),
        converter=converter,
        owner=owner,
        now=FixedClock(),
    )


@pytest.mark.libreoffice
def test_an_issue_is_filed_and_its_folder_removed(office, shared_converter):
    """What is in the archive need not lie anywhere else."""
    ask(office.database, issue())

    state = make_job("j1", workshop=a_workshop(office, shared_converter))

    job = office.jobs.get("j1")
    assert state is job.state is JobState.FILED
    assert (job.version, job.pages, job.stage) == (1, 3, "file")
    assert len(office.archive.document(DocumentId(job.document)).versions) == 1
    assert not (office.settings.work / "j1").exists()
    assert set(office.jobs.checkpoints("j1")) == {"fill", "convert", "stamp", "gate", "file"}


@pytest.mark.libreoffice
def test_a_konsep_is_printed_and_stays_in_its_folder(office, shared_converter):
    """The one who asked fetches it there."""
    ask(office.database, konsep())

    state = make_job("j1", workshop=a_workshop(office, shared_converter))

    assert state is office.jobs.get("j1").state is JobState.PRINTED
    assert (office.settings.work / "j1" / "document.pdf").is_file()
    assert (office.settings.work / "j1" / "document.docx").is_file()


@pytest.mark.libreoffice
def test_a_message_that_comes_twice_makes_one_document(office, shared_converter):
    """A broker may deliver again; the second time there is nothing to do."""
    ask(office.database, issue())
    workshop = a_workshop(office, shared_converter)

    first, second = (make_job("j1", workshop=workshop) for _ in range(2))

    assert (first, second) == (JobState.FILED, None)
    assert len(office.archive.document(DocumentId(issue().document)).versions) == 1


@pytest.mark.libreoffice
def test_a_worker_that_lost_its_job_to_another_files_nothing_twice(office, shared_converter):
    """Who was thought dead and comes back finds the job taken, and the document once filed."""
    ask(office.database, issue())
    slow, quick = FixedClock(), FixedClock()
    quick.advance(office.settings.job_lease_seconds)

    class Overtaken:
        """While it lays out, another worker takes the job over and files it."""

        def to_pdf(self, *_):
            other = replace(a_workshop(office, shared_converter, owner=BUDI), now=quick)
            assert make_job("j1", workshop=other) is JobState.FILED
            raise EngineDied(-9)

        def describe(self):
            return {}

        def close(self):
            """Nothing is held."""

    state = make_job("j1", workshop=replace(a_workshop(office, Overtaken()), now=slow))

    job = office.jobs.get("j1")
    assert state is None
    assert (job.state, job.error) == (JobState.FILED, None)
    assert len(office.archive.document(DocumentId(job.document)).versions) == 1


def test_an_unknown_job_is_nobodys_work(office):
    """A message about a job that was never written down changes nothing."""
    assert make_job("nobody", workshop=a_workshop(office, Failing())) is None


def test_what_may_pass_is_tried_again_later(office):
    """Each pause is three times the one before, and the reason can be read meanwhile."""
    ask(office.database, issue())
    workshop = a_workshop(office, Failing(EngineDied(-9), EngineDied(-9)))

    first = make_job("j1", workshop=workshop)
    too_early = make_job("j1", workshop=workshop)
    workshop.now.advance(office.settings.retry_seconds)
    second = make_job("j1", workshop=workshop)
    workshop.now.advance(office.settings.retry_seconds * 3 - 1)
    still_early = make_job("j1", workshop=workshop)

    job = office.jobs.get("j1")
    assert (first, too_early, second, still_early) == (JobState.ASKED, None, JobState.ASKED, None)
    assert (job.error_code, job.stage, job.attempts) == ("EngineDied", "fill", 2)
    assert job.error == "Mesin tata letak berhenti di tengah pekerjaan (status -9)."


def test_after_the_last_attempt_a_job_is_rejected_and_keeps_its_number(office):
    """What never passes ends, with the last reason in a sentence."""
    allowed = office.settings.job_attempts
    ask(office.database, issue(number="7/UJI/2026"))
    workshop = a_workshop(office, Failing(*[EngineDied(-9)] * allowed))

    states = []
    for _ in range(allowed):
        states.append(make_job("j1", workshop=workshop))
        workshop.now.advance(10_000)

    job = office.jobs.get("j1")
    assert states == [JobState.ASKED] * (allowed - 1) + [JobState.REJECTED]
    assert (job.state, job.number, job.attempts) == (JobState.REJECTED, "7/UJI/2026", allowed)
    assert job.error_code == "AttemptsSpent"
    assert "Mesin tata letak berhenti" in job.error


def test_a_document_that_can_never_be_made_is_rejected_at_once(office):
    """Nobody tries again what must change first."""
    ask(office.database, konsep())

    state = make_job("j1", workshop=a_workshop(office, Failing(LayoutRefused("berkas rusak"))))

    job = office.jobs.get("j1")
    assert state is job.state is JobState.REJECTED
    assert (job.error_code, job.attempts) == ("LayoutRefused", 1)
    assert "berkas rusak" in job.error


@pytest.mark.parametrize(
    "failure", [RuntimeError("isi rahasia"), ValueError("isi rahasia"), MemoryError("isi rahasia")]
)
def test_a_surprise_is_tried_again_and_tells_nothing_of_the_data(office, failure, caplog):
    """What nobody foresaw ends neither the worker nor, at once, the job."""
    ask(office.database, konsep())

    state = make_job("j1", workshop=a_workshop(office, Failing(failure)))

    job = office.jobs.get("j1")
    assert state is job.state is JobState.ASKED
    assert "rahasia" not in job.error
    assert type(failure).__name__ in job.error
    assert not any("rahasia" in record.getMessage() for record in caplog.records)


def test_an_attempt_that_takes_too_long_is_tried_again(office):
    """Celery's soft limit ends an attempt like any passing failure."""
    ask(office.database, konsep())

    state = make_job("j1", workshop=a_workshop(office, Failing(SoftTimeLimitExceeded())))

    assert state is JobState.ASKED
    assert office.jobs.get("j1").error_code == "JobTimedOut"


def test_a_job_that_kills_its_workers_is_rejected(office):
    """A document that takes every worker with it is not tried for ever."""
    ask(office.database, issue())
    clock = FixedClock()
    for _ in range(office.settings.job_attempts):
        office.jobs.claim("j1", owner=ANNA, now=clock(), lease_seconds=10)
        clock.advance(10)

    state = make_job("j1", workshop=replace(a_workshop(office, Failing(), owner=BUDI), now=clock))

    assert state is JobState.REJECTED
    assert "pekerja mati" in office.jobs.get("j1").error


def test_a_poisoned_job_does_not_harm_its_neighbour(office):
    """After a job of an unknown kind and one with broken data, the worker takes the next."""
    ask(office.database, a_job("a", kind="tidak_ada"), a_job("b", data=[]), konsep("c"))
    workshop = a_workshop(office, Failing(LayoutRefused("x")))

    for job_id in "abc":
        make_job(job_id, workshop=workshop)

    told = {job.id: (job.state.value, job.error_code) for job in office.jobs.list()}
    assert told == {
        "a": ("rejected", "KindGone"),
        "b": ("rejected", "DataRefused"),
        "c": ("rejected", "LayoutRefused"),
    }


def test_a_ledger_that_does_not_answer_at_the_end_is_healed_by_the_lease(office, monkeypatch):
    """The worker goes on; the job is taken up again by its own worker or when its lease ends."""
    ask(office.database, konsep())
    workshop = a_workshop(office, Failing(EngineDied(-9), LayoutRefused("x")))
    with monkeypatch.context() as gone:
        gone.setattr(type(office.jobs), "give_back", _unavailable)
        first = make_job("j1", workshop=workshop)

    second = make_job("j1", workshop=workshop)

    assert first is None
    assert second is JobState.REJECTED


def _unavailable(*_, **__):
    raise ArchiveFull("basis data")
