"""What can stand against a draft.

DraftError
├── DraftUnknown         there is none, or none that the person may know of
├── DraftChanged         somebody else saved meanwhile
├── StepUnfit            its state does not allow this step
├── OwnDraft             who wrote it may not judge it
├── DraftUnsound         its data do not fit the kind yet
├── FindingsUnseen       findings that nobody has acknowledged
├── OfficeDiffers        the data name another office than the draft
├── ReasonMissing        a draft was returned without saying why
├── TitleUnusable        a title that cannot be shown
├── DataSetAbsent        the draft holds no data set to which forms belong
├── FormsHeldBack        faults stand against returned forms
├── ReviewerThere        a draft was to go unjudged where somebody may judge it
├── RowsTooMany          a table would become longer than any form shows
├── ColumnsUnknown       a pasted heading names columns that the table does not have
└── RowsUnreadable       pasted lines do not fit the columns
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class DraftError(ServiceError):
    """Base of all errors of this package; never raised itself."""


class DraftUnknown(DraftError):
    """There is no such draft, or none that the person may know of; nobody can tell which."""

    def __init__(self, name: str) -> None:
        super().__init__("Naskah itu tidak ada.")
        self.name = name


class DraftChanged(DraftError):
    """Somebody saved the draft after it was opened."""

    def __init__(self, by: str, at: datetime) -> None:
        super().__init__(
            f"Naskah ini sudah diubah oleh {by} sesudah Anda membukanya; belum ada yang ditimpa."
        )
        self.by, self.at = by, at


class StepUnfit(DraftError):
    """The state of the draft does not allow this step."""

    def __init__(self, step: str, state: str) -> None:
        super().__init__(f"Naskah yang {state} tidak dapat di{step}.")
        self.step, self.state = step, state


class OwnDraft(DraftError):
    """Who wrote a draft may not judge it."""

    def __init__(self) -> None:
        super().__init__("Anda ikut menyusun naskah ini; pemeriksaannya harus oleh orang lain.")


class DraftUnsound(DraftError):
    """The data do not fit the kind yet."""

    def __init__(self, many: int) -> None:
        super().__init__(f"Naskah belum lengkap: {many} isian perlu diperbaiki.")
        self.many = many


class FindingsUnseen(DraftError):
    """There are findings that nobody has acknowledged."""

    def __init__(self, many: int) -> None:
        super().__init__(f"Ada {many} temuan yang belum Anda tandai sudah dilihat.")
        self.many = many


class OfficeDiffers(DraftError):
    """The data name another office than the draft."""

    def __init__(self, printed: str, kept: str) -> None:
        super().__init__(f"Isi naskah menyebut “{printed}”, sedangkan naskah ini milik “{kept}”.")
        self.printed, self.kept = printed, kept


class ReasonMissing(DraftError):
    """A draft was returned without saying why."""

    def __init__(self) -> None:
        super().__init__("Naskah hanya dapat dikembalikan dengan alasan atau koreksi.")


class TitleUnusable(DraftError):
    """A title that cannot be shown."""

    def __init__(self) -> None:
        super().__init__("Judul naskah harus berisi 1 sampai 200 karakter yang dapat dicetak.")


class ReviewerThere(DraftError):
    """A draft was to go on unjudged, and somebody may judge it."""

    def __init__(self, office: str) -> None:
        super().__init__(f"“{office}” mempunyai pemeriksa; naskah ini menunggu putusannya.")
        self.office = office


class DataSetAbsent(DraftError):
    """The draft holds no data set to which collection forms belong."""

    def __init__(self) -> None:
        super().__init__("Naskah ini belum memuat himpunan data kinerja.")


class FormsHeldBack(DraftError):
    """Faults stand against returned forms."""

    def __init__(self, names: Sequence[str]) -> None:
        told = ", ".join(f"“{each}”" for each in names)
        super().__init__(f"Formulir {told} tertahan oleh temuan; tidak ada yang diterima.")
        self.names = tuple(names)


class RowsTooMany(DraftError):
    """A table would become longer than any form shows."""

    def __init__(self, many: int, most: int) -> None:
        super().__init__(
            f"Tabel akan berisi {many} baris, paling banyak {most}; tidak ada yang ditambahkan."
        )
        self.many, self.most = many, most


class ColumnsUnknown(DraftError):
    """A pasted heading names columns that the table does not have."""

    def __init__(self, strange: Sequence[str], known: Sequence[str]) -> None:
        told = ", ".join(f"“{each[:40]}”" for each in strange[:5])
        super().__init__(
            f"Kolom {told} tidak ada pada tabel ini, yang berkolom {', '.join(known)}; "
            "tidak ada yang ditambahkan."
        )
        self.strange, self.known = tuple(strange), tuple(known)


class RowsUnreadable(DraftError):
    """Pasted lines do not fit the columns."""

    def __init__(self, line: int, found: int, wanted: int) -> None:
        super().__init__(
            f"Baris {line} yang ditempel memuat {found} kolom, padahal tabel ini "
            f"hanya punya {wanted}; tidak ada yang ditambahkan."
        )
        self.line, self.found, self.wanted = line, found, wanted
