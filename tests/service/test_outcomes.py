"""Every error has an outcome, and the documents say the same as the table."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from service.outcome import ExitCode, Outcome
from service.outcomes import OUTCOMES, is_known, outcome_of, sentence_of

DOCS = Path(__file__).parents[2] / "docs"
TREES = {
    "archive.errors": "ArchiveError",
    "doc_templates.errors": "TemplatesError",
    "workers.errors": "PipelineError",
    "service.errors": "ServiceError",
    "archive.signatures.errors": "SignedCopyError",
    "service.hooks.errors": "HookError",
    "service.accounts.errors": "AccountError",
    "service.backups.errors": "BackupError",
    "service.comparing.errors": "CompareError",
    "service.drafts.errors": "DraftError",
    "service.office_forms.errors": "OfficeFormError",
    "service.refusals": "Refusal",
}


def leaves(error: type[BaseException]) -> list[type[BaseException]]:
    below = error.__subclasses__()
    return [leaf for each in below for leaf in leaves(each)] if below else [error]


@pytest.mark.parametrize("module", TREES)
def test_every_error_has_an_outcome(module: str):
    """Each error class that can be raised stands in the table itself, not through its base."""
    found = [
        each
        for each in leaves(getattr(import_module(module), TREES[module]))
        if each.__module__.split(".")[0] in {"archive", "doc_templates", "workers", "service"}
    ]

    assert found
    assert [each.__name__ for each in found if each not in OUTCOMES] == []


def test_the_table_knows_no_error_that_is_gone():
    """Nothing stands in the table but classes of the four packages."""
    assert {each.__module__ for each in OUTCOMES} == {*TREES, "archive.bad_values"}


def test_slugs_are_unique_and_plain():
    """Programs tell errors apart by their slug."""
    slugs = [each.slug for each in OUTCOMES.values()]

    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each) for each in slugs)


@pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=lambda each: each.slug)
def test_a_remedy_is_one_sentence(outcome: Outcome):
    """A remedy is empty or a sentence; no error ends with exit code 0."""
    assert outcome.exit_code is not ExitCode.OK
    for told in filter(None, (outcome.remedy, outcome.remedy_outside)):
        assert re.fullmatch(r"[A-Z].*\.", told)
    # Faults of ours are told in one sentence for all; whoever reads a page has no command line.
    if outcome.status < 500:
        assert not re.search(r"`lontar|--\w", outcome.remedy_outside)


def test_exit_codes_are_documented():
    """The table of docs/cli.md has exactly the exit codes of the code."""
    text = (DOCS / "cli.md").read_text(encoding="utf-8")

    told = [int(each) for each in re.findall(r"^\| (\d+) \|", text, flags=re.MULTILINE)]

    assert told == [each.value for each in ExitCode]


def test_what_nobody_foresaw_is_a_fault_of_ours():
    """An unknown error ends with 1 and its name; a refusing disk with 10 and its place."""
    assert outcome_of(KeyError("x")).exit_code is ExitCode.UNEXPECTED
    assert "KeyError" in sentence_of(KeyError("x"))
    refused = PermissionError(13, "Permission denied", "/tempat")
    assert outcome_of(refused).exit_code is ExitCode.STORAGE
    assert "/tempat" in sentence_of(refused)
    assert not is_known(refused)
