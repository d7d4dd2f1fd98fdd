"""Judges a form that an office drew: everything that is wrong with it, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates import form_codes as codes
from doc_templates.kind import Printing
from workers.errors import FieldUnknown, NotADocx, Rejected, TemplateBroken, TemplateUnsafe
from workers.tools.docx_form import compile_form

if TYPE_CHECKING:
    from doc_templates.form_codes import FormFault
    from doc_templates.kind import Kind


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found."""

    faults: tuple[FormFault, ...]
    annotated: bytes | None
    fields: tuple[str, ...]
    unused: tuple[str, ...]


def judge(content: bytes, *, kind: Kind, name: str) -> Judged:
    """Judge a form in this very process."""
    faults = []
    try:
        form = compile_form(content, digest="", name=name)
        for sample in kind.samples():
            data = kind.model.model_validate(kind.sample(sample))
            printing = Printing(number="000/1/2", konsep=False)
            form.filled(
                kind.context(data, printing),
                arrange=lambda body, data=data: kind.arrange(body, data),
            )
    except NotADocx as error:
        faults.append(codes.FORM.fault(str(error)))
    except TemplateUnsafe as error:
        faults.append(codes.FORM_UNSAFE.fault(str(error), part=error.part))
    except FieldUnknown as error:
        faults.append(codes.FORM_FIELD.fault(str(error), place=f"{error.part}, {error.place}"))
    except TemplateBroken as error:
        faults.append(codes.FORM_TAG.fault(str(error), place=f"{error.part}, {error.place}"))
    except Rejected as error:
        faults.append(codes.FORM_FILL.fault(str(error)))
    return Judged(tuple(faults), None if faults else content, (), ())
