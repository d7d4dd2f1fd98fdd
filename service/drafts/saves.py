"""The last saves of a draft: what it said before, and what was undone.

Two stacks in one table: a save lays the data that it replaces on the first one and empties the
second; undoing takes from the first and lays on the second, and the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, insert, select

from service.drafts.tables import SAVES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from service.drafts.draft import Draft

KEPT: Final = 30
"""Saves that can be undone."""


def remember(connection: Connection, draft: Draft) -> None:
    """Keep what a draft said, before a save replaces it; what was undone cannot come again."""
    connection.execute(delete(SAVES).where(SAVES.c.draft == draft.id, SAVES.c.onward))
    _lay(connection, draft, onward=False)
    of_draft = select(SAVES.c.revision).where(SAVES.c.draft == draft.id)
    oldest = connection.scalar(of_draft.order_by(SAVES.c.revision.desc()).offset(KEPT - 1).limit(1))
    if oldest is not None:
        too_old = (SAVES.c.draft == draft.id, SAVES.c.revision < oldest)
        connection.execute(delete(SAVES).where(*too_old))


def exchanged(connection: Connection, draft: Draft, *, onward: bool) -> str | None:
    """What a draft is to say after undoing, or after the opposite; its present data are kept.

    None where there is nothing left to go to; then nothing is changed.
    """
    top = (
        select(SAVES.c.revision, SAVES.c.data)
        .where(SAVES.c.draft == draft.id, SAVES.c.onward == onward)
        .order_by(SAVES.c.revision.desc())
        .limit(1)
    )
    found = connection.execute(top).first()
    if found is None:
        return None
    revision, data = found
    taken = (SAVES.c.draft == draft.id, SAVES.c.revision == revision)
    connection.execute(delete(SAVES).where(*taken))
    _lay(connection, draft, onward=not onward)
    return str(data)


def reach(connection: Connection, draft: str) -> tuple[int, int]:
    """How many saves can be undone, and how many can come again."""
    counted = select(SAVES.c.onward, func.count()).where(SAVES.c.draft == draft)
    found = {
        bool(onward): many for onward, many in connection.execute(counted.group_by(SAVES.c.onward))
    }
    return found.get(False, 0), found.get(True, 0)


def _lay(connection: Connection, draft: Draft, *, onward: bool) -> None:
    kept = {"draft": draft.id, "revision": draft.revision, "data": draft.data, "onward": onward}
    connection.execute(insert(SAVES).values(kept))
