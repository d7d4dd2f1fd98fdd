"""What pages call things: every event of the trail has its Indonesian word."""

from __future__ import annotations

import inspect

from archive.audit import events as archived
from service.drafts import events as drafted
from service.web.words import event


def test_every_event_has_a_word_of_its_own():
    """Nobody reads the English word of the standard on a page."""
    happenings = {
        each
        for module in (archived, drafted)
        for _, each in inspect.getmembers(module, inspect.isclass)
        if isinstance(getattr(each, "word", None), str)
    }

    assert len(happenings) > 20
    assert {each.word for each in happenings if event(each.word) == each.word.capitalize()} == set()
