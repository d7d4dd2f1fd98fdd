"""A layout becomes an artifact only if it is what was asked for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.workers.tools.forms import paragraph, write_docx
from workers.errors import EngineTimedOut, OutputRefused
from workers.pipeline.artifacts import FilledDocx, digest_of
from workers.pipeline.convert import Converter, convert, find_faults
from workers.tools import engine_process
from workers.tools.engine import LokEngine
from workers.tools.libreoffice import Installation
from workers.tools.pdf_export import EXPORT_OPTIONS


@dataclass
class Copier:
    """A converter that gives what it is told to give."""

    give: Callable[[Path], object]
    closed: bool = field(default=False)

    def to_pdf(self, docx: Path, pdf: Path) -> None:
        assert docx.is_file()
        self.give(pdf)

    def describe(self) -> Mapping[str, str]:
        return {"program": "penyalin"}

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def filled(tmp_path: Path) -> FilledDocx:
    path = write_docx(tmp_path / "document.docx", paragraph("Judul", style="Heading1"))
    return FilledDocx(path, digest_of(path), draft=None)  # type: ignore[arg-type]


def lay_out(docx: Path, pdf: Path, folder: Path) -> None:
    engine = LokEngine(folder / "engines", installation=Installation.find())
    try:
        engine.to_pdf(docx, pdf)
    finally:
        engine.close()


@pytest.mark.libreoffice
def test_a_layout_is_kept_with_what_made_it(filled: FilledDocx, tmp_path: Path) -> None:
    """The artifact names its file, digest, source and engine, so that it can be made again."""
    engine: Converter = LokEngine(tmp_path / "engines", installation=Installation.find())

    plain = convert(filled, converter=engine, folder=tmp_path)
    engine.close()

    assert plain.path == tmp_path / "plain.pdf"
    assert plain.digest == digest_of(plain.path)
    assert plain.made_from is filled
    assert plain.engine["program"] == "LibreOffice"
    assert plain.engine["options"] == EXPORT_OPTIONS
    assert len(plain.engine["fonts"]) == 64


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (("SelectPdfVersion", "4"), "tanda PDF/A-2b"),  # unknown to LibreOffice 7.4
        (("SelectPdfVersion", "3"), "tanda PDF/A-2b"),
        (("PDFUACompliance", "false"), "tanda PDF/UA-1"),
        (("DisplayPDFDocumentTitle", "false"), "judul pada jendela"),
    ],
)
def test_an_option_that_libreoffice_passed_over_is_noticed(
    filled: FilledDocx, tmp_path: Path, monkeypatch, wrong: tuple[str, str], fault: str
) -> None:
    """LibreOffice says nothing when it ignores an option; the output does."""
    options = json.loads(EXPORT_OPTIONS)
    options[wrong[0]]["value"] = wrong[1]
    monkeypatch.setattr(engine_process, "EXPORT_OPTIONS", json.dumps(options))

    lay_out(filled.path, tmp_path / "plain.pdf", tmp_path)

    assert f"hasil tata letak tidak memiliki {fault}" in find_faults(tmp_path / "plain.pdf")


@pytest.mark.libreoffice
def test_an_untagged_layout_is_noticed(filled: FilledDocx, tmp_path: Path, monkeypatch) -> None:
    """Without tags a screen reader has nothing to read."""
    options = {"UseTaggedPDF": {"type": "boolean", "value": "false"}}
    monkeypatch.setattr(engine_process, "EXPORT_OPTIONS", json.dumps(options))

    lay_out(filled.path, tmp_path / "plain.pdf", tmp_path)

    faults = " ".join(find_faults(tmp_path / "plain.pdf"))
    assert "struktur bertanda" in faults
    assert "pohon struktur" in faults
    assert "profil warna keluaran" in faults


@pytest.mark.parametrize(
    ("give", "fault"),
    [
        (lambda _: None, "mesin tata letak tidak menghasilkan berkas"),
        (lambda pdf: pdf.write_bytes(b""), "hasil tata letak bukan berkas PDF"),
        (lambda pdf: pdf.write_text("Ayo"), "hasil tata letak bukan berkas PDF"),
        (lambda pdf: pdf.write_bytes(b"%PDF-1.7\nkosong"), "hasil tata letak tidak terbaca"),
    ],
    ids=["nothing", "empty", "text", "torn"],
)
def test_what_is_no_pdf_is_refused(filled: FilledDocx, tmp_path: Path, give, fault) -> None:
    """A converter that claims success without a readable PDF is not believed."""
    with pytest.raises(OutputRefused) as refusal:
        convert(filled, converter=Copier(give), folder=tmp_path)

    assert refusal.value.faults[0].startswith(fault)


@pytest.mark.libreoffice
def test_a_torn_layout_is_refused(filled: FilledDocx, tmp_path: Path) -> None:
    """A PDF cut anywhere in its second half is noticed."""
    whole = tmp_path / "whole.pdf"
    lay_out(filled.path, whole, tmp_path)
    content = whole.read_bytes()

    for part in (0.5, 0.7, 0.9):
        torn = Copier(lambda pdf, part=part: pdf.write_bytes(content[: int(len(content) * part)]))
        with pytest.raises(OutputRefused):
            convert(filled, converter=torn, folder=tmp_path)

    intact = Copier(lambda pdf: shutil.copy(whole, pdf))
    assert convert(filled, converter=intact, folder=tmp_path).engine == {"program": "penyalin"}


def test_an_engine_error_passes_unchanged(filled: FilledDocx, tmp_path: Path) -> None:
    """Whether to try again is the engine's word, not the stage's."""

    def time_out(_: Path) -> None:
        raise EngineTimedOut(60)

    with pytest.raises(EngineTimedOut):
        convert(filled, converter=Copier(time_out), folder=tmp_path)
