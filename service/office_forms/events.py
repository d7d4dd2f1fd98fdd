"""What can happen to the forms of offices, for the trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class TemplateChanged:
    """Something was done with an office's form of documents."""

    word: ClassVar[str] = "template change"
    kind: str
    """Its title."""
    office: str
    change: str
    """Which version, what was done, and why."""

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Templat {self.kind} – {self.office}: {self.change.removesuffix('.')}."
