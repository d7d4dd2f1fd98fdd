"""How long a connection may take to say what it wants.

The server waits for the head of a request as long as it trickles; a few thousand such connections
would hold all that there are. So each has its time, from its first byte (or from its opening) to
the end of the head; the body has a time of its own (``limits``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

MOST_CONNECTIONS: Final = 500
"""At once; further ones are told that the service is busy. Each open stream of progress is one."""


class PatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, closed to whoever does not come to the point."""

    head_seconds = 15.0
    """From the first byte to the end of the head."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody is there."""
        super().connection_made(transport)
        self._hurry()

    def data_received(self, data: bytes) -> None:
        """Bytes came: of a head that is awaited, or of a body."""
        if self._deadline is None and self._awaits_head:
            self._hurry()
        super().data_received(data)
        if not self._awaits_head:
            self._rest()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        self._rest()
        super().connection_lost(exc)

    @property
    def _awaits_head(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _hurry(self) -> None:
        self._deadline = self.loop.call_later(self.head_seconds, self._give_up)

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        self._deadline = None
        if self._awaits_head and not self.transport.is_closing():
            self.transport.close()
