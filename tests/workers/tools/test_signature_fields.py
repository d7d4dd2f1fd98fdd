"""Empty signature fields: signing programs find them, and nothing else changes when they sign."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pypdf import PdfReader

from doc_templates.kind import Signatory
from tests.pdf_checks import page_image, qpdf_check, signatures_of, verapdf
from tests.workers.laid_out import DRAFT, KONSEP, described, with_draft
from tests.workers.signing import sign
from workers.errors import SignatureMarkMissing
from workers.pipeline.stamp import stamp

if TYPE_CHECKING:
    from pathlib import Path

    from workers.pipeline.artifacts import PlainPdf, StampedPdf

pytestmark = pytest.mark.libreoffice
DPI = 100


@pytest.fixture
def stamped(letter: PlainPdf, tmp_path: Path) -> StampedPdf:
    return stamp(letter, folder=tmp_path)


def elements(reader: PdfReader) -> list[dict]:
    """Every structure element of a PDF."""
    waiting, found = [reader.root_object["/StructTreeRoot"]], []
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting.extend(element)
        elif isinstance(element, dict):
            found.append(element)
            if "/K" in element:
                waiting.append(element["/K"])
    return found


def test_a_signing_program_finds_one_field_a_signatory(stamped: StampedPdf) -> None:
    """The fields bear the roles as names and are empty."""
    reader = PdfFileReader(io.BytesIO(stamped.path.read_bytes()))

    found = [(name, value) for name, value, _ in enumerate_sig_fields(reader)]

    assert found == [("pihak_pertama", None), ("pihak_kedua", None)]


def test_a_field_lies_where_the_form_kept_the_place(stamped: StampedPdf) -> None:
    """The widget has the size of the mark, on the page of the mark, and prints."""
    page = PdfReader(stamped.path).pages[2]

    widgets = [annotation.get_object() for annotation in page["/Annots"]]

    for widget, told in zip(widgets, stamped.signatures, strict=True):
        assert [float(side) for side in widget["/Rect"]] == pytest.approx(told.box, abs=0.01)
        left, bottom, right, top = told.box
        assert right - left == pytest.approx(55 / 25.4 * 72, abs=0.5)
        assert top - bottom == pytest.approx(20 / 25.4 * 72, abs=0.5)
        assert (told.page, widget["/F"], widget["/TU"]) == (3, 4, told.label)
    assert page["/Tabs"] == "/S"


def test_a_reader_aloud_meets_the_field_in_the_structure(stamped: StampedPdf) -> None:
    """Each widget is the content of a Form element, and the parent tree leads back to it."""
    reader = PdfReader(stamped.path)
    forms = [each for each in elements(reader) if each.get("/S") == "/Form"]
    tree = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(tree[::2], tree[1::2], strict=True))

    assert len(forms) == 2
    for element in forms:
        widget = element["/K"]["/Obj"].get_object()
        assert widget["/FT"] == "/Sig"
        assert parents[widget["/StructParent"]].get_object() is element


def test_a_lost_mark_is_refused(letter: PlainPdf, tmp_path: Path) -> None:
    """Nobody can sign where the form kept no place: the document is not made."""
    draft = described(signatories=(Signatory("saksi", "Saksi"),))

    with pytest.raises(SignatureMarkMissing) as refused:
        stamp(with_draft(letter, draft), folder=tmp_path)

    assert refused.value.role == "saksi"


@pytest.mark.parametrize("draft", [KONSEP, described(signatories=())], ids=["konsep", "unsigned"])
def test_a_mark_without_signatory_leaves_no_trace(letter: PlainPdf, tmp_path: Path, draft) -> None:
    """No field, no alternative text, no element stays behind; the PDF still conforms."""
    made = stamp(with_draft(letter, draft), folder=tmp_path)

    assert made.signatures == ()
    reader = PdfReader(made.path)
    assert "/AcroForm" not in reader.root_object
    assert not [each for each in elements(reader) if each.get("/S") in {"/Figure", "/Form"}]
    assert b"/Alt" not in made.path.read_bytes()
    assert verapdf(made.path) == []


def test_one_of_two_marks_can_be_signed(letter: PlainPdf, tmp_path: Path) -> None:
    """The other place stays blank paper."""
    draft = described(signatories=DRAFT.description.signatories[1:])

    made = stamp(with_draft(letter, draft), folder=tmp_path)

    assert [box.role for box in made.signatures] == ["pihak_kedua"]
    assert verapdf(made.path) == []


def test_labels_of_any_script_are_kept(letter: PlainPdf, tmp_path: Path) -> None:
    """A name in Javanese letters or with brackets is told to the signer as it is."""
    label = "Kepala (Plt.) ꦱꦿꦶ \\ “Dr.” 𝒜"
    draft = described(signatories=(Signatory("pihak_pertama", label),))

    made = stamp(with_draft(letter, draft), folder=tmp_path)

    field = PdfReader(made.path).root_object["/AcroForm"]["/Fields"][0].get_object()
    assert field["/TU"] == label


def test_two_people_sign_and_each_stays_in_the_box(
    stamped: StampedPdf, wide: PlainPdf, tmp_path: Path
) -> None:
    """Both signatures are valid, ink lies in the box alone, and PDF/A-2b still holds."""
    once, twice = tmp_path / "once.pdf", tmp_path / "twice.pdf"

    sign(stamped.path, once, field="pihak_pertama", ink=wide.path)
    sign(once, twice, field="pihak_kedua", ink=wide.path)

    assert once.read_bytes().startswith(stamped.path.read_bytes())
    assert twice.read_bytes().startswith(once.read_bytes())
    told = signatures_of(twice)
    assert told.count("Signature is Valid") == 2
    assert "Total document signed" in told
    assert qpdf_check(twice) == ""
    assert verapdf(twice, "2b") == []
    assert inked(stamped.path, once) <= box_pixels(stamped, 0)
    assert inked(once, twice) <= box_pixels(stamped, 1)
    assert inked(stamped.path, once)


def inked(before: Path, after: Path) -> set[tuple[int, int]]:
    """The pixels of page 3 that differ between two files, rows counted from the top."""
    first, second = (
        np.asarray(page_image(path, page=3, dpi=DPI)).astype(int) for path in (before, after)
    )
    rows, columns = np.nonzero(abs(first - second) > 8)
    return set(zip(rows.tolist(), columns.tolist(), strict=True))


def box_pixels(stamped: StampedPdf, index: int) -> set[tuple[int, int]]:
    """The pixels of a signature box, one more on each side for the drawing's smoothing."""
    height = float(PdfReader(stamped.path).pages[2].mediabox.height)
    left, bottom, right, top = (side * DPI / 72 for side in stamped.signatures[index].box)
    rows = range(int(height * DPI / 72 - top) - 1, int(height * DPI / 72 - bottom) + 2)
    return {(row, column) for row in rows for column in range(int(left) - 1, int(right) + 2)}


def test_the_data_decide_the_order_of_the_fields(letter: PlainPdf, tmp_path: Path) -> None:
    """A signing program offers the fields as the document names its signatories."""
    turned = tuple(reversed(DRAFT.description.signatories))
    draft = replace(DRAFT, description=replace(DRAFT.description, signatories=turned))

    made = stamp(with_draft(letter, draft), folder=tmp_path)

    assert [box.role for box in made.signatures] == ["pihak_kedua", "pihak_pertama"]
