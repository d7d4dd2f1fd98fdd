"""What the words of one row say: what is done, who is named, and where the work goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.sop.jabatan import words_of
from doc_templates.sop.kata_kerja import Kerja, kerja_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doc_templates.sop.jabatan import Jabatan, Sebutan

_IF: Final = re.compile(r"\b(?:jika|bila|apabila)\b", re.IGNORECASE)
_IF_NOT: Final = re.compile(r"\b(?:jika|bila|apabila) (?:tidak|belum)\b", re.IGNORECASE)
_TO: Final = frozenset({"kepada", "pada", "ke"})
_REACH: Final = 3
"""Words between “kepada” and the name that it governs, as in “kepada masing-masing Kasi”."""
_EACH: Final = frozenset({"masing", "setiap", "seluruh", "semua", "para", "tiap"})
_PURPOSE: Final = frozenset({"untuk", "agar", "supaya", "guna", "dalam", "tentang", "bagi"})
_ORDERS: Final = (Kerja.MEMERINTAH, Kerja.MENGUNDANG)


@dataclass(frozen=True, slots=True)
class KataBaris:
    """One row, read; lanes are indexes into ``Sop.lajur``."""

    kerja: Kerja | None
    kata: str
    """The leading verb; empty where none is known."""
    pelaku: int | None
    """The lane with which the text begins, or that stands after “oleh”."""
    sasaran: tuple[int, ...]
    """Those who are ordered or invited."""
    penerima: tuple[int, ...]
    """Those to whom something goes, before any “jika”."""
    terus: int | None
    """The one to whom the work goes next; None where nobody, or more than one, is named."""
    kembali: int | None
    """The one to whom it goes back after “jika tidak”."""


def read_words(text: str, posts: Jabatan) -> KataBaris:
    """Read the words of a step."""
    words = words_of(text)
    named = posts.sebutan(words)
    subject = _subject(words, named)
    behind = subject.akhir if subject is not None and subject.awal == 0 else 0
    done = kerja_of(" ".join(words[behind:]))
    kerja = done[0] if done else None

    choice, negative = (_word_at(form, text, len(words)) for form in (_IF, _IF_NOT))
    others = [each for each in named if each != subject]
    given = [each for each in others if _is_given(words, each)]
    onward = [each for each in given if each.awal < negative]
    back = [each for each in given if each.awal >= negative]
    ordered = _ordered(words, others, behind) if kerja in _ORDERS else ()
    return KataBaris(
        kerja=kerja,
        kata=done[1] if done else "",
        pelaku=subject.lajur if subject else None,
        sasaran=ordered,
        penerima=_lanes(each for each in onward if each.awal < choice),
        terus=_next(words, onward, ordered if kerja is Kerja.MEMERINTAH else ()),
        kembali=back[0].lajur if back else None,
    )


def _subject(words: list[str], named: list[Sebutan]) -> Sebutan | None:
    if named and named[0].awal == 0:
        return named[0]
    for each in named:
        if words[each.awal - 1] == "oleh" and "yang" not in words[: each.awal]:
            return each
    return None


def _ordered(words: list[str], others: list[Sebutan], behind: int) -> tuple[int, ...]:
    """Those named between the order and its purpose."""
    purpose = next((at for at in range(behind, len(words)) if words[at] in _PURPOSE), len(words))
    return _lanes(each for each in others if each.awal < purpose)


def _is_given(words: list[str], named: Sebutan) -> bool:
    return bool(_TO & set(words[max(0, named.awal - _REACH) : named.awal]))


def _next(words: list[str], onward: list[Sebutan], ordered: tuple[int, ...]) -> int | None:
    """The only one ordered, or the last to whom it is passed on; never one of many at once."""
    if ordered:
        return ordered[0] if len(ordered) == 1 else None
    if not onward:
        return None
    last = onward[-1]
    if _EACH & set(words[max(0, last.awal - _REACH) : last.awal]):
        return None
    beside = [
        each
        for each in onward
        if each.lajur != last.lajur and not _TO & set(words[each.akhir : last.awal])
    ]
    return None if beside else last.lajur


def _lanes(named: Iterable[Sebutan]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.lajur for each in named))


def _word_at(form: re.Pattern[str], text: str, otherwise: int) -> int:
    match = form.search(text)
    return len(words_of(text[: match.start()])) if match else otherwise
