"""The language that a form speaks: a small, closed part of Jinja.

Forms say ``{{ value }}``, ``{% if %}`` and ``{% for %}`` over plain data. Whatever could reach a
Python object, another file or the processor for long is not in the language, so a form from an
unknown hand can do no more than print what it was given.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2.runtime import Context

FILTERS: Final = (
    "abs", "default", "first", "int", "join", "last", "length", "lower", "reverse", "round", "sum",
    "title", "trim", "upper",
)  # fmt: skip
"""Filters that a form may use; none makes markup, takes a name of an attribute or multiplies."""

JOINED_LIMIT: Final = 2**20
"""Characters that one ``join`` may give; ``join`` is the only way in which texts grow."""

PLAIN: Final = "_polos"
"""Filter put on values that stand outside running text; no form can write it itself."""

LOOP: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem",
     "cycle", "changed", "depth", "depth0"}
)  # fmt: skip
DICT_CALLS: Final = frozenset({"items", "keys", "values"})
LOOP_CALLS: Final = frozenset({"cycle", "changed"})

RANGE_LIMIT: Final = 10_000
"""Steps that all ``range`` of one form may take together."""

NESTING_LIMIT: Final = 10
"""Blocks inside blocks; keeps nested loops from doubling a text without end."""

TAGS_HELD: Final = 1_000
"""Tags whose faults are remembered: a form says most of its tags more than once."""

_NODES: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.CondExpr, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.If, nodes.For, nodes.Tuple, nodes.List,
    nodes.Slice, nodes.Call, nodes.Keyword,
)  # fmt: skip

_WORDS: Final[dict[type[nodes.Node], str]] = {
    nodes.Pow: "pangkat (**)",
    nodes.Concat: "penyambungan (~)",
    nodes.Dict: "kumpulan dalam kurung kurawal",
    nodes.Keyword: "nama argumen",
}
_ODD_IN_TEXT: Final = re.compile(r"[&<>\"'\n\r\t]")
_LARGEST_NUMBER: Final = 10**15


class Missing(StrictUndefined):
    """A value that the data do not have: asking for it is an error, never a blank."""

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if not isinstance(self._undefined_obj, dict):
            return f"“{name}” tidak ada dalam data"
        near = get_close_matches(str(name), [str(key) for key in self._undefined_obj], n=1)
        hint = f"; mungkin maksudnya “{near[0]}”" if near else ""
        return f"“{name}” tidak ada di antara isiannya{hint}"


class Steps:
    """``range`` for one filling, with a budget that all its calls share."""

    def __init__(self) -> None:
        self._left = RANGE_LIMIT

    def __call__(self, *bounds: int) -> range:
        """Count like ``range``; refuse when the form counts further than it may."""
        counted = range(*bounds)
        self._left -= len(counted)
        if self._left < 0:
            raise SecurityError(f"range melampaui {RANGE_LIMIT} langkah")
        return counted


class FormLanguage(ImmutableSandboxedEnvironment):
    """Jinja cut down to what a form needs."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def getattr(self, obj: object, attribute: str) -> object:
        """Give a key of a record or a fact of a loop; no attribute of any other object."""
        if type(obj) is dict:
            # A record may have a field called “items” or “values”: the field comes first.
            if attribute in obj:
                return obj[attribute]
            if attribute in DICT_CALLS:
                return getattr(obj, attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Give an element by key, position or slice."""
        if type(obj) not in {dict, list, tuple, str}:
            return self.undefined(obj=obj, name=str(argument))
        try:
            return cast("Any", obj)[argument]
        except (LookupError, TypeError):
            return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: object) -> bool:
        """Allow ``range``, the views of a record and the two verbs of a loop."""
        if isinstance(obj, Steps):
            return True
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        if type(owner) is dict:
            return name in DICT_CALLS
        return isinstance(owner, LoopContext) and name in LOOP_CALLS

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Reckon with whole numbers of a sane size; texts and lists do not grow."""
        if operator == "**":
            raise SecurityError("“**” tidak ada dalam bahasa templat")
        for side in (left, right):
            if type(side) is not int or abs(side) > _LARGEST_NUMBER:
                raise SecurityError(f"“{operator}” hanya untuk bilangan bulat yang wajar")
        return super().call_binop(context, operator, left, right)


@cache
def form_language() -> FormLanguage:
    """Give the language; it holds no state, so one serves all forms and threads."""
    language = FormLanguage(
        autoescape=True,
        undefined=Missing,
        finalize=printed,
        keep_trailing_newline=True,
        # Forms are cached by the digest of their bytes; Jinja's own cache would only hold memory.
        cache_size=0,
    )
    language.globals.clear()
    language.filters = {name: language.filters[name] for name in FILTERS}
    language.filters["join"] = joined
    language.filters[PLAIN] = plain
    return language


def joined(values: object, separator: str = "") -> str:
    """Put the texts of a list behind one another, with a separator between them."""
    if type(values) not in {list, tuple}:
        raise SecurityError("“join” hanya untuk daftar")
    texts = [text_of(each) for each in cast("Sequence[object]", values)]
    if sum(map(len, texts)) + len(separator) * len(texts) > JOINED_LIMIT:
        raise SecurityError("hasil “join” terlalu panjang")
    return separator.join(texts)


def printed(value: object) -> Markup:
    """Turn a value into the XML of running text (inside ``w:t``), exactly as it was typed."""
    if type(value) is Markup:
        return value
    text = text_of(value)
    if not _ODD_IN_TEXT.search(text):
        return Markup(text)  # noqa: S704 - nothing in it is markup
    escaped = str(Markup.escape(text))
    lines = escaped.replace("\r\n", "\n").replace("\r", "\n")
    broken = lines.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    tabbed = broken.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return Markup(tabbed)  # noqa: S704 - escaped above, the rest is ours


def plain(value: object) -> Markup:
    """Turn a value into XML that may stand in an attribute or a property."""
    escaped = str(Markup.escape(text_of(value)))
    kept = escaped.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return Markup(kept)  # noqa: S704 - escaped above


def text_of(value: object) -> str:
    """Give the text of a value that can be printed: text, a whole number, or nothing."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if type(value) is int:
        return str(value)
    if isinstance(value, Undefined):
        # An inline if without else is blank; what is missing raises and names itself.
        return str(value)
    raise SecurityError(f"nilai berjenis {type(value).__name__} tidak dapat dicetak")


@lru_cache(maxsize=TAGS_HELD)
def faults_in(tag: str, language: FormLanguage) -> tuple[str, ...]:
    """Say in Indonesian what is wrong with one tag, which stands alone (blocks closed)."""
    try:
        tree = language.parse(tag)
    except TemplateSyntaxError:
        return ("tidak dapat dibaca; periksa ejaan, tanda kutip, dan kurungnya",)
    return tuple(dict.fromkeys(_forbidden(tree)))


def _forbidden(tree: nodes.Template) -> Iterator[str]:
    for node in _every(tree):
        if not isinstance(node, _NODES):
            what = _WORDS.get(type(node), type(node).__name__)
            yield f"memakai {what}, yang tidak ada dalam bahasa templat"
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            near = get_close_matches(node.name, FILTERS, n=1)
            hint = f"mungkin maksudnya “{near[0]}”" if near else "pilihan: " + ", ".join(FILTERS)
            yield f"saringan “{node.name}” tidak dikenal; {hint}"
        elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            yield f"meminta “{node.attr}”; nama yang diawali garis bawah tidak boleh dipakai"
        elif isinstance(node, nodes.Call) and not _may_call(node):
            yield "memanggil fungsi, yang tidak ada dalam bahasa templat"
        elif isinstance(node, nodes.Test) and node.name not in _tests():
            yield f"uji “{node.name}” tidak dikenal"
        elif isinstance(node, nodes.For) and node.recursive:
            yield "mengulang dirinya sendiri, yang tidak ada dalam bahasa templat"


def _every(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from _every(child)


def _may_call(node: nodes.Call) -> bool:
    called = node.node
    if isinstance(called, nodes.Name):
        return called.name == "range"
    return isinstance(called, nodes.Getattr) and called.attr in DICT_CALLS | LOOP_CALLS


def _tests() -> frozenset[str]:
    return frozenset(
        {"defined", "undefined", "none", "string", "number", "integer", "mapping", "sequence",
         "true", "false", "odd", "even", "divisibleby", "in", "eq", "equalto", "==", "ne", "!=",
         "gt", "lt", "ge", "le"}
    )  # fmt: skip
