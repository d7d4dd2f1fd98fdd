"""Whatever happens in whatever order, a job has one owner, one end, and one number."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from archive.database import Database
from tests.workers.asking import MONDAY, a_job, ask
from workers.errors import LeaseLost, NotAskable, Transient
from workers.jobs import JobState, Recipe
from workers.owners import Owner

OWNERS = [Owner(host=f"machine-{pid}", pid=pid, started=1.0) for pid in (1, 2, 3)]
LEASE = 10.0


class Story(RuleBasedStateMachine):
    """Three workers, one job, a clock; what the ledger grants is held against a plain model."""

    @initialize()
    def open(self):
        self.home = tempfile.TemporaryDirectory()
        self.database = Database(f"sqlite:///{Path(self.home.name) / 'db.sqlite3'}")
        self.database.create_all()
        self.ledger = ask(self.database, a_job(recipe=Recipe.ISSUE, number="7/X/2026"))
        self.now, self.due = MONDAY, MONDAY
        self.state, self.holder, self.until = JobState.ASKED, None, None

    def teardown(self):
        if hasattr(self, "home"):
            self.database.close()
            self.home.cleanup()

    @rule(seconds=st.sampled_from([0.5, 4.0, 10.0]))
    def wait(self, seconds):
        self.now += timedelta(seconds=seconds)

    @rule(owner=st.sampled_from(OWNERS))
    def claim(self, owner):
        due = self.state is JobState.ASKED and self.due <= self.now
        dropped = self.state is JobState.MAKING and (self.until <= self.now or self.holder == owner)

        job = self.ledger.claim("j1", owner=owner, now=self.now, lease_seconds=LEASE)

        assert (job is not None) == (due or dropped)
        if job is not None:
            self.state, self.holder = JobState.MAKING, owner
            self.until = self.now + timedelta(seconds=LEASE)

    @rule(owner=st.sampled_from(OWNERS))
    def checkpoint(self, owner):
        def write():
            self.ledger.checkpoint(
                "j1", owner=owner, stage="fill", facts={}, now=self.now, lease_seconds=LEASE
            )

        if self.change(owner, write):
            self.until = self.now + timedelta(seconds=LEASE)

    @rule(owner=st.sampled_from(OWNERS))
    def give_back(self, owner):
        due = self.now + timedelta(seconds=3)

        def write():
            self.ledger.give_back(
                "j1", owner=owner, error=Transient("x"), sentence="Nanti.", due_at=due
            )

        if self.change(owner, write):
            self.state, self.holder, self.due = JobState.ASKED, None, due

    @rule(owner=st.sampled_from(OWNERS))
    def reject(self, owner):
        def write():
            self.ledger.reject(
                "j1", owner=owner, error=Transient("x"), sentence="Rusak.", now=self.now
            )

        if self.change(owner, write):
            self.state, self.holder = JobState.REJECTED, None

    @rule(owner=st.sampled_from(OWNERS))
    def finish(self, owner):
        def write():
            self.ledger.finish("j1", owner=owner, pages=1, notes=(), version=1, now=self.now)

        if self.change(owner, write):
            self.state, self.holder = JobState.FILED, None

    @rule()
    def ask_again(self):
        try:
            self.ledger.ask_again("j1", now=self.now, template=None)
        except NotAskable:
            assert self.state is not JobState.REJECTED
        else:
            assert self.state is JobState.REJECTED
            self.state, self.due = JobState.ASKED, self.now

    def change(self, owner, write):
        """Do it, and see that only the holder could."""
        mine = self.state is JobState.MAKING and self.holder == owner
        try:
            write()
        except LeaseLost:
            assert not mine
            return False
        assert mine
        return True

    @invariant()
    def the_ledger_says_what_happened(self):
        if not hasattr(self, "ledger"):
            return
        job = self.ledger.get("j1")
        assert job.state is self.state
        assert job.number == "7/X/2026"
        assert (job.finished_at is not None) == self.state.finished


TestStory = Story.TestCase
TestStory.settings = settings(max_examples=40, stateful_step_count=30)
