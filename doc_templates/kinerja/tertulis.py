"""Values as the office wrote them: text stays text, a number stays a number.

What a value *means* depends on its field and is read later (``baca.py``); here nothing is
interpreted, so that nothing typed is lost.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

_LARGEST_WHOLE: Final = 2**53 - 1
"""Beyond it a JSON number is no longer exact for every reader (RFC 8785 §3.2.2.3)."""
_MOST_DIGITS: Final = 24
"""On either side of the comma; more is a slip of the keyboard, and costs memory to print."""


def plainly(number: Decimal) -> Decimal:
    """Without exponent and idle zeros: a number has one form, however it was stored."""
    whole = f"{number:f}"
    bare = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return Decimal("0" if bare in {"", "-", "-0"} else bare)


def _as_written(value: Any) -> Decimal | str | None:  # noqa: ANN401 - whatever the file holds
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        message = "Isilah angka atau teks, misalnya 76,5 atau “belum tersedia”"
        raise ValueError(message)  # noqa: TRY004 - Pydantic locates only a ValueError
    number = Decimal(str(value))
    if not number.is_finite() or max(number.adjusted(), -_exponent(number)) > _MOST_DIGITS:
        message = "Nilai ini di luar jangkauan; isilah angka yang wajar atau “belum tersedia”"
        raise ValueError(message)
    plain = plainly(number)
    # What no JSON number holds exactly is kept as text, which reads in one way only.
    return plain if _is_exact(plain) else f"{plain:f}".replace(".", ",")


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _is_exact(number: Decimal) -> bool:
    if number == number.to_integral_value():
        return abs(number) <= _LARGEST_WHOLE
    return Decimal(repr(float(number))) == number


def _to_json(value: Decimal | str | None) -> int | float | str | None:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


Tertulis = Annotated[
    Decimal | str | None,
    PlainValidator(_as_written),
    PlainSerializer(_to_json, when_used="json"),
    WithJsonSchema(
        {
            "anyOf": [{"type": "number"}, {"type": "string"}, {"type": "null"}],
            "description": "Angka, atau teks persis seperti ditulis kantor",
        }
    ),
]
"""A value as written: a JSON number, text verbatim, or nothing at all."""
