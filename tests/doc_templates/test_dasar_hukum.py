"""Legal bases: weighed at the document's own day, and at the day of the reader."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.dasar_hukum import check_citations, check_coverage
from doc_templates.findings import Level
from doc_templates.kind import Tinjauan
from doc_templates.registry import kind
from doc_templates.tanggal import Tanggal

SOP = kind("sop")
SIGNED = Tanggal(2020, 3, 2)
TODAY = date(2026, 6, 1)


def legal(name, pada=None):
    model = SOP.model.model_validate_json(SOP.samples()[name].read_text(encoding="utf-8"))
    found = SOP.review(model, Tinjauan(pada=pada))
    return [each for each in found if each.code.startswith("W-LEGAL")]


def count(name, code, pada=None):
    return sum(each.code == code for each in legal(name, pada))


def codes(items, naskah=SIGNED, pada=None):
    found = check_citations(items, "dasar_hukum.butir", naskah=naskah, pada=pada)
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("naskah", "pada", "expected"),
    [
        (Tanggal(2020, 3, 2), None, ["W-LEGAL-SUPERSEDED"]),
        (Tanggal(2020, 3, 2), Tanggal(2020, 3, 2), []),
        (Tanggal(2020, 3, 2), Tanggal(2026, 6, 1), ["W-LEGAL-SUPERSEDED"]),
        (Tanggal(2021), None, ["W-LEGAL-SUPERSEDED"]),
        (Tanggal(2022), None, ["W-LEGAL-REVOKED"]),
        (Tanggal(2014), None, ["W-LEGAL-FUTURE"]),
        (None, None, []),
        (None, Tanggal(2026, 6, 1), ["W-LEGAL-SUPERSEDED"]),
    ],
)
def test_validity_is_weighed_at_both_days(naskah, pada, expected):
    """What was right when it was signed is not called wrong later, only out of date."""
    assert codes(["Permenpan RB Nomor 12 Tahun 2015"], naskah, pada) == expected


@pytest.mark.parametrize("form", ["apa-adanya", "lengkap"])
def test_jekulo_cited_what_held_when_it_was_signed(form):
    """At its own day nothing is revoked or superseded; today one basis is superseded."""
    name = f"jekulo-{form}"

    assert count(name, "W-LEGAL-REVOKED", date(2020, 3, 2)) == 0
    assert count(name, "W-LEGAL-SUPERSEDED", date(2020, 3, 2)) == 0
    assert count(name, "W-LEGAL-SUPERSEDED", TODAY) == 1
    assert count(name, "W-LEGAL-REVOKED", TODAY) == 0


@pytest.mark.parametrize("form", ["apa-adanya", "lengkap"])
def test_kertosono_cited_two_that_no_longer_held(form):
    """On 4 January 2021 both PP 79/2005 and Permenpan 29/2010 had been replaced."""
    found = legal(f"kertosono-{form}", date(2021, 1, 4))

    assert [each.code for each in found] == ["W-LEGAL-REVOKED", "W-LEGAL-REVOKED"]
    assert "PP Nomor 12 Tahun 2017" in found[0].suggestions
    assert "belum dicocokkan" in found[0].sentence


@pytest.mark.parametrize("form", ["apa-adanya", "lengkap"])
def test_jeneponto_cites_one_regulation_under_the_title_of_another(form):
    """53/2014 stands there twice, once as if it were 29/2010."""
    found = legal(f"jeneponto-{form}")
    titles = [each for each in found if each.code == "W-LEGAL-TITLE"]

    assert count(f"jeneponto-{form}", "W-LEGAL-DUP") == 1
    assert [each.level for each in titles] == [
        Level.WARNING,
        Level.INFORMATION,
        Level.INFORMATION,
    ]
    assert "judul Permenpan RB Nomor 29 Tahun 2010" in titles[0].sentence


@pytest.mark.parametrize(
    ("name", "subject"), [("kudus-lengkap", "SAKIP"), ("jekulo-lengkap", "penyusunan SOP")]
)
def test_a_basis_that_one_would_expect_is_missed(name, subject):
    """Kudus cites nothing on accountability, Jekulo nothing on SOPs; both are offered some."""
    [gap] = [each for each in legal(name) if each.code == "W-LEGAL-GAP"]

    assert subject in gap.sentence
    assert any("Tahun 201" in each for each in gap.suggestions)


@pytest.mark.parametrize("name", ["jeneponto-lengkap", "kertosono-lengkap"])
def test_who_cites_both_subjects_misses_nothing(name):
    """Even a replaced basis shows that the subject was thought of."""
    assert count(name, "W-LEGAL-GAP") == 0


@pytest.mark.parametrize(
    "item",
    [
        "PP No. 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah (SPIP)",
        "Permendagri No. 52 Tahun 2011 tentang SOP di lingkungan Pemprov dan Kabupaten/Kota",
        "Permenpan dan RB No. 35 Tahun 2012 tentang SOP Administrasi Pemerintahan",
        "Peraturan Bupati Kudus No. 5 Tahun 2014 tentang apa saja",
        "Permenpan RB Nomor 35 Tahun 2012",
    ],
)
def test_shortened_titles_and_unknown_regulations_are_left_alone(item):
    """Abbreviating a title is no fault, and what the register does not know it does not judge."""
    assert codes([item], SIGNED, SIGNED) == []


def test_nothing_is_missed_before_the_day_is_known():
    """Without a date no basis can be offered, but the gap itself is told."""
    [found] = check_coverage(["Perda Kudus Nomor 1 Tahun 2010"], "x", pokok=("sop",), naskah=None)

    assert (found.code, found.suggestions) == ("W-LEGAL-GAP", ())


@given(st.lists(st.text(max_size=60), max_size=4), st.dates())
def test_any_list_can_be_checked(items, day):
    """A legal basis may be worded in any way; checking it never fails."""
    check_citations(items, "x", naskah=Tanggal(day.year), pada=Tanggal(day.year, day.month))
