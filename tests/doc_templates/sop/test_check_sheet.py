"""What is told of the printed sheet before anything is printed."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from doc_templates.findings import Level
from doc_templates.sop.checks import check
from doc_templates.sop.model import MOST_LANES
from tests.doc_templates.sop.bagan.papan import langkah, sop


def sheet_findings(model):
    return [each for each in check(model) if each.code == "W-SHEET-TOO-SMALL"]


def wide_answers(lajur):
    jawaban = {"label_ya": "W" * 20, "label_tidak": "M" * 20}
    semua = [
        langkah(at, at - 1, bentuk="keputusan", ya="1", tidak="2", **jawaban) for at in range(1, 4)
    ]
    return sop(*semua, lajur=lajur)


def test_a_step_that_no_page_holds_is_named_with_its_remedies():
    """Issuing is blocked in one sentence, not after the work has begun."""
    (found,) = sheet_findings(wide_answers(12))

    assert found.level is Level.ERROR
    assert found.where.startswith("kegiatan[")
    assert "tidak muat di kertas ini; pakailah kertas yang lebih besar" in found.sentence


def test_a_sheet_that_finds_room_is_not_mentioned():
    """The same answers in three lanes are printed."""
    assert sheet_findings(wide_answers(3)) == []
    assert sheet_findings(sop()) == []


def test_thirty_lanes_are_refused_with_the_reason():
    """No paper holds them; the sentence says how many it may be and what to do."""
    with pytest.raises(ValidationError, match=f"30 lajur tidak muat .* paling banyak {MOST_LANES}"):
        sop(lajur=30)
