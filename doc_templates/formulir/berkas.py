"""Is it a form at all, and safe to open? Told from the bytes before anything is read."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

from doc_templates.formulir import codes
from doc_templates.formulir.baca_buku import WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.findings import Finding

MAX_BYTES: Final = 10 * 2**20
"""A form has some tens of kilobytes; ten megabytes are pictures or a mistake."""
MOST_UNPACKED: Final = 80 * 2**20
_MOST_PARTS: Final = 1_000
_MOST_SWELLING: Final = 200
"""Unpacked to packed bytes; a sheet of blank formatted rows reaches some forty."""
_SMALL: Final = 2**20

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS: Final = "buka di Excel atau LibreOffice, lalu simpan sebagai Excel Workbook (.xlsx)"
_SIGNS: Final = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
)
_EMBEDDED: Final = ("xl/embeddings/", "xl/activex/", "xl/ctrlprops/")
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError,
                  EOFError, RuntimeError, LookupError)  # fmt: skip


def periksa_berkas(name: str, content: bytes) -> list[Finding]:
    """What keeps a file from being read as a form; nothing where it may be opened."""
    if not content:
        return [codes.FORMAT.at("", f"Berkas “{name}” kosong; kirim ulang formulirnya.")]
    if len(content) > MAX_BYTES:
        limit = f"{MAX_BYTES // 2**20} MB"
        return [_large(f"Berkas “{name}” melebihi {limit}; hapus gambar atau lampirannya.")]
    if content.startswith(_OLE):
        return [_old(name, content)]
    if not content.startswith(b"PK"):
        return [_foreign(name, content)]
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return _package(name, package)
    except _FAULTS:
        return [_damaged(name, "kemasan ZIP di dalamnya rusak atau terputus")]


def rusak(name: str, reason: str) -> Finding:
    """A file that turned out not to hold together while it was read."""
    return _damaged(name, reason)


def _old(name: str, content: bytes) -> Finding:
    if _ENCRYPTED in content:
        remedy = "buka dengan kata sandinya, simpan tanpa kata sandi, lalu kirim ulang"
        return codes.LOCKED.at("", f"Berkas “{name}” terkunci dengan kata sandi; {remedy}.")
    return codes.FORMAT.at("", f"Berkas “{name}” ialah XLS (Excel lama); {_SAVE_AS}.")


def _foreign(name: str, content: bytes) -> Finding:
    what = next((what for sign, what in _SIGNS if content.startswith(sign)), "")
    if not what:
        start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
        is_markup = start.startswith(b"<")
        is_text = b"\0" not in start
        what = "HTML atau XML" if is_markup else "teks atau CSV" if is_text else "berkas lain"
    return codes.FORMAT.at(
        "", f"Berkas “{name}” ialah {what}, bukan XLSX; isilah dan kirim formulir XLSX-nya."
    )


def _package(name: str, package: zipfile.ZipFile) -> list[Finding]:
    parts = package.infolist()
    names = [each.filename.casefold().lstrip("/") for each in parts]
    if any(each.flag_bits & 1 for each in parts):
        return [
            codes.LOCKED.at(
                "", f"Berkas “{name}” terkunci dengan kata sandi; simpan tanpa kata sandi."
            )
        ]
    if len(set(names)) != len(names):
        return [_damaged(name, "ada bagian yang tersimpan dua kali di dalamnya")]
    if swollen := _swelling(name, parts):
        return [swollen]
    if WORKBOOK not in names:
        return [_other_package(name, package, names)]
    if fault := package.testzip():
        return [_damaged(name, f"bagian {fault} di dalamnya tidak utuh")]
    return _active(name, package, names)


def _swelling(name: str, parts: Sequence[zipfile.ZipInfo]) -> Finding | None:
    unpacked = sum(each.file_size for each in parts)
    packed = sum(each.compress_size for each in parts)
    swells = unpacked > _SMALL and unpacked > _MOST_SWELLING * max(packed, 1)
    if unpacked > MOST_UNPACKED or len(parts) > _MOST_PARTS or swells:
        size = f"{unpacked / 2**20:.0f} MB"
        return codes.BOMB.at(
            "",
            f"Berkas “{name}” mengembang menjadi {size} bila dibuka, sehingga tidak dibuka; "
            "mintalah formulir baru dan salin isiannya dengan Tempel Nilai.",
        )
    return None


def _other_package(name: str, package: zipfile.ZipFile, names: Sequence[str]) -> Finding:
    if "mimetype" in names and b"opendocument" in package.read("mimetype")[:100]:
        return codes.FORMAT.at("", f"Berkas “{name}” ialah ODS (OpenDocument); {_SAVE_AS}.")
    if "xl/workbook.bin" in names:
        return codes.FORMAT.at("", f"Berkas “{name}” ialah XLSB (Excel biner); {_SAVE_AS}.")
    what = "DOCX (Word)" if "word/document.xml" in names else "arsip ZIP"
    return codes.FORMAT.at("", f"Berkas “{name}” ialah {what}, bukan XLSX; kirim formulirnya.")


def _active(name: str, package: zipfile.ZipFile, names: Sequence[str]) -> list[Finding]:
    """What runs, reaches outside, or hides another file."""
    found = []
    types = package.read("[Content_Types].xml") if "[content_types].xml" in names else b""
    if any(each.endswith("vbaproject.bin") for each in names) or b"macroEnabled" in types:
        found.append(
            codes.MACRO.at(
                "", f"Berkas “{name}” memuat makro; {_SAVE_AS} tanpa makro, lalu kirim ulang."
            )
        )
    if any(each.startswith("xl/externallinks/") for each in names):
        found.append(
            codes.EXTERNAL.at(
                "",
                f"Berkas “{name}” bertaut ke berkas lain; putuskan lewat Data › Edit Tautan, atau "
                "salin nilainya dengan Tempel Nilai.",
            )
        )
    if any(each.startswith(_EMBEDDED) for each in names):
        found.append(
            codes.EMBEDDED.at(
                "",
                f"Berkas “{name}” memuat objek tertanam; hapus objek itu dan cantumkan berkasnya "
                "pada lembar Bukti.",
            )
        )
    return found


def _damaged(name: str, reason: str) -> Finding:
    return codes.DAMAGED.at(
        "", f"Berkas “{name}” tidak dapat dibaca: {reason}; {_SAVE_AS} dan kirim ulang."
    )


def _large(sentence: str) -> Finding:
    return codes.TOO_LARGE.at("", sentence)
