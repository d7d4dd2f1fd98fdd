"""The digest of a form's shape, to tell whether the data moved on since it went out."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doc_templates.formulir.bentuk import Lembar


def sidik_bentuk(sheets: Iterable[Lembar]) -> str:
    """The digest of all that is locked: rows, units, targets, earlier quarters."""
    locked = [
        [
            sheet.kunci,
            [each.judul for each in sheet.kolom],
            [[row.kunci, {k: v for k, v in row.sel.items() if isinstance(v, str)}]
             for row in sheet.baris],
        ]
        for sheet in sheets
    ]  # fmt: skip
    text = json.dumps(locked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
