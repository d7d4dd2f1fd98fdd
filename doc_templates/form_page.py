"""What a maker of forms may write, kind by kind: ``python -m doc_templates.form_page``.

The command prints docs/forms.md. Fields are those that the samples of a kind give its form, codes
those that are declared, filters those of the language, so the page cannot fall behind.
"""

from __future__ import annotations

import sys
from types import NoneType
from typing import TYPE_CHECKING, Final

from doc_templates import form_codes
from doc_templates.codes import codes_in
from doc_templates.form_codes import FormCode
from doc_templates.form_language import FILTERS, NESTING_LIMIT, RANGE_LIMIT
from doc_templates.form_shape import shape_of
from doc_templates.kind import Printing
from doc_templates.registry import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.form_shape import Shape
    from doc_templates.kind import Kind

_HEAD: Final = f"""\
# Forms of the offices

This page is made by `python -m doc_templates.form_page > docs/forms.md`.

An office may print a kind of documents on a form of its own: a DOCX drawn in Word, with tags where
data belong. The best beginning is the kind's own form, `doc_templates/<kind>/template.docx`: move
its tags, change its type and lines, save it as “Dokumen Word (.docx)”. What is uploaded is judged
before anyone can use it; everything that is wrong is told at once, with its place in Word, the
nearest field that exists, and a copy of the form in which each fault is a comment.

## Tags

| tag | what it does |
| --- | --- |
| `{{{{ nomor }}}}` | prints a field; a line break or tab in the data stays one |
| `{{{{ pangkat\\|default('-') }}}}` | prints something else where a field is missing |
| `{{% if dua_pihak %}} … {{% elif … %}} … {{% else %}} … {{% endif %}}` | prints a part of a paragraph only sometimes |
| `{{% for x in sasaran %}} … {{% endfor %}}` | repeats a part of a paragraph; `loop.index`, `loop.first` and `loop.last` are known in it |
| `{{%p if … %}}`, `{{%p for … %}}` | in a paragraph of its own: takes whole paragraphs |
| `{{%tr for … %}}`, `{{%tr if … %}}` | in a row of its own: takes whole rows of a table |
| `{{%tc for … %}}` | in a cell of its own: takes whole cells |
| `{{% vm %}}`, `{{% hm %}}` | in a cell inside a loop: merges it downwards or sideways |
| `{{# catatan #}}` | is never printed |

A paragraph, row or cell that holds a `p`, `tr` or `tc` tag vanishes with everything else in it.
Both ends of a block stand in the same table, row and cell. Filters: {", ".join(f"`{each}`" for each in FILTERS)}.
There is nothing else: no `set`, `macro`, `include`, `import`, no call but `range`, no name that
begins with `_`; at most {NESTING_LIMIT} blocks inside one another and {RANGE_LIMIT:,} steps of `range`.

## What a form must keep

- The marks of signatures: pictures whose alternative text is `ttd:` and the role. The stamp lays
  the signature fields there.
- The official number and the texts that the output gate looks for (title, names of signatories).
- The strip of 15 mm at the foot of every page, for code, QR and page count
  (`workers/tools/overlay.py`); a footer of the form stands above it.
- The declared typefaces, which have stand-ins of equal width (`workers/tools/fonts.py`).
- Where a kind lays its text into the form (`isi_naskah`, a bookmark in a paragraph of its own) or
  fits tables to the data, those marks and the order of those tables.

A form carries nothing that runs, reaches outside or changes by itself: no macros, OLE, ActiveX,
inserted documents, embedded fonts, external pictures, fields beyond page numbers and references,
no tracked changes. Members are judged by what they hold, not by their names.

## How it is judged

`workers.trying.try_form` is the service's door; `workers.filling.fill_apart` fills a published form
in production. Both ask `workers.apart`: a keeper process without network, secrets or database forks
a child for each question, which works under limits of processor time, clock, memory, files and
answer (`workers.apart.Limits`) and talks JSON and bytes. In it `workers/tools/form_judge.py` goes
step by step: package, members, tags, fields, every sample filled and arranged, marks.

A code of level E keeps the form from being published, W must be seen. After a code marked × the
file is not handed back with comments, because opening it could do harm or is impossible.

"""  # noqa: E501 - rows of a table cannot be broken
_KINDS: Final[dict[type, str]] = {
    str: "teks", int: "bilangan", bool: "ya atau tidak", list: "daftar", tuple: "daftar",
    dict: "kumpulan isian",
}  # fmt: skip


def as_markdown() -> str:
    """docs/forms.md."""
    sections = ["\n".join(_codes())] + ["\n".join(_fields(each)) for each in kinds().values()]
    return _HEAD + "\n\n".join(sections) + "\n"


def _codes() -> Iterator[str]:
    yield "| kode | tingkat | arti | perbaikan | |"
    yield "| --- | --- | --- | --- | --- |"
    found = [each for each in codes_in(form_codes) if isinstance(each, FormCode)]
    for code in sorted(found, key=lambda each: each.name):
        refuses = "×" if code.refuses else ""
        levels = ", ".join(code.levels)
        yield f"| `{code.name}` | {levels} | {code.meaning} | {code.remedy} | {refuses} |"


def _fields(kind: Kind) -> Iterator[str]:
    models = [kind.model.model_validate(kind.sample(name)) for name in kind.samples()]
    printings = (Printing(number=None, konsep=True), Printing(number="1", konsep=False))
    data = shape_of(kind.context(model, each) for model in models for each in printings)
    roles = {who.role: None for model in models for who in kind.describe(model).signatories}
    yield f"## {kind.title} (`{kind.name}`)\n"
    yield f"Tanda tangan: {', '.join(f'`ttd:{role}`' for role in roles)}.\n"
    yield "| isian | jenis |"
    yield "| --- | --- |"
    yield from (f"| `{path}` | {what} |" for path, what in _paths(data))


def _paths(shape: Shape) -> Iterator[tuple[str, str]]:
    for each in shape.keys.values():
        yield each.path, _kinds(each)
        yield from _paths(each.element or each)


def _kinds(shape: Shape) -> str:
    words = dict.fromkeys(_KINDS.get(each, each.__name__) for each in shape.kinds - {NoneType})
    of = f" {_kinds(shape.element)}" if shape.element and not shape.element.keys else ""
    sometimes = ", dapat kosong" if NoneType in shape.kinds else ""
    return " atau ".join(sorted(words)) + of + sometimes


if __name__ == "__main__":
    sys.stdout.write(as_markdown())
