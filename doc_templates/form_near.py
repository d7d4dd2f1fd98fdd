"""The nearest field that exists, for one that a form asks in vain.

People write ``NamaPihak`` for ``nama_pihak``, ``langkh.kegiatan`` for ``langkah.kegiatan``, or a
field without the record that holds it. So whole names are compared, with the names that loops
give at that place, and capitals, spaces and underscores count for nothing.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doc_templates.form_shape import Shape

_ENOUGH: Final = 0.72
"""Likeness below which a name would only mislead."""
_DEEPEST: Final = 3
_NO_LETTER: Final = re.compile(r"[\W_]+")
_SAME_END: Final = 0.2
"""How much it helps when the last words of two names are equal."""


def nearest(asked: str, *, scope: Mapping[str, Shape | None], data: Shape) -> str:
    """Give the name that was most likely meant; empty where none is near.

    Args:
        asked: such as ``langkh.kegiatan``.
        scope: names that the loops around the place give.
        data: all data, whose fields can be asked anywhere.
    """
    names = [*_names(scope), *_names(data.keys)]
    best = max(names, key=lambda each: _likeness(asked, each), default="")
    return best if best and _likeness(asked, best) >= _ENOUGH else ""


def _names(shapes: Mapping[str, Shape | None], deep: int = 1) -> Iterator[str]:
    for name, shape in shapes.items():
        if deep == 1 and name == "loop":
            continue
        yield name
        if shape is not None and deep < _DEEPEST:
            yield from (f"{name}.{each}" for each in _names(shape.keys, deep + 1))


def _likeness(asked: str, name: str) -> float:
    one, other = _bare(asked), _bare(name)
    if one == other:
        return 2.0
    whole = SequenceMatcher(None, one, other).ratio()
    ends = _bare(asked.rpartition(".")[2]), _bare(name.rpartition(".")[2])
    if ends[0] == ends[1]:
        return max(whole + _SAME_END, _ENOUGH)
    return whole


def _bare(name: str) -> str:
    return _NO_LETTER.sub("", name).lower()
