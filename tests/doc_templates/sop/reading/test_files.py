"""Which files are read: DOCX and text; all others are refused with a sentence, never a crash."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from doc_templates.errors import (
    OldFileDamaged,
    OldFileEmpty,
    OldFileError,
    OldFileForeign,
    OldFileLocked,
    OldFileTooLarge,
    OldFileUnfit,
    OldFormat,
    ProfileUnknown,
)
from doc_templates.old_file import MAX_BYTES
from doc_templates.sop.reading import packages, read
from doc_templates.sop.reading.word import MOST_ELEMENTS
from tests.doc_templates.sop.reading.old_files import (
    activity_table,
    codes_of,
    p,
    plain,
    read_text,
    sentences,
    source,
    step,
    word,
)

STRICT = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
PICTURE = '<w:r><w:drawing><a:blip r:embed="rId1" xmlns:r="urn:x"/></w:drawing></w:r>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def outcome(name: str, content: bytes) -> bool:
    """True for data, and for a refusal of one whole sentence."""
    try:
        return read(name, content).model is not None
    except OldFileError as refusal:
        return str(refusal).endswith(".")


def package(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


def retyped(kind: bytes) -> bytes:
    """A DOCX that says it is a relative of DOCX."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(word(p("Nomor SOP")))) as old:
        for name in old.namelist():
            parts[name] = old.read(name).replace(b"wordprocessingml.document.main+xml", kind)
    return package(**parts)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (OLE + b"\0" * 600, "DOC (Word lama)"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 halo}", "RTF"),
        (b"\x89PNG\r\n", "gambar PNG"),
        (b"<!DOCTYPE html><html></html>", "halaman HTML atau XML"),
        (b"Nomor SOP\0\0\0", "berkas biner"),
        (package(mimetype=b"application/vnd.oasis.opendocument.text"), "ODT (OpenDocument)"),
        (package(xl__workbook_xml=b"<a/>"), "XLSX (Excel)"),
        (package(foto=b"..."), "arsip ZIP"),
        (retyped(b"wordprocessingml.template.main+xml"), "DOTX (templat Word)"),
        (retyped(b"macroEnabled.main+xml"), "DOCM (Word dengan makro)"),
        (package(word__document_xml=STRICT), "DOCX Strict"),
        (word(p(inside=PICTURE)), "pindaian (gambar tanpa tulisan)"),
    ],
)
def test_other_formats_are_named_and_refused(content: bytes, what: str):
    """The sentence says what the file is."""
    with pytest.raises(OldFormat) as refused:
        read("lama.bin", content)

    assert what in str(refused.value)


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe \x00", word(p(), p(" "))]
)
def test_an_empty_file_is_refused(content: bytes):
    """Nothing, or nothing but spaces, is no SOP."""
    with pytest.raises(OldFileEmpty):
        read("kosong.txt", content)


def test_a_file_with_a_password_is_refused():
    """Both what Word and what a ZIP program locks."""
    locked_word = OLE + b"\0" * 300 + "EncryptedPackage".encode("utf-16-le")
    locked_zip = bytearray(word(activity_table(step("1", "Menyusun"))))
    at = -1
    while (at := locked_zip.find(b"PK\x01\x02", at + 1)) >= 0:
        locked_zip[at + 8] |= 1

    for content in (locked_word, bytes(locked_zip)):
        with pytest.raises(OldFileLocked):
            read("lama.docx", content)


def test_a_damaged_package_is_refused():
    """A DOCX cut off, with other bytes inside, or without its parts."""
    whole = word(activity_table(step("1", "Menyusun")))
    broken = package(word__document_xml=b"<w:document")

    for content in (whole[:-200], whole[: len(whole) // 2], broken, b"PK\x03\x04rusak"):
        with pytest.raises(OldFileDamaged):
            read("rusak.docx", content)


def test_a_file_that_is_too_large_is_refused():
    """More bytes, more unpacked bytes, more parts, lines, cells or letters than an SOP has."""
    head = b"Nomor SOP\t1\nNama SOP\tX\n"
    crowded = p(inside="<w:r/>" * (MOST_ELEMENTS + 1))
    for content in (
        b"x" * (MAX_BYTES + 1),
        package(word__document_xml=b" " * (packages.MOST_WRITTEN + 1)),
        package(word__document_xml=b"", word__media__a_xml=b" " * (packages.MOST_UNPACKED + 1)),
        word(crowded),
        package(word__document_xml=b"<a/>", **{f"p{at}": b"" for at in range(packages.MOST_PARTS)}),
        head + b"baris\n" * 6_000,
        head + b"a\t" * 200,
        head + b"a" * 60_000,
    ):
        with pytest.raises(OldFileTooLarge):
            read("besar.docx", content)


def test_a_file_of_another_kind_is_refused():
    """A letter is no SOP: neither labels nor an activity sheet."""
    with pytest.raises(OldFileForeign):
        read_text("Yth. Bapak Camat\nDengan hormat, bersama ini kami sampaikan.\n")


def test_more_lanes_than_paper_holds_are_refused():
    """What the model of an SOP refuses is told in its own words."""
    lanes = "\t".join(f"Kasi {at}" for at in range(13))
    with pytest.raises(OldFileUnfit, match="13 lajur"):
        read_text(f"No\tKegiatan\t{lanes}\tKelengkapan\tWaktu\tOutput\n1\tMenyusun\n")


def test_an_unknown_profile_is_refused_with_the_known_ones():
    """A slip in --profile is answered with the list."""
    with pytest.raises(ProfileUnknown, match="baku, jekulo"):
        read_text("Nomor SOP\t1\nNama SOP\tX\n", profile="bakuu")


def test_text_of_old_windows_programs_is_read_and_told():
    """cp1252 gives its letters; a byte that it does not know is marked, and both are told."""
    text = "Nomor SOP\t1\nNama SOP\tPengumpulan “Data” – 2021\n"
    reading = read("lama.txt", text.encode("cp1252"))
    unknown = read("lama.txt", text.encode("cp1252") + b"\x81\n")

    assert reading.model.nama_sop == "Pengumpulan “Data” – 2021"
    assert "mulai baris 2" in sentences(reading, "W-IMPORT-ENCODING")[0]
    assert "1 huruf tidak terbaca" in sentences(unknown, "W-IMPORT-ENCODING")[0]


def test_marks_of_unicode_are_understood():
    """A byte order mark is no letter; UTF-16 is read and told."""
    text = source("kudus").decode()
    plainly = plain(read("a.txt", text.encode()))
    for encoding in ("utf-8-sig", "utf-16"):
        reading = read("a.txt", text.encode(encoding))
        data = plain(reading)
        data["asal"] = plainly["asal"]

        assert data == plainly
        assert ("W-IMPORT-ENCODING" in codes_of(reading)) == (encoding == "utf-16")


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_ends_of_lines_of_any_system_are_the_same(ending: str):
    """Windows and old Macintosh lines read as others do."""
    text = source("kertosono").decode()
    one, other = (read("a.txt", each.encode()) for each in (text, text.replace("\n", ending)))

    assert one.model.kegiatan == other.model.kegiatan
    assert one.model.dasar_hukum == other.model.dasar_hukum


def test_control_characters_are_taken_off_and_told():
    """What no DOCX could hold leaves the text, and the finding names it."""
    reading = read_text("Nomor SOP\t1\x07\nNama SOP\tA\x0bB\n")

    assert (reading.model.nomor, reading.model.nama_sop) == ("1", "A B")
    assert "U+0007" in sentences(reading, "W-IMPORT-CONTROL")[0]


def test_a_name_that_is_no_text_is_kept_readable():
    """A file's name may hold bytes of another encoding; the data hold text only."""
    reading = read("sop\udcff\n.txt", b"Nomor SOP\t1\nNama SOP\tX\n")

    assert reading.model.asal.berkas == "sop\ufffd\ufffd.txt"


@settings(max_examples=300)
@given(st.binary(max_size=400))
@example(b"PK\x03\x04" + b"\0" * 40)
@example(b"PK\x05\x06" + b"\0" * 18)
@example(b"\xff\xfe\x00\xd8")
def test_no_bytes_bring_the_reading_down(content: bytes):
    """Any bytes give data or a documented refusal."""
    assert outcome("apa-saja", content)


@settings(max_examples=80)
@given(st.data())
def test_no_damage_to_a_package_brings_the_reading_down(data):
    """A DOCX with some bytes changed is read or refused."""
    content = bytearray(word(activity_table(step("1", "Menyusun", "[]"))))
    for _ in range(data.draw(st.integers(1, 30))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert outcome("rusak.docx", bytes(content))
