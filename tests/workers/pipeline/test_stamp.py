"""The stamp: every page names its document, and the same content is the same file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from doc_templates.forge import paragraph, run
from tests.pdf_checks import codes_on, qpdf_check, text_of, verapdf
from tests.workers.laid_out import (
    DESCRIPTION,
    DRAFT,
    KONSEP,
    URL,
    described,
    form,
    lay_out,
    with_draft,
)
from workers.errors import LayoutRefused
from workers.pipeline.artifacts import digest_of
from workers.pipeline.stamp import own_date, stamp

if TYPE_CHECKING:
    from pathlib import Path

    from workers.pipeline.artifacts import PlainPdf

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("draft", [DRAFT, KONSEP], ids=["issue", "konsep"])
@pytest.mark.parametrize("pages", ["letter", "wide", "long"])
def test_a_stamped_document_conforms(
    pages: str, draft, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Upright or lying, short or of sixty pages: PDF/A-2b, PDF/UA-1, and sound for qpdf."""
    plain = request.getfixturevalue(pages)

    made = stamp(with_draft(plain, draft), folder=tmp_path)

    assert verapdf(made.path) == []
    assert qpdf_check(made.path) == ""
    assert made.pages == len(PdfReader(plain.path).pages)
    assert made.digest == digest_of(made.path)


def test_links_within_a_document_conform(shared_converter, tmp_path: Path) -> None:
    """A page that leads to another one by a link keeps to PDF/UA, with its number in place."""
    number = '<w:fldSimple w:instr=" PAGEREF tujuan \\h "><w:r><w:t>0</w:t></w:r></w:fldSimple>'
    place = '<w:bookmarkStart w:id="9" w:name="tujuan"/><w:bookmarkEnd w:id="9"/>'
    letter = form()
    what = replace(
        letter,
        body=(paragraph(number), *letter.body, paragraph(place, run("Lanjutan"), new_page=True)),
    )

    made = stamp(lay_out(what, converter=shared_converter, folder=tmp_path / "a"), folder=tmp_path)

    pages = PdfReader(made.path).pages
    links = [each.get_object() for page in pages for each in page.get("/Annots", ())]
    assert [each["/Contents"] for each in links if each["/Subtype"] == "/Link"] == ["4"]
    assert verapdf(made.path) == []


def test_every_page_tells_its_document(letter: PlainPdf, tmp_path: Path) -> None:
    """Number, verification code, address and count stand at the foot of each page."""
    made = stamp(letter, folder=tmp_path)

    pages = text_of(made.path).split("\f")[:-1]

    for index, text in enumerate(pages, start=1):
        assert "Nomor 000.8.3.3/12/411.506/2025" in text
        assert "Kode verifikasi 7k3m-9qx2-wf4a" in text
        assert URL in text
        assert f"Halaman {index} dari 3" in text


@pytest.mark.parametrize("pages", ["letter", "wide"])
def test_a_telephone_reads_the_code_on_every_page(
    pages: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The QR, drawn by poppler as a printer would, holds the address."""
    made = stamp(request.getfixturevalue(pages), folder=tmp_path)

    for page in range(1, made.pages + 1):
        assert codes_on(made.path, page=page) == [URL]


def test_a_konsep_says_that_it_is_one(letter: PlainPdf, tmp_path: Path) -> None:
    """It bears the word and the reason, and neither QR nor place to sign."""
    made = stamp(with_draft(letter, KONSEP), folder=tmp_path)

    text = text_of(made.path)

    assert text.count("KONSEP – belum bernomor, belum diarsipkan · Halaman 2 dari 3") == 1
    assert "verifikasi" not in text
    assert codes_on(made.path) == []
    assert "/AcroForm" not in PdfReader(made.path).root_object


@pytest.mark.parametrize("font", ["Arial", "Bookman Old Style"])
def test_two_layouts_of_one_document_become_the_same_bytes(
    font: str, new_converter, tmp_path: Path
) -> None:
    """What LibreOffice takes from the clock, from chance and by counting is not in the file."""
    made, raw = [], []
    for engine in ("first", "second"):
        with new_converter() as converter:
            for attempt in ("cold", "warm"):
                folder = tmp_path / engine / attempt
                plain = lay_out(form(font=font), converter=converter, folder=folder)
                raw.append(plain.digest)
                made.append(stamp(plain, folder=folder).path.read_bytes())

    assert len(set(raw)) > 1
    assert len(set(made)) == 1


def test_metadata_are_those_of_the_document(letter: PlainPdf, tmp_path: Path) -> None:
    """Title and office are told as printed, the number as identifier, the date is its own."""
    reader = PdfReader(stamp(letter, folder=tmp_path).path)

    info, xmp, root = reader.metadata, reader.xmp_metadata, reader.root_object

    assert info.title == xmp.dc_title["x-default"] == DESCRIPTION.title
    assert info.author == xmp.dc_creator[0] == DESCRIPTION.office
    assert info.creation_date == datetime(2025, 2, 1, tzinfo=UTC)
    assert xmp.dc_identifier == DRAFT.number
    assert xmp.pdf_producer == info.producer
    assert "LibreOffice" in info.producer
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/Lang"] == "id-ID"
    assert reader.pdf_header == "%PDF-1.7"
    assert "/DocChecksum" not in reader.trailer
    assert reader.trailer["/ID"][0] == reader.trailer["/ID"][1]


def test_another_content_has_another_identity(letter: PlainPdf, tmp_path: Path) -> None:
    """The trailer's ID depends on what the file holds."""
    first = PdfReader(stamp(letter, folder=tmp_path).path).trailer["/ID"]

    other = stamp(with_draft(letter, described(title="Lain")), folder=tmp_path)

    assert PdfReader(other.path).trailer["/ID"] != first


@given(
    title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300),
    office=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
)
def test_any_title_is_kept_as_typed(
    letter: PlainPdf, tmp_path_factory: pytest.TempPathFactory, title: str, office: str
) -> None:
    """Quotes, brackets, ampersands, emoji and foreign scripts survive in both metadata."""
    folder = tmp_path_factory.mktemp("title")

    made = stamp(with_draft(letter, described(title=title, office=office)), folder=folder)

    reader = PdfReader(made.path)
    assert reader.metadata["/Title"] == title
    assert reader.metadata["/Author"] == office
    assert reader.xmp_metadata.dc_title["x-default"] == title


@pytest.mark.parametrize(
    ("known", "moment"),
    [
        ("2025-02-17", datetime(2025, 2, 17, tzinfo=UTC)),
        ("2025-02", datetime(2025, 2, 1, tzinfo=UTC)),
        ("2025", datetime(2025, 1, 1, tzinfo=UTC)),
        (None, datetime(2025, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_date_known_in_part_means_its_first_day(known: str | None, moment: datetime) -> None:
    """A document that tells only its year counts from the first of January."""
    assert own_date(described(date=known).description) == moment


def test_a_konsep_without_any_date_is_stamped_too():
    """A PDF must name a day; where the data know none it is a fixed one, never today."""
    assert own_date(described(date=None, year=0).description) == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.6\n", b"PK\x03\x04"])
def test_what_is_no_pdf_is_refused(letter: PlainPdf, tmp_path: Path, broken: bytes) -> None:
    """The job ends with a sentence, not with a stack trace."""
    path = tmp_path / "plain.pdf"
    path.write_bytes(broken)

    with pytest.raises(LayoutRefused):
        stamp(type(letter)(path, "", letter.made_from, {}), folder=tmp_path)
