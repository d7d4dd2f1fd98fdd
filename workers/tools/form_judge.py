"""Judges a form that an office drew: everything that is wrong with it, each with its place.

In the order in which one thing makes the next possible: the package is opened, its members are
looked through, its tags are read, its names are compared with the data of all samples, and then
it is filled with each of them. What stops one step does not keep the faults of the earlier ones
from being told.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from doc_templates.findings import Level
from doc_templates.form_codes import (
    FORM,
    FORM_FIELD,
    FORM_MORE,
    FORM_STRICT,
    FORM_TAG,
    FORM_XML,
    refusing,
)
from doc_templates.form_language import form_language
from doc_templates.form_near import nearest
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
from workers.tools.docx_lean import make_lean
from workers.tools.docx_package import opened
from workers.tools.docx_refusals import BODY, unsafe_in
from workers.tools.form_marks import marks_of, narrow_sections, unmarked, unsigned, unstripped
from workers.tools.form_notes import annotated
from workers.tools.form_places import Places
from workers.tools.form_styles import with_house_ids
from workers.tools.form_trial import samples_of, try_samples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from doc_templates.form_codes import FormFault
    from doc_templates.form_questions import Unmet
    from doc_templates.form_shape import Shape
    from doc_templates.form_tags import PartSource
    from doc_templates.kind import Kind
    from workers.tools.docx_elements import Unsafe
    from workers.tools.form_trial import Sample

FAULTS_LIMIT: Final = 200
"""Faults that are told one by one."""
_WORDS: Final = re.compile(r"\{\{\s*(\w+(?:\.\w+)*(?: +[\w.]+)+)\s*\}\}")
"""What somebody takes for a field who does not know that names have no blanks."""
_UNREADABLE: Final = frozenset({FORM_XML.name, FORM_STRICT.name, FORM.name})


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found."""

    faults: tuple[FormFault, ...]
    annotated: bytes | None = None
    fields: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def judge(
    content: bytes,
    *,
    kind: Kind,
    name: str,
    known: Callable[[Judged], None] = lambda _judged: None,
) -> Judged:
    """Judge a form in this very process.

    Args:
        content: the uploaded bytes.
        kind: whose samples it is filled with.
        name: of the file, for the sentences.
        known: is told what was found so far before anything costly is tried.
    """
    members, refusals = opened(content)
    if refusals:
        return Judged(
            tuple(
                each.code.fault(f"{_subject(each.reason)}.", part=each.member, place="berkas")
                for each in refusals
            )
        )
    if reason := _no_document(members):
        return Judged((FORM.fault(f"Berkas {name} {reason}.", place="berkas"),))
    unsafe = list(unsafe_in(members))
    if any(each.code.name in _UNREADABLE for each in unsafe):
        return Judged(_ordered(_bare(each) for each in unsafe))
    places = Places(
        {part: parse_strictly(each) for part, each in members.items() if _reads_as_xml(each)},
        speaking_parts(members),
    )
    sound = [_placed(each, places) for each in unsafe]
    known(Judged(tuple(sound)))
    return _text_judged(content, members, places, sound, kind=kind, name=name, known=known)


def _text_judged(
    content: bytes,
    members: Mapping[str, bytes],
    places: Places,
    unsafe: list[FormFault],
    *,
    kind: Kind,
    name: str,
    known: Callable[[Judged], None],
) -> Judged:
    parts = list(_read(members, places.titles))
    faults = [*unsafe, *unmarked(places, members)]
    known(Judged((*faults, *_unreadable(parts))))
    samples = samples_of(kind)
    data = shape_of(context for each in samples for context in each.contexts.values())
    faults += _unreadable(parts, data)
    faults += _unmet(parts, data)
    faults += unsigned(places, _wanted(samples), samples=len(samples), known=marks_of(kind))
    narrow = narrow_sections(places.roots[BODY])
    if not any(each.level is Level.ERROR for each in faults):
        known(Judged(tuple(faults)))
        styled = with_house_ids(content, kind=kind, name=name)
        trial = try_samples(
            styled, kind=kind, name=name, samples=samples, parts=parts, places=places
        )
        faults += trial.faults
        narrow = sorted(trial.narrow)
    faults += unstripped(places, narrow)
    told = _ordered(faults, places)
    refused = any(each.code in refusing() for each in told)
    return Judged(
        faults=told,
        annotated=None if refused else annotated(members, told),
        fields=tuple(dict.fromkeys(data.printed())),
        unused=tuple(each.path for each in data.never_asked()),
    )


def _no_document(members: Mapping[str, bytes]) -> str:
    """Why this package is no document of Word; empty where it is one."""
    if CONTENT_TYPES not in members or BODY not in members:
        return "tidak berisi dokumen Word"
    try:
        main = content_types(members).get(BODY, "")
    except BadXml as error:
        return f"tidak dapat dibaca: {error.reason} pada {CONTENT_TYPES}"
    # A form with macros is told as such by its members.
    if main != MAIN_TYPE and "macroEnabled" not in main:
        return "bukan dokumen .docx biasa; simpan ulang dari Word"
    return ""


def _reads_as_xml(content: bytes) -> bool:
    try:
        parse_strictly(content)
    except BadXml:
        return False
    return True


def _read(members: Mapping[str, bytes], titles: Mapping[str, str]) -> Iterator[PartSource]:
    language = form_language()
    for part, title in titles.items():
        root = parse_strictly(members[part])
        make_lean(root)
        source = read_part(root, name=part, title=title, language=language)
        if source is not None:
            yield source


def _wanted(samples: Iterable[Sample]) -> Counter[str]:
    """Role → how many samples have someone who signs in it."""
    return Counter(
        chain.from_iterable(
            {who.role: None for who in each.description.signatories} for each in samples
        )
    )


def _unmet(parts: Iterable[PartSource], data: Shape) -> Iterator[FormFault]:
    language = form_language()
    for part in parts:
        for each in unmet_questions(part, data, language=language):
            yield _field_fault(part, each)


def _field_fault(part: PartSource, unmet: Unmet) -> FormFault:
    remedy = f"Ganti dengan “{unmet.nearest}”." if unmet.nearest else ""
    if unmet.sometimes:
        remedy = "Beri nilai pengganti dengan |default('…'), atau dahului dengan {% if … %}."
    return FORM_FIELD.fault(
        f"Isian {unmet.reason}.",
        part=part.name,
        place=f"{unmet.part}, {unmet.place}",
        paragraph=unmet.paragraph,
        field=unmet.field,
        nearest=unmet.nearest,
        level=Level.WARNING if unmet.sometimes else Level.ERROR,
        remedy=remedy,
    )


def _unreadable(parts: Iterable[PartSource], data: Shape | None = None) -> Iterator[FormFault]:
    """Faults of tags; with data known also the field that words with blanks were meant for."""
    for part in parts:
        for each in part.faults:
            sentence = f"{'Tag ' if each.reason.startswith('{') else ''}{each.reason}."
            words = _WORDS.fullmatch(each.tag)
            field = words[1] if words else ""
            near = nearest(field, scope={}, data=data) if field and data else ""
            yield FORM_TAG.fault(
                sentence[0].upper() + sentence[1:],
                part=part.name,
                place=f"{part.title}, {each.place}",
                paragraph=each.paragraph,
                field=field,
                nearest=near,
                remedy=f"Ganti dengan “{near}”." if near else "",
            )


def _bare(unsafe: Unsafe) -> FormFault:
    return unsafe.code.fault(
        f"Templat {unsafe.reason}.", part=unsafe.part, place=f"berkas, {unsafe.part}"
    )


def _placed(unsafe: Unsafe, places: Places) -> FormFault:
    if unsafe.element is None:
        return _bare(unsafe)
    return places.at(unsafe.code, f"Templat {unsafe.reason}.", unsafe.part, unsafe.element)


def _subject(reason: str) -> str:
    return f"B{reason[1:]}" if reason.startswith("bagian") else f"Berkas {reason}"


def _ordered(faults: Iterable[FormFault], places: Places | None = None) -> tuple[FormFault, ...]:
    """Each fault once, in the order of reading, and no more than a person can take in."""
    once = list(dict.fromkeys(faults))
    if places is not None:
        once.sort(key=places.order)
    if len(once) <= FAULTS_LIMIT:
        return tuple(once)
    more = len(once) - FAULTS_LIMIT
    return (*once[:FAULTS_LIMIT], FORM_MORE.fault(f"Masih ada {more} kesalahan lain."))
