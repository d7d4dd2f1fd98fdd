"""The styles that a form must have for blocks to be drawn in it; Word may restyle all of them."""

from __future__ import annotations

from typing import Final

from doc_templates.forge import Style

HURUF: Final = "Arial"
"""The family of the forms: words are measured in it."""
UKURAN_SEL: Final = 9.0
"""Type of a table's cells, points; a table of many columns takes less."""
UKURAN_TERKECIL: Final = 7.0

GAYA: Final = (
    Style("Normal", "Normal"),
    Style("Heading1", "heading 1", size=13, bold=True, align="center", before=10, after=12,
          keep_next=True, outline=0),
    Style("Heading2", "heading 2", size=11, bold=True, before=12, after=4, keep_next=True,
          outline=1),
    Style("Heading3", "heading 3", size=11, bold=True, before=8, after=3, keep_next=True,
          outline=2),
    Style("JudulLaporan", "Judul Laporan", size=13, bold=True, align="center", before=6, after=2,
          keep_next=True, outline=0),
    Style("BarisJudul", "Baris Judul", size=12, bold=True, align="center", after=2,
          keep_next=True),
    Style("Isi", "Isi Naskah", align="both", before=5, after=7),
    Style("Tengah", "Baris Tengah", align="center", after=6),
    Style("Kecil", "Baris Kecil", size=9, after=3, line=1.1),
    Style("Butir", "Butir Daftar", align="both", before=4, after=4),
    Style("Keterangan", "Keterangan Tabel", size=8, after=1.5, line=1.05),
    Style("Caption", "caption", size=10, bold=True, align="center", before=8, after=4,
          line=1.1, keep_next=True),
    Style("NamaGambar", "Nama Gambar", size=10, bold=True, align="center", before=2, after=10,
          line=1.1),
    Style("Sel", "Isi Tabel", size=UKURAN_SEL, line=1.05),
    Style("KepalaSel", "Kepala Tabel", size=UKURAN_SEL, line=1.05, bold=True, align="center",
          keep_next=True),
    Style("TOC1", "toc 1", before=4, after=2, line=1.1),
    Style("TOC2", "toc 2", after=2, line=1.1),
    Style("TOC3", "toc 3", after=2, line=1.1),
    Style("Sela", "Sela", size=2, line=1.0),
)  # fmt: skip
"""``Sela`` is the thin line between a table and what follows it, or the end of a section."""
