"""A form that another program saved anew gives the sheets that the house's form gives.

LibreOffice reckons the columns of all rows of a table together, those of the tags as well, gives
each cell a span of its own, and forgets cells merged within one row.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

import pytest
from lxml import etree

from doc_templates.kind import Printing
from doc_templates.sop import KIND as SOP
from doc_templates.sop.tables import W, set_span
from workers.tools.docx_form import compile_form
from workers.tools.docx_package import pack, unpack

BODY = "word/document.xml"


def resaved(content: bytes) -> bytes:
    """The form with spans and merges as LibreOffice leaves them."""
    members = unpack(content, name="sop.docx")
    root = etree.fromstring(members[BODY])
    for at, cell in enumerate(root.iter(f"{W}tc")):
        set_span(cell, 1 + at % 4)
    for merged in list(root.iter(f"{W}vMerge")):
        merged.getparent().remove(merged)
    return pack({**members, BODY: etree.tostring(root)}, level=1)


def tables(content: bytes, name: str) -> list[Any]:
    """Columns, spans and merges of every cell, of the sample on this form."""
    model = SOP.model.model_validate(SOP.sample(name))
    form = compile_form(content, digest=hashlib.sha256(content).hexdigest(), name="sop.docx")
    context = SOP.context(model, Printing(number=None, konsep=True))
    made = form.filled(context, arrange=lambda body: SOP.arrange(body, model))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        root = etree.fromstring(package.read(BODY))
    return [
        [
            [
                (each.get(f"{W}w"), each.get(f"{W}val"))
                for each in line.iter(f"{W}tcW", f"{W}gridSpan", f"{W}vMerge", f"{W}gridCol")
            ]
            for line in table.iter(f"{W}tr", f"{W}tblGrid")
        ]
        for table in root.iter(f"{W}tbl")
    ][:-1]


@pytest.mark.parametrize("name", ["jekulo-lengkap", "jeneponto-lengkap", "kertosono-lengkap"])
def test_spans_and_merges_are_what_the_kind_wants(name: str):
    """Whatever the form says of them."""
    content = SOP.template.read_bytes()

    assert tables(resaved(content), name) == tables(content, name)
