"""What can go wrong while documents are kept.

ArchiveError
├── …                       values that can never be right: bad_values.py
├── DepositRefused          the deposit itself is wrong; nothing was written
│   ├── NothingToKeep       it holds no file
│   └── SourceMissing       a file to keep is not there
├── Unknown                 what was asked for is not in the archive
│   ├── DocumentUnknown     no such document
│   ├── VersionUnknown      the document has no such version
│   ├── FileUnknown         the version has no such file
│   └── NameAmbiguous       several documents answer to that name
├── StandingRefused         how the document stands forbids it
│   ├── NotInForce          it was withdrawn or superseded
│   ├── SuccessorUnfit      the document named as successor cannot be it
│   └── DocumentChanged     another version was filed meanwhile
├── RegisterError           the register book refuses
│   ├── NumberTaken         another document holds the number
│   ├── NumberUnknown       the book has no such number
│   ├── BookUnknown         nothing was ever written in such a book
│   ├── NumberIssued        a filed document bears the number
│   └── NumberVoid          the number was voided
└── StorageError            the disk or the database
    ├── FileAltered         stored bytes are not the bytes that were filed
    ├── StorageFull         no room left
    ├── NotAStorageRoot     the folder holds something else
    ├── StagingElsewhere    staging lies on another file system
    ├── InventoryUnreadable an inventory that cannot be understood
    ├── IndexAhead          the index knows versions that the storage lacks
    ├── ObjectBusy          another writer holds the object for too long
    ├── DatabaseUnavailable the database does not answer
    └── DatabaseUnprepared  the database lacks its tables
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ArchiveError(Exception):
    """Base of all errors of this package; never raised itself."""


class DepositRefused(ArchiveError):
    """The deposit itself is wrong; nothing was written."""


class NothingToKeep(DepositRefused):
    """A version without a file proves nothing."""

    def __init__(self, document: object) -> None:
        super().__init__(f"Dokumen {document} tidak memuat berkas; sertakan sedikitnya satu.")
        self.document = document


class SourceMissing(DepositRefused):
    """A file to keep is not there, or cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Berkas {path} tidak dapat dibaca; periksa letak dan izinnya.")
        self.path = path


class Unknown(ArchiveError):
    """What was asked for is not in the archive."""


class DocumentUnknown(Unknown):
    """No such document."""

    def __init__(self, name: object) -> None:
        super().__init__(f"Tidak ada dokumen “{name}” dalam arsip; periksa pengenal atau nomornya.")
        self.name = name


class VersionUnknown(Unknown):
    """The document has no such version."""

    def __init__(self, document: object, version: object) -> None:
        super().__init__(
            f"Dokumen {document} tidak memiliki versi {version}; lihat dahulu daftar versinya."
        )
        self.document, self.version = document, version


class FileUnknown(Unknown):
    """The version has no such file."""

    def __init__(self, document: object, version: object, name: str) -> None:
        super().__init__(
            f"Versi {version} dokumen {document} tidak memuat berkas “{name}”; "
            "lihat dahulu daftar berkasnya."
        )
        self.document, self.version, self.name = document, version, name


class NameAmbiguous(Unknown):
    """Several documents answer to that name."""

    def __init__(self, name: str, documents: tuple[str, ...]) -> None:
        super().__init__(
            f"“{name}” menunjuk lebih dari satu dokumen ({', '.join(documents)}); "
            "sebutkan pengenal yang lengkap."
        )
        self.name, self.documents = name, documents


class StandingRefused(ArchiveError):
    """How the document stands forbids it; nothing was written."""


class NotInForce(StandingRefused):
    """The document was withdrawn or superseded."""

    def __init__(self, document: object, told: str, reason: str) -> None:
        super().__init__(
            f"Dokumen {document} {told} karena: {reason}; "
            "mintalah arsiparis memulihkannya bila hal itu keliru."
        )
        self.document, self.told, self.reason = document, told, reason


class SuccessorUnfit(StandingRefused):
    """The document named as successor cannot be it."""

    def __init__(self, successor: object, why: str) -> None:
        super().__init__(
            f"Dokumen {successor} tidak dapat menjadi pengganti karena {why}; "
            "pilih dokumen lain dari kantor yang sama."
        )
        self.successor, self.why = successor, why


class DocumentChanged(StandingRefused):
    """Another version was filed after the one that was looked at."""

    def __init__(self, document: object, seen: object, head: object) -> None:
        super().__init__(
            f"Dokumen {document} kini sampai versi {head}, bukan {seen} yang tadi dilihat; "
            "muat ulang, lalu ulangi bila masih perlu."
        )
        self.document, self.seen, self.head = document, seen, head


class RegisterError(ArchiveError):
    """The register book refuses."""


class NumberTaken(RegisterError):
    """Another document holds the number."""

    def __init__(self, number: str, book: str, year: int, holder: str) -> None:
        super().__init__(
            f"Nomor {number} dalam buku {book} tahun {year} sudah dipakai dokumen {holder}; "
            "gunakan nomor lain."
        )
        self.number, self.book, self.year, self.holder = number, book, year, holder


class NumberUnknown(RegisterError):
    """The book has no such number."""

    def __init__(self, number: str, book: str, year: int) -> None:
        super().__init__(
            f"Nomor {number} tidak tercatat dalam buku {book} tahun {year}; periksa penulisannya."
        )
        self.number, self.book, self.year = number, book, year


class BookUnknown(RegisterError):
    """Nothing was ever written in such a book."""

    def __init__(self, book: str, year: int) -> None:
        super().__init__(f"Tidak ada buku nomor {book} tahun {year}; lihat dahulu daftarnya.")
        self.book, self.year = book, year


class NumberIssued(RegisterError):
    """A filed document bears the number; it can only be corrected by a new version."""

    def __init__(self, number: str, document: str) -> None:
        super().__init__(
            f"Nomor {number} sudah terbit pada dokumen {document} dan tidak dapat dibatalkan; "
            "simpan versi pembetulan."
        )
        self.number, self.document = number, document


class NumberVoid(RegisterError):
    """The number was voided; what bears it cannot be filed."""

    def __init__(self, number: str, reason: str) -> None:
        super().__init__(f"Nomor {number} sudah dibatalkan ({reason}); mintakan nomor yang baru.")
        self.number, self.reason = number, reason


class StorageError(ArchiveError):
    """The disk or the database."""


class FileAltered(StorageError):
    """Stored bytes are not the bytes that were filed."""

    def __init__(self, place: str, expected: str, found: str) -> None:
        super().__init__(
            f"Isi {place} berbeda dari yang disimpan; pulihkan dari salinan cadangan "
            "lalu jalankan `lontar fsck`."
        )
        self.place, self.expected, self.found = place, expected, found


class StorageFull(StorageError):
    """No room left on the disk or within the quota."""

    def __init__(self, place: Path | str) -> None:
        super().__init__(
            f"Ruang penyimpanan di {place} habis dan tidak ada yang ditulis; "
            "kosongkan ruang lalu ulangi."
        )
        self.place = place


class NotAStorageRoot(StorageError):
    """The folder holds something that is no OCFL storage root of ours."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            f"Folder {place} bukan ruang simpan OCFL; tunjuk folder kosong atau arsip yang ada."
        )
        self.place = place


class StagingElsewhere(StorageError):
    """Staging lies on another file system, where a rename cannot be one step."""

    def __init__(self, staging: Path, root: Path) -> None:
        super().__init__(
            f"Folder {staging} dan {root} berada pada sistem berkas yang berbeda; "
            "letakkan keduanya pada sistem berkas yang sama."
        )
        self.staging, self.root = staging, root


class InventoryUnreadable(StorageError):
    """An inventory that cannot be understood."""

    def __init__(self, place: Path | str, reason: str) -> None:
        super().__init__(
            f"Inventaris {place} tidak dapat dibaca: {reason}; jalankan `lontar fsck`."
        )
        self.place, self.reason = place, reason


class IndexAhead(StorageError):
    """The index knows versions that the storage lacks, as after an old backup came back."""

    def __init__(self, document: object, indexed: int, stored: int) -> None:
        super().__init__(
            f"Indeks mencatat {indexed} versi dokumen {document}, sedangkan ruang simpan memuat "
            f"{stored}; pulihkan ruang simpan atau jalankan `lontar rebuild`."
        )
        self.document, self.indexed, self.stored = document, indexed, stored


class ObjectBusy(StorageError):
    """Another writer holds the object for too long."""

    def __init__(self, name: str, seconds: float) -> None:
        super().__init__(
            f"{name} sedang ditulis proses lain lebih dari {seconds:g} detik; ulangi kemudian."
        )
        self.name, self.seconds = name, seconds


class DatabaseUnavailable(StorageError):
    """The database does not answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Basis data tidak dapat dihubungi ({reason}); periksa lalu ulangi.")
        self.reason = reason


class DatabaseUnprepared(StorageError):
    """The database lacks its tables."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Basis data belum disiapkan ({reason}); jalankan migrasinya dahulu.")
        self.reason = reason
