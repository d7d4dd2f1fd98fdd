"""Draws the identity sheet of an SOP: letterhead, identity rows, six panels."""

from __future__ import annotations

from doc_templates.forge import cell, paragraph, row, run, tab, table, tag_row, text
from doc_templates.sop.build_opening import letterhead
from doc_templates.sop.build_parts import merged, signature, tag_cell

LEFT, LABEL, VALUE = 132.0, 38.0, 103.0
"""Columns on A4, turned; ``arrange`` fits them to paper and labels."""
TITLE = "Lembar identitas"


def identity_sheet() -> str:
    """The table; ``arrange`` also gives the rows their heights."""
    return table(
        _tag_row("{%tr for baris in identitas %}"),
        row(
            *_left_cells(),
            cell(text("{{ baris.label }}"), width=LABEL, middle=True),
            cell(*_value(), width=VALUE, middle=True),
            height=8,
        ),
        _tag_row("{%tr endfor %}"),
        _tag_row("{%tr for pasangan in panel %}"),
        row(
            cell(*_panel("pasangan.kiri"), width=LEFT),
            cell(*_panel("pasangan.kanan"), width=LABEL + VALUE, span=2),
            height=26,
        ),
        _tag_row("{%tr endfor %}"),
        columns=(LEFT, LABEL, VALUE),
        padding=(0.9, 1.8),
        title=TITLE,
    )


def _left_cells() -> tuple[str, ...]:
    """The letterhead beside all rows, unless it stands over the sheet."""
    emblem = paragraph(style="Lambang")
    return (
        tag_cell("{%tc if kop.di_panel %}"),
        tag_cell("{%tc if loop.first %}"),
        merged(cell(emblem, *letterhead(), width=LEFT, middle=True), "restart"),
        tag_cell("{%tc else %}"),
        merged(cell(paragraph(), width=LEFT), "continue"),
        tag_cell("{%tc endif %}"),
        tag_cell("{%tc endif %}"),
    )


def _value() -> tuple[str, ...]:
    return (
        text("{%p if baris.jenis == 'pengesahan' %}"),
        *signature("pengesah", number=1, role="pengesah", style="Tengah"),
        text("{%p elif baris.jenis == 'nama' %}"),
        paragraph(run("{{ baris.nilai }}", bold=True)),
        text("{%p else %}"),
        text("{{ baris.nilai }}"),
        text("{%p endif %}"),
    )


def _panel(name: str) -> tuple[str, ...]:
    return (
        # Not kept with the text: LibreOffice would move the whole pair to the next page.
        text(f"{{%p if {name}.label %}}"),
        text(f"{{{{ {name}.label }}}}", style="JudulPanel"),
        text("{%p endif %}"),
        text(f"{{%p for butir in {name}.butir %}}"),
        text(f"{{%p if {name}.bernomor %}}"),
        paragraph(
            run("{{ butir.nomor }}"), tab(), run("{{ butir.teks }}"), left=6, hanging=6, tabs=(6,)
        ),
        text("{%p else %}"),
        text("{{ butir.teks }}"),
        text("{%p endif %}"),
        text("{%p endfor %}"),
        # A cell needs a paragraph, also where an office has no such panel.
        text(f"{{%p if not {name}.label and not {name}.butir %}}"),
        paragraph(style="Jarak"),
        text("{%p endif %}"),
    )


def _tag_row(tag: str) -> str:
    return tag_row(tag, span=1, width=LEFT)
