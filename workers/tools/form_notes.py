"""A copy of a form in which Word shows each fault as a comment at its place.

Nothing else of the form changes: the body gets marks of comments, the package a part that holds
them. Word allows comments in the body only, so what is wrong in a header, a footer or the whole
file is said at the body's first paragraph. Comments of an earlier judgement are taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from doc_templates.form_parts import CONTENT_TYPES, parse_strictly
from workers.tools.docx_elements import W
from workers.tools.docx_package import pack
from workers.tools.docx_refusals import BODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml.etree import _Element as Element

    from doc_templates.form_codes import FormFault

AUTHOR: Final = "Lontar"
COMMENTS: Final = "word/comments.xml"
RELATIONS: Final = "word/_rels/document.xml.rels"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MARKS: Final = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_LEVEL: Final = 6
_BLOCKS: Final = f"{{{_PACKAGE}/relationships}}"


def annotated(members: Mapping[str, bytes], faults: Sequence[FormFault]) -> bytes:
    """Give the copy; the members are those of a form that may be handed back."""
    body = parse_strictly(members[BODY])
    name = _comments_of(members)
    comments = _comments(members.get(name))
    _take_out_ours(body, comments)
    first = max((int(each.get(f"{W}id", "0")) for each in comments), default=-1) + 1
    paragraphs = list(body.iter(f"{W}p"))
    for number, fault in enumerate(faults, start=first):
        at = fault.paragraph if fault.part == BODY else None
        here = _outermost(paragraphs[at]) if at is not None else _first(body)
        _mark(here, number)
        comments.append(_comment(number, fault, placed=at is not None))
    changed = {BODY: body, name: comments}
    if name not in members:
        changed |= {CONTENT_TYPES: _typed(members), RELATIONS: _related(members)}
    whole = {**members, **{part: _written(root) for part, root in changed.items()}}
    return pack(whole, level=_LEVEL)


def _comments_of(members: Mapping[str, bytes]) -> str:
    """The part of comments that the form has already, or the one that it gets."""
    if RELATIONS in members:
        for each in parse_strictly(members[RELATIONS]):
            if each.get("Type") == f"{_OFFICE}/comments":
                target = each.get("Target", "")
                name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
                if name in members:
                    return name
    return COMMENTS


def _comments(content: bytes | None) -> Element:
    if content is not None:
        return parse_strictly(content)
    return etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})


def _take_out_ours(body: Element, comments: Element) -> None:
    ours = [each for each in comments if each.get(f"{W}author") == AUTHOR]
    numbers = {each.get(f"{W}id") for each in ours}
    for each in ours:
        comments.remove(each)
    for mark in list(body.iter(*_MARKS)):
        if mark.get(f"{W}id") not in numbers:
            continue
        parent = mark.getparent()
        parent.remove(mark)
        if parent.tag == f"{W}r" and all(each.tag == f"{W}rPr" for each in parent):
            parent.getparent().remove(parent)


def _outermost(paragraph: Element) -> Element:
    """Word has no comments inside text boxes: the paragraph that holds the box is commented."""
    return [paragraph, *paragraph.iterancestors(f"{W}p")][-1]


def _first(body: Element) -> Element:
    found = body.find(f".//{W}p")
    if found is None:
        found = etree.Element(f"{W}p")
        body.find(f"{W}body").insert(0, found)
    return _outermost(found)


def _mark(paragraph: Element, number: int) -> None:
    begin = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    value = {f"{W}id": str(number)}
    paragraph.insert(begin, etree.Element(f"{W}commentRangeStart", value))
    paragraph.append(etree.Element(f"{W}commentRangeEnd", value))
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", value)


def _comment(number: int, fault: FormFault, *, placed: bool) -> Element:
    attributes = {f"{W}id": str(number), f"{W}author": AUTHOR, f"{W}initials": AUTHOR[0]}
    comment = etree.Element(f"{W}comment", attributes)
    weight = "Kesalahan" if fault.level == "E" else "Peringatan"
    where = "" if placed or not fault.place else f" pada {fault.place}"
    for text in (f"{weight}{where}: {fault.sentence}", fault.remedy, fault.code):
        run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t").text = text
    return comment


def _typed(members: Mapping[str, bytes]) -> Element:
    root = parse_strictly(members[CONTENT_TYPES])
    name = f"{{{_PACKAGE}/content-types}}Override"
    etree.SubElement(root, name, {"PartName": f"/{COMMENTS}", "ContentType": _TYPE})
    return root


def _related(members: Mapping[str, bytes]) -> Element:
    if RELATIONS in members:
        root = parse_strictly(members[RELATIONS])
    else:
        root = etree.Element(f"{_BLOCKS}Relationships", nsmap={None: _BLOCKS[1:-1]})
    etree.SubElement(
        root,
        f"{_BLOCKS}Relationship",
        {
            "Id": _free({each.get("Id") for each in root}),
            "Type": f"{_OFFICE}/comments",
            "Target": COMMENTS.removeprefix("word/"),
        },
    )
    return root


def _free(taken: Iterable[str | None]) -> str:
    used = set(taken)
    return next(name for n in range(len(used) + 1) if (name := f"rIdLontar{n}") not in used)


def _written(root: Element) -> bytes:
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written
