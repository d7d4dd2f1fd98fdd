"""From the marks of a form to empty signature fields that any signing program can use.

A mark is a picture with the alternative text ``ttd:ROLE``. In the tagged PDF it is a structure
element /Figure with that text, its page and its box, and nothing of it is seen. Here it becomes
a /Form element that holds the widget of an empty signature field (ISO 14289-1 §7.18.4), or it
vanishes where nobody is to sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from workers.errors import SignatureMarkMissing
from workers.tools.pdf import array_of, numbers_of, stream, text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.kind import Signatory
    from workers.tools.pdf import PdfRewrite

PREFIX: Final = "ttd:"

_PRINT: Final = 4
"""Annotation flag: printed, and not hidden (ISO 19005-2 §6.3.2)."""
_SIGNATURES_EXIST: Final = 1
"""/SigFlags; bit 2, append only, is for the first program that signs."""
_EMPTY_FORM: Final = b"/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 %.3f %.3f]"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that the form keeps for a signature."""

    role: str
    element: IndirectObject
    page: int
    """Counted from 1."""
    sheet: IndirectObject
    box: tuple[float, float, float, float]


def find_marks(pdf: PdfRewrite) -> list[Mark]:
    """Every mark of the form, in the order of the structure tree's objects."""
    numbers = {page.idnum: index for index, page in enumerate(pdf.pages(), start=1)}
    marks = []
    for reference in pdf.holding(b"/Alt"):
        element = reference.get_object()
        if not isinstance(element, DictionaryObject) or element.get("/S") != "/Figure":
            continue
        text, box = str(element.get("/Alt", "")), _box(element)
        if text.startswith(PREFIX) and box is not None and "/Pg" in element:
            sheet = element.raw_get("/Pg")
            marks.append(
                Mark(text.removeprefix(PREFIX), reference, numbers[sheet.idnum], sheet, box)
            )
    return marks


def place_fields(pdf: PdfRewrite, signatories: Sequence[Signatory]) -> list[Mark]:
    """Turn the first mark of each signatory into an empty field; blank all other marks.

    Gives the marks that became fields, in the order of the signatories.
    """
    marks = find_marks(pdf)
    first: dict[str, Mark] = {}
    for mark in marks:
        first.setdefault(mark.role, mark)
    for each in signatories:
        if each.role not in first:
            raise SignatureMarkMissing(each.role)
    kept = [first[each.role] for each in signatories]
    blank_marks(pdf, [mark for mark in marks if mark not in kept])
    if not kept:
        return []
    fields = [
        _add_field(pdf, mark, signatory) for mark, signatory in zip(kept, signatories, strict=True)
    ]
    form = pdf.child(pdf.root(), "/AcroForm")
    form[NameObject("/Fields")] = ArrayObject([*array_of(form.get("/Fields")), *fields])
    form[NameObject("/SigFlags")] = NumberObject(_SIGNATURES_EXIST)
    return kept


def blank_marks(pdf: PdfRewrite, marks: Sequence[Mark]) -> None:
    """Take marks out of the structure tree: on the page they are white anyway."""
    for mark in marks:
        element = pdf.change(mark.element)
        parent = pdf.change(element.raw_get("/P"))
        kids = array_of(parent.raw_get("/K") if "/K" in parent else None)
        parent[NameObject("/K")] = ArrayObject([kid for kid in kids if kid != mark.element])
        pdf.remove(mark.element)


def clear_pictures(pdf: PdfRewrite) -> None:
    """Let the marks' pictures draw nothing: their white would cover what lies behind."""
    for reference in pdf.holding(b"/Image"):
        picture = reference.get_object()
        if not isinstance(picture, StreamObject) or picture.get("/Subtype") != "/Image":
            continue
        if picture.get("/Width") == picture.get("/Height") == 1 and {*picture.get_data()} == {255}:
            nothing = stream(_EMPTY_FORM % (1, 1), b"", deflate=False)
            pdf.replace(reference, nothing)


def _add_field(pdf: PdfRewrite, mark: Mark, signatory: Signatory) -> IndirectObject:
    """The field and its widget in one object, an element of the structure, seen by readers."""
    left, bottom, right, top = mark.box
    appearance = pdf.add_stream(_EMPTY_FORM % (right - left, top - bottom), b"", deflate=False)
    key = _next_parent_key(pdf)
    widget = pdf.add(
        b"<</Type/Annot/Subtype/Widget/FT/Sig/T%b/TU%b/F %d/Rect[%.3f %.3f %.3f %.3f]/P %d 0 R"
        b"/AP<</N %d 0 R>>/StructParent %d>>"
        % (
            text_string(signatory.role),
            text_string(signatory.label),
            _PRINT,
            *mark.box,
            mark.sheet.idnum,
            appearance.idnum,
            key,
        )
    )
    page = pdf.change(mark.sheet)
    page[NameObject("/Annots")] = ArrayObject([*array_of(page.get("/Annots")), widget])
    # ISO 14289-1 §7.18.3: readers go through the fields in the order of the structure.
    page[NameObject("/Tabs")] = NameObject("/S")
    _become_form(pdf, mark, widget)
    _enter_parent(pdf, key, mark.element)
    return widget


def _become_form(pdf: PdfRewrite, mark: Mark, widget: IndirectObject) -> None:
    element = pdf.change(mark.element)
    element[NameObject("/S")] = NameObject("/Form")
    element[NameObject("/K")] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OBJR"),
            NameObject("/Obj"): widget,
            NameObject("/Pg"): mark.sheet,
        }
    )
    # The mark's text names a role for us; a reader is told the field's own label (/TU).
    del element["/Alt"]


def _next_parent_key(pdf: PdfRewrite) -> int:
    numbers = _parent_numbers(pdf)
    return max((int(key) for key in numbers[::2]), default=-1) + 1


def _enter_parent(pdf: PdfRewrite, key: int, element: IndirectObject) -> None:
    _parent_numbers(pdf).extend([NumberObject(key), element])
    structure = pdf.child(pdf.root(), "/StructTreeRoot")
    structure[NameObject("/ParentTreeNextKey")] = NumberObject(key + 1)


def _parent_numbers(pdf: PdfRewrite) -> ArrayObject:
    """The number tree from marked content to structure, to be changed (ISO 32000-1 §14.7.4.4)."""
    structure = pdf.child(pdf.root(), "/StructTreeRoot")
    tree = pdf.child(structure, "/ParentTree")
    while "/Kids" in tree:
        tree = pdf.change(array_of(tree.raw_get("/Kids"))[-1])
    numbers = pdf.changed(tree.raw_get("/Nums")) if "/Nums" in tree else None
    if not isinstance(numbers, ArrayObject):
        numbers = ArrayObject()
        tree[NameObject("/Nums")] = numbers
    return numbers


def _box(element: DictionaryObject) -> tuple[float, float, float, float] | None:
    """The /BBox among an element's attributes."""
    for attribute in array_of(element.get("/A")):
        found = attribute.get_object()
        if isinstance(found, DictionaryObject) and "/BBox" in found:
            left, bottom, right, top = numbers_of(found.raw_get("/BBox"))
            return left, bottom, right, top
    return None
