"""What a form may not carry: anything that runs, reaches outside, or changes by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates.form_parts import BadXml, content_types, parse_strictly
from workers.errors import NotADocx, TemplateUnsafe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_CLOSED_TYPES: Final = {
    "macroenabled": "memuat makro",
    "vbaproject": "memuat makro",
    "activex": "memuat kontrol ActiveX",
    "oleobject": "memuat objek OLE",
    "obfuscatedfont": "membawa fonta sendiri",
}
_CLOSED_FOLDERS: Final = {
    "word/embeddings/": "memuat berkas sisipan",
    "word/activex/": "memuat kontrol ActiveX",
    "word/fonts/": "membawa fonta sendiri",
}
_CLOSED_RELATIONSHIPS: Final = {
    "oleobject": "memuat objek OLE",
    "package": "memuat berkas sisipan",
    "afchunk": "menyisipkan dokumen lain (altChunk)",
    "subdocument": "menyisipkan dokumen lain",
    "attachedtemplate": "bergantung pada templat lain",
    "control": "memuat kontrol ActiveX",
    "activexcontrolbinary": "memuat kontrol ActiveX",
    "vbaproject": "memuat makro",
    "wordvbadata": "memuat makro",
    "frame": "memuat bingkai web",
    "mailmergesource": "tersambung ke sumber surat massal",
    "mailmergeheadersource": "tersambung ke sumber surat massal",
    "recipientdata": "tersambung ke sumber surat massal",
    "externallinkpath": "tersambung ke berkas lain",
    "font": "membawa fonta sendiri",
}
_CLOSED_ELEMENTS: Final = {
    "object": "memuat objek OLE",
    "control": "memuat kontrol ActiveX",
    "altChunk": "menyisipkan dokumen lain (altChunk)",
    "subDoc": "menyisipkan dokumen lain",
    "attachedTemplate": "bergantung pada templat lain",
    "mailMerge": "tersambung ke sumber surat massal",
    "OLEObject": "memuat objek OLE",
}
_LINKING_ATTRIBUTES: Final = frozenset({"src", "href"})
_LINKS: Final = re.compile(r"(?i)(https?://|mailto:|#)")

FIELDS: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ",
     "TOC", "TC"}
)  # fmt: skip
"""Fields of Word that only number, count and refer within the document."""


def refuse_unsafe(members: Mapping[str, bytes], *, name: str) -> None:
    """Refuse a package with active content, links to the outside or fields beyond the list."""
    try:
        for part, kind in content_types(members).items():
            _refuse_type(part, kind)
        for part, content in members.items():
            if part.endswith(".rels"):
                _refuse_relationships(part, parse_strictly(content))
            elif part.endswith((".xml", ".vml")):
                _refuse_elements(part, parse_strictly(content))
    except BadXml as error:
        raise NotADocx(name, f"{error.reason} pada {part}") from error


def _refuse_type(part: str, kind: str) -> None:
    for word, reason in _CLOSED_TYPES.items():
        if word in kind.lower():
            raise TemplateUnsafe(part, reason)
    for folder, reason in _CLOSED_FOLDERS.items():
        if part.lower().startswith(folder):
            raise TemplateUnsafe(part, reason)
    if part.lower().endswith("vbaproject.bin"):
        raise TemplateUnsafe(part, "memuat makro")


def _refuse_relationships(part: str, root: Element) -> None:
    for each in root.iter(_RELATIONSHIP):
        word = each.get("Type", "").rpartition("/")[2].lower()
        if word in _CLOSED_RELATIONSHIPS:
            raise TemplateUnsafe(part, _CLOSED_RELATIONSHIPS[word])
        target, mode = each.get("Target", ""), each.get("TargetMode", "Internal")
        if mode == "Internal" and "://" not in target and not target.startswith(("\\", "//")):
            continue
        if word != "hyperlink" or not _LINKS.match(target):
            raise TemplateUnsafe(part, f"merujuk ke luar dokumen ({target})")


def _refuse_elements(part: str, root: Element) -> None:
    for element in root.iter("*"):
        space, _, local = element.tag.rpartition("}")
        if local in _CLOSED_ELEMENTS and (space == _W[:-1] or "office" in space):
            raise TemplateUnsafe(part, _CLOSED_ELEMENTS[local])
        if "vml" in space and any(
            name.rpartition("}")[2].lower() in _LINKING_ATTRIBUTES for name in element.attrib
        ):
            raise TemplateUnsafe(part, "memuat gambar yang merujuk ke luar dokumen")
    for instruction in _instructions(root):
        word = (instruction.split() or [""])[0].upper()
        if word not in FIELDS:
            raise TemplateUnsafe(part, f"memakai bidang Word “{word}” yang tidak diizinkan")


def _instructions(root: Element) -> Iterator[str]:
    """Give the code of every field; Word may cut it into runs and put fields into fields."""
    for simple in root.iter(f"{_W}fldSimple"):
        yield simple.get(f"{_W}instr", "")
    open_codes: list[list[str]] = []
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText"):
        step = element.get(f"{_W}fldCharType")
        if step == "begin":
            open_codes.append([])
        elif step == "end" and open_codes:
            yield "".join(open_codes.pop())
        elif step is None and open_codes:
            open_codes[-1].append(element.text or "")
        elif step is None:
            yield element.text or ""
    yield from ("".join(code) for code in open_codes)
