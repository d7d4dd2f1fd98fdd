"""Which parts of a DOCX speak to the reader, and how they are read without trust."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

CONTENT_TYPES: Final = "[Content_Types].xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_ENCODINGS: Final = frozenset({"UTF-8", "UTF-16", "ASCII", "US-ASCII"})
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."

MAIN_TYPE: Final = f"{_WORD}document.main+xml"
"""Content type of the body of a DOCX; a form with macros or a DOTX has another."""

_TITLES: Final = {
    MAIN_TYPE: "isi dokumen",
    f"{_WORD}header+xml": "kepala halaman",
    f"{_WORD}footer+xml": "kaki halaman",
    f"{_WORD}footnotes+xml": "catatan kaki",
    f"{_WORD}endnotes+xml": "catatan akhir",
    f"{_WORD}styles+xml": "daftar gaya",
    "application/vnd.openxmlformats-package.core-properties+xml": "properti dokumen",
}


class BadXml(ValueError):
    """A part of the form is no XML that may be read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse_strictly(content: bytes) -> Element:
    """Read XML without repairing, without entities and without the network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise BadXml("XML-nya cacat") from error
    if root.getroottree().docinfo.doctype:
        raise BadXml("memuat DOCTYPE")
    # Another reader might see other words in the same bytes; the format knows only these.
    if (encoding := root.getroottree().docinfo.encoding or "UTF-8").upper() not in _ENCODINGS:
        raise BadXml(f"berpengodean {encoding}")
    return root


def content_types(members: Mapping[str, bytes]) -> dict[str, str]:
    """Member name → content type, for every member of the package that declares one."""
    root = parse_strictly(members[CONTENT_TYPES])
    defaults = {
        each.get("Extension", "").lower(): each.get("ContentType", "")
        for each in root.iter(f"{_TYPES}Default")
    }
    overrides = {
        each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
        for each in root.iter(f"{_TYPES}Override")
    }
    found = {name: defaults.get(name.rpartition(".")[2].lower(), "") for name in members}
    return found | {name: kind for name, kind in overrides.items() if name in members}


def speaking_parts(members: Mapping[str, bytes]) -> dict[str, str]:
    """Member name → Indonesian title, of the parts in which tags are read; the body first."""
    types = content_types(members)
    ranks = list(_TITLES)
    names = sorted(
        (name for name, kind in types.items() if kind in _TITLES),
        key=lambda name: (ranks.index(types[name]), name),
    )
    several = Counter(types[name] for name in names)
    numbers: Counter[str] = Counter()
    titles = {}
    for name in names:
        kind = types[name]
        numbers[kind] += 1
        titles[name] = _TITLES[kind] + (f" {numbers[kind]}" if several[kind] > 1 else "")
    return titles
