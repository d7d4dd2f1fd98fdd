"""The form fits its paper and its lanes: no word broken, no text cut, a valid grid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doc_templates.sop.widths import MARK_POINTS, PADDING, SIZES, UPRIGHT_LANE, Column, plan_columns
from doc_templates.typefaces import typeface
from tests.doc_templates.sop.samples import (
    NAMES,
    SOP,
    W,
    activity_table,
    filled,
    sample,
    with_lanes,
)

ARIAL = typeface("Arial")
MM = 1440 / 25.4
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)
TEXT = st.lists(WORD, max_size=12).map(" ".join)


def columns_with(lanes, texts, name="Pengadministrasi Perencanaan"):
    return [
        Column(("No",), ("1", "10"), narrow=True),
        Column(("Kegiatan",), tuple(texts)),
        *(Column((name,), (), lane=True) for _ in range(lanes)),
        Column(("Kelengkapan",), tuple(texts)),
        Column(("Waktu",), ("30 menit",)),
        Column(("Output",), tuple(texts)),
        Column(("Keterangan",), ()),
    ]


@pytest.mark.parametrize("lanes", range(3, 11))
@given(texts=st.lists(TEXT, min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_no_word_is_broken_from_three_to_ten_lanes(lanes, texts):
    """Each column holds its longest word; together they fill the page exactly."""
    columns = columns_with(lanes, texts)
    plan = plan_columns(columns, room=273)

    assert sum(plan.widths) == pytest.approx(273)
    for column, width in zip(columns, plan.widths, strict=True):
        bodies = [ARIAL.longest_word_width(each, points=plan.points) for each in column.texts]
        heads = [
            ARIAL.longest_word_width(each, points=plan.points, bold=True) for each in column.heads
        ]
        if column.lane and plan.upright is not None:
            assert max(heads) + PADDING <= plan.upright + 1e-9
            assert width >= UPRIGHT_LANE
        else:
            assert max([*bodies, *heads]) + PADDING <= width + 1e-9


def test_the_words_under_a_symbol_stand_on_one_line():
    """“Tidak → 18” is not torn apart where the names of the lanes lie level."""
    short = Column(("Camat",), (), lane=True, marks=("Ya → 20", "Tidak → 18"))
    plan = plan_columns([short, Column(("Kegiatan",), ("a " * 200,))], room=100)

    assert plan.widths[0] >= ARIAL.text_width("Tidak → 18", points=MARK_POINTS) + PADDING


def test_few_lanes_keep_the_full_type():
    """An ordinary SOP is printed in the form's own size."""
    plan = plan_columns(columns_with(4, ["Menyusun laporan"]), room=306)

    assert (plan.points, plan.upright) == (SIZES[0], None)


def test_many_long_names_stand_upright():
    """Ten lanes of long names fit because the names turn, not because words break."""
    assert plan_columns(columns_with(10, ["Menyusun laporan"]), room=273).upright is not None


@pytest.mark.parametrize("lanes", range(3, 11))
def test_the_grid_agrees_with_every_row(lanes):
    """Grid, spans and cell widths tell the same, as Word demands."""
    table = activity_table(filled(with_lanes(lanes)))
    grid = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]

    assert len(grid) == lanes + 6
    for row in table.findall(f"{W}tr"):
        at = 0
        for cell in row.findall(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            columns = 1 if span is None else int(span.get(f"{W}val"))
            assert int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) == sum(grid[at : at + columns])
            at += columns
        assert at == len(grid)


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_as_wide_as_the_paper_allows(name):
    """Every table fills the type area of its paper and nothing sticks out."""
    root = filled(sample(name))
    size, margin = root.find(f".//{W}pgSz"), root.find(f".//{W}pgMar")
    room = int(size.get(f"{W}w")) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right"))

    assert size.get(f"{W}orient") == "landscape"
    for table in root.iter(f"{W}tbl"):
        width = sum(int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid"))
        assert width == pytest.approx(room, abs=12)


@pytest.mark.parametrize("name", NAMES)
def test_lanes_are_left_to_the_drawing(name):
    """A lane's cell holds one empty line of a point, and the shapes have a place to hang on."""
    root, model = filled(sample(name)), sample(name)
    table = activity_table(root)
    for row in table.findall(f"{W}tr")[2:]:
        lanes = row.findall(f"{W}tc")[2 : 2 + len(model.lajur)]
        paragraphs = [each for cell in lanes for each in cell.findall(f"{W}p")]
        assert [style_of(each) for each in paragraphs] == ["SelLajur"] * len(model.lajur)
        assert not [text for each in paragraphs for text in each.iter(f"{W}t")]

    assert style_of(table.getprevious()) == "Jangkar"


def style_of(paragraph):
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


@pytest.mark.parametrize("name", NAMES)
def test_head_rows_repeat_and_no_row_is_cut_in_two(name):
    """On every page the columns keep their heads, and a row stays whole."""
    rows = activity_table(filled(sample(name))).findall(f"{W}tr")
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]

    assert heads == [True, True] + [False] * len(sample(name).kegiatan)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_an_sop_without_lanes_or_steps_still_prints():
    """A KONSEP can be made of the barest beginnings."""
    table = activity_table(filled(SOP.model(), konsep=True))

    assert len(table.find(f"{W}tblGrid")) == 7
