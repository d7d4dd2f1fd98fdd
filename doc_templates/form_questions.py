"""What a form asks of the data: every name in it, followed through its loops."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from types import NoneType
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from doc_templates.form_blocks import mended
from doc_templates.form_language import DICT_CALLS, PLAIN
from doc_templates.form_near import nearest

if TYPE_CHECKING:
    from doc_templates.form_language import FormLanguage
    from doc_templates.form_shape import Shape
    from doc_templates.form_tags import PartSource

_PRINTABLE: Final = {str, int, NoneType}
_TYPES: Final[dict[type, str]] = {
    bool: "ya atau tidak", dict: "kumpulan isian", list: "daftar", tuple: "daftar"
}  # fmt: skip
_ELEMENT_FILTERS: Final = frozenset({"first", "last"})
_SAME_FILTERS: Final = frozenset({"default", "reverse"})
_LOOP_ITEMS: Final = frozenset({"previtem", "nextitem"})

Scope = dict[str, "Shape | None"]
"""Name → its shape; None where nothing can be known of it."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A question that the data cannot answer, or not always."""

    part: str
    """Title of the part of the form, such as ``isi dokumen``."""
    place: str
    reason: str
    """Indonesian, without a full stop."""
    suggestions: tuple[str, ...] = ()
    sometimes: bool = False
    """True when some of the data have the field and others do not."""
    field: str = ""
    """As the form names it, such as ``langkh.kegiatan``; empty where it is no plain name."""
    nearest: str = ""
    """What may be written in its place, such as ``langkah.kegiatan``; empty where nothing is."""
    paragraph: int | None = None
    """Which ``w:p`` of the part, counted from 0; None outside of text."""


def unmet_questions(source: PartSource, data: Shape, *, language: FormLanguage) -> list[Unmet]:
    """Find what the part asks and the data do not have; marks in the data what is asked.

    Tags that cannot be read are passed over; the others are asked as if the part were whole.
    """
    reader = _Reader(source, data)
    said, unknown = mended(source.tags, language)
    reader.walk(language.parse(said).body, dict.fromkeys(unknown))
    return list(dict.fromkeys(reader.unmet))


class _Reader:
    """One walk over one part; holds where it is and what it found."""

    def __init__(self, source: PartSource, data: Shape) -> None:
        self._source = source
        self._data = data
        self._whole = ""
        """The longest name around the node that is asked now."""
        self.unmet: list[Unmet] = []

    def walk(self, body: list[nodes.Node], scope: Scope) -> None:
        """Follow statements in the order in which they are filled."""
        for node in body:
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    self._print(each, scope)
            elif isinstance(node, nodes.If):
                self._choose(node, scope)
            elif isinstance(node, nodes.For):
                self._repeat(node, scope)

    def _choose(self, node: nodes.If, scope: Scope) -> None:
        self._ask(node.test, scope)
        self.walk(node.body, scope)
        for other in node.elif_:
            self._choose(other, scope)
        self.walk(node.else_, scope)

    def _repeat(self, node: nodes.For, scope: Scope) -> None:
        shape = self._ask(node.iter, scope)
        if shape is not None and not shape.kinds & {list, tuple, dict, NoneType}:
            self._tell(node.iter, f"“{shape.path}” bukan daftar, tidak dapat diulang")
        element = shape.element if shape else None
        inner: Scope = {**scope, "loop": None}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = element
        else:
            inner |= {each.name: None for each in node.target.find_all(nodes.Name)}
            if shape is not None:
                shape.ask_whole()
        if node.test is not None:
            self._ask(node.test, inner)
        self.walk(node.body, inner)
        self.walk(node.else_, scope)

    def _print(self, node: nodes.Expr, scope: Scope) -> None:
        if isinstance(node, nodes.Filter) and node.name == PLAIN and node.node is not None:
            self._print(node.node, scope)
            return
        shape = self._ask(node, scope)
        if shape is None or shape.kinds <= _PRINTABLE:
            return
        odd = ", ".join(
            sorted(_TYPES.get(each, each.__name__) for each in shape.kinds - _PRINTABLE)
        )
        self._tell(node, f"“{shape.path}” berjenis {odd}, tidak dapat dicetak")

    def _ask(self, node: nodes.Node, scope: Scope, *, doubting: bool = False) -> Shape | None:
        """Give the shape that an expression has; None where it cannot be known."""
        shape: Shape | None = None
        outermost = not self._whole
        if outermost:
            self._whole = _dotted(node)
        match node:
            case nodes.Name():
                shape = self._name(node, scope, doubting=doubting)
            case nodes.Getattr():
                shape = self._key(node, node.node, node.attr, scope, doubting=doubting)
            case nodes.Getitem(arg=nodes.Const(value=key)):
                shape = self._key(node, node.node, key, scope, doubting=doubting)
            case nodes.Filter():
                shape = self._filtered(node, scope)
            case nodes.Call(node=nodes.Getattr() as verb):
                self._called(verb, scope)
            case nodes.Test(name="defined" | "undefined"):
                self._ask(node.node, scope, doubting=True)
            case _:
                for child in node.iter_child_nodes():
                    self._ask(child, scope)
        if outermost:
            self._whole = ""
        return shape

    def _name(self, node: nodes.Name, scope: Scope, *, doubting: bool) -> Shape | None:
        if node.name in scope:
            return scope[node.name]
        if node.name == "range" and node.name not in self._data.keys:
            return None
        return self._found(node, self._data, node.name, scope, doubting=doubting)

    def _key(
        self, node: nodes.Node, owner: nodes.Node, key: object, scope: Scope, *, doubting: bool
    ) -> Shape | None:
        shape = self._ask(owner, scope, doubting=doubting)
        if shape is None:
            return None
        if isinstance(key, int):
            return shape.element
        return self._found(node, shape, str(key), scope, doubting=doubting)

    def _called(self, verb: nodes.Getattr, scope: Scope) -> None:
        shape = self._ask(verb.node, scope)
        if shape is not None and verb.attr in DICT_CALLS:
            shape.ask_whole()

    def _found(
        self, node: nodes.Node, owner: Shape, key: str, scope: Scope, *, doubting: bool
    ) -> Shape | None:
        found = owner.keys.get(key)
        if found is None:
            if not doubting and owner.kinds - {NoneType}:
                near = tuple(get_close_matches(key, owner.keys, n=3))
                reason = _missing(owner.path, key, near)
                self._tell(
                    node, reason, near, near_name=nearest(self._whole, scope=scope, data=self._data)
                )
            return None
        if found.seen < owner.records and not doubting:
            reason = f"“{found.path}” tidak selalu ada dalam data"
            self._tell(node, reason, sometimes=True)
        return found.ask()

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Shape | None:
        shape = None
        if node.node is not None:
            shape = self._ask(node.node, scope, doubting=node.name == "default")
        for each in node.args:
            self._ask(each, scope)
        if shape is None or node.name in _SAME_FILTERS:
            return shape
        if node.name in _ELEMENT_FILTERS:
            return shape.element
        if node.name == "join":
            shape.ask_whole()
        return None

    def _tell(
        self,
        node: nodes.Node,
        reason: str,
        near: tuple[str, ...] = (),
        *,
        sometimes: bool = False,
        near_name: str = "",
    ) -> None:
        tag = self._source.tag(node.lineno)
        self.unmet.append(
            Unmet(
                part=self._source.title,
                place=self._source.place(node.lineno),
                reason=reason,
                suggestions=near,
                sometimes=sometimes,
                field=self._whole or _dotted(node),
                nearest=near_name,
                paragraph=tag.paragraph if tag else None,
            )
        )


def _dotted(node: nodes.Node) -> str:
    """The name that an expression is, such as ``langkah.kegiatan``; empty where it is more."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            owner = _dotted(node.node)
            return f"{owner}.{node.attr}" if owner else ""
        case nodes.Getitem(arg=nodes.Const(value=str(key))):
            owner = _dotted(node.node)
            return f"{owner}.{key}" if owner else ""
    return ""


def _missing(owner: str, key: str, near: tuple[str, ...]) -> str:
    where = f"di antara isian “{owner}”" if owner else "dalam data"
    hint = f"; mungkin maksudnya “{near[0]}”" if near else ""
    return f"“{key}” tidak ada {where}{hint}"
