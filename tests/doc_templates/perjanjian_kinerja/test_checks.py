"""What is said about an agreement before it may be issued."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.findings import Level, blocking
from doc_templates.perjanjian_kinerja import KIND, codes
from doc_templates.perjanjian_kinerja.model import Kegiatan, Program
from tests.doc_templates.perjanjian_kinerja.agreements import NAMES, agreement, codes_of, sample


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_may_be_issued(name: str) -> None:
    """The shipped agreements show how it is done: nothing in them blocks issuing."""
    assert blocking(KIND.check(agreement(name))) == []


def test_a_nip_of_nineteen_digits_is_told_and_two_readings_offered() -> None:
    """The camat's NIP is printed as typed; the two sound NIPs near it are offered."""
    [finding] = [each for each in KIND.check(agreement("camat")) if each.code == "W-NIP-LENGTH"]

    assert finding.level is Level.WARNING
    assert finding.where == "pihak_pertama.nip"
    assert set(finding.suggestions) == {"19600721 199303 1 003", "19660721 199303 1 003"}


def test_a_bupati_needs_neither_nip_nor_rank() -> None:
    """A head of region has no NIP; only the missing name is mentioned."""
    places = {where for _, where in codes_of(agreement()) if where.startswith("pihak_kedua")}

    assert places == {"pihak_kedua.nama"}


def test_a_bupati_with_a_nip_is_a_question() -> None:
    """A NIP under a head of region is unusual; it is told, and printed all the same."""
    bupati = {"nama": "A", "jabatan": "BUPATI KUDUS", "nip": "19650130 199203 1 005"}

    found = codes_of(agreement(pihak_kedua=bupati))

    assert (codes.HEAD_NIP.name, "pihak_kedua.nip") in found


def test_blank_names_and_nips_do_not_block() -> None:
    """Offices print dots and fill them in when they sign."""
    found = KIND.check(agreement("eselon-iv"))

    missing = [each for each in found if each.code == codes.PARTY_NAME.name]
    assert {each.where for each in missing} == {
        f"{party}.{field}"
        for party in ("pihak_pertama", "pihak_kedua")
        for field in ("nama", "nip")
    }
    assert {each.level for each in missing} == {Level.WARNING}


@pytest.mark.parametrize("jabatan", [None, "", "  "])
def test_a_party_without_a_post_blocks(jabatan: str | None) -> None:
    """Without post nobody could say who promises."""
    found = blocking(KIND.check(agreement(pihak_pertama={"nama": "A", "jabatan": jabatan})))

    assert [(each.code, each.where) for each in found] == [
        (codes.PARTY_POST.name, "pihak_pertama.jabatan")
    ]


def test_only_a_head_of_region_promises_alone() -> None:
    """One party is right for a Bupati and wrong for everyone below."""
    bupati = {"nama": "A", "jabatan": "BUPATI KUDUS"}

    alone = agreement(pihak_kedua=None)
    head = agreement(tingkat="kepala_daerah", pihak_kedua=None, pihak_pertama=bupati)

    assert (codes.PARTY_MISSING.name, "pihak_kedua") in codes_of(alone)
    assert blocking(KIND.check(head)) == []


def test_the_same_person_cannot_be_both_parties() -> None:
    """An agreement is made with a superior; the same NIP twice is told, however spaced."""
    official = sample()["pihak_pertama"]

    found = codes_of(agreement(pihak_kedua={**official, "nip": "196501301992031005"}))

    assert (codes.PARTY_SAME.name, "pihak_kedua.nip") in found


@pytest.mark.parametrize(
    ("sasaran", "code", "where"),
    [
        ([], codes.SASARAN_MISSING, "sasaran"),
        ([{"uraian": "x"}], codes.INDICATOR_MISSING, "sasaran[0].indikator"),
        (
            [{"uraian": "x", "indikator": [{"uraian": "y", "target": "1"}]}],
            codes.UNIT_MISSING,
            "sasaran[0].indikator[0].satuan",
        ),
        (
            [{"uraian": "x", "indikator": [{"uraian": "y", "satuan": "Persen", "target": " "}]}],
            codes.TARGET_MISSING,
            "sasaran[0].indikator[0].target",
        ),
    ],
)
def test_an_unmeasurable_promise_blocks(sasaran: object, code: codes.Code, where: str) -> None:
    """No aim without indicator, no indicator without unit and target."""
    found = blocking(KIND.check(agreement(sasaran=sasaran)))

    assert [(each.code, each.where) for each in found] == [(code.name, where)]


def test_an_indicator_written_twice_is_told() -> None:
    """Two aims may not share an indicator unseen, whatever its capitals and spaces."""
    one: dict[str, Any] = {"uraian": "Nilai SAKIP", "satuan": "Nilai", "target": "70"}
    other = {**one, "uraian": " nilai  sakip "}

    found = codes_of(agreement(sasaran=[{"uraian": "x", "indikator": [one, other]}]))

    assert (codes.INDICATOR_DUP.name, "sasaran[0].indikator[1].uraian") in found


amounts = st.integers(min_value=0, max_value=10**13).map(lambda sen: Decimal(sen) / 100)


@given(total=amounts, parts=st.lists(amounts, min_size=1, max_size=6))
def test_parts_may_stay_below_their_whole_but_not_exceed_it(
    total: Decimal, parts: list[Decimal]
) -> None:
    """More than the whole blocks, less is a question, equal is silent, to the last sen."""
    kegiatan = tuple(Kegiatan(uraian="k", anggaran=each) for each in parts)
    data = agreement(program=(Program(uraian="p", anggaran=total, kegiatan=kegiatan),))

    found = {code for code, where in codes_of(data) if where == "program[0].anggaran"}

    spent = sum(parts, Decimal(0))
    expected = {
        1: {codes.BUDGET_OVER.name},
        0: set[str](),
        -1: {codes.BUDGET_UNDER.name},
    }[(spent > total) - (spent < total)]
    assert found == expected


def test_a_budget_fault_is_found_at_any_depth() -> None:
    """Sub kegiatan are held against their kegiatan just as kegiatan against their program."""
    sub = [{"uraian": "s", "anggaran": 7}, {"uraian": "t", "anggaran": 8}]
    program = [{"uraian": "p", "kegiatan": [{"uraian": "k", "anggaran": 10, "sub_kegiatan": sub}]}]

    [finding] = blocking(KIND.check(agreement(program=program)))

    assert (finding.code, finding.where) == (
        codes.BUDGET_OVER.name,
        "program[0].kegiatan[0].anggaran",
    )
    assert "Rp15,00" in finding.sentence
    assert "Rp10,00" in finding.sentence


def test_a_line_without_money_is_told() -> None:
    """A programme whose amount nobody knows would make the total too small."""
    program = [{"uraian": "p", "kegiatan": [{"uraian": "k"}]}]

    assert {where for code, where in codes_of(agreement(program=program)) if "BUDGET" in code} == {
        "program[0].anggaran",
        "program[0].kegiatan[0].anggaran",
    }


@pytest.mark.parametrize(
    ("tanggal", "code"),
    [
        (None, "W-FIELD-ABSENT"),
        ("", "W-EMPTY"),
        ("Januari 2021", "W-DATE-PRECISION"),
    ],
)
def test_an_agreement_without_a_day_cannot_be_issued(tanggal: str | None, code: str) -> None:
    """A signed agreement bears the day of its signing."""
    found = blocking(KIND.check(agreement(tanggal=tanggal)))

    assert [(each.code, each.where) for each in found] == [(code, "tanggal")]


@pytest.mark.parametrize(("tanggal", "odd"), [("31 Desember 2020", False), ("2 Mei 2012", True)])
def test_a_date_far_from_its_year_is_told(tanggal: str, odd: bool) -> None:
    """Agreements are signed in their year, or late in the year before."""
    found = codes_of(agreement(tanggal=tanggal))

    assert ((codes.DATE_YEAR.name, "tanggal") in found) is odd


def test_an_agreement_needs_a_number_or_a_way_to_get_one() -> None:
    """Without number and without penomoran nothing can be filed."""
    found = {each.code for each in blocking(KIND.check(agreement(penomoran=None)))}

    assert found == {"W-NUMBER-MISSING"}


def test_a_revision_wants_its_reason() -> None:
    """One of three reasons allows a revision; a revision that names none is told."""
    bare, reasoned = {"ke": 1}, {"ke": 1, "alasan": "pergantian pejabat"}

    assert (codes.REVISION_REASON.name, "perubahan.alasan") in codes_of(agreement(perubahan=bare))
    assert codes.REVISION_REASON.name not in {
        code for code, _ in codes_of(agreement(perubahan=reasoned))
    }
