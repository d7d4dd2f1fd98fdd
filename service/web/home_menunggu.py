"""What waits for a person, by what she may do: each a sentence that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.index.search import Search
from service.accounts.acts import Act
from service.accounts.permissions import EVERYWHERE, guarded, offices_of
from service.drafts.draft import DraftState
from service.drafts.listing import DraftLine, DraftSearch, count_drafts, list_drafts
from workers.job_list import JobSearch, count_states
from workers.jobs import JobState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.accounts.person import Person
    from service.app import House

_FEW: Final = 3
_OWN: Final = (DraftState.DIKEMBALIKAN, DraftState.DISETUJUI, DraftState.KONSEP)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits."""

    many: int
    sentence: str
    """Behind the number: “naskah dikembalikan, untuk diperbaiki”."""
    href: str
    urgent: bool = False


def waiting_for(person: Person, house: House) -> list[Waiting] | None:
    """What waits, the most pressing first; None for those who only read."""
    if not any(offices_of(person, act) for act in (Act.REQUEST, Act.REVIEW, Act.RECEIVE)):
        return None
    found = [each for each in _found(person, house) if each.many]
    return sorted(found, key=lambda each: not each.urgent)


def own_drafts(person: Person, house: House) -> list[DraftLine]:
    """The drafts that she wrote in and can go on with, the last changed first."""
    if not (offices := offices_of(person, Act.REQUEST)):
        return []
    wanted = DraftSearch(within=_within(offices), states=_OWN, writer=person.id)
    return list_drafts(house.database, wanted, limit=_FEW)[0]


def _found(person: Person, house: House) -> Iterator[Waiting]:
    if offices := offices_of(person, Act.REQUEST):
        yield from _of_writer(_within(offices), house)
    if offices := offices_of(person, Act.REVIEW):
        counted = count_drafts(house.database, DraftSearch(within=_within(offices)))
        many = counted[DraftState.DIAJUKAN]
        yield Waiting(many, "naskah menunggu Anda periksa", "/pemeriksaan", urgent=True)
    if offices := offices_of(person, Act.RECEIVE):
        wanted = Search(within=_within(offices), guarded=guarded(person))
        states = dict(house.archive.facets(wanted)["state"])
        yield Waiting(states.get("issued", 0), "dokumen menunggu tanda tangan", "/tugas")


def _of_writer(within: frozenset[str] | None, house: House) -> Iterator[Waiting]:
    drafts = count_drafts(house.database, DraftSearch(within=within))
    jobs = count_states(house.database, JobSearch(within=within))
    yield Waiting(
        drafts[DraftState.DIKEMBALIKAN],
        "naskah dikembalikan, untuk diperbaiki",
        "/naskah?keadaan=dikembalikan",
        urgent=True,
    )
    yield Waiting(
        jobs[JobState.REJECTED],
        "permintaan ditolak, untuk dilihat sebabnya",
        "/pekerjaan?keadaan=rejected",
        urgent=True,
    )
    yield Waiting(
        drafts[DraftState.DISETUJUI],
        "naskah disetujui, siap diterbitkan",
        "/naskah?keadaan=disetujui",
        urgent=True,
    )
    yield Waiting(drafts[DraftState.KONSEP], "naskah masih konsep", "/naskah?keadaan=konsep")
    yield Waiting(
        jobs[JobState.ASKED] + jobs[JobState.MAKING], "permintaan sedang berjalan", "/pekerjaan"
    )


def _within(offices: frozenset[str]) -> frozenset[str] | None:
    return None if EVERYWHERE in offices else offices
