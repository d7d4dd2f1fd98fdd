"""The samples of the SOP, filled as a worker fills them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from doc_templates.kind import Printing
from doc_templates.registry import kind
from workers.tools.docx import Forms

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop

SOP = kind("sop")
OFFICES = ("jekulo", "jeneponto", "kertosono", "kudus")
NAMES = tuple(SOP.samples())
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMS = Forms()


def sample(name: str) -> Sop:
    """A sample as a model."""
    return SOP.model.model_validate_json(SOP.samples()[name].read_text(encoding="utf-8"))


def with_lanes(count: int, *, nama: str = "Kepala Bidang Perencanaan") -> Sop:
    """The SOP of Kudus with so many lanes, each acting in one step."""
    data = sample("kudus-lengkap").model_dump()
    data["lajur"] = [{"id": f"l{at}", "nama": f"{nama} {at}"} for at in range(count)]
    for at, step in enumerate(data["kegiatan"]):
        step["pelaksana"] = [{"lajur": f"l{at % count}"}]
    return SOP.model.model_validate(data)


def filled(model: Sop, *, konsep: bool = False, number: str | None = None) -> etree._Element:
    """The body of the filled and arranged form."""
    printing = Printing(number=number or SOP.describe(model).number, konsep=konsep)
    content = FORMS.form(SOP.template).filled(
        SOP.context(model, printing), arrange=lambda root: SOP.arrange(root, model)
    )
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def text_of(root: etree._Element) -> str:
    """All that a reader sees, paragraph by paragraph."""
    return "\n".join(_paragraph_text(each) for each in root.iter(f"{W}p"))


def _paragraph_text(paragraph: etree._Element) -> str:
    parts = {f"{W}tab": " ", f"{W}br": "\n"}
    return "".join(
        each.text or "" if each.tag == f"{W}t" else parts.get(each.tag, "")
        for each in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
    )


def activity_table(root: etree._Element) -> etree._Element:
    """The table whose head repeats."""
    return next(
        each
        for each in root.iter(f"{W}tbl")
        if each.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    )
