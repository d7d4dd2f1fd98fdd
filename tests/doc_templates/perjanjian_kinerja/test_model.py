"""The data of an agreement: closed, exact about money, verbatim about everything else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from doc_templates.perjanjian_kinerja.model import (
    Indikator,
    Kegiatan,
    PerjanjianKinerja,
    Program,
    SubKegiatan,
    jumlah_of,
)
from tests.doc_templates.perjanjian_kinerja.agreements import NAMES, agreement, sample

amounts = st.decimals(min_value=0, max_value=Decimal("9999999999999.99"), places=2, allow_nan=False)


@pytest.mark.parametrize("place", ["", "pihak_pertama", "kop", "penomoran"])
def test_an_unknown_field_is_refused(place: str) -> None:
    """A misspelt field is told at once and never silently dropped."""
    data = sample()
    (data[place] if place else data)["sasran"] = "x"

    with pytest.raises(ValidationError, match="sasran"):
        PerjanjianKinerja.model_validate(data)


@pytest.mark.parametrize("name", NAMES)
def test_data_survive_being_stored_as_json(name: str) -> None:
    """A job keeps its data as JSON; reading it back gives the same agreement."""
    data = agreement(name)

    assert PerjanjianKinerja.model_validate_json(data.model_dump_json()) == data


@given(amounts)
def test_an_amount_survives_being_stored_as_json(amount: Decimal) -> None:
    """No rupiah and no sen is lost between a request and its print."""
    item = SubKegiatan(uraian="x", anggaran=amount)

    assert SubKegiatan.model_validate_json(item.model_dump_json()).anggaran == amount


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (1250000000, "1250000000"),
        ("1250000000", "1250000000"),
        ("Rp1.250.000.000", "1250000000"),
        ("Rp 1.250.000.000,50", "1250000000.50"),
        ("1,250,000,000.50", "1250000000.50"),
        (Decimal("1E+9"), "1000000000"),
    ],
)
def test_money_with_one_reading_is_an_amount(typed: object, meant: str) -> None:
    """Numbers and the usual ways of writing rupiah all give the same exact decimal."""
    item = SubKegiatan.model_validate({"uraian": "x", "anggaran": typed})

    assert str(item.anggaran) == meant


@pytest.mark.parametrize("typed", ["1.234", "1,234", "dua juta", "", "-5", -5, "0.001", "NaN"])
def test_money_that_is_not_one_amount_is_refused(typed: object) -> None:
    """An amount that could mean two sums, or none, never becomes a sum."""
    with pytest.raises(ValidationError):
        SubKegiatan.model_validate({"uraian": "x", "anggaran": typed})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("76,50 (BB)", "76,50 (BB)"), (" 95 ", " 95 "), (95, "95"), (3.12, "3,12"), ("", "")],
)
def test_a_target_stays_as_typed(typed: object, kept: str) -> None:
    """Text is never touched; a bare number gets the decimal comma of Indonesian."""
    assert Indikator.model_validate({"uraian": "x", "target": typed}).target == kept


def test_a_truth_value_is_no_target() -> None:
    """``true`` in JSON is a mistake and not a target called “True”."""
    with pytest.raises(ValidationError):
        Indikator.model_validate({"uraian": "x", "target": True})


@given(st.lists(st.lists(st.lists(amounts, max_size=4), max_size=4), min_size=1, max_size=4))
def test_what_is_not_typed_is_the_exact_sum_of_its_parts(tree: list[list[list[Decimal]]]) -> None:
    """Programmes without an amount add up their kegiatan, these their sub kegiatan."""
    programs = tuple(
        Program(
            uraian="p",
            kegiatan=tuple(
                Kegiatan(
                    uraian="k",
                    sub_kegiatan=tuple(SubKegiatan(uraian="s", anggaran=each) for each in leaves),
                )
                for leaves in branches
            ),
        )
        for branches in tree
    )

    data = agreement(program=programs)

    assert data.jumlah == sum(
        (each for branches in tree for leaves in branches for each in leaves), Decimal(0)
    )


def test_a_typed_amount_outweighs_its_parts() -> None:
    """What the office typed is printed, even where its parts say otherwise."""
    part = Kegiatan(uraian="k", anggaran=Decimal(7))

    assert jumlah_of(Program(uraian="p", anggaran=Decimal(10), kegiatan=(part,))) == 10
    assert jumlah_of(Program(uraian="p", kegiatan=(part,))) == 7
    assert jumlah_of(Program(uraian="p")) is None


@pytest.mark.parametrize(
    ("perubahan", "judul"),
    [
        (None, "PERJANJIAN KINERJA TAHUN 2021"),
        ({"ke": 2}, "PERJANJIAN KINERJA PERUBAHAN II TAHUN 2021"),
        ({"ke": 19}, "PERJANJIAN KINERJA PERUBAHAN XIX TAHUN 2021"),
        ({"ke": 40}, "PERJANJIAN KINERJA PERUBAHAN 40 TAHUN 2021"),
    ],
)
def test_a_revision_says_so_in_its_title(perubahan: object, judul: str) -> None:
    """A revised agreement cannot be taken for the first one."""
    assert agreement(perubahan=perubahan).judul == judul


def test_a_blank_number_is_no_number() -> None:
    """An empty cell of a form does not count as an official number."""
    assert agreement(nomor="  ").nomor_sendiri is None
    assert agreement(nomor=" 050 / 1 ").nomor_sendiri == " 050 / 1 "
