"""What the child does with one form: judge it, or fill it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from doc_templates.errors import TemplatesError
from doc_templates.kind import Printing
from doc_templates.registry import kind
from workers.errors import Rejected
from workers.tools.docx_form import compile_form
from workers.tools.form_judge import judge
from workers.tools.form_styles import with_house_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from workers.tools.form_judge import Judged


def _judge(question: Mapping[str, Any], content: bytes, say: Callable[..., None]) -> None:
    def tell(found: Judged) -> None:
        say(
            {
                "faults": [asdict(each) for each in found.faults],
                "fields": found.fields,
                "unused": found.unused,
            }
        )

    found = judge(content, kind=kind(question["kind"]), name=question["name"], known=tell)
    tell(found)
    if found.annotated is not None:
        say({"annotated": True}, found.annotated)


def _fill(question: Mapping[str, Any], content: bytes, say: Callable[..., None]) -> None:
    asked = kind(question["kind"])
    data = asked.model.model_validate_json(question["data"])
    printing = Printing(number=question["number"], konsep=question["konsep"])

    def arrange(body: Element) -> None:
        asked.arrange(body, data)

    try:
        known = with_house_ids(content, kind=asked, name=question["name"])
        form = compile_form(known, digest="", name=question["name"])
        say({"filled": True}, form.filled(asked.context(data, printing), arrange=arrange))
    except Rejected as refusal:
        say({"refused": type(refusal).__name__, "with": list(_given(refusal))})
    except TemplatesError as refusal:
        say({"unfit": type(refusal).__name__, "sentence": str(refusal)})


def _given(refusal: Rejected) -> list[str]:
    """The arguments that the refusal was made of; all of them are texts."""
    return [str(each) for each in vars(refusal).values()]


ERRANDS: Final[Mapping[str, Callable[..., None]]] = {"judge": _judge, "fill": _fill}
