"""Draws template.docx: ``python -m doc_templates.sop.build_template``.

Offices edit the DOCX itself in Word; this script only says how the first one came to be, so that
it can be drawn again. Nothing imports it while documents are made. Lengths are millimetres for
A4, turned; ``arrange`` fits the tables to the paper and the lanes of each document.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.forge import Page, cell, paragraph, row, run, table, text
from doc_templates.forge import tag_row as forged_tag_row
from doc_templates.forge_package import Form
from doc_templates.sop.build_identity import identity_sheet
from doc_templates.sop.build_opening import opening
from doc_templates.sop.build_parts import merged, signature, tag_cell
from doc_templates.sop.styles import BODY, STYLES

TEMPLATE: Final = Path(__file__).parent / "template.docx"

# 17 mm at the foot leave the stamp its band; the frame stands 12 mm from the other edges.
PAGE: Final = Page(paper="A4", landscape=True, top=14, right=12, bottom=18, left=12, head=6, foot=6)
NUMBER, STEP, LANE, QUALITY, TIME, REMARK = 10.0, 62.0, 22.0, 36.0, 18.0, 30.0
"""Columns of the activity sheet before ``arrange`` widens them."""


def form() -> Form:
    """The whole form."""
    return Form(
        font="{{ huruf }}",
        size=BODY,
        line=1.0,
        styles=STYLES,
        page=PAGE,
        header=paragraph(run("{{ tanda_konsep }}", bold=True, size=9), align="right"),
        body=(*opening(), identity_sheet(), *_activity_heading(), _activity_sheet(), *_closing()),
    )


def _activity_heading() -> tuple[str, ...]:
    return (
        text("{%p if judul_tabel %}"),
        paragraph(run("{{ judul_tabel }}"), style="Heading1", new_page=True),
        text("{%p else %}"),
        paragraph(style="Jarak", new_page=True),
        text("{%p endif %}"),
        # The shapes of the flowchart are anchored here, outside the table.
        paragraph(style="Jangkar"),
    )


def _activity_sheet() -> str:
    widths = (NUMBER, STEP, LANE, QUALITY, TIME, QUALITY, REMARK, REMARK)
    return table(
        _upper_head(),
        _lower_head(),
        _tag_row("{%tr for langkah in kegiatan %}"),
        _step(),
        _tag_row("{%tr endfor %}"),
        columns=widths,
        padding=(0.7, 1.2),
        title="Lembar kegiatan",
    )


def _upper_head() -> str:
    return row(
        merged(_head("{{ kolom.nomor }}", NUMBER), "restart"),
        merged(_head("{{ kolom.uraian }}", STEP), "restart"),
        _head("{{ kolom.pelaksana }}", LANE),
        _head("{{ kolom.mutu_baku }}", 2 * QUALITY + TIME, span=3),
        tag_cell("{%tc if keterangan_sendiri %}"),
        merged(_head("{{ kolom.keterangan }}", REMARK), "restart"),
        tag_cell("{%tc endif %}"),
        header=True,
    )


def _lower_head() -> str:
    return row(
        merged(_head("", NUMBER), "continue"),
        merged(_head("", STEP), "continue"),
        tag_cell("{%tc for nama in lajur %}"),
        _head("{{ nama }}", LANE),
        tag_cell("{%tc endfor %}"),
        _head("{{ kolom.kelengkapan }}", QUALITY),
        _head("{{ kolom.waktu }}", TIME),
        _head("{{ kolom.output }}", QUALITY),
        tag_cell("{%tc if keterangan_mutu %}"),
        _head("{{ kolom.keterangan }}", REMARK),
        tag_cell("{%tc endif %}"),
        tag_cell("{%tc if keterangan_sendiri %}"),
        merged(_head("", REMARK), "continue"),
        tag_cell("{%tc endif %}"),
        header=True,
    )


def _step() -> str:
    return row(
        cell(text("{{ langkah.nomor }}", style="SelTengah"), width=NUMBER, middle=True),
        cell(text("{{ langkah.uraian }}", style="Sel"), width=STEP, middle=True),
        tag_cell("{%tc for nama in lajur %}"),
        cell(paragraph(style="SelLajur"), width=LANE),
        tag_cell("{%tc endfor %}"),
        cell(text("{{ langkah.kelengkapan }}", style="Sel"), width=QUALITY, middle=True),
        cell(text("{{ langkah.waktu }}", style="SelTengah"), width=TIME, middle=True),
        cell(text("{{ langkah.output }}", style="Sel"), width=QUALITY, middle=True),
        tag_cell("{%tc if keterangan_mutu or keterangan_sendiri %}"),
        cell(text("{{ langkah.keterangan }}", style="Sel"), width=REMARK, middle=True),
        tag_cell("{%tc endif %}"),
        height=12,
    )


def _closing() -> tuple[str, ...]:
    blank, block = 170.0, 103.0
    return (
        paragraph(style="Jarak", keep_next=True),
        text("{%p if penutup.ada %}"),
        table(
            row(
                cell(paragraph(), width=blank),
                cell(*signature("penutup", number=2, role="pengesah", style="Tengah"), width=block),
            ),
            columns=(blank, block),
            lines=False,
            title="Pengesahan",
        ),
        text("{%p endif %}"),
        paragraph(style="Jarak"),
    )


def _head(value: str, width: float, *, span: int = 1) -> str:
    return cell(text(value, style="KepalaTabel"), width=width, span=span, middle=True)


def _tag_row(tag: str) -> str:
    return forged_tag_row(tag, span=1, width=STEP)


if __name__ == "__main__":
    form().write(TEMPLATE)
