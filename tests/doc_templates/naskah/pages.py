"""What a laid-out PDF shows, page by page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree
from pypdf import PdfReader

from doc_templates.kind import Printing
from tests.pdf_checks import poppler, text_of
from workers.pipeline.artifacts import Draft, FilledDocx, PlainPdf, digest_of
from workers.pipeline.stamp import stamp
from workers.tools.docx import Forms

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from doc_templates.kind import Description, Kind
    from workers.pipeline.convert import Converter

ISSUE = Printing(number="000.7.2.7/7/118-01/2024", konsep=False)


class Box(NamedTuple):
    """Where a word stands on its page, points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Pages:
    """A PDF as its readers see it."""

    path: Path

    def texts(self) -> list[str]:
        """The text of each page, in the order of the content."""
        return _texts(self.path)

    def squeezed(self) -> str:
        """All text without blanks, so that line breaks do not matter."""
        return squeezed("".join(self.texts()))

    def outline(self) -> list[tuple[str, int]]:
        """Each bookmark with the number of its page."""
        reader = PdfReader(self.path)

        def walk(items):
            for each in items:
                if isinstance(each, list):
                    yield from walk(each)
                else:
                    title = " ".join(str(each.title).split())
                    yield title, reader.get_destination_page_number(each) + 1

        return list(walk(reader.outline))

    def links(self) -> list[tuple[str, int]]:
        """Each link's words with the number of its target's page, as they stand on the pages."""
        reader = PdfReader(self.path)
        number = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, 1)}
        found = []
        for at, page in enumerate(reader.pages):
            for each in (note.get_object() for note in page.get("/Annots", ())):
                if each["/Subtype"] == "/Link":
                    left, _, _, top = map(float, each["/Rect"])
                    words = " ".join(str(each["/Contents"]).split())
                    found.append((at, -round(top), left, words, number[each["/Dest"][0].idnum]))
        return [(words, target) for *_, words, target in sorted(found)]

    def boxes(self) -> list[tuple[float, float, list[Box]]]:
        """Width and height of each page, and every word on it."""
        root = etree.fromstring(
            poppler("pdftotext", self.path, "-bbox"), etree.XMLParser(recover=True)
        )
        return [
            (
                float(page.get("width")),
                float(page.get("height")),
                [
                    Box(each.text or "", *(float(each.get(side)) for side in _SIDES))
                    for each in page.iter("{*}word")
                ],
            )
            for page in root.iter("{*}page")
        ]


_SIDES = ("xMin", "yMin", "xMax", "yMax")


@cache
def _texts(path: Path) -> list[str]:
    return text_of(path).split("\f")[:-1]


def squeezed(text: str) -> str:
    """A text without its blanks."""
    return re.sub(r"\s+", "", text)


def laid_out(kind: Kind, model: BaseModel, *, converter: Converter, folder: Path) -> Path:
    """A document of a kind as it would be issued, stamped."""
    content = (
        Forms()
        .form(kind.template)
        .filled(kind.context(model, ISSUE), arrange=lambda root: kind.arrange(root, model))
    )
    path = folder / "document.docx"
    path.write_bytes(content)
    return stamped(path, kind.describe(model), converter=converter, folder=folder)


def stamped(docx: Path, description: Description, *, converter: Converter, folder: Path) -> Path:
    """A DOCX laid out and stamped under that description."""
    plain = folder / "plain.pdf"
    converter.to_pdf(docx, plain)
    draft = Draft(
        kind=None,  # type: ignore[arg-type] - the stamp asks no kind
        data={},
        description=description,
        number=ISSUE.number,
        code="7k3m-9qx2-wf4a",
        verify_url="https://lontar.kuduskab.go.id/v/7k3m9qx2wf4a",
    )
    made = PlainPdf(plain, digest_of(plain), FilledDocx(docx, digest_of(docx), draft), {})
    return stamp(made, folder=folder).path
