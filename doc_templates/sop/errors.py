"""What can go wrong when an SOP is laid out."""

from __future__ import annotations

from doc_templates.errors import TemplatesError


class SheetTooSmall(TemplatesError):
    """The paper cannot hold even one step with its arrows."""

    def __init__(self, nomor: str) -> None:
        self.nomor = nomor
        super().__init__(
            f"Langkah {nomor} dengan panahnya tidak muat di kertas ini; pakailah kertas yang lebih "
            "besar, arah mendatar, atau lajur yang lebih sedikit."
        )
