"""The reports on a data set, from the samples of their kinds, as they would be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doc_templates import lampiran_lkjip, laporan_triwulan, rencana_aksi
from doc_templates.kinerja.index import index_of
from doc_templates.lampiran_lkjip.text import tables as of_annexes
from doc_templates.laporan_triwulan.text import tables as of_quarter
from doc_templates.rencana_aksi.text import tables as of_plan
from tests.doc_templates.naskah.pages import Pages, laid_out, squeezed
from tests.doc_templates.naskah.tables import texts_of
from tests.pdf_checks import verapdf

if TYPE_CHECKING:
    from workers.pipeline.convert import Converter

pytestmark = pytest.mark.libreoffice

REPORTS = {
    "laporan_triwulan": (laporan_triwulan.KIND, "dinas-tw-2", of_quarter),
    "laporan_triwulan_kecamatan": (laporan_triwulan.KIND, "kecamatan-tw-3", of_quarter),
    "rencana_aksi": (rencana_aksi.KIND, "dinas-murni", of_plan),
    "lampiran_satu": (lampiran_lkjip.KIND, "dinas-l2", of_annexes),
    "lampiran_reviu": (lampiran_lkjip.KIND, "dinas-l15", of_annexes),
    "lampiran_jilid": (lampiran_lkjip.KIND, "dinas-jilid", of_annexes),
}
PARTS = {
    "laporan_triwulan": ["A.", "B.", "C.", "D."],
    "rencana_aksi": ["A.", "B.", "C."],
    "lampiran_jilid": [f"LAMPIRAN {each}" for each in range(1, 16)],
}


@pytest.fixture(scope="module", params=REPORTS)
def report(request, converter: Converter, tmp_path_factory: pytest.TempPathFactory):
    """The name of a report, what its tables say, and its pages."""
    kind, sample, tables = REPORTS[request.param]
    model = kind.model.model_validate(kind.sample(sample))
    folder = tmp_path_factory.mktemp(request.param)
    pages = Pages(laid_out(kind, model, converter=converter, folder=folder))
    return request.param, tables(model, index_of(model.data)), pages


def test_a_report_conforms(report) -> None:
    """PDF/A-2b and PDF/UA-1, as every issued document."""
    _, _, pages = report

    assert verapdf(pages.path) == []


def test_every_cell_is_in_the_pages_own_text(report) -> None:
    """What the data say is what a reader finds, word for word, formulas included."""
    _, tables, pages = report

    shown = pages.squeezed()

    lost = {each for table in tables for each in texts_of(table) if squeezed(each) not in shown}
    assert lost == set()


def test_parts_stand_in_the_outline(report) -> None:
    """Each chapter or annex can be reached from the side of the window, in order."""
    name, _, pages = report

    titles = [title for title, _ in pages.outline()]

    assert titles
    at = -1
    for part in PARTS.get(name, ()):
        at = next(
            place for place, each in enumerate(titles) if each.startswith(part) and place > at
        )


@pytest.mark.parametrize("report", ["lampiran_jilid"], indirect=True)
def test_bound_annexes_stand_where_the_contents_say(report) -> None:
    """Fifteen annexes, each on the page that its line names."""
    _, _, pages = report
    links, texts = pages.links(), pages.texts()

    assert len(links) > 2 * 15
    for (title, target), (number, same) in zip(links[::2], links[1::2], strict=True):
        assert (number, same) == (str(target), target)
        assert squeezed(title) in squeezed(texts[target - 1])


def test_a_head_is_not_cut_within_a_word(report) -> None:
    """The words of heads and cells stand whole on their lines."""
    _, tables, pages = report
    words = {box.text for _, _, boxes in pages.boxes() for box in boxes}

    heads = {
        word for table in tables for each in table.kolom for word in each.judul.split()
        if "/" not in word and "-" not in word
    }  # fmt: skip
    assert {each for each in heads if each not in words} == set()
