"""Filing: the last stage, which makes a checked PDF an archived version.

Four files are kept: the PDF, the DOCX it was laid out from, the data as they were typed, and the
provenance, from which an auditor can make the document again and compare. No clock stands in any
of them, so the same request gives the same bytes.
"""

from __future__ import annotations

import errno
import json
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final

import rfc8785

from archive.errors import StorageFull as ArchiveFull
from archive.records import Actor, Deposit, DocumentId, Record
from workers.errors import StorageFull

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from archive.archive import Archive
    from archive.records import Receipt
    from workers.job import Job
    from workers.pipeline.artifacts import CheckedPdf, Draft, SignatureBox

DATA_NAME: Final = "data.json"
PROVENANCE_NAME: Final = "provenance.json"

NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def file_away(document: CheckedPdf, *, job: Job, archive: Archive, now: datetime) -> Receipt:
    """Deposit the document under the job's id; the same job again is the same version."""
    folder = document.stamped.path.parent
    filled = document.stamped.made_from.made_from
    try:
        _write(folder / DATA_NAME, json.loads(job.data))
        _write(folder / PROVENANCE_NAME, provenance(document, job=job))
        return archive.deposit(
            Deposit(
                document=DocumentId(job.document or ""),
                key=job.id,
                record=_record(filled.draft),
                files={
                    "document.pdf": document.stamped.path,
                    "document.docx": filled.path,
                    DATA_NAME: folder / DATA_NAME,
                    PROVENANCE_NAME: folder / PROVENANCE_NAME,
                },
                message=_message(filled.draft),
                actor=Actor(name=job.actor_name, address=job.actor_address),
                created=now.replace(microsecond=0),
            )
        )
    except ArchiveFull as error:
        raise StorageFull(str(error)) from error
    except OSError as error:
        if error.errno in NO_ROOM:
            raise StorageFull(str(folder)) from error
        raise


def provenance(document: CheckedPdf, *, job: Job) -> dict[str, Any]:
    """What the document was made of and with, without any time of day."""
    stamped = document.stamped
    plain, filled = stamped.made_from, stamped.made_from.made_from
    draft = filled.draft
    return {
        "software": {"name": "lontar", "version": software_version()},
        "kind": draft.kind.name,
        "template": _template(draft),
        "data": {"sha256": job.data_digest},
        "printing": {"number": draft.number, "code": draft.code, "verify_url": draft.verify_url},
        "engine": dict(plain.engine),
        "fonts": dict(document.fonts),
        "files": {
            "document.docx": {"sha256": filled.digest},
            "document.pdf": {"sha256": stamped.digest, "pages": stamped.pages},
        },
        "signatures": [_place(each) for each in stamped.signatures],
        "notes": list(document.notes),
        "findings": [
            {
                "code": each.code,
                "level": each.level.value,
                "where": each.where,
                "sentence": each.sentence,
            }
            for each in draft.kind.check(draft.data)
        ],
    }


def _template(draft: Draft) -> dict[str, Any]:
    """Which form, and whose: an office's is found again by its digest, for none is ever removed."""
    house = {"sha256": draft.kind.digest, "origin": "house"}
    if draft.form is None:
        return house
    own = draft.form
    return {
        "sha256": own.digest,
        "origin": "office",
        "office": own.office,
        "version": own.number,
        "kind": house,
    }


def software_version() -> str:
    """Version of Lontar that made the document."""
    try:
        return version("lontar")
    except PackageNotFoundError:
        return "tidak terpasang"


def _place(box: SignatureBox) -> dict[str, Any]:
    return {"role": box.role, "label": box.label, "page": box.page, "box": list(box.box)}


def _record(draft: Draft) -> Record:
    told = draft.description
    return Record(
        kind=draft.kind.name,
        title=told.title,
        office=told.office,
        year=told.year,
        number=draft.number,
        date=told.date,
        classification=told.classification,
        code=draft.code or "",
    )


def _message(draft: Draft) -> str:
    if draft.number is None:
        return f"{draft.kind.title} diterbitkan."
    return f"{draft.kind.title} diterbitkan dengan nomor {draft.number}."


def _write(path: Path, content: object) -> None:
    path.write_bytes(rfc8785.dumps(content))  # type: ignore[arg-type] # plain JSON by construction
