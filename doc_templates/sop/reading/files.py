"""What sort of file it is: a DOCX or text is read, everything else is refused with a remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from doc_templates.errors import (
    OldFileDamaged,
    OldFileEmpty,
    OldFileLocked,
    OldFileTooLarge,
    OldFormat,
)
from doc_templates.old_file import MAX_BYTES
from doc_templates.sop.reading.packages import ensure_docx

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SIGNS: Final = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"II*\x00", "gambar TIFF"),
    (b"MM\x00*", "gambar TIFF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
)
_HTML: Final = (b"<!doctype html", b"<html", b"<?xml")
_WIDE: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a text file."""

    text: str
    remark: str = ""
    """What was unusual about its bytes, as one Indonesian sentence; empty for UTF-8."""


def is_word(name: str, content: bytes) -> bool:
    """True for a DOCX that may be opened, False for what can only be text.

    Raises:
        OldFileError: it is neither, or would harm whoever opens it.
    """
    if len(content) > MAX_BYTES:
        raise OldFileTooLarge(name, f"{MAX_BYTES // 2**20} MB")
    if not content.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf"):
        raise OldFileEmpty(name)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise OldFileLocked(name)
        raise OldFormat(name, "DOC (Word lama)")
    if content.startswith(b"PK"):
        ensure_docx(name, content)
        return True
    for sign, what in _SIGNS:
        if content.startswith(sign):
            raise OldFormat(name, what)
    beginning = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith(_HTML):
        raise OldFormat(name, "halaman HTML atau XML")
    return False


def decoded(name: str, content: bytes) -> Decoded:
    """The text of a text file: UTF-8, else what old Windows programs wrote."""
    for sign, encoding in _WIDE:
        if content.startswith(sign):
            return _wide(name, content, encoding)
    if b"\0" in content:
        raise OldFormat(name, "berkas biner")
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = content.decode("cp1252", errors="replace")
        unknown = text.count("\ufffd")
        lost = f"; {unknown} huruf tidak terbaca dan menjadi “\ufffd”" if unknown else ""
        remark = (
            f"Teks ini bukan UTF-8 (mulai baris {line}) dan dibaca sebagai Windows-1252{lost}; "
            "mohon periksa huruf yang tidak lazim."
        )
        return Decoded(text, remark)


def _wide(name: str, content: bytes, encoding: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise OldFileDamaged(name, "teks UTF-16 di dalamnya terputus") from error
    if not text.replace("\0", "").strip():
        raise OldFileEmpty(name)
    return Decoded(text, "Teks ini tersimpan sebagai UTF-16, bukan UTF-8; isinya tetap terbaca.")
