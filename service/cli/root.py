"""The root command: finds the command, runs it, and tells how it ended."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from service.cli.output import as_json, hint
from service.cli.words import Context, in_indonesian, usage_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_USAGE = 2
_INTERRUPTED = 130


class Root(click.Group):
    """All commands of ``lontar``."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click's own option, said in Indonesian."""
        return in_indonesian(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which an office meets them, not of the alphabet."""
        del ctx
        return list(self.commands)

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: object
    ) -> NoReturn:
        """Run, and end the process with a documented exit code."""
        given = list(sys.argv[1:] if args is None else args)
        sys.exit(self._run(given, prog_name or "lontar", extra))

    def _run(self, given: list[str], prog_name: str, extra: dict[str, Any]) -> int:
        json = "--json" in given
        extra.pop("standalone_mode", None)
        try:
            code = super().main(given, prog_name, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help())
            return 0
        except click.ClickException as error:
            return _typed_wrongly(error, json=json)
        except (click.Abort, KeyboardInterrupt):
            hint("Dihentikan. Yang sudah diminta tetap tersimpan; lihat `lontar jobs`.")
            return _INTERRUPTED
        except Exception as error:  # noqa: BLE001 - the last border: every error is told here
            return _went_wrong(error, json=json, trace="--trace" in given)
        return int(code or 0)


def _typed_wrongly(error: click.ClickException, *, json: bool) -> int:
    sentence = usage_sentence(error)
    if json:
        as_json({"error": {"slug": "usage", "exit_code": _USAGE, "sentence": sentence}})
        return _USAGE
    hint(f"Galat: {sentence}")
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "lontar"
    hint(f"Lihat `{path} --help`.")
    return _USAGE


def _went_wrong(error: Exception, *, json: bool, trace: bool) -> int:
    from service.cli.telling import pipe_closed, tell

    if pipe_closed(error):
        # Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(tell(error, json=json, trace=trace))
