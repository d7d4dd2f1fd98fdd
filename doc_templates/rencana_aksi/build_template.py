"""Draws template.docx: ``python -m doc_templates.rencana_aksi.build_template``.

The form may also be changed in Word; this script is how the shipped one came about.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.forge import paragraph, run, text
from doc_templates.naskah.kerangka import bab, formulir, kop, tanda_tangan, tempat_isi, untuk

FORM: Final = formulir(
    kop(),
    paragraph(style="Sela"),
    text("{{ judul }}", style="JudulLaporan"),
    text("{{ kantor }}", style="BarisJudul"),
    text("NOMOR: {{ nomor }}", style="Nomor"),
    *untuk("alinea", "pembuka", text("{{ alinea }}", style="Isi")),
    tempat_isi(),
    bab("C.", "Penutup"),
    *untuk("alinea", "penutup", paragraph(run("{{ alinea }}"), style="Isi", keep_next=True)),
    tanda_tangan("penanda", peran="penanda_tangan", nomor=1),
)

if __name__ == "__main__":
    FORM.write(Path(__file__).with_name("template.docx"))
