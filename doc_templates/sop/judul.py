"""The titles that one SOP bears: on its cover, in its field, over its table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop

_TITLE_WORDS: Final = re.compile(r"standar operasional prosedur|\bsop\b|[^\w\s]")


def titles_of(model: Sop) -> dict[str, str]:
    """Place in the data → title as printed, for each that is there."""
    cover = " ".join(model.sampul.judul) if model.sampul else ""
    titles = {
        "sampul.judul": cover,
        "nama_sop": model.nama_sop or "",
        "judul_tabel": model.judul_tabel or "",
    }
    return {place: title for place, title in titles.items() if title}


def bare_title(title: str) -> str:
    """What a title is about: without “SOP” and marks, in small letters."""
    return " ".join(_TITLE_WORDS.sub(" ", title.lower()).split())
