"""A DOCX as a package of members, read without trusting what its directory claims."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from workers.errors import NotADocx

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMBERS_LIMIT: Final = 500
MEMBER_LIMIT: Final = 20 * 2**20
"""Bytes that one member may have when unpacked."""
PACKAGE_LIMIT: Final = 60 * 2**20
"""Bytes that all members may have together when unpacked."""
RATIO_LIMIT: Final = 150
"""Unpacked over packed; XML of tables reaches 60, a bomb 1000."""
RATIO_COUNTS_FROM: Final = 2**20
"""A member below this size can be as dense as it likes."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED: Final = 0x1
_BAD_NAME: Final = re.compile(r"^/|\\|(^|/)\.\.?(/|$)|//|^[A-Za-z]:|[\x00-\x1f\x7f]")
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError
)  # fmt: skip


def unpack(content: bytes, *, name: str) -> dict[str, bytes]:
    """Give the members of a package in their order; refuse what is none or would burst."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if reason := _refusal(entries):
                raise NotADocx(name, reason)
            return {each.filename: _read(package, each, name) for each in entries}
    except _BROKEN as error:
        raise NotADocx(name, "bukan paket ZIP yang utuh; simpan ulang dari Word") from error


def pack(members: Mapping[str, bytes], *, level: int) -> bytes:
    """Make a package of members; equal members give equal bytes."""
    return append(b"", members, level=level)


def append(package: bytes, members: Mapping[str, bytes], *, level: int) -> bytes:
    """Add members to a package (empty bytes begin a new one) without packing the rest again."""
    buffer = io.BytesIO()
    buffer.write(package)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=level) as grown:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same bytes on every operating system
            grown.writestr(entry, content, compresslevel=level)
    return buffer.getvalue()


def _refusal(entries: list[zipfile.ZipInfo]) -> str | None:
    if len(entries) > MEMBERS_LIMIT:
        return f"berisi lebih dari {MEMBERS_LIMIT} bagian"
    names = [each.filename for each in entries]
    if len({name.lower() for name in names}) < len(names):
        return "memuat dua bagian dengan nama yang sama"
    if sum(each.file_size for each in entries) > PACKAGE_LIMIT:
        return "terlalu besar setelah dibuka"
    return next((reason for each in entries if (reason := _refusal_of(each))), None)


def _refusal_of(entry: zipfile.ZipInfo) -> str | None:
    if _BAD_NAME.search(entry.filename):
        return f"memuat nama bagian yang tidak wajar ({entry.filename!a})"
    if entry.flag_bits & _ENCRYPTED:
        return "terkunci dengan kata sandi"
    if entry.compress_type not in _PACKINGS:
        return "dimampatkan dengan cara yang tidak dikenal Word"
    if entry.file_size > MEMBER_LIMIT:
        return f"bagian {entry.filename} terlalu besar setelah dibuka"
    dense = entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1)
    if dense and entry.file_size > RATIO_COUNTS_FROM:
        return f"bagian {entry.filename} mengembang tidak wajar"
    return None


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    # The directory may lie about the size: read one byte more than it says, never to the end.
    with package.open(entry) as member:
        content = member.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise NotADocx(name, f"ukuran bagian {entry.filename} tidak sesuai daftarnya")
    return content
