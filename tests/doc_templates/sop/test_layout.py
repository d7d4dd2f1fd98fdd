"""The SOP as the real LibreOffice lays it out: whole pages, nothing lost, archivable, readable."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from pypdf import PdfReader

from doc_templates.forge import PAPERS
from doc_templates.kind import Printing
from doc_templates.sop import profiles
from doc_templates.typefaces import FAMILIES
from tests.doc_templates.sop.decisions import decision
from tests.doc_templates.sop.samples import FORMS, OFFICES, SOP, sample
from tests.pdf_checks import page_image, text_of, verapdf
from workers.tools.docx_fonts import fonts_of_docx
from workers.tools.fonts import check_fonts
from workers.tools.pdf_fonts import fonts_of_pdf
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from doc_templates.sop.model import Sop
    from workers.pipeline.convert import Converter

pytestmark = pytest.mark.libreoffice

Lay = "Callable[[Sop], Path]"
DPI = 50
FOOT = 18.0


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Converter]:
    """A LibreOffice for the tests of this file."""
    folder = tmp_path_factory.mktemp("engine")
    with closing(open_converter(folder, seconds=60, documents=200, megabytes=900)) as opened:
        yield opened


@pytest.fixture
def lay(converter: Converter, tmp_path: Path) -> Callable[[Sop], Path]:
    """Fills the form with a model and lays it out; gives the PDF."""

    def laid_out(model: Sop) -> Path:
        docx, pdf = tmp_path / "document.docx", tmp_path / "plain.pdf"
        printing = Printing(number=SOP.describe(model).number, konsep=False)
        docx.write_bytes(
            FORMS.form(SOP.template).filled(
                SOP.context(model, printing), arrange=lambda root: SOP.arrange(root, model)
            )
        )
        converter.to_pdf(docx, pdf)
        return pdf

    return laid_out


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Gives an office of the name ``uji`` the default profile with changes."""
    folder = shutil.copytree(profiles.FOLDER, tmp_path / "profiles")
    base = json.loads((profiles.FOLDER / "baku.json").read_text(encoding="utf-8"))
    monkeypatch.setattr(profiles, "FOLDER", folder)

    def write(**changes: object) -> None:
        (folder / "uji.json").write_text(json.dumps(base | changes), encoding="utf-8")
        profiles.profile.cache_clear()
        profiles.profile_names.cache_clear()

    write()
    yield write
    monkeypatch.undo()
    profiles.profile.cache_clear()
    profiles.profile_names.cache_clear()


def sop(name: str = "kudus-lengkap", **changes: Any) -> Sop:
    return SOP.model.model_validate(sample(name).model_dump() | changes)


def pages_of(pdf: Path) -> list[str]:
    """The words of each page, with single spaces."""
    return [" ".join(page.split()) for page in text_of(pdf).split("\f")[:-1]]


def frame_of(pdf: Path, page: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is drawn on a page, mm from its upper left."""
    dark = np.asarray(page_image(pdf, page=page, dpi=DPI)) < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    edges = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    return tuple(float(each) * 25.4 / DPI for each in edges)


@pytest.mark.parametrize("name", OFFICES)
def test_the_sources_are_archivable_and_accessible(name: str, lay: Callable[[Sop], Path]) -> None:
    """PDF/UA-1 holds (the stamp adds PDF/A-2b); the identity sheet is one page."""
    pdf = lay(sample(f"{name}-lengkap"))
    pages = pages_of(pdf)
    covers = sample(f"{name}-lengkap").sampul is not None and profiles.profile(name).sampul
    identity = 1 if covers == "halaman" else 0

    assert verapdf(pdf, "ua1") == []
    assert sample(f"{name}-lengkap").nama_sop in pages[identity]
    assert "Peringatan" in pages[identity]
    assert "Peringatan" not in pages[identity + 1]


@pytest.mark.parametrize("direction", ["mendatar", "tegak"])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_identity_sheet_fills_its_page_on_every_paper(
    paper: str, direction: str, lay: Callable[[Sop], Path]
) -> None:
    """Cover, decision and identity are a page each; the frame reaches every margin."""
    model = sop(kertas=paper, arah=direction, keputusan=decision())
    pdf = lay(model)
    pages = pages_of(pdf)
    along, across = PAPERS[paper] if direction == "tegak" else PAPERS[paper][::-1]
    left, top, right, bottom = frame_of(pdf, 3)

    assert len(pages) == 4
    assert "MEMUTUSKAN" in pages[1]
    assert "Inspektur Kabupaten Kudus." in pages[1]
    assert "Pencatatan dan Pendataan:" in pages[2]
    assert (left, top) == pytest.approx((12, 14), abs=2)
    assert right == pytest.approx(along - 12, abs=2)
    assert across - FOOT - 4.5 <= bottom <= across - FOOT + 0.5


@pytest.mark.parametrize("direction", ["mendatar", "tegak"])
@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_really_printed(
    family: str, direction: str, lay: Callable[[Sop], Path], office: Callable[..., None]
) -> None:
    """The profile's family is asked for everywhere, embedded, and fits its page."""
    office(huruf=family, arah=direction)
    pdf = lay(sop(profil="uji", keputusan=decision()))
    asked = fonts_of_docx(pdf.with_name("document.docx"))
    mapping, faults = check_fonts(asked, set(fonts_of_pdf(PdfReader(pdf)).body))
    *_, bottom = frame_of(pdf, 3)

    assert asked == {family}
    assert set(mapping) == {family}
    assert faults == ()
    assert verapdf(pdf, "ua1") == []
    height = PAPERS["A4"][1] if direction == "tegak" else PAPERS["A4"][0]
    assert height - FOOT - 6 <= bottom <= height - FOOT + 0.5


@pytest.mark.parametrize("name", ["kudus", "jekulo"])
@pytest.mark.parametrize("direction", ["mendatar", "tegak"])
def test_long_panels_flow_over_without_loss(
    name: str, direction: str, lay: Callable[[Sop], Path]
) -> None:
    """Sixty regulations need more pages; each is printed once, in order."""
    items = [f"Peraturan Bupati Nomor {at} Tahun 2021 tentang Tata Kerja {at}x" for at in range(99)]
    pdf = lay(sop(f"{name}-lengkap", arah=direction, dasar_hukum={"butir": items}))
    whole = " ".join(pages_of(pdf))
    places = [whole.find(f"Tata Kerja {at}x") for at in range(99)]

    assert min(places) >= 0
    assert places == sorted(places)
    assert "Tata Kerja 9x" in pages_of(pdf)[1 if name == "kudus" else 0]
    assert verapdf(pdf, "ua1") == []


@pytest.mark.parametrize("letter", ["F", "W", "i"])
def test_a_title_without_end_is_printed_whole(letter: str, lay: Callable[[Sop], Path]) -> None:
    """600 characters in the title, with and without spaces, on cover and sheet."""
    title = " ".join([letter * 9] * 60)
    pdf = lay(sop(nama_sop=title, sampul={"judul": [title], "bawah": ["DINAS " * 20]}))
    pages = pages_of(pdf)

    assert pages[0].count(letter * 9) == 60
    assert pages[1].count(letter * 9) == 60
    assert verapdf(pdf, "ua1") == []


@pytest.mark.parametrize("direction", ["mendatar", "tegak"])
def test_a_title_longer_than_a_page_goes_on_over_it(
    direction: str, lay: Callable[[Sop], Path]
) -> None:
    """The letterhead then stands over the grid, for a merged cell would be cut."""
    title = " ".join(f"Pengumpulan Data {at}x" for at in range(300))
    pdf = lay(sop(arah=direction, nama_sop=title, sampul=None))
    whole = " ".join(pages_of(pdf))

    assert all(f"Data {at}x" in whole for at in range(300))
    assert verapdf(pdf, "ua1") == []


def test_a_long_decision_goes_on_over_the_page(lay: Callable[[Sop], Path]) -> None:
    """Its signature never stands alone: the last dictum stays with it."""
    dictums = [f"Ketentuan ke-{at} berlaku bagi setiap perangkat daerah." for at in range(1, 60)]
    pdf = lay(sop(keputusan=decision(diktum=dictums)))
    signed = next(page for page in pages_of(pdf) if "Ditetapkan di Kudus" in page)

    assert "KELIMA PULUH SEMBILAN : Ketentuan ke-59" in signed
    assert verapdf(pdf, "ua1") == []
