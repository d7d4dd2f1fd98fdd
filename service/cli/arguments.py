"""Arguments and options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from service.cli.words import Command

if TYPE_CHECKING:
    from collections.abc import Callable

WITHIN: Final = 600.0
"""Seconds that a person is kept waiting before being told that the job goes on without them."""


def command(name: str, *example: str) -> Callable[[Callable[..., Any]], Command]:
    """A command of that name, with the lines of its example."""
    return click.command(name, cls=Command, example=example)


kind_argument = click.argument("kind_name", metavar="JENIS")
"""Name of a kind of document."""

json_option = click.option("--json", is_flag=True, help="Keluaran JSON untuk program.")
"""For programs."""

within_option = click.option(
    "--within",
    type=click.FloatRange(min=0, min_open=True),
    default=WITHIN,
    show_default=True,
    metavar="DETIK",
    help="Lama menunggu hasil.",
)
"""How long to wait for workers."""
