"""A long text as the real LibreOffice lays it out, with everything that may go wrong in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doc_templates.kind import Description
from doc_templates.naskah.blok import (
    Alinea,
    Bagian,
    BlokTabel,
    Daftar,
    DaftarIsi,
    HalamanBaru,
    Judul,
)
from tests.doc_templates.naskah.pages import Pages, squeezed, stamped
from tests.doc_templates.naskah.tables import docx, table, texts_of
from tests.pdf_checks import qpdf_check, verapdf

if TYPE_CHECKING:
    from pathlib import Path

    from workers.pipeline.convert import Converter

pytestmark = pytest.mark.libreoffice

MARGIN = 20 * 72 / 25.4 - 1
"""Of the forms at the right and at the left, points, less a hair for the lines of tables."""
SIX_HUNDRED = "kata panjang sekali " * 30
LONG_WORD = "0123456789abcdef" * 8
CHAPTERS = (
    ("PENDAHULUAN", 1, "BAB I"),
    ("Tugas & <fungsi>", 2, "A."),
    ("Susunan", 3, "1."),
    ("AKUNTABILITAS KINERJA", 1, "BAB II"),
    ("PENUTUP", 1, "BAB III"),
)
HARD_TABLES = {
    "Tabel 2": table((40, 3), indikator="Indikator"),
    "Tabel 3": table((1, 1), indikator=SIX_HUNDRED),
    "Tabel 4": table((2,), indikator=LONG_WORD),
    "Tabel 5": table((3,) * 66),
    "Tabel 6": replace(table(), baris=(), kosong="Belum ada sasaran."),
}
"""A group no page holds, tall cells, a word no line holds, two hundred rows, none at all."""


def text() -> list[Bagian]:
    first, second, third, fourth, last = (Judul(*each) for each in CHAPTERS)
    hard = tuple(BlokTabel(each, number) for number, each in HARD_TABLES.items())
    return [
        Bagian(
            (
                HalamanBaru(),
                Judul("DAFTAR ISI"),
                DaftarIsi(),
                Judul("DAFTAR TABEL"),
                DaftarIsi("tabel"),
                HalamanBaru(),
                first,
                *(Alinea("Isi yang mengalir. " * 60) for _ in range(8)),
                second,
                Daftar(("satu", "dua " * 80), "huruf"),
                third,
                BlokTabel(table((2, 2)), "Tabel 1"),
            )
        ),
        Bagian((fourth, *hard), mendatar=True),
        Bagian((last, Alinea("Selesai."))),
    ]


DESCRIPTION = Description(
    title="Uji", office="Dinas", year=2024, register="dinas/uji", number=None, numbering=None,
    date="2024-02-01", classification=None, signatories=(), must_show=("Uji",),
)  # fmt: skip


@pytest.fixture(scope="module", params=["A4", "F4"])
def pages(request, converter: Converter, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The whole text on each paper, stamped as it would be issued."""
    folder = tmp_path_factory.mktemp("pages")
    made = docx(text(), folder, kertas=request.param)
    return Pages(stamped(made, DESCRIPTION, converter=converter, folder=folder))


def test_it_conforms(pages: Pages) -> None:
    """Links, tall cells cut by pages, two directions: PDF/A-2b, PDF/UA-1, sound for qpdf."""
    assert verapdf(pages.path) == []
    assert qpdf_check(pages.path) == ""


def test_contents_name_the_pages_on_which_headings_stand(pages: Pages) -> None:
    """Each title leads to its heading's page, and the number beside it is that page's."""
    stands = dict(pages.outline())
    links = pages.links()

    pairs = list(zip(links[::2], links[1::2], strict=True))
    titles = ["DAFTAR ISI", "DAFTAR TABEL", *(title for title, _, _ in CHAPTERS)]
    assert len(pairs) == len(titles) + 1 + len(HARD_TABLES)
    shown = pages.texts()
    for (_, target), (number, same) in pairs:
        assert (number, same) == (str(target), target)
    for ((title, target), _), wanted in zip(pairs, titles, strict=False):
        assert title == wanted
        assert target in {stands[each] for each in stands if each.endswith(wanted)}
        assert squeezed(wanted) in squeezed(shown[target - 1])


def test_the_outline_is_complete(pages: Pages) -> None:
    """Every heading, in order, with its number."""
    wanted = [f"{number} {title}" for title, _, number in CHAPTERS]

    assert [title for title, _ in pages.outline()] == ["Uji", "DAFTAR ISI", "DAFTAR TABEL", *wanted]


def test_nothing_of_a_table_is_lost(pages: Pages) -> None:
    """Heads, cells, and the lines below; cells of rows that break are told apart."""
    shown = pages.squeezed()

    for number, each in HARD_TABLES.items():
        lost = {text for text in texts_of(each) if squeezed(text) not in shown}
        assert lost == set(), number
    assert "Belumadasasaran." in shown


def test_no_word_leaves_the_type_area(pages: Pages) -> None:
    """What is printed stands between the margins, above the stamp's own lines."""
    for width, height, boxes in pages.boxes():
        outside = [
            each.text
            for each in boxes
            if each.bottom < height - 75  # the stamp's lines stand below
            and (each.left < MARGIN or each.right > width - MARGIN or each.top < MARGIN)
        ]
        assert outside == []


def test_heads_repeat_on_every_page_of_a_table(pages: Pages) -> None:
    """A page that goes on with a table names its columns again."""
    texts = [squeezed(each) for each in pages.texts()]

    rows = [each for each in texts if "Sasaranke-30" in each or "Sasaranke-60" in each]
    assert len(rows) == 2
    assert all("IndikatorKinerja" in each for each in rows)


def test_an_aim_stays_on_one_page(pages: Pages) -> None:
    """Of sixty-six aims of three indicators, none is cut by a page."""
    texts = [squeezed(each) for each in pages.texts()]

    long = "".join(texts)
    start = long.index("Tabel5CapaianUji", long.index("Tabel4CapaianUji"))
    assert start
    for aim in range(3, 67):
        on = {
            at
            for at, page in enumerate(texts)
            for row in range(1, 4)
            if f"Indikator{aim}.{row}" in page
        }
        assert len(on) == 1, aim


def test_titles_of_every_length_conform(converter: Converter, tmp_path: Path) -> None:
    """Wherever a title ends on its line of the contents, its link lies over its words."""
    # Some titles leave no room on their line for a number of two digits.
    filling = "Sasaran 8: Meningkatnya pencegahan gangguan ketertiban dan kesiapsiagaan bencana"
    heads = (
        Judul(filling, 2, "A.8"),
        *(Judul(f"Sasaran yang hampir memenuhi barisnya {'i' * at}", 2) for at in range(40, 90)),
    )
    leaves = [each for at in range(9) for each in (HalamanBaru(), Alinea(f"Halaman {at}"))]
    parts = [Bagian((Judul("DAFTAR ISI"), DaftarIsi(), *leaves, *heads))]

    made = stamped(docx(parts, tmp_path), DESCRIPTION, converter=converter, folder=tmp_path)

    assert verapdf(made, "ua1") == []
    links = [words for words, _ in Pages(made).links()]
    assert filling in links
    assert len([1 for each in links if each.startswith("Sasaran")]) >= len(heads)
