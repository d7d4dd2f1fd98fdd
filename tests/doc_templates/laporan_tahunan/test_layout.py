"""The annual report as it is issued, laid out by the real LibreOffice."""

from __future__ import annotations

from contextlib import closing
from itertools import pairwise

import pytest

from doc_templates.laporan_tahunan import KIND
from doc_templates.laporan_tahunan.susunan import susun
from tests.doc_templates.laporan_tahunan.reports import (
    NAMES,
    charts,
    headings,
    report,
    sentences,
    tables,
    titles,
)
from tests.doc_templates.naskah.pages import Pages, laid_out, squeezed
from tests.doc_templates.naskah.tables import texts_of
from tests.pdf_checks import verapdf
from workers.tools.soffice import open_converter

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module", params=NAMES)
def printed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Pages]:
    """A sample as it would be issued; one layout for all tests of it."""
    folder = tmp_path_factory.mktemp(request.param)
    with closing(open_converter(folder, seconds=240, documents=9, megabytes=1500)) as converter:
        path = laid_out(KIND, report(request.param), converter=converter, folder=folder)
    return request.param, Pages(path)


def test_the_report_conforms(printed: tuple[str, Pages]) -> None:
    """PDF/A-2b and PDF/UA-1, with its charts, links and merged cells."""
    _, pages = printed

    assert verapdf(pages.path) == []


def test_the_report_is_as_long_as_a_real_one(printed: tuple[str, Pages]) -> None:
    """Forty pages and more, none of them empty."""
    _, pages = printed

    texts = pages.texts()
    assert len(texts) >= 40
    assert [at for at, each in enumerate(texts, 1) if len(squeezed(each)) < 80] == []


def test_contents_name_the_pages_on_which_headings_tables_and_charts_stand(
    printed: tuple[str, Pages],
) -> None:
    """Every line of the three lists: its number, its link and its target's page agree."""
    name, pages = printed
    parts = susun(report(name))

    links, texts = pages.links(), pages.texts()

    listed, parts_of_line = [], []
    for words, target in links:
        if words != str(target):
            parts_of_line.append(words)
            continue
        # A line that is broken is two links of the same words.
        (title,) = set(parts_of_line)
        assert squeezed(title) in squeezed(texts[target - 1])
        listed.append(squeezed(title))
        parts_of_line = []
    assert parts_of_line == []
    wanted = [squeezed(each) for each in (*titles(parts), *(one.judul for one in charts(parts)))]
    assert [each for each in wanted if not any(one.endswith(each) for one in listed)] == []


def test_every_heading_is_in_the_outline(printed: tuple[str, Pages]) -> None:
    """The side of the window shows the whole report, in its order."""
    name, pages = printed

    outline = [squeezed(title) for title, _ in pages.outline()]

    assert outline == [squeezed(each) for each in headings(susun(report(name)))]


def test_all_that_the_report_says_is_in_its_pages_own_text(printed: tuple[str, Pages]) -> None:
    """Sentences, cells, formulas, and the words of the charts can be searched and copied."""
    name, pages = printed
    parts = susun(report(name))

    shown = pages.squeezed()

    said = {
        *sentences(parts),
        *(each for table in tables(parts) for each in texts_of(table)),
        *(word for chart in charts(parts) for each in chart.seri for word in each.teks),
    }
    torn = [each for each in said if squeezed(each) not in shown and not _across(each, pages)]
    assert torn == []


def _across(text: str, pages: Pages) -> bool:
    """Whether a text goes over a page break: its two ends stand on neighbouring pages."""
    words = squeezed(text)
    texts = [squeezed(each) for each in pages.texts()]
    head, tail = words[:12], words[-12:]
    return any(head in one and tail in two for one, two in pairwise(texts))


def test_the_head_signs_under_the_foreword_and_the_reviewer_under_the_statement(
    printed: tuple[str, Pages],
) -> None:
    """Each signature is on the page of the words that it is for."""
    name, pages = printed
    _, foreword, *_ = pages.texts()

    assert "KATA PENGANTAR" in foreword
    assert KIND.describe(report(name)).signatories[0].role == "penanda_tangan"
    assert squeezed(report(name).data.tempat + ", " + (report(name).tanggal_naskah or "")) in (
        squeezed(foreword)
    )
    reviewed = next((each for each in pages.texts() if "PERNYATAAN TELAH DIREVIU" in each), "")
    assert squeezed(report(name).data.reviu.pereviu) in squeezed(reviewed)
