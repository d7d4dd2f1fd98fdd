"""Paper: four sizes, lying or standing, with the margins of the office's form."""

from __future__ import annotations

import pytest

from doc_templates.forge import PAPERS
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import profile, profile_names
from tests.doc_templates.sop.samples import W, filled, sample

MM = 1440 / 25.4


@pytest.mark.parametrize("direction", ["mendatar", "tegak"])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_office_may_choose_the_paper(paper, direction):
    """The data decide over the profile; the print takes size, direction and margins."""
    model = sample("kudus-lengkap").model_copy(update={"kertas": paper, "arah": direction})
    room = room_of(model, profile(model.profil))
    root = filled(model)
    size, margin = root.find(f".//{W}pgSz"), root.find(f".//{W}pgMar")

    assert sorted((room.page_width, room.page_height)) == list(PAPERS[paper])
    assert (room.page_width > room.page_height) == (direction == "mendatar")
    assert (size.get(f"{W}orient") == "landscape") == (direction == "mendatar")
    for side, length in (("w", room.page_width), ("h", room.page_height)):
        assert int(size.get(f"{W}{side}")) == pytest.approx(length * MM, abs=1)
    inner = room.page_width - (int(margin.get(f"{W}left")) + int(margin.get(f"{W}right"))) / MM
    assert inner == pytest.approx(room.width, abs=0.1)


@pytest.mark.parametrize("name", profile_names())
def test_the_type_area_lies_on_its_page_and_leaves_the_stamp_its_band(name):
    """Margins and type area add up to the paper; 18 mm at the foot stay free."""
    room = room_of(sample("kudus-lengkap"), profile(name))

    assert room.left > 0
    assert room.top > 0
    assert room.left + room.width < room.page_width
    assert room.top + room.height <= room.page_height - 18
