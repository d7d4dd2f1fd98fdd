"""Manage webhooks: enter, list, remove, and see how each telling went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.audit.events import HookChanged
from archive.audit.trail import note
from service.accounts.people import printable
from service.accounts.secret import fresh
from service.hooks import book
from service.hooks.address import ensure_address

if TYPE_CHECKING:
    from service.app import House
    from service.hooks.book import Delivery, Hook


def add_hook(url: str, *, office: str, house: House) -> Hook:
    """Enter a webhook of an office, with a secret of its own.

    Raises:
        AddressUnusable: nothing may be sent there.
        NameUnusable: the office cannot be shown.
    """
    ensure_address(url)
    hook = book.Hook(
        id=house.new_name(),
        url=url,
        secret=fresh(),
        office=printable(office, what="Nama kantor"),
        created_at=house.clock(),
    )
    with house.database.transaction() as connection:
        book.add_hook(connection, hook)
        what = HookChanged(url, f"didaftarkan untuk {office}")
        note(connection, what, document=None, actor=house.actor, now=house.clock())
    return hook


def list_hooks(*, house: House) -> list[Hook]:
    """All webhooks, oldest first."""
    with house.database.reading() as connection:
        return book.hooks(connection)


def find_hook(name: str, *, house: House) -> Hook:
    """One webhook.

    Raises:
        HookUnknown: there is none.
    """
    with house.database.reading() as connection:
        return book.hook_of(connection, name)


def remove_hook(hook: Hook, *, house: House) -> None:
    """Tell it nothing any more."""
    with house.database.transaction() as connection:
        book.remove_hook(connection, hook, now=house.clock())
        what = HookChanged(hook.url, "dihapus")
        note(connection, what, document=None, actor=house.actor, now=house.clock())


def try_hook(hook: Hook, *, house: House) -> None:
    """Have it told that this is only a test; the courier does so with its next round."""
    with house.database.transaction() as connection:
        book.write_test(connection, hook, name=house.new_name(), now=house.clock())
        what = HookChanged(hook.url, "uji kirim diminta")
        note(connection, what, document=None, actor=house.actor, now=house.clock())


def list_deliveries(hook: Hook, *, house: House) -> list[Delivery]:
    """What it was told lately, and how that went."""
    with house.database.reading() as connection:
        return book.deliveries(connection, hook)
