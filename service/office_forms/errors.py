"""What can go wrong with the forms that offices bring.

OfficeFormError
├── FormUnknown          no such version
├── FormUnusable         the file is none, or dangerous; it is not kept
├── FormUnsound          a version with faults cannot be put in force
├── FormUnseen           nobody has had it printed yet
├── FormInForce          it is in force already
├── FormOfficeMissing    a form belongs to one office
└── FormReasonMissing    nobody would know why
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.form_codes import FormFault


class OfficeFormError(Exception):
    """Base of all errors of this package; never raised itself."""


class FormUnknown(OfficeFormError):
    """No such version, or none of an office whose forms the person keeps."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Tidak ada templat kantor “{name}”.")
        self.name = name


class FormFaulty(OfficeFormError):
    """A form with faults; carries all of them."""

    faults: tuple[FormFault, ...] = ()


class FormUnusable(FormFaulty):
    """The file is no form at all, or carries what no form may carry; nothing of it is kept."""

    def __init__(self, name: str, faults: Sequence[FormFault]) -> None:
        sentences = " ".join(each.sentence for each in faults if each.level == "E")
        super().__init__(f"Berkas “{name}” tidak dapat dipakai sebagai templat. {sentences}")
        self.name, self.faults = name, tuple(faults)


class FormUnsound(FormFaulty):
    """The version has faults that forbid its use."""

    def __init__(self, number: int, faults: Sequence[FormFault]) -> None:
        many = sum(each.level == "E" for each in faults)
        super().__init__(
            f"Versi {number} belum dapat diberlakukan: {many} hal pada templatnya perlu diperbaiki."
        )
        self.number, self.faults = number, tuple(faults)


class FormUnseen(OfficeFormError):
    """Nobody has had it printed with sample data yet."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Versi {number} belum pernah dicetak sebagai pratinjau.")
        self.number = number


class FormInForce(OfficeFormError):
    """It is in force already."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} sudah berlaku untuk kantor ini.")
        self.what = what


class FormOfficeMissing(OfficeFormError):
    """A form belongs to one office, named as its documents print it."""

    def __init__(self) -> None:
        super().__init__("Templat harus menyebut satu kantor, seperti tercetak pada dokumennya.")


class FormReasonMissing(OfficeFormError):
    """Whoever looks at the history later would not know why."""

    def __init__(self) -> None:
        super().__init__("Alasan harus berisi 1 sampai 1.000 karakter.")
