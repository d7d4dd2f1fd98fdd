"""Compare two versions of a document: their data, and the text that is printed."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from archive.errors import FileUnknown
from archive.index.entry import SIGNED_COPY
from archive.records import VersionNumber
from service.actions.differences import changes, text_lines
from service.actions.hand_out import hand_out
from service.actions.open_document import MAIN_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document, Version
    from service.actions.differences import Change, Line
    from service.app import House

DATA: Final = "data.json"
_SECONDS: Final = 30.0
_MOST_LINES: Final = 20_000
"""Of one text; a document that is longer is compared as far as this."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two versions differ; what cannot be told is None."""

    data: tuple[Change, ...] | None
    """None where a version holds no data."""
    text: tuple[Line, ...] | None
    """None where a version holds no PDF whose text can be read."""
    pages: tuple[int, ...]
    """Numbers of the pages, from 1, whose text differs."""
    files: tuple[tuple[str, str], ...]
    """Name and ``same``, ``changed``, ``added`` or ``gone``."""


def compare_versions(
    document: Document, *, before: int, after: int, folder: Path, house: House
) -> Comparison:
    """Compare; what is printed is read by whoever asks, and that stands in the trail.

    Args:
        document: of which.
        before: number of the one version.
        after: number of the other.
        folder: where checked copies may lie for a moment.
        house: whose actor is told.

    Raises:
        VersionUnknown: there is none such.
        FileAltered: kept bytes are not those that were filed.
    """
    left, right = (document.version(VersionNumber(each)) for each in (before, after))
    data = [_data(document, each, folder=folder, house=house) for each in (left, right)]
    text = [_text(document, each, folder=folder, house=house) for each in (left, right)]
    return Comparison(
        data=None if None in data else tuple(changes(*data)),
        text=None if None in text else tuple(text_lines(*(_lines(each or []) for each in text))),
        pages=_pages(*(each or [] for each in text)),
        files=_files(left, right),
    )


def printed_file(version: Version) -> str | None:
    """The PDF of a version that people read: the signed copy where there is one."""
    names = {each.name for each in version.files}
    return next((each for each in (SIGNED_COPY, MAIN_FILE) if each in names), None)


def _data(document: Document, version: Version, *, folder: Path, house: House) -> Any:  # noqa: ANN401 - plain data
    path = folder / f"{version.number}.json"
    with suppress(FileUnknown):
        house.archive.fetch(document.document, version=version.number, name=DATA, to=path)
        return json.loads(path.read_bytes())
    return None


def _text(
    document: Document, version: Version, *, folder: Path, house: House
) -> list[list[str]] | None:
    """The lines of each page; None where they cannot be read."""
    name = printed_file(version)
    if name is None:
        return None
    number = version.number.value
    _, content = hand_out(document, version=number, file=name, folder=folder, house=house)
    with content:
        done = subprocess.run(
            ("pdftotext", "-layout", "-enc", "UTF-8", "-q", "-", "-"),  # noqa: S607 - the system knows where
            stdin=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    if done.returncode:
        return None
    pages = done.stdout.decode(errors="replace").removesuffix("\f").split("\f")
    return [
        [told for each in page.splitlines() if (told := " ".join(each.split()))] for page in pages
    ]


def _lines(pages: list[list[str]]) -> list[str]:
    return [line for page in pages for line in page][:_MOST_LINES]


def _pages(left: list[list[str]], right: list[list[str]]) -> tuple[int, ...]:
    both = zip_longest(left, right)
    return tuple(number for number, (before, after) in enumerate(both, start=1) if before != after)


def _files(left: Version, right: Version) -> tuple[tuple[str, str], ...]:
    before, after = (
        {each.name: each.digest for each in version.files} for version in (left, right)
    )
    told = []
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            told.append((name, "gone"))
        elif name not in before:
            told.append((name, "added"))
        else:
            told.append((name, "same" if before[name] == after[name] else "changed"))
    return tuple(told)
