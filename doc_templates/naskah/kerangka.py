"""Parts that the forms of several reports share; used only by the scripts that draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.forge import Page, Style, cell, mark, paragraph, row, run, tab, table, text
from doc_templates.forge_package import Form
from doc_templates.naskah.gaya import GAYA, HURUF
from doc_templates.naskah.pasang import TEMPAT

if TYPE_CHECKING:
    from doc_templates.forge import Edge

HALAMAN: Final = Page("A4", top=20, right=20, bottom=27, left=25, head=10, foot=10)
"""The stamp prints its lines in the lower margin."""

GAYA_KERANGKA: Final = (
    *GAYA,
    Style("KopPemerintah", "Kop Pemerintah", size=14, align="center", line=1.1),
    Style("KopInstansi", "Kop Instansi", size=18, bold=True, align="center", line=1.05),
    Style("KopAlamat", "Kop Alamat", size=9, align="center", line=1.0),
    Style("JudulSampul", "Judul Sampul", size=22, bold=True, align="center", line=1.2),
    Style("BarisSampul", "Baris Sampul", size=14, bold=True, align="center", line=1.2),
    Style(
        "AtasSampul",
        "Baris Sampul Teratas",
        size=14,
        bold=True,
        align="center",
        before=60,
        line=1.2,
    ),
    Style("GarisSampul", "Garis Sampul", before=40, after=40, line=1.0),
    Style("Nomor", "Baris Nomor", align="center", after=14, keep_next=True),
    Style("Tanda", "Tanda Tangan", align="center", line=1.1, keep_next=True),
    Style("TandaAkhir", "Tanda Tangan Akhir", align="center", line=1.1),
)

_LAMBANG: Final = 24.0
_TANDA: Final = 82.0
"""Width of a signature block, mm."""


def formulir(*isi: str) -> Form:
    """A form of these blocks, in the type and on the paper of all reports."""
    return Form(font=HURUF, size=11, line=1.2, styles=GAYA_KERANGKA, body=isi, page=HALAMAN)


def tempat_isi() -> str:
    """The mark that ``pasang`` replaces by the blocks of the text."""
    return paragraph(
        f'<w:bookmarkStart w:id="0" w:name="{TEMPAT}"/><w:bookmarkEnd w:id="0"/>', style="Isi"
    )


def bila(syarat: str, *isi: str) -> tuple[str, ...]:
    """Paragraphs that are there only on a condition."""
    return (text(f"{{%p if {syarat} %}}"), *isi, text("{%p endif %}"))


def untuk(nama: str, daftar: str, *isi: str) -> tuple[str, ...]:
    """Paragraphs once for each member of a list."""
    return (text(f"{{%p for {nama} in {daftar} %}}"), *isi, text("{%p endfor %}"))


def sampul(*judul: str) -> tuple[str, ...]:
    """A cover: whose it is, the lines of the title, the number; what follows begins a page."""
    return (
        text("{{ kop.pemerintah }}", style="AtasSampul"),
        *untuk("baris", "kop.instansi", text("{{ baris }}", style="BarisSampul")),
        paragraph(tab(rule="thick"), style="GarisSampul", tabs=(HALAMAN.width,)),
        *(text(each, style="JudulSampul") for each in judul),
        paragraph(tab(rule="thick"), style="GarisSampul", tabs=(HALAMAN.width,)),
        text("NOMOR: {{ nomor }}", style="BarisSampul"),
    )


def bab(nomor: str, judul: str) -> str:
    """A heading of the second level, like those among the blocks."""
    return paragraph(run(nomor), tab(), run(judul), style="Heading2", left=8, hanging=8)


def kop() -> str:
    """Emblem's place at the left, the office's lines, and the double line under both."""
    sisi: dict[Edge, str] = {"bottom": "thinThickSmallGap"}
    baris = (
        # Unconditional, because a cell without a paragraph is no valid WordprocessingML.
        text("{{ kop.pemerintah }}", style="KopPemerintah"),
        *untuk("baris", "kop.instansi", text("{{ baris }}", style="KopInstansi")),
        *untuk("baris", "kop.alamat", text("{{ baris }}", style="KopAlamat")),
    )
    return table(
        row(
            cell(paragraph(style="KopAlamat"), width=_LAMBANG, edges=sisi),
            cell(*baris, width=HALAMAN.width - _LAMBANG, middle=True, edges=sisi),
            height=27,
        ),
        columns=(_LAMBANG, HALAMAN.width - _LAMBANG),
        lines=False,
        padding=(0, 0),
    )


def tanda_tangan(blok: str, *, peran: str, nomor: int) -> str:
    """The block at the right: place and date, post, place to sign, name, rank, NIP.

    Args:
        blok: name of the block in the context (``naskah.laporan.blok_tanda``).
        peran: role of the signatory.
        nomor: id of the mark, unlike every other in the form.
    """
    kosong = HALAMAN.width - _TANDA
    baris = (
        text(f"{{{{ {blok}.tempat_tanggal }}}}", style="Tanda"),
        paragraph(run(f"{{{{ {blok}.sebutan }}}},", bold=True), style="Tanda"),
        paragraph(mark(peran, number=nomor), style="Tanda"),
        paragraph(
            run(f"{{{{ {blok}.nama }}}}", bold=True, underline=True),
            run(f"{{{{ {blok}.titik }}}}"),
            style="TandaAkhir",
        ),
        *bila(f"{blok}.pangkat", text(f"{{{{ {blok}.pangkat }}}}", style="TandaAkhir")),
        text(f"{{{{ {blok}.nip }}}}", style="TandaAkhir"),
    )
    return table(
        row(
            cell(paragraph(style="Tanda"), width=kosong),
            cell(*baris, width=_TANDA),
        ),
        columns=(kosong, _TANDA),
        lines=False,
        padding=(0, 1.5),
    )
