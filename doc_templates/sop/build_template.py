"""Draws template.docx: ``python -m doc_templates.sop.build_template``.

Offices edit the DOCX itself in Word; this script only says how the first one came to be, so that
it can be drawn again. Nothing imports it while documents are made. Lengths are millimetres for
A4, turned; ``arrange`` fits the tables to the paper and the lanes of each document.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

from doc_templates.forge import Page, Style, cell, mark, paragraph, row, run, tab, table, text
from doc_templates.forge import tag_row as forged_tag_row
from doc_templates.forge_package import Form

TEMPLATE: Final = Path(__file__).parent / "template.docx"

# 17 mm at the foot leave the stamp its band; the frame stands 12 mm from the other edges.
PAGE: Final = Page(paper="A4", landscape=True, top=14, right=12, bottom=18, left=12, head=6, foot=6)
LEFT, LABEL, VALUE = 132.0, 38.0, 103.0
"""Columns of the identity sheet; together the width of the type area."""
NUMBER, STEP, LANE, QUALITY, TIME, REMARK = 10.0, 62.0, 22.0, 36.0, 18.0, 30.0
"""Columns of the activity sheet before ``arrange`` widens them."""

STYLES: Final = (
    Style("Normal", "Normal"),
    Style("Heading1", "heading 1", size=13, bold=True, align="center", after=8, outline=0),
    Style("JudulSampul", "Judul Sampul", size=24, bold=True, align="center", before=130, outline=0),
    Style("InstansiSampul", "Instansi Sampul", size=17, bold=True, align="center", before=24),
    Style("TahunSampul", "Tahun Sampul", size=18, bold=True, align="center", before=18),
    Style("KakiSampul", "Kaki Sampul", size=17, bold=True, align="center", before=96),
    Style("Lambang", "Ruang Lambang", size=8, align="center", before=44),
    Style("KopPemerintah", "Kop Pemerintah", size=11, bold=True, align="center"),
    Style("KopInstansi", "Kop Instansi", size=13, bold=True, align="center"),
    Style("KopAlamat", "Kop Alamat", size=8.5, align="center", before=2),
    Style("Unit", "Unit", size=11, bold=True, align="center", before=8),
    Style("Tengah", "Tengah", align="center"),
    Style("KepalaTabel", "Kepala Tabel", size=9.5, bold=True, align="center"),
    Style("Sel", "Sel", size=9.5),
    Style("SelTengah", "Sel Tengah", size=9.5, align="center"),
    Style("SelLajur", "Sel Lajur", size=1, exact=1),
    Style("Jangkar", "Jangkar", size=1, exact=1, keep_next=True),
    Style("Jarak", "Jarak", size=2),
)


def form() -> Form:
    """The whole form."""
    return Form(
        font="Arial",
        size=10,
        line=1.0,
        styles=STYLES,
        page=PAGE,
        header=paragraph(run("{{ tanda_konsep }}", bold=True, size=9), align="right"),
        body=(*_opening(), _identity_sheet(), *_activity_heading(), _activity_sheet(), *_closing()),
    )


def _opening() -> tuple[str, ...]:
    return (
        text("{%p if ada_sampul %}"),
        *_line_if("sampul.atas", "InstansiSampul"),
        *_line_if("sampul.judul", "JudulSampul"),
        *_line_if("sampul.tahun", "TahunSampul"),
        *_line_if("sampul.bawah", "KakiSampul"),
        paragraph(style="Jarak", new_page=True),
        text("{%p endif %}"),
        text("{%p if ada_kepala %}"),
        *_line_if("sampul.atas", "KopInstansi"),
        *_line_if("sampul.judul", "Heading1"),
        *_line_if("sampul.tahun", "Unit"),
        *_line_if("sampul.bawah", "KopInstansi"),
        text("{%p endif %}"),
    )


def _identity_sheet() -> str:
    left, label, value = LEFT, LABEL, VALUE
    rest = _merged(cell(paragraph(), width=left), "continue")
    return table(
        row(
            _merged(cell(*_letterhead(), width=left, middle=True), "restart"),
            cell(text("{{ baris_pertama.label }}"), width=label, middle=True),
            cell(text("{{ baris_pertama.nilai }}"), width=value, middle=True),
            height=8,
        ),
        _tag_row("{%tr for baris in baris_lain %}"),
        _tag_row("{%tr if baris.jenis == 'pengesahan' %}"),
        row(
            rest,
            cell(text("{{ baris.label }}"), width=label, middle=True),
            cell(*_signature("pengesah", number=1), width=value, middle=True),
        ),
        _tag_row("{%tr elif baris.jenis == 'nama' %}"),
        row(
            rest,
            cell(text("{{ baris.label }}"), width=label, middle=True),
            cell(paragraph(run("{{ baris.nilai }}", bold=True)), width=value, middle=True),
            height=10,
        ),
        _tag_row("{%tr else %}"),
        row(
            rest,
            cell(text("{{ baris.label }}"), width=label, middle=True),
            cell(text("{{ baris.nilai }}"), width=value, middle=True),
            height=8,
        ),
        _tag_row("{%tr endif %}"),
        _tag_row("{%tr endfor %}"),
        _tag_row("{%tr for pasangan in panel %}"),
        row(
            cell(*_panel("pasangan.kiri"), width=left),
            cell(*_panel("pasangan.kanan"), width=label + value, span=2),
            height=26,
        ),
        _tag_row("{%tr endfor %}"),
        columns=(left, label, value),
        padding=(0.9, 1.8),
    )


def _letterhead() -> tuple[str, ...]:
    return (
        paragraph(style="Lambang"),
        *_line_if("kop.pemerintah", "KopPemerintah"),
        *_line_if("kop.instansi", "KopInstansi"),
        *_line_if("kop.alamat", "KopAlamat"),
        *_line_if("kop.kontak", "KopAlamat"),
        *_line_if("unit", "Unit"),
        paragraph(style="Jarak"),
    )


def _signature(block: str, *, number: int) -> tuple[str, ...]:
    return (
        *_line_if(f"{block}.tempat_tanggal", "Tengah"),
        *_line_if(f"{block}.baris_atas", "Tengah"),
        *_line_if(f"{block}.sebutan", "Tengah"),
        paragraph(mark("pengesah", number=number, height=17), style="Tengah", keep_next=True),
        text(f"{{%p if {block}.nama %}}"),
        paragraph(
            run(f"{{{{ {block}.nama }}}}", bold=True, underline=True),
            style="Tengah",
            keep_next=True,
        ),
        text("{%p endif %}"),
        *_line_if(f"{block}.pangkat", "Tengah"),
        *_line_if(f"{block}.nip", "Tengah"),
        paragraph(style="Jarak"),
    )


def _panel(name: str) -> tuple[str, ...]:
    return (
        paragraph(run(f"{{{{ {name}.label }}}}", bold=True), keep_next=True),
        text(f"{{%p for butir in {name}.butir %}}"),
        text(f"{{%p if {name}.bernomor %}}"),
        paragraph(
            run("{{ butir.nomor }}"), tab(), run("{{ butir.teks }}"), left=6, hanging=6, tabs=(6,)
        ),
        text("{%p else %}"),
        text("{{ butir.teks }}"),
        text("{%p endif %}"),
        text("{%p endfor %}"),
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
    )


def _upper_head() -> str:
    return row(
        _merged(_head("{{ kolom.nomor }}", NUMBER), "restart"),
        _merged(_head("{{ kolom.uraian }}", STEP), "restart"),
        _head("{{ kolom.pelaksana }}", LANE),
        _head("{{ kolom.mutu_baku }}", 2 * QUALITY + TIME, span=3),
        _tag_cell("{%tc if keterangan_sendiri %}"),
        _merged(_head("{{ kolom.keterangan }}", REMARK), "restart"),
        _tag_cell("{%tc endif %}"),
        header=True,
    )


def _lower_head() -> str:
    return row(
        _merged(_head("", NUMBER), "continue"),
        _merged(_head("", STEP), "continue"),
        _tag_cell("{%tc for nama in lajur %}"),
        _head("{{ nama }}", LANE),
        _tag_cell("{%tc endfor %}"),
        _head("{{ kolom.kelengkapan }}", QUALITY),
        _head("{{ kolom.waktu }}", TIME),
        _head("{{ kolom.output }}", QUALITY),
        _tag_cell("{%tc if keterangan_mutu %}"),
        _head("{{ kolom.keterangan }}", REMARK),
        _tag_cell("{%tc endif %}"),
        _tag_cell("{%tc if keterangan_sendiri %}"),
        _merged(_head("", REMARK), "continue"),
        _tag_cell("{%tc endif %}"),
        header=True,
    )


def _step() -> str:
    return row(
        cell(text("{{ langkah.nomor }}", style="SelTengah"), width=NUMBER, middle=True),
        cell(text("{{ langkah.uraian }}", style="Sel"), width=STEP, middle=True),
        _tag_cell("{%tc for nama in lajur %}"),
        cell(paragraph(style="SelLajur"), width=LANE),
        _tag_cell("{%tc endfor %}"),
        cell(text("{{ langkah.kelengkapan }}", style="Sel"), width=QUALITY, middle=True),
        cell(text("{{ langkah.waktu }}", style="SelTengah"), width=TIME, middle=True),
        cell(text("{{ langkah.output }}", style="Sel"), width=QUALITY, middle=True),
        _tag_cell("{%tc if keterangan_mutu or keterangan_sendiri %}"),
        cell(text("{{ langkah.keterangan }}", style="Sel"), width=REMARK, middle=True),
        _tag_cell("{%tc endif %}"),
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
                cell(*_signature("penutup", number=2), width=block),
            ),
            columns=(blank, block),
            lines=False,
        ),
        text("{%p endif %}"),
        paragraph(style="Jarak"),
    )


def _line_if(value: str, style: str) -> tuple[str, ...]:
    """A paragraph that is there only when its value is."""
    return (
        text(f"{{%p if {value} %}}"),
        paragraph(run(f"{{{{ {value} }}}}"), style=style, keep_next=True),
        text("{%p endif %}"),
    )


def _head(value: str, width: float, *, span: int = 1) -> str:
    return cell(text(value, style="KepalaTabel"), width=width, span=span, middle=True)


def _tag_cell(tag: str) -> str:
    return cell(text(tag), width=LANE)


def _tag_row(tag: str) -> str:
    return forged_tag_row(tag, span=1, width=LEFT)


def _merged(finished: str, how: Literal["restart", "continue"]) -> str:
    """A cell that begins or continues a merge with the cells under it."""
    return re.sub(
        r"(<w:tcW [^>]*/>(?:<w:gridSpan [^>]*/>)?)",
        rf'\1<w:vMerge w:val="{how}"/>',
        finished,
        count=1,
    )


if __name__ == "__main__":
    form().write(TEMPLATE)
