"""A DOCX as a package of members, read without trusting what its directory claims."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.form_codes import FORM, FORM_BOMB, FORM_LOCKED, FORM_MEMBER, FormCode
from workers.errors import NotADocx

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEMBERS_LIMIT: Final = 500
MEMBER_LIMIT: Final = 20 * 2**20
"""Bytes that one member may have when unpacked."""
PACKAGE_LIMIT: Final = 60 * 2**20
"""Bytes that all members may have together when unpacked."""
RATIO_LIMIT: Final = 150
"""Unpacked over packed; XML of tables reaches 60, a bomb 1000."""
RATIO_COUNTS_FROM: Final = 2**20
"""A member below this size can be as dense as it likes."""

_BEGINNING: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""What Word's packages begin with; what stands before a ZIP could be another file."""
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of Office before 2007, and of DOCX with a password (MS-OFFCRYPTO §2.1)."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED: Final = 0x1
_BAD_NAME: Final = re.compile(r"^/|\\|(^|/)\.\.?(/|$)|//|^[A-Za-z]:|[\x00-\x1f\x7f]")
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason for which a package is not opened."""

    code: FormCode
    reason: str
    """Indonesian, without a full stop; its subject is the file."""
    member: str = ""


_TORN: Final = Refusal(FORM, "bukan paket ZIP yang utuh; simpan ulang dari Word")


def unpack(content: bytes, *, name: str) -> dict[str, bytes]:
    """Give the members of a package in their order; refuse what is none or would burst."""
    members, refusals = opened(content)
    if refusals:
        raise NotADocx(name, refusals[0].reason)
    return members


def opened(content: bytes) -> tuple[dict[str, bytes], list[Refusal]]:
    """Give the members of a package, or everything that keeps it from being opened."""
    if not content.startswith(_BEGINNING):
        return {}, [_no_package(content)]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if refusals := list(_refusals(entries, len(content))):
                return {}, refusals
            members = {each.filename: _read(package, each) for each in entries}
    except _BROKEN:
        return {}, [_TORN]
    lying = [
        Refusal(FORM_BOMB, f"ukuran bagian {each.filename} tidak sesuai daftarnya", each.filename)
        for each in entries
        if len(members[each.filename]) != each.file_size
    ]
    return ({}, lying) if lying else (members, [])


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


def _no_package(content: bytes) -> Refusal:
    if not content.startswith(_COMPOUND):
        return _TORN
    if _LOCKED in content:
        return Refusal(FORM_LOCKED, "terkunci dengan kata sandi")
    return Refusal(FORM, "berformat Word lama (.doc); simpan ulang dari Word sebagai .docx")


def _refusals(entries: list[zipfile.ZipInfo], size: int) -> Iterator[Refusal]:
    if len(entries) > MEMBERS_LIMIT:
        yield Refusal(FORM_BOMB, f"berisi lebih dari {MEMBERS_LIMIT} bagian")
        return
    for name, times in Counter(each.filename.lower() for each in entries).items():
        if times > 1:
            reason = f"memuat dua bagian dengan nama yang sama ({name!a})"
            yield Refusal(FORM_MEMBER, reason, name)
    if sum(each.file_size for each in entries) > PACKAGE_LIMIT:
        yield Refusal(FORM_BOMB, "terlalu besar setelah dibuka")
    if sum(each.compress_size for each in entries) > size:
        yield Refusal(FORM_BOMB, "memuat bagian-bagian yang bertindihan")
    for entry in entries:
        if found := _refusal_of(entry):
            yield Refusal(*found, entry.filename)


def _refusal_of(entry: zipfile.ZipInfo) -> tuple[FormCode, str] | None:
    dense = entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1)
    if _BAD_NAME.search(entry.filename):
        return FORM_MEMBER, f"memuat nama bagian yang tidak wajar ({entry.filename!a})"
    if entry.flag_bits & _ENCRYPTED:
        return FORM_LOCKED, "terkunci dengan kata sandi"
    if entry.compress_type not in _PACKINGS:
        return FORM_MEMBER, "dimampatkan dengan cara yang tidak dikenal Word"
    if entry.file_size > MEMBER_LIMIT:
        return FORM_BOMB, f"bagian {entry.filename} terlalu besar setelah dibuka"
    if dense and entry.file_size > RATIO_COUNTS_FROM:
        return FORM_BOMB, f"bagian {entry.filename} mengembang tidak wajar"
    return None


def _read(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # The directory may lie about the size: read one byte more than it says, never to the end.
    with package.open(entry) as member:
        return member.read(entry.file_size + 1)
