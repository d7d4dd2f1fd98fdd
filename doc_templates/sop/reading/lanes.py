"""What stands in a lane's cell: a mark, a symbol, or a drawn shape. All say who, few say how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args

from doc_templates.sop.model import Bentuk, Peran

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.reading.rows import Shape

UNKNOWN: Final = "tidak_diketahui"
_SYMBOLS: Final = {
    **dict.fromkeys("●○⬭", "terminator"),
    **dict.fromkeys("■▭", "proses"),
    **dict.fromkeys("◊◇◆⬦", "keputusan"),
}
_MARK: Final = re.compile(r"\[\s*[xXvV✓√]?\s*\]|[✓✔√☑☒☐□▢]|[xXvV](?=\s|$)")
_SYMBOL: Final = re.compile(rf"[{''.join(_SYMBOLS)}]")
_EXIT: Final = re.compile(r"(?P<label>[^\n→]{1,20}?)\s{0,3}→\s*(?P<target>\S+)")
_ENDS: Final = frozenset({"mulai", "selesai", "start", "end", "akhir"})
_ROLES: Final = frozenset(get_args(Peran))
_FORMS: Final = frozenset(get_args(Bentuk))


@dataclass(frozen=True, slots=True)
class Acting:
    """That somebody acts in a step, as a lane's cell tells it."""

    by: str
    """The mark, symbol or shape by which it is known, for people to read."""
    peran: str = UNKNOWN
    bentuk: str | None = None
    """Kind of symbol, where one is drawn."""
    exits: tuple[tuple[str, str], ...] = ()
    """Label and number of the step it leads to."""
    drawn: bool = False
    """True for a shape, which may have been moved into a lane that it does not belong to."""
    rest: str = ""
    """Words in the cell that say none of this."""


def read_cell(text: str) -> Acting | None:
    """Read a lane's cell; None where nothing is marked in it."""
    bare = text.strip()
    if mark := _MARK.match(bare):
        rest = bare[mark.end() :].strip()
        if mark[0] == "□" and rest in _ROLES:
            return Acting(mark[0], peran=rest)
        return Acting(mark[0], rest=rest)
    if symbol := _SYMBOL.match(bare):
        rest = bare[symbol.end() :].strip()
        exits = tuple((each["label"].strip(), each["target"]) for each in _EXIT.finditer(rest))
        rest = _EXIT.sub("", rest).strip()
        said = rest.lower() in _ENDS
        return Acting(
            symbol[0], bentuk=_SYMBOLS[symbol[0]], exits=exits[:2], rest="" if said else rest
        )
    return None


def read_shapes(shapes: Sequence[Shape]) -> Acting | None:
    """Read what is drawn over a lane: the first shape that is a symbol of the flowchart."""
    for shape in shapes:
        if shape.sort in _FORMS:
            name = {"terminator": "elips", "proses": "kotak", "keputusan": "belah ketupat"}
            return Acting(name[shape.sort], bentuk=shape.sort, drawn=True)
    return None


def answers(acting: Acting) -> dict[str, Any]:
    """The exits of a decision as data of its step."""
    found: dict[str, Any] = {}
    for (label, target), name in zip(acting.exits, ("ya", "tidak"), strict=False):
        found[name] = target
        if label.lower() != name:
            found[f"label_{name}"] = label
    return found
