"""Shapes that officers drew in Word: over which lane they stand, and what they are."""

from __future__ import annotations

import pytest

from doc_templates.sop.reading import read
from tests.doc_templates.sop.reading.old_files import (
    COLUMNS,
    activity_table,
    anchored,
    codes_of,
    p,
    sentences,
    step,
    tbl,
    tc,
    tr,
    vml,
    word,
)

FIELDS = tbl(tr("Nomor SOP", "1"), tr("Nama SOP", "Pengumpulan Data"))
MM = 1440 / 25.4
"""Twentieths of a point."""
HALF = 6.0
"""Half of a shape's width, in millimetres."""


def edge(column: int) -> float:
    """The left edge of a column, in millimetres from that of the table."""
    return sum(COLUMNS[:column]) / MM


def over(column: int) -> float:
    """Where a shape begins that stands in the middle of a column."""
    return (edge(column) + edge(column + 1)) / 2 - HALF


def drawn(shape: str, *, words: str = "Menyusun"):
    """A sheet of one step, with a shape anchored in its words."""
    row = step("1", tc(p(words, inside=shape)))
    return read("gambar.docx", word(FIELDS, activity_table(row)))


def acting(reading) -> list[str]:
    return [each.lajur for each in reading.model.kegiatan[0].pelaksana]


@pytest.mark.parametrize(("column", "lane"), [(2, "kasi"), (3, "camat")])
@pytest.mark.parametrize("kind", ["flowChartDecision", "diamond"])
def test_a_shape_stands_over_the_lane_under_its_middle(kind: str, column: int, lane: str):
    """The distance from the cell of the anchor tells the column; the preset tells the form."""
    reading = drawn(anchored(kind, offset_mm=over(column) - edge(1)))

    assert acting(reading) == [lane]
    assert reading.model.kegiatan[0].bentuk == "keputusan"
    assert "mohon cocokkan dengan gambar" in sentences(reading, "W-IMPORT-SHAPE")[0]


def test_a_decision_that_is_drawn_gets_no_exits_by_itself():
    """Where its arrows lead is not read from a drawing."""
    made = drawn(anchored("flowChartDecision", offset_mm=over(2) - edge(1))).model.kegiatan[0]

    assert (made.ya, made.tidak, made.lanjut) == (None, None, None)


@pytest.mark.parametrize(
    ("kind", "form"), [("t110", "keputusan"), ("t116", "terminator"), ("t109", "proses")]
)
def test_shapes_of_older_word_are_known(kind: str, form: str):
    """VML counts its kinds; its places are points in a style."""
    left = (over(3) - edge(1)) * 72 / 25.4
    reading = drawn(f"<w:r><w:pict>{vml(kind, left_pt=left)}</w:pict></w:r>")

    assert (acting(reading), reading.model.kegiatan[0].bentuk) == (["camat"], form)


def test_a_shape_over_no_lane_names_nobody():
    """A symbol over the words of quality is told, and assigned to no one."""
    reading = drawn(anchored("flowChartProcess", offset_mm=over(5) - edge(1)))

    assert acting(reading) == []
    assert "1 lambang tidak jelas lajurnya" in sentences(reading, "W-IMPORT-SHAPE")[0]


@pytest.mark.parametrize("kind", ["straightConnector1", "rightArrow", "flowChartConnector"])
def test_lines_and_connectors_are_nobody(kind: str):
    """An arrow over a lane is no one who acts."""
    reading = drawn(anchored(kind, offset_mm=over(2) - edge(1)))

    assert acting(reading) == []
    assert "W-IMPORT-SHAPE" not in codes_of(reading)


def test_words_in_a_shape_are_told():
    """What stands in a symbol has no place in the data, and is not lost."""
    reading = drawn(anchored("flowChartProcess", offset_mm=over(2) - edge(1), text="Verifikasi"))

    assert acting(reading) == ["kasi"]
    assert "“Verifikasi” tidak mendapat tempat" in sentences(reading, "W-IMPORT-LEFTOVER")[0]
