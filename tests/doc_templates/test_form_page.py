"""The page that makers of forms look fields, tags and faults up in."""

from __future__ import annotations

from pathlib import Path

from doc_templates.form_page import as_markdown

ROOT = Path(__file__).parents[2]


def test_the_page_in_the_docs_is_made_from_the_code():
    """docs/forms.md is what ``python -m doc_templates.form_page`` prints."""
    assert (ROOT / "docs" / "forms.md").read_text(encoding="utf-8") == as_markdown()


def test_the_page_names_fields_inside_of_lists():
    """As a tag asks for them: the list, and what each of its records holds."""
    page = as_markdown()

    assert "| `sasaran[].indikator[].target` | teks |" in page
    assert "| `janji` | daftar teks |" in page
    assert "Tanda tangan: `ttd:pihak_pertama`" in page
