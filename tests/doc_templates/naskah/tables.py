"""Tables and texts for the tests of long documents, and a form to lay them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from doc_templates.forge import text
from doc_templates.kinerja.tabel.bentuk import Baris, Keterangan, Kolom, Sel, Tabel
from doc_templates.naskah.kerangka import formulir, tempat_isi
from doc_templates.naskah.pasang import pasang
from workers.tools.docx import Forms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from doc_templates.naskah.blok import Bagian

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

KOLOM: Final = (
    Kolom("no", "No", "tengah", 4),
    Kolom("sasaran", "Sasaran", lebar=20, gabung=True),
    Kolom("indikator", "Indikator Kinerja", lebar=24),
    Kolom("target", "Target", "tengah", 8, kelompok="Triwulan II"),
    Kolom("capaian", "Capaian (%)", "kanan", 9, kelompok="Triwulan II"),
)


def table(
    groups: Sequence[int] = (2, 1), *, indikator: str = "Indikator", mendatar: bool = False
) -> Tabel:
    """A table with a group of that many rows for each aim, a head before and a sum after them."""
    rows = [Baris((Sel("Sekretariat"), *[None] * 4), "judul")]
    for aim, size in enumerate(groups, 1):
        rows += [
            Baris(
                (
                    Sel(f"{aim}.{at}"),
                    Sel(f"Sasaran ke-{aim}"),
                    Sel(f"{indikator} {aim}.{at}"),
                    Sel("tidak berlaku"),
                    Sel(f"{90 + at % 10},25"),
                ),
                kelompok=f"S{aim}",
            )
            for at in range(1, size + 1)
        ]
    rows.append(Baris((Sel("Rata-rata"), None, None, None, Sel("98,76")), "jumlah"))
    lines = (
        Keterangan("rumus", "F1: Capaian = Realisasi ÷ Target × 100%."),
        Keterangan("substitusi", "1.1: 8 ÷ 10 × 100% = 80,00%"),
        Keterangan("substitusi", "1.2: 9 ÷ 10 × 100% = 90,00%"),
        Keterangan("catatan", "2.1 belum tersedia."),
    )
    return Tabel("U-1", "Capaian Uji", KOLOM, tuple(rows), lines, mendatar=mendatar)


def texts_of(tabel: Tabel) -> list[str]:
    """Every text that a table must show."""
    heads = [text for each in tabel.kolom for text in (each.judul, each.kelompok) if text]
    cells = [each.teks for row in tabel.baris for each in row.sel if each]
    return [tabel.judul, *heads, *cells, *(each.teks for each in tabel.keterangan)]


def filled(
    bagian: Sequence[Bagian], *, kertas: str = "A4", menyatu: bool = False
) -> etree._Element:
    """The body of a form with an opening and a closing line, the text between them."""
    root = etree.fromstring(
        f'<w:document xmlns:w="{W[1:-1]}"><w:body>{text("Pembuka", style="Isi")}{tempat_isi()}'
        f"{text('Penutup', style='Isi')}{_section()}</w:body></w:document>"
    )
    pasang(root, bagian, kertas=kertas, menyatu=menyatu)
    return root


def docx(bagian: Sequence[Bagian], folder: Path, *, kertas: str = "A4") -> Path:
    """The same as a real DOCX, through the form language."""
    template, path = folder / "template.docx", folder / "document.docx"
    formulir(text("{{ judul_dokumen }}", style="JudulLaporan"), tempat_isi()).write(template)
    content = (
        Forms()
        .form(template)
        .filled({"judul_dokumen": "Uji"}, arrange=lambda root: pasang(root, bagian, kertas=kertas))
    )
    path.write_bytes(content)
    return path


def words(root: etree._Element) -> str:
    """All text of a tree, paragraphs apart."""
    return "\n".join(
        "".join(each.itertext(f"{W}t")) for each in root.iter(f"{W}p") if each is not None
    )


def _section() -> str:
    return (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" '
        'w:bottom="1531" w:left="1417" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/>'
        "</w:sectPr>"
    )
