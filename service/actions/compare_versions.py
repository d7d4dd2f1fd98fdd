"""Compare two filed versions, of one document or of two of one kind: data, prints, files."""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from archive.audit.events import Downloaded
from archive.audit.trail import note
from archive.errors import FileUnknown
from archive.filing import Sort
from archive.index.entry import SIGNED_COPY
from archive.records import VersionNumber
from service.actions.compare_prints import Print
from service.actions.open_document import MAIN_FILE
from service.actions.scratch import scratch
from service.comparing.child import lay
from service.comparing.errors import KindsDiffer, PrintMissing
from service.comparing.telling import told
from service.comparing.values import changes
from service.reading import parse_data

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document, Version
    from service.app import House
    from service.comparing.telling import Told

DATA: Final = "data.json"
_NOTED: Final[OrderedDict[str, None]] = OrderedDict()
_MOST_NOTED: Final = 10_000
_LOCK: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Held:
    """One version of a document."""

    document: Document
    number: int

    @property
    def version(self) -> Version:
        """What is filed under the number; VersionUnknown where nothing is."""
        return self.document.version(VersionNumber(self.number))

    @property
    def signed(self) -> bool:
        """Whether what people read of it is a signed copy."""
        return printed_file(self.version) == SIGNED_COPY


def printed_file(version: Version) -> str | None:
    """The PDF of a version that people read: the signed copy where there is one."""
    names = {each.name for each in version.files}
    return next((each for each in (SIGNED_COPY, MAIN_FILE) if each in names), None)


def ensure_one_kind(before: Document, after: Document) -> None:
    """Refuse documents of two kinds: they have no field in common."""
    if before.record.kind != after.record.kind:
        raise KindsDiffer(before.record.kind, after.record.kind)


def last_before(document: Document, number: int) -> int:
    """The nearest earlier version that brought files; the number itself where there is none."""
    earlier = [
        each.number.value
        for each in document.versions
        if each.sort is Sort.FILES and each.number.value < number
    ]
    return earlier[-1] if earlier else number


def last_filed(document: Document) -> int:
    """The newest version that brought files; later ones only tell how the document stands."""
    return last_before(document, len(document.versions) + 1)


def compare_data(before: Held, after: Held, *, house: House) -> list[Told] | None:
    """What differs in the data; None where a version holds none.

    Raises:
        VersionUnknown: there is none such.
        FileAltered: kept bytes are not those that were filed.
    """
    old, new = (data_of_version(each, house=house) for each in (before, after))
    if old is None or new is None:
        return None
    return told(changes(old, new), before=old, after=new)


def data_of_version(held: Held, *, house: House) -> Any:  # noqa: ANN401 - plain data
    """The data as they were issued, noted in the trail; None where the version holds none."""
    document, number = held.document.document, held.version.number
    with scratch(house) as folder, suppress(FileUnknown):
        path = folder / DATA
        house.archive.fetch(document, version=number, name=DATA, to=path)
        _note(held, DATA, house=house)
        return parse_data(DATA, path.read_bytes()).content
    return None


def print_of(held: Held, *, house: House) -> Print:
    """The print of a version; that it was looked at stands in the trail.

    Raises:
        PrintMissing: the version holds no PDF.
    """
    name = printed_file(held.version)
    if name is None:
        raise PrintMissing(f"Versi v{held.number}")
    digest = next(each.digest.value for each in held.version.files if each.name == name)
    return Print(
        digest, partial(_lay, held, name, house=house), partial(_note, held, name, house=house)
    )


def compare_files(before: Held, after: Held) -> list[tuple[str, str]]:
    """Name of every file and ``same``, ``changed``, ``added`` or ``gone``."""
    old, new = ({each.name: each.digest for each in held.version.files} for held in (before, after))
    return [(name, _how(old.get(name), new.get(name))) for name in sorted(old.keys() | new.keys())]


def _how(old: object, new: object) -> str:
    if old is None or new is None:
        return "added" if old is None else "gone"
    return "same" if old == new else "changed"


def _lay(held: Held, name: str, to: Path, *, house: House) -> None:
    document, number = held.document.document, held.version.number
    house.archive.fetch(document, version=number, name=name, to=to)
    lay(to)


def _note(held: Held, name: str, *, house: House) -> None:
    """Tell the trail that someone had the file before her eyes; once an hour, not at each page."""
    now = house.clock()
    what = Downloaded(held.number, name)
    key = f"{house.actor}{held.document.document}{what.sentence}{now:%Y%m%d%H}"
    with _LOCK:
        if key in _NOTED:
            return
        _NOTED[key] = None
        while len(_NOTED) > _MOST_NOTED:
            _NOTED.popitem(last=False)
    with house.database.transaction() as connection:
        note(connection, what, document=held.document.document, actor=house.actor, now=now)
