"""The list of findings that offices look codes up in."""

from __future__ import annotations

import re
from pathlib import Path

from doc_templates.catalogue import as_markdown, catalogue
from doc_templates.registry import data_kinds

ROOT = Path(__file__).parents[2]


def test_the_list_in_the_docs_is_the_list_in_the_code():
    """docs/findings.md is what ``python -m doc_templates.catalogue`` prints."""
    assert (ROOT / "docs" / "findings.md").read_text(encoding="utf-8") == as_markdown()


def test_every_code_written_in_the_source_is_in_the_list():
    """No check can give a code that nobody can look up."""
    sources = (ROOT / "doc_templates").rglob("*.py")
    written = {
        code for path in sources for code in re.findall(r'Code\(\s*"(W-[A-Z-]+)"', path.read_text())
    }

    assert written
    assert written == set(catalogue())


def test_every_finding_on_every_sample_keeps_to_the_list():
    """Codes and levels of real findings are those that the list states."""
    found = [
        finding
        for kind in data_kinds().values()
        for name in kind.samples()
        for finding in kind.check(kind.model.model_validate(kind.sample(name)))
    ]

    assert found
    assert all(each.level in catalogue()[each.code][0].levels for each in found)
    assert all(each.sentence.endswith(".") for each in found)
