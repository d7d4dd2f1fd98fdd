"""What a person or a program sees: tables for the one, JSON for the other.

Rich is loaded only when something is drawn, so that ``--help`` answers at once. Where the
output is a pipe, there are no colours, no drawn lines and no cut cells.
"""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

from service.located import read_path, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from doc_templates.findings import Finding
    from doc_templates.usulan import Usulan
    from service.located import DataFile, Spot

_PIPE_WIDTH: Final = 32_000
_LEVELS: Final = {"E": "bold red", "W": "yellow", "I": "cyan"}


def say(text: str = "") -> None:
    """One line for a person."""
    click.echo(text)


def hint(text: str) -> None:
    """A remark beside the result, on standard error."""
    click.echo(text, err=True)


def as_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """One JSON value for a program."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def console(*, error: bool = False) -> Console:
    """A Rich console that is plain when piped."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else _PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


def table(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Draw a table; tab-separated lines when piped."""
    if not sys.stdout.isatty():
        for row in (headings, *rows):
            say("\t".join(_cell(each).replace("\t", " ").replace("\n", " ") for each in row))
        return
    from rich import box
    from rich.table import Table

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in headings:
        drawn.add_column(heading, overflow="fold")
    for row in rows:
        drawn.add_row(*map(_cell, row))
    console().print(drawn)


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def facts(pairs: Sequence[tuple[str, object]]) -> None:
    """Names and values, one a line; what is not known is left out."""
    shown = [(name, _cell(value)) for name, value in pairs if _cell(value)]
    width = max((len(name) for name, _ in shown), default=0)
    for name, value in shown:
        say(f"{name:<{width}}  {value}")


def show_findings(
    findings: Sequence[Finding], *, data: DataFile | None = None, error: bool = False
) -> None:
    """Each finding with its level, place and suggestions; with the line where data are given."""
    from rich.text import Text

    screen = console(error=error)
    for each in findings:
        line = Text()
        line.append(f"{each.level.value}  ", style=_LEVELS[each.level.value])
        line.append(f"{each.code}  ", style="bold")
        if each.where:
            line.append(f"{_place(each, data)}: ", style="dim")
        line.append(each.sentence)
        screen.print(line, soft_wrap=True)
        if each.suggestions:
            screen.print(f"     saran: {' | '.join(each.suggestions)}", soft_wrap=True)


def _place(finding: Finding, data: DataFile | None) -> str:
    """Where a finding lies, as a person looks for it: in the file that holds it."""
    if data is None:
        return finding.where
    spot = _spot(finding, data)
    return f"{written(spot.path)}{spot.note}"


def _spot(finding: Finding, data: DataFile) -> Spot:
    return data.spot(read_path(finding.where))


def show_proposals(proposals: Sequence[Usulan]) -> None:
    """Each proposal with its code, what would change, and why."""
    from rich.text import Text

    from doc_templates.usulan import as_text

    screen = console()
    for each in proposals:
        line = Text()
        line.append("U  ", style="green")
        line.append(f"{each.kode}  ", style="bold")
        if each.tempat:
            line.append(f"{each.tempat}: ", style="dim")
        line.append(f"{each.alasan} (keyakinan {each.keyakinan})")
        screen.print(line, soft_wrap=True)
        change = f"     {as_text(each.semula)} → {as_text(each.menjadi)}"
        screen.print(change, soft_wrap=True)


def finding_json(finding: Finding, *, data: DataFile | None = None) -> dict[str, Any]:
    """A finding for a program; ``line`` and ``file`` where the data it lies in are given."""
    told: dict[str, Any] = {
        "code": finding.code,
        "level": finding.level.value,
        "where": finding.where,
        "sentence": finding.sentence,
        "suggestions": list(finding.suggestions),
    }
    if data is not None:
        spot = _spot(finding, data)
        told |= {"line": spot.line, "file": spot.file}
    return told


@contextmanager
def progress(task: str, total: int | None, *, quiet: bool = False) -> Iterator[Callable[..., None]]:
    """A bar on standard error while something long runs; nothing when piped or quiet.

    What is given is called with ``completed`` and, where it changed, ``task``.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda **_: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Elapsed())
    with Progress(*columns, console=console(error=True), transient=True) as bar:
        number = bar.add_task(task, total=total)

        def step(
            *, completed: int | None = None, task: str | None = None, total: int | None = None
        ) -> None:
            bar.update(number, completed=completed, description=task, total=total)

        yield step
