"""Pages of two prints beside each other, and where on them they differ."""

from __future__ import annotations

import zlib
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.comparing import child, sheets
from service.comparing.errors import PageAbsent, PrintTooHard, PrintTooLong, PrintUnreadable
from service.comparing.leaves import Leaves, leaves_of
from service.comparing.looks import Look, unlike
from service.comparing.pictures import picture, png
from service.comparing.sheets import Box, Sheet, Word, read_sheets, without_furniture
from service.comparing.shelf import Shelf
from service.comparing.values import Sort
from tests.service.web.printing import printed_pages

PAGES = st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), max_size=5)


def sheet(*lines: str) -> Sheet:
    """A page of these lines, twenty points apart, ten points a word."""
    rows = (
        tuple(
            Word(word, Box(72 + 40 * at, 100 + 20 * number, 30, 12))
            for at, word in enumerate(line.split())
        )
        for number, line in enumerate(lines)
    )
    return Sheet(595, 842, tuple(each for each in rows if each))


def partners(leaves: Leaves) -> list[tuple[int | None, int | None]]:
    return [(each.before, each.after) for each in leaves.leaves]


def test_a_page_that_was_put_in_does_not_shift_the_others():
    """It stands alone, and what comes after it is not told as changed."""
    first = [sheet("satu dua tiga"), sheet("empat lima enam"), sheet("tujuh delapan")]
    second = [first[0], sheet("baru sama sekali"), *first[1:]]

    leaves = leaves_of(tuple(first), tuple(second))

    assert partners(leaves) == [(1, 1), (None, 2), (2, 3), (3, 4)]
    [added] = leaves.differences
    assert (added.sort, added.after[0].page) == (Sort.ADDED, 2)
    assert (added.before[0].page, added.before[0].empty) == (1, True)


def test_a_line_that_went_over_to_the_next_page_is_no_difference():
    """Words are compared through the whole print."""
    before = (sheet("satu dua", "tiga empat"), sheet("lima enam"))
    after = (sheet("satu dua"), sheet("tiga empat", "lima enam"))

    assert leaves_of(before, after).differences == ()


def test_frames_lie_around_the_words_that_differ():
    """One frame a line, joined where the lines follow; words alike around them are told."""
    before = (sheet("Tim ditetapkan pada awal", "tahun ini", "selesai"),)
    after = (sheet("Tim dibentuk pada awal", "tahun ini", "selesai"),)

    [found] = leaves_of(before, after).differences

    assert (found.lead, found.trail) == ("Tim", "pada awal tahun ini selesai")
    assert [each.box for each in found.after] == [Box(112, 100, 30, 12)]
    assert [(each.sort, each.text) for each in found.pieces] == [
        ("was", "ditetapkan"),
        ("now", "dibentuk"),
    ]


@settings(max_examples=60)
@given(before=PAGES, after=PAGES)
def test_every_page_stands_once_and_every_difference_on_one_leaf(
    before: list[list[str]], after: list[list[str]]
):
    """In order on both sides, whatever was printed."""
    both = [tuple(sheet(*lines) for lines in each) for each in (before, after)]

    leaves = leaves_of(both[0], both[1])

    for side, many in enumerate((len(before), len(after))):
        told = [each[side] for each in partners(leaves) if each[side] is not None]
        assert told == list(range(1, many + 1))
    numbers = [each.number for each in leaves.differences]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    same = [word for lines in before for word in lines] == [w for lines in after for w in lines]
    assert bool(numbers) != same


def test_page_numbers_of_contents_and_running_feet_do_not_count():
    """What follows from the pages is no change of the text; another running head is told once."""
    margin = [
        Sheet(595, 842, (*sheet(f"isi {page}").lines, _foot(f"LKjIP 2024 hal {at}")))
        for at, page in enumerate(("satu", "dua", "tiga"), start=7)
    ]
    other = [
        Sheet(595, 842, (each.lines[0], _foot(f"Laporan 2024 hal {at}")))
        for at, each in enumerate(margin)
    ]
    contents = sheet("Hukum......13"), sheet("Hukum.........14")

    running = leaves_of(without_furniture(margin), without_furniture(other))

    assert leaves_of((contents[0],), (contents[1],)).differences == ()
    assert running.differences == ()
    assert running.running[1] == ("Laporan # hal #",)


def test_a_print_is_read_with_its_places_and_drawn(tmp_path: Path):
    """Poppler reads it in a child; the marks that Lontar adds are left out."""
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(
        printed_pages(["Surat jalan", "KONSEP - belum bernomor - Halaman 1 dari 1"])
        + b"\n% /OutputIntents"
    )
    child.lay(pdf)

    [page] = read_sheets(pdf, folder=tmp_path)
    drawn = picture(pdf, 1, folder=tmp_path)

    assert [word.text for line in page.lines for word in line] == ["Surat", "jalan"]
    assert page.lines[0][0].box.x == pytest.approx(72, abs=1)
    assert (page.width, page.height) == (595, 842)
    assert int.from_bytes(drawn[16:20], "big") == 800
    assert b"/OutputIntentX" in pdf.read_bytes()
    with pytest.raises(PageAbsent):
        picture(pdf, 2, folder=tmp_path)


@pytest.mark.parametrize(
    ("limit", "error"),
    [
        ((sheets, "MOST_PAGES", 2), PrintTooLong),
        ((child, "MEMORY", 1 << 20), PrintTooHard),
        ((child, "OUTPUT", 10), PrintTooHard),
    ],
)
def test_what_needs_too_much_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: tuple[ModuleType, str, int],
    error: type[Exception],
):
    """Too many pages, too little memory, too much output; never a fault of ours."""
    pdf = tmp_path / "cetakan.pdf"
    pdf.write_bytes(printed_pages(["a"], ["b"], ["c"]))
    assert len(read_sheets(pdf, folder=tmp_path)) == 3

    monkeypatch.setattr(*limit)
    with pytest.raises(error):
        read_sheets(pdf, folder=tmp_path)


def test_what_is_no_pdf_is_refused(tmp_path: Path):
    """Whatever its name says."""
    pdf = tmp_path / "cetakan.pdf"
    pdf.write_bytes(b"%PDF-1.7 tetapi bukan")

    with pytest.raises(PrintUnreadable):
        read_sheets(pdf, folder=tmp_path)


def test_a_picture_keeps_its_greys_to_a_sixteenth():
    """Two points a byte, odd widths filled up with white."""
    shown = png(b"P5\n3 1\n255\n" + bytes([0, 130, 255]))

    start = shown.index(b"IDAT") + 4
    assert zlib.decompress(shown[start:-16]) == bytes([0, 0x08, 0xFF])
    with pytest.raises(PageAbsent):
        png(b"")


def test_looks_are_framed_where_they_differ_unless_everything_does():
    """Marks at the foot are each print's own; a page that shifted as a whole has no frames."""
    white = Look(300, 400, b"\xff" * 300 * 400)

    def dotted(*places: tuple[int, int]) -> Look:
        greys = bytearray(white.greys)
        for x, y in places:
            greys[y * 300 + x] = 0
        return white._replace(greys=bytes(greys))

    near = unlike(white, dotted((15, 25), (24, 25), (200, 300)))

    assert unlike(white, white) == ()
    assert unlike(white, dotted((5, 390))) == ()
    assert near is not None
    assert [(each.x, each.y, each.width) for each in near] == [(18, 36, 36), (360, 540, 18)]
    assert (
        unlike(white, dotted(*((x, y) for x in range(0, 300, 25) for y in range(0, 300, 25))))
        is None
    )
    assert unlike(white, white._replace(width=299)) is None


def test_pictures_are_made_once_and_the_oldest_go(tmp_path: Path):
    """The shelf holds as much as it may, and nothing by a name that a person could choose."""
    shelf, made = Shelf(tmp_path / "rak", most=100), []

    def make() -> bytes:
        made.append(1)
        return b"x" * 10

    for number in range(130):
        shelf.kept(f"../halaman {number}", make)
    assert shelf.kept("../halaman 129", make) == b"x" * 10
    assert len(made) == 130
    lying = list((tmp_path / "rak").iterdir())
    assert len(lying) < 80
    assert list(tmp_path.iterdir()) == [tmp_path / "rak"]


def _foot(text: str) -> tuple[Word, ...]:
    return tuple(Word(each, Box(72 + 40 * at, 810, 30, 8)) for at, each in enumerate(text.split()))
