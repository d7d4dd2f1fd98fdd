"""What must not, or need not, travel inside text: control characters, HTML, Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from doc_templates.findings import Finding

_ILLEGAL: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Whatever XML 1.0 §2.2 has no place for: controls, lone surrogates, U+FFFE, U+FFFF."""
_TAG: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ASTERISKS: Final = re.compile(r"\*\*|(?<!\w)__(?=\w)")


def check_text(model: BaseModel) -> list[Finding]:
    """Walks every text of a document's data, in their order."""
    found = []
    for where, text in texts_in(model.model_dump()):
        found += _check_one(text, where)
    return found


def texts_in(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Each text with its place, such as ``kegiatan[3].waktu``."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from texts_in(each, f"{where}.{key}" if where else str(key))
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from texts_in(each, f"{where}[{at}]")


def _check_one(text: str, where: str) -> list[Finding]:
    found = []
    if illegal := _ILLEGAL.search(text):
        found.append(
            codes.CHARACTER.at(
                where,
                f"Huruf ke-{illegal.start() + 1} pada {where} ialah huruf kendali "
                f"U+{ord(illegal[0]):04X} yang tidak dapat dicetak; hapuslah.",
            )
        )
    if tag := _TAG.search(text):
        found.append(
            codes.HTML.at(
                where, f"Tersisa tanda HTML {tag[0]} pada {where}; hapuslah bila tidak dimaksud."
            )
        )
    if _ASTERISKS.search(text):
        found.append(
            codes.MARKDOWN.at(
                where, f"Tersisa tanda Markdown pada {where}; hapuslah bila tidak dimaksud."
            )
        )
    return found
