"""The flowchart as the real LibreOffice prints it: where it was reckoned, whole, archivable."""

from __future__ import annotations

import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from pypdf import PdfReader

from doc_templates.forge import PAPERS
from doc_templates.kind import Printing
from doc_templates.sop.profiles import profile_names
from doc_templates.typefaces import FAMILIES
from tests.doc_templates.sop.bagan.acak import sop_acak
from tests.doc_templates.sop.bagan.cetakan import Cetakan, cetakan_of
from tests.doc_templates.sop.bagan.papan import bolak_balik, langkah, sop, tata
from tests.doc_templates.sop.offices import offices
from tests.doc_templates.sop.samples import FORMS, SOP
from tests.pdf_checks import verapdf
from workers.pipeline.artifacts import Draft
from workers.pipeline.convert import convert
from workers.pipeline.fill import fill
from workers.pipeline.gate import pass_gate
from workers.pipeline.stamp import stamp
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from doc_templates.sop.model import Sop
    from workers.pipeline.convert import Converter

pytestmark = pytest.mark.libreoffice

TEPAT = 0.5
"""The farthest that a symbol may lie from where it was reckoned, mm."""
IDENTITAS = {"nama_sop": "Pengumpulan Data Kinerja", "tanggal_pembuatan": "2 Maret 2020"}
BARU = {f"baku-{at}": ("baku", {"huruf": huruf}) for at, huruf in enumerate(FAMILIES)}


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Converter]:
    """A LibreOffice for the tests of this file, and an office for each family of type."""
    folder = tmp_path_factory.mktemp("engine")
    with (
        offices(folder / "profiles", BARU),
        closing(open_converter(folder, seconds=60, documents=200, megabytes=900)) as opened,
    ):
        yield opened


@pytest.fixture
def cetak(converter: Converter, tmp_path: Path) -> Callable[[Sop], Cetakan]:
    """Prints an SOP and reads it back beside its geometry."""

    def printed(model: Sop) -> Cetakan:
        docx, pdf = tmp_path / "document.docx", tmp_path / "plain.pdf"
        docx.write_bytes(
            FORMS.form(SOP.template).filled(
                SOP.context(model, Printing(number=None, konsep=True)),
                arrange=lambda root: SOP.arrange(root, model),
            )
        )
        converter.to_pdf(docx, pdf)
        return cetakan_of(pdf, *tata(model))

    return printed


@pytest.fixture
def terbit(converter: Converter, tmp_path: Path) -> Callable[[Sop], Path]:
    """Makes an SOP as it would be filed: filled, laid out, stamped, through the gate."""

    def issued(model: Sop) -> Path:
        described = SOP.describe(model)
        draft = Draft(
            SOP, model, described, "000.8.3.3/1/2026", "0123456789ab", "http://localhost/v"
        )
        filled = fill(draft, folder=tmp_path, forms=FORMS)
        plain = convert(filled, converter=converter, folder=tmp_path)
        return pass_gate(stamp(plain, folder=tmp_path)).stamped.path

    return issued


def halaman(cetakan: Cetakan) -> int:
    """Pages of the PDF on which the flowchart has drawn something."""
    return len({each.halaman for each in cetakan.gambar})


@pytest.mark.parametrize("arah", ["mendatar", "tegak"])
@pytest.mark.parametrize("kertas", PAPERS)
def test_symbols_and_words_stand_where_they_were_reckoned(
    kertas: str, arah: str, cetak: Callable[[Sop], Cetakan]
) -> None:
    """On every paper, whichever way it lies, and on every page laid out."""
    cetakan = cetak(bolak_balik(kertas=kertas, arah=arah))

    assert halaman(cetakan) == len(cetakan.lembar.halaman) > 1
    assert cetakan.selisih() < TEPAT
    assert cetakan.kata_salah() == []


@pytest.mark.parametrize("profil", BARU)
def test_no_family_of_type_cuts_a_text(profil: str, cetak: Callable[[Sop], Cetakan]) -> None:
    """Random texts of up to 600 characters: every word printed, inside its cell and row."""
    cetakan = cetak(sop_acak(11, lajur=6, kegiatan=14, profil=profil))

    assert cetakan.selisih() < TEPAT
    assert cetakan.kata_salah() == []


@pytest.mark.parametrize("profil", profile_names())
def test_the_columns_of_each_office_hold_their_words(
    profil: str, cetak: Callable[[Sop], Cetakan]
) -> None:
    """Keterangan beside, under Mutu Baku or not at all."""
    cetakan = cetak(sop_acak(31, lajur=4, kegiatan=8, profil=profil))

    assert cetakan.selisih() < TEPAT
    assert cetakan.kata_salah() == []


@pytest.mark.parametrize("arah", ["mendatar", "tegak"])
def test_a_step_longer_than_a_page_is_printed_whole(
    arah: str, cetak: Callable[[Sop], Cetakan]
) -> None:
    """5,000 characters with strokes and hyphens go on over the page, nothing cut."""
    uraian = " ".join(f"bidang/seksi masing-masing {at}" for at in range(200))[:5000].strip()
    model = sop(langkah(1, 0), langkah(2, 1, uraian), langkah(3, 2), langkah(4, 0), arah=arah)
    cetakan = cetak(model)

    assert halaman(cetakan) > 1
    assert cetakan.selisih() < TEPAT
    assert cetakan.kata_salah() == []


def test_an_sop_without_steps_and_one_without_anyone_print(
    cetak: Callable[[Sop], Cetakan], tmp_path: Path
) -> None:
    """A KONSEP of what was only begun shows what is there."""
    tanpa_orang = sop(langkah(1, None, "Menyusun"), langkah(2, None, "Mengirim"), lajur=0)

    for model, kata in ((sop(lajur=2), "Pelaksana"), (tanpa_orang, "Mengirim")):
        cetakan = cetak(model)

        assert len(PdfReader(tmp_path / "plain.pdf").pages) == 2
        assert cetakan.gambar == ()
        assert kata in {each.teks for each in cetakan.kata}


def test_cycles_and_missing_targets_still_print(cetak: Callable[[Sop], Cetakan]) -> None:
    """What the checks complain of does not keep a KONSEP from being printed."""
    model = sop(
        langkah(1, 0, lanjut="2"),
        langkah(2, 1, lanjut="1"),
        langkah(3, 2, bentuk="keputusan", ya="99", tidak="3"),
    )
    kode = {each.code for each in SOP.check(model)}
    cetakan = cetak(model)

    assert {"W-FLOW-ENDLESS", "W-LOOP-NO-TARGET", "W-LOOP-SELF"} <= kode
    assert cetakan.selisih() < TEPAT
    assert cetakan.kata_salah() == []


@pytest.mark.parametrize(
    "model",
    [
        pytest.param(bolak_balik(**IDENTITAS), id="lompat-balik"),
        pytest.param(
            sop_acak(2026, lajur=10, kegiatan=60, **IDENTITAS),
            id="60-langkah",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_an_issued_sheet_is_archivable_and_accessible(
    model: Sop, terbit: Callable[[Sop], Path]
) -> None:
    """PDF/A-2b and PDF/UA-1 hold of the stamped file, jumps back over pages included."""
    assert verapdf(terbit(model)) == []


@pytest.mark.slow
def test_the_docx_holds_shapes_and_no_picture(
    cetak: Callable[[Sop], Cetakan], tmp_path: Path
) -> None:
    """LibreOffice opens every symbol as a custom shape, selectable and described."""
    cetakan = cetak(bolak_balik())
    opened = flat(tmp_path / "document.docx", tmp_path)
    shapes = [
        (each.get(f"{SVG}y"), each.findtext(f"{SVG}desc") or "")
        for each in opened.iter(f"{DRAW}custom-shape")
    ]
    symbols = [desc for _, desc in shapes if desc.startswith(("Langkah", "Sambungan"))]

    assert len(symbols) == sum(len(each.simbol) for each in cetakan.lembar.halaman)
    assert opened.find(f".//{DRAW}image") is None
    assert opened.find(f".//{DRAW}object") is None


DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"


def flat(docx: Path, folder: Path) -> etree._Element:
    """A document as LibreOffice understands it, in one XML file."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fodt"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(docx)], check=True, capture_output=True, timeout=120
    )
    return etree.parse(docx.with_suffix(".fodt")).getroot()
