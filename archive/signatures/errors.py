"""Why a file that came back is not taken in.

SignedCopyError
├── CopyUnreadable       it cannot be read as PDF
├── CopyUnlike           it is not the issued document, or more than signatures was added
├── CopyUnsigned         nothing was signed
└── CopyBroken           a signature in it does not hold
"""

from __future__ import annotations


class SignedCopyError(Exception):
    """Base of all errors of this package; never raised itself."""


class CopyUnreadable(SignedCopyError):
    """It cannot be read as PDF."""

    def __init__(self, reason: str) -> None:
        super().__init__("Berkas ini tidak dapat dibaca sebagai PDF yang utuh.")
        self.reason = reason


class CopyUnlike(SignedCopyError):
    """It is not the issued document, or more than signatures was added."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Berkas ini bukan dokumen yang diterbitkan: {reason}.")
        self.reason = reason


class CopyUnsigned(SignedCopyError):
    """Nothing was signed that is not in the archive already."""

    def __init__(self) -> None:
        super().__init__("Berkas ini belum memuat tanda tangan elektronik yang baru.")


class CopyBroken(SignedCopyError):
    """A signature in it does not hold."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
