"""Filling a form from an unknown hand: data go to a child with limits, a DOCX comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates import errors as templates
from doc_templates.errors import TemplatesError
from workers import errors
from workers.apart import LIMITS, Limits, ask
from workers.errors import FillingFailed, FormOverran

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from doc_templates.kind import Kind

_REFUSALS: Final[Mapping[str, type[errors.Rejected]]] = {
    each.__name__: each
    for each in (
        errors.FieldUnknown,
        errors.NotADocx,
        errors.TemplateBroken,
        errors.TemplateUnsafe,
        errors.ValueUnprintable,
    )
}


def fill_apart(
    form: bytes,
    *,
    kind: Kind,
    data: BaseModel,
    number: str | None,
    konsep: bool,
    name: str,
    limits: Limits = LIMITS,
) -> bytes:
    """Fill an office's form as its kind's own would be filled; equal questions, equal bytes.

    Args:
        form: the DOCX.
        kind: an installed kind; the child finds it by its name and arranges as it does.
        data: a model of that kind.
        number: to print; None leaves its place blank.
        konsep: True for a draft print.
        name: of the form, for the sentences.
        limits: what the child may spend.

    Raises:
        TemplatesError: the kind itself refuses the data or the form, as it does in this process.
        Rejected: the same refusals that filling in this process has, and FormOverran where the
            form took more time, memory or room than it may.
        FillingFailed: something went wrong that is no fault of the form.
    """
    question = {
        "do": "fill",
        "kind": kind.name,
        "name": name,
        "data": data.model_dump_json(by_alias=True),
        "number": number,
        "konsep": konsep,
    }
    for answer in ask(question, form, limits=limits):
        if "filled" in answer.told:
            return answer.content
        if answer.told.get("refused") in _REFUSALS:
            raise _REFUSALS[answer.told["refused"]](*map(str, answer.told["with"]))
        if "unfit" in answer.told:
            raise _unfit(str(answer.told["unfit"]), str(answer.told["sentence"]))
        if "failed" in answer.told:
            raise FillingFailed(str(answer.told["failed"]))
    raise FormOverran(name)


def _unfit(name: str, sentence: str) -> TemplatesError:
    """What the kind refused there, of the same class and with the same sentence."""
    found = getattr(templates, name, TemplatesError)
    error: TemplatesError = found.__new__(found, sentence)
    return error
