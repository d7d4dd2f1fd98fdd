"""Saves of a draft undone and brought again, told on both databases once."""

from __future__ import annotations

from typing import Any

import pytest

from service.accounts.person import Person
from service.actions.begin_draft import begin_draft
from service.actions.save_draft import save_draft
from service.actions.undo_save import undo_save
from service.app import House
from service.drafts import saves, store
from service.drafts.draft import Draft
from service.drafts.errors import DraftChanged
from service.drafts.text import data_of
from tests.service.serving import person_as

OFFICE = "KECAMATAN JEKULO"
LIGHT = pytest.mark.parametrize("home", ["sqlite"], indirect=True)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def home(request: pytest.FixtureRequest) -> House:
    return request.getfixturevalue("house" if request.param == "sqlite" else "postgres_house")


@pytest.fixture
def writer(home: House) -> Person:
    return person_as(home, f"penyusun:{OFFICE}", login="siti")


@pytest.fixture
def draft(home: House, writer: Person) -> Draft:
    return begin_draft(
        kind=home.kinds["sop"], office=OFFICE, title="SOP", content={}, person=writer, house=home
    )


def said(draft: Draft) -> Any:
    return data_of(draft.data).content


def saved(draft: Draft, content: Any, person: Person, house: House) -> Draft:
    return save_draft(
        draft,
        revision=draft.revision,
        title=draft.title,
        content=content,
        person=person,
        house=house,
    )


def undone(draft: Draft, person: Person, house: House, *, onward: bool = False) -> Draft:
    return undo_save(draft, revision=draft.revision, onward=onward, person=person, house=house)


def reach(draft: Draft, house: House) -> tuple[int, int]:
    with house.database.reading() as connection:
        return saves.reach(connection, draft.id)


def test_saves_go_back_one_by_one_and_come_again(home: House, writer: Person, draft: Draft):
    """Each step is a revision of its own, so that nobody else's save is overrun."""
    for each in ("satu", "dua", "tiga"):
        draft = saved(draft, {"unit": each}, writer, home)
    assert reach(draft, home) == (3, 0)

    draft = undone(draft, writer, home)
    draft = undone(draft, writer, home)
    assert (said(draft), reach(draft, home)) == ({"unit": "satu"}, (1, 2))
    draft = undone(draft, writer, home, onward=True)
    assert (said(draft), reach(draft, home)) == ({"unit": "dua"}, (2, 1))
    draft = undone(draft, writer, home, onward=True)
    assert (said(draft), reach(draft, home), draft.revision) == ({"unit": "tiga"}, (3, 0), 8)
    with home.database.reading() as connection:
        assert store.get(connection, draft.id) == draft


@LIGHT
def test_a_save_after_undoing_ends_what_could_come_again(home: House, writer: Person, draft: Draft):
    """As in every editor."""
    draft = saved(draft, {"unit": "satu"}, writer, home)
    draft = undone(draft, writer, home)
    draft = saved(draft, {"unit": "lain"}, writer, home)
    assert reach(draft, home) == (1, 0)
    assert undone(draft, writer, home, onward=True) == draft


@LIGHT
def test_where_nothing_was_saved_there_is_nothing_to_undo(
    home: House, writer: Person, draft: Draft
):
    """And a save that changed only the title or nothing is none."""
    assert undone(draft, writer, home) == draft
    assert reach(saved(draft, {}, writer, home), home) == (0, 0)


@LIGHT
def test_only_what_was_seen_is_undone(home: House, writer: Person, draft: Draft):
    """Who saw an older revision undoes nothing of the newer one."""
    seen = saved(draft, {"unit": "satu"}, writer, home)
    now = saved(seen, {"unit": "dua"}, writer, home)
    with pytest.raises(DraftChanged):
        undo_save(now, revision=seen.revision, person=writer, house=home)
    with pytest.raises(DraftChanged):
        undo_save(seen, revision=seen.revision, person=writer, house=home)
    assert reach(now, home) == (2, 0)


@LIGHT
def test_old_saves_are_forgotten(home: House, writer: Person, draft: Draft):
    """A draft does not grow for ever."""
    for each in range(saves.KEPT + 5):
        draft = saved(draft, {"unit": str(each)}, writer, home)
    assert reach(draft, home) == (saves.KEPT, 0)
