"""What a job's document is called and how much was noticed: found out once, within a budget."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.drafts.remarks import opinion_of
from service.drafts.text import data_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from service.app import House
    from workers.batch_list import JobLine

_MOST: Final = 5000
_SECONDS: Final = 0.25
"""Spent on one page; what is not known by then is told when the page looks again."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What follows from the data of a job, and never changes."""

    title: str
    findings: int
    """Those that somebody should have seen."""


class _Known:
    """The last summaries of this process, by the digest of their data."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Summary] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, digest: str) -> Summary | None:
        with self._lock:
            return self._held.get(digest)

    def put(self, digest: str, summary: Summary) -> None:
        with self._lock:
            self._held[digest] = summary
            while len(self._held) > _MOST:
                self._held.popitem(last=False)


_KNOWN: Final = _Known()


def summaries(lines: Iterable[JobLine], house: House) -> Mapping[str, Summary]:
    """Job → its summary, as far as the budget reaches; at least one more each time."""
    found: dict[str, Summary] = {}
    began = time.monotonic()
    looked = False
    for line in lines:
        known = _KNOWN.get(line.data_digest)
        if known is None and not (looked and time.monotonic() - began > _SECONDS):
            looked = True
            known = _summary(line, house)
            _KNOWN.put(line.data_digest, known)
        if known is not None:
            found[line.id] = known
    return found


def remember(digest: str, title: str, findings: int) -> None:
    """Keep what is known already when a document is asked for."""
    _KNOWN.put(digest, Summary(title, findings))


def _summary(line: JobLine, house: House) -> Summary:
    kind = house.kinds.get(line.kind)
    if kind is None:
        return Summary(line.kind, 0)
    opinion = opinion_of(data_of(house.jobs.get(line.id).data), kind=kind)
    title = kind.describe(opinion.model).title if opinion.model else kind.title
    return Summary(title, sum(each.level == "W" for each in opinion.remarks))
