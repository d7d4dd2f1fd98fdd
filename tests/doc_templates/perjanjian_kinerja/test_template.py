"""The form itself: real, lean, and drawn by the script beside it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from doc_templates.lint import lint_kind
from doc_templates.perjanjian_kinerja import KIND
from doc_templates.perjanjian_kinerja.build_template import FORM

if TYPE_CHECKING:
    from pathlib import Path


def test_the_form_is_what_its_script_draws(tmp_path: Path) -> None:
    """Whoever changes the script draws the form anew."""
    FORM.write(tmp_path / "template.docx")

    assert (tmp_path / "template.docx").read_bytes() == KIND.template.read_bytes()


def test_form_and_data_fit() -> None:
    """Every tag of the form has its field, and every field is printed."""
    assert lint_kind(KIND) == []


def test_the_form_is_lean() -> None:
    """Styles that nobody uses would cost time in every print."""
    with zipfile.ZipFile(KIND.template) as package:
        styles = package.read("word/styles.xml").decode()
        parts = [package.read(name).decode() for name in package.namelist() if "word/" in name
                 and name.endswith(".xml") and "styles" not in name]  # fmt: skip
    used = {each.split('"')[0] for part in parts for each in part.split('w:pStyle w:val="')[1:]}
    declared = {each.split('"')[0] for each in styles.split('w:styleId="')[1:]}

    assert declared == used | {"Normal"}
