"""What a form must keep so that its documents can be numbered, signed, verified and read aloud.

These are not questions of taste: the stamp lays the verification code into the strip at the foot
(``workers.tools.overlay``), the signing program needs its place, and only declared fonts keep
their line breaks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from doc_templates.findings import Level
from doc_templates.form_codes import (
    FORM_ALTERNATIVE,
    FORM_FONT,
    FORM_LOST,
    FORM_SIGNATURE,
    FORM_STRIP,
)
from doc_templates.form_parts import parse_strictly
from workers.tools.docx_elements import W
from workers.tools.docx_fonts import places_of_fonts
from workers.tools.docx_package import unpack
from workers.tools.docx_refusals import BODY
from workers.tools.fonts import undeclared_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

    from doc_templates.form_codes import FormFault
    from doc_templates.kind import Kind
    from workers.tools.form_places import Places

PREFIX: Final = "ttd:"
STRIP: Final = 850
"""Twips, 15 mm: the height of the strip that the stamp needs (``overlay.BAND``)."""
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TAGS: Final = ("{{", "{%")
_TAG: Final = re.compile(r"\{[{%#].*?[}%#]\}")
_SCOPED: Final = {
    f"{W}tr": ("baris", re.compile(r"\{[{%#]tr\s.*?[}%#]\}")),
    f"{W}tc": ("sel", re.compile(r"\{[{%#]tc\s.*?[}%#]\}")),
    f"{W}p": ("paragraf", re.compile(r"\{[{%#]p\s.*?[}%#]\}")),
}


def marks_in(root: Element) -> list[str]:
    """The roles whose signature places a body keeps, in their order."""
    texts = (each.get("descr") or "" for each in root.iter(_DRAWING))
    return [text.removeprefix(PREFIX) for text in texts if text.startswith(PREFIX)]


def unmarked(places: Places, members: Mapping[str, bytes]) -> Iterator[FormFault]:
    """Faults of the form as it lies there, before any data are known."""
    yield from _fonts(places, members)
    yield from _footers(places)
    yield from _pictures(places)
    yield from _lost(places)


def marks_of(kind: Kind) -> list[str]:
    """The roles whose signature places the kind's own form keeps."""
    return marks_in(parse_strictly(unpack(kind.template.read_bytes(), name=kind.name)[BODY]))


def unsigned(
    places: Places, wanted: Mapping[str, int], *, samples: int, known: Iterable[str]
) -> Iterator[FormFault]:
    """Compare the signature places of a form with those who sign documents of its kind.

    Args:
        places: the form.
        wanted: role → how many samples have someone who signs in it.
        samples: how many samples there are.
        known: roles that the kind's own form keeps a place for.
    """
    body = places.roots[BODY]
    found = marks_in(body)
    roles = list(dict.fromkeys([*wanted, *known]))
    for role in roles:
        if role in found:
            continue
        always = wanted.get(role) == samples
        when = "" if always else "; naskah yang memerlukannya tidak akan dapat disahkan"
        yield FORM_SIGNATURE.fault(
            f"Tempat tanda tangan “{PREFIX}{role}” tidak ada pada templat{when}.",
            part=BODY,
            place=places.title(BODY),
            field=f"{PREFIX}{role}",
            level=FORM_SIGNATURE.levels[0 if always else 1],
        )
    for picture in body.iter(_DRAWING):
        text = picture.get("descr") or ""
        role = text.removeprefix(PREFIX)
        if text.startswith(PREFIX) and role not in roles and not any(t in role for t in _TAGS):
            choices = ", ".join(PREFIX + each for each in roles)
            sentence = f"Tempat tanda tangan “{text}” tidak dikenal; yang dikenal: {choices}."
            near = next(iter(get_close_matches(role, roles, n=1)), "")
            fault = places.at(FORM_SIGNATURE, sentence, BODY, picture, field=text)
            nearest = f"{PREFIX}{near}" if near else ""
            yield replace(fault, level=Level.WARNING, nearest=nearest)


def narrow_sections(root: Element) -> list[int]:
    """Which sections of a body leave less than the strip at their foot, counted from 0."""
    return [
        number
        for number, margin in enumerate(root.iter(f"{W}pgMar"))
        if _twips(margin, "bottom") < STRIP
    ]


def unstripped(places: Places, narrow: list[int]) -> Iterator[FormFault]:
    """Faults of sections that leave no room for the strip."""
    sections = list(places.roots[BODY].iter(f"{W}sectPr"))
    for number in narrow:
        section = sections[min(number, len(sections) - 1)] if sections else None
        sentence = (
            f"Margin bawah bagian (section) {number + 1} kurang dari 15 mm, sehingga teks "
            "tertimpa kode verifikasi."
        )
        yield places.at(FORM_STRIP, sentence, BODY, _last_of(section))


def _last_of(section: Element | None) -> Element | None:
    """The paragraph that ends a section: the one that holds it, or the last of the body."""
    if section is None or section.getparent().tag != f"{W}body":
        return section
    return next(section.itersiblings(f"{W}p", preceding=True), None)


def _footers(places: Places) -> Iterator[FormFault]:
    """A footer that prints something must stand above the strip."""
    told: set[str] = set()
    for section in places.roots[BODY].iter(f"{W}sectPr"):
        margin = section.find(f"{W}pgMar")
        if margin is None or _twips(margin, "footer") >= STRIP:
            continue
        for reference in section.iter(f"{W}footerReference"):
            part = _target(places, reference.get(f"{_R}id", ""))
            root = places.roots.get(part)
            if part in told or root is None or not _prints(root):
                continue
            told.add(part)
            sentence = "Kaki halaman ini berada di jalur 15 mm yang dipakai kode verifikasi."
            yield places.at(FORM_STRIP, sentence, part, root.find(f".//{W}p"))


def _target(places: Places, identity: str) -> str:
    relations = places.roots.get("word/_rels/document.xml.rels")
    for each in relations if relations is not None else ():
        if each.get("Id") == identity:
            target: str = each.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"word/{target}"
    return ""


def _prints(root: Element) -> bool:
    drawn = next(root.iter(f"{W}drawing", f"{W}pict", f"{W}fldSimple", f"{W}fldChar"), None)
    return drawn is not None or any((each.text or "").strip() for each in root.iter(f"{W}t"))


def _twips(margin: Element, side: str) -> float:
    try:
        return abs(float(margin.get(f"{W}{side}", "0")))
    except ValueError:
        return 0


def _fonts(places: Places, members: Mapping[str, bytes]) -> Iterator[FormFault]:
    asked = places_of_fonts(members)
    for family in undeclared_fonts(each for each in asked if not any(t in each for t in _TAGS)):
        part, number = asked[family]
        sentence = f"Huruf “{family}” di luar daftar, sehingga tata letaknya tidak terjamin."
        yield places.at(FORM_FONT, sentence, part, places.paragraph(part, number), field=family)


def _pictures(places: Places) -> Iterator[FormFault]:
    for part in places.titles:
        for picture in places.roots[part].iter(_DRAWING):
            if not (picture.get("descr") or "").strip() and not _decorative(picture):
                sentence = "Gambar ini tidak memiliki teks alternatif bagi pembaca layar."
                yield places.at(FORM_ALTERNATIVE, sentence, part, picture)


def _decorative(picture: Element) -> bool:
    return any(each.get("val") in {"1", "true"} for each in picture.iter(_DECORATIVE))


def _lost(places: Places) -> Iterator[FormFault]:
    """What docxtpl takes away together with the row, cell or paragraph of a tag."""
    for part in places.titles:
        for element in places.roots[part].iter(*_SCOPED):
            name, tag = _SCOPED[element.tag]
            text = _own_text(element)
            if not tag.search(text):
                continue
            # Tags that are lost with it are errors of their own.
            rest = _TAG.sub("", text).strip()
            if rest or next(element.iter(f"{W}drawing", f"{W}pict"), None) is not None:
                shown = f"“{rest[:40]}”" if rest else "Gambar"
                sentence = (
                    f"{shown} hilang ketika diisi, karena berada pada {name} yang sama dengan "
                    f"{tag.search(text)[0]}."  # type: ignore[index] # found above
                )
                first = next(element.iter(f"{W}p"), element)
                yield places.at(FORM_LOST, sentence, part, first)


def _own_text(element: Element) -> str:
    """Its text without that of the same kind of element inside it."""
    inner = element.iter(element.tag)
    nested = {each for one in inner if one is not element for each in one.iter(f"{W}t")}
    return "".join(each.text or "" for each in element.iter(f"{W}t") if each not in nested)
