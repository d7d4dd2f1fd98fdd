"""The layout process: LibreOfficeKit behind lines of JSON.

Started by its path, isolated (``python -I -S``), so it imports the standard library only. It reads
``{"docx", "pdf", "options"}`` lines from standard input and answers on a pipe of its own:
``{"ready": true}`` once, then ``{"done": true}`` or ``{"refused": reason}`` for each line.
Standard output and error belong to LibreOffice's chatter and lead to a log file.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import Any, Final

CLONE_NEWNET: Final = 0x40000000
CLONE_NEWUSER: Final = 0x10000000
PR_SET_PDEATHSIG: Final = 1

LOAD_OPTIONS: Final = b"Batch=true,Language=id-ID"
"""No questions, Indonesian number and date forms."""
TEXT_DOCUMENT: Final = 0

Pointer = ctypes.c_void_p
Text = ctypes.c_char_p


class OfficeClass(ctypes.Structure):
    """The stable head of ``LibreOfficeKitClass``; later members are not needed."""

    _fields_ = (
        ("size", ctypes.c_size_t),
        ("destroy", ctypes.CFUNCTYPE(None, Pointer)),
        ("load", ctypes.CFUNCTYPE(Pointer, Pointer, Text)),
        ("get_error", ctypes.CFUNCTYPE(Pointer, Pointer)),
        ("load_with_options", ctypes.CFUNCTYPE(Pointer, Pointer, Text, Text)),
        ("free_error", ctypes.CFUNCTYPE(None, Pointer)),
    )


class DocumentClass(ctypes.Structure):
    """The stable head of ``LibreOfficeKitDocumentClass``."""

    _fields_ = (
        ("size", ctypes.c_size_t),
        ("destroy", ctypes.CFUNCTYPE(None, Pointer)),
        ("save_as", ctypes.CFUNCTYPE(ctypes.c_int, Pointer, Text, Text, Text)),
        ("get_type", ctypes.CFUNCTYPE(ctypes.c_int, Pointer)),
    )


class Refused(Exception):
    """LibreOffice will not open or save the document."""


class Office:
    """LibreOffice, loaded into this process once and until its end."""

    def __init__(self, install: Path, profile: Path) -> None:
        library = ctypes.CDLL(str(install / "libmergedlo.so"))
        hook = library.libreofficekit_hook_2
        hook.restype, hook.argtypes = Pointer, (Text, Text)
        self._office = hook(os.fsencode(install), profile.as_uri().encode())
        if not self._office:
            message = "libreofficekit_hook_2 gave nothing"
            raise RuntimeError(message)
        self._calls = _class_of(self._office, OfficeClass)

    def to_pdf(self, docx: Path, pdf: Path, options: str) -> None:
        """Lay out one document; the options are those of the PDF export filter."""
        url = docx.as_uri().encode()
        document = self._calls.load_with_options(self._office, url, LOAD_OPTIONS)
        if not document:
            raise Refused(self._error())
        calls = _class_of(document, DocumentClass)
        try:
            if calls.get_type(document) != TEXT_DOCUMENT:
                raise Refused("bukan dokumen teks")
            if not calls.save_as(document, pdf.as_uri().encode(), b"pdf", options.encode()):
                raise Refused(self._error())
        finally:
            calls.destroy(document)

    def _error(self) -> str:
        pointer = self._calls.get_error(self._office)
        if not pointer:
            return "tanpa keterangan"
        try:
            text = ctypes.string_at(pointer).decode("utf-8", "replace").strip()
        finally:
            self._calls.free_error(pointer)
        return text or "tanpa keterangan"


def _class_of(thing: int, kind: Any) -> Any:  # noqa: ANN401 — ctypes structures have no common type
    """Every LibreOfficeKit object begins with a pointer to its table of functions."""
    return ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(kind))).contents.contents


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when the thread that started it ends."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def leave_network() -> bool:
    """Enter an empty network namespace; False where the kernel forbids it."""
    libc = ctypes.CDLL(None)
    if libc.unshare(CLONE_NEWNET) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        return False
    with contextlib.suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def listen(requests: queue.SimpleQueue[str]) -> None:
    """Read lines until the parent is gone, then end at once, whatever is being laid out."""
    for line in sys.stdin:
        requests.put(line)
    os._exit(0)


def answer(office: Office, line: str) -> dict[str, object]:
    """Do what one line asks."""
    ask = json.loads(line)
    try:
        office.to_pdf(Path(ask["docx"]), Path(ask["pdf"]), ask["options"])
    except Refused as refusal:
        return {"refused": str(refusal)}
    return {"done": True}


def main(install: str, profile: str, answers: str, mortal_parent: str) -> None:
    """Serve until standard input ends.

    Args:
        install: LibreOffice's ``program`` folder.
        profile: folder of the private profile.
        answers: number of the file descriptor to answer on.
        mortal_parent: id of the process to die with, 0 to rely on standard input alone.
    """
    if mortal_parent != "0":
        die_with_parent(int(mortal_parent))
    isolated = leave_network()
    requests: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=listen, args=(requests,), daemon=True).start()

    with os.fdopen(int(answers), "w", encoding="utf-8", buffering=1) as out:
        office = Office(Path(install), Path(profile))
        out.write(json.dumps({"ready": True, "network": not isolated}) + "\n")
        while True:
            out.write(json.dumps(answer(office, requests.get())) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
