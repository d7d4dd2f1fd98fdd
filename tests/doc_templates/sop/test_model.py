"""The data of an SOP: open about gaps, closed about mistakes."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.doc_templates.sop.samples import NAMES, SOP, sample

LANE = {"id": "a", "nama": "Camat"}


@pytest.mark.parametrize("name", NAMES)
def test_data_survive_being_written_and_read(name):
    """What is stored is exactly what was typed."""
    model = sample(name)

    assert SOP.model.model_validate_json(model.model_dump_json()) == model


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"profil": "atlantis"}, "profil"),
        ({"judul": "x"}, "Extra inputs"),
        ({"lajur": [LANE, LANE]}, "dua lajur"),
        (
            {
                "lajur": [LANE],
                "kegiatan": [{"nomor": "1", "uraian": "x", "pelaksana": [{"lajur": "b"}]}],
            },
            "yang tidak ada",
        ),
    ],
)
def test_what_cannot_be_printed_is_refused(data, reason):
    """An unknown profile, field or lane is a mistake, not a gap."""
    with pytest.raises(ValidationError, match=reason):
        SOP.model.model_validate(data)


def test_two_lanes_may_bear_one_name():
    """Ids tell lanes apart; Kertosono and Jekulo have a lane Pelaksana among the Pelaksana."""
    twins = [{"id": "a", "nama": "Pelaksana"}, {"id": "b", "nama": "Pelaksana"}]

    assert len(SOP.model.model_validate({"lajur": twins}).lajur) == 2
