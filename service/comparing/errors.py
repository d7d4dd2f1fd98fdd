"""What can stand against comparing prints.

CompareError
├── PrintMissing      a side holds no print that could be compared
├── PrintUnreadable   its text or a page cannot be read
├── PrintTooLong      more pages than are compared
├── PrintTooHard      reading it needs more time or memory than it is given
├── PageAbsent        the print has no such page
├── ComparingBusy     too many are comparing just now
└── KindsDiffer       documents of two kinds
"""

from __future__ import annotations

from service.errors import ServiceError


class CompareError(ServiceError):
    """Base of all errors of this package; never raised itself."""


class PrintMissing(CompareError):
    """A side holds no print."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} tidak mempunyai cetakan PDF, sehingga hanya datanya dibandingkan."
        )
        self.name = name


class PrintUnreadable(CompareError):
    """The text or a page of a print cannot be read."""

    def __init__(self) -> None:
        super().__init__("Halaman PDF itu tidak dapat dibaca untuk dibandingkan.")


class PrintTooLong(CompareError):
    """More pages than are compared."""

    def __init__(self, pages: int, most: int) -> None:
        super().__init__(
            f"Cetakan {pages} halaman terlalu panjang untuk dibandingkan di sini; "
            f"batasnya {most} halaman."
        )
        self.pages, self.most = pages, most


class PrintTooHard(CompareError):
    """Reading the print needs more time or memory than it is given."""

    def __init__(self) -> None:
        super().__init__(
            "Cetakan itu terlalu berat untuk dibandingkan: waktu atau memori yang disediakan habis."
        )


class PageAbsent(CompareError):
    """The print has no such page."""

    def __init__(self, page: int) -> None:
        super().__init__(f"Cetakan itu tidak mempunyai halaman {page}.")
        self.page = page


class ComparingBusy(CompareError):
    """Too many are comparing just now."""

    def __init__(self) -> None:
        super().__init__("Pembandingan sedang ramai.")


class KindsDiffer(CompareError):
    """Documents of two kinds have no field in common."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__(
            f"Dokumen jenis {before} dan {after} tidak dapat dibandingkan; pilih yang sejenis."
        )
        self.before, self.after = before, after
