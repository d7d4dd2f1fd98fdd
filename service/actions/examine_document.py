"""Examine a document now: every byte against what was filed, noted in the trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.audit.events import Examined
from archive.audit.trail import note

if TYPE_CHECKING:
    from archive.ocfl.codes import Problem
    from archive.records import DocumentId
    from service.app import House


def examine_document(document: DocumentId, *, house: House) -> list[Problem]:
    """What is wrong with a document; empty where it is whole."""
    problems = house.archive.examine(document)
    damaged = sum(1 for each in problems if each.is_error)
    with house.database.transaction() as connection:
        note(
            connection,
            Examined(damaged),
            document=document,
            actor=house.actor,
            now=house.clock(),
        )
    return problems
