"""Documents in the archive without a worker: deposited as the pipeline would."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from archive.records import Actor, Deposit, DocumentId, Record, verification_code
from service.app import House, new_name

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
_COUNT = itertools.count(1)


def filed(house: House, folder: Path, *, office: str = "Dinas Kominfo", **record: Any) -> str:
    """File a document of an office and give its id."""
    number, document, content = (
        next(_COUNT),
        record.pop("document", None),
        record.pop("content", None),
    )
    document = document or DocumentId(new_name())
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"{document}.pdf"
    source.write_bytes(content or PDF + b"%d" % number)
    facts = {
        "kind": "sop",
        "title": f"Pelayanan surat {number}",
        "year": 2026,
        "number": f"067/{number}/2026",
        "code": verification_code(new_name()),
    }
    house.archive.deposit(
        Deposit(
            document=document,
            key=f"uji-{number}",
            record=Record(**{**facts, "office": office, **record}),
            files={"document.pdf": source},
            message="Diterbitkan.",
            actor=Actor("Staf Uji", "web:-"),
            created=NOON + timedelta(seconds=number),
        )
    )
    return document.value
