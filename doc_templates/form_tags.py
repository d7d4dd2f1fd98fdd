"""The tags of one part of a form: where each stands, whether it can be read, and its source.

Word cuts a tag into runs wherever a proofing mark once stood; docxtpl knows how to lift row and
paragraph tags out of their XML, but forgets where they stood. So each tag is first made whole in
the tree and marked with its number; after docxtpl's patching the mark becomes the only line
break of that tag, and a line number of Jinja is then the number of a tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docxtpl import DocxTemplate
from lxml import etree

from doc_templates.form_blocks import (
    Fault,
    Tag,
    at,
    halves,
    shown,
    unbalanced,
    unreadable,
    without_scope,
)
from doc_templates.form_language import PLAIN
from doc_templates.form_places import paragraph_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from doc_templates.form_language import FormLanguage

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
_TABLES: Final = frozenset({"w:tbl", "w:tr", "w:tc"})
_TEXT_HOLDERS: Final = ("a:t", "dc:", "cp:", "wp:align", "wp:posOffset")
_CLOSED_ATTRIBUTES: Final = ("r:", "w:instr", "xmlns")


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
    """In the order of the lines of ``source``; of the file where there is no source."""
    faults: tuple[Fault, ...]

    def place(self, line: int | None) -> str:
        """Where the tag on that line of the source stands in Word."""
        tag = self.tag(line)
        return tag.place if tag else "tempat tidak diketahui"

    def tag(self, line: int | None) -> Tag | None:
        """The tag on that line of the source."""
        if line is None or not self.tags:
            return None
        return self.tags[min(max(line, 1), len(self.tags)) - 1]


def read_part(root: Element, *, name: str, title: str, language: FormLanguage) -> PartSource | None:
    """Read the tags of a part; None when it has none. The tree is changed on the way."""
    marks: list[Tag] = []
    faults = [*_mark_paragraphs(root, marks), *_mark_elsewhere(root, marks)]
    if not marks and not faults:
        return None
    if faults:
        # What stands alone can still be judged; how the tags fit together cannot.
        tags = [without_scope(each) for each in marks]
        faults += unreadable(tags, language)
        return PartSource(name, title, "", tuple(tags), tuple(faults))
    xml = etree.tostring(root, encoding="unicode").replace("\n", " ")
    patched = DocxTemplate(None).patch_xml(xml)
    source, tags, misplaced = _settle(patched, marks)
    faults = [
        *misplaced,
        *_lost(marks, patched),
        *unreadable(tags, language),
        *unbalanced(tags),
    ]
    return PartSource(name, title, source, tuple(tags), tuple(faults))


def _mark_paragraphs(root: Element, marks: list[Tag]) -> Iterator[Fault]:
    """Make the tags of each paragraph whole, each in one run, and number them."""
    for number, paragraph in enumerate(root.iter(f"{W}p")):
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
            yield Fault(place, f"tanda “{stray.group()}” tidak berpasangan", number)
            continue
        _make_whole(texts, whole)
        for each in texts:
            each.text = _all_marked(each.text or "", Tag("", place, number), marks)


def _make_whole(texts: list[Element], whole: str) -> None:
    """Move each tag that is cut into runs to the run in which it begins."""
    pieces: list[list[str]] = [[] for _ in texts]
    owners = [number for number, each in enumerate(texts) for _ in each.text or ""]
    end = 0
    for tag in _TAG.finditer(whole):
        for index in range(end, tag.start()):
            pieces[owners[index]].append(whole[index])
        pieces[owners[tag.start()]].append(tag.group())
        end = tag.end()
    for index in range(end, len(whole)):
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
                here = Tag("", place, paragraph_of(element))
                element.set(name, _all_marked(value, here, marks))
        text = element.text or ""
        if element.tag != f"{W}t" and _STRAY.search(text):
            place = f"{place_of(element)}, {etree.QName(element).localname}"
            if stray := _STRAY.search(_TAG.sub("", text)):
                reason = f"tanda “{stray.group()}” tidak berpasangan"
                yield Fault(place, reason, paragraph_of(element))
                continue
            here = Tag("", place, paragraph_of(element))
            element.text = _all_marked(text, here, marks)


def _all_marked(text: str, here: Tag, marks: list[Tag]) -> str:
    return _TAG.sub(lambda tag: _marked(tag, here, marks), text)


def _marked(tag: re.Match[str], here: Tag, marks: list[Tag]) -> str:
    text = tag.group()
    if _CELL_WORDS.fullmatch(text):
        return text  # docxtpl replaces these by tags of its own
    marks.append(replace(here, text=text))
    return f"\ufdd0{len(marks) - 1}\ufdd1".join(halves(text))


def _settle(patched: str, marks: list[Tag]) -> tuple[str, list[Tag], list[Fault]]:
    """Turn marks into lines, and say how each value is to be written where it stands."""
    out: list[str] = []
    tags: list[Tag] = []
    faults: list[Fault] = []
    end, walk = 0, _Walk()
    for token in _TOKEN.finditer(patched):
        if not token["tag"]:
            walk.step(token)
            continue
        mark = _MARK.search(token["tag"])
        text = _MARK.sub("", token["tag"]).replace("&quot;", '"').replace("&amp;", "&")
        if mark:
            way = (*walk.way, walk.attribute)
            tags.append(replace(marks[int(mark[1])], text=text, way=way, cells=tuple(walk.cells)))
        if text.startswith("{{"):
            if mark and not walk.may_hold_text():
                faults.append(at(tags[-1], f"isian {text} tidak boleh berada di luar teks"))
            if not walk.in_running_text():
                text = _written_plainly(text)
        out.append(patched[end : token.start()])
        out.append("\n".join(halves(text)) if mark else text)
        end = token.end()
    out.append(patched[end:])
    return "".join(out), tags, faults


class _Walk:
    """Where one is while reading XML from its beginning to its end."""

    def __init__(self) -> None:
        self.way: list[str] = []
        self.cells: list[int] = []
        """Of each table, row and cell around: which one of the part it is."""
        self.attribute = ""
        self._counted = 0
        self._inside = False
        self._closing = False
        self._just_opened = False

    def step(self, token: re.Match[str]) -> None:
        """Go past one piece of markup."""
        if token["name"] and not self._inside:
            self._inside, self._closing = True, bool(token["close"])
            if not self._closing:
                self.way.append(token["name"])
                if token["name"] in _TABLES:
                    self._counted += 1
                    self.cells.append(self._counted)
        elif token["attribute"] and self._inside:
            self.attribute = token["attribute"]
        elif token["end"] and self._inside:
            self._inside, self.attribute = False, ""
            empty = token["end"] == "/>"
            if (self._closing or empty) and self.way and self.way.pop() in _TABLES:
                self.cells.pop()
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


def _lost(marks: list[Tag], patched: str) -> Iterator[Fault]:
    """Tags that went away with the row, cell or paragraph of another tag."""
    left = {int(each[1]) for each in _MARK.finditer(patched)}
    for number, each in enumerate(marks):
        if number not in left:
            text = shown(without_scope(each))
            yield at(each, f"{text} hilang bersama baris, sel, atau paragraf tag lain")
