"""Accepting proposals: one place changes, it is written down, all else stays as typed."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.errors import ProposalsConflict
from doc_templates.usulan import Usulan, accept
from tests.doc_templates.sop.samples import NAMES, OFFICES, SOP, sample

AT = datetime(2026, 6, 1, 8, 30, tzinfo=UTC)


def raw(name):
    """The data of a sample as they stand in its file."""
    return json.loads(SOP.samples()[name].read_text(encoding="utf-8"))


def proposals(data):
    return SOP.propose(SOP.model.model_validate(data))


def take(data, chosen):
    return accept(data, chosen, oleh="kasubag.pe", pada=AT)


def choose(offers, *codes):
    return [each for each in offers if each.kode in codes]


def without_record(data):
    return {name: value for name, value in data.items() if name != "penerimaan"}


@st.composite
def sample_and_choice(draw):
    """Any sample with any choice of its proposals that leaves no alternatives."""
    data = raw(draw(st.sampled_from(NAMES)))
    offers = proposals(data)
    chosen = draw(st.lists(st.sampled_from(offers), unique_by=lambda each: each.kode))
    alternatives = {"NIP", "JUDUL"}
    seen: set[str] = set()
    kept = []
    for each in chosen:
        if each.rumpun not in alternatives or each.rumpun not in seen:
            kept.append(each)
        seen.add(each.rumpun)
    return data, kept


def test_what_is_accepted_is_written_down_with_who_and_when():
    """The record says what stood there, what stands there now, why, by whom and when."""
    data = raw("jeneponto-apa-adanya")
    result = take(data, choose(proposals(data), "KEPUTUSAN-5"))

    step = result["kegiatan"][4]
    assert (step["bentuk"], step["ya"], step["tidak"]) == ("keputusan", "6", "4")
    [record] = result["penerimaan"]
    assert (record["kode"], record["tempat"]) == ("KEPUTUSAN-5", "kegiatan[4]")
    assert json.loads(record["menjadi"]) == {"bentuk": "keputusan", "ya": "6", "tidak": "4"}
    assert json.loads(record["semula"]) == {"bentuk": "proses", "ya": None, "tidak": None}
    assert (record["oleh"], record["pada"]) == ("kasubag.pe", "2026-06-01T08:30:00+00:00")
    assert SOP.model.model_validate(result).penerimaan[0].kode == "KEPUTUSAN-5"


def test_alternatives_are_refused_together():
    """Of two NIPs only one can be right; the sentence names both."""
    data = raw("jekulo-apa-adanya")

    with pytest.raises(ProposalsConflict, match="NIP-1 dan NIP-2"):
        take(data, choose(proposals(data), "NIP-1", "NIP-2"))


def test_one_of_two_nips_can_be_chosen():
    """Choosing is what settles it; the typed number stays in the record."""
    data = raw("jekulo-apa-adanya")
    result = take(data, choose(proposals(data), "NIP-2"))

    assert result["pengesahan"]["pejabat"]["nip"] == "19660721 199303 1 003"
    assert result["penerimaan"][0]["semula"] == "196600721 199303 1 003"


def test_fields_deep_inside_are_made_where_they_are_missing():
    """Data may leave out what is empty; accepting fills in only the way to the field."""
    proposal = Usulan("X-1", "kegiatan[0].mutu_baku.waktu", None, "1 jam", "Karena.", "rendah")
    data = {"kegiatan": [{"nomor": "1", "uraian": "x"}]}

    assert take(data, [proposal])["kegiatan"] == [
        {"nomor": "1", "uraian": "x", "mutu_baku": {"waktu": "1 jam"}}
    ]


def test_a_part_and_its_whole_cannot_be_changed_together():
    """A change inside of what another change replaces would be lost."""
    whole = Usulan("A-1", "kegiatan[0].pelaksana", [], [{"lajur": "a"}], "Karena.", "rendah")
    part = Usulan("B-1", "kegiatan[0].pelaksana[0].peran", "x", "y", "Karena.", "rendah")

    with pytest.raises(ProposalsConflict, match=r"A-1 dan B-1.*kegiatan\[0\]\.pelaksana"):
        take({"kegiatan": [{"pelaksana": [{"peran": "x"}]}]}, [whole, part])


@pytest.mark.parametrize("office", OFFICES)
def test_all_that_is_proposed_for_flows_makes_a_sound_flow(office):
    """Whoever accepts every lane, decision and terminator has no fault in the flow left."""
    data = raw(f"{office}-apa-adanya")
    flow = {"LAJUR", "KEPUTUSAN", "TERMINATOR"}
    result = take(data, [each for each in proposals(data) if each.rumpun in flow])

    codes = {each.code for each in SOP.check(SOP.model.model_validate(result))}
    assert not codes & {"W-LANE-UNASSIGNED", "W-STEP-DECIDES", "W-TERMINATOR-MISSING"}
    assert not [each for each in codes if each.startswith(("W-LOOP", "W-DECISION", "W-FLOW"))]


@given(sample_and_choice())
def test_accepting_twice_is_accepting_once(case):
    """Nothing changes and nothing is written down the second time."""
    data, chosen = case
    once = take(data, chosen)

    assert take(once, chosen) == once


@given(sample_and_choice())
def test_everything_else_stays_as_typed(case):
    """Undoing what the record says gives back the data, to the last character."""
    data, chosen = case
    untouched = deepcopy(data)
    result = take(data, chosen)

    assert data == untouched
    changed = {each.tempat.partition("[")[0].partition(".")[0] for each in chosen}
    overlaid = {
        name.partition(".")[0] for each in chosen if not each.tempat for name in each.menjadi
    }
    for name in set(data) | set(without_record(result)):
        if name not in changed | overlaid:
            assert result[name] == data[name]
    undone = deepcopy(without_record(result))
    for each in reversed(chosen):
        back = Usulan(each.kode, each.tempat, each.menjadi, each.semula, "", "rendah")
        undone = without_record(take(undone, [back]))
    assert SOP.model.model_validate(undone) == SOP.model.model_validate(data)


@given(sample_and_choice())
def test_what_is_accepted_still_fits_the_model(case):
    """No proposal makes data that could not be read again."""
    data, chosen = case
    result = take(data, chosen)

    model = SOP.model.model_validate(result)
    assert [each.kode for each in model.penerimaan] == [each.kode for each in chosen]


@pytest.mark.parametrize("name", NAMES)
def test_what_was_accepted_is_not_proposed_again(name):
    """A proposal that was taken has done its work."""
    data = raw(name)
    chosen = [each for each in proposals(data) if each.rumpun not in {"NIP", "JUDUL"}]
    left = {each.kode for each in proposals(take(data, chosen))}

    assert not left & {each.kode for each in chosen}
    assert sample(name).model_dump() == SOP.model.model_validate(data).model_dump()
