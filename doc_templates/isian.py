"""Filled or not: a row that is absent, a value that is blank, and ``-`` are three things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates import codes

if TYPE_CHECKING:
    from doc_templates.findings import Finding, Level


def check_filled(
    value: str | None, where: str, label: str, *, level: Level | None = None
) -> list[Finding]:
    """Says so where a field is absent (None) or blank; ``-`` counts as an answer.

    Args:
        value: verbatim.
        where: its place in the data.
        label: what people call the field.
        level: E where it blocks issuing (the default), W where it need only be seen.
    """
    if value is None:
        sentence = f"Baris “{label}” tidak ada; tambahkan, atau isi “-” bila memang tidak berlaku."
        return [codes.FIELD_ABSENT.at(where, sentence, level=level)]
    if not value.strip():
        sentence = f"“{label}” masih kosong; isilah, atau tulis “-” bila memang tidak berlaku."
        return [codes.EMPTY.at(where, sentence, level=level)]
    return []
