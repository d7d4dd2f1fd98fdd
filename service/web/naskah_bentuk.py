"""The shape of a kind's data, read from its JSON Schema, as a form needs to know it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from service.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kind import Kind


class Sort(StrEnum):
    """What a field is, for whoever fills it in."""

    TEXT = "teks"
    NUMBER = "bilangan"
    WHOLE = "bulat"
    CHOICE = "pilihan"
    YES_NO = "yatidak"
    LINES = "baris"
    """A list of texts, one a line."""
    CHECKS = "centang"
    """A list of choices."""
    FIXED = "tetap"
    """A fixed number of texts."""
    GROUP = "kelompok"
    ROWS = "tabel"
    DATA_SET = "himpunan"
    OTHER = "lain"
    """What no form fills in; it is shown as it stands."""


SCALARS: Final = frozenset({Sort.TEXT, Sort.NUMBER, Sort.WHOLE, Sort.CHOICE, Sort.YES_NO})


@dataclass(frozen=True, slots=True)
class Shape:
    """One field."""

    name: str
    sort: Sort
    help: str = ""
    required: bool = False
    nullable: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    parts: tuple[Shape, ...] = ()
    """Fields of a group; the item of rows."""

    @property
    def label(self) -> str:
        """The field's name for people."""
        return label_of(self.name)

    @property
    def flat(self) -> bool:
        """Rows whose every field is a single value fit a table."""
        return self.sort is Sort.ROWS and all(each.sort in SCALARS for each in self.parts[0].parts)


@cache
def shape_of(kind: Kind) -> Shape:
    """The whole of a kind's data."""
    schema = kind.model.model_json_schema()
    return _shape(kind.name, schema, schema.get("$defs", {}), data_set=kind.himpunan)


def _shape(
    name: str,
    node: Mapping[str, Any],
    defs: Mapping[str, Any],
    *,
    required: bool = False,
    data_set: str | None = None,
) -> Shape:
    inner, nullable = _resolved(node, defs)
    shared: dict[str, Any] = {
        "name": name,
        "help": node.get("description", "") if name else "",
        "required": required,
        "nullable": nullable,
        "default": node.get("default"),
    }
    if inner.get("type") == "object" and "properties" in inner:
        needed = set(inner.get("required", ()))
        parts = tuple(
            Shape(each, Sort.DATA_SET, help=below.get("description", ""), required=True)
            if each == data_set
            else _shape(each, below, defs, required=each in needed)
            for each, below in inner["properties"].items()
        )
        return Shape(sort=Sort.GROUP, parts=parts, **shared)
    if inner.get("type") == "array":
        return _listed(inner, defs, shared)
    return Shape(sort=_sort(inner), choices=tuple(inner.get("enum", ())), **shared)


def _listed(inner: Mapping[str, Any], defs: Mapping[str, Any], shared: dict[str, Any]) -> Shape:
    if "prefixItems" in inner:
        parts = tuple(_shape(str(at), each, defs) for at, each in enumerate(inner["prefixItems"]))
        return Shape(sort=Sort.FIXED, parts=parts, **shared)
    item = _shape("", inner.get("items", {}), defs)
    if item.sort is Sort.GROUP:
        return Shape(sort=Sort.ROWS, parts=(item,), **shared)
    if item.sort is Sort.CHOICE:
        return Shape(sort=Sort.CHECKS, choices=item.choices, **shared)
    return Shape(sort=Sort.LINES if item.sort is Sort.TEXT else Sort.OTHER, **shared)


def _resolved(node: Mapping[str, Any], defs: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """What stands behind references and unions, and whether it may be null."""
    nullable = False
    while "$ref" in node or "anyOf" in node:
        if "$ref" in node:
            node = defs[node["$ref"].rpartition("/")[2]]
            continue
        others = [each for each in node["anyOf"] if each.get("type") != "null"]
        nullable = nullable or len(others) < len(node["anyOf"])
        # A Decimal is written as number or string; the number tells what it is.
        node = others[0]
    return node, nullable


def _sort(inner: Mapping[str, Any]) -> Sort:
    if "enum" in inner:
        return Sort.CHOICE
    sorts = {
        "string": Sort.TEXT,
        "integer": Sort.WHOLE,
        "number": Sort.NUMBER,
        "boolean": Sort.YES_NO,
    }
    return sorts.get(inner.get("type", ""), Sort.OTHER)
