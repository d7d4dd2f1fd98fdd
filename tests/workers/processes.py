"""Worker processes as the tests start, watch and kill them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.workers.asking import Office

ROOT = Path(__file__).parents[2]


@dataclass
class Worker:
    """``python -m workers`` of one installation."""

    process: subprocess.Popen[bytes]
    log: Path

    def kin(self) -> list[psutil.Process]:
        """Every process below it, the nearest first."""
        try:
            return psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []

    def pool(self) -> list[psutil.Process]:
        """The children that make documents."""
        return [each for each in self.kin() if each.ppid() == self.process.pid]

    def engines(self) -> list[psutil.Process]:
        """The layout engines below the pool."""
        return [each for each in self.kin() if "engine_child" in " ".join(_command(each))]

    def ask_to_stop(self) -> int:
        """SIGTERM; gives back the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)

    def kill(self) -> None:
        """kill -9 of the main process alone; safe twice."""
        self.process.kill()
        self.process.wait()


def start(office: Office, *arguments: str) -> Worker:
    """Start a worker of this installation."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("LONTAR_")}
    log = office.settings.home / "worker.log"
    with log.open("ab") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "workers", *arguments],
            cwd=ROOT,
            env=clean | office.environment(),
            stdin=subprocess.DEVNULL,
            stdout=lines,
            stderr=lines,
        )
    return Worker(process, log)


@contextmanager
def running(office: Office, *arguments: str) -> Iterator[Worker]:
    """A worker that is gone, with all below it, when the test ends."""
    worker = start(office, *arguments)
    try:
        yield worker
    finally:
        kin = worker.kin()
        worker.kill()
        for each in kin:
            _end(each)


def drain(office: Office, *arguments: str, seconds: float = 120) -> int:
    """Run a worker until nothing is left; gives back the exit status."""
    with running(office, "--drain", *arguments) as worker:
        return worker.process.wait(timeout=seconds)


def wait_for(what: Callable[[], object], *, seconds: float = 60) -> bool:
    """Look until it is so; False where it never was."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _end(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return
