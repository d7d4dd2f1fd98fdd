"""The warm engine: what one document does to it never reaches the next one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.workers.tools.forms import paragraph, table, write_docx
from workers.errors import EngineDied, EngineMissing, EngineTimedOut, LayoutRefused, NotADocx
from workers.tools.engine import LokEngine
from workers.tools.libreoffice import Installation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.libreoffice

ROOT = Path(__file__).parents[3]


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    return write_docx(tmp_path / "form.docx", paragraph("Judul", style="Heading1") + table(3))


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "form.pdf"


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., LokEngine]]:
    """Makes engines and closes them afterwards."""
    engines: list[LokEngine] = []

    def make_one(**limits: float) -> LokEngine:
        engine = LokEngine(tmp_path / "engines", installation=Installation.find(), **limits)
        engines.append(engine)
        return engine

    yield make_one
    for engine in engines:
        engine.close()


def gone(pid: int, *, seconds: float = 10) -> bool:
    """Whether the process ends within so many seconds (a zombie has ended)."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


def homes(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "engines").glob("engine-*"))


def test_documents_share_one_warm_process(make, docx: Path, pdf: Path) -> None:
    """The second document is laid out by the process that laid out the first."""
    engine = make()

    engine.to_pdf(docx, pdf)
    first = engine.pid
    engine.to_pdf(docx, pdf)

    assert engine.pid == first
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_warming_returns_before_the_engine_is_ready(make, docx: Path, pdf: Path) -> None:
    """A worker warms its engine without waiting, and the next document finds that engine."""
    engine = make()

    begun = time.monotonic()
    engine.warm()
    waited = time.monotonic() - begun
    warmed = engine.pid
    engine.to_pdf(docx, pdf)

    assert waited < 0.25
    assert engine.pid == warmed


def test_a_hanging_engine_is_killed_at_the_limit(make, docx: Path, pdf: Path) -> None:
    """A document that takes too long costs its time limit, and the next one is laid out."""
    engine = make(seconds=1)
    engine.to_pdf(docx, pdf)
    pdf.unlink()
    stopped = engine.pid
    os.kill(stopped, signal.SIGSTOP)

    begun = time.monotonic()
    with pytest.raises(EngineTimedOut):
        engine.to_pdf(docx, pdf)
    waited = time.monotonic() - begun

    assert 1 <= waited < 3
    assert gone(stopped)
    assert not pdf.exists()
    engine.to_pdf(docx, pdf)
    assert pdf.exists()


def test_a_heavy_document_is_stopped_in_the_middle(make, docx: Path, pdf: Path, tmp_path) -> None:
    """The limit holds while LibreOffice computes, not only while it waits."""
    heavy = write_docx(tmp_path / "heavy.docx", table(3_000))
    engine = make(seconds=0.5)
    engine.to_pdf(docx, pdf)

    with pytest.raises(EngineTimedOut):
        engine.to_pdf(heavy, tmp_path / "heavy.pdf")

    engine.to_pdf(docx, pdf)
    assert list(tmp_path.glob(".*.partial")) == []


def test_an_engine_killed_at_work_is_reported_and_replaced(
    make, docx: Path, pdf: Path, tmp_path: Path
) -> None:
    """A crash in the middle of a document says so; the next document gets a new engine."""
    heavy = write_docx(tmp_path / "heavy.docx", table(3_000))
    engine = make()
    engine.to_pdf(docx, pdf)
    assassin = threading.Timer(0.3, os.kill, (engine.pid, signal.SIGKILL))

    assassin.start()
    with pytest.raises(EngineDied) as death:
        engine.to_pdf(heavy, tmp_path / "heavy.pdf")

    assert death.value.status == -signal.SIGKILL
    assert not (tmp_path / "heavy.pdf").exists()
    engine.to_pdf(docx, pdf)


def test_an_engine_that_died_idle_is_replaced_without_a_word(make, docx: Path, pdf: Path) -> None:
    """A process lost between two documents fails neither."""
    engine = make()
    engine.to_pdf(docx, pdf)
    lost = engine.pid

    os.kill(lost, signal.SIGKILL)
    assert gone(lost)
    engine.to_pdf(docx, pdf)

    assert engine.pid != lost


def test_the_engine_is_renewed_after_its_number_of_documents(make, docx: Path, pdf: Path) -> None:
    """After the last document of its life the successor is already starting."""
    engine = make(documents=2)

    pids = []
    for _ in range(4):
        engine.to_pdf(docx, pdf)
        pids.append(engine.pid)

    first, renewed, same, again = pids
    assert first != renewed == same != again
    assert gone(first)
    assert psutil.pid_exists(again)


def test_the_engine_is_renewed_above_its_memory(make, docx: Path, pdf: Path) -> None:
    """An engine that has grown beyond its limit does not meet another document."""
    engine = make(megabytes=50)
    engine.warm()
    grown = engine.pid

    engine.to_pdf(docx, pdf)

    assert engine.pid != grown
    assert gone(grown)


@pytest.mark.parametrize("damage", ["text", "truncated", "empty", "macro", "bomb"])
def test_what_is_no_whole_docx_is_refused(make, docx: Path, pdf: Path, damage: str) -> None:
    """LibreOffice would lay out a text file or repair a torn package; it never sees them."""
    whole = docx.read_bytes()
    spoiled = {
        "text": lambda: docx.write_text("Bukan dokumen Word."),
        "truncated": lambda: docx.write_bytes(whole[: len(whole) // 2]),
        "empty": lambda: docx.write_bytes(b""),
        "macro": lambda: write_docx(docx, "", parts={"[Content_Types].xml": b"<Types/>"}),
        "bomb": lambda: write_docx(docx, "", parts={"word/bomb.bin": bytes(300 * 2**20)}),
    }
    spoiled[damage]()

    with pytest.raises(NotADocx):
        make().to_pdf(docx, pdf)

    assert not pdf.exists()


def test_a_document_that_libreoffice_refuses_leaves_the_engine_alive(
    make, docx: Path, pdf: Path, tmp_path: Path
) -> None:
    """A refusal is about the document: it is final, and the engine stays warm."""
    broken = write_docx(
        tmp_path / "broken.docx", "", parts={"word/document.xml": b"<w:document", "x": b""}
    )
    engine = make()
    engine.to_pdf(docx, pdf)
    warm = engine.pid

    with pytest.raises(LayoutRefused):
        engine.to_pdf(broken, tmp_path / "broken.pdf")

    engine.to_pdf(docx, pdf)
    assert engine.pid == warm


def test_closing_leaves_nothing(make, docx: Path, pdf: Path, tmp_path: Path) -> None:
    """Neither a process nor a folder stays behind; closing twice is safe."""
    engine = make()
    engine.to_pdf(docx, pdf)
    pid = engine.pid

    engine.close()
    engine.close()

    assert gone(pid)
    assert homes(tmp_path) == []


@pytest.mark.parametrize("thread", ["main", "other"])
def test_a_killed_worker_leaves_no_engine(
    make, docx: Path, pdf: Path, tmp_path: Path, thread
) -> None:
    """However a worker ends, its engine ends too, and the next engine clears its folder."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(tmp_path / "engines"), str(docx), str(pdf), thread],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with worker:
        assert worker.stdout is not None
        engine_pid = int(worker.stdout.readline())
        abandoned = homes(tmp_path)
        worker.kill()

    assert gone(engine_pid)
    assert len(abandoned) == 1
    successor = make()
    successor.warm()
    assert not abandoned[0].exists()


WORKER = """
import sys, threading, time
from pathlib import Path
from workers.tools.engine import LokEngine
from workers.tools.libreoffice import Installation

folder, docx, pdf, thread = sys.argv[1:]
engine = LokEngine(Path(folder), installation=Installation.find())

def work():
    engine.to_pdf(Path(docx), Path(pdf))
    print(engine.pid, flush=True)
    time.sleep(60)

if thread == "main":
    work()
else:
    threading.Thread(target=work).start()
"""


def test_an_engine_without_libreoffice_says_how_to_get_it(tmp_path: Path) -> None:
    """A machine without LibreOffice is told which package to install."""
    with pytest.raises(EngineMissing, match="apt install libreoffice-writer-nogui"):
        Installation.find((tmp_path,))


def test_an_engine_that_cannot_start_says_so(docx: Path, pdf: Path, tmp_path: Path) -> None:
    """A broken installation is reported as a missing engine, to be tried again."""
    program = tmp_path / "program"
    program.mkdir()
    (program / "libmergedlo.so").write_bytes(b"no library")
    engine = LokEngine(tmp_path / "engines", installation=Installation(program))

    with pytest.raises(EngineMissing, match=r"libmergedlo\.so"):
        engine.to_pdf(docx, pdf)

    assert homes(tmp_path) == []


def test_threads_take_turns(make, docx: Path, tmp_path: Path) -> None:
    """An engine shared by threads lays out all their documents, one at a time."""
    engine = make()
    results = [tmp_path / f"{number}.pdf" for number in range(4)]

    threads = [threading.Thread(target=engine.to_pdf, args=(docx, result)) for result in results]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert all(result.read_bytes().startswith(b"%PDF-") for result in results)
