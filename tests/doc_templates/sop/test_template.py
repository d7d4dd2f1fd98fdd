"""The form itself: real, lean, and drawn by the script beside it."""

from __future__ import annotations

import zipfile

from doc_templates.lint import lint_kind
from doc_templates.sop.build_template import form
from tests.doc_templates.sop.samples import SOP


def test_the_form_is_what_its_script_draws(tmp_path):
    """Whoever changes the script draws the form anew."""
    form().write(tmp_path / "template.docx")

    assert (tmp_path / "template.docx").read_bytes() == SOP.template.read_bytes()


def test_form_and_data_fit():
    """Every tag of the form has its field, and every field is printed."""
    assert [(each.code, each.where) for each in lint_kind(SOP)] == []


def test_the_form_is_lean():
    """Styles that nobody uses would cost time in every print."""
    with zipfile.ZipFile(SOP.template) as package:
        styles = package.read("word/styles.xml").decode()
        body = package.read("word/document.xml").decode()
    used = {each.split('"')[0] for each in body.split('w:pStyle w:val="')[1:]}
    declared = {each.split('"')[0] for each in styles.split('w:styleId="')[1:]}

    assert declared == used | {"Normal"}
    assert len(styles) < 10_000
