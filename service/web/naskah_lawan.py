"""With what a draft under review can be compared: its earlier rounds, and issued documents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from archive.errors import ArchiveError
from archive.index.search import Search
from service.actions.compare_versions import Held, data_of_version, last_filed, printed_file
from service.actions.step_draft import kind_of
from service.canonical import canonical
from service.comparing.telling import told
from service.comparing.values import changes
from service.door.seeing import document_seen, search_seen
from service.drafts.draft import DraftState
from service.drafts.text import data_of
from service.errors import DataError
from service.reading import parse_data
from service.validating import validate
from service.web.banding_tampak import Side
from service.web.words import moment

if TYPE_CHECKING:
    from archive.index.catalogue import Document
    from service.comparing.telling import Told
    from service.door.caller import Caller
    from service.drafts.draft import Draft, Round

_MOST: Final = 8
"""Issued documents that are offered."""
_OWN: Final = frozenset({"nomor"})
"""Fields that a document gets only when it is issued."""
_YEARS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Opponent:
    """One thing to compare a draft with."""

    key: str
    """In addresses: ``putaran-1`` or ``dokumen-ID``."""
    name: str
    round: Round | None = None
    document: Document | None = None
    near: bool = False
    """Of a document: the draft was copied from it, or it bears the same title."""

    @property
    def held(self) -> Held:
        """The newest version of the document."""
        assert self.document is not None  # noqa: S101 - only asked where there is one
        return Held(self.document, last_filed(self.document))

    @property
    def side(self) -> Side:
        """As a page tells of it; of a round, its print is added where it is known."""
        if self.round is not None:
            return Side(
                self.name, (f"diajukan {self.round.sent_by}, {moment(self.round.sent_at)}",)
            )
        held = self.held
        printed, above = printed_file(held.version), f"/dokumen/{held.document.document}"
        return Side(
            self.name,
            (held.document.record.title, held.document.record.number or "tanpa nomor"),
            href=above,
            pictures=f"{above}/versi/{held.number}/halaman/" if printed else "",
            pdf=f"{above}/versi/{held.number}/berkas/{printed}?tampil=1" if printed else "",
        )


def opponents(draft: Draft, rounds: list[Round], caller: Caller) -> list[Opponent]:
    """All there are: the last round first, then documents, the nearest first."""
    earlier = [each for each in rounds if each.verdict is not None]
    if draft.state is not DraftState.DIAJUKAN:
        earlier = earlier[:-1]
    found = [
        Opponent(f"putaran-{each.number}", f"Putaran {each.number}", round=each)
        for each in reversed(earlier)
    ]
    return found + _documents(draft, caller)


def chosen(all_: list[Opponent], key: str) -> Opponent | None:
    """The one that was asked for; else the last round, else the nearest document, if any."""
    named = next((each for each in all_ if each.key == key), None)
    likely = (each for each in all_ if each.round is not None or each.near)
    return named or next(likely, None)


def differences(draft: Draft, opponent: Opponent, caller: Caller) -> list[Told]:
    """What differs in the data, told in the words of the form."""
    now = data_of(draft.data).content
    if opponent.round is not None:
        before = data_of(opponent.round.data).content
        return told(changes(before, now), before=before, after=now)
    before, now = data_of_version(opponent.held, house=caller.house) or {}, _issued(draft, caller)
    before = {name: each for name, each in before.items() if name not in _OWN or name in now}
    return told(changes(before, now), before=before, after=now)


def _issued(draft: Draft, caller: Caller) -> Any:  # noqa: ANN401 - plain data
    """The data of a draft as issuing would write them; as they are where they are unsound."""
    data, kind = data_of(draft.data), kind_of(draft, house=caller.house)
    try:
        content = parse_data("naskah.json", canonical(validate(data, kind=kind)).encode()).content
    except DataError:
        return data.content
    empty = {name for name in _OWN if not data.content.get(name)}
    return {name: each for name, each in content.items() if name not in empty}


def _documents(draft: Draft, caller: Caller) -> list[Opponent]:
    """Issued documents of the same kind and office that the caller may know of."""
    wanted = search_seen(Search(kind=draft.kind, office=draft.office), caller)
    names = [
        each.document.value for each in caller.house.archive.search(wanted, limit=_MOST).entries
    ]
    source = draft.copied.document if draft.copied else None
    titles = {draft.title, _title(draft, caller)}
    found = []
    for name in dict.fromkeys([source, *names] if source else names):
        try:
            document = document_seen(name, caller)
        except ArchiveError:
            continue
        near = name == source or any(_like(document.record.title, each) for each in titles)
        label = f"Dokumen terbit {document.record.year}"
        found.append(Opponent(f"dokumen-{name}", label, document=document, near=near))
    return sorted(found, key=lambda each: not each.near)


def _title(draft: Draft, caller: Caller) -> str:
    """As it would be printed; the writers' own where the data are unsound."""
    kind = kind_of(draft, house=caller.house)
    try:
        return kind.describe(validate(data_of(draft.data), kind=kind)).title
    except DataError:
        return draft.title


def _like(title: str, other: str) -> bool:
    """Whether two titles differ in their years at most."""
    plain = [" ".join(_YEARS.sub(" ", each).casefold().split()) for each in (title, other)]
    return plain[0] == plain[1]
