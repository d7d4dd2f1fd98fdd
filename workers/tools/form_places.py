"""Places in a form by part and paragraph, in the words of Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.form_places import paragraph_of, place_of
from workers.tools.docx_elements import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from doc_templates.form_codes import FormCode, FormFault


class Places:
    """The parts of one form as they were uploaded."""

    def __init__(self, roots: Mapping[str, Element], titles: Mapping[str, str]) -> None:
        self.roots = roots
        """Member → its tree; never changed."""
        self.titles = titles
        """Member → what a person calls it, of the parts that speak; the body first."""

    def title(self, part: str) -> str:
        """What a person calls a part; its own name where it has no other."""
        return self.titles.get(part, part)

    def at(
        self, code: FormCode, sentence: str, part: str, element: Element | None, *, field: str = ""
    ) -> FormFault:
        """A fault where an element stands; None for the whole part."""
        if element is None:
            return code.fault(sentence, part=part, place=self.title(part), field=field)
        return code.fault(
            sentence,
            part=part,
            place=f"{self.title(part)}, {place_of(element)}",
            paragraph=paragraph_of(element),
            field=field,
        )

    def paragraph(self, part: str, number: int) -> Element | None:
        """The paragraph of that number, counted from 0."""
        root = self.roots.get(part)
        if root is None:
            return None
        return next((each for at, each in enumerate(root.iter(f"{W}p")) if at == number), None)

    def order(self, fault: FormFault) -> tuple[int, int]:
        """Where a reader meets a fault: the whole file, then part by part."""
        parts = list(self.titles)
        rank = parts.index(fault.part) if fault.part in parts else -1
        return rank, -1 if fault.paragraph is None else fault.paragraph
