"""What can go wrong with the kinds themselves; data that only look odd give findings instead.

TemplatesError
├── KindUnknown         no folder of that name holds a kind
├── KindFormless        the name is that of data, which are not printed by themselves
├── KindMisnamed        the folder and its kind disagree about the name
├── RegisterUnreadable  a file of the register of regulations is not as it must be
├── ProposalsConflict   two proposals that change the same place were chosen together
├── ProfileUnknown      the kind has no profile of that name
├── ProfileUnreadable   a profile file is not as it must be
├── FormUnitUnknown     the data set has no unit of that name
├── FormEmpty           the unit answers for nothing that a form could ask
├── FormUnwritable      a text that no Excel cell can hold
├── SheetTooSmall       the paper cannot hold even one step of an SOP with its arrows
├── MarkMissing         a form lacks the bookmark at which a long text belongs
├── TextUnprintable     a text has a character that no document can hold
└── OldFileError        an old document cannot be read into data
    ├── NotImportable       the kind reads no old documents
    ├── OldFileEmpty        there is nothing in it
    ├── OldFormat           neither DOCX nor text
    ├── OldFileLocked       a password guards it
    ├── OldFileDamaged      not what it seems to be
    ├── OldFileTooLarge     more than any document needs
    ├── OldFileForeign      nothing of the kind was recognised in it
    └── OldFileUnfit        recognised, but more than the kind can hold
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


class KindFormless(TemplatesError):
    """Data of this kind are printed by other kinds, never by themselves."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” adalah himpunan data, bukan naskah.")
        self.name = name


class KindMisnamed(TemplatesError):
    """The folder and its kind disagree about the name."""

    def __init__(self, folder: str, name: str) -> None:
        super().__init__(
            f"Folder “{folder}” memuat jenis dokumen bernama “{name}”; samakan kedua nama itu."
        )
        self.folder, self.name = folder, name


class RegisterUnreadable(TemplatesError):
    """A file of the register of regulations is not as it must be."""

    def __init__(self, name: str, place: str, reason: str) -> None:
        super().__init__(f"Register peraturan “{name}” tidak dapat dipakai, {place}: {reason}.")
        self.name, self.place, self.reason = name, place, reason


class ProposalsConflict(TemplatesError):
    """Two proposals that change the same place were chosen together."""

    def __init__(self, first: str, second: str, place: str) -> None:
        super().__init__(
            f"Usulan {first} dan {second} sama-sama mengubah {place}; pilih salah satu."
        )
        self.first, self.second, self.place = first, second, place


class ProfileUnknown(TemplatesError):
    """The kind has no profile of that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(f"Profil “{name}” tidak dikenal; yang tersedia: {', '.join(self.known)}.")


class ProfileUnreadable(TemplatesError):
    """A file that says how an office lays out its documents is not as it must be."""

    def __init__(self, name: str, faults: Iterable[str]) -> None:
        self.name, self.faults = name, tuple(faults)
        super().__init__(f"Profil “{name}” tidak dapat dipakai: {'; '.join(self.faults)}.")


class OldFileError(TemplatesError):
    """An old document cannot be read into data."""


class NotImportable(OldFileError):
    """The kind reads no old documents."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        self.kind, self.known = kind, tuple(known)
        choices = ", ".join(self.known) or "belum ada satu pun"
        super().__init__(
            f"Naskah lama jenis {kind} belum dapat dibaca; yang dapat dibaca: {choices}."
        )


class OldFileEmpty(OldFileError):
    """There is nothing in the file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” kosong.")
        self.name = name


class OldFormat(OldFileError):
    """The file is neither DOCX nor text."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"Berkas “{name}” ialah {what}, sedangkan yang dapat dibaca DOCX dan teks."
        )
        self.name, self.what = name, what


class OldFileLocked(OldFileError):
    """A password guards the file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas “{name}” terkunci dengan kata sandi.")
        self.name = name


class OldFileDamaged(OldFileError):
    """The file is not what it seems to be."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Berkas “{name}” tidak dapat dibuka: {reason}.")
        self.name, self.reason = name, reason


class OldFileTooLarge(OldFileError):
    """More than any document of an office needs."""

    def __init__(self, name: str, limit: str) -> None:
        super().__init__(f"Berkas “{name}” melebihi batas {limit}.")
        self.name, self.limit = name, limit


class OldFileForeign(OldFileError):
    """Nothing of the kind was recognised in the file."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(f"Berkas “{name}” tidak dikenali sebagai {kind}.")
        self.name, self.kind = name, kind


class OldFileUnfit(OldFileError):
    """The file was recognised, but holds more than the kind can."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Isi berkas “{name}” tidak dapat dijadikan data: {reason}.")
        self.name, self.reason = name, reason


class FormUnitUnknown(TemplatesError):
    """The data set has no unit of that code or name."""

    def __init__(self, unit: str, known: Iterable[str]) -> None:
        self.unit, self.known = unit, tuple(known)
        super().__init__(
            f"Unit “{unit}” tidak ada di data; yang tersedia: {', '.join(self.known)}."
        )


class FormEmpty(TemplatesError):
    """The unit answers for nothing that a collection form could ask."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        super().__init__(
            f"{unit} tidak menjadi penanggung jawab satu pun indikator atau sub kegiatan, "
            "sehingga tidak ada yang perlu diisi."
        )


class FormUnwritable(TemplatesError):
    """A text of the data that no Excel cell can hold."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"Isi {place} tidak dapat ditulis ke Excel: {reason}.")


class SheetTooSmall(TemplatesError):
    """The paper cannot hold even one step of an SOP with its arrows."""

    def __init__(self, nomor: str) -> None:
        self.nomor = nomor
        super().__init__(
            f"Langkah {nomor} dengan panahnya tidak muat di kertas ini; pakailah kertas yang lebih "
            "besar, arah mendatar, lajur yang lebih sedikit, atau judul dan jawaban yang pendek."
        )


class MarkMissing(TemplatesError):
    """A form lacks the bookmark at which a long text belongs."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"Templat tidak memuat penanda “{name}”; kembalikan penanda itu di Word pada alinea "
            "tempat isi naskah berada."
        )


class TextUnprintable(TemplatesError):
    """A text has a character that no document can hold, so it is not printed at all."""

    def __init__(self, before: str, character: int) -> None:
        self.before, self.character = before, character
        super().__init__(
            f"Sesudah “{before}” ada karakter kendali U+{character:04X} yang tidak dapat dicetak; "
            "hapuslah karakter itu."
        )
