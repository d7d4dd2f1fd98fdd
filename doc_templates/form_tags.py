"""The tags of one part of a form: where each stands, whether it can be read, and its source.

Word cuts a tag into runs wherever a proofing mark once stood; docxtpl knows how to lift row and
paragraph tags out of their XML, but forgets where they stood. So each tag is first made whole in
the tree and marked with its number; after docxtpl's patching the mark becomes the only line
break of that tag, and a line number of Jinja is then the number of a tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from docxtpl import DocxTemplate
from lxml import etree

from doc_templates.form_language import NESTING_LIMIT, PLAIN, FormLanguage, faults_in
from doc_templates.form_places import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STRAY: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_MARK: Final = re.compile("\ufdd0([0-9]+)\ufdd1")
_TOKEN: Final = re.compile(
    r"(?P<tag>\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})"
    r"|<(?P<close>/?)(?P<name>[A-Za-z_][\w:.-]*)"
    r"|(?P<end>/?>)"
    r"|(?P<attribute>[A-Za-z_][\w:.-]*)=\"",
    re.DOTALL,
)
_CELL_WORDS: Final = re.compile(r"\{%\s*(?:vm|hm)\s*%\}")
_CLOSES: Final = {"if": "endif", "for": "endfor"}
_ENDS: Final = frozenset(_CLOSES.values())
_INNER: Final = frozenset({"elif", "else"})
_TEXT_HOLDERS: Final = ("a:t", "dc:", "cp:", "wp:align", "wp:posOffset")
_CLOSED_ATTRIBUTES: Final = ("r:", "w:instr", "xmlns")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a form, found before any data are known."""

    place: str
    """Where a person finds it in Word, such as ``tabel 2, baris 3, kolom 1, paragraf 1``."""
    reason: str
    """Indonesian, without a full stop."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a form as it was written."""

    text: str
    place: str
    way: tuple[str, ...] = ()
    """The elements around it, from the root; both ends of a block need the same."""


@dataclass(frozen=True, slots=True)
class PartSource:
    """One part of a form, ready to be compiled."""

    name: str
    """Member of the package, such as ``word/document.xml``."""
    title: str
    """What a person calls it, such as ``isi dokumen``."""
    source: str
    """Jinja source in which line n ends inside the n-th tag."""
    tags: tuple[Tag, ...]
    """In the order of the lines of ``source``."""
    faults: tuple[Fault, ...]

    def place(self, line: int | None) -> str:
        """Where the tag on that line of the source stands in Word."""
        if line is None or not self.tags:
            return "tempat tidak diketahui"
        return self.tags[min(max(line, 1), len(self.tags)) - 1].place


def read_part(root: Element, *, name: str, title: str, language: FormLanguage) -> PartSource | None:
    """Read the tags of a part; None when it has none. The tree is changed on the way."""
    marks: list[Tag] = []
    faults = [*_mark_paragraphs(root, marks), *_mark_elsewhere(root, marks)]
    if not marks and not faults:
        return None
    if faults:
        return PartSource(name, title, "", tuple(marks), tuple(faults))
    xml = etree.tostring(root, encoding="unicode").replace("\n", " ")
    patched = DocxTemplate(None).patch_xml(xml)
    source, tags, misplaced = _settle(patched, marks)
    faults = [*misplaced, *_unreadable(tags, language), *_unbalanced(tags)]
    return PartSource(name, title, source, tuple(tags), tuple(faults))


def _mark_paragraphs(root: Element, marks: list[Tag]) -> Iterator[Fault]:
    """Make the tags of each paragraph whole, each in one run, and number them."""
    for paragraph in root.iter(f"{W}p"):
        texts = [
            each
            for each in paragraph.iter(f"{W}t")
            if next(each.iterancestors(f"{W}p")) is paragraph
        ]
        whole = "".join(each.text or "" for each in texts)
        if not _STRAY.search(whole):
            continue
        place = place_of(paragraph)
        if stray := _STRAY.search(_TAG.sub("", whole)):
            yield Fault(place, f"tanda “{stray.group()}” tidak berpasangan")
            continue
        _make_whole(texts, whole)
        for each in texts:
            each.text = _all_marked(each.text or "", place, marks)


def _make_whole(texts: list[Element], whole: str) -> None:
    """Move each tag that is cut into runs to the run in which it begins."""
    pieces: list[list[str]] = [[] for _ in texts]
    owners = [number for number, each in enumerate(texts) for _ in each.text or ""]
    at = 0
    for tag in _TAG.finditer(whole):
        for index in range(at, tag.start()):
            pieces[owners[index]].append(whole[index])
        pieces[owners[tag.start()]].append(tag.group())
        at = tag.end()
    for index in range(at, len(whole)):
        pieces[owners[index]].append(whole[index])
    for each, own in zip(texts, pieces, strict=True):
        each.text = "".join(own)
        each.set(XML_SPACE, "preserve")


def _mark_elsewhere(root: Element, marks: list[Tag]) -> Iterator[Fault]:
    """Number the tags in attributes and in texts that are not running text."""
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if _TAG.search(value):
                place = f"{place_of(element)}, atribut {etree.QName(name).localname}"
                element.set(name, _all_marked(value, place, marks))
        text = element.text or ""
        if element.tag != f"{W}t" and _STRAY.search(text):
            place = f"{place_of(element)}, {etree.QName(element).localname}"
            if stray := _STRAY.search(_TAG.sub("", text)):
                yield Fault(place, f"tanda “{stray.group()}” tidak berpasangan")
                continue
            element.text = _all_marked(text, place, marks)


def _all_marked(text: str, place: str, marks: list[Tag]) -> str:
    return _TAG.sub(lambda tag: _marked(tag, place, marks), text)


def _marked(tag: re.Match[str], place: str, marks: list[Tag]) -> str:
    text = tag.group()
    if _CELL_WORDS.fullmatch(text):
        return text  # docxtpl replaces these by tags of its own
    marks.append(Tag(text, place))
    return f"{text[:-2]}\ufdd0{len(marks) - 1}\ufdd1{text[-2:]}"


def _settle(patched: str, marks: list[Tag]) -> tuple[str, list[Tag], list[Fault]]:
    """Turn marks into lines, and say how each value is to be written where it stands."""
    out: list[str] = []
    tags: list[Tag] = []
    faults: list[Fault] = []
    at, walk = 0, _Walk()
    for token in _TOKEN.finditer(patched):
        if not token["tag"]:
            walk.step(token)
            continue
        mark = _MARK.search(token["tag"])
        text = _MARK.sub("", token["tag"]).replace("&quot;", '"').replace("&amp;", "&")
        if mark:
            tags.append(Tag(text, marks[int(mark[1])].place, (*walk.way, walk.attribute)))
        if text.startswith("{{"):
            if mark and not walk.may_hold_text():
                faults.append(
                    Fault(tags[-1].place, f"isian {text} tidak boleh berada di luar teks")
                )
            if not walk.in_running_text():
                text = _written_plainly(text)
        out.append(patched[at : token.start()])
        out.append(f"{text[:-2]}\n{text[-2:]}" if mark else text)
        at = token.end()
    out.append(patched[at:])
    return "".join(out), tags, faults


class _Walk:
    """Where one is while reading XML from its beginning to its end."""

    def __init__(self) -> None:
        self.way: list[str] = []
        self.attribute = ""
        self._inside = False
        self._closing = False
        self._just_opened = False

    def step(self, token: re.Match[str]) -> None:
        """Go past one piece of markup."""
        if token["name"] and not self._inside:
            self._inside, self._closing = True, bool(token["close"])
            if not self._closing:
                self.way.append(token["name"])
        elif token["attribute"] and self._inside:
            self.attribute = token["attribute"]
        elif token["end"] and self._inside:
            self._inside, self.attribute = False, ""
            empty = token["end"] == "/>"
            if (self._closing or empty) and self.way:
                self.way.pop()
            self._just_opened = not self._closing and not empty

    def in_running_text(self) -> bool:
        """Say whether a value here is the text of a run."""
        return not self._inside and self._just_opened and self.way[-1:] == ["w:t"]

    def may_hold_text(self) -> bool:
        """Say whether any value may stand here."""
        if self._inside:
            return not self.attribute.startswith(_CLOSED_ATTRIBUTES)
        holder = self.way[-1] if self.way and self._just_opened else ""
        return holder == "w:t" or holder.startswith(_TEXT_HOLDERS)


def _written_plainly(tag: str) -> str:
    inner = tag[2:-2]
    left = "-" if inner.startswith("-") else ""
    right = "-" if inner.endswith("-") else ""
    return f"{{{{{left} ({inner.strip('-')})|{PLAIN} {right}}}}}"


def _unreadable(tags: list[Tag], language: FormLanguage) -> Iterator[Fault]:
    @cache
    def reasons(text: str) -> tuple[str, ...]:
        return tuple(faults_in(text, language))

    for tag in tags:
        if alone := _alone(tag.text):
            yield from (Fault(tag.place, f"{_shown(tag)} {each}") for each in reasons(alone))
        elif _word(tag.text) not in _ENDS | {"else"} and tag.text.startswith("{%"):
            yield Fault(tag.place, f"{_shown(tag)} memakai perintah yang tidak dikenal")


def _alone(tag: str) -> str:
    """Give the tag as a whole piece of Jinja; empty where it says nothing by itself."""
    if tag.startswith("{{"):
        return tag
    word = _word(tag) if tag.startswith("{%") else ""
    if word in _CLOSES:
        return f"{tag}{{% {_CLOSES[word]} %}}"
    if word == "elif":
        return f"{{% if 1 %}}{tag}{{% endif %}}"
    return ""


def _unbalanced(tags: list[Tag]) -> Iterator[Fault]:
    """Find blocks that are never closed, closings of nothing, and blocks that tear the XML."""
    waiting: list[Tag] = []
    for tag in tags:
        word = _word(tag.text) if tag.text.startswith("{%") else ""
        if word in _CLOSES:
            waiting.append(tag)
            if len(waiting) > NESTING_LIMIT:
                yield Fault(tag.place, f"{_shown(tag)} bersarang lebih dari {NESTING_LIMIT} lapis")
        elif word in _INNER | _ENDS:
            yield from _unfit(tag, word, waiting)
    for tag in waiting:
        closing = _CLOSES[_word(tag.text)]
        yield Fault(tag.place, f"{_shown(tag)} tidak ditutup; tambahkan {{% {closing} %}}")


def _unfit(tag: Tag, word: str, waiting: list[Tag]) -> Iterator[Fault]:
    """Compare a tag with the block that it continues or closes."""
    opened = waiting[-1] if waiting else None
    if word in _INNER and opened is None:
        yield Fault(tag.place, f"{_shown(tag)} tidak berada di dalam if")
    elif word in _ENDS and (opened is None or _CLOSES[_word(opened.text)] != word):
        yield Fault(tag.place, f"{_shown(tag)} menutup yang tidak pernah dibuka")
    elif opened is not None:
        if opened.way != tag.way:
            # One branch would print half of a table or a cell; with other data it would not.
            reason = f"{_shown(tag)} tidak setingkat dengan {_shown(opened)} pada {opened.place}"
            yield Fault(tag.place, reason)
        if word in _ENDS:
            waiting.pop()


def _word(tag: str) -> str:
    inner = tag[2:-2].strip("-+ \t\u00a0")
    return re.split(r"\W", inner, maxsplit=1)[0]


def _shown(tag: Tag) -> str:
    inner = tag.text[2:-2].strip()
    return f"{tag.text[:2]} {inner} {tag.text[-2:]}"
