"""The fields of a form: shape, value, and what is said of each, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from service.comparing.values import ABSENT
from service.located import written
from service.web.naskah_bentuk import Shape, Sort
from service.web.naskah_isian import as_json, fits, shown
from service.web.naskah_tempel import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.drafts.draft import Mark
    from service.drafts.remarks import Remark
    from service.located import DataPath

_LONG: Final = 60
"""Characters from which on a text gets several lines."""
_WORDY: Final = frozenset({"uraian", "kalimat", "alasan", "tentang", "menetapkan"})


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said of a draft, by place."""

    remarks: tuple[Remark, ...] = ()
    marks: tuple[Mark, ...] = ()

    def at(self, where: str) -> Said:
        """What is said of this very place."""
        return Said(
            tuple(each for each in self.remarks if each.where == where),
            tuple(each for each in self.marks if each.where == where),
        )


@dataclass(frozen=True, slots=True)
class Field:
    """One field as a page shows it."""

    where: str
    shape: Shape
    shown: str
    said: Said
    parts: tuple[Field, ...] = ()
    """Fields of a group; rows, each a group."""
    there: bool = True
    """False for a group that may be left out and is."""
    foreign: bool = False
    """The value is none that the form can fill in; it is shown as it stands."""
    long: bool = False
    chosen: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """By which a page's links find it."""
        return "d-" + self.where.replace("[", "-").replace("]", "").replace(".", "-")

    @property
    def columns(self) -> list[str]:
        """Names of what a pasted line is read into."""
        return [shape.label for _, shape in columns(self.shape)]

    @property
    def faulty(self) -> bool:
        """Whether something must be put right here."""
        return any(each.level in {"!", "E"} for each in self.said.remarks) or bool(self.said.marks)

    @property
    def telling(self) -> bool:
        """Whether anything is said of this field or of any below."""
        return bool(
            self.said.remarks or self.said.marks or any(each.telling for each in self.parts)
        )


def fields_of(content: Any, shape: Shape, said: Said) -> Field:  # noqa: ANN401 - plain data
    """The whole form."""
    return _field(content, shape, (), said)


def unplaced(field: Field, said: Said) -> list[Remark]:
    """Remarks for which the form has no field, such as those about a data set."""
    known = set(_places(field))
    return [each for each in said.remarks if each.where not in known or not each.where]


def _field(value: Any, shape: Shape, path: DataPath, said: Said) -> Field:  # noqa: ANN401
    where = written(path)
    own = said.at(where) if where else Said()
    if not fits(value, shape):
        return Field(where, shape, as_json(value), own, foreign=True)
    if shape.sort is Sort.GROUP:
        there = isinstance(value, dict) or not shape.nullable
        parts = _parts(value if isinstance(value, dict) else {}, shape, path, said)
        return Field(where, shape, "", own, parts=parts if there else (), there=there)
    if shape.sort is Sort.ROWS:
        rows = value if isinstance(value, list) else []
        item = shape.parts[0]
        parts = tuple(_field(row, item, (*path, at), said) for at, row in enumerate(rows))
        return Field(where, shape, "", own, parts=parts)
    if shape.sort is Sort.FIXED:
        held = value if isinstance(value, list) else []
        parts = tuple(
            _field(held[at] if at < len(held) else ABSENT, part, (*path, at), said)
            for at, part in enumerate(shape.parts)
        )
        return Field(where, shape, "", own, parts=parts)
    if shape.sort in {Sort.LINES, Sort.CHECKS}:
        # What is said of one line stands beside the field that holds them all.
        told = tuple(each for each in said.remarks if each.where.startswith(f"{where}["))
        marks = tuple(each for each in said.marks if each.where.startswith(f"{where}["))
        own = Said(own.remarks + told, own.marks + marks)
        chosen = tuple(value) if isinstance(value, list) else tuple(shape.default or ())
        lines = "\n".join(value) if isinstance(value, list) else ""
        return Field(where, shape, lines, own, long=True, chosen=chosen)
    text = shown(value)
    long = "\n" in text or len(text) > _LONG or shape.name.split("_")[0] in _WORDY
    return Field(where, shape, text, own, long=shape.sort is Sort.TEXT and long)


def _parts(value: dict[str, Any], shape: Shape, path: DataPath, said: Said) -> tuple[Field, ...]:
    known = [
        _field(value.get(part.name, ABSENT), part, (*path, part.name), said) for part in shape.parts
    ]
    names = {part.name for part in shape.parts}
    strangers = (
        Field(
            written((*path, name)),
            Shape(name, Sort.OTHER),
            as_json(below),
            said.at(written((*path, name))),
            foreign=True,
        )
        for name, below in value.items()
        if name not in names
    )
    return (*known, *strangers)


def _places(field: Field) -> Iterable[str]:
    yield field.where
    for each in field.said.remarks:
        yield each.where
    for part in field.parts:
        yield from _places(part)
