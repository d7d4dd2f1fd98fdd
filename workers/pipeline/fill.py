"""The first stage: a form and data become a DOCX."""

from __future__ import annotations

import errno
import hashlib
from typing import TYPE_CHECKING, Final

from doc_templates.kind import Printing
from workers.errors import StorageFull
from workers.filling import fill_apart
from workers.pipeline.artifacts import FilledDocx

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element as Element

    from workers.office_form import FormContent
    from workers.pipeline.artifacts import Draft
    from workers.tools.docx import Forms

FILLED_NAME: Final = "document.docx"
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def fill(draft: Draft, *, folder: Path, forms: Forms) -> FilledDocx:
    """Fill the kind's form, or the office's own, with the data of a draft.

    The same draft gives the same bytes. An office's form comes from unknown hands and is filled
    apart, under limits of its own.
    """
    content = _filled(draft, forms) if draft.form is None else _filled_apart(draft, draft.form)
    path = folder / FILLED_NAME
    _write_whole(path, content)
    return FilledDocx(path=path, digest=hashlib.sha256(content).hexdigest(), draft=draft)


def _filled(draft: Draft, forms: Forms) -> bytes:
    kind = draft.kind
    form = forms.form(kind.template)
    printing = Printing(number=draft.number, konsep=draft.konsep)

    def arrange(body: Element) -> None:
        kind.arrange(body, draft.data)

    return form.filled(kind.context(draft.data, printing), arrange=arrange)


def _filled_apart(draft: Draft, form: FormContent) -> bytes:
    return fill_apart(
        form.content,
        kind=draft.kind,
        data=draft.data,
        number=draft.number,
        konsep=draft.konsep,
        name=f"Templat {form.office} versi {form.number}",
    )


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
