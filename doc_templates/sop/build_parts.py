"""Blocks that several sheets of the form share; only for the scripts that draw it."""

from __future__ import annotations

import re
from typing import Literal

from doc_templates.forge import cell, mark, paragraph, run, text


def line_if(value: str, style: str) -> tuple[str, ...]:
    """A paragraph that is there only when its value is."""
    return (
        text(f"{{%p if {value} %}}"),
        paragraph(run(f"{{{{ {value} }}}}"), style=style, keep_next=True),
        text("{%p endif %}"),
    )


def signature(block: str, *, number: int, role: str, style: str) -> tuple[str, ...]:
    """Post, place to sign, name, rank and NIP; ``number`` is the id of the mark."""
    return (
        *line_if(f"{block}.tempat_tanggal", style),
        *line_if(f"{block}.baris_atas", style),
        *line_if(f"{block}.sebutan", style),
        paragraph(mark(role, number=number, width=50, height=17), style=style, keep_next=True),
        text(f"{{%p if {block}.nama %}}"),
        paragraph(
            run(f"{{{{ {block}.nama }}}}", bold=True, underline=True), style=style, keep_next=True
        ),
        text("{%p endif %}"),
        *line_if(f"{block}.pangkat", style),
        *line_if(f"{block}.nip", style),
        paragraph(style="Jarak"),
    )


def tag_cell(tag: str) -> str:
    """A cell that only carries a ``{%tc … %}`` tag and vanishes when the form is filled."""
    return cell(text(tag), width=20)


def merged(finished: str, how: Literal["restart", "continue"]) -> str:
    """A cell that begins or continues a merge with the cells under it."""
    return re.sub(
        r"(<w:tcW [^>]*/>(?:<w:gridSpan [^>]*/>)?)",
        rf'\1<w:vMerge w:val="{how}"/>',
        finished,
        count=1,
    )
