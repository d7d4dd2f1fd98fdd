"""The one loop: every stage once, and a retry goes on where the last attempt ended."""

from __future__ import annotations

import errno
import json
from types import SimpleNamespace

import pytest

from archive.records import DocumentId
from doc_templates.registry import kinds
from tests.fakes import FixedClock
from tests.workers.asking import KIND, Office, a_job, issue, konsep, sample_data
from workers.errors import DataRefused, EngineDied, KindGone, StorageFull
from workers.pipeline.run import draft_of, run
from workers.pipeline.stages import RECIPES, Bench
from workers.tools.docx import Forms

STAGES = ["fill", "convert", "stamp", "gate", "file"]


class Crash(BaseException):
    """The worker is gone: nothing catches this."""


class Attempts:
    """One job's attempts, as one worker after another makes them."""

    def __init__(self, office, job, converter):
        self.office, self.job, self.converter = office, job, converter
        self.noted = {}
        self.folder = office.settings.work / job.id

    def attempt(self, *, dies_before_noting=None, dies_after_noting=None):
        """Run it; gives back the names of the stages that were done now, and the outcome."""
        done = []

        def remember(stage, facts):
            done.append(stage)
            if stage == dies_before_noting:
                raise Crash
            # Through JSON, as the ledger keeps it.
            self.noted[stage] = json.loads(json.dumps(facts))
            if stage == dies_after_noting:
                raise Crash

        bench = Bench(
            job=self.job,
            folder=self.folder,
            forms=Forms(),
            converter=self.converter,
            archive=self.office.archive,
            now=FixedClock(),
        )
        outcome = run(
            draft_of(self.job, kinds()), bench=bench, checkpoints=self.noted, note=remember
        )
        return SimpleNamespace(done=done, outcome=outcome)

    def filed(self):
        """Name → digest of what lies in the archive."""
        versions = self.office.archive.document(DocumentId(self.job.document)).versions
        assert len(versions) == 1
        return {each.name: str(each.digest) for each in versions[0].files}


@pytest.fixture
def office(tmp_path):
    office = Office.at(tmp_path / "home")
    yield office
    office.database.close()


@pytest.fixture
def attempts(office, shared_converter):
    return Attempts(office, issue(), shared_converter)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, shared_converter):
    """What is filed when nothing goes wrong."""
    office = Office.at(tmp_path_factory.mktemp("undisturbed"))
    attempts = Attempts(office, issue(), shared_converter)
    attempts.attempt()
    yield attempts.filed()
    office.database.close()


@pytest.mark.libreoffice
def test_an_issue_goes_through_every_stage(attempts):
    """Fill, convert, stamp, gate, file; each leaves its time and its digest."""
    made = attempts.attempt()

    assert made.done == STAGES
    assert made.outcome.pages == 3
    assert str(made.outcome.receipt.version) == "v1"
    assert set(attempts.filed()) >= {
        "document.pdf",
        "document.docx",
        "data.json",
        "provenance.json",
    }
    assert all(attempts.noted[stage]["seconds"] >= 0 for stage in STAGES)


@pytest.mark.libreoffice
def test_a_konsep_stays_in_its_folder(office, shared_converter):
    """A draft print is made but never filed."""
    attempts = Attempts(office, konsep(), shared_converter)

    made = attempts.attempt()

    assert made.done == STAGES[:-1]
    assert made.outcome.receipt is None
    assert (attempts.folder / "document.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert (attempts.folder / "document.docx").read_bytes().startswith(b"PK")
    assert office.archive.find() == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("stage", STAGES)
def test_a_retry_goes_on_after_the_last_noted_stage(attempts, undisturbed, stage):
    """A worker that dies between two stages costs nothing that was done before."""
    with pytest.raises(Crash):
        attempts.attempt(dies_after_noting=stage)

    again = attempts.attempt()

    # Filing is never taken on trust: the archive itself says that it has this version.
    assert again.done == (STAGES[STAGES.index(stage) + 1 :] or ["file"])
    assert attempts.filed() == undisturbed


@pytest.mark.libreoffice
@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_was_not_noted_is_done_again(attempts, undisturbed, stage):
    """A worker that dies with its file written but not noted leaves nothing to be believed."""
    with pytest.raises(Crash):
        attempts.attempt(dies_before_noting=stage)

    again = attempts.attempt()

    assert again.done == STAGES[STAGES.index(stage) :]
    assert again.outcome.receipt.repeated == (stage == "file")
    assert attempts.filed() == undisturbed


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("name", "stage"),
    [("document.docx", "fill"), ("plain.pdf", "convert"), ("document.pdf", "stamp")],
)
def test_a_torn_file_is_made_again(attempts, undisturbed, name, stage):
    """A file that is not what the checkpoint says is not taken over."""
    with pytest.raises(Crash):
        attempts.attempt(dies_after_noting="gate")
    torn = attempts.folder / name
    torn.write_bytes(torn.read_bytes()[:-1])

    again = attempts.attempt()

    assert stage in again.done
    assert attempts.filed() == undisturbed


@pytest.mark.libreoffice
def test_a_retry_in_an_empty_folder_begins_anew(attempts, undisturbed):
    """A disk that was lost with all checkpoints kept is no reason to fail."""
    with pytest.raises(Crash):
        attempts.attempt(dies_after_noting="gate")
    for path in attempts.folder.iterdir():
        path.unlink()

    attempts.attempt()

    assert attempts.filed() == undisturbed


@pytest.mark.libreoffice
@pytest.mark.timeout(40)
def test_what_a_killed_engine_left_behind_does_not_stop_the_next(attempts, undisturbed):
    """A lock file beside the document would make LibreOffice wait for somebody's answer."""
    attempts.folder.mkdir(parents=True)
    for name in (".~lock.document.docx#", ".~lock..plain.pdf.partial#"):
        lock = ",root,elsewhere,01.01.2026 08:00,file:///another/profile;"
        (attempts.folder / name).write_text(lock)

    attempts.attempt()

    assert attempts.filed() == undisturbed


@pytest.mark.libreoffice
def test_a_checkpoint_counts_only_for_the_draft_it_was_made_from(office, shared_converter):
    """What was printed under another number is not taken over."""
    before = Attempts(office, konsep(number="1/UJI/2026"), shared_converter)
    before.attempt()
    after = Attempts(office, konsep(number="2/UJI/2026"), shared_converter)
    after.noted = dict(before.noted)

    made = after.attempt()

    assert made.done == ["fill", "convert", "stamp", "gate"]


class Broken:
    """A converter whose engine always dies."""

    def to_pdf(self, *_):
        raise EngineDied(-9)

    def describe(self):
        return {}

    def close(self):
        """Nothing is held."""


def test_a_failed_stage_leaves_the_finished_ones_noted(office):
    """What was done before the engine died need not be done again."""
    attempts = Attempts(office, issue(), Broken())

    with pytest.raises(EngineDied):
        attempts.attempt()

    assert list(attempts.noted) == ["fill"]


class FullDisk(Broken):
    """A converter that finds no room."""

    def to_pdf(self, *_):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_as_such(office):
    """Nothing is wrong with the document: the job waits for room."""
    with pytest.raises(StorageFull):
        Attempts(office, issue(), FullDisk()).attempt()


def test_a_kind_that_is_gone_is_told_by_name():
    """A job of a kind that was removed is rejected."""
    with pytest.raises(KindGone, match="surat_cinta"):
        draft_of(a_job(kind="surat_cinta"), kinds())


def test_data_that_no_longer_fit_are_told_by_place_only():
    """The refusal names where, and repeats nothing of what was typed."""
    data = sample_data() | {"x": "Rahasia"}

    with pytest.raises(DataRefused) as refusal:
        draft_of(a_job(kind=KIND, data=data), kinds())

    assert "x" in refusal.value.places
    assert "Rahasia" not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_recipes_differ_only_in_filing():
    """A KONSEP is looked at as sharply as an issue."""
    issue_stages, konsep_stages = RECIPES.values()

    assert issue_stages[:-1] == konsep_stages
