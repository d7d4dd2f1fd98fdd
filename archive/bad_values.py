"""Values that can never be right, wherever they come from.

BadValue
├── BadDocumentId       not twelve characters of the archive's alphabet
├── BadVersionNumber    below 1
├── BadDigest           not a SHA-512
├── BadFileName         a name that some file system or page would not bear
├── BadTime             a time without its zone
├── BadPattern          a numbering pattern that cannot give numbers
├── BadReason           an act that must be given a reason, without one
├── BadStanding         a standing that says too little, or contradicts itself
└── BadKeeping          a code, a term or a class that cannot be kept
"""

from __future__ import annotations

from archive.errors import ArchiveError


class BadValue(ArchiveError):
    """A value that can never be right."""


class BadDocumentId(BadValue):
    """Not twelve characters of the archive's alphabet."""

    def __init__(self, value: str) -> None:
        super().__init__(
            f"“{value}” bukan pengenal dokumen; periksa kembali dua belas huruf dan angkanya."
        )
        self.value = value


class BadVersionNumber(BadValue):
    """Below 1."""

    def __init__(self, value: int) -> None:
        super().__init__(f"Nomor versi {value} tidak ada; versi dihitung mulai dari 1.")
        self.value = value


class BadDigest(BadValue):
    """Not 128 lower-case hexadecimal digits."""

    def __init__(self, value: str) -> None:
        super().__init__(f"“{value}” bukan sidik SHA-512; tuliskan 128 digit heksadesimal.")
        self.value = value


class BadFileName(BadValue):
    """A name that some file system or page would not bear, or that the archive itself uses."""

    def __init__(self, value: str) -> None:
        super().__init__(
            f"Nama berkas “{value}” tidak dapat dipakai; "
            "gunakan huruf kecil, angka, titik, garis bawah, atau tanda hubung."
        )
        self.value = value


class BadTime(BadValue):
    """A time without its zone: nobody could say when it was."""

    def __init__(self, value: object) -> None:
        super().__init__(f"Waktu {value} tidak menyebut zona waktu; sertakan zona waktunya.")
        self.value = value


class BadPattern(BadValue):
    """A numbering pattern that cannot give numbers."""

    def __init__(self, pattern: str, reason: str) -> None:
        super().__init__(f"Pola nomor “{pattern}” tidak dapat dipakai karena {reason}.")
        self.pattern, self.reason = pattern, reason


class BadReason(BadValue):
    """An act that must be given a reason, without one that can be kept."""

    def __init__(self, longest: int) -> None:
        super().__init__(
            f"Alasannya belum dapat dicatat; tuliskan dalam 1 sampai {longest} huruf yang tercetak."
        )
        self.longest = longest


class BadStanding(BadValue):
    """A standing that says too little, or contradicts itself."""

    def __init__(self, remedy: str) -> None:
        super().__init__(f"Keadaan dokumen belum lengkap; {remedy}.")
        self.remedy = remedy


class BadKeeping(BadValue):
    """A code, a term or a class that cannot be kept."""

    def __init__(self, remedy: str) -> None:
        super().__init__(f"Ketentuan simpan belum dapat dipakai; {remedy}.")
        self.remedy = remedy
