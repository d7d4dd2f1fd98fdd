"""Lists that were glued into one text come apart again, and nothing else does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.reading.lists import joined_schools, split_list

ITEM = st.lists(
    st.sampled_from(
        [
            *("Memahami", "Menyusun", "Peraturan", "Nomor 53", "Tahun 2014", "No. 12", "(SPIP)"),
            *("tentang kinerja", "D3/S2", "Rp1.500.000,00", "3.1", "Pasal 4", "RENSTRA;", "8 jam"),
        ]
    ),
    min_size=1,
    max_size=8,
).map(lambda words: "Dokumen " + " ".join(words) + " lengkap")
ITEMS = st.lists(ITEM, min_size=1, max_size=14)


@given(ITEMS, st.sampled_from([" ", "\n", "  ", " \n "]))
def test_numbered_items_joined_and_split_are_the_items(items: list[str], between: str):
    """Whatever stands between the items, the numbers at their heads part them again."""
    text = between.join(f"{at}. {item}" for at, item in enumerate(items, 1))

    split = split_list(text)

    assert list(split.items) == items
    assert split.numbered


@given(ITEMS)
def test_items_glued_without_a_space_are_parted(items: list[str]):
    """``Publik2. Peraturan`` is two items."""
    text = "".join(f"{at}. {item}" for at, item in enumerate(items, 1))

    assert list(split_list(text).items) == items


@given(ITEMS)
def test_lines_without_numbers_are_items(items: list[str]):
    """Without numbers each line is an item."""
    split = split_list("\n".join(["Awal", *items]))

    assert list(split.items) == ["Awal", *items]
    assert not split.numbered


@given(st.text(alphabet="aB1 2.\n()No/;:-S", max_size=120))
def test_no_letter_is_lost(text: str):
    """Splitting takes away numbers of items and spaces, nothing else."""
    split = split_list(text)

    kept, bare = "".join(split.items), text
    assert re.sub(r"[\d.\s]", "", kept) == re.sub(r"[\d.\s]", "", bare)
    if not split.numbered:
        assert "".join(kept.split()) == "".join(bare.split())


@pytest.mark.parametrize(
    "text",
    [
        "1. Permendagri No. 52 Tahun 2011 tentang SOP No. 2. Lampiran",
        "1. Berlaku sejak Tahun 2. Lihat Pasal 2. Terus",
        "1. Pendidikan SMA/SMK atau S2. Berpengalaman",
        "1. Versi 1.2. Terbaru",
    ],
)
def test_numbers_of_citations_part_nothing(text: str):
    """Numbers of regulations, articles, schools and versions are no items."""
    assert split_list(text).items == (text[3:],)


def test_a_number_out_of_order_leaves_the_lines():
    """1, 2, 4 is no list that the form could number: the lines stay as typed."""
    split = split_list("1. Satu\n2. Dua\n4. Empat")

    assert split.items == ("1. Satu", "2. Dua", "4. Empat")
    assert not split.numbered


def test_other_signs_stay_as_typed():
    """Bullets, letters and brackets belong to the text, since the form prints none of them."""
    assert split_list("a. Satu\nb. Dua").items == ("a. Satu", "b. Dua")
    assert split_list("• Satu\n• Dua").items == ("• Satu", "• Dua")
    assert split_list("1) Satu\n2) Dua").items == ("1) Satu", "2) Dua")


def test_a_line_under_a_numbered_item_belongs_to_it():
    """Lines without a number go on with the item above."""
    assert split_list("1. Satu\nlanjutan\n2. Dua").items == ("Satu\nlanjutan", "Dua")


def test_regulations_without_numbers_are_parted_by_guess():
    """Regulations that run on are parted where each begins, and the way is told."""
    split = split_list(
        "Peraturan Presiden No. 29 Tahun 2014 tentang SAKIP Peraturan Menteri Nomor 53 Tahun 2014 "
        "tentang Perjanjian Kinerja"
    )

    assert split.way == "dugaan"
    assert [each.split(" tentang")[0] for each in split.items] == [
        "Peraturan Presiden No. 29 Tahun 2014",
        "Peraturan Menteri Nomor 53 Tahun 2014",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Perbup No. 5 Tahun 2020 tentang Perubahan atas Peraturan Bupati No. 1 Tahun 2019",
        "Peraturan Daerah tentang Retribusi Peraturan Bupati tentang Tarif",
        "Pedoman Penyusunan SOP Administrasi Pemerintahan",
        "Memahami pengumpulan dan pengolahan data kinerja",
    ],
)
def test_one_regulation_that_names_another_stays_one(text: str):
    """“Perubahan atas Peraturan …” and titles without numbers are not parted."""
    assert split_list(text).items == (text,)


def test_schools_are_reported_and_not_parted():
    """“SMA/SMK Sarjana D3/S2” may be two or three items; only a person knows."""
    assert split_list("SMA/SMK Sarjana D3/S2").items == ("SMA/SMK Sarjana D3/S2",)
    assert joined_schools("SMA/SMK Sarjana D3/S2") == ["SMA/SMK", "Sarjana", "D3/S2"]
    assert joined_schools("Sarjana Hukum") == []


def test_nothing_gives_no_items():
    """A blank panel has no items."""
    assert split_list(" \n ").items == ()
    assert split_list("").way == "kosong"
