"""A signature never stands alone on a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.heights import (
    COMFORTABLE,
    DOUBTS,
    LOOSER,
    SLACK,
    Sheet,
    fill_up,
    line_count,
    one_page_height,
    several_pages_height,
)

ROWS = st.lists(st.floats(7, 40), min_size=1, max_size=60).map(tuple)


def sheet(rows, closing=45.0):
    return Sheet(page=180, opening=8, head=14, rows=rows, closing=closing)


def last_page(rows, least):
    """What rows leave on the last page, told independently: (rows on it, millimetres used)."""
    used, count = 8 + 14, 0
    for row in (max(each, least) for each in rows):
        if count and used + row > 180:
            used, count = 14, 0
        used, count = used + row, count + 1
    return count, used


@given(ROWS)
def test_one_page_is_promised_only_where_it_fits(rows):
    """A promised single page holds title, rows and signature with room to spare."""
    least = one_page_height(sheet(rows))

    if least is not None:
        assert 8 + 14 + sum(max(each, least) for each in rows) + 45 + SLACK <= 180


@given(ROWS)
def test_over_several_pages_the_signature_has_company(rows):
    """Whenever some height certainly keeps the block beside a row, such a height is chosen."""

    def holds(least):
        return all(
            last_page([row * doubt for row in rows], least)[1] + 45 + SLACK <= 180
            for doubt in DOUBTS
        )

    possible = [each for each in (*COMFORTABLE, *LOOSER) if holds(each)]

    assert not possible or several_pages_height(sheet(rows)) == possible[0]


@given(st.lists(st.floats(5, 60), min_size=1, max_size=5), st.floats(0, 300))
def test_spare_room_is_shared_and_nothing_shrinks(natural, room):
    """Panels grow to the foot of the page, never below what their text needs."""
    filled = fill_up(natural, room=room)

    assert all(after >= before for after, before in zip(filled, natural, strict=True))
    if sum(natural) < room:
        assert abs(sum(filled) - room) < 1e-6


def test_lines_are_counted_as_they_break():
    """Words wrap at the width of the cell; typed line breaks count too."""
    assert line_count("Mengumpulkan data", 100, 9.5) == 1
    assert line_count("Mengumpulkan data kinerja", 25, 9.5) == 2
    assert line_count("a\nb", 100, 9.5) == 2
    assert line_count("masing-masing", 15, 9.5) == 2
    assert line_count("semester/tahun", 15, 9.5) == 2
