"""The agreement as it is laid out, page by page, by the real LibreOffice."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from doc_templates.perjanjian_kinerja import KIND
from tests.doc_templates.perjanjian_kinerja.agreements import ISSUE, NAMES, agreement
from tests.pdf_checks import text_of
from workers.tools.docx import Forms
from workers.tools.pdfa import Verapdf
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja
    from workers.pipeline.convert import Converter

pytestmark = pytest.mark.libreoffice

CLOSING = "bagian yang tidak terpisahkan"


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Converter]:
    """A LibreOffice for the tests of this file."""
    folder = tmp_path_factory.mktemp("engine")
    with closing(open_converter(folder, seconds=60, documents=100, megabytes=800)) as opened:
        yield opened


@pytest.fixture(scope="module")
def verapdf() -> Iterator[Verapdf]:
    """A judge for the tests of this file; Java starts once."""
    with Verapdf() as opened:
        yield opened


def laid_out(data: PerjanjianKinerja, *, converter: Converter, folder: Path) -> Path:
    """Fill the form and lay it out."""
    docx, pdf = folder / "document.docx", folder / "plain.pdf"
    content = (
        Forms()
        .form(KIND.template)
        .filled(KIND.context(data, ISSUE), arrange=lambda body: KIND.arrange(body, data))
    )
    docx.write_bytes(content)
    converter.to_pdf(docx, pdf)
    return pdf


def pages_of(pdf: Path) -> list[str]:
    """The text of each page, with single spaces."""
    return [" ".join(page.split()) for page in text_of(pdf, "-layout").split("\f")[:-1]]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_a_page_of_statement_and_two_of_annex(
    name: str, converter: Converter, tmp_path: Path
) -> None:
    """The statement is signed on its one page, the annex on its last."""
    statement, first, last = pages_of(
        laid_out(agreement(name), converter=converter, folder=tmp_path)
    )

    assert "Pihak Kedua," in statement
    assert "Pihak Pertama," in statement
    assert "LAMPIRAN" not in statement
    assert first.startswith("–2– LAMPIRAN PERJANJIAN KINERJA TAHUN")
    assert "Pihak Pertama," in last


def long_budget(lines: int) -> PerjanjianKinerja:
    """An agreement whose budget has that many kegiatan."""
    kegiatan = [{"uraian": f"Kegiatan ke-{number}", "anggaran": 1} for number in range(lines)]
    return agreement("camat", program=[{"uraian": "Program", "kegiatan": kegiatan}])


@pytest.mark.parametrize("lines", [6, 8, 10, 12, 30, 36, 40, 44])
def test_signatures_never_stand_alone(lines: int, converter: Converter, tmp_path: Path) -> None:
    """Wherever the pages break, both signatures stand under the line that says for what."""
    last = pages_of(laid_out(long_budget(lines), converter=converter, folder=tmp_path))[-1]

    assert last.index(CLOSING) < last.index("Pihak Kedua,") < last.index("BUPATI KUDUS")
    assert last.count("WISNUBROTO PJ, SH") == 1


@pytest.mark.parametrize("lines", [10, 11, 12, 13])
def test_a_budget_near_the_end_of_its_page_sends_its_total_along(
    lines: int, converter: Converter, tmp_path: Path
) -> None:
    """Where the signatures need a new page, the last line and the total go with them.

    LibreOffice 7.4 does so only for a table that had not been broken before.
    """
    last = pages_of(laid_out(long_budget(lines), converter=converter, folder=tmp_path))[-1]

    assert f"Kegiatan ke-{lines - 1}" in last
    assert last.index("Jumlah") < last.index(CLOSING)


def test_headings_of_a_table_repeat(converter: Converter, tmp_path: Path) -> None:
    """Each page of a long table tells what its columns are."""
    pages = pages_of(laid_out(long_budget(90), converter=converter, folder=tmp_path))

    with_lines = [page for page in pages if "Kegiatan ke-" in page]
    assert len(with_lines) > 2
    assert all("Anggaran Keterangan" in page for page in with_lines)


@pytest.mark.parametrize("indicators", [9, 14, 60])
def test_an_annex_of_any_length_is_accessible(
    indicators: int, converter: Converter, verapdf: Verapdf, tmp_path: Path
) -> None:
    """Merged cells survive every page break: veraPDF finds nothing against PDF/UA-1."""
    one = {"uraian": "Persentase pemenuhan kebutuhan", "satuan": "Persen", "target": "98"}
    sasaran = [{"uraian": "Meningkatnya pelayanan", "indikator": [one] * indicators}] * 4
    pdf = laid_out(agreement(sasaran=sasaran), converter=converter, folder=tmp_path)

    assert verapdf.check(pdf, ("ua1",)) == ()


def test_texts_of_ten_thousand_letters_are_printed_whole(
    converter: Converter, tmp_path: Path
) -> None:
    """Nothing is cut off, in a paragraph, a table or a word without end."""
    long = "".join(f"kata{number} " for number in range(1100)) + "AKHIR"
    sasaran = [
        {"uraian": "A", "indikator": [{"uraian": long, "satuan": "x", "target": "1"}]},
        {"uraian": "b" * 9_990 + "UJUNG", "indikator": [{"uraian": "c"}]},
    ]
    data = agreement(kalimat_pembuka=long, sasaran=sasaran)

    whole = " ".join(pages_of(laid_out(data, converter=converter, folder=tmp_path)))

    assert whole.count("AKHIR") == 2
    assert whole.replace(" ", "").count("b" * 5) > 1000
    assert whole.count("UJUNG") == 1
    assert "Pihak Pertama," in whole
