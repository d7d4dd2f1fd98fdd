"""What the archive's tests are made of: documents, deposits, children that die."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from archive.keeping import Access, Fate, Keeping, Retention
from archive.records import ALPHABET, Actor, Deposit, DocumentId, Record
from archive.restate import Restatement
from archive.standing import Standing, State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archive.archive import Archive

SARI = Actor("Sari Dewi", "mailto:sari@jekulo.example.id")
NOON = datetime(2026, 11, 21, 12, 0, 0, tzinfo=UTC)


def document_id(number: int) -> DocumentId:
    """A document id, the same for the same number."""
    digest = hashlib.sha256(str(number).encode()).digest()
    return DocumentId("".join(ALPHABET[byte % 32] for byte in digest[:12]))


DAY = date(2026, 11, 20)
WITHDRAWN = Standing(State.WITHDRAWN, DAY, "Salah lampiran.")
SUPERSEDED = Standing(State.SUPERSEDED, DAY, "Terbit yang baru.", document_id(1))
REINSTATED = Standing(State.IN_FORCE, DAY, "Dicabut karena keliru.")
KEPT = Keeping(
    classification="000.8.3.3",
    scheme="permendagri-83-2022",
    access=Access.TERBATAS,
    retention=Retention(2, 3, Fate.PERMANEN, basis="JRA contoh"),
    vital=True,
)


def a_restatement(
    archive: Archive, which: int, said: Standing | Keeping, **changes: Any
) -> Restatement:
    """An act of the arsiparis on the newest version of a document."""
    document = document_id(which)
    seen = archive.document(document).head.number
    facts = {
        "document": document,
        "seen": seen,
        "key": f"tata-{which}-{seen}",
        "said": said,
        "message": "Ditata.",
        "actor": SARI,
        "created": NOON,
    }
    return Restatement(**(facts | changes))


def a_deposit(folder: Path, which: int = 1, /, **changes: Any) -> Deposit:
    """A deposit of two small files; `changes` go to the record or to the deposit."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = changes.pop(
        "contents", {"document.pdf": b"%PDF-1.7 satu %%EOF\n", "data.json": b"{}"}
    )
    files = {}
    for name, content in contents.items():
        source = folder / f"{which}-{name}"
        source.write_bytes(content)
        files[name] = source
    record = {
        "kind": "sop",
        "title": "Pelayanan Surat Keterangan",
        "office": "Kecamatan Jekulo",
        "year": 2026,
        "code": f"K0DE-{which}",
    }
    record |= {name: changes.pop(name) for name in list(changes) if name in Record.__slots__}
    deposit = {
        "document": document_id(which),
        "key": f"pekerjaan-{which}",
        "record": Record(**record),
        "files": files,
        "message": "Diterbitkan.",
        "actor": SARI,
        "created": NOON,
    }
    return Deposit(**(deposit | changes))


def in_child(work: Callable[[], Any]) -> tuple[int, Any]:
    """Run in a forked child: its wait status, and what the work gave back or raised."""
    return in_children([work])[0]


def in_children(works: list[Callable[[], Any]]) -> list[tuple[int, Any]]:
    """Run all at once, each in a forked child of its own."""
    running = []
    for work in works:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _live(work, writing)
        os.close(writing)
        running.append((child, reading))
    results = []
    for child, reading in running:
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read()
        _, status = os.waitpid(child, 0)
        results.append((status, pickle.loads(told) if told else None))  # noqa: S301 - our own child
    return results


def at_step(number: int, then: Callable[[], None]) -> None:
    """Call `then` before the n-th change of the file system from here on; cannot be undone."""
    left = number

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if _changes_files(event, arguments):
            left -= 1
            if left == 0:
                then()

    sys.addaudithook(watch)


def _changes_files(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in {"os.mkdir", "os.rename", "os.rmdir", "os.remove"}


def _live(work: Callable[[], Any], writing: int) -> None:
    try:
        result: Any = work()
    except BaseException as error:  # noqa: BLE001 - told to the parent
        result = (type(error).__name__, str(error))
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(result))
    finally:
        os._exit(0)
