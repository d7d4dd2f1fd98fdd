"""What can go wrong with the kinds themselves; data that only look odd give findings instead.

TemplatesError
├── KindUnknown    no folder of that name holds a kind
└── KindMisnamed   the folder and its kind disagree about the name
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class TemplatesError(Exception):
    """Base of all errors of this package; never raised itself."""


class KindUnknown(TemplatesError):
    """No folder of that name holds a kind."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(sorted(known))
        choices = ", ".join(self.known) or "belum ada satu pun"
        super().__init__(f"Jenis dokumen “{name}” tidak dikenal; yang tersedia: {choices}.")


class KindMisnamed(TemplatesError):
    """The folder and its kind disagree about the name."""

    def __init__(self, folder: str, name: str) -> None:
        super().__init__(
            f"Folder “{folder}” memuat jenis dokumen bernama “{name}”; samakan kedua nama itu."
        )
        self.folder, self.name = folder, name
