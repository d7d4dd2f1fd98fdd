"""What is noticed about SOPs: the findings of the four real ones, and of made-up faults."""

from __future__ import annotations

from collections import Counter

import pytest

from doc_templates.findings import Level
from tests.doc_templates.sop.samples import SOP, sample


def codes_of(model):
    return Counter(finding.code for finding in SOP.check(model))


def changed(name, **changes):
    return SOP.model.model_validate({**sample(name).model_dump(), **changes})


def step(nomor, **more):
    return {"nomor": nomor, "uraian": "Memeriksa laporan", **more}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "kudus-apa-adanya",
            {"W-LANE-UNASSIGNED": 7, "W-MUTU-KELENGKAPAN": 1, "W-DATE-STYLE": 2},
        ),
        (
            "jeneponto-apa-adanya",
            {
                "W-NUMBER-MISSING": 1,
                "W-DATE-PRECISION": 1,
                "W-MONTH-SPELLING": 1,
                "W-FIELD-ABSENT": 1,
                "W-EMPTY": 2,
                "W-PLT": 1,
                "W-PANGKAT-MISSING": 1,
                "W-URL": 1,
                "W-CONTACT-KIND": 1,
                "W-LANE-UNASSIGNED": 6,
                "W-LANE-TEXT": 1,
                "W-TIME-COMPOUND": 1,
                "W-TIME-MIXED": 1,
                "W-SIGNER-NOT-IN-FLOW": 1,
            },
        ),
        (
            "jekulo-apa-adanya",
            {
                "W-TITLE-MISMATCH": 1,
                "W-NIP-LENGTH": 1,
                "W-FIELD-ABSENT": 2,
                "W-HEADER-TYPO": 2,
                "W-STRAY-NUMBER": 1,
                "W-CLASS-SUBJECT": 1,
                "W-NUMBER-SPACING": 1,
                "W-STEP-NOT-VERB": 2,
                "W-LIST-UNSPLIT": 3,
                "W-LANE-UNASSIGNED": 0,
                "W-PLT": 0,
            },
        ),
        (
            "kertosono-apa-adanya",
            {
                "W-KOP-DUP": 1,
                "W-NUMBER-SPACING": 1,
                "W-EMPTY": 3,
                "W-SIGN-TITLE": 1,
                "W-NIP-SPACING": 1,
                "W-NIP-LENGTH": 0,
                "W-LANE-UNASSIGNED": 10,
                "W-MUTU-WAKTU": 1,
                "W-STEP-HAS-SUBJECT": 1,
                "W-ORDER": 1,
                "W-TITLE-MISMATCH": 0,
                "W-OUTPUT-VAGUE": 1,
            },
        ),
    ],
)
def test_the_oddities_of_each_real_sop_are_found(name, expected):
    """Each oddity that a careful reader found is found again, as often as it occurs."""
    codes = codes_of(sample(name))

    assert {code: codes[code] for code in expected} == expected


def test_what_jeneponto_lacks_is_named_field_by_field():
    """An SOP without number, whole date and effective date says exactly so."""
    places = {
        finding.where
        for finding in SOP.check(sample("jeneponto-apa-adanya"))
        if finding.level is Level.ERROR
    }

    assert {"nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"} <= places


def test_ten_blank_times_are_one_finding():
    """An empty column is told once, with the steps that it concerns."""
    findings = SOP.check(sample("kertosono-apa-adanya"))
    sentence = next(each.sentence for each in findings if each.code == "W-MUTU-WAKTU")

    assert "1, 2, 3, 4, 5, 6, 7, 8, 9, 10" in sentence


def test_a_decision_needs_both_answers():
    """A diamond without Ya or Tidak cannot be drawn, so it cannot be issued."""
    model = changed("kudus-lengkap", kegiatan=[step("1", bentuk="keputusan", ya="1")])

    assert codes_of(model)["W-DECISION-UNLABELLED"] == 1


@pytest.mark.parametrize(("target", "found"), [("2", 0), ("2.", 0), ("9", 1)])
def test_an_answer_must_lead_to_a_step(target, found):
    """Step numbers are compared without their full stop; a number that is not there is told."""
    steps = [step("1.", bentuk="keputusan", ya=target, tidak="1"), step("2.")]

    assert codes_of(changed("kudus-lengkap", kegiatan=steps))["W-LOOP-NO-TARGET"] == found


def test_two_steps_of_one_number_are_told():
    """Answers could lead to either."""
    model = changed("kudus-lengkap", kegiatan=[step("1"), step("1.")])

    assert codes_of(model)["W-STEP-NUMBER"] == 2


def test_a_dash_is_an_answer_and_a_blank_is_not():
    """“-” in Tanggal Revisi passes; blank and absent both block, each under its own code."""
    assert codes_of(changed("kudus-lengkap", tanggal_revisi="-"))["W-EMPTY"] == 0
    assert codes_of(changed("kudus-lengkap", tanggal_revisi=""))["W-EMPTY"] == 1
    assert codes_of(changed("kudus-lengkap", tanggal_revisi=None))["W-FIELD-ABSENT"] == 1


def test_an_effective_date_before_the_making_is_told():
    """The SOP cannot apply before it exists."""
    assert codes_of(changed("kudus-lengkap", tanggal_efektif="3 Januari 2021"))["W-DATE-ORDER"] == 1


def test_an_empty_sop_blocks_and_still_can_be_described():
    """The barest beginning is checked and named without failing."""
    model = SOP.model()

    assert codes_of(model)["W-FIELD-ABSENT"] > 5
    assert SOP.describe(model).title == "SOP"


KUDUS = {"W-CLASS-SCHEME", "W-DATE-STYLE", "W-LEGAL-GAP", "W-CADENCE"}
JENEPONTO = {
    *("W-URL", "W-CONTACT-KIND", "W-MONTH-SPELLING", "W-PLT", "W-PANGKAT-MISSING"),
    *("W-SIGNER-NOT-IN-FLOW", "W-LEGAL-TITLE", "W-LEGAL-DUP", "W-NOMENCLATURE", "W-LANE-TEXT"),
    *("W-INPUT-EQ-OUTPUT", "W-TIME-COMPOUND", "W-TIME-MIXED", "W-CADENCE"),
}
JEKULO = {
    *("W-TITLE-MISMATCH", "W-NUMBER-SPACING", "W-CLASS-SCHEME", "W-CLASS-SUBJECT"),
    *("W-NIP-LENGTH", "W-LEGAL-TITLE", "W-LEGAL-SUPERSEDED", "W-LEGAL-GAP", "W-HEADER-TYPO"),
    *("W-STRAY-NUMBER", "W-STEP-NOT-VERB", "W-TIME-MIXED"),
}
KERTOSONO = {
    *("W-KOP-DUP", "W-NUMBER-SPACING", "W-CLASS-SCHEME", "W-DATE-STYLE", "W-NIP-SPACING"),
    *("W-LEGAL-REVOKED", "W-STEP-HAS-SUBJECT", "W-OUTPUT-VAGUE", "W-INPUT-EQ-OUTPUT", "W-ORDER"),
}
OPEN = {"W-LANE-UNASSIGNED", "W-TERMINATOR-MISSING"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kudus-lengkap", KUDUS),
        ("kudus-apa-adanya", KUDUS | OPEN | {"W-MUTU-KELENGKAPAN"}),
        ("jeneponto-lengkap", JENEPONTO),
        (
            "jeneponto-apa-adanya",
            JENEPONTO
            | OPEN
            | {
                *("W-NUMBER-MISSING", "W-DATE-PRECISION", "W-FIELD-ABSENT", "W-EMPTY"),
                "W-STEP-DECIDES",
            },
        ),
        ("jekulo-lengkap", JEKULO),
        (
            "jekulo-apa-adanya",
            JEKULO | {"W-FIELD-ABSENT", "W-LIST-UNSPLIT", "W-TERMINATOR-MISSING"},
        ),
        ("kertosono-lengkap", KERTOSONO),
        (
            "kertosono-apa-adanya",
            KERTOSONO | OPEN | {"W-EMPTY", "W-SIGN-TITLE", "W-MUTU-WAKTU"},
        ),
    ],
)
def test_nothing_else_is_said_of_the_real_sops(name, expected):
    """Each finding on the four offices is one that a careful reader agrees with; no more."""
    assert set(codes_of(sample(name))) == expected
