"""The styles of an office's form, under the ids by which its kind knows them.

A kind arranges text by the ids of styles (``Sel``); the programs that save a form write ids of
their own, made of the names that people see (``Isi Tabel`` becomes ``IsiTabel``). Names stay, so
they tell which style is which.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from doc_templates.form_parts import BadXml, parse_strictly
from workers.tools.docx_package import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from doc_templates.kind import Kind

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES: Final = "word/styles.xml"
_STYLED: Final = re.compile(
    r"word/(document|styles|numbering|comments|footnotes|endnotes|header\d*|footer\d*)\.xml"
)
_NAMING: Final = tuple(
    f"{_W}{name}"
    for name in (
        "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink"
    )
)  # fmt: skip
_VALUE: Final = f"{_W}val"
_ID: Final = f"{_W}styleId"
_LEVEL: Final = 1


def with_house_ids(content: bytes, *, kind: Kind, name: str) -> bytes:
    """The form with each style that the kind's own form has, by its name, under the same id.

    The very same bytes where nothing is to be changed, or the styles cannot be read.

    Raises:
        NotADocx: it is no package.
    """
    members = unpack(content, name=name)
    try:
        ids = _changed_ids(members, _house_ids(kind))
        if not ids:
            return content
        for part in members:
            if _STYLED.fullmatch(part):
                root = parse_strictly(members[part])
                _rename(root, ids)
                members[part] = etree.tostring(
                    root, encoding="UTF-8", xml_declaration=True, standalone=True
                )
    except BadXml:
        # Whoever compiles the form tells what is wrong with it.
        return content
    return pack(members, level=_LEVEL)


def unknown_styles(body: Element, content: bytes, *, name: str) -> tuple[str, ...]:
    """Ids of paragraph styles that a filled body uses and its form does not have, sorted."""
    known = {each for _, each in _ids(unpack(content, name=name))}
    used = {each.get(_VALUE, "") for each in body.iter(f"{_W}pStyle")}
    return tuple(sorted(used - known))


@lru_cache(maxsize=64)
def _house_ids(kind: Kind) -> Mapping[tuple[str, str], str]:
    return dict(_ids(unpack(kind.template.read_bytes(), name=kind.template.name)))


def _ids(members: Mapping[str, bytes]) -> list[tuple[tuple[str, str], str]]:
    """Sort and name of each style, as people compare names, with its id."""
    if _STYLES not in members:
        return []
    return [
        ((each.get(f"{_W}type", ""), _name(each)), each.get(_ID, ""))
        for each in _styles(parse_strictly(members[_STYLES]))
    ]


def _styles(root: Element) -> list[Element]:
    return list(root.iterchildren(f"{_W}style"))


def _name(style: Element) -> str:
    named = style.find(f"{_W}name")
    return "" if named is None else " ".join(named.get(_VALUE, "").split()).casefold()


def _changed_ids(
    members: Mapping[str, bytes], house: Mapping[tuple[str, str], str]
) -> dict[str, str]:
    """Id in this form → id in the kind's own, of those that differ."""
    found = _ids(members)
    wanted = {own: house[key] for key, own in found if key in house and own != house[key]}
    # Whoever bears such an id under another name makes room for it.
    taken = {own for key, own in found if own in wanted.values() and house.get(key) != own}
    return wanted | {each: f"{each}Lain" for each in taken - set(wanted)}


def _rename(root: Element, ids: Mapping[str, str]) -> None:
    once: set[str] = set()
    for style in reversed(_styles(root)):
        own = ids.get(style.get(_ID, ""), style.get(_ID, ""))
        if own in once:
            # LibreOffice writes its own style of a name besides the form's, which comes later.
            root.remove(style)
        style.set(_ID, own)
        once.add(own)
    for each in root.iter(*_NAMING):
        told = each.get(_VALUE, "")
        each.set(_VALUE, ids.get(told, told))
