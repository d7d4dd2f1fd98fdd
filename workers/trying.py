"""Trying a form that an office uploads: the one door by which the service has it judged.

The form is opened, compiled and filled with every sample of its kind in a child with limits
(``workers.apart``); here only the child's words are read. Whatever the file holds, this process
lives, and the answer is a list of sentences.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from doc_templates import form_codes as codes
from doc_templates.findings import Level
from doc_templates.form_codes import FormFault
from workers.apart import LIMITS, Limits, ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doc_templates.kind import Kind

__all__ = ["FILE_LIMIT", "FormFault", "Judgement", "Limits", "try_form"]

LOG: Final = logging.getLogger(__name__)
FILE_LIMIT: Final = 20 * 2**20
"""Bytes that an uploaded form may have."""
_STOPPED: Final = {
    "waktu": "Templat dihentikan karena pengisiannya melampaui batas waktu.",
    "memori": "Templat dihentikan karena pengisiannya melampaui batas memori.",
    "": "Templat dihentikan karena melampaui batas waktu, memori, atau keluaran.",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that was found in one form."""

    faults: tuple[FormFault, ...]
    """Every fault, in the order in which a reader meets its place; the whole file first."""
    annotated: bytes | None
    """A copy of the DOCX with a Word comment at each fault; None where the file is refused."""
    fields: tuple[str, ...]
    """Fields of the kind that the form prints or asks, such as ``kegiatan[].waktu``."""
    unused: tuple[str, ...]
    """Fields of the kind that it never asks for; no fault, but the publisher should know."""
    digest: str
    """SHA-256 of the uploaded bytes, hexadecimal."""

    @property
    def passed(self) -> bool:
        """True where nothing forbids its use; warnings may remain."""
        return not any(each.level is Level.ERROR for each in self.faults)


def try_form(content: bytes, *, kind: Kind, name: str, limits: Limits = LIMITS) -> Judgement:
    """Judge an uploaded form; never raises because of what the file holds.

    Args:
        content: the bytes as they were uploaded.
        kind: an installed kind, whose samples the form is filled with.
        name: of the file, for the sentences.
        limits: what the child may spend.
    """
    digest = hashlib.sha256(content).hexdigest()
    if len(content) > FILE_LIMIT:
        most = FILE_LIMIT // 2**20
        large = codes.FORM.fault(f"{name} lebih besar daripada {most} MB.")
        return Judgement((large,), None, (), (), digest)
    question = {"do": "judge", "kind": kind.name, "name": name}
    answers = ask(question, content, limits=limits)
    said = [each.told for each in answers]
    told: Mapping[str, Any] = next((each for each in reversed(said) if "faults" in each), {})
    annotated = next((each.content for each in answers if "annotated" in each.told), None)
    faults = [_fault(each) for each in told.get("faults", ())]
    return Judgement(
        faults=(*faults, *_ending(said, name)),
        annotated=annotated,
        fields=tuple(told.get("fields", ())),
        unused=tuple(told.get("unused", ())),
        digest=digest,
    )


def _ending(said: Sequence[Mapping[str, Any]], name: str) -> Iterator[FormFault]:
    """What keeps a judgement from being whole."""
    last = said[-1] if said else {}
    if last.get("done"):
        return
    if "failed" in last:
        LOG.error("judging the form %s failed: %s", name, last["failed"])
        yield codes.FORM_FAILED.fault(f"Templat tidak dapat dinilai ({last['failed']}).")
    else:
        yield codes.FORM_LIMIT.fault(_STOPPED[last.get("overrun", "")])


def _fault(told: Mapping[str, Any]) -> FormFault:
    given = {each.name: told[each.name] for each in fields(FormFault)}
    return FormFault(**{**given, "level": Level(told["level"])})
