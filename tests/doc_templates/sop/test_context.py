"""What the form prints for each state of the data."""

from __future__ import annotations

import pytest

from doc_templates.kind import Printing
from tests.doc_templates.sop.samples import NAMES, SOP, W, filled, sample, text_of

BLANK = Printing(number=None, konsep=True)


def context_of(model, printing=BLANK):
    return SOP.context(model, printing)


def rows_of(model):
    context = context_of(model)
    return context["identitas"]


def test_absent_blank_and_dash_are_printed_differently():
    """An absent row is not printed, a blank row is blank, a dash is a dash."""
    base = sample("kudus-lengkap")

    def revision(value):
        rows = rows_of(base.model_copy(update={"tanggal_revisi": value}))
        return [row["nilai"] for row in rows if row["label"] == "Tanggal Revisi"]

    assert (revision(None), revision(""), revision("-")) == ([], [""], ["-"])


@pytest.mark.parametrize(
    ("office", "alone", "inside"),
    [
        ("kudus", False, True),
        ("jeneponto", True, False),
        ("jekulo", True, False),
        ("kertosono", False, False),
    ],
)
def test_keterangan_stands_where_the_office_puts_it(office, alone, inside):
    """Its own column, a column of Mutu Baku, or none: the profile says."""
    context = context_of(sample(f"{office}-lengkap"))

    assert (context["keterangan_sendiri"], context["keterangan_mutu"]) == (alone, inside)


@pytest.mark.parametrize("name", NAMES)
def test_each_signatory_has_exactly_one_mark(name):
    """The stamp finds one place to sign for each who must."""
    root = filled(sample(name))
    marks = [
        each.get("descr")
        for each in root.iter()
        if isinstance(each.tag, str)
        and each.tag.endswith("}docPr")
        and each.get("descr").startswith("ttd:")
    ]

    assert marks == [f"ttd:{each.role}" for each in SOP.describe(sample(name)).signatories]


@pytest.mark.parametrize("name", NAMES)
def test_what_the_gate_must_find_is_in_the_form(name):
    """Title and names that the output gate looks for are really printed."""
    printed = " ".join(text_of(filled(sample(name))).split())

    assert SOP.describe(sample(name)).must_show
    assert all(each in printed for each in SOP.describe(sample(name)).must_show)


def test_the_sop_bears_a_heading_of_the_first_level():
    """Screen readers and bookmarks find the title."""
    for name in NAMES:
        styles = {each.get(f"{W}val") for each in filled(sample(name)).iter(f"{W}pStyle")}
        assert styles & {"Heading1", "JudulSampul"}
