"""What pages call things: every event of the trail has its Indonesian word."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime

from archive.audit import events as archived
from service.accounts.acts import Role
from service.accounts.person import Membership, Person
from service.drafts import events as drafted
from service.office_forms import events as formed
from service.web.words import event, posts

NOW = datetime(2026, 1, 5, tzinfo=UTC)


def test_every_event_has_a_word_of_its_own():
    """Nobody reads the English word of the standard on a page."""
    happenings = {
        each
        for module in (archived, drafted, formed)
        for _, each in inspect.getmembers(module, inspect.isclass)
        if isinstance(getattr(each, "word", None), str)
    }

    assert len(happenings) > 20
    assert {each.word for each in happenings if event(each.word) == each.word.capitalize()} == set()


def test_many_offices_are_counted_where_there_is_little_room():
    """Two are named; of more it is told how many."""
    two = [Membership(Role.PENYUSUN, "KECAMATAN A"), Membership(Role.PEMERIKSA, "KECAMATAN B")]
    more = [*two, Membership(Role.PENYUSUN, "KECAMATAN C")]

    def told(held: list[Membership]) -> str:
        return posts(Person("a", "a", "A", active=True, created_at=NOW, memberships=tuple(held)))

    assert told(two) == "Penyusun – KECAMATAN A; Pemeriksa – KECAMATAN B"
    assert told(more) == "Penyusun, pemeriksa – 3 kantor"
