"""Widths of letters and heights of lines, so that columns and rows are measured before layout."""

from __future__ import annotations

import re
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.forge import Page, Style, paragraph, run
from doc_templates.forge_package import Form
from doc_templates.typefaces import FAMILIES, typeface
from workers.tools.fonts import TEXT_FONTS
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workers.pipeline.convert import Converter

MM = 25.4 / 72
TEXT = st.text(max_size=30)
WORDS = [
    *("Pengadministrasi", "klasifikasi", "titik", "attitude", "AVATAR", "staff", "office", "flow"),
    *("Kasubbag/Kasie", "050/16/118-01/2021", "“mutu”", "WAKTU", "fjord", "masing-masing"),
]
SIZES = [half / 2 for half in range(12, 28)]

every_family = pytest.mark.parametrize("name", FAMILIES)


def test_every_family_that_may_be_printed_can_be_measured():
    """What the layout engine substitutes and what is measured here are the same five."""
    assert set(FAMILIES) == set(TEXT_FONTS)


def test_widths_are_those_of_arial():
    """Digits of Arial are 1139/2048 em wide: ten of them at 10 points."""
    width = typeface("Arial").text_width("0123456789", points=10)

    assert width == pytest.approx(10 * 1139 / 2048 * 10 * MM)


@every_family
@given(left=TEXT, right=TEXT, bold=st.booleans())
def test_a_line_is_as_wide_as_its_parts(name, left, right, bold):
    """Widths add up, whatever the characters are."""

    def width(text):
        return typeface(name).text_width(text, points=9, bold=bold)

    assert width(left + right) == pytest.approx(width(left) + width(right))


def test_the_longest_word_counts_not_the_line():
    """A column must hold a word; lines may break."""
    arial = typeface("Arial")
    longest = arial.longest_word_width("a Pengadministrasi b", points=9)

    assert longest == arial.text_width("Pengadministrasi", points=9)
    assert arial.longest_word_width("", points=9) == 0.0


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Mengumpulkan data", 100, 1),
        ("Mengumpulkan data kinerja", 25, 2),
        ("a\nb", 100, 2),
        ("masing-masing", 15, 2),
        ("semester/tahun", 15, 2),
        ("050/16/118-01/2021", 20, 2),
        ("laporan/5 bulan-an", 20, 2),
        ("", 40, 1),
        ("W" * 30, 20, 5),
    ],
)
def test_lines_are_counted_as_they_break(text, room, lines):
    """Words wrap at the width; typed breaks count; a word that fits nowhere is broken."""
    assert typeface("Arial").line_count(text, room, points=9.5) == lines


@given(words=st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=20))
def test_lines_hold_what_they_are_given(words):
    """Never fewer lines than the whole width asks for, never more than words."""
    arial, text = typeface("Arial"), " ".join(words)
    lines = arial.line_count(text, 30, points=9)

    assert lines <= max(1, len(words))
    assert lines * 30 >= arial.text_width(text, points=9) - lines * 3


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Converter]:
    """A LibreOffice for the tests of this file."""
    folder = tmp_path_factory.mktemp("engine")
    with closing(open_converter(folder, seconds=60, documents=100, megabytes=800)) as opened:
        yield opened


def printed(body: list[str], *, name: str, converter: Converter, folder: Path):
    """Every word of a print with its left, top and right, points."""
    docx, pdf = folder / "form.docx", folder / "form.pdf"
    styles = (Style("Normal", "Normal"),)
    form = Form(name, 10, 1.0, styles, tuple(body), Page(), title="Ukuran huruf")
    form.write(docx)
    converter.to_pdf(docx, pdf)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    found = re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax=".+?">(.*?)</', boxes)
    return [(unescape(word), float(x), float(y), float(end)) for x, y, end, word in found]


@pytest.mark.libreoffice
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@every_family
def test_print_is_never_wider_than_was_measured(name, bold, converter, tmp_path):
    """LibreOffice sets each word in at most the width measured, ligatures included."""
    body = [paragraph(run(word, bold=bold)) for word in WORDS]
    found = printed(body, name=name, converter=converter, folder=tmp_path)

    assert [word for word, *_ in found] == WORDS
    for word, left, _, right in found:
        measured = typeface(name).text_width(word, points=10, bold=bold) / MM
        assert measured * 0.95 - 0.1 <= right - left <= measured + 0.01


@pytest.mark.libreoffice
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@every_family
def test_lines_are_as_tall_as_was_measured(name, bold, converter, tmp_path):
    """Twenty lines at every size: each as high as reckoned, or up to two twips lower."""
    body = [
        paragraph(run("Halaman", bold=bold, size=size), new_page=at == 0)
        for size in SIZES
        for at in range(21)
    ]
    tops = [top for _, _, top, _ in printed(body, name=name, converter=converter, folder=tmp_path)]

    for at, size in enumerate(SIZES):
        height = (tops[21 * at + 20] - tops[21 * at]) / 20
        assert 0 <= typeface(name).line_height(size, bold=bold) / MM - height + 0.005 <= 0.11
