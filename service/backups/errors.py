"""What can go wrong with backups.

BackupError
├── BackupMissing        there is no such file
├── BackupUnreadable     no backup of ours, or cut off
├── BackupAltered        its bytes are not those that were backed up
├── BackupStale          the index does not know all that the storage holds
├── BackupHoled          the storage misses what the index names
├── HomeTaken            something lies where it was to be restored
└── DatabaseTaken        the database that was to be filled holds something
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class BackupError(Exception):
    """Base of all errors of this package; never raised itself."""


class BackupMissing(BackupError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Berkas cadangan {path} tidak ditemukan.")
        self.path = path


class BackupUnreadable(BackupError):
    """Not a backup of ours, or not all of it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Berkas {path} bukan cadangan Lontar yang lengkap: {reason}.")
        self.path, self.reason = path, reason


class BackupAltered(BackupError):
    """A part is not what was backed up."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(f"Isi cadangan {path} berubah sejak dibuat: {name} tidak sesuai sidiknya.")
        self.path, self.name = path, name


class BackupStale(BackupError):
    """The storage holds documents that the index does not know; they would be left out."""

    def __init__(self, count: int) -> None:
        super().__init__(f"Arsip memuat {count} dokumen yang tidak dikenal indeks.")
        self.count = count


class BackupHoled(BackupError):
    """A file that the index names is not in the storage."""

    def __init__(self, document: str, name: str) -> None:
        super().__init__(f"Dokumen {document} tidak utuh dalam arsip: {name} tidak ada.")
        self.document, self.name = document, name


class HomeTaken(BackupError):
    """Something lies where the backup was to be restored."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"Folder {home} tidak kosong, jadi tidak ada yang dipulihkan ke sana.")
        self.home = home


class DatabaseTaken(BackupError):
    """The database that was to be filled is in use already."""

    def __init__(self, table: str) -> None:
        super().__init__(
            f"Basis data pada LONTAR_DATABASE_URL sudah berisi (tabel {table}), jadi tidak ditimpa."
        )
        self.table = table
