"""The footer: always there, never over the text, silent for readers aloud."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, NumberObject

from tests.pdf_checks import codes_on, page_image, text_of, verapdf
from tests.workers.laid_out import DRAFT, KONSEP, URL, with_draft
from workers.errors import OutputRefused
from workers.pipeline.stamp import stamp
from workers.tools.overlay import BAND, Footer, add_footer
from workers.tools.pdf import PdfRewrite

if TYPE_CHECKING:
    from pathlib import Path

    from workers.pipeline.artifacts import PlainPdf

pytestmark = pytest.mark.libreoffice


def added(path: Path, page: int = 0) -> tuple[str, str]:
    """What the stamp drew before and after a page's own content."""
    contents = PdfReader(path).pages[page]["/Contents"]
    return contents[0].get_object().get_data().decode(), contents[
        -1
    ].get_object().get_data().decode()


@pytest.mark.parametrize("draft", [DRAFT, KONSEP], ids=["issue", "konsep"])
def test_everything_added_is_an_artifact(letter: PlainPdf, tmp_path: Path, draft) -> None:
    """Outside the artifacts stands nothing but the saving of the graphics state."""
    before, after = added(stamp(with_draft(letter, draft), folder=tmp_path).path)

    bare = re.sub(r"/Artifact<<.*?>>BDC.*?EMC", "", before + "\n" + after, flags=re.DOTALL)

    assert bare.split() == ["q", "Q"]
    assert "/Type/Pagination/Subtype/Footer" in after


def test_a_konsep_has_its_word_behind_the_text(letter: PlainPdf, tmp_path: Path) -> None:
    """The watermark is drawn before the page's own content, upon every page."""
    made = stamp(with_draft(letter, KONSEP), folder=tmp_path)

    for page in range(3):
        assert "/Subtype/Watermark" in added(made.path, page)[0]


def test_all_pages_share_one_form(long: PlainPdf, tmp_path: Path) -> None:
    """Sixty pages cost one QR, one font and sixty short lines."""
    made = stamp(long, folder=tmp_path)

    forms = {
        page["/Resources"]["/XObject"].raw_get("/LontarKaki0").idnum
        for page in PdfReader(made.path).pages
    }

    assert len(forms) == 1
    assert made.path.stat().st_size - long.path.stat().st_size < 60 * 600 + 15_000


@pytest.mark.parametrize("pages", ["letter", "wide"])
def test_the_body_is_left_alone(pages: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Above the lowest 15 mm the page image is the same before and after the stamp."""
    plain = request.getfixturevalue(pages)
    made = stamp(plain, folder=tmp_path)

    before, after = (np.asarray(page_image(path, dpi=72)) for path in (plain.path, made.path))

    foot = before.shape[0] - int(BAND)
    assert (before[: foot - 1] == after[: foot - 1]).all()
    assert (before[foot:] != after[foot:]).any()


@pytest.mark.parametrize(
    "number",
    [
        "W/ЖД-12/γδ",
        "800/“A” & <B> \\ (c)/2025",
        "000.8.3.3/" + "1234567890/" * 30 + "2025",
        "{{ nomor }}/2025",
    ],
    ids=["scripts", "quotes", "long", "braces"],
)
def test_a_number_is_printed_as_it_is(letter: PlainPdf, tmp_path: Path, number: str) -> None:
    """Signs of Word, other scripts and great length do not change a number."""
    draft = replace(DRAFT, number=number)

    made = stamp(with_draft(letter, draft), folder=tmp_path)

    assert f"Nomor {number}" in text_of(made.path)
    assert codes_on(made.path) == [URL]
    assert verapdf(made.path) == []


def test_a_number_that_no_font_can_print_is_refused(letter: PlainPdf, tmp_path: Path) -> None:
    """Better no document than one whose number shows an empty box."""
    draft = replace(DRAFT, number="１２/2025")

    with pytest.raises(OutputRefused, match=r"U\+FF11 U\+FF12"):
        stamp(with_draft(letter, draft), folder=tmp_path)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_footer_follows_a_turned_page(letter: PlainPdf, tmp_path: Path, turn: int) -> None:
    """However a page is turned, its reader finds the footer at the lower edge."""
    path = tmp_path / "turned.pdf"
    path.write_bytes(turned(letter.path, turn))
    pdf = PdfRewrite(path.read_bytes())

    add_footer(pdf, Footer(DRAFT.number, DRAFT.code, URL))

    path.write_bytes(pdf.to_bytes(b"<<>>"))
    image = page_image(path, page=2, dpi=200)
    width, height = image.size
    foot = image.crop((0, height - round(BAND * 200 / 72), width // 4, height))
    assert (np.asarray(foot) < 128).any()
    assert codes_on(path, page=2) == [URL]


def turned(path: Path, turn: int) -> bytes:
    """The pages with a rotation, their lower left corner away from the origin."""
    writer = PdfWriter(clone_from=path)
    for page in writer.pages:
        page[NameObject("/Rotate")] = NumberObject(turn)
        page.mediabox.lower_left = (10, 20)
    writer.write(whole := BytesIO())
    return whole.getvalue()
