"""Tags by themselves and in their blocks: what can be read, what fits together, what can be mended.

A block is an ``if`` or a ``for`` with everything up to its end. Tags that cannot be read do not
keep the others from being judged: they are passed over, and the rest is read as if it were whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from doc_templates.form_language import NESTING_LIMIT, FormLanguage, faults_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SCOPED: Final = re.compile(r"(\{\{|\{%|\{#)(tr|tc|p|r)(?=\s)")
_CLOSES: Final = {"if": "endif", "for": "endfor"}
_HOLDERS: Final = {"tr": "baris tabel", "tc": "sel tabel", "p": "paragraf", "r": "penggalan teks"}
_ENDS: Final = frozenset(_CLOSES.values())
_INNER: Final = frozenset({"elif", "else"})
_TARGETS: Final = re.compile(r"\{%-?\s*for\s+(.*?)\s+in\s", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a form, found before any data are known."""

    place: str
    """Where a person finds it in Word, such as ``tabel 2, baris 3, kolom 1, paragraf 1``."""
    reason: str
    """Indonesian, without a full stop."""
    paragraph: int | None = None
    """Which ``w:p`` of the part, counted from 0; None outside of text."""
    tag: str = ""
    """The tag that is at fault; empty where it is none yet."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a form as it was written."""

    text: str
    place: str
    paragraph: int | None = None
    way: tuple[str, ...] = ()
    """The elements around it, from the root; both ends of a block need the same."""
    cells: tuple[int, ...] = ()
    """Which tables, rows and cells of the part are around it; both ends need the same."""


def unreadable(tags: list[Tag], language: FormLanguage) -> Iterator[Fault]:
    """Find the tags that say what is not in the language."""
    for tag in tags:
        if alone := _alone(tag.text):
            yield from (at(tag, _said(shown(tag), each)) for each in faults_in(alone, language))
        elif word_of(tag.text) not in _ENDS | {"else"} and tag.text.startswith("{%"):
            yield at(tag, f"{shown(tag)} {_unknown(word_of(tag.text))}")


def _said(tag: str, reason: str) -> str:
    """Some reasons speak of the tag, others of a thing in it."""
    return f"{tag}: {reason}" if reason.startswith(("saringan", "uji")) else f"{tag} {reason}"


def _unknown(word: str) -> str:
    if word in _HOLDERS:
        return (
            f"tidak berada di dalam {_HOLDERS[word]}, atau berbagi {_HOLDERS[word]} dengan tag lain"
        )
    return "memakai perintah yang tidak dikenal; yang ada hanya if, elif, else, dan for"


def at(tag: Tag, reason: str) -> Fault:
    """A fault where a tag stands."""
    return Fault(tag.place, reason, tag.paragraph, tag.text)


def _alone(tag: str) -> str:
    """Give the tag as a whole piece of Jinja; empty where it says nothing by itself."""
    if tag.startswith("{{"):
        return tag
    word = word_of(tag) if tag.startswith("{%") else ""
    if word in _CLOSES:
        return f"{tag}{{% {_CLOSES[word]} %}}"
    if word == "elif":
        return f"{{% if 1 %}}{tag}{{% endif %}}"
    return ""


def unbalanced(tags: list[Tag]) -> Iterator[Fault]:
    """Find blocks that are never closed, closings of nothing, and blocks that tear the XML."""
    waiting: list[Tag] = []
    for tag in tags:
        word = word_of(tag.text) if tag.text.startswith("{%") else ""
        if word in _CLOSES:
            waiting.append(tag)
            if len(waiting) > NESTING_LIMIT:
                yield at(tag, f"{shown(tag)} bersarang lebih dari {NESTING_LIMIT} lapis")
        elif word in _INNER | _ENDS:
            yield from _unfit(tag, word, waiting)
    for tag in waiting:
        closing = _CLOSES[word_of(tag.text)]
        yield at(tag, f"{shown(tag)} tidak ditutup; tambahkan {{% {closing} %}}")


def _unfit(tag: Tag, word: str, waiting: list[Tag]) -> Iterator[Fault]:
    """Compare a tag with the block that it continues or closes."""
    opened = waiting[-1] if waiting else None
    if word in _INNER and opened is None:
        yield at(tag, f"{shown(tag)} tidak berada di dalam if")
    elif word in _ENDS and (opened is None or _CLOSES[word_of(opened.text)] != word):
        yield at(tag, f"{shown(tag)} menutup yang tidak pernah dibuka")
    elif opened is not None:
        if opened.way != tag.way:
            # One branch would print half of a table or a cell; with other data it would not.
            reason = f"{shown(tag)} tidak setingkat dengan {shown(opened)} pada {opened.place}"
            yield at(tag, reason)
        elif opened.cells != tag.cells:
            reason = f"{shown(tag)} berada di sel, baris, atau tabel lain daripada {shown(opened)}"
            yield at(tag, f"{reason} pada {opened.place}")
        if word in _ENDS:
            waiting.pop()


def word_of(tag: str) -> str:
    """The first word of a tag: its command, where it is one."""
    inner = tag[2:-2].strip("-+ \t\u00a0")
    return re.split(r"\W", inner, maxsplit=1)[0]


def shown(tag: Tag) -> str:
    """A tag as a sentence shows it."""
    inner = tag.text[2:-2].strip()
    return f"{tag.text[:2]} {inner} {tag.text[-2:]}"


def halves(tag: str) -> tuple[str, str]:
    """A tag without its closing, and the closing with the sign that eats blanks."""
    end = -3 if tag[-3] in "-+" else -2
    return tag[:end], tag[end:]


def without_scope(tag: Tag) -> Tag:
    """The tag without the word that lifts it out of its row, cell or paragraph."""
    return replace(tag, text=_SCOPED.sub(r"\1", tag.text))


def mended(tags: Sequence[Tag], language: FormLanguage) -> tuple[str, frozenset[str]]:
    """What the readable tags say together, line n ending inside the n-th tag.

    Returns:
        Jinja of the tags alone, which always can be read, and the names of which nothing is
        known because the loop that would give them cannot be read.
    """
    mender = _Mender(language)
    said = [mender.said(each.text) for each in tags]
    return "".join([*said, *mender.endings()]), frozenset(mender.unknown)


class _Mender:
    """Goes from tag to tag and remembers which blocks are open."""

    def __init__(self, language: FormLanguage) -> None:
        self._language = language
        self._open: list[list[str]] = []
        """Of each block its command as written, as mended, and the last branch begun."""
        self.unknown: set[str] = set()

    def said(self, tag: str) -> str:
        """The tag, or one that says nothing in its place; with one line break."""
        return "\n".join(halves(self._mended(tag.replace("\n", " "))))

    def endings(self) -> Iterator[str]:
        """What closes the blocks that nobody closed."""
        for _, command, _ in reversed(self._open):
            yield f"{{% {_CLOSES[command]} %}}"

    def _mended(self, tag: str) -> str:
        word = word_of(tag) if tag.startswith("{%") else ""
        if word in _CLOSES:
            return self._begun(tag, word)
        if word in _INNER:
            return self._continued(tag, word)
        if word in _ENDS:
            if not self._open or _CLOSES[self._open[-1][0]] != word:
                return "{##}"
            return f"{{% {_CLOSES[self._open.pop()[1]]} %}}"
        return tag if tag.startswith("{{") and not faults_in(tag, self._language) else "{##}"

    def _begun(self, tag: str, word: str) -> str:
        if not faults_in(_alone(tag), self._language):
            self._open.append([word, word, word])
            return tag
        self._open.append([word, "if", "if"])
        if target := _TARGETS.match(tag):
            self.unknown |= set(re.findall(r"\w+", target[1]))
        return "{% if 1 %}"

    def _continued(self, tag: str, word: str) -> str:
        if not self._open or self._open[-1][2] == "else":
            return "{##}"
        if word == "elif" and (
            self._open[-1][1] == "for" or faults_in(_alone(tag), self._language)
        ):
            return "{##}"
        self._open[-1][2] = word
        return tag
