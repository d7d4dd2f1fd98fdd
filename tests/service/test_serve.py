"""``lontar serve`` as a process, and the worker that it brings along."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx2 as httpx
import pytest

from service import serve_worker
from service.app import House
from service.serve_worker import EmbeddedWorker

PROJECT = Path(__file__).parents[2]


def until(condition, seconds: float = 120.0):
    """Wait for something to become true; a busy computer may take long."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.05)
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> httpx.Response | None:
    try:
        return httpx.get(url, timeout=5)
    except httpx.HTTPError:
        return None


def test_the_server_answers_and_stops_in_peace():
    """SIGTERM ends it with 0 after what is under way."""
    port = free_port()
    command = [sys.executable, "-m", "service", "serve", "--port", str(port), "--no-worker"]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) as server:
        try:
            answer = until(lambda: answers(f"http://127.0.0.1:{port}/readyz"))
        finally:
            server.send_signal(signal.SIGTERM)
        said = server.stderr.read() if server.stderr else ""

    assert answer.status_code == 200
    assert server.returncode == 0, said
    assert '"route": "/readyz"' in said
    assert "server" not in answer.headers


def test_a_worker_that_ends_is_started_again(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Its deaths are told; when the server stops it is not started any more."""
    monkeypatch.setattr(serve_worker, "PAUSES", (0.05,))
    lives = tmp_path / "lives"
    code = f"open({str(lives)!r}, 'a').write('x')"
    worker = EmbeddedWorker(house, command=(sys.executable, "-c", code))

    worker.start()
    until(lambda: lives.exists() and len(lives.read_text()) >= 3)
    told = worker.trouble()
    worker.stop()

    after = lives.read_text()
    time.sleep(0.3)
    assert lives.read_text() == after
    assert told is None or "kali" in told


def test_a_worker_is_asked_to_end_before_it_is_killed(house: House, tmp_path: Path):
    """It hears SIGTERM and may finish what it is at."""
    ready, done = tmp_path / "ready", tmp_path / "done"
    code = (
        "import signal, sys, time\n"
        f"def end(*_): open({str(done)!r}, 'w').close(); sys.exit(0)\n"
        "signal.signal(signal.SIGTERM, end)\n"
        f"open({str(ready)!r}, 'w').close()\ntime.sleep(60)"
    )
    worker = EmbeddedWorker(house, command=(sys.executable, "-c", code))

    worker.start()
    until(ready.exists)
    assert worker.trouble() is None
    worker.stop()
    worker.stop()

    assert done.exists()
