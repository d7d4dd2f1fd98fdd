"""The first stage: a form and data become a DOCX."""

from __future__ import annotations

import errno
import hashlib
from typing import TYPE_CHECKING, Final

from doc_templates.kind import Printing
from workers.errors import StorageFull
from workers.pipeline.artifacts import FilledDocx

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from workers.pipeline.artifacts import Draft
    from workers.tools.docx import Forms

FILLED_NAME: Final = "document.docx"
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def fill(draft: Draft, *, folder: Path, forms: Forms) -> FilledDocx:
    """Fill the kind's form with the data of a draft; the same draft gives the same bytes."""
    kind = draft.kind
    form = forms.form(kind.template)
    printing = Printing(number=draft.number, konsep=draft.konsep)

    def arrange(body: Element) -> None:
        kind.arrange(body, draft.data)

    content = form.filled(kind.context(draft.data, printing), arrange=arrange)
    path = folder / FILLED_NAME
    _write_whole(path, content)
    return FilledDocx(path=path, digest=hashlib.sha256(content).hexdigest(), draft=draft)


def _write_whole(path: Path, content: bytes) -> None:
    """Let the file appear with all its bytes or not at all.

    It is not synced to the disk: the digest in the job's checkpoint tells a torn file, and
    filling again costs milliseconds.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        if error.errno in _NO_ROOM:
            raise StorageFull(str(path.parent)) from error
        raise
