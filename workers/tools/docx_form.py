"""A form compiled once, filled many times.

docxtpl parses, patches and compiles at every print. Here all of that happens once for a form;
a print is then a run of Jinja, a strict parse, the kind's arrangement and a ZIP whose unchanging
half was packed beforehand.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from doc_templates.form_language import Steps, form_language
from doc_templates.form_parts import (
    CONTENT_TYPES,
    MAIN_TYPE,
    BadXml,
    content_types,
    parse_strictly,
    speaking_parts,
)
from doc_templates.form_questions import unmet_questions
from doc_templates.form_shape import shape_of
from doc_templates.form_tags import read_part
from workers.errors import FieldUnknown, NotADocx, Overrun, TemplateBroken
from workers.tools.docx_data import require_plain
from workers.tools.docx_lean import make_lean, number_drawings
from workers.tools.docx_package import append, pack, unpack
from workers.tools.docx_refusals import refuse_unsafe

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from jinja2 import Template
    from lxml.etree import _Element as Element

    from doc_templates.form_language import FormLanguage
    from doc_templates.form_tags import PartSource

BODY: Final = "word/document.xml"
XML_LIMIT: Final = 20 * 2**20
"""Characters that one filled part may have: a loop over data is a bomb, too."""

_KEPT_LEVEL: Final = 9
_FILLED_LEVEL: Final = 1
"""Packing of what is new at each print: level 6 takes three times as long for 20% less."""


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part with tags, as code."""

    source: PartSource
    code: Template


@dataclass(frozen=True, slots=True)
class CompiledForm:
    """A form that is ready to be filled; immutable, so threads may share it."""

    digest: str
    """SHA-256 of the DOCX that it was compiled from."""
    parts: tuple[CompiledPart, ...]
    body: bytes | None
    """The body where it has no tag at all; then it is only arranged."""
    kept: bytes
    """The package of all members that no data change."""

    def filled(self, context: Mapping[str, Any], *, arrange: Callable[[Element], None]) -> bytes:
        """Give the DOCX for these data; equal data give equal bytes."""
        return append(self.kept, self.changed(context, arrange=arrange), level=_FILLED_LEVEL)

    def changed(
        self, context: Mapping[str, Any], *, arrange: Callable[[Element], None]
    ) -> dict[str, bytes]:
        """Give only the members that these data change, and the body."""
        require_plain(context)
        members: dict[str, bytes] = {}
        if self.body is not None:
            members[BODY] = _arranged(parse_strictly(self.body), arrange)
        for part in self.parts:
            root = _filled_part(part, context)
            name = part.source.name
            members[name] = _arranged(root, arrange) if name == BODY else _written(root)
        return members


def compile_form(content: bytes, *, digest: str, name: str) -> CompiledForm:
    """Compile a DOCX; refuse one that is unsafe or has a tag that cannot be read."""
    members = unpack(content, name=name)
    _require_docx(members, name)
    refuse_unsafe(members, name=name)
    language = form_language()
    sources = []
    for part, title in speaking_parts(members).items():
        root = parse_strictly(members[part])
        make_lean(root)
        members[part] = _written(root)
        source = read_part(root, name=part, title=title, language=language)
        if source is not None:
            sources.append(source)
    _refuse_faults(sources)
    parts = tuple(CompiledPart(each, _compiled(each, language)) for each in sources)
    changing = {BODY} | {each.source.name for each in parts}
    kept = {key: value for key, value in members.items() if key not in changing}
    return CompiledForm(
        digest=digest,
        parts=parts,
        body=None if any(each.name == BODY for each in sources) else members[BODY],
        kept=pack(kept, level=_KEPT_LEVEL),
    )


def _require_docx(members: Mapping[str, bytes], name: str) -> None:
    if CONTENT_TYPES not in members or BODY not in members:
        raise NotADocx(name, "tidak berisi dokumen Word")
    try:
        kind = content_types(members).get(BODY, "")
    except BadXml as error:
        raise NotADocx(name, f"{error.reason} pada {CONTENT_TYPES}") from error
    # A form with macros is refused by name later; anything else is no document at all.
    if kind != MAIN_TYPE and "macroEnabled" not in kind:
        raise NotADocx(name, "bukan dokumen .docx biasa; simpan ulang dari Word")


def _refuse_faults(sources: list[PartSource]) -> None:
    """Tell all faults of the form at once, each with its place."""
    faults = [(part.title, each) for part in sources for each in part.faults]
    if not faults:
        return
    (title, first), *others = faults
    more = [f"juga pada {part}, {each.place}: {each.reason}" for part, each in others]
    raise TemplateBroken(title, first.place, "; ".join([first.reason, *more]))


def _compiled(source: PartSource, language: FormLanguage) -> Template:
    try:
        return language.from_string(source.source)
    except TemplateSyntaxError as error:
        place = source.place(error.lineno)
        raise TemplateBroken(source.title, place, "susunan tagnya tidak dapat dibaca") from error


def _filled_part(part: CompiledPart, context: Mapping[str, Any]) -> Element:
    source = part.source
    try:
        chunks = cast(
            "Generator[str, None, None]", part.code.generate({"range": Steps(), **context})
        )
        xml = "".join(_within_limit(chunks, source))
    except UndefinedError as error:
        raise _unknown_field(error, part, context) from error
    except SecurityError as error:
        raise TemplateBroken(source.title, _place_of(error, source), _words(error)) from error
    except (TypeError, ValueError, ArithmeticError, LookupError) as error:
        reason = "tag ini tidak cocok dengan jenis datanya"
        raise TemplateBroken(source.title, _place_of(error, source), reason) from error
    except MemoryError as error:
        raise _overran(source, _place_of(error, source), "memori") from error
    except Overrun as error:
        # Jinja rewrites the frames of errors only, and this is none.
        place = _place_of(error, source, line_of=part.code.get_corresponding_lineno)
        raise _overran(source, place, "waktu") from error
    try:
        return parse_strictly(xml.encode())
    except MemoryError as error:
        raise _overran(source, "seluruh bagian", "memori") from error
    except BadXml as error:
        reason = "hasil pengisian bukan XML yang utuh; periksa letak tag baris dan paragraf"
        raise TemplateBroken(source.title, "seluruh bagian", reason) from error


def _unknown_field(
    error: UndefinedError, part: CompiledPart, context: Mapping[str, Any]
) -> FieldUnknown:
    """Tell every field that this part asks in vain, beginning with the one that stopped it."""
    source, place = part.source, _place_of(error, part.source)
    language = cast("FormLanguage", part.code.environment)
    others = [
        f"juga pada {each.place}: {each.reason}"
        for each in unmet_questions(source, shape_of([context]), language=language)
        if each.place != place and not each.sometimes
    ]
    return FieldUnknown(source.title, place, "; ".join([_words(error), *others]))


class _TooLong(Exception):
    """Thrown into a form that prints without end, to learn where it was."""


def _within_limit(chunks: Generator[str, None, None], source: PartSource) -> Iterator[str]:
    size = 0
    # Jinja gives thousands of small pieces; counting them by the batch halves the overhead.
    while batch := "".join(islice(chunks, 256)):
        size += len(batch)
        if size > XML_LIMIT:
            try:
                chunks.throw(_TooLong())
            except _TooLong as error:
                place = _place_of(error, source)
                raise TemplateBroken(source.title, place, "hasil pengisian terlalu besar") from None
        yield batch


def _overran(source: PartSource, place: str, limit: str) -> TemplateBroken:
    reason = f"pengisian melampaui batas {limit}; sederhanakan perulangannya"
    return TemplateBroken(source.title, place, reason)


def _place_of(
    error: BaseException, source: PartSource, *, line_of: Callable[[int], int] = int
) -> str:
    """Find the tag in which filling stopped: Jinja rewrites its frames to lines of the source."""
    line, frame = None, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = line_of(frame.tb_lineno)
        frame = frame.tb_next
    return source.place(line)


def _words(error: Exception) -> str:
    return str(error).removesuffix(".")


def _arranged(root: Element, arrange: Callable[[Element], None]) -> bytes:
    arrange(root)
    number_drawings(root)
    return _written(root)


def _written(root: Element) -> bytes:
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written
