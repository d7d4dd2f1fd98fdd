"""The lines under a title or a letterhead: underlined tabulators, as long as the paper allows."""

from __future__ import annotations

from typing import Any

from doc_templates.sop.tables import W, twips


def draw_rule(paragraph: Any, *, start: float, end: float) -> None:  # noqa: ANN401 - lxml
    """Let the line of a paragraph run between two places, mm from the margin."""
    properties = paragraph.find(f"{W}pPr")
    properties.find(f"{W}tabs/{W}tab").set(f"{W}pos", str(twips(end)))
    indent = properties.find(f"{W}ind")
    if indent is None:
        indent = properties.makeelement(f"{W}ind", {})
        properties.append(indent)
    indent.set(f"{W}left", str(twips(start)))
