"""What one part of a form may not say: elements and fields that run, fetch or change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.form_codes import (
    FORM_ACTIVE_FIELD,
    FORM_BOUND,
    FORM_CHANGES,
    FORM_INSERTED,
    FORM_MACRO,
    FORM_OBJECT,
    FORM_OUTSIDE,
    FORM_SOURCE,
    FORM_WORD_FIELD,
    FormCode,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_CLOSED: Final = {
    "object": (FORM_OBJECT, "memuat objek OLE"),
    "OLEObject": (FORM_OBJECT, "memuat objek OLE"),
    "control": (FORM_OBJECT, "memuat kontrol ActiveX"),
    "altChunk": (FORM_INSERTED, "menyisipkan dokumen lain (altChunk)"),
    "subDoc": (FORM_INSERTED, "menyisipkan dokumen lain"),
    "attachedTemplate": (FORM_OUTSIDE, "bergantung pada templat lain"),
    "frameset": (FORM_OUTSIDE, "memuat bingkai web"),
    "saveThroughXslt": (FORM_OUTSIDE, "disimpan melalui berkas XSLT lain"),
    "mailMerge": (FORM_SOURCE, "tersambung ke sumber surat massal"),
    "dataBinding": (FORM_BOUND, "memuat kontrol isi yang terikat pada data lain"),
    "entryMacro": (FORM_MACRO, "menjalankan makro dari isian formulir"),
    "exitMacro": (FORM_MACRO, "menjalankan makro dari isian formulir"),
    "ins": (FORM_CHANGES, "memuat sisipan terlacak yang belum diterima"),
    "del": (FORM_CHANGES, "memuat hapusan terlacak yang belum diterima"),
    "cellIns": (FORM_CHANGES, "memuat sel sisipan terlacak yang belum diterima"),
    "cellDel": (FORM_CHANGES, "memuat sel hapusan terlacak yang belum diterima"),
    "moveFrom": (FORM_CHANGES, "memuat pemindahan terlacak yang belum diterima"),
    "moveTo": (FORM_CHANGES, "memuat pemindahan terlacak yang belum diterima"),
}
_LINKING_ATTRIBUTES: Final = frozenset({"src", "href"})

FIELDS: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ",
     "TOC", "TC"}
)  # fmt: skip
"""Fields of Word that only number, count and refer within the document."""
_ACTIVE_FIELDS: Final = frozenset(
    {"ADDIN", "AUTOTEXT", "CONTROL", "DATABASE", "DDE", "DDEAUTO", "EMBED", "GOTOBUTTON",
     "HTMLCONTROL", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON",
     "PRINT", "PRIVATE", "QUOTE", "RD", "SET"}
)  # fmt: skip
"""Fields that fetch, run, or hide another field until it is updated."""


@dataclass(frozen=True, slots=True)
class Unsafe:
    """One thing that a form may not carry."""

    code: FormCode
    part: str
    reason: str
    """Indonesian, without a full stop; its subject is the form."""
    element: Element | None = None
    """Where it stands; None outside of the text."""


def unsafe_elements(part: str, root: Element) -> Iterator[Unsafe]:
    """Find the elements and fields of a part that a form may not have, in their order."""
    for element in root.iter("*"):
        space, _, local = element.tag.rpartition("}")
        if local in _CLOSED and (space == W[:-1] or "office" in space):
            code, reason = _CLOSED[local]
            yield Unsafe(code, part, reason, element)
        elif "vml" in space and any(
            name.rpartition("}")[2].lower() in _LINKING_ATTRIBUTES for name in element.attrib
        ):
            reason = "memuat gambar yang merujuk ke luar dokumen"
            yield Unsafe(FORM_OUTSIDE, part, reason, element)
    for instruction, element in _instructions(root):
        word = (instruction.split() or [""])[0].upper()
        if word not in FIELDS:
            code = FORM_ACTIVE_FIELD if word in _ACTIVE_FIELDS else FORM_WORD_FIELD
            reason = f"memakai bidang Word “{word}” yang tidak diizinkan"
            yield Unsafe(code, part, reason, element)


def _instructions(root: Element) -> Iterator[tuple[str, Element]]:
    """Give the code of every field; Word may cut it into runs and put fields into fields."""
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr", ""), simple
    open_codes: list[tuple[list[str], Element]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"):
        step = element.get(f"{W}fldCharType")
        if step == "begin":
            open_codes.append(([], element))
        elif step == "end" and open_codes:
            code, begun = open_codes.pop()
            yield "".join(code), begun
        elif step is None and open_codes:
            open_codes[-1][0].append(element.text or "")
        elif step is None:
            yield element.text or "", element
    yield from (("".join(code), begun) for code, begun in open_codes)
