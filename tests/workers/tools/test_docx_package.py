"""A package is read without trusting it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workers.tools.docx_forms import drawn, with_members
from workers.errors import NotADocx
from workers.tools.docx import Forms
from workers.tools.docx_package import append, pack, unpack


def zipped(*members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as package:
        for name, content in members:
            package.writestr(name, content)
    return buffer.getvalue()


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}/[a-z]{1,8}\.xml", fullmatch=True), st.binary()))
def test_what_is_packed_comes_out_again(members: dict[str, bytes]):
    """Packing keeps names, order and bytes, at once or in two goes."""
    first = dict(list(members.items())[:1])
    rest = dict(list(members.items())[1:])

    assert unpack(pack(members, level=1), name="x") == members
    assert list(unpack(append(pack(first, level=9), rest, level=1), name="x")) == list(members)


@pytest.mark.parametrize("content", [b"", b"Surat biasa", b"PK\x03\x04", b"%PDF-1.7\n"])
def test_other_files_named_docx_are_refused(content: bytes, tmp_path: Path):
    """The name of a file proves nothing."""
    path = tmp_path / "surat.docx"
    path.write_bytes(content)

    with pytest.raises(NotADocx, match=r"surat\.docx bukan berkas DOCX"):
        Forms().form(path)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path):
    """A kind whose form was lost says so."""
    with pytest.raises(NotADocx, match="tidak dapat dibuka"):
        Forms().form(tmp_path / "hilang.docx")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_torn_file_is_refused(share: float, tmp_path: Path):
    """A form whose copying was interrupted is no form."""
    path = drawn(tmp_path, "{{ x }}")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    with pytest.raises(NotADocx):
        Forms().form(path)


@given(st.data())
def test_no_damage_ends_in_anything_but_a_refusal(data: st.DataObject):
    """Whatever single byte changes, the members are read whole or the package is refused."""
    whole = zipped(("a.xml", b"<a>isi</a>" * 20), ("b/c.xml", b"<b/>"))
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]

    try:
        members = unpack(damaged, name="x")
    except NotADocx:
        return

    assert set(members.values()) <= {b"<a>isi</a>" * 20, b"<b/>"}


def test_a_bomb_is_refused_before_it_bursts():
    """A megabyte of zeros packs to a kilobyte; nobody writes like that."""
    with pytest.raises(NotADocx, match="mengembang tidak wajar"):
        unpack(zipped(("a.xml", bytes(2 * 2**20))), name="x")


def test_a_huge_member_and_a_huge_whole_are_refused():
    """What would fill the memory is refused by its declared size."""
    with pytest.raises(NotADocx, match="terlalu besar"):
        unpack(zipped(("a.xml", bytes(21 * 2**20))), name="x")
    with pytest.raises(NotADocx, match="terlalu besar setelah dibuka"):
        unpack(zipped(*((f"{n}.xml", bytes(16 * 2**20)) for n in range(4))), name="x")


def test_a_directory_that_lies_about_a_size_is_found_out():
    """A bomb that declares itself small is read no further than it declares."""
    honest = zipped(("a.xml", bytes(2 * 2**20)))
    lie = honest.replace(struct.pack("<L", 2 * 2**20), struct.pack("<L", 100))

    with pytest.raises(NotADocx):
        unpack(lie, name="x")


def test_too_many_members_are_refused():
    """A document of an office has some dozens of parts."""
    with pytest.raises(NotADocx, match="lebih dari 500"):
        unpack(zipped(*((f"{n}.xml", b"") for n in range(501))), name="x")


@pytest.mark.parametrize(
    "name", ["../a.xml", "/etc/a.xml", "a/../../b", "a//b.xml", "C:/a.xml", "./a.xml", "a\x01b.xml"]
)
def test_names_that_would_leave_the_package_are_refused(name: str):
    """A member is named as Word names it, or the package is refused."""
    with pytest.raises(NotADocx, match="nama bagian"):
        unpack(zipped((name, b"")), name="x")


def test_two_members_of_one_name_are_refused():
    """Two readers could each see another one of them."""
    with pytest.raises(NotADocx, match="nama yang sama"):
        unpack(zipped(("a.xml", b"1"), ("A.xml", b"2")), name="x")


def test_a_packing_that_word_does_not_know_is_refused():
    """Word reads stored and deflated members only."""
    with pytest.raises(NotADocx, match="dimampatkan"):
        unpack(zipped(("a.xml", b"1"), packing=zipfile.ZIP_LZMA), name="x")


def test_a_locked_package_is_refused():
    """A password keeps Lontar out as well."""
    locked = bytearray(zipped(("a.xml", b"1")))
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(header) + offset] |= 1

    with pytest.raises(NotADocx, match="kata sandi"):
        unpack(bytes(locked), name="x")


def test_a_zip_without_a_document_is_refused(tmp_path: Path):
    """A spreadsheet or any other ZIP is not filled."""
    path = tmp_path / "x.docx"
    path.write_bytes(zipped(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<x/>")))

    with pytest.raises(NotADocx, match="tidak berisi dokumen Word"):
        Forms().form(path)


def test_xml_with_a_doctype_is_refused(tmp_path: Path):
    """Entities could multiply or read files; the format has no use for them."""
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
    path = with_members(drawn(tmp_path, "x"), {"word/settings.xml": bomb})

    with pytest.raises(NotADocx, match=r"DOCTYPE|cacat"):
        Forms().form(path)


def test_broken_xml_is_refused_and_never_repaired(tmp_path: Path):
    """A repairing parser would drop what follows without a word."""
    torn = {"word/document.xml": lambda xml: xml.replace(b"</w:p>", b"", 1)}
    path = with_members(drawn(tmp_path, "x"), torn)

    with pytest.raises(NotADocx, match=r"cacat pada word/document\.xml"):
        Forms().form(path)
