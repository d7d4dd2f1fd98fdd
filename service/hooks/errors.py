"""What can go wrong with webhooks.

HookError
├── HookUnknown          no such webhook
└── AddressUnusable      nothing may be sent there
"""

from __future__ import annotations


class HookError(Exception):
    """Base of all errors of this package; never raised itself."""


class HookUnknown(HookError):
    """No such webhook, or none of an office that the person manages."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Tidak ada webhook “{name}”.")
        self.name = name


class AddressUnusable(HookError):
    """Nothing may be sent there."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Alamat webhook tidak dapat dipakai: {reason}.")
        self.reason = reason
