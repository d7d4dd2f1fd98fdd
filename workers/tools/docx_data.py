"""What a form may be filled with: plain values whose every character can stand in XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from workers.errors import ValueUnprintable

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIMPLE: Final = frozenset({int, bool, type(None)})
DEPTH_LIMIT: Final = 20


def require_plain(context: Mapping[str, Any]) -> None:
    """Refuse objects (a form could reach through them) and characters that XML cannot hold."""
    # A subclass of str, such as Markup, could claim to be XML: the exact type counts.
    waiting: list[tuple[str, Any, int]] = [(key, value, 0) for key, value in context.items()]
    while waiting:
        where, value, depth = waiting.pop()
        kind = type(value)
        if kind is str:
            if odd := _UNPRINTABLE.search(value):
                raise ValueUnprintable(where, f"memuat karakter kendali U+{ord(odd[0]):04X}")
        elif depth > DEPTH_LIMIT:
            raise ValueUnprintable(where, "bersarang terlalu dalam")
        elif kind is dict:
            waiting.extend((f"{where}.{key}", each, depth + 1) for key, each in value.items())
        elif kind is list or kind is tuple:
            waiting.extend((f"{where}[{at}]", each, depth + 1) for at, each in enumerate(value))
        elif kind not in _SIMPLE:
            raise ValueUnprintable(where, f"berjenis {kind.__name__}, bukan teks atau bilangan")
