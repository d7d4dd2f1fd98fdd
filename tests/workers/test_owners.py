"""Owners: one process on one machine, told apart from whoever bears its number later."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.errors import OwnerUnreadable
from workers.owners import Owner, is_dead, this_process


@given(
    host=st.text(min_size=1, max_size=20),
    pid=st.integers(1, 2**22),
    started=st.integers(0, 10**12).map(lambda hundredths: hundredths / 100),
)
def test_an_owner_reads_back_from_the_ledger(host, pid, started):
    """Whatever a machine is called, colons too."""
    owner = Owner(host=host, pid=pid, started=started)

    assert Owner.of(str(owner)) == owner


def test_an_owner_that_is_none_is_refused():
    """A ledger that was edited by hand is told, not guessed at."""
    with pytest.raises(OwnerUnreadable, match="rusak"):
        Owner.of("Sari")


def test_this_process_lives_and_its_ended_child_does_not():
    """Death is told even of a child whose end nobody has asked for yet."""
    me = this_process()
    child = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    child.stdout.read()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    zombie = Owner(host=me.host, pid=child.pid, started=me.started)

    assert not is_dead(me, seen_from=me)
    assert is_dead(zombie, seen_from=me)
    child.wait()
    child.stdout.close()
    assert is_dead(zombie, seen_from=me)


def test_of_another_machine_nothing_is_known():
    """Only its lease can tell."""
    me = this_process()

    assert not is_dead(Owner(host=f"{me.host}-2", pid=1, started=0.0), seen_from=me)
