"""Ask for the chosen offers of a batch: those of judged offices go to their judges first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.records import ALPHABET
from service.actions.begin_draft import begin_draft
from service.actions.issue_draft import issue_draft
from service.actions.request_batch import Wish, batch_name, request_batch
from service.actions.send_for_review import send_for_review
from service.drafts import store
from service.drafts.draft import DraftState
from service.drafts.errors import DraftUnknown
from service.outcomes import is_known, outcome_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.accounts.person import Person
    from service.actions.offer_documents import Offer
    from service.app import House
    from service.drafts.draft import Draft

_SERVER: Final = 500
_NAME: Final = 12
_TITLE: Final = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of a batch."""

    batch: str
    """Its name; there is a board only where something was asked."""
    asked: int = 0
    """Documents that stand in the ledger."""
    sent: int = 0
    """Drafts that lie before those who judge them."""
    refused: tuple[tuple[str, Exception], ...] = ()
    """Name and reason of each that could not be asked."""
    jobs: tuple[tuple[str, Offer], ...] = ()
    """Digest of the data of each job, and what was offered."""


def ask_offers(offers: Sequence[Offer], *, key: str, person: Person, house: House) -> Asked:
    """Ask for all of them; the same key again asks nothing twice.

    Args:
        offers: chosen by the person, who has seen what was noticed about each.
        key: of the batch.
        person: who asks.
        house: whose actor she is.

    Raises:
        Exception: a fault of ours; what was asked until then stands.
    """
    chosen = [each for each in offers if each.possible]
    direct = [each for each in chosen if not each.judged]
    wishes = [Wish(each.kind, each.data, _short(each.key)) for each in direct]
    batch, answers = request_batch(wishes, key=key, ensure=lambda *_: None, house=house)
    refused = [
        (offer.name, answer.error)
        for offer, answer in zip(direct, answers, strict=True)
        if answer.error is not None
    ]
    sent = 0
    for each in (offer for offer in chosen if offer.judged):
        error = _tried(each, key, person, house)
        sent += error is None
        refused += [(each.name, error)] if error else []
    jobs = tuple(
        (answer.asked.job.data_digest, offer)
        for offer, answer in zip(direct, answers, strict=True)
        if answer.asked is not None
    )
    return Asked(batch, len(jobs), sent, tuple(refused), jobs)


def ask_drafts(drafts: Sequence[Draft], *, key: str, person: Person, house: House) -> Asked:
    """Issue approved drafts as one batch; the same key again issues nothing twice.

    Raises:
        Exception: a fault of ours; what was asked until then stands.
    """
    batch = batch_name(key, house=house)
    asked, refused = 0, []
    for draft in drafts:
        try:
            if not _issued_in(draft, batch, house):
                issue_draft(draft, revision=draft.revision, person=person, batch=batch, house=house)
            asked += 1
        except Exception as error:  # noqa: BLE001 - ours are raised again at once
            _raise_ours(error)
            refused.append((draft.title, error))
    return Asked(batch, asked, 0, tuple(refused))


def _issued_in(draft: Draft, batch: str, house: House) -> bool:
    return draft.job is not None and house.jobs.get(draft.job).batch == batch


def _tried(offer: Offer, key: str, person: Person, house: House) -> Exception | None:
    try:
        _send(offer, key, person, house)
    except Exception as error:  # noqa: BLE001 - ours are raised again at once
        _raise_ours(error)
        return error
    return None


def _send(offer: Offer, key: str, person: Person, house: House) -> None:
    """Make it a draft and lay it before its judges; under one key, one draft."""
    name = _draft_name(f"{house.actor.name}\n{key}\n{offer.key}")
    try:
        with house.database.reading() as connection:
            draft = store.get(connection, name)
    except DraftUnknown:
        draft = begin_draft(
            kind=offer.kind,
            office=offer.office,
            title=_title(offer),
            content=offer.data.content,
            person=person,
            name=name,
            house=house,
        )
    if draft.state is DraftState.KONSEP:
        send_for_review(
            draft,
            revision=draft.revision,
            acknowledged=[each.key for each in offer.remarks],
            person=person,
            house=house,
        )


def _title(offer: Offer) -> str:
    told = " ".join((offer.title or f"{offer.kind.title}: {offer.name}").split())
    return told[:_TITLE]


def _short(key: str) -> str:
    """A name of any length and letters as one that a key can hold."""
    return hashlib.sha256(key.encode()).hexdigest()[:24]


def _draft_name(told: str) -> str:
    digest = int.from_bytes(hashlib.sha256(told.encode()).digest())
    letters = []
    for _ in range(_NAME):
        digest, at = divmod(digest, len(ALPHABET))
        letters.append(ALPHABET[at])
    return "".join(letters)


def _raise_ours(error: Exception) -> None:
    """Let a fault of ours through; what is the person's to mend is told."""
    if not is_known(error) or outcome_of(error).status >= _SERVER:
        raise error
