"""Files that are no form, or would harm whoever opens them: one sentence, never a crash."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doc_templates.formulir import berkas, codes
from tests.doc_templates.formulir.berkas_excel import (
    dalam_zip,
    dibaca,
    diisi,
    ganti,
    kode,
    kosong,
    seperti_excel,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zip_of(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def ditambah(name: str, content: bytes = b"isi") -> bytes:
    return dalam_zip(diisi(), lambda parts: parts.update({name: content}))


ASING = {
    "nothing at all": (b"", codes.FORMAT, "kosong"),
    "old Excel": (OLE + b"\0" * 600, codes.FORMAT, "XLS"),
    "a password": (
        OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), codes.LOCKED, "kata sandi"
    ),
    "OpenDocument": (
        zip_of(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), codes.FORMAT, "ODS"
    ),
    "binary Excel": (zip_of(**{"xl__workbook.bin": b""}), codes.FORMAT, "XLSB"),
    "Word": (zip_of(**{"word__document.xml": b"<a/>"}), codes.FORMAT, "DOCX"),
    "CSV under another name": (b"Kode;Nilai\r\nI-1;86,25\r\n", codes.FORMAT, "CSV"),
    "a web page": (b"<html><table></table></html>", codes.FORMAT, "HTML"),
    "PDF": (b"%PDF-1.7 ...", codes.FORMAT, "PDF"),
    "half a file": (kosong()[:9000], codes.DAMAGED, "rusak"),
    "macros": (ditambah("xl/vbaProject.bin"), codes.MACRO, "makro"),
    "a link outside": (ditambah("xl/externalLinks/externalLink1.xml"), codes.EXTERNAL, "tautan"),
    "an object": (ditambah("xl/embeddings/oleObject1.bin"), codes.EMBEDDED, "objek"),
    "a bomb": (ditambah("xl/media/bom.bin", b"\0" * (90 * 2**20)), codes.BOMB, "mengembang"),
    "a steep bomb": (ditambah("xl/media/bom.bin", b"\0" * (30 * 2**20)), codes.BOMB, "mengembang"),
    "too many megabytes": (b"PK\x03\x04" + b"\0" * berkas.MAX_BYTES, codes.TOO_LARGE, "10 MB"),
}  # fmt: skip


def test_a_part_that_is_stored_twice_is_told():
    """Programs disagree about which of the two counts."""
    out = BytesIO(kosong())
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("xl/workbook.xml", b"<workbook/>")

    assert kode(dibaca(out.getvalue())) == ["W-EXCEL-DAMAGED"]


@pytest.mark.parametrize("asing", ASING.values(), ids=ASING)
def test_what_is_no_form_is_told_with_its_remedy(asing):
    """One finding of level E names the file and says what to do."""
    content, code, words = asing

    read = dibaca(content, "kiriman.xlsx")

    assert kode(read) == [code.name]
    assert "kiriman.xlsx" in read.temuan[0].sentence
    assert words.casefold() in read.temuan[0].sentence.casefold()
    assert read.tertahan
    assert read.perubahan == ()


def test_a_document_type_declaration_is_refused():
    """Entities that multiply themselves never unfold."""
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'

    def ubah(parts):
        text = parts["xl/sharedStrings.xml"]
        at = text.index(b"<sst")
        parts["xl/sharedStrings.xml"] = text[:at] + bomb.encode() + text[at:]

    assert kode(dibaca(dalam_zip(seperti_excel(diisi()), ubah))) == ["W-EXCEL-DAMAGED"]


@pytest.mark.parametrize(
    ("part", "pattern", "new"),
    [
        ("xl/workbook.xml", r"<sheets>", "<sheets"),
        ("xl/_rels/workbook.xml.rels", r"worksheets/sheet2", "worksheets/sheet99"),
        ("xl/worksheets/sheet2.xml", r'(t="s"><v>)\d+', r"\g<1>99999"),
        ("xl/worksheets/sheet2.xml", r'r="B9"', 'r="ZZZZ9999999999"'),
        ("xl/worksheets/sheet2.xml", r'<row r="\d+"', '<row r="x"'),
        ("xl/worksheets/sheet2.xml", r"<v>\d+</v>", "<v>x</v>"),
        ("xl/sharedStrings.xml", r"<si>", "<six>"),
    ],
)
def test_parts_that_do_not_fit_together_are_told(part, pattern, new):
    """Whatever is wrong inside is a damaged file, not a fault of ours."""
    assert kode(dibaca(ganti(seperti_excel(diisi()), part, pattern, new))) == ["W-EXCEL-DAMAGED"]


def test_texts_in_one_list_are_read_like_texts_in_cells():
    """Excel saves each text once and points to it."""
    content = diisi()

    assert dibaca(seperti_excel(content)).perubahan == dibaca(content).perubahan


def test_a_size_that_lies_is_found():
    """A packed part says that it holds one byte and holds more."""
    content = bytearray(kosong())
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 1)

    assert kode(dibaca(bytes(content))) == ["W-EXCEL-DAMAGED"]


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400), head=st.sampled_from([b"", b"PK\x03\x04", OLE, b"<"]))
def test_no_bytes_make_it_fall(content, head):
    """Any bytes at all give findings."""
    assert dibaca(head + content).tertahan


@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1), bits=st.integers(1, 255), length=st.integers(1, 40))
def test_no_damage_to_a_good_file_makes_it_fall(at, bits, length):
    """A form whose bytes were hurt on the way is read or refused, never more than that."""
    content = bytearray(BAIK)
    start = int(at * (len(content) - length))
    for offset in range(start, start + length):
        content[offset] ^= bits

    dibaca(bytes(content))


PARTS = (
    "xl/workbook.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/sheet5.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "docProps/custom.xml",
    "xl/_rels/workbook.xml.rels",
)
BAIK = seperti_excel(diisi())


@settings(max_examples=60, deadline=None)
@given(
    part=st.sampled_from(PARTS),
    at=st.floats(0, 1),
    length=st.integers(0, 30),
    new=st.one_of(
        st.text("<>/=\"' abcrstv0123456789:!$-&;", max_size=12),
        st.sampled_from(["999999999999", "-1", "NaN", "1e999", "<c/>", 't="s"', 't="e"', "\0"]),
    ),
)
def test_no_change_inside_the_parts_makes_it_fall(part, at, length, new):
    """XML that was cut and patched is read or refused."""

    def ubah(parts):
        text = parts[part]
        start = int(at * len(text))
        parts[part] = text[:start] + new.encode() + text[start + length :]

    dibaca(dalam_zip(BAIK, ubah))
