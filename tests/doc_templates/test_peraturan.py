"""Regulations: weighed at the document's own date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.peraturan import Peraturan, check_citations, cited_in
from doc_templates.registry import kind

SOP = kind("sop")


def legal_findings(name):
    model = SOP.model.model_validate_json(SOP.samples()[name].read_text(encoding="utf-8"))
    return [each.code for each in SOP.check(model) if each.code.startswith("W-LEGAL")]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("PP No. 79 Tahun 2005 tentang Pedoman", Peraturan("PP", 79, 2005)),
        ("Permenpan dan RB No. 35 Tahun 2012", Peraturan("Permenpan RB", 35, 2012)),
        (
            "Peraturan Menteri pendayagunaan Aparatur Negara Nomor 53 Tahun 2014",
            Peraturan("Permenpan RB", 53, 2014),
        ),
        (
            (
                "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi "
                "Republik Indonesia Nomor 29 Tahun 2010"
            ),
            Peraturan("Permenpan RB", 29, 2010),
        ),
        ("Undang-undang Nomor 25 Tahun 2009", Peraturan("UU", 25, 2009)),
    ],
)
def test_the_ways_of_citing_name_the_same_regulation(text, cited):
    """Long or short, with or without RI: one regulation."""
    assert cited_in(text) == [cited]


def test_a_regulation_of_a_kabupaten_is_left_alone():
    """The register knows national regulations only."""
    assert cited_in("Peraturan Bupati Kudus No. 5 Tahun 2014 tentang Pedoman") == []


@pytest.mark.parametrize(
    ("year", "codes"),
    [
        (2020, ["W-LEGAL-SUPERSEDED"]),
        (2021, []),
        (2022, ["W-LEGAL-REVOKED"]),
        (None, []),
    ],
)
def test_validity_is_weighed_at_the_documents_own_year(year, codes):
    """What was right when it was signed is not called wrong later."""
    found = check_citations(["Permenpan RB Nomor 12 Tahun 2015"], "dasar_hukum.butir", year=year)

    assert [each.code for each in found] == codes


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("kudus-lengkap", []),
        ("jeneponto-lengkap", ["W-LEGAL-DUP"]),
        ("jekulo-lengkap", ["W-LEGAL-SUPERSEDED"]),
        ("kertosono-lengkap", ["W-LEGAL-REVOKED", "W-LEGAL-REVOKED"]),
    ],
)
def test_the_legal_bases_of_the_four_offices(name, codes):
    """Jekulo cited what then held; Kertosono cited two that no longer did."""
    assert legal_findings(name) == codes


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_list_can_be_checked(items):
    """A legal basis may be worded in any way; checking it never fails."""
    check_citations(items, "dasar_hukum.butir", year=2021)
