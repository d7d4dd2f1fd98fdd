"""Columns get room for their longest words, and the type shrinks before words are broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
from doc_templates.naskah.gaya import HURUF, UKURAN_SEL, UKURAN_TERKECIL
from doc_templates.naskah.lebar import BANTALAN, baris_teks, ukuran_tabel
from doc_templates.typefaces import typeface

WORDS = st.text("abcdefghijklmnop", min_size=1, max_size=14)


def of(rows: list[list[str]], *, lebar: int = 10) -> Tabel:
    kolom = tuple(Kolom(f"k{at}", "Kepala", lebar=lebar) for at in range(len(rows[0])))
    return Tabel("U", "Uji", kolom, tuple(Baris(tuple(map(Sel, each))) for each in rows))


@given(
    st.integers(1, 18).flatmap(
        lambda columns: st.lists(
            st.lists(WORDS, min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    ),
    st.sampled_from([165.0, 252.0, 285.0]),
)
def test_columns_fill_the_table_and_hold_their_words(rows: list[list[str]], width: float):
    """The widths come to that of the page; no word is wider than its column while all can fit."""
    measured = ukuran_tabel(of(rows), width)

    assert sum(measured.kolom) == pytest.approx(width)
    assert UKURAN_TERKECIL <= measured.huruf <= UKURAN_SEL
    face = typeface(HURUF)
    needs = [
        max(face.text_width(each, points=measured.huruf, bold=True) for each in column)
        + 2 * BANTALAN
        for column in (("Kepala", *each) for each in zip(*rows, strict=True))
    ]
    if sum(needs) + len(needs) <= width:
        assert all(need <= has for need, has in zip(needs, measured.kolom, strict=True))


def test_type_shrinks_where_columns_are_many():
    """Three columns take the usual size, eighteen a smaller one."""
    few = ukuran_tabel(of([["Persentase"] * 3]), 285)
    many = ukuran_tabel(of([["Persentase"] * 18]), 285)

    assert few.huruf == UKURAN_SEL
    assert many.huruf < UKURAN_SEL


def test_a_digest_takes_no_room_from_words():
    """What no line can hold is broken anywhere; the words beside it stay whole."""
    measured = ukuran_tabel(of([["0f" * 32, "Penyelenggaraan pemerintahan"]]), 120)

    face = typeface(HURUF)
    need = face.text_width("Penyelenggaraan", points=measured.huruf, bold=True) + 2 * BANTALAN
    assert measured.kolom[1] >= need
    assert measured.kolom[0] > 20


def test_portions_are_kept_where_nothing_presses():
    """A column asked for three times as wide is three times as wide."""
    kolom = (Kolom("a", "A", lebar=10), Kolom("b", "B", lebar=30))

    measured = ukuran_tabel(Tabel("U", "Uji", kolom, (Baris((Sel("x"), Sel("y"))),)), 160)

    assert measured.kolom == pytest.approx((40, 120))


@given(st.text("Wil dan/-\n", max_size=80), st.sampled_from([18.0, 45.0, 90.0]))
def test_no_fewer_lines_are_reckoned_than_are_printed(text: str, width: float):
    """Heights are reckoned with it: rows that keep together must really fit."""
    printed = typeface(HURUF).line_count(text, width - 2 * BANTALAN, points=UKURAN_SEL)

    assert baris_teks(text, width, UKURAN_SEL) >= printed
