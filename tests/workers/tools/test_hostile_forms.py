"""No form harms the worker: each hostile one is refused, or prints what it was given, no more."""

from __future__ import annotations

import struct
import zipfile
from functools import cache

import pytest

from doc_templates.findings import Level
from tests.workers.tools.hostile_forms import (
    BODY,
    KIND,
    OLE,
    RELS,
    TYPES,
    WORD,
    cell,
    changed,
    field,
    good,
    in_body,
    packed,
    paragraph,
    png,
    related,
    replacing,
    saying,
    table,
    typed,
    using,
)
from workers.tools import form_judge
from workers.tools.form_judge import judge

FIRST = "isi dokumen, paragraf 1"
NINE = "[1,2,3,4,5,6,7,8,9]"

LANGUAGE = {
    "walk over classes": ("{{ ''.__class__.__mro__[1] }}", "W-FORM-TAG", "“__mro__”"),
    "walk over globals": ("{{ judul.__init__.__globals__ }}", "W-FORM-TAG", "“__globals__”"),
    "walk by key": ("{{ judul['__class__'] }}", "W-FORM-FIELD", "“__class__”"),
    "filter attr": ("{{ judul|attr('__class__') }}", "W-FORM-TAG", "saringan “attr”"),
    "filter format": ("{{ '%99999999s'|format(judul) }}", "W-FORM-TAG", "saringan “format”"),
    "filter map": ("{{ janji|map(attribute='x')|join }}", "W-FORM-TAG", "saringan “map”"),
    "filter batch": ("{{ janji|batch(999999999)|first }}", "W-FORM-TAG", "saringan “batch”"),
    "filter safe": ("{{ judul|safe }}", "W-FORM-TAG", "saringan “safe”"),
    "method format": ("{{ judul.format(judul) }}", "W-FORM-TAG", "memanggil fungsi"),
    "method of a list": ("{{ janji.append(1) }}", "W-FORM-TAG", "memanggil fungsi"),
    "method of a record": ("{{ kop.update(kop) }}", "W-FORM-TAG", "memanggil fungsi"),
    "cycler": ("{{ cycler.__init__.__globals__.os }}", "W-FORM-TAG", "garis bawah"),
    "lipsum": ("{{ lipsum }}", "W-FORM-FIELD", "“lipsum” tidak ada"),
    "self": ("{{ self }}", "W-FORM-FIELD", "“self” tidak ada"),
    "namespace": ("{{ namespace(a=1) }}", "W-FORM-TAG", "memanggil fungsi"),
    "power": ("{{ 9 ** 9 ** 9 }}", "W-FORM-TAG", "pangkat"),
    "joined texts": ("{{ judul ~ judul }}", "W-FORM-TAG", "penyambungan"),
    "text times number": ("{{ 'a' * 1000000000 }}", "W-FORM-FILL", "bilangan bulat"),
    "list plus list": ("{% for a in janji + janji %}{% endfor %}", "W-FORM-FILL", "bilangan bulat"),
    "endless range": ("{% for i in range(1000000000) %}x{% endfor %}", "W-FORM-LIMIT", "10000"),
    "joins of joins": (
        f"{{{{ range(9000)|join('x'|join)|join({'y' * 1000!r}) }}}}", "W-FORM-FILL", "daftar",
    ),
    "joined too long": (f"{{{{ range(9000)|join({'y' * 1000!r}) }}}}", "W-FORM-FILL", "join"),
    "macro": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "W-FORM-TAG", "perintah"),
    "recursive loop": (
        "{% for a in janji recursive %}{{ loop(janji) }}{% endfor %}", "W-FORM-TAG", "dirinya",
    ),
    "include": ("{% include '/etc/passwd' %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "import": ("{% import 'os' as os %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "from import": ("{% from 'os' import system %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "extends": ("{% extends 'x' %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "set": ("{% set judul = 1 %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "raw": ("{% raw %}{{ judul }}{% endraw %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "call": ("{% call judul() %}{% endcall %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "filter block": ("{% filter upper %}x{% endfilter %}", "W-FORM-TAG", "perintah"),
    "no escaping": ("{% autoescape false %}x{% endautoescape %}", "W-FORM-TAG", "perintah"),
    "debug": ("{% debug %}", "W-FORM-TAG", "perintah yang tidak dikenal"),
    "unclosed value": ("{{ judul", "W-FORM-TAG", "“{{” tidak berpasangan"),
    "stray closing": ("judul }}", "W-FORM-TAG", "“}}” tidak berpasangan"),
    "unclosed loop": ("{% for a in janji %}", "W-FORM-TAG", "tambahkan {% endfor %}"),
    "closing of nothing": ("{% endif %}", "W-FORM-TAG", "tidak pernah dibuka"),
    "branch of nothing": ("{% else %}", "W-FORM-TAG", "tidak berada di dalam if"),
    "crossed blocks": (
        "{% if judul %}{% for a in janji %}{% endif %}{% endfor %}", "W-FORM-TAG", "tidak pernah",
    ),
    "eleven blocks deep": (
        "{% if judul %}" * 11 + "{% endif %}" * 11, "W-FORM-TAG", "lebih dari 10 lapis",
    ),
    "row tag outside of a table": (
        "{%tr for a in janji %}{%tr endfor %}", "W-FORM-TAG", "di dalam baris tabel",
    ),
    "run as a value": ("{{r judul }}", "W-FORM-TAG", "tidak boleh berada di luar teks"),
    "unknown field": ("{{ jdul }}", "W-FORM-FIELD", "“jdul” tidak ada dalam data"),
    "unknown field in a branch that no data take": (
        "{% if judul == 'x' %}{{ rahasia }}{% endif %}", "W-FORM-FIELD", "“rahasia” tidak ada",
    ),
    "unknown field of a loop": (
        "{% for s in sasaran %}{{ s.uraain }}{% endfor %}", "W-FORM-FIELD", "“uraain” tidak ada",
    ),
    "printing a list": ("{{ sasaran }}", "W-FORM-FIELD", "berjenis daftar"),
    "wrong type": ("{{ judul|sum }}", "W-FORM-FILL", "tidak cocok dengan jenis datanya"),
}  # fmt: skip

WHERE = {
    "tag cut into runs": (
        saying("{", "{ judul|at", "tr('__class__'", ") }", "}"), "W-FORM-TAG", FIRST,
    ),
    "loop over cells": (
        changed(
            in_body(
                table(
                    cell(paragraph("{% for a in janji %}")) + cell(paragraph("{% endfor %}"))
                )
            )
        ),
        "W-FORM-TAG", "isi dokumen, tabel 1, baris 1, kolom 2, paragraf 1",
    ),
    "loop from one table into another": (
        changed(
            in_body(
                table(cell(paragraph("{%tr for a in janji %}")), cell(paragraph("x")))
                + table(cell(paragraph("{%tr endfor %}")))
            )
        ),
        "W-FORM-TAG", "isi dokumen, tabel 2, baris 1, kolom 1, paragraf 1",
    ),
    "two row tags in one row": (
        changed(
            in_body(table(cell(paragraph("{%tr for a in janji %}"), paragraph("{%tr endfor %}"))))
        ),
        "W-FORM-TAG", "tabel 1, baris 1, kolom 1, paragraf 2",
    ),
    "attack in a header": (
        changed(replacing("word/header1.xml", "{{", "{{ ''.__class__ }}{{", 1)),
        "W-FORM-TAG", "kepala halaman 1, paragraf 1",
    ),
    "attack in the properties": (
        changed(replacing("docProps/core.xml", "{{", "{{ lipsum }}{{", 1)),
        "W-FORM-FIELD", "properti dokumen, bagian awal, title",
    ),
    "attack in a style": (
        changed(
            replacing("word/styles.xml", 'w:val="Kop Instansi"', 'w:val="{{ x.__class__ }}"', 1)
        ),
        "W-FORM-TAG", "daftar gaya, bagian awal, atribut val",
    ),
    "attack in footnotes": (
        changed(
            {
                "word/footnotes.xml": b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/'
                b'wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>{{ x|attr(1) }}'
                b"</w:t></w:r></w:p></w:footnote></w:footnotes>"
            },
            typed("word/footnotes.xml", f"{WORD}.footnotes+xml"),
        ),
        "W-FORM-TAG", "catatan kaki, catatan 1, paragraf 1",
    ),
    "value as a relation": (
        changed(using('<w:hyperlink xmlns:r="y" r:id="{{ judul }}"/>')), "W-FORM-TAG", FIRST,
    ),
    "value as a field": (changed(in_body(field("PAGE {{ judul }}"))), "W-FORM-TAG", FIRST),
    "output without end": (
        saying(*(f"{{% for a{n} in {NINE} %}}" for n in range(6)), "x" * 400, "{% endfor %}" * 6),
        "W-FORM-LIMIT", FIRST,
    ),
    "field DDEAUTO": (
        changed(in_body(field(' DDEAUTO c:\\\\cmd "/k calc" '))), "W-FORM-ACTIVE-FIELD", FIRST,
    ),
    "field cut into runs": (
        changed(in_body(field(" DD|E a b"))), "W-FORM-ACTIVE-FIELD", FIRST,
    ),
    "field hidden in QUOTE": (
        changed(in_body(field(" QUOTE 68 68 69"))), "W-FORM-ACTIVE-FIELD", FIRST,
    ),
    "field INCLUDETEXT": (
        changed(in_body(field(" INCLUDETEXT /etc/passwd"))), "W-FORM-ACTIVE-FIELD", FIRST,
    ),
    "field INCLUDEPICTURE": (
        changed(in_body('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://a "/></w:p>')),
        "W-FORM-ACTIVE-FIELD", FIRST,
    ),
    "field MACROBUTTON": (
        changed(in_body(field("MACROBUTTON x"))), "W-FORM-ACTIVE-FIELD", FIRST,
    ),
    "field without end": (
        changed(in_body("<w:p><w:r><w:instrText>DDE a b</w:instrText></w:r></w:p>")),
        "W-FORM-ACTIVE-FIELD", FIRST,
    ),
    "field DATE": (changed(in_body(field(" DATE "))), "W-FORM-WORD-FIELD", FIRST),
    "field MERGEFIELD": (changed(in_body(field("MERGEFIELD nama"))), "W-FORM-WORD-FIELD", FIRST),
    "OLE object": (changed(using("<w:object/>")), "W-FORM-OBJECT", FIRST),
    "ActiveX control": (changed(using("<w:control/>")), "W-FORM-OBJECT", FIRST),
    "inserted document": (
        changed(
            in_body('<w:altChunk xmlns:r="x" r:id="rIdX"/>'), related("aFChunk", "x.html"),
        ),
        "W-FORM-INSERTED", "isi dokumen",
    ),
    "picture from the network": (
        changed(
            using(
                '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
                ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
                ' r:link="rIdX"/></w:drawing>'
            ),
            related("image", "http://127.0.0.1/a.png", outside=True),
        ),
        "W-FORM-OUTSIDE", FIRST,
    ),
    "VML picture from the network": (
        changed(
            using(
                '<w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://a"/>'
                "</w:pict>"
            )
        ),
        "W-FORM-OUTSIDE", FIRST,
    ),
    "content bound to data": (
        changed(in_body(f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/"/></w:sdtPr><w:sdtContent>'
                        f"{paragraph('x')}</w:sdtContent></w:sdt>")),
        "W-FORM-BOUND", "isi dokumen",
    ),
    "tracked changes": (
        changed(in_body("<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>")),
        "W-FORM-CHANGES", FIRST,
    ),
    "undeclared font": (
        changed(
            in_body(
                '<w:p><w:r><w:rPr><w:rFonts w:ascii="Comic Sans MS"/></w:rPr><w:t>x</w:t></w:r>'
                "</w:p>"
            )
        ),
        "W-FORM-FONT", FIRST,
    ),
    "no room at the foot": (
        changed(replacing(BODY, 'w:bottom="1531"', 'w:bottom="200"')), "W-FORM-STRIP",
        "isi dokumen",
    ),
    "signature place gone": (
        changed(replacing(BODY, "ttd:pihak_pertama", "foto pihak_pertama")),
        "W-FORM-SIGNATURE", "isi dokumen",
    ),
    "names gone": (changed(replacing(BODY, "{{ pertama.nama }}", "x")), "W-FORM-TEXT", ""),
}  # fmt: skip

FILES = {
    "text named docx": (b"Surat biasa", "W-FORM", "bukan paket ZIP"),
    "nothing": (b"", "W-FORM", "bukan paket ZIP"),
    "old Word file": (OLE, "W-FORM", "format Word lama"),
    "locked by password": (
        OLE + "EncryptedPackage".encode("utf-16-le"), "W-FORM-LOCKED", "kata sandi",
    ),
    "torn file": (packed(good())[:-200], "W-FORM", "bukan paket ZIP"),
    "another file in front": (b"GIF89a" + packed(good()), "W-FORM", "bukan paket ZIP"),
    "bomb by ratio": (
        changed({"word/a.xml": bytes(3 * 2**20)}), "W-FORM-BOMB", "mengembang tidak wajar",
    ),
    "bomb by count": (
        packed({f"{n}.xml": b"" for n in range(600)}), "W-FORM-BOMB", "lebih dari 500 bagian",
    ),
    "bomb by size": (changed({"word/a.xml": bytes(21 * 2**20)}), "W-FORM-BOMB", "terlalu besar"),
    "path out of the package": (changed({"../../evil.xml": b"<a/>"}), "W-FORM-MEMBER", "evil"),
    "two members of one name": (
        changed({"word/Document.xml": b"<a/>"}), "W-FORM-MEMBER", "nama yang sama",
    ),
    "strange packing": (changed(packing=zipfile.ZIP_LZMA), "W-FORM-MEMBER", "dimampatkan"),
    "lying directory": (
        changed({"word/a.xml": b"<a>" + b"x" * 70_000 + b"</a>"}).replace(
            struct.pack("<L", 70_007), struct.pack("<L", 7)
        ),
        "W-FORM", "ZIP",
    ),
    "billion laughs": (
        changed(
            {"word/settings.xml": b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'}
        ),
        "W-FORM-XML", "DOCTYPE",
    ),
    "external entity": (
        changed(
            {"word/settings.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'}
        ),
        "W-FORM-XML", "DOCTYPE",
    ),
    "malformed part": (changed({"word/settings.xml": b"<a><b></a>"}), "W-FORM-XML", "cacat"),
    "strange encoding": (
        changed({"word/settings.xml": b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>'}),
        "W-FORM-XML", "ISO-8859-1",
    ),
    "XML without end of depth": (
        changed({"word/settings.xml": b"<a>" * 5000 + b"</a>" * 5000}), "W-FORM-XML", "cacat",
    ),
    "spreadsheet": (
        packed({TYPES: good()[TYPES], "xl/workbook.xml": b"<a/>"}), "W-FORM",
        "tidak berisi dokumen",
    ),
    "DOTX": (
        changed(replacing(TYPES, "document.main+xml", "template.main+xml")), "W-FORM",
        "bukan dokumen",
    ),
    "DOCM under another name": (
        changed(
            replacing(
                TYPES, f"{WORD}.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            )
        ),
        "W-FORM-MACRO", "makro",
    ),
    "macros under their name": (changed({"word/vbaProject.bin": OLE}), "W-FORM-MACRO", "makro"),
    "macros called a picture": (
        changed({"word/media/mark.png": OLE}), "W-FORM-MACRO", "wadah OLE",
    ),
    "archive called a picture": (
        changed({"word/media/a.png": b"PK\x03\x04"}), "W-FORM-OBJECT", "arsip",
    ),
    "program called a picture": (changed({"word/media/a.png": b"MZ"}), "W-FORM-OBJECT", "program"),
    "RTF beside the text": (changed({"word/a.rtf": b"{\\rtf1"}), "W-FORM-OBJECT", "RTF"),
    "something unknown": (changed({"word/a.bin": b"?"}), "W-FORM-PICTURE", "word/a.bin"),
    "SVG": (changed({"word/media/a.svg": b"<svg/>"}), "W-FORM-PICTURE", "SVG"),
    "picture of too many pixels": (
        changed({"word/media/a.png": png(60_000, 60_000)}), "W-FORM-PICTURE", "juta piksel",
    ),
    "embedded workbook": (
        changed({"word/embeddings/a.xlsx": b"PK"}), "W-FORM-OBJECT", "berkas sisipan",
    ),
    "ActiveX part": (changed({"word/activeX/a.xml": b"<a/>"}), "W-FORM-OBJECT", "ActiveX"),
    "own fonts": (changed({"word/fonts/a.odttf": b"?"}), "W-FORM-OWN-FONT", "fonta"),
    "digital signature": (
        changed({"_xmlsignatures/origin.sigs": b""}), "W-FORM-SIGNED", "digital",
    ),
    "remote template": (
        changed(
            replacing("word/settings.xml", "<w:compat>", '<w:attachedTemplate w:id="1"/><w:compat>')
        ),
        "W-FORM-OUTSIDE", "templat lain",
    ),
    "mail merge": (
        changed(replacing("word/settings.xml", "<w:compat>", "<w:mailMerge/><w:compat>")),
        "W-FORM-SOURCE", "surat massal",
    ),
    "subdocument": (changed(related("subDocument", "a.docx")), "W-FORM-INSERTED", "dokumen lain"),
    "link to a file": (
        changed(related("hyperlink", "file:///etc/passwd", outside=True)), "W-FORM-OUTSIDE",
        "passwd",
    ),
    "link to a script": (
        changed(related("hyperlink", "javascript:alert(1)", outside=True)), "W-FORM-OUTSIDE",
        "alert",
    ),
    "network share": (
        changed(related("image", "\\\\server\\a.png")), "W-FORM-OUTSIDE", "server",
    ),
    "target above the package": (
        changed(related("image", "../../../etc/passwd")), "W-FORM-OUTSIDE", "passwd",
    ),
    "web frame": (changed(related("frame", "a.htm")), "W-FORM-OUTSIDE", "bingkai"),
    "add-in": (
        changed(related("webextensiontaskpanes", "a.xml", part="_rels/.rels")), "W-FORM-MACRO",
        "perluasan",
    ),
    "style sheet on saving": (changed(related("transform", "a.xsl")), "W-FORM-OUTSIDE", "XSLT"),
    "another main document": (
        changed(replacing("_rels/.rels", "word/document.xml", "word/settings.xml")),
        "W-FORM-MEMBER", "dokumen utama",
    ),
    "no main document": (changed({"_rels/.rels": None}), "W-FORM-MEMBER", "dokumen utama"),
    "Strict Open XML": (
        changed(
            replacing(
                BODY, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
        ),
        "W-FORM-STRICT", "Strict",
    ),
    "relations that are no XML": (changed({RELS: b"?"}), "W-FORM-XML", "cacat"),
}  # fmt: skip


@cache
def few():
    """Samples read once; the judge reads them anew for each form."""
    return form_judge.samples_of(KIND)[::4]


@pytest.fixture(autouse=True)
def shared_samples(monkeypatch):
    samples = few()
    monkeypatch.setattr(form_judge, "samples_of", lambda _kind: samples)


def judged(content: bytes):
    return judge(content, kind=KIND, name="formulir.docx")


def assert_told(found, code: str, words: str, place: str) -> None:
    """One fault of that code says these words at that place, in whole Indonesian sentences."""
    assert found.faults
    for each in found.faults:
        assert each.sentence[0].isupper() or not each.sentence[0].isalpha()
        assert each.sentence.endswith(".")
        assert each.remedy.endswith(".")
        assert each.place or each.code == "W-FORM-LIMIT"
    fitting = [
        each for each in found.faults
        if each.code == code and words in each.sentence and place in each.place
    ]  # fmt: skip
    assert fitting, [(each.code, each.place, each.sentence) for each in found.faults]
    assert any(each.level is Level.ERROR for each in found.faults)


@pytest.mark.parametrize(("text", "code", "words"), LANGUAGE.values(), ids=LANGUAGE)
def test_a_tag_that_asks_for_too_much_is_refused_at_its_place(text: str, code: str, words: str):
    """The sentence names the tag or the field, the place the paragraph, and a copy shows it."""
    found = judged(saying(text))

    assert_told(found, code, words, FIRST)
    assert found.annotated is not None


@pytest.mark.parametrize(("content", "code", "place"), WHERE.values(), ids=WHERE)
def test_a_form_is_refused_where_its_fault_stands(content: bytes, code: str, place: str):
    """In whatever part of the document it hides."""
    assert_told(judged(content), code, "", place)


@pytest.mark.parametrize(("content", "code", "words"), FILES.values(), ids=FILES)
def test_a_file_is_refused_for_what_it_holds(content: bytes, code: str, words: str):
    """Its name and the names in it prove nothing; and it is not handed back."""
    found = judged(content)

    assert_told(found, code, words, "")
    assert found.annotated is None


def test_there_are_enough_of_them():
    """Fifty were asked for."""
    assert len(LANGUAGE) + len(WHERE) + len(FILES) >= 50


def test_after_all_of_them_a_good_form_is_judged_right(monkeypatch):
    """In the same process, with every sample: nothing that they did has stayed."""
    monkeypatch.undo()
    found = judged(packed(good()))

    assert found.faults == ()
    assert found.annotated is not None
    assert "sasaran[].indikator[].target" in found.fields
    assert found.unused == ()
