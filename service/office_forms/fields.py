"""The fields that a form of a kind may print: what each holds, and how it is written in Word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from doc_templates.form_shape import shape_of
from doc_templates.kind import Printing
from service.office_forms.field_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doc_templates.form_shape import Shape
    from doc_templates.kind import Kind

_NAMES: Final = "xyz"
"""What the rows of a list are called, of a list within it, and so on."""
_LONGEST: Final = 120
_LIST: Final = frozenset({list, tuple})
_PRINTINGS: Final = (Printing(number=None, konsep=True), Printing(number="000/1/2", konsep=False))


@dataclass(frozen=True, slots=True)
class Field:
    """One field."""

    path: str
    """Such as ``kegiatan[].waktu``; ``[]`` stands for every row of a list."""
    sort: str
    """``teks``, ``ya/tidak``, ``daftar`` or ``kelompok``."""
    explanation: str
    written: str
    """How a form prints it, a line a paragraph or row of its own; what stands in a loop is named
    by it (``x``, ``y``); empty for a group, whose fields are printed."""
    example: str
    """From a sample; empty where no sample has any."""


@lru_cache(maxsize=64)
def fields_of(kind: Kind) -> tuple[Field, ...]:
    """All fields of a kind, as its samples show them, in the order of the data."""
    contexts = [
        kind.context(kind.model.model_validate(kind.sample(name)), printing)
        for name in kind.samples()
        for printing in _PRINTINGS
    ]
    return tuple(
        Field(
            path=shape.path,
            sort=_sort(shape),
            explanation=_explained(shape.path),
            written=_written(shape, said),
            example=_example(shape.path, contexts),
        )
        for shape, said in _below(shape_of(contexts), "", 0)
    )


def _below(shape: Shape, said: str, depth: int) -> Iterator[tuple[Shape, str]]:
    """Every place below, with how a form says it."""
    for key, each in shape.keys.items():
        name = f"{said}.{key}" if said else key
        yield each, name
        if each.element is not None:
            yield from _below(each.element, _NAMES[min(depth, len(_NAMES) - 1)], depth + 1)
        yield from _below(each, name, depth)


def _sort(shape: Shape) -> str:
    if shape.kinds & _LIST:
        return "daftar"
    if dict in shape.kinds:
        return "kelompok"
    return "ya/tidak" if shape.kinds & {bool} else "teks"


def _explained(path: str) -> str:
    last = path.rpartition(".")[2].removesuffix("[]")
    return WORDS.get(path) or WORDS.get(last, "")


def _written(shape: Shape, said: str) -> str:
    sort = _sort(shape)
    if sort == "teks":
        return f"{{{{ {said} }}}}"
    if sort == "ya/tidak":
        return f"{{%p if {said} %}}\n…\n{{%p endif %}}"
    if sort == "kelompok":
        return ""
    row = _NAMES[min(shape.path.count("[]"), len(_NAMES) - 1)]
    if shape.element is not None and shape.element.keys:
        return f"{{%tr for {row} in {said} %}}\n…\n{{%tr endfor %}}"
    return f"{{%p for {row} in {said} %}}\n{{{{ {row} }}}}\n{{%p endfor %}}"


def _example(path: str, contexts: list[Mapping[str, Any]]) -> str:
    steps = path.split(".")
    for context in contexts:
        for value in _values(context, steps):
            if isinstance(value, str) and value.strip():
                text = " ".join(value.split())
                return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            if isinstance(value, bool):
                return "ya" if value else "tidak"
    return ""


def _values(value: Any, steps: list[str]) -> Iterator[Any]:  # noqa: ANN401 - plain data
    if not steps:
        if isinstance(value, (list, tuple)):
            yield from (each for each in value[:1] if isinstance(each, str))
        else:
            yield value
        return
    name = steps[0].removesuffix("[]")
    below = value.get(name) if isinstance(value, dict) else None
    if steps[0].endswith("[]") and isinstance(below, (list, tuple)):
        for each in below:
            yield from _values(each, steps[1:])
    elif below is not None:
        yield from _values(below, steps[1:])
