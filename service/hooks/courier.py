"""The courier: a thread that tells webhooks what is due, again and again until they answer."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import httpx2 as httpx

from archive.errors import ArchiveError
from service.hooks.address import target_of
from service.hooks.book import note_attempt, take_due, write_due
from service.hooks.errors import AddressUnusable
from service.hooks.signing import HEADER, signature

if TYPE_CHECKING:
    from service.app import House
    from service.hooks.book import Delivery, Hook

LOG: Final = logging.getLogger(__name__)

SECONDS: Final = 2.0
"""Pause between two rounds."""
_PATIENCE: Final = httpx.Timeout(10.0, connect=5.0)
_HOLD: Final = timedelta(minutes=5)
"""Longer than a round of slow answers takes."""
_SINCE: Final = timedelta(days=2)
"""Jobs that ended longer ago are told to nobody; a server may be down over a weekend's night."""


class Courier:
    """Tells, notes, and tries again."""

    def __init__(self, house: House, *, local: bool = False) -> None:
        """Prepare; nothing runs before ``start``.

        Args:
            house: the installation.
            local: True to tell programs on this machine, too; for tests.
        """
        self._house, self._local = house, local
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the telling that is under way; safe twice."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(30)

    def round(self) -> int:
        """Write down and tell what is due; gives how many were told something."""
        database, now = self._house.database, self._house.clock()
        with database.transaction() as connection:
            write_due(connection, now=now, new_name=self._house.new_name, since=_SINCE)
            due = take_due(connection, now=now, hold=_HOLD)
        for delivery, hook in due:
            if self._stop.is_set():
                break
            status, error = self._tell(delivery, hook)
            with database.transaction() as connection:
                note_attempt(
                    connection, delivery, status=status, error=error, now=self._house.clock()
                )
        return len(due)

    def _tell(self, delivery: Delivery, hook: Hook) -> tuple[int | None, str | None]:
        """HTTP status, and why it failed; the answer's words are nobody's business."""
        body = delivery.body.encode()
        try:
            target = target_of(hook.url, local=self._local)
            with (
                httpx.Client(timeout=_PATIENCE, follow_redirects=False, trust_env=False) as client,
                client.stream(
                    "POST",
                    target.url,
                    content=body,
                    headers={
                        "Content-Type": "application/json",
                        "Host": target.host,
                        "User-Agent": "Lontar",
                        "Lontar-Delivery": delivery.id,
                        HEADER: signature(hook.secret, body, now=self._house.clock()),
                    },
                    extensions={"sni_hostname": target.name},
                ) as answer,
            ):
                status = answer.status_code
        except AddressUnusable as error:
            return None, str(error)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            return None, f"Tidak ada jawaban ({type(error).__name__})."
        good = httpx.codes.is_success(status)
        return status, None if good else f"Dijawab dengan status {status}."

    def _run(self) -> None:
        while not self._stop.wait(SECONDS):
            try:
                while self.round() and not self._stop.is_set():
                    pass
            except ArchiveError as error:
                LOG.warning("telling put off: %s", type(error).__name__)
            except Exception:
                LOG.exception("telling failed")
