"""Tells an error: one sentence and its remedy for a person, one object for a program."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import errno
import traceback
from typing import TYPE_CHECKING, Any

from service.cli.output import as_json, finding_json, hint, show_findings
from service.errors import DataInvalid, IssueBlocked, JobRefused

if TYPE_CHECKING:
    from service.outcome import ExitCode


def tell(error: BaseException, *, json: bool, trace: bool) -> ExitCode:
    """Say what went wrong and give the exit code."""
    from service.outcomes import outcome_of

    if trace:
        hint("".join(traceback.format_exception(error)))
    if json:
        as_json({"error": error_json(error)})
    else:
        say_error(error)
    return outcome_of(error).exit_code


def say_error(error: BaseException) -> None:
    """Say an error and its remedy to a person."""
    from service.outcomes import outcome_of, sentence_of

    hint(f"Galat: {sentence_of(error)}")
    if isinstance(error, DataInvalid):
        for each in error.problems:
            hint(f"  - {each}")
    if isinstance(error, IssueBlocked):
        show_findings(error.findings, error=True)
    if remedy := outcome_of(error).remedy:
        hint(remedy)


def error_json(error: BaseException) -> dict[str, Any]:
    """An error for a program."""
    from service.outcomes import outcome_of, sentence_of

    outcome = outcome_of(error)
    told: dict[str, Any] = {
        "slug": error.slug if isinstance(error, JobRefused) else outcome.slug,
        "exit_code": int(outcome.exit_code),
        "sentence": sentence_of(error),
        "remedy": outcome.remedy,
    }
    if isinstance(error, DataInvalid):
        told["problems"] = [
            {
                "where": each.where,
                "file": each.file,
                "line": each.line,
                "sentence": each.sentence,
            }
            for each in error.problems
        ]
    if isinstance(error, IssueBlocked):
        told["findings"] = [finding_json(each) for each in error.findings]
    return told


def pipe_closed(error: BaseException) -> bool:
    """True where the reader of our output went away, as ``| head`` does."""
    return isinstance(error, OSError) and error.errno == errno.EPIPE
