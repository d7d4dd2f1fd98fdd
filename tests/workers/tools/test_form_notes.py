"""The copy that is handed back shows each fault as a comment of Word, and nothing else changes."""

from __future__ import annotations

import io

import pytest
from docx import Document

from tests.workers.tools.hostile_forms import (
    BODY,
    KIND,
    RELS,
    TYPES,
    cell,
    changed,
    good,
    in_body,
    packed,
    paragraph,
    replacing,
    table,
)
from workers.tools.docx_package import unpack
from workers.tools.form_judge import judge

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FAULTY = in_body(
    paragraph("Baik") + table(cell(paragraph("Baik"), paragraph("{{ nama.x }} {{ jdul }}")))
)


def copy_of(content: bytes) -> bytes:
    found = judge(content, kind=KIND, name="formulir.docx")
    assert found.annotated is not None
    return found.annotated


def commented(content: bytes) -> dict[str, str]:
    """Text of the paragraph → text of the comments that begin in it."""
    document = Document(io.BytesIO(content))
    texts = {str(each.comment_id): each.text for each in document.comments}
    return {
        "".join(text.text or "" for text in each.iter(f"{WORD}t")): "\n".join(
            texts[start.get(f"{WORD}id")] for start in each.iter(f"{WORD}commentRangeStart")
        )
        for each in document.element.body.iter(f"{WORD}p")
        if each.find(f"{WORD}commentRangeStart") is not None
    }


def test_each_fault_is_said_in_the_paragraph_where_it_stands():
    """With its weight, its sentence, its remedy and its code."""
    found = commented(copy_of(changed(FAULTY)))

    (said,) = found.values()
    assert list(found) == ["{{ nama.x }} {{ jdul }}"]
    assert "Kesalahan: Isian “nama” tidak ada dalam data" in said
    assert "Ganti dengan “judul”." in said
    assert said.count("W-FORM-FIELD") == 2


def test_the_author_is_lontar():
    """Word shows who says so."""
    document = Document(io.BytesIO(copy_of(changed(FAULTY))))

    assert {(each.author, each.initials) for each in document.comments} == {("Lontar", "L")}


def test_nothing_else_of_the_form_changes():
    """All members but body, types and relations are the same bytes; the text is the same, too."""
    before = unpack(changed(FAULTY), name="x")
    after = unpack(copy_of(changed(FAULTY)), name="x")

    different = {name for name in after if after[name] != before.get(name)}
    assert different == {BODY, RELS, TYPES, "word/comments.xml"}
    assert [each.text for each in Document(io.BytesIO(packed(after))).paragraphs] == [
        each.text for each in Document(io.BytesIO(packed(before))).paragraphs
    ]


def test_what_is_wrong_outside_of_the_body_is_said_at_its_beginning():
    """Word knows no comments in headers, so the place is told in words."""
    found = commented(
        copy_of(changed(replacing("word/header1.xml", "{{", "{{ jdul }}{{", 1), FAULTY))
    )

    assert "Kesalahan pada kepala halaman 1, paragraf 1: Isian “jdul”" in found["Baik"]


def test_a_text_box_is_commented_at_the_paragraph_that_holds_it():
    """Word refuses a document with comments inside a text box."""
    box = f"<w:txbxContent>{paragraph('{{ jdul }}')}</w:txbxContent>"

    content = copy_of(changed(in_body(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>")))

    outer = Document(io.BytesIO(content)).element.body[0]
    assert outer[0].tag == f"{WORD}commentRangeStart"


def test_a_form_without_fault_gets_a_copy_without_comments():
    """It opens like the form itself."""
    assert list(Document(io.BytesIO(copy_of(packed(good())))).comments) == []


def test_comments_of_people_stay_and_ours_are_not_doubled():
    """A maker mends the copy and sends that: what was said before goes, his own notes stay."""
    document = Document(io.BytesIO(changed(FAULTY)))
    document.add_comment(document.paragraphs[0].runs[0], text="Catatan saya", author="Perencana")
    buffer = io.BytesIO()
    document.save(buffer)

    once = copy_of(buffer.getvalue())
    twice = copy_of(once)

    for content in (once, twice):
        comments = list(Document(io.BytesIO(content)).comments)
        assert [each.author for each in comments] == ["Perencana", "Lontar", "Lontar"]
    assert commented(twice) == commented(once)


@pytest.mark.parametrize("relations", [True, False])
def test_a_form_with_hardly_anything_in_it_can_be_annotated(relations):
    """Without text and without relations of its own."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    bare = f'<w:document xmlns:w="{namespace}"><w:body/></w:document>'.encode()
    members = {BODY: bare} | ({} if relations else {RELS: None})

    content = copy_of(changed(members))

    assert list(Document(io.BytesIO(content)).comments)
