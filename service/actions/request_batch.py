"""Ask for many documents at once: each for itself, so that one refused holds up no other."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.actions.request_document import request_document
from service.outcomes import is_known, outcome_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from doc_templates.kind import Kind
    from service.actions.handing_over import Asked
    from service.app import House
    from service.located import DataFile

_SERVER = 500


@dataclass(frozen=True, slots=True)
class Wish:
    """One document of a batch."""

    kind: Kind
    data: DataFile
    key: str
    """Names it within the batch."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one wish: one of the two."""

    asked: Asked | None
    error: Exception | None


def request_batch(
    wishes: Sequence[Wish],
    *,
    key: str,
    ensure: Callable[[Kind, DataFile], Any],
    house: House,
) -> tuple[str, list[Answered]]:
    """Ask for all of them under the key of the batch; the same again gives the same jobs.

    Args:
        wishes: the documents.
        key: of the batch; each document's own key hangs on it.
        ensure: refuses a document that the person may not ask for.
        house: whose actor asks.

    Returns:
        The batch's name, and an answer for each wish in their order.

    Raises:
        Exception: a fault of ours, such as a database that does not answer; what was asked until
            then stands, and asking again under the same key goes on from there.
    """
    batch = batch_name(key, house=house)
    return batch, [_ask(each, batch=batch, key=key, ensure=ensure, house=house) for each in wishes]


def batch_name(key: str, *, house: House) -> str:
    """The name of a batch: the same actor and key are the same batch."""
    return hashlib.sha256(f"{house.actor.name}\n{key}".encode()).hexdigest()[:24]


def _ask(
    wish: Wish, *, batch: str, key: str, ensure: Callable[[Kind, DataFile], Any], house: House
) -> Answered:
    try:
        ensure(wish.kind, wish.data)
        asked = request_document(
            wish.data, kind=wish.kind, key=f"{key}/{wish.key}", batch=batch, house=house
        )
    except Exception as error:
        if not is_known(error) or outcome_of(error).status >= _SERVER:
            raise
        return Answered(None, error)
    return Answered(asked, None)
