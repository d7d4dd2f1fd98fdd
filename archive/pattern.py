"""How a number is written: names in a pattern, ``{klasifikasi}/{urut:03}/{unit}/{tahun}``."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Final

from archive.bad_values import BadPattern

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTER: Final = "urut"
"""The name that the register fills."""


class Form:
    """A pattern in which all but the counter is filled in; proven able to count."""

    def __init__(self, text: str) -> None:
        """Take a form as it was kept; BadPattern where it cannot count."""
        self.text = text
        if self.number(1) == self.number(2):
            raise BadPattern(text, f"tidak memuat {{{COUNTER}}}")

    @classmethod
    def of(cls, pattern: str, values: Mapping[str, str]) -> Form:
        """Fill a pattern with everything but the counter.

        Args:
            pattern: As the office writes it.
            values: What its names stand for; put in verbatim.
        """
        return cls("".join(_filled(pattern, values)))

    def number(self, sequence: int) -> str:
        """The number at a counter value."""
        try:
            return self.text.format_map({COUNTER: sequence})
        except (KeyError, ValueError, IndexError, AttributeError, TypeError) as error:
            raise BadPattern(self.text, f"penulisannya keliru ({error})") from error


def _filled(pattern: str, values: Mapping[str, str]) -> list[str]:
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError as error:
        raise BadPattern(pattern, f"penulisannya keliru ({error})") from error
    filled = []
    for literal, name, spec, conversion in parts:
        filled.append(_literal(literal))
        if name == COUNTER and conversion is None:
            filled.append(f"{{{COUNTER}:{spec}}}" if spec else f"{{{COUNTER}}}")
        elif name is not None:
            # Names only: a pattern comes from people and must not reach into objects.
            if name not in values or spec or conversion:
                raise BadPattern(pattern, f"isian {{{name}}} tidak dikenal")
            filled.append(_literal(values[name]))
    return filled


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
