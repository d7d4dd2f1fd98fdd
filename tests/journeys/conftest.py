"""One real run of the demo, shared by the journeys that look at what it made."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

LONTAR = Path(sys.executable).with_name("lontar")


@dataclass(frozen=True, slots=True)
class Installation:
    """A home of its own, and the command that works in it."""

    home: Path

    def run(
        self, *arguments: str | Path, check: bool = True, timeout: float = 580
    ) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("LONTAR_")}
        outcome = subprocess.run(
            [LONTAR, *map(str, arguments)],
            env=clean | {"LONTAR_HOME": str(self.home)},
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
        )
        assert not check or outcome.returncode == 0, outcome.stdout + outcome.stderr
        return outcome

    def json(self, *arguments: str | Path) -> Any:
        return json.loads(self.run(*arguments, "--json").stdout)


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "lontar")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation in which `lontar demo` ran once, for all processes of this test run."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    made, done = Installation(shared / "demo" / "lontar"), shared / "demo.done"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            made.run("demo")
            done.touch()
    return made
