"""How much may be sent, how slowly, and how often strangers may ask."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from service.refusals import BodyTooLarge, BodyTooSlow, TooOften

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Message, Receive

_MOST_ADDRESSES: Final = 10_000
"""Addresses that are remembered; the one not seen for longest is forgotten first."""
MINUTE: Final = 60.0


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """What one request may bring."""

    most_bytes: int
    seconds: float

    def announced(self, length: str | None) -> None:
        """Refuse a body by what its header says of it."""
        if length is not None and length.isdecimal() and int(length) > self.most_bytes:
            raise BodyTooLarge(self.most_bytes)

    def watch(self, receive: Receive) -> Receive:
        """The same stream, ended with an error where it grows or lasts too long."""
        taken, deadline, done = 0, time.monotonic() + self.seconds, False

        async def watched() -> Message:
            nonlocal taken, done
            if done:
                # What follows a body is only the news that the other side went away.
                return await receive()
            try:
                left = deadline - time.monotonic()
                message = await asyncio.wait_for(receive(), timeout=max(0.0, left))
            except TimeoutError as error:
                raise BodyTooSlow(self.seconds) from error
            taken += len(message.get("body", b""))
            if taken > self.most_bytes:
                raise BodyTooLarge(self.most_bytes)
            done = not message.get("more_body", False)
            return message

        return watched


class Turnstile:
    """Lets each address through so many times a minute, evenly; kept in this process only."""

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Let everyone begin with a full minute's worth."""
        self._most = float(per_minute)
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def let_in(self, address: str) -> None:
        """Count one question.

        Raises:
            TooOften: the address must wait.
        """
        now = self._clock()
        with self._lock:
            left, seen = self._left.pop(address, (self._most, now))
            left = min(self._most, left + (now - seen) * self._most / MINUTE)
            through = left >= 1
            self._left[address] = (left - 1 if through else left, now)
            while len(self._left) > _MOST_ADDRESSES:
                self._left.popitem(last=False)
        if not through:
            raise TooOften(max(1, round((1 - left) * MINUTE / self._most)))
