"""What is noticed about flows: every fault once, at its place, with its remedy."""

from __future__ import annotations

import pytest
from hypothesis import given

from doc_templates.findings import Level
from doc_templates.sop.alur import alur_of
from doc_templates.sop.check_flow import check_flow
from doc_templates.sop.model import Sop
from tests.doc_templates.sop.samples import NAMES, OFFICES, sample
from tests.doc_templates.sop.test_alur import sops

FIRST = {"bentuk": "terminator"}
LAST = {"bentuk": "terminator"}


def found(*rows):
    """Findings on rows numbered from 1, as (code, place)."""
    steps = [{"nomor": str(at), "uraian": "Memeriksa", **row} for at, row in enumerate(rows, 1)]
    model = Sop.model_validate({"kegiatan": steps})
    return [(each.code, each.where) for each in check_flow(model)]


def decision(**exits):
    return {"bentuk": "keputusan", **exits}


def test_a_sound_flow_gives_no_finding():
    """Begin, decide, go back or on, end."""
    assert found(FIRST, {}, decision(ya="4", tidak="2"), LAST) == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (decision(ya="4"), "W-DECISION-UNLABELLED"),
        (decision(ya="4", tidak=" "), "W-DECISION-UNLABELLED"),
        (decision(ya="4", tidak="4."), "W-DECISION-SAME"),
        (decision(ya="4", tidak="9"), "W-LOOP-NO-TARGET"),
        (decision(ya="4", tidak="3"), "W-LOOP-SELF"),
        (decision(ya="4", tidak="2", lanjut="4"), "W-FLOW-UNUSED"),
        ({"ya": "4"}, "W-FLOW-UNUSED"),
        ({"lanjut": "9"}, "W-LOOP-NO-TARGET"),
        ({"lanjut": "3"}, "W-LOOP-SELF"),
    ],
)
def test_each_fault_of_an_exit_has_its_own_code(row, code):
    """The officer learns which exit of which row is meant."""
    codes = dict(found(FIRST, {}, row, LAST))

    assert codes[code].startswith("kegiatan[2]")


def test_a_row_that_nothing_leads_to_is_told():
    """Jumping over a row leaves it alone on the sheet; a terminator there begins anew."""
    jumping = FIRST | {"lanjut": "3"}

    assert found(jumping, {}, LAST) == [("W-FLOW-UNREACHABLE", "kegiatan[1]")]
    assert found(jumping, {"bentuk": "terminator"}, LAST) == []


def test_a_circle_without_a_way_out_is_told_once():
    """Steps that can never end are one finding that blocks issuing."""
    rows = (FIRST, {}, {"lanjut": "2"}, LAST)

    assert ("W-FLOW-ENDLESS", "kegiatan[0]") in found(*rows)
    assert [code for code, _ in found(*rows)].count("W-FLOW-ENDLESS") == 1


def test_a_circle_with_a_decision_has_its_way_out():
    """Going back is no fault while Ya goes on."""
    codes = [code for code, _ in found(FIRST, {}, decision(ya="4", tidak="2"), LAST)]

    assert "W-FLOW-ENDLESS" not in codes


def test_a_missing_answer_is_told_as_such_and_not_as_an_endless_flow():
    """One fault gives one finding."""
    codes = [code for code, _ in found(FIRST, decision(tidak="1"), {})]

    assert codes == ["W-DECISION-UNLABELLED", "W-TERMINATOR-MISSING", "W-FLOW-UNREACHABLE"]


def test_beginnings_and_ends_want_the_capsule():
    """First and last row are usually drawn as terminators; in the middle it has no meaning."""
    assert found({}, {}) == [
        ("W-TERMINATOR-MISSING", "kegiatan[0].bentuk"),
        ("W-TERMINATOR-MISSING", "kegiatan[1].bentuk"),
    ]
    assert ("W-TERMINATOR-INSIDE", "kegiatan[1].bentuk") in found(
        FIRST, {"bentuk": "terminator", "lanjut": "3"}, LAST
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_four_offices_flow_without_a_blocking_fault(name):
    """What is confirmed flows soundly; what was found as it is lacks only its capsules."""
    findings = check_flow(sample(name))

    assert all(each.level is Level.INFORMATION for each in findings)
    if name in {f"{office}-lengkap" for office in OFFICES}:
        assert findings == []


@given(sops())
def test_findings_point_to_rows_that_exist_and_sound_flows_always_end(model):
    """Any rows can be checked; without a blocking finding every reachable row can reach an end."""
    findings = check_flow(model)
    flow = alur_of(model)

    assert all(each.where.startswith("kegiatan[") for each in findings)
    assert all(each.sentence.endswith(".") for each in findings)
    if model.kegiatan and not any(each.level is Level.ERROR for each in findings):
        ended = set(flow.akhir)
        for _ in model.kegiatan:
            ended |= {each.dari for each in flow.panah if each.ke in ended}
        assert ended == set(range(len(model.kegiatan)))
