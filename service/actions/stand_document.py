"""Withdraw a document, put another in its place, or put it in force again."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from archive.bad_values import BadStanding
from archive.restate import Restatement
from archive.standing import State
from service.accounts.permissions import CLEARED
from service.actions.tell_standing import standing_sentence
from service.moments import day_of

if TYPE_CHECKING:
    from archive.index.catalogue import Document
    from archive.records import Receipt, VersionNumber
    from archive.standing import Standing
    from service.app import House


def stand_document(
    document: Document, standing: Standing, *, house: House, seen: VersionNumber | None = None
) -> Receipt:
    """File how a document stands from now on; its files and its history stay.

    Args:
        document: of which.
        standing: how it stands, since when, why, and what took its place.
        house: whose actor says so.
        seen: the newest version when it was looked at; None for the one that is newest now.

    Raises:
        BadStanding: the day has not come, or it is in force already.
        SuccessorUnfit, DocumentUnknown: what is named cannot take its place.
        DocumentChanged: another version was filed meanwhile.
    """
    today = day_of(house.clock(), house.settings.zone)
    if standing.since is None or standing.since > today:
        raise BadStanding("sebutkan tanggal yang tidak melewati hari ini")
    if standing.holds and document.standing.holds and standing != document.standing:
        raise BadStanding("pilih dicabut atau digantikan karena dokumen ini memang berlaku")
    return house.archive.restate(
        Restatement(
            document=document.document,
            seen=seen or document.head.number,
            key=key_of(seen or document.head.number, standing.to_plain()),
            said=standing,
            message=_message(standing, house=house),
            actor=house.actor,
            created=house.clock(),
        )
    )


def key_of(seen: VersionNumber, said: object) -> str:
    """The name of an act: the same said of the same version is the same act."""
    told = json.dumps([seen.value, said], sort_keys=True)
    return f"tata-{hashlib.sha256(told.encode()).hexdigest()[:40]}"


def _message(standing: Standing, *, house: House) -> str:
    if standing.state is not State.SUPERSEDED or standing.replaced_by is None:
        return standing_sentence(standing)
    heir = house.archive.document(standing.replaced_by)
    if heir.keeping.access in CLEARED:
        # Whoever may read this history need not know that the successor exists.
        return standing_sentence(standing)
    return standing_sentence(standing, successor=name_of(heir))


def name_of(document: Document) -> str:
    """A document as people call it: by its number, else by its title."""
    record = document.record
    return f"Nomor {record.number}" if record.number else f"“{record.title}”"
