"""Names: nobody is corrected, and only who asks is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kind import Tinjauan
from doc_templates.nama import check_name
from tests.doc_templates.sop.samples import OFFICES, SOP, sample


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("MASHUDI MURUL HUDA, SSTP, MM", ["MURUL"]),
        ("WISNUBROTO PJ, SH", []),
        ("MUSTAUFIO, S.IP, SE, M.Si", []),
        ("Drs. KHOLID, MM", []),
        ("NURUL HUDA", []),
    ],
)
def test_a_letter_beside_a_common_name_is_noticed(name, parts):
    """The part is named, but no other spelling is offered."""
    found = check_name(name, "nama")

    assert [each.sentence.split("“")[1].split("”")[0] for each in found] == parts
    assert all(each.suggestions == () for each in found)


@pytest.mark.parametrize("office", OFFICES)
def test_names_are_not_judged_unless_asked(office):
    """The usual check says nothing about anybody's name."""
    model = sample(f"{office}-lengkap")
    thorough = SOP.review(model, Tinjauan(teliti=True))

    assert "W-NAME-UNUSUAL" not in {each.code for each in SOP.check(model)}
    assert ("W-NAME-UNUSUAL" in {each.code for each in thorough}) is (office == "kertosono")


@given(st.text(max_size=40))
def test_any_name_can_be_checked(name):
    """A name may be written in any script."""
    check_name(name, "nama")
