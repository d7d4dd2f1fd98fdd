"""Taking a PDF apart and putting it together again loses nothing."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from pypdf.generic import NameObject, NumberObject

from tests.pdf_checks import qpdf_check, text_of, verapdf
from tests.workers.laid_out import with_draft
from workers.errors import LayoutRefused
from workers.pipeline.artifacts import PlainPdf
from workers.pipeline.stamp import stamp
from workers.tools.pdf import PdfRewrite, numbers_of, text_string

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.libreoffice


def test_untouched_objects_are_copied_byte_for_byte(letter: PlainPdf, tmp_path: Path) -> None:
    """Written again with another title, the pages read and conform as before."""
    path = tmp_path / "again.pdf"

    path.write_bytes(PdfRewrite(letter.path.read_bytes()).to_bytes(b"<</Title(Lain)>>"))

    old, new = PdfReader(letter.path), PdfReader(path)
    assert text_of(path) == text_of(letter.path)
    assert qpdf_check(path) == ""
    assert new.metadata.title == "Lain"
    assert [page.get_contents().get_data() for page in new.pages] == [
        page.get_contents().get_data() for page in old.pages
    ]


def test_new_and_removed_objects_keep_the_file_sound(letter: PlainPdf, tmp_path: Path) -> None:
    """A number whose object was removed is listed as free."""
    pdf, path = PdfRewrite(letter.path.read_bytes()), tmp_path / "changed.pdf"
    gone = [pdf.add(b"<</A 1>>"), pdf.add(b"<</B 2>>")]
    pdf.root()[NameObject("/LontarUji")] = pdf.add(b"<</C 3>>")

    for each in gone:
        pdf.remove(each)

    path.write_bytes(pdf.to_bytes(b"<<>>"))
    assert qpdf_check(path) == ""
    assert PdfReader(path, strict=True).root_object["/LontarUji"]["/C"] == 3


@pytest.mark.parametrize(
    "options",
    [["--object-streams=generate"], ["--stream-data=uncompress"], ["--linearize"]],
    ids=["object-streams", "uncompressed", "linearized"],
)
def test_a_pdf_of_another_build_is_stamped_or_refused(
    letter: PlainPdf, tmp_path: Path, options: list[str]
) -> None:
    """A later LibreOffice may pack objects into streams; a file of two parts is refused."""
    path = tmp_path / "other.pdf"
    # Without the newline, which ISO 19005-2 §6.1.7.1 wants, qpdf's own file conforms no more.
    command = ["qpdf", "--newline-before-endstream", *options, letter.path, path]
    subprocess.run(command, check=True)
    document = PlainPdf(path, "", letter.made_from, {})

    if options == ["--linearize"]:
        with pytest.raises(LayoutRefused):
            stamp(document, folder=tmp_path)
        return
    made = stamp(document, folder=tmp_path)

    assert verapdf(made.path) == []
    assert qpdf_check(made.path) == ""


def test_a_locked_pdf_is_refused(letter: PlainPdf, tmp_path: Path) -> None:
    """What is behind a password cannot be copied as it is."""
    path = tmp_path / "locked.pdf"
    subprocess.run(["qpdf", "--encrypt", "", "x", "256", "--", letter.path, path], check=True)

    with pytest.raises(LayoutRefused, match="bersandi"):
        PdfRewrite(path.read_bytes())


def test_pages_know_what_they_inherit(letter: PlainPdf, tmp_path: Path) -> None:
    """A page without paper size of its own is of the size its parent says."""
    pdf = PdfRewrite(letter.path.read_bytes())
    tree = pdf.change(pdf.root().raw_get("/Pages"))
    for page in pdf.pages():
        box = pdf.change(page).pop("/MediaBox")
    tree[NameObject("/MediaBox")] = box
    tree[NameObject("/Rotate")] = NumberObject(90)
    path = tmp_path / "inherited.pdf"
    path.write_bytes(pdf.to_bytes(b"<<>>"))

    pages = [pdf.change(page) for page in PdfRewrite(path.read_bytes()).pages()]

    assert [page["/Rotate"] for page in pages] == [90, 90, 90]
    assert [numbers_of(page["/MediaBox"]) for page in pages] == [pytest.approx(numbers_of(box))] * 3


@pytest.mark.parametrize("text", ["", "Surat (a\\b)", "ꦱꦿꦶ 𝒜 \n"])
def test_text_strings_hold_any_character(letter: PlainPdf, tmp_path: Path, text: str) -> None:
    """Brackets, backslashes and characters beyond 16 bits."""
    path = tmp_path / "text.pdf"
    body = PdfRewrite(letter.path.read_bytes()).to_bytes(b"<</Title%b>>" % text_string(text))
    path.write_bytes(body)

    assert PdfReader(path).metadata["/Title"] == text


def test_the_same_stamp_twice_is_the_same_file(letter: PlainPdf, tmp_path: Path) -> None:
    """No order of a set or address in memory gets into the bytes."""
    made = [
        stamp(with_draft(letter, letter.made_from.draft), folder=tmp_path).digest for _ in range(3)
    ]

    assert len(set(made)) == 1
