"""Draws template.docx: ``python -m doc_templates.perjanjian_kinerja.build_template``.

The form may also be changed in Word; this script is how the shipped one came about, and the
way back to it. It is no part of making a document.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from doc_templates.forge import (
    Edge,
    Page,
    Style,
    cell,
    field,
    mark,
    paragraph,
    row,
    run,
    tab,
    table,
    tag_row,
    text,
)
from doc_templates.forge_package import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE: Final = Page("A4", top=20, right=20, bottom=27, left=25, head=10, foot=10)

STYLES: Final = (
    Style("Normal", "Normal"),
    Style("Heading1", "heading 1", size=14, bold=True, align="center", before=14, after=1,
          keep_next=True, outline=0),
    Style("Heading2", "heading 2", size=11, bold=True, before=10, after=4, keep_next=True,
          outline=1),
    Style("KopPemerintah", "Kop Pemerintah", size=14, align="center", line=1.1),
    Style("KopInstansi", "Kop Instansi", size=18, bold=True, align="center", line=1.05),
    Style("KopAlamat", "Kop Alamat", size=9, align="center", line=1.0),
    Style("Tengah", "Baris Tengah", align="center", keep_next=True),
    Style("Nomor", "Baris Nomor", align="center", after=12, keep_next=True),
    Style("Alinea", "Alinea", align="both", after=10),
    Style("Sebutan", "Sebutan Pihak", before=3, after=9),
    Style("Penutup", "Penutup Lampiran", size=10, align="both", before=10, after=8),
    Style("Tabel", "Isi Tabel", size=10, line=1.12),
    Style("TabelMenjorok", "Isi Tabel Menjorok", size=10, line=1.12, left=4),
    Style("TabelTengah", "Isi Tabel Tengah", size=10, line=1.12, align="center"),
    Style("TabelKanan", "Isi Tabel Kanan", size=10, line=1.12, align="right"),
    Style("KepalaTabel", "Kepala Tabel", size=10, line=1.12, bold=True, align="center",
          keep_next=True),
    Style("Tanda", "Tanda Tangan", size=11.5, align="center", line=1.1),
    Style("Header", "header", size=10, line=1.0),
)  # fmt: skip

SASARAN: Final = (10.0, 49.0, 60.0, 21.0, 25.0)
TRIWULAN: Final = (10.0, 39.0, 20.0, 20.0, 19.0, 19.0, 19.0, 19.0)
PROGRAM: Final = (14.0, 83.0, 44.0, 24.0)
HALF: Final = PAGE.width / 2


def letterhead() -> str:
    """Emblem's place at the left, the office's lines, and the double line under both."""
    edges: dict[Edge, str] = {"bottom": "thinThickSmallGap"}
    lines = (
        # Unconditional, because a cell without a paragraph is no valid WordprocessingML.
        text("{{ kop.pemerintah }}", style="KopPemerintah"),
        text("{%p for baris in kop.instansi %}", style="KopInstansi"),
        text("{{ baris }}", style="KopInstansi"),
        text("{%p endfor %}", style="KopInstansi"),
        text("{%p for baris in kop.alamat %}", style="KopAlamat"),
        text("{{ baris }}", style="KopAlamat"),
        text("{%p endfor %}", style="KopAlamat"),
    )
    emblem = 24.0
    return table(
        row(
            cell(paragraph(style="KopAlamat"), width=emblem, edges=edges),
            cell(*lines, width=PAGE.width - emblem, middle=True, edges=edges),
            height=27,
        ),
        columns=(emblem, PAGE.width - emblem),
        lines=False,
        padding=(0, 0),
    )


def identity(party: str, closing: str) -> tuple[str, ...]:
    """Name and post of a party, and by what word the agreement calls them."""
    return (
        *_who(party),
        text(closing, style="Sebutan"),
    )


def _who(party: str) -> tuple[str, ...]:
    name = (run(f"{{{{ {party}.nama }}}}", bold=True), run(f"{{{{ {party}.titik }}}}"))
    return _labelled("Nama", *name), _labelled("Jabatan", run(f"{{{{ {party}.jabatan }}}}"))


def _labelled(label: str, *value: str) -> str:
    return paragraph(
        run(label), tab(), run(":"), tab(), *value,
        left=38, hanging=28, tabs=(34, 38), keep_next=True,
    )  # fmt: skip


def signatures(suffix: str, first_id: int) -> str:
    """The two blocks, the superior at the left; the table never parts from itself."""
    second = mark(f"pihak_kedua{suffix}", number=first_id)
    left = (run("{%r if dua_pihak %}"), second, run("{%r endif %}"))
    right = (mark(f"pihak_pertama{suffix}", number=first_id + 1),)
    return table(
        row(
            _half(_line(), *_head("kedua")),
            _half(_line(run("{{ tempat_tanggal }}")), *_head("pertama")),
        ),
        row(_half(_line(*left)), _half(_line(*right))),
        row(_half(*_foot("kedua")), _half(*_foot("pertama"))),
        columns=(HALF, HALF),
        lines=False,
        padding=(0, 1.5),
    )


def _half(*blocks: str) -> str:
    return cell(*blocks, width=HALF)


def _line(*runs: str) -> str:
    return paragraph(*runs, style="Tanda", keep_next=True)


def _head(party: str) -> tuple[str, ...]:
    return (
        text("{%p if dua_pihak %}", style="Tanda"),
        _line(run(f"{{{{ {party}.sebutan }}}}")),
        text("{%p endif %}", style="Tanda"),
        _line(run(f"{{{{ {party}.jabatan }}}}", bold=True)),
    )


def _foot(party: str) -> tuple[str, ...]:
    return (
        paragraph(
            run(f"{{{{ {party}.nama }}}}", bold=True, underline=True),
            run(f"{{{{ {party}.titik }}}}"),
            style="Tanda",
        ),
        text(f"{{%p if {party}.pangkat %}}", style="Tanda"),
        text(f"{{{{ {party}.pangkat }}}}", style="Tanda"),
        text("{%p endif %}", style="Tanda"),
        text(f"{{{{ {party}.nip }}}}", style="Tanda"),
    )


def statement() -> tuple[str, ...]:
    """The page that is signed: lembar pernyataan."""
    return (
        letterhead(),
        text("{{ judul }}", style="Heading1"),
        text("NOMOR: {{ nomor }}", style="Nomor"),
        text("{{ pembuka }}", style="Alinea"),
        text("{%p if dua_pihak %}"),
        *identity("pertama", "selanjutnya disebut pihak pertama."),
        *identity("kedua", "selaku atasan pihak pertama, selanjutnya disebut pihak kedua."),
        text("{%p else %}"),
        *_who("pertama"),
        paragraph(style="Tanda"),
        text("{%p endif %}"),
        text("{%p for alinea in janji %}"),
        text("{{ alinea }}", style="Alinea"),
        text("{%p endfor %}"),
        # The last paragraph goes with the signatures, so that they never stand alone on a page.
        paragraph(run("{{ janji_akhir }}"), style="Alinea", keep_next=True),
        signatures("", 1),
    )


def annex() -> tuple[str, ...]:
    """Aims with their targets, programmes with their money, and the two parties again."""
    return (
        paragraph(run("{{ lampiran }}"), style="Heading1", new_page=True),
        text("{{ pertama.jabatan }}", style="Tengah"),
        text("NOMOR: {{ nomor }}", style="Nomor"),
        text("A. {{ kepala_sasaran }}, Indikator Kinerja, dan Target", style="Heading2"),
        targets(),
        text("{%p if triwulan %}"),
        text("B. Target Kinerja Triwulanan", style="Heading2"),
        quarters(),
        text("{%p endif %}"),
        text("{%p if program %}"),
        text("{{ huruf_program }}. {{ judul_program }}", style="Heading2"),
        budget(),
        text("{%p endif %}"),
        paragraph(run("{{ penutup_lampiran }}"), style="Penutup", keep_next=True),
        signatures("_lampiran", 3),
    )


def targets() -> str:
    """Table A; an aim's cell runs down beside all its indicators."""
    heads = ("No", "{{ kepala_sasaran }}", "Indikator Kinerja", "Satuan", "Target")
    body = (
        ("{% vm %}{{ s.no }}", "TabelTengah"),
        ("{% vm %}{{ s.uraian }}", "Tabel"),
        ("{{ i.uraian }}", "Tabel"),
        ("{{ i.satuan }}", "TabelTengah"),
        ("{{ i.target }}", "TabelTengah"),
    )
    return table(
        _head_row(heads, SASARAN),
        tag_row("{%tr for s in sasaran %}", span=5, width=sum(SASARAN)),
        tag_row("{%tr for i in s.indikator %}", span=5, width=sum(SASARAN)),
        _body_row(body, SASARAN),
        tag_row("{%tr endfor %}", span=5, width=sum(SASARAN)),
        tag_row("{%tr endfor %}", span=5, width=sum(SASARAN)),
        columns=SASARAN,
    )


def quarters() -> str:
    """Table B, where the data have milestones."""
    heads = ("No", "Indikator Kinerja", "Satuan", "Target Tahunan", "TW I", "TW II", "TW III",
             "TW IV")  # fmt: skip
    tags = ("target", "tw1", "tw2", "tw3", "tw4")
    body = (
        ("{{ t.no }}", "TabelTengah"),
        ("{{ t.uraian }}", "Tabel"),
        ("{{ t.satuan }}", "TabelTengah"),
        *((f"{{{{ t.{tag} }}}}", "TabelTengah") for tag in tags),
    )
    return table(
        _head_row(heads, TRIWULAN),
        tag_row("{%tr for t in triwulan %}", span=8, width=sum(TRIWULAN)),
        _body_row(body, TRIWULAN),
        tag_row("{%tr endfor %}", span=8, width=sum(TRIWULAN)),
        columns=TRIWULAN,
    )


def budget() -> str:
    """The table of money, with its total."""
    heads = ("No", "{{ kepala_program }}", "Anggaran", "Keterangan")
    plain = (
        ("{{ p.no }}", "TabelTengah"),
        ("{{ p.uraian }}", "Tabel"),
        ("{{ p.anggaran }}", "TabelKanan"),
        ("{{ p.keterangan }}", "TabelTengah"),
    )
    deep = (plain[0], ("{{ p.uraian }}", "TabelMenjorok"), *plain[2:])
    total = row(
        cell(paragraph(run("Jumlah", bold=True), style="TabelTengah", keep_next=True),
             width=PROGRAM[0] + PROGRAM[1], span=2),
        cell(paragraph(run("{{ jumlah }}", bold=True), style="TabelKanan"), width=PROGRAM[2]),
        cell(paragraph(style="Tabel"), width=PROGRAM[3]),
    )  # fmt: skip
    return table(
        _head_row(heads, PROGRAM),
        tag_row("{%tr for p in program %}", span=4, width=sum(PROGRAM)),
        tag_row("{%tr if p.bentuk == 'program' %}", span=4, width=sum(PROGRAM)),
        _body_row(plain, PROGRAM, bold=True, keep_next=True),
        tag_row("{%tr elif p.bentuk == 'kelompok' %}", span=4, width=sum(PROGRAM)),
        _body_row(plain, PROGRAM, keep_next=True),
        tag_row("{%tr elif p.bentuk == 'butir' %}", span=4, width=sum(PROGRAM)),
        _body_row(plain, PROGRAM),
        tag_row("{%tr else %}", span=4, width=sum(PROGRAM)),
        _body_row(deep, PROGRAM),
        tag_row("{%tr endif %}", span=4, width=sum(PROGRAM)),
        tag_row("{%tr endfor %}", span=4, width=sum(PROGRAM)),
        total,
        columns=PROGRAM,
    )


def _head_row(heads: Sequence[str], widths: Sequence[float]) -> str:
    return row(
        *(
            cell(text(head, style="KepalaTabel"), width=width, middle=True, fill="E7E6E6")
            for head, width in zip(heads, widths, strict=True)
        ),
        header=True,
    )


def _body_row(
    columns: Sequence[tuple[str, str]],
    widths: Sequence[float],
    *,
    bold: bool = False,
    keep_next: bool = False,
) -> str:
    return row(
        *(
            cell(paragraph(run(value, bold=bold), style=style, keep_next=keep_next), width=width)
            for (value, style), width in zip(columns, widths, strict=True)
        )
    )


def running_head(*number: str) -> str:
    """The page's number in the middle, and at the right whether this is a draft."""
    return paragraph(
        tab(), *number, tab(), run("{{ tanda_konsep }}", bold=True),
        style="Header", tabs=(("center", HALF), ("right", PAGE.width)),
    )  # fmt: skip


# Arial, not Bookman Old Style: both are usual, and its stand-in (TrueType) is laid out and embedded
# in about 100 ms where TeX Gyre Bonum (CFF) takes 140 ms, measured on the kepala-dinas sample.
FORM: Final = Form(
    font="Arial",
    size=12,
    line=1.25,
    styles=STYLES,
    body=(*statement(), *annex()),
    page=PAGE,
    header=running_head(run("– "), field("PAGE"), run(" –")),
    first_header=running_head(),
)

if __name__ == "__main__":
    FORM.write(Path(__file__).with_name("template.docx"))
