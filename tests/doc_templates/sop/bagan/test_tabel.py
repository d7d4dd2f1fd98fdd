"""The table of the form, parted into one table a page."""

from __future__ import annotations

import pytest

from tests.doc_templates.sop.bagan.papan import bolak_balik, langkah, sop, tata
from tests.doc_templates.sop.samples import filled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS = 1440 / 25.4


def tables(model):
    """The tables of the flowchart, each with the paragraph of its anchor."""
    root = filled(model, konsep=True)
    return [
        (each.getprevious(), each)
        for each in root.iter(f"{W}tbl")
        if each.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    ]


def heights(table):
    return [
        (int(each.get(f"{W}val")), each.get(f"{W}hRule"))
        for each in table.iterfind(f"{W}tr/{W}trPr/{W}trHeight")
    ]


def words(cell):
    return "".join(each.text or "" for each in cell.iter(f"{W}t"))


def test_each_page_has_a_table_with_its_own_head():
    """As many tables as pages laid out, two head rows in each, a page break before all but one."""
    model = bolak_balik()
    _, lembar = tata(model)
    semua = tables(model)

    assert len(semua) == len(lembar.halaman) > 2
    for at, (anchor, table) in enumerate(semua):
        assert len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) == 2
        assert (anchor.find(f"{W}pPr/{W}pageBreakBefore") is not None) == (at > 0)


def test_every_row_is_exactly_as_tall_as_reckoned():
    """Heights in twentieths of a point, none left to the program."""
    model = bolak_balik()
    _, lembar = tata(model)

    for (_, table), halaman in zip(tables(model), lembar.halaman, strict=True):
        wanted = [*lembar.tinggi_kepala, *(each.tinggi for each in halaman.baris)]
        found = heights(table)

        assert {rule for _, rule in found} == {"exact"}
        assert [value for value, _ in found] == pytest.approx(
            [each * TWIPS for each in wanted], abs=0.1
        )


def test_the_shapes_of_a_page_hang_on_the_paragraph_before_its_table():
    """None stands inside a table, where it would move with a cell."""
    model = bolak_balik()
    _, lembar = tata(model)

    for (anchor, table), halaman in zip(tables(model), lembar.halaman, strict=True):
        assert len(anchor.findall(f"{W}r/{W}drawing")) >= len(halaman.simbol)
        assert table.find(f".//{W}drawing") is None


def test_a_divided_step_shows_each_part_in_its_row():
    """What goes on over the page stands there without being said twice."""
    uraian = " ".join(f"kata{at}" for at in range(900))
    model = sop(langkah(1, 0, uraian), langkah(2, 1))
    printed = " ".join(
        words(row.findall(f"{W}tc")[1])
        for _, table in tables(model)
        for row in table.findall(f"{W}tr")[2:]
    )

    assert [each for each in printed.split() if each.startswith("kata")] == uraian.split()
    assert len(tables(model)) > 1


def test_strips_name_where_their_connectors_lead():
    """The second column of the strip at the foot says it."""
    table = tables(bolak_balik())[0][1]

    assert words(table.findall(f"{W}tr")[-1].findall(f"{W}tc")[1]).startswith("B ke langkah")


def test_an_sop_without_steps_prints_its_head_alone():
    """A KONSEP of what was only begun."""
    ((anchor, table),) = tables(sop(lajur=4))

    assert len(table.findall(f"{W}tr")) == 2
    assert anchor.find(f"{W}r/{W}drawing") is None
