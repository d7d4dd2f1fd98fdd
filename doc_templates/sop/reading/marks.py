"""What text brought along from elsewhere: tags of HTML, signs of Markdown, control characters.

Only tags that HTML knows are taken off, and only where they are written like tags: a placeholder
such as ``<Nama Kepala Dinas>`` is text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Final

_BREAKING: Final = (
    "p br li ol ul div tr table tbody thead tfoot h1 h2 h3 h4 h5 h6 hr center blockquote "
    "section article header footer dl dt dd pre"
)
_QUIET: Final = (
    "b i u s em strong span font a sup sub small big code label img col colgroup td th mark del "
    "ins strike tt o:p"
)
_NAMES: Final = frozenset(f"{_BREAKING} {_QUIET}".split())
_LINES: Final = frozenset(_BREAKING.split())
_TAG: Final = re.compile(
    r"<!--[^<]*?-->|</?([a-z][a-z0-9:]*)((?:\s(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)?)/?>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});")
_MARKDOWN: Final = re.compile(
    r"\*\*(?!\))|(?<![\w_])__(?=[^\W_])|(?<=[^\W_])__(?![\w_])|^\s{0,3}#{1,6}\s+(?=\S)",
    re.MULTILINE,
)
_CONTROL: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Whatever XML 1.0 §2.2 has no place for."""


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without marks, and the marks."""

    text: str
    html: tuple[str, ...]
    """Tags and entities as they were written."""
    markdown: tuple[str, ...]
    control: tuple[str, ...]
    """Such as ``U+0007``."""

    @property
    def has_marks(self) -> bool:
        """True where something was taken off."""
        return bool(self.html or self.markdown or self.control)


def strip_marks(text: str) -> Stripped:
    """Take the marks off; a tag that breaks a line in a browser breaks it here."""
    tags: list[str] = []
    signs: list[str] = []
    controls: list[str] = []

    def without_tag(match: re.Match[str]) -> str:
        if not _is_tag(match):
            return match[0]
        tags.append(match[0])
        return "\n" if (match[1] or "").lower() in _LINES else ""

    def without_entity(match: re.Match[str]) -> str:
        meant = html.unescape(match[0])
        if meant == match[0]:
            return meant
        tags.append(match[0])
        return meant

    def without_sign(match: re.Match[str]) -> str:
        signs.append(match[0].strip())
        return ""

    def without_control(match: re.Match[str]) -> str:
        controls.append(f"U+{ord(match[0]):04X}")
        return " " if match[0] in "\v\f" else ""

    plain = _TAG.sub(without_tag, text)
    plain = _ENTITY.sub(without_entity, plain)
    plain = _MARKDOWN.sub(without_sign, plain)
    plain = _CONTROL.sub(without_control, plain)
    lines = [line.strip() for line in plain.split("\n")]
    return Stripped(
        "\n".join(line for line in lines if line), tuple(tags), tuple(signs), tuple(controls)
    )


def _is_tag(match: re.Match[str]) -> bool:
    name, inside = match[1], (match[2] or "").strip().rstrip("/").strip()
    if name is None:
        return True
    return name.lower() in _NAMES and (not inside or "=" in inside)
