"""UTC inside, the zone of the installation outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.app import House
from service.moments import Zone, in_figures, in_words
from tests.service.filing import filed
from tests.service.web.browsing import browser_of

LATE = datetime(2026, 12, 31, 16, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "words", "figures"),
    [
        ("WIB", "31 Desember 2026 pukul 23.30 WIB", "2026-12-31 23:30:05 WIB"),
        ("WITA", "1 Januari 2027 pukul 00.30 WITA", "2027-01-01 00:30:05 WITA"),
        ("WIT", "1 Januari 2027 pukul 01.30 WIT", "2027-01-01 01:30:05 WIT"),
    ],
)
def test_a_moment_is_told_in_its_zone(zone: Zone, words: str, figures: str):
    """The day changes with the zone, and the zone is always named."""
    assert (in_words(LATE, zone), in_figures(LATE, zone)) == (words, figures)
    assert in_words(LATE.replace(tzinfo=None), zone) == words


def test_pages_tell_the_zone_of_their_installation(house: House, tmp_path: Path):
    """Two installations in one process do not mix; what programs read stays UTC."""
    document = filed(house, tmp_path)
    east = replace(house, settings=house.settings.model_copy(update={"zone": "WIT"}))
    here, there = browser_of(house, "auditor:*"), browser_of(east, "auditor:*", login="sari")

    western, eastern = (each.get(f"/dokumen/{document}").text for each in (here, there))

    assert (" WIB" in western, " WIT" in western) == (True, False)
    assert (" WIB" in eastern, " WIT" in eastern) == (False, True)
    assert '+00:00">' in eastern
