"""The ledger: one owner at a time, guarded changes, nothing lost and nothing done twice."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import psutil
import pytest

from archive.database import Database
from tests.postgres import fresh_database, postgres_server
from tests.workers.asking import ANNA, BUDI, MONDAY, a_job, ask
from workers.errors import JobUnknown, KeyTaken, LeaseLost, NotAskable, Transient
from workers.jobs import JobState, Recipe
from workers.owners import Owner, this_process

__all__ = ["postgres_server"]

LEASE = 100.0


def later(seconds: float):
    return MONDAY + timedelta(seconds=seconds)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request, tmp_path):
    if request.param == "sqlite":
        url = nullcontext(f"sqlite:///{tmp_path / 'db.sqlite3'}")
    else:
        url = fresh_database(request.getfixturevalue("postgres_server"))
    with url as address:
        database = Database(address)
        database.create_all()
        yield database
        database.close()


@pytest.fixture
def ledger(database):
    return ask(database, a_job())


def claim(ledger, owner=ANNA, *, at=0.0, job="j1"):
    return ledger.claim(job, owner=owner, now=later(at), lease_seconds=LEASE)


def test_a_job_reads_back_as_it_was_asked(database):
    """What the service writes down is what the worker reads."""
    asked = a_job(recipe=Recipe.ISSUE, number="1/X/2026", code="abc", document="0" * 12, key="k")

    ledger = ask(database, asked)

    assert ledger.get("j1") == asked


def test_a_job_that_nobody_asked_is_unknown(ledger):
    """Asking for a job by a wrong name says so."""
    with pytest.raises(JobUnknown, match="tidak ada"):
        ledger.get("j2")


def test_the_same_actor_and_key_is_one_job(database, ledger):
    """An idempotency key is used once by one actor, and free for another."""
    ask(database, a_job("j2", key="k"))

    with pytest.raises(KeyTaken), database.transaction() as connection:
        ledger.add(connection, a_job("j3", key="k"))
    ask(database, replace(a_job("j4", key="k"), actor_name="Tono"))

    with database.reading() as connection:
        assert ledger.find_key(connection, "Sari", "k").id == "j2"
        assert ledger.find_key(connection, "Tono", "k").id == "j4"
        assert ledger.find_key(connection, "Tono", "other") is None


def test_a_claimed_job_is_not_to_be_had(ledger):
    """One job has one owner."""
    first = claim(ledger, ANNA)
    second = claim(ledger, BUDI)

    assert first.state is JobState.MAKING
    assert first.attempts == 1
    assert second is None


def test_of_many_who_reach_for_a_job_one_gets_it(ledger):
    """Workers that wake at the same moment do not share a job."""
    start = Barrier(8)
    won = []

    def reach(number):
        start.wait()
        owner = Owner(host=f"machine-{number}", pid=number, started=0.0)
        if ledger.claim("j1", owner=owner, now=MONDAY, lease_seconds=LEASE):
            won.append(number)

    threads = [Thread(target=reach, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(won) == 1


def test_an_expired_lease_is_taken_over_and_the_old_owner_is_told(ledger):
    """Who was silent too long loses the job, and can change nothing any more."""
    claim(ledger, ANNA)

    taken = claim(ledger, BUDI, at=LEASE)

    assert taken.attempts == 2
    with pytest.raises(LeaseLost):
        ledger.finish("j1", owner=ANNA, pages=1, notes=(), version=1, now=later(LEASE))
    with pytest.raises(LeaseLost):
        ledger.checkpoint(
            "j1", owner=ANNA, stage="fill", facts={}, now=later(LEASE), lease_seconds=LEASE
        )
    assert ledger.checkpoints("j1") == {}


def test_a_checkpoint_renews_the_lease(ledger):
    """A worker that tells of its progress keeps its job."""
    claim(ledger, ANNA)

    ledger.checkpoint(
        "j1", owner=ANNA, stage="fill", facts={"made": "d"}, now=later(90), lease_seconds=LEASE
    )

    assert claim(ledger, BUDI, at=150) is None
    assert claim(ledger, BUDI, at=190).stage == "fill"
    assert ledger.checkpoints("j1") == {"fill": {"made": "d"}}


def test_a_job_of_a_dead_process_of_this_machine_is_free_at_once(ledger):
    """Nobody waits for the lease of a worker that was killed."""
    me = this_process()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    claim(ledger, Owner(host=me.host, pid=gone.pid, started=me.started))

    taken = claim(ledger, me, at=1)

    assert taken.attempts == 2


def test_a_process_number_that_came_back_is_another_process(ledger):
    """The number of a dead worker may be borne by someone else; that one is not the owner."""
    me = this_process()
    claim(ledger, Owner(host=me.host, pid=os.getppid(), started=1.0))

    assert claim(ledger, me, at=1) is not None


def test_a_living_neighbour_keeps_its_job(ledger):
    """Another process of this machine that is alive is left in peace."""
    me = this_process()
    parent = psutil.Process(os.getppid())
    claim(ledger, Owner(host=me.host, pid=parent.pid, started=parent.create_time()))

    assert claim(ledger, me, at=1) is None


def test_a_job_given_back_waits_until_it_is_due(ledger):
    """A pause lies between two attempts, and the reason can be read meanwhile."""
    claim(ledger)

    ledger.give_back(
        "j1", owner=ANNA, error=Transient("x"), sentence="Nanti saja.", due_at=later(60)
    )

    job = ledger.get("j1")
    assert (job.state, job.error_code, job.error) == (JobState.ASKED, "Transient", "Nanti saja.")
    assert claim(ledger, BUDI, at=59) is None
    assert claim(ledger, BUDI, at=60) is not None


@pytest.mark.parametrize("version", [None, 3])
def test_a_finished_job_never_changes(ledger, version):
    """A message delivered again finds nothing to do."""
    claim(ledger)
    ledger.finish("j1", owner=ANNA, pages=2, notes=("Catatan.",), version=version, now=later(5))
    done = ledger.get("j1")

    again = claim(ledger, BUDI, at=10_000)

    assert again is None
    assert ledger.get("j1") == done
    assert done.state is (JobState.PRINTED if version is None else JobState.FILED)
    assert (done.pages, done.notes, done.finished_at) == (2, ("Catatan.",), later(5))
    with pytest.raises(NotAskable):
        ledger.ask_again("j1", now=later(9), template=None)


def test_a_rejected_job_can_be_asked_again_and_keeps_its_number(database):
    """A number once given stays with its document through a rejection."""
    ledger = ask(database, a_job(recipe=Recipe.ISSUE, number="7/X/2026"))
    claim(ledger)
    ledger.checkpoint("j1", owner=ANNA, stage="fill", facts={}, now=MONDAY, lease_seconds=LEASE)
    ledger.reject("j1", owner=ANNA, error=Transient("x"), sentence="Rusak.", now=later(3))
    assert claim(ledger, BUDI, at=10_000) is None

    job = ledger.ask_again("j1", now=later(20), template="f" * 64)

    assert (job.state, job.number, job.attempts) == (JobState.ASKED, "7/X/2026", 0)
    assert (job.error, job.stage, job.finished_at) == (None, None, None)
    assert ledger.checkpoints("j1") == {}
    assert claim(ledger, BUDI, at=20) is not None


def test_unfinished_counts_what_is_asked_and_what_is_made(database):
    """Draining ends when nothing is left, of all jobs or of the ones that were named."""
    ledger = ask(database, a_job("a"), a_job("b"), a_job("c"))
    claim(ledger, job="a")
    claim(ledger, job="b")
    ledger.finish("b", owner=ANNA, pages=1, notes=(), version=1, now=MONDAY)

    assert ledger.unfinished() == 2
    assert ledger.unfinished(["b"]) == 0
    assert ledger.unfinished(["a", "b"]) == 1
    assert [job.id for job in ledger.list(states=[JobState.FILED])] == ["b"]
    assert len(ledger.list(limit=2)) == 2


class TestUnwoken:
    """What the sweeper is told to wake."""

    def unwoken(self, ledger, at, wake=60.0):
        return ledger.unwoken(now=later(at), seen_from=this_process(), wake_seconds=wake)

    def test_a_fresh_job_is_left_to_its_own_message(self, ledger):
        """The message of a job just asked is given the time that it was promised."""
        assert self.unwoken(ledger, 59) == ()
        assert self.unwoken(ledger, 60) == ("j1",)

    def test_who_was_called_is_not_called_again_at_once(self, ledger):
        """A sweep notes whom it called."""
        ledger.woken(["j1"], now=later(30))

        assert self.unwoken(ledger, 89) == ()
        assert self.unwoken(ledger, 90) == ("j1",)

    def test_a_job_that_somebody_makes_is_not_called(self, ledger):
        """Work under way is left in peace, however long ago it was called."""
        claim(ledger)

        assert self.unwoken(ledger, LEASE - 1, wake=0) == ()

    def test_a_job_given_back_is_called_when_it_is_due(self, ledger):
        """No message waits for a job that was given back; the sweep sends it on time."""
        claim(ledger)
        ledger.give_back("j1", owner=ANNA, error=Transient("x"), sentence="", due_at=later(9))

        assert self.unwoken(ledger, 8) == ()
        assert self.unwoken(ledger, 9) == ("j1",)

    def test_a_job_whose_lease_ended_is_called(self, ledger):
        """Work that a lost machine held goes on elsewhere."""
        claim(ledger)

        assert self.unwoken(ledger, LEASE - 1) == ()
        assert self.unwoken(ledger, LEASE) == ("j1",)

    def test_finished_jobs_sleep(self, ledger):
        """Nothing wakes what is done."""
        claim(ledger)
        ledger.finish("j1", owner=ANNA, pages=1, notes=(), version=1, now=MONDAY)

        assert self.unwoken(ledger, 100_000) == ()
