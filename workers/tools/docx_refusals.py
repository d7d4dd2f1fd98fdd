"""What a form may not carry: anything that runs, reaches outside, or changes by itself.

Judged by what the members hold. A member is XML because it reads like XML, a relation closed
because of its type and target, a picture a picture because of its first bytes.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from doc_templates.form_codes import (
    FORM_INSERTED,
    FORM_MACRO,
    FORM_MEMBER,
    FORM_OBJECT,
    FORM_OUTSIDE,
    FORM_OWN_FONT,
    FORM_PICTURE,
    FORM_SIGNED,
    FORM_SOURCE,
    FORM_STRICT,
    FORM_XML,
)
from doc_templates.form_parts import BadXml, content_types, parse_strictly
from workers.errors import NotADocx, TemplateUnsafe
from workers.tools.docx_elements import Unsafe, unsafe_elements
from workers.tools.docx_pictures import odd_member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from doc_templates.form_codes import FormCode

BODY: Final = "word/document.xml"
ROOT_RELATIONS: Final = "_rels/.rels"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/"

_MACRO: Final = (FORM_MACRO, "memuat makro")
_ACTIVEX: Final = (FORM_OBJECT, "memuat kontrol ActiveX")
_OLE: Final = (FORM_OBJECT, "memuat objek OLE")
_FILE: Final = (FORM_OBJECT, "memuat berkas sisipan")
_FONT: Final = (FORM_OWN_FONT, "membawa fonta sendiri")
_DOCUMENT: Final = (FORM_INSERTED, "menyisipkan dokumen lain")
_MERGE: Final = (FORM_SOURCE, "tersambung ke sumber surat massal")
_SIGNED: Final = (FORM_SIGNED, "ditandatangani secara digital")
_EXTENSION: Final = (FORM_MACRO, "memuat perluasan yang berjalan sendiri")

_CLOSED_TYPES: Final = {
    "macroenabled": _MACRO,
    "vbaproject": _MACRO,
    "activex": _ACTIVEX,
    "oleobject": _OLE,
    "obfuscatedfont": _FONT,
    "digital-signature": _SIGNED,
}
_CLOSED_FOLDERS: Final = {
    "word/embeddings/": _FILE,
    "word/activex/": _ACTIVEX,
    "word/fonts/": _FONT,
    "_xmlsignatures/": _SIGNED,
}
_CLOSED_RELATIONS: Final = {
    "oleobject": _OLE,
    "package": _FILE,
    "afchunk": (FORM_INSERTED, "menyisipkan dokumen lain (altChunk)"),
    "subdocument": _DOCUMENT,
    "attachedtemplate": (FORM_OUTSIDE, "bergantung pada templat lain"),
    "control": _ACTIVEX,
    "activexcontrolbinary": _ACTIVEX,
    "vbaproject": _MACRO,
    "wordvbadata": _MACRO,
    "keymapcustomizations": _EXTENSION,
    "extensibility": _EXTENSION,
    "webextensiontaskpanes": _EXTENSION,
    "frame": (FORM_OUTSIDE, "memuat bingkai web"),
    "transform": (FORM_OUTSIDE, "disimpan melalui berkas XSLT lain"),
    "mailmergesource": _MERGE,
    "mailmergeheadersource": _MERGE,
    "recipientdata": _MERGE,
    "externallinkpath": (FORM_OUTSIDE, "tersambung ke berkas lain"),
    "font": _FONT,
    "origin": _SIGNED,
}
_LINKS: Final = re.compile(r"(?i)(https?://|mailto:|#)")
_XML: Final = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\x00?\s*\x00?<")


def refuse_unsafe(members: Mapping[str, bytes], *, name: str) -> None:
    """Refuse a package with active content, links to the outside or fields beyond the list."""
    for each in unsafe_in(members):
        if each.code is FORM_XML:
            raise NotADocx(name, f"{each.reason} pada {each.part}")
        raise TemplateUnsafe(each.part, each.reason)


def unsafe_in(members: Mapping[str, bytes]) -> Iterator[Unsafe]:
    """Find everything that a form may not carry; raises BadXml where its types are no XML."""
    types = content_types(members)
    told = {part: found for part, kind in types.items() if (found := _of_type(part, kind))}
    yield from (Unsafe(code, part, reason) for part, (code, reason) in told.items())
    roots: dict[str, Element] = {}
    for part, content in members.items():
        if _is_xml(part, types[part], content):
            try:
                roots[part] = parse_strictly(content)
            except BadXml as error:
                yield Unsafe(FORM_XML, part, error.reason)
        elif part not in told and content and (found := odd_member(part, content)):
            yield Unsafe(found[0], part, found[1])
    for part, root in roots.items():
        if root.tag == f"{_RELATIONS}Relationships":
            yield from _unsafe_relations(part, root, roots)
        else:
            yield from _unsafe_root(part, root)
            yield from unsafe_elements(part, root)
    if ROOT_RELATIONS not in members:
        yield Unsafe(FORM_MEMBER, ROOT_RELATIONS, "tidak menyebut dokumen utamanya")


def _of_type(part: str, kind: str) -> tuple[FormCode, str] | None:
    for word, found in _CLOSED_TYPES.items():
        if word in kind.lower():
            return found
    for folder, found in _CLOSED_FOLDERS.items():
        if part.lower().startswith(folder):
            return found
    return _MACRO if part.lower().endswith("vbaproject.bin") else None


def _is_xml(part: str, kind: str, content: bytes) -> bool:
    named = part.lower().endswith((".xml", ".rels", ".vml"))
    return named or kind.endswith(("+xml", "/xml")) or _XML.match(content[:64]) is not None


def _unsafe_root(part: str, root: Element) -> Iterator[Unsafe]:
    if root.tag.startswith(_STRICT):
        yield Unsafe(FORM_STRICT, part, "disimpan sebagai Strict Open XML")
    if root.tag.rpartition("}")[2].lower() == "svg":
        yield Unsafe(FORM_PICTURE, part, f"memuat gambar SVG ({part})")


def _unsafe_relations(part: str, root: Element, roots: Mapping[str, Element]) -> Iterator[Unsafe]:
    owner = _owner_of(part)
    mains = []
    for each in root.iter(f"{_RELATIONS}Relationship"):
        word = each.get("Type", "").rpartition("/")[2].lower()
        target = each.get("Target", "")
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(owner), target.lstrip("/")))
        place = _using(roots.get(owner), each.get("Id", ""))
        where = part if place is None else owner
        if word in _CLOSED_RELATIONS:
            code, reason = _CLOSED_RELATIONS[word]
            yield Unsafe(code, where, reason, place)
        elif _leaves(each, target) or inside.startswith("../"):
            if word != "hyperlink" or not _LINKS.match(target):
                yield Unsafe(FORM_OUTSIDE, where, f"merujuk ke luar dokumen ({target})", place)
        elif word == "officedocument":
            mains.append(inside)
    if part == ROOT_RELATIONS and mains != [BODY]:
        yield Unsafe(FORM_MEMBER, part, "menyebut dokumen utama selain word/document.xml")


def _leaves(relation: Element, target: str) -> bool:
    mode = relation.get("TargetMode", "Internal")
    return mode != "Internal" or "://" in target or target.startswith(("\\", "//"))


def _owner_of(relations: str) -> str:
    """The part whose relations these are: ``word/_rels/x.xml.rels`` → ``word/x.xml``."""
    folder, _, name = relations.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


def _using(owner: Element | None, identity: str) -> Element | None:
    """The first element that names a relation."""
    if owner is None or not identity:
        return None
    for element in owner.iter("*"):
        for name, value in element.attrib.items():
            if value == identity and "officeDocument" in name:
                return element
    return None
