"""Do form and data fit? Every tag has its field, and every field that no tag prints is told.

For the maker of a form: all findings at once, each with its place in Word. The worker refuses
the same faults when it fills; here they are found before anyone asks for a document.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

from doc_templates.findings import Level
from doc_templates.form_codes import FORM, FORM_FIELD, FORM_TAG, FORM_UNUSED
from doc_templates.form_language import form_language
from doc_templates.form_parts import BadXml, parse_strictly, speaking_parts
from doc_templates.form_questions import unmet_questions
from doc_templates.form_shape import shape_of
from doc_templates.form_tags import read_part
from doc_templates.kind import Printing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from doc_templates.findings import Finding
    from doc_templates.form_language import FormLanguage
    from doc_templates.form_questions import Unmet
    from doc_templates.form_tags import PartSource
    from doc_templates.kind import Kind


def lint_kind(kind: Kind) -> list[Finding]:
    """Compare a kind's form with the data that its samples give, as KONSEP and as issue."""
    models = [kind.model.model_validate(kind.sample(name)) for name in kind.samples()]
    printings = [Printing(number=None, konsep=True), Printing(number="000/1/2", konsep=False)]
    contexts = [kind.context(model, printing) for model in models for printing in printings]
    return lint(kind.template, contexts)


def lint(template: Path, contexts: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """Compare a form with examples of its data; findings in the order of reading."""
    language = form_language()
    try:
        sources = _sources(template, language)
    except (OSError, zipfile.BadZipFile, KeyError, BadXml):
        sentence = f"{template.name} bukan DOCX yang utuh; simpan ulang dari Word."
        return [FORM.at(template.name, sentence)]
    broken = [
        FORM_TAG.at(f"{part.title}, {fault.place}", f"Tag: {fault.reason}.")
        for part in sources
        for fault in part.faults
    ]
    data = shape_of(contexts)
    whole = [part for part in sources if not part.faults]
    unmet = [
        _finding(each) for part in whole for each in unmet_questions(part, data, language=language)
    ]
    # With a part unread nobody can say what the form does not print.
    unused = [] if broken else [_unused(each.path) for each in data.never_asked()]
    return [*broken, *unmet, *unused]


def _sources(template: Path, language: FormLanguage) -> list[PartSource]:
    with zipfile.ZipFile(template) as package:
        members = {name: package.read(name) for name in package.namelist()}
    read = [
        read_part(parse_strictly(members[name]), name=name, title=title, language=language)
        for name, title in speaking_parts(members).items()
    ]
    return [each for each in read if each is not None]


def _finding(unmet: Unmet) -> Finding:
    level = Level.WARNING if unmet.sometimes else Level.ERROR
    where = f"{unmet.part}, {unmet.place}"
    sentence = f"Templat meminta isian: {unmet.reason}."
    return FORM_FIELD.at(where, sentence, *unmet.suggestions, level=level)


def _unused(path: str) -> Finding:
    return FORM_UNUSED.at(path, f"Isian “{path}” tidak dicetak oleh templat.")
