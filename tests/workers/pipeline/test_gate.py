"""The output gate: each fault is shown with a PDF that really has it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from doc_templates.kind import Signatory, Verbatim
from tests.workers.laid_out import (
    DRAFT,
    KONSEP,
    described,
    form,
    lay_out,
    with_draft,
)
from tests.workers.signing import sign
from workers.errors import OutputRefused
from workers.pipeline.artifacts import digest_of
from workers.pipeline.gate import pass_gate
from workers.pipeline.stamp import stamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workers.pipeline.artifacts import Draft, PlainPdf, StampedPdf

pytestmark = pytest.mark.libreoffice


@pytest.fixture
def made(letter: PlainPdf, tmp_path: Path) -> StampedPdf:
    return stamp(letter, folder=tmp_path)


def with_bytes(made: StampedPdf, content: bytes) -> StampedPdf:
    """A stamped PDF whose file came out otherwise."""
    made.path.write_bytes(content)
    return replace(made, digest=digest_of(made.path))


def edited(made: StampedPdf, edit: Callable[[PdfWriter], None]) -> StampedPdf:
    """A stamped PDF of which something was changed."""
    writer = PdfWriter(clone_from=made.path)
    edit(writer)
    writer.write(whole := BytesIO())
    return with_bytes(made, whole.getvalue())


def wanting(made: StampedPdf, draft: Draft) -> StampedPdf:
    """The same file, where other things were promised."""
    return replace(made, made_from=with_draft(made.made_from, draft))


def faults_of(document: StampedPdf) -> tuple[str, ...]:
    with pytest.raises(OutputRefused) as refused:
        pass_gate(document)
    return refused.value.faults


@pytest.mark.parametrize("draft", [DRAFT, KONSEP], ids=["issue", "konsep"])
@pytest.mark.parametrize("pages", ["letter", "wide", "long"])
def test_a_good_document_passes(
    pages: str, draft: Draft, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What LibreOffice and the stamp really make is let through, with the fonts it has."""
    made = stamp(with_draft(request.getfixturevalue(pages), draft), folder=tmp_path)

    checked = pass_gate(made)

    assert checked.stamped == made
    assert checked.fonts == {"Arial": "Liberation Sans"}
    assert checked.notes == ()


def test_bytes_changed_after_the_stamp_are_refused(made: StampedPdf) -> None:
    """Only what the stamp wrote can be filed."""
    made.path.write_bytes(made.path.read_bytes() + b"\n")

    assert faults_of(made) == ("isi berkas PDF berubah sesudah dicap",)


@pytest.mark.parametrize("length", [0, 1_000, 30_000])
def test_a_cut_file_is_refused(made: StampedPdf, length: int) -> None:
    """Half a PDF is no document, however much of it a viewer might show."""
    (fault,) = faults_of(with_bytes(made, made.path.read_bytes()[:length]))

    assert fault.startswith("berkas PDF tidak terbaca")


def test_a_locked_file_is_refused(made: StampedPdf) -> None:
    """An archive must be able to open what it keeps."""
    locked = edited(made, lambda writer: writer.encrypt("rahasia"))

    assert faults_of(locked) == ("berkas PDF terkunci sandi",)


def test_a_lost_page_is_noticed(made: StampedPdf) -> None:
    """The stamp neither adds nor drops pages; what stood on the page is missed as well."""
    cut = edited(made, lambda writer: writer.remove_page(1))

    assert faults_of(cut) == (
        "jumlah halaman berubah dari 3 menjadi 2 ketika dicap",
        "“Halaman 2 dari 3” tidak tercetak",
        *(
            f"tempat tanda tangan “{each.label}” tidak berada pada halamannya"
            for each in made.signatures
        ),
    )


def test_five_hundred_pages_are_enough(made: StampedPdf) -> None:
    """A print beyond that is a mistake in the data."""

    def lengthen(writer: PdfWriter) -> None:
        for _ in range(498):
            writer.add_blank_page(width=100, height=100)

    assert "jumlah halaman 501 di luar batas 1 sampai 500" in faults_of(edited(made, lengthen))


def test_a_tag_left_by_the_template_is_seen(shared_converter, tmp_path: Path) -> None:
    """A Jinja tag that nobody filled never reaches an office's archive."""
    what = form(lines=("Nama: {{ nama }}", "{% if x %}"))
    made = stamp(lay_out(what, converter=shared_converter, folder=tmp_path), folder=tmp_path)

    assert faults_of(made) == (
        "kode templat “{{” tersisa di halaman",
        "kode templat “{%” tersisa di halaman",
    )


class Isian(Verbatim):
    """A model of one field."""

    nama: list[dict[str, str]]


def test_a_tag_that_the_office_typed_is_its_own(shared_converter, tmp_path: Path) -> None:
    """Braces in the data are printed verbatim, so they are no fault."""
    draft = replace(DRAFT, data=Isian(nama=[{"id": "kode {{ 1 }}"}]))
    what = form(lines=("Nama: {{ nama }}",))
    plain = lay_out(what, converter=shared_converter, folder=tmp_path, draft=draft)

    assert pass_gate(stamp(plain, folder=tmp_path)).notes == ()


def test_missing_texts_are_named_all_at_once(made: StampedPdf) -> None:
    """Title, name, number and code: each that is not on the page is told."""
    promised = described(
        replace(DRAFT, number="999/2025", code="0000-0000"), must_show=("Sri Wahyu", "Joko")
    )

    assert faults_of(wanting(made, promised)) == (
        "“Joko” tidak tercetak",
        "“999/2025” tidak tercetak",
        "“0000-0000” tidak tercetak",
    )


def test_a_text_broken_into_lines_is_found(shared_converter, tmp_path: Path) -> None:
    """Line breaks, double spaces and ligatures do not hide a title."""
    title = "Efisiensi  offline profil " * 20
    what = form(lines=(title,), font="Calibri")
    draft = described(must_show=(title.strip(),))
    plain = lay_out(what, converter=shared_converter, folder=tmp_path, draft=draft)

    assert pass_gate(stamp(plain, folder=tmp_path)).fonts == {"Calibri": "Carlito"}


def test_a_text_over_a_page_break_is_found(shared_converter, tmp_path: Path) -> None:
    """The footer between its halves does not hide a paragraph that runs over two pages."""
    title = "indikator kinerja utama " * 400
    what = form(lines=(title,))
    draft = described(must_show=(title.strip(),))
    plain = lay_out(what, converter=shared_converter, folder=tmp_path, draft=draft)

    assert pass_gate(stamp(plain, folder=tmp_path)).stamped.pages > 3


def test_a_font_outside_the_list_is_refused(shared_converter, tmp_path: Path) -> None:
    """LibreOffice replaces it silently; the gate does not."""
    what = form(font="Comic Sans MS")
    plain = lay_out(what, converter=shared_converter, folder=tmp_path)

    assert any("Comic Sans MS" in fault for fault in faults_of(stamp(plain, folder=tmp_path)))


def test_a_font_left_outside_the_file_is_refused(made: StampedPdf) -> None:
    """In twenty years nobody has that font: it must be in the file."""

    def take_out(writer: PdfWriter) -> None:
        for font in writer.pages[0]["/Resources"]["/Font"].values():
            font.get_object().get("/FontDescriptor", {}).pop("/FontFile2", None)

    faults = faults_of(edited(made, take_out))

    assert faults == (
        "huruf “LiberationSans” tidak disertakan dalam PDF",
        "huruf “LiberationSans-Bold” tidak disertakan dalam PDF",
    )


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        ("/MarkInfo", "halaman tidak bertanda struktur"),
        ("/StructTreeRoot", "pohon struktur tidak ada"),
        ("/Lang", "bahasa dokumen tidak ada"),
        ("/OutputIntents", "profil warna keluaran tidak ada"),
    ],
)
def test_what_makes_a_file_accessible_and_lasting_is_missed(
    made: StampedPdf, key: str, fault: str
) -> None:
    """Each promise of PDF/A and PDF/UA that can be seen quickly is looked for."""

    def drop(writer: PdfWriter) -> None:
        del writer.root_object[NameObject(key)]

    assert faults_of(edited(made, drop)) == (fault,)


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        (b"<pdfaid:part>2", "tanda PDF/A-2b tidak ada"),
        (b"<pdfuaid:part>1", "tanda PDF/UA-1 tidak ada"),
    ],
)
def test_a_missing_claim_is_noticed(made: StampedPdf, claim: bytes, fault: str) -> None:
    """A file that does not say what it conforms to is not taken for conforming."""
    other = made.path.read_bytes().replace(claim, claim[:-1] + b"9")

    assert faults_of(with_bytes(made, other)) == (fault,)


def test_a_signatory_without_field_is_noticed(made: StampedPdf) -> None:
    """Everyone who must sign has a place."""
    third = (*DRAFT.description.signatories, Signatory("saksi", "Saksi"))

    assert faults_of(wanting(made, described(signatories=third))) == (
        "tempat tanda tangan “Saksi” tidak ada",
    )


def test_a_field_without_signatory_is_noticed(made: StampedPdf) -> None:
    """Nobody else can put a name under the document."""
    only = DRAFT.description.signatories[:1]

    assert faults_of(wanting(made, described(signatories=only))) == (
        "tempat tanda tangan “pihak_kedua” tidak punya penanda tangan",
    )


def test_a_field_that_is_signed_already_is_no_place_to_sign(
    made: StampedPdf, wide: PlainPdf, tmp_path: Path
) -> None:
    """What is issued has been signed by nobody."""
    signed = tmp_path / "signed.pdf"
    sign(made.path, signed, field="pihak_pertama", ink=wide.path)

    faults = faults_of(with_bytes(made, signed.read_bytes()))

    assert "tempat tanda tangan “Pihak Pertama: Kepala Bidang” tidak ada" in faults


def test_a_field_beside_the_paper_is_noticed(made: StampedPdf) -> None:
    """A form that is too wide pushes the place to sign off the page."""
    boxes = tuple(replace(each, box=(500.0, 700.0, 700.0, 750.0)) for each in made.signatures)

    assert faults_of(replace(made, signatures=boxes)) == tuple(
        f"tempat tanda tangan “{each.label}” berada di luar kertas" for each in made.signatures
    )


def test_a_field_on_another_page_is_noticed(made: StampedPdf) -> None:
    """What is told to signing programs is where the field is."""
    boxes = tuple(replace(each, page=1) for each in made.signatures)

    assert len(faults_of(replace(made, signatures=boxes))) == 2


def test_the_pdf_itself_is_not_changed(made: StampedPdf) -> None:
    """Looking leaves no trace."""
    before = made.path.read_bytes()

    pass_gate(made)

    assert made.path.read_bytes() == before
    assert len(PdfReader(made.path).pages) == 3
