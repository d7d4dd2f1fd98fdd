"""Upkeep: what nobody woke is woken, what the dead held goes on, tables are cleared."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from tests.fakes import FixedClock
from tests.workers.asking import ANNA, BUDI, MONDAY, Office, a_job, ask
from workers.errors import BrokerUnavailable, Transient
from workers.inbox import InlineInbox
from workers.upkeep import Sweeper, clear, sweep


@pytest.fixture
def office(tmp_path):
    office = Office.at(tmp_path / "home")
    yield office
    office.database.close()


class Woken(list):
    """An inbox that only notes."""

    def __init__(self, *, waiting=0):
        self.queued = waiting

    def put(self, job_id):
        self.append(job_id)

    def waiting(self):
        return self.queued

    def close(self):
        """Nothing is held."""


class Silent:
    """A broker that is down until it is told to be up."""

    def __init__(self):
        self.up, self.woken = False, []

    def put(self, job_id):
        if not self.up:
            raise BrokerUnavailable("ConnectionRefusedError")
        self.woken.append(job_id)

    def waiting(self):
        return 0

    def close(self):
        """Nothing is held."""


def sweep_at(office, inbox, seconds, wake_seconds=60.0):
    return sweep(
        jobs=office.jobs,
        inbox=inbox,
        owner=BUDI,
        now=MONDAY + timedelta(seconds=seconds),
        wake_seconds=wake_seconds,
    )


def test_a_job_whose_message_was_lost_is_woken_once(office):
    """A sweep sends what is missing and does not repeat itself at once."""
    ask(office.database, a_job("a"), a_job("b"))
    inbox = Woken()

    for seconds in (1, 2, 3):
        sweep_at(office, inbox, seconds)

    assert sorted(inbox) == ["a", "b"]


def test_in_a_long_queue_nobody_is_called_again_at_once(office):
    """While messages wait, each may take its time; a minute later it is missed."""
    ask(office.database, a_job())
    inbox = Woken(waiting=1000)

    sweep_at(office, inbox, 59)
    assert inbox == []

    sweep_at(office, inbox, 60)
    assert inbox == ["j1"]


def test_what_a_silent_owner_held_is_woken(office):
    """A lease that ended is someone else's chance."""
    ask(office.database, a_job())
    office.jobs.claim("j1", owner=ANNA, now=MONDAY, lease_seconds=30)
    inbox = Woken()

    sweep_at(office, inbox, 29)
    assert inbox == []

    sweep_at(office, inbox, 30)
    assert inbox == ["j1"]


def test_a_broker_that_is_down_changes_nothing_in_the_ledger(office):
    """The sweep that finds it up again wakes everybody."""
    ask(office.database, a_job("a"), a_job("b"))
    inbox = Silent()

    with pytest.raises(BrokerUnavailable):
        sweep_at(office, inbox, 5)
    inbox.up = True
    sweep_at(office, inbox, 5)

    assert sorted(inbox.woken) == ["a", "b"]


def test_an_inline_inbox_makes_what_a_sweep_wakes(office):
    """The second kind of inbox runs the job where it is put."""
    ask(office.database, a_job())
    made = []

    sweep_at(office, InlineInbox(made.append), 5)

    assert made == ["j1"]


def test_folders_are_cleared_a_day_after_their_job_ended(office):
    """A KONSEP stays a day; a filed document's folder goes at once; work under way stays."""
    jobs = ask(office.database, *(a_job(name) for name in ("konsep", "filed", "rejected", "busy")))
    for name in ("konsep", "filed", "rejected", "busy"):
        jobs.claim(name, owner=ANNA, now=MONDAY, lease_seconds=1e6)
        (office.settings.work / name).mkdir(parents=True)
    jobs.finish("konsep", owner=ANNA, pages=1, notes=(), version=None, now=MONDAY)
    jobs.finish("filed", owner=ANNA, pages=1, notes=(), version=1, now=MONDAY)
    jobs.reject("rejected", owner=ANNA, error=Transient("x"), sentence="", now=MONDAY)
    day = timedelta(days=1)

    def cleared(after):
        return clear(office.settings.work, jobs=jobs, now=MONDAY + after, keep=day)

    assert cleared(timedelta(hours=1)) == ("filed",)
    assert cleared(day) == ()
    assert cleared(day + timedelta(seconds=1)) == ("konsep", "rejected")
    assert [path.name for path in office.settings.work.iterdir()] == ["busy"]


def test_clearing_without_any_work_is_nothing(office):
    """A fresh installation has no working folders."""
    assert clear(office.settings.work, jobs=office.jobs, now=MONDAY, keep=timedelta(0)) == ()


def a_sweeper(office, inbox, *, first=lambda: None, rest=lambda: None, seconds=0.01):
    return Sweeper(
        jobs=office.jobs,
        inbox=inbox,
        owner=BUDI,
        now=FixedClock(),
        seconds=seconds,
        wake_seconds=60,
        work=office.settings.work,
        keep=timedelta(days=1),
        first=first,
        rest=rest,
    )


def wait_for(what):
    end = time.monotonic() + 10
    while not what() and time.monotonic() < end:
        time.sleep(0.01)
    return what()


def test_the_first_sweep_wakes_whatever_is_asked(office):
    """A worker that starts asks nobody how long ago a message was sent."""
    ask(office.database, a_job())
    inbox = Woken()
    sweeper = a_sweeper(office, inbox)

    sweeper.start()

    assert wait_for(lambda: inbox == ["j1"])
    sweeper.stop()


def test_the_sweeper_outlives_whatever_goes_wrong(office, caplog):
    """A broker that is down, a broken step: it says so and sweeps again."""
    ask(office.database, a_job())
    inbox = Silent()
    rests = []

    def fail():
        raise ZeroDivisionError

    sweeper = a_sweeper(office, inbox, first=fail, rest=lambda: rests.append(1))
    sweeper.start()

    assert wait_for(lambda: len(rests) > 3)
    # What another thread logs may come to the eyes of this one a moment later.
    assert wait_for(lambda: "upkeep failed" in caplog.text)
    assert wait_for(lambda: "nobody can be woken" in caplog.text)
    sweeper.stop()
    sweeper.stop()
