"""What can be wrong with a request before any verb is called.

Refusal
├── PathUnknown          nothing lies at this address
├── MethodUnknown        the address does not take this method
├── RequestUnreadable    the request itself is broken
├── RequestInvalid       parameters or fields are not as they must be
├── BodyTooLarge         more bytes than are taken
├── BodyTooSlow          the bytes came too slowly
├── KeyUnusable          an idempotency key that cannot be kept
├── UploadMissing        no file came with the form
├── CursorUnreadable     the mark of the next page is none of ours
├── RangeBeyond          no such part of the file
└── TooOften             too many questions from one address
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.errors import Problem


class Refusal(Exception):
    """Base of all of these; never raised itself."""


class PathUnknown(Refusal):
    """Nothing lies at this address."""

    def __init__(self) -> None:
        super().__init__("Alamat ini tidak ada.")


class MethodUnknown(Refusal):
    """The address does not take this method."""

    def __init__(self, method: str) -> None:
        super().__init__(f"Alamat ini tidak menerima {method}.")
        self.method = method


class RequestUnreadable(Refusal):
    """The request itself is broken."""

    def __init__(self, reason: str = "susunannya tidak dapat dibaca") -> None:
        super().__init__(f"Permintaan tidak dapat dipahami: {reason}.")
        self.reason = reason


class RequestInvalid(Refusal):
    """Parameters or fields are not as they must be; carries every problem at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"Permintaan belum benar: {len(problems)} isian perlu diperbaiki.")
        self.problems = tuple(problems)


class BodyTooLarge(Refusal):
    """More bytes than are taken."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"Kiriman melebihi batas {limit / 2**20:g} MB.")
        self.limit = limit


class BodyTooSlow(Refusal):
    """The bytes came too slowly."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Kiriman tidak selesai dalam {seconds:g} detik.")
        self.seconds = seconds


class KeyUnusable(Refusal):
    """An idempotency key that cannot be kept."""

    def __init__(self) -> None:
        super().__init__(
            "Idempotency-Key harus berisi 1 sampai 100 karakter ASCII yang dapat dicetak."
        )


class UploadMissing(Refusal):
    """No file came with the form."""

    def __init__(self) -> None:
        super().__init__("Tidak ada berkas yang dikirim.")


class CursorUnreadable(Refusal):
    """The mark of the next page is none of ours."""

    def __init__(self) -> None:
        super().__init__("Penanda halaman berikutnya tidak dapat dibaca.")


class RangeBeyond(Refusal):
    """No such part of the file."""

    def __init__(self, size: int) -> None:
        super().__init__(f"Berkas ini hanya {size} bita; bagian yang diminta tidak ada.")
        self.size = size


class TooOften(Refusal):
    """Too many questions from one address."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Terlalu banyak permintaan; coba lagi setelah {seconds} detik.")
        self.seconds = seconds
