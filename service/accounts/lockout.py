"""Slows guessing down: attempts are counted in the database, for a login and for an address.

An attempt is written before the password is looked at, so that many at once count as many.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, insert, select

from service.accounts.errors import SignInLocked
from service.accounts.tables import ATTEMPTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

WINDOW: Final = timedelta(minutes=15)
"""An attempt is forgotten after so long."""
PER_LOGIN: Final = 8
"""Failures within the window after which a login must wait."""
PER_ADDRESS: Final = 40
"""The same for an address; a whole office may sit behind one."""


def begin_attempt(connection: Connection, *, login: str, address: str, now: datetime) -> None:
    """Count one attempt.

    Raises:
        SignInLocked: there were too many; this one is not counted, so waiting helps.
    """
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.at <= now - WINDOW))
    folded = login.casefold()
    for which, most in (
        (ATTEMPTS.c.login_folded == folded, PER_LOGIN),
        (ATTEMPTS.c.address == address, PER_ADDRESS),
    ):
        if (seconds := _wait(connection, which, most=most, now=now)) > 0:
            raise SignInLocked(seconds)
    connection.execute(insert(ATTEMPTS).values(login_folded=folded, address=address, at=now))


def forget_attempts(connection: Connection, login: str) -> None:
    """The right password was given: what was mistyped before is forgiven."""
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.login_folded == login.casefold()))


def _wait(connection: Connection, which: ColumnElement[bool], *, most: int, now: datetime) -> int:
    """Seconds until one of so many attempts is forgotten; 0 where there were fewer."""
    query = select(func.count(), func.min(ATTEMPTS.c.at)).where(which)
    count, first = connection.execute(query).one()
    if count < most:
        return 0
    return max(1, int((first + WINDOW - now).total_seconds()))
