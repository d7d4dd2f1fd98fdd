"""What is wrong with a profile file, each fault in one Indonesian clause that begins with where."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_CLAUSES: Final = {
    "missing": "wajib ada",
    "string_type": "harus berupa teks",
    "float_type": "harus berupa bilangan",
    "float_parsing": "harus berupa bilangan",
    "finite_number": "harus bilangan yang berhingga",
    "tuple_type": "harus berupa daftar",
    "model_type": "harus berupa kumpulan isian",
    "greater_than_equal": "harus sedikitnya {ge}",
    "less_than_equal": "harus paling banyak {le}",
    "multiple_of": "harus kelipatan {multiple_of}",
    "literal_error": "harus salah satu dari {expected}",
}


def fault_of(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Such as ``baris[2].label wajib ada``, without a full stop."""
    where = _written(error["loc"])
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return f"{where} {context['error']}".strip()
    if error["type"] == "extra_forbidden":
        return f"{where} tidak dikenal{_hint(error['loc'], model)}"
    clause = _CLAUSES.get(error["type"], "tidak sesuai")
    told = {key: str(value).replace(" or ", " atau ") for key, value in context.items()}
    return f"{where or 'isinya'} {clause.format_map(told)}"


def _written(loc: tuple[int | str, ...]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc)
    return "".join(steps).removeprefix(".")


def _hint(loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    known: Any = model
    for step in loc[:-1]:
        field = getattr(known, "model_fields", {}).get(step)
        known = getattr(field, "annotation", None)
    near = get_close_matches(str(loc[-1]), getattr(known, "model_fields", {}), n=1)
    return f"; mungkin maksudnya {near[0]}" if near else ""
