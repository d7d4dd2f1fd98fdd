"""What is done to the filled form: paper, rows, merged cells."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from lxml import etree

from doc_templates.perjanjian_kinerja import KIND
from doc_templates.perjanjian_kinerja.arrange import LONGEST_WHOLE_ROW
from doc_templates.perjanjian_kinerja.merging import W
from tests.doc_templates.perjanjian_kinerja.agreements import ISSUE, agreement
from workers.tools.docx import Forms

if TYPE_CHECKING:
    from lxml.etree import _Element

    from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja


def filled(data: PerjanjianKinerja) -> _Element:
    """The body of the filled form, arranged."""
    content = (
        Forms()
        .form(KIND.template)
        .filled(KIND.context(data, ISSUE), arrange=lambda body: KIND.arrange(body, data))
    )
    with ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def rows_of(body: _Element, text: str) -> list[_Element]:
    """The rows in which a text stands."""
    return [row for row in body.iter(f"{W}tr") if text in "".join(row.itertext())]


def aim(*indicators: str, uraian: str = "SASARAN") -> list[dict[str, Any]]:
    """One aim with these indicators."""
    measured = [{"uraian": each, "satuan": "Persen", "target": "1"} for each in indicators]
    return [{"uraian": uraian, "indikator": measured}]


@pytest.mark.parametrize(
    ("kertas", "size"), [("A4", ("11906", "16838")), ("F4", ("12189", "18709"))]
)
def test_the_paper_is_the_one_asked_for(kertas: str, size: tuple[str, str]) -> None:
    """A4 and F4 differ in paper and margins, never in the width of the tables."""
    [page] = filled(agreement(kertas=kertas)).iter(f"{W}pgSz")
    [margin] = page.getparent().iter(f"{W}pgMar")

    assert (page.get(f"{W}w"), page.get(f"{W}h")) == size
    type_area = int(size[0]) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right"))
    assert abs(type_area - 165 * 1440 / 25.4) < 3


def test_a_row_stays_whole_unless_it_might_be_taller_than_a_page() -> None:
    """Ordinary rows never break; an enormous one must, or its end would be cut off."""
    body = filled(agreement(sasaran=aim("pendek", "P" * (LONGEST_WHOLE_ROW + 1))))

    [short], [long] = rows_of(body, "pendek"), rows_of(body, "PPP")

    assert short.find(f"{W}trPr/{W}cantSplit") is not None
    assert long.find(f"{W}trPr/{W}cantSplit") is None


def test_rows_of_an_aim_keep_together() -> None:
    """A page break inside a merged cell would break PDF/UA, so the rows go together."""
    body = filled(agreement(sasaran=aim("alfa", "beta", "gama")))

    rows = [rows_of(body, each)[0] for each in ("alfa", "beta", "gama")]

    assert [row.find(f".//{W}keepNext") is not None for row in rows] == [True, True, False]
    merges = [row.find(f".//{W}vMerge").get(f"{W}val") for row in rows]
    assert merges == ["restart", "continue", "continue"]


@pytest.mark.parametrize(
    "sasaran",
    [
        aim(*(f"indikator nomor {number} yang uraiannya agak panjang" for number in range(40))),
        aim("satu", "dua", uraian="sasaran " * 200),
        aim("satu", "b" * 5000),
    ],
    ids=["many indicators", "long aim", "long indicator"],
)
def test_an_aim_taller_than_a_page_is_not_merged(sasaran: list[dict[str, Any]]) -> None:
    """Where rows cannot keep together, the cells only look merged."""
    body = filled(agreement(sasaran=sasaran))

    assert list(body.iter(f"{W}vMerge")) == []
    first = rows_of(body, sasaran[0]["indikator"][0]["uraian"])[0]
    assert [each.tag for each in first.find(f"{W}tc/{W}tcPr/{W}tcBorders")] == [f"{W}bottom"]


def test_the_total_never_travels_alone() -> None:
    """The row above the total goes with it to the page of the signatures."""
    body = filled(agreement())

    [last] = rows_of(body, "Penetapan Pola Hubungan Komunikasi Sandi")

    assert last.find(f".//{W}keepNext") is not None


def test_one_party_leaves_no_place_for_another() -> None:
    """The form of a head of region has two marks, both their own."""
    data = agreement(tingkat="kepala_daerah", pihak_kedua=None)

    marks = [each.get("descr") for each in filled(data).iter("{*}docPr")]

    assert marks == ["ttd:pihak_pertama", "ttd:pihak_pertama_lampiran"]


def test_hostile_text_is_only_text() -> None:
    """Markup, tags of the form's language and quotes are printed, never obeyed."""
    hostile = "<w:p/> & {{ nomor }} {% if %} \"a\" 'b' ]]> <!-- "
    body = filled(agreement(sasaran=aim(hostile), tempat=hostile))

    texts = ["".join(each.itertext()) for each in body.iter(f"{W}p")]

    assert hostile in texts
    assert f"{hostile}, 4 Januari 2021" in texts
