"""Tells which issued documents the data have left behind, and in what."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from service.cli.output import say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.kinerja.tabel.beda import Beda
    from service.actions.outdated import Outdated

SHOWN: Final = 5
"""Changes of one document that a person is shown; --json gives all."""
_NOTE: Final = "catatan."
"""Fields of the lines under a table, which only explain its values."""


def show_outdated(found: Sequence[Outdated] | None) -> None:
    """The documents, and under each what would change; nothing where nothing was compared."""
    if found is None:
        return
    from doc_templates.kinerja.tabel.medan import sebut_medan

    if not found:
        say("Tidak ada naskah terbit yang menjadi usang oleh data ini.")
        return
    say(f"{len(found)} naskah terbit menjadi usang oleh data ini:")
    for each in found:
        record = each.entry.record
        named = record.number or each.entry.document.value
        say()
        say(f"{named}  {record.title}  ({each.entry.document}, {each.entry.head})")
        shown = _foremost(each.changes)
        rows = [
            (one.subjek, sebut_medan(one.medan), _cell(one.lama), _cell(one.baru)) for one in shown
        ]
        table(("PERIHAL", "MEDAN", "TERBIT", "SEKARANG"), rows)
        if len(each.changes) > len(shown):
            say(
                f"… dan {len(each.changes) - len(shown)} perubahan lain; lihat semua dengan --json."
            )


def outdated_json(found: Sequence[Outdated]) -> list[dict[str, Any]]:
    """The same for a program, whole."""
    return [
        {
            "id": each.entry.document.value,
            "kind": each.entry.record.kind,
            "title": each.entry.record.title,
            "number": each.entry.record.number,
            "version": each.entry.head.value,
            "changes": [
                {"subject": one.subjek, "field": one.medan, "issued": one.lama, "now": one.baru}
                for one in each.changes
            ],
        }
        for each in found
    ]


def _foremost(changes: Sequence[Beda]) -> list[Beda]:
    """Values before the notes that explain them."""
    return sorted(changes, key=lambda each: each.medan.startswith(_NOTE))[:SHOWN]


def _cell(value: str | None) -> str:
    return "–" if value is None else value
