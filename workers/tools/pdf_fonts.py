"""Which fonts a PDF uses, and whether it carries them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from workers.tools.pdf import array_of

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import PdfObject

OWN: Final = "/Lontar"
"""How the names of the stamp's resources begin."""


@dataclass(frozen=True, slots=True)
class PdfFonts:
    """Font names without subset tags, such as ``LiberationSans-Bold``."""

    body: frozenset[str]
    """What the layout program used; the stamp's own fonts left out."""
    outside: frozenset[str]
    """Fonts whose program is not in the file, wherever they are used."""


def fonts_of_pdf(reader: PdfReader) -> PdfFonts:
    """The fonts in the resources of all pages and the forms drawn on them."""
    body: set[str] = set()
    outside: set[str] = set()
    seen: set[int] = set()
    waiting: list[tuple[PdfObject | None, bool]] = [
        (page.raw_get("/Resources") if "/Resources" in page else None, False)
        for page in reader.pages
    ]
    while waiting:
        reference, stamped = waiting.pop()
        if isinstance(reference, IndirectObject):
            if reference.idnum in seen:
                continue
            seen.add(reference.idnum)
        resources = _dictionary(reference)
        for key, font in _dictionary(resources.get("/Font")).items():
            name = str(_dictionary(font).get("/BaseFont", "/?"))[1:].split("+")[-1]
            if not _carried(_dictionary(font)):
                outside.add(name)
            if not stamped and not key.startswith(OWN):
                body.add(name)
        for key, drawn in _dictionary(resources.get("/XObject")).items():
            form = drawn.get_object()
            if isinstance(form, StreamObject) and "/Resources" in form:
                waiting.append((form.raw_get("/Resources"), stamped or key.startswith(OWN)))
    return PdfFonts(frozenset(body), frozenset(outside))


def _carried(font: DictionaryObject) -> bool:
    """Whether the program is in the file; a Type 3 font is its own program."""
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = array_of(font.get("/DescendantFonts")) or [font]
    return all(
        any(key.startswith("/FontFile") for key in _dictionary(each.get("/FontDescriptor")))
        for each in map(_dictionary, descendants)
    )


def _dictionary(thing: PdfObject | None) -> DictionaryObject:
    found = thing.get_object() if thing is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
