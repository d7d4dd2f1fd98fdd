"""The forms that a worker holds: each compiled once, known by the digest of its bytes."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

from workers.errors import NotADocx
from workers.tools.docx_form import CompiledForm, compile_form

if TYPE_CHECKING:
    from pathlib import Path

HELD: Final = 32
"""Forms kept compiled, about 1 MB each."""
FILE_LIMIT: Final = 20 * 2**20
"""Bytes that a form may have on the disk."""


class Forms:
    """Compiled forms by digest; safe to share between threads."""

    def __init__(self, *, held: int = HELD) -> None:
        self._held = held
        self._lock = Lock()
        self._compiled: OrderedDict[str, CompiledForm] = OrderedDict()

    def form(self, template: Path) -> CompiledForm:
        """Give the form that lies there now; a changed file is another form."""
        content = _bytes_of(template)
        digest = hashlib.sha256(content).hexdigest()
        # Compiling under the lock: two threads that meet a new form compile it once.
        with self._lock:
            form = self._compiled.pop(digest, None)
            if form is None:
                form = compile_form(content, digest=digest, name=template.name)
            self._compiled[digest] = form
            if len(self._compiled) > self._held:
                self._compiled.popitem(last=False)
        return form


def _bytes_of(template: Path) -> bytes:
    try:
        with template.open("rb") as file:
            content = file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise NotADocx(template.name, "berkasnya tidak dapat dibuka") from error
    if len(content) > FILE_LIMIT:
        raise NotADocx(template.name, "berkasnya terlalu besar")
    return content
