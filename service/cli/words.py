"""Click in Indonesian: help pages, and what is said of a command typed wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEADINGS: Final = {
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Positional arguments": "Masukan",
}
_REMARKS: Final = (("[required]", "[wajib]"), ("required", "wajib"), ("default: ", "bawaan: "))
_WIDTH: Final = 100
_HELP: Final = "Tampilkan bantuan ini."


class Formatter(click.HelpFormatter):
    """Headings in Indonesian."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_dl(
        self, rows: Iterable[tuple[str, str | None]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write terms and what they mean."""
        told = [(term, _in_indonesian(meaning or "")) for term, meaning in rows]
        super().write_dl(told, col_max, col_spacing)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))


def _in_indonesian(meaning: str) -> str:
    for english, indonesian in _REMARKS:
        meaning = meaning.replace(english, indonesian)
    return meaning


class Context(click.Context):
    """Uses our formatter."""

    formatter_class = Formatter

    def make_formatter(self) -> click.HelpFormatter:
        """As wide as the terminal, up to what reads well."""
        return Formatter(width=self.terminal_width, max_width=_WIDTH)


class _Exemplified(click.Command):
    """Help that ends with an example."""

    context_class = Context

    def __init__(self, *args: Any, example: Sequence[str] = (), **extra: Any) -> None:  # noqa: ANN401
        """Take click's arguments, and the lines of an example."""
        super().__init__(*args, **{"options_metavar": "[PILIHAN]", **extra})
        self.example = tuple(example)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click's own option, said in Indonesian."""
        return in_indonesian(super().get_help_option(ctx))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example, as typed at the prompt."""
        if not self.example:
            return super().format_epilog(ctx, formatter)
        with formatter.section("Contoh"):
            for line in self.example:
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")
        return None


class Command(_Exemplified):
    """A command whose help ends with its example."""


class Group(_Exemplified, click.Group):
    """Several commands about one thing."""

    def __init__(self, *args: Any, **extra: Any) -> None:  # noqa: ANN401
        """Take click's arguments, and the lines of an example."""
        super().__init__(*args, **{"subcommand_metavar": "PERINTAH [MASUKAN]...", **extra})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are met, not of the alphabet."""
        del ctx
        return list(self.commands)


def in_indonesian(option: click.Option | None) -> click.Option | None:
    """The help option with its sentence in Indonesian."""
    if option is not None:
        option.help = _HELP
    return option


def usage_sentence(error: click.ClickException) -> str:
    """What was typed wrongly, in Indonesian."""
    match error:
        case click.NoSuchOption():
            return f"Pilihan “{error.option_name}” tidak dikenal.{_nearest(error.possibilities)}"
        case click.exceptions.NoSuchCommand():
            return f"Perintah “{error.command_name}” tidak dikenal.{_nearest(error.possibilities)}"
        case click.MissingParameter():
            return f"{_named(error.param)} wajib disertakan."
        case click.BadParameter():
            return f"{_named(error.param)} tidak dapat dipakai: {_reason(error)}."
        case click.BadOptionUsage():
            return f"Pilihan “{error.option_name}” tidak lengkap atau tidak menerima nilai."
    return _other(error.format_message())


def _nearest(possibilities: Sequence[str] | None) -> str:
    if not possibilities:
        return ""
    return f" Mungkin maksud Anda “{possibilities[0]}”."


def _named(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return f"Pilihan {param.opts[-1]}"
    return f"Masukan {param.human_readable_name}" if param else "Masukan"


def _reason(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange | click.FloatRange):
        return f"harus bilangan {_range(kind)}"
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return "harus bilangan"
    if isinstance(kind, click.Choice):
        return f"pilih salah satu dari {', '.join(map(str, kind.choices))}"
    return error.message.rstrip(".")


def _range(kind: click.IntRange | click.FloatRange) -> str:
    least = f"sedikitnya {kind.min:g}" if kind.min is not None else ""
    most = f"paling banyak {kind.max:g}" if kind.max is not None else ""
    return " dan ".join(filter(None, (least, most)))


def _other(message: str) -> str:
    if message.startswith("Got unexpected extra argument"):
        return f"Terlalu banyak masukan: {message.partition('(')[2].rstrip(')')}."
    if message.startswith("Missing command"):
        return "Perintah belum disebutkan."
    return message
