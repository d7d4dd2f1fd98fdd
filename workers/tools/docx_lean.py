"""What Word leaves in a form for itself and no print needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"

_EDITING: Final = (
    f"{_W}rsidR", f"{_W}rsidRPr", f"{_W}rsidRDefault", f"{_W}rsidP", f"{_W}rsidDel",
    f"{_W}rsidSect", f"{_W}rsidTr", f"{_W14}paraId", f"{_W14}textId",
)  # fmt: skip
_PROOFING: Final = (f"{_W}proofErr", f"{_W}lastRenderedPageBreak", f"{_W}noProof")


def make_lean(root: Element) -> None:
    """Drop editing identities and proofing marks; a loop would only repeat them wrongly."""
    for element in root.iter("*"):
        for name in _EDITING:
            element.attrib.pop(name, None)
    for element in list(root.iter(*_PROOFING)):
        element.getparent().remove(element)


def number_drawings(root: Element) -> None:
    """Give every picture its own number; a loop repeats the form's (ISO 29500-1 §20.4.2.5)."""
    for number, drawing in enumerate(root.iter(_DRAWING), start=1):
        drawing.set("id", str(number))
