"""What may lie in a form beside its text: pictures of a few kinds, known by their first bytes.

The name and the declared type of a member prove nothing: a program, an archive or an OLE file
may be called ``image1.png``.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from doc_templates.form_codes import FORM_MACRO, FORM_OBJECT, FORM_PICTURE, FormCode

if TYPE_CHECKING:
    from collections.abc import Callable

PIXELS_LIMIT: Final = 60_000_000
"""Pixels of one picture: A3 at 400 dots an inch has 31 million; each takes four bytes."""
_FRAMES: Final = frozenset({*range(0xFFC0, 0xFFD0)} - {0xFFC4, 0xFFC8, 0xFFCC})
"""Markers of a JPEG's frame header; the three in between are tables (ITU-T T.81 §B.1.1.3)."""

_FOREIGN: Final[tuple[tuple[bytes, FormCode, str], ...]] = (
    (b"\xd0\xcf\x11\xe0", FORM_MACRO, "memuat wadah OLE, tempat makro dan objek disimpan"),
    (b"PK", FORM_OBJECT, "memuat berkas arsip di dalamnya"),
    (b"Rar!", FORM_OBJECT, "memuat berkas arsip di dalamnya"),
    (b"7z\xbc\xaf", FORM_OBJECT, "memuat berkas arsip di dalamnya"),
    (b"\x1f\x8b", FORM_OBJECT, "memuat berkas arsip di dalamnya"),
    (b"MZ", FORM_OBJECT, "memuat program di dalamnya"),
    (b"\x7fELF", FORM_OBJECT, "memuat program di dalamnya"),
    (b"{\\rtf", FORM_OBJECT, "memuat dokumen RTF di dalamnya"),
    (b"%PDF", FORM_OBJECT, "memuat dokumen PDF di dalamnya"),
)


def odd_member(part: str, content: bytes) -> tuple[FormCode, str] | None:
    """Say what is wrong with a member that is no XML; None where it is a sane picture."""
    for beginning, code, reason in _FOREIGN:
        if content.startswith(beginning):
            return code, f"{reason} ({part})"
    reader = next((read for start, read in _PICTURES.items() if content.startswith(start)), None)
    if reader is None:
        return FORM_PICTURE, f"memuat bagian {part} yang bukan gambar PNG, JPEG, GIF, atau BMP"
    try:
        pixels = reader(content)
    except (struct.error, IndexError):
        return FORM_PICTURE, f"memuat gambar {part} yang rusak"
    if pixels > PIXELS_LIMIT:
        millions = PIXELS_LIMIT // 1_000_000
        return FORM_PICTURE, f"memuat gambar {part} yang melebihi {millions} juta piksel"
    return None


def _png(content: bytes) -> int:
    width, height = struct.unpack_from(">II", content, 16)
    return int(width * height)


def _gif(content: bytes) -> int:
    width, height = struct.unpack_from("<HH", content, 6)
    return int(width * height)


def _bmp(content: bytes) -> int:
    width, height = struct.unpack_from("<ii", content, 18)
    return abs(int(width * height))


def _jpeg(content: bytes) -> int:
    """The size stands in the frame header (ITU-T T.81 §B.2.2), behind segments of any length."""
    at = 2
    while True:
        marker, length = struct.unpack_from(">HH", content, at)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return int(width * height)
        at += 2 + max(length, 2)


_PICTURES: Final[dict[bytes, Callable[[bytes], int]]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8\xff": _jpeg,
    b"GIF8": _gif,
    b"BM": _bmp,
}
