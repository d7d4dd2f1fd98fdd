"""A form that runs something or reaches outside itself is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from tests.workers.tools.docx_forms import drawn, leave, opened, with_members
from workers.errors import NotADocx, TemplateUnsafe
from workers.tools.docx import Forms

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = "word/document.xml"
RELS = "word/_rels/document.xml.rels"


def related(word: str, target: str, *, outside: bool):
    mode = ' TargetMode="External"' if outside else ""
    entry = f'<Relationship Id="rIdX" Type="{OFFICE}/{word}" Target="{target}"{mode}/>'
    return {
        RELS: lambda xml: xml.replace(b"</Relationships>", entry.encode() + b"</Relationships>")
    }


def in_body(xml: str):
    return {BODY: lambda body: body.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)}


def field(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in code.split("|"))
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@pytest.mark.parametrize(
    ("word", "target"),
    [
        ("image", "http://127.0.0.1/a.png"),
        ("image", "file:///etc/passwd"),
        ("image", "\\\\server\\share\\a.png"),
        ("attachedTemplate", "file:///C:/Normal.dotm"),
        ("oleObject", "http://contoh.id/a.xlsx"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "javascript:alert(1)"),
        ("footer", "https://contoh.id/footer.xml"),
        ("settings", "settings2.xml"),
    ],
)
def test_relations_to_the_outside_are_refused(word: str, target: str, tmp_path: Path):
    """Nothing is fetched or read when the page is laid out."""
    path = with_members(drawn(tmp_path, "x"), related(word, target, outside=True))

    with pytest.raises(TemplateUnsafe):
        Forms().form(path)


@pytest.mark.parametrize(
    "word",
    ["oleObject", "package", "aFChunk", "subDocument", "control", "font", "frame", "vbaProject"],
)
def test_relations_to_what_runs_inside_are_refused(word: str, tmp_path: Path):
    """Embedded programs, documents and fonts are refused even when they lie in the package."""
    path = with_members(drawn(tmp_path, "x"), related(word, "x.bin", outside=False))

    with pytest.raises(TemplateUnsafe):
        Forms().form(path)


@pytest.mark.parametrize("target", ["https://jdih.kuduskab.go.id", "mailto:a@contoh.go.id"])
def test_links_for_the_reader_are_kept(target: str, tmp_path: Path):
    """A hyperlink does nothing until somebody clicks it."""

    def more(document) -> None:
        document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    filled = Forms().form(drawn(tmp_path, "{{ x }}", more=more)).filled({"x": "a"}, arrange=leave)

    targets = [each._target for each in opened(filled).part.rels.values() if each.is_external]
    assert targets == [target]


@pytest.mark.parametrize(
    "member", ["word/vbaProject.bin", "word/embeddings/a.xlsx", "word/activeX/a.bin"]
)
def test_members_that_run_are_refused(member: str, tmp_path: Path):
    """A name under which Word keeps programs is enough."""
    path = with_members(drawn(tmp_path, "x"), {member: b"x"})

    with pytest.raises(TemplateUnsafe):
        Forms().form(path)


def test_a_form_with_macros_is_refused(tmp_path: Path):
    """A DOCM that calls itself DOCX is known by its content type."""
    plain = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"vnd.ms-word.document.macroEnabled.main+xml"
    types = {"[Content_Types].xml": lambda xml: xml.replace(plain, macro)}

    with pytest.raises(TemplateUnsafe, match="makro"):
        Forms().form(with_members(drawn(tmp_path, "x"), types))


def test_a_dotx_is_not_a_form(tmp_path: Path):
    """Word's own template format opens differently; it must be saved as DOCX."""
    types = {
        "[Content_Types].xml": lambda xml: xml.replace(b"document.main+xml", b"template.main+xml")
    }

    with pytest.raises(NotADocx, match="simpan ulang"):
        Forms().form(with_members(drawn(tmp_path, "x"), types))


@pytest.mark.parametrize(
    "xml",
    [
        '<w:altChunk xmlns:r="x" r:id="rId1"/>',
        "<w:p><w:r><w:object/></w:r></w:p>",
        "<w:p><w:r><w:control/></w:r></w:p>",
        '<w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://a"/></w:pict>',
        '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://a "/></w:p>',
        field(' DDEAUTO c:\\\\cmd "/k calc" '),
        field(" DD|EAUTO x"),
        field(" INCLUDETEXT /etc/passwd"),
        field(" LINK Excel.Sheet"),
        field(" DATE "),
        field(""),
        "<w:p><w:r><w:instrText>DDE a b</w:instrText></w:r></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE a</w:instrText></w:r></w:p>',
    ],
)
def test_active_content_in_the_body_is_refused(xml: str, tmp_path: Path):
    """Objects, inserted documents and fields that fetch, run or tell the day are refused."""
    with pytest.raises(TemplateUnsafe):
        Forms().form(with_members(drawn(tmp_path, "x"), in_body(xml)))


@pytest.mark.parametrize("code", [" PAGE ", " NUM|PAGES \\* MERGEFORMAT", 'TOC \\o "1-3"'])
def test_fields_that_count_pages_are_kept(code: str, tmp_path: Path):
    """Page numbers and contents are what an office needs fields for."""
    path = with_members(drawn(tmp_path, "{{ x }}"), in_body(field(code)))

    filled = Forms().form(path).filled({"x": "a"}, arrange=leave)

    told = "".join(each.text for each in opened(filled).element.body.iter("{*}instrText"))
    assert told == code.replace("|", "")


def test_a_value_cannot_become_a_field_or_a_relation(tmp_path: Path):
    """Data print as text; a form that puts them elsewhere is refused."""
    for xml in (
        field("PAGE {{ x }}"),
        '<w:p w:instr="{{ x }}"/>',
        '<w:p xmlns:r="y" r:id="{{ x }}"/>',
    ):
        with pytest.raises(Exception, match="tidak boleh berada di luar teks"):
            Forms().form(with_members(drawn(tmp_path, "x"), in_body(xml)))
