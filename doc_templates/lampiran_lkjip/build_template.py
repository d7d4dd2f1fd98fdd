"""Draws template.docx: ``python -m doc_templates.lampiran_lkjip.build_template``.

The form may also be changed in Word; this script is how the shipped one came about.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.forge import paragraph, run, text
from doc_templates.naskah.kerangka import bila, formulir, sampul, tanda_tangan, tempat_isi

FORM: Final = formulir(
    *bila(
        "terjilid",
        *sampul(
            "LAMPIRAN",
            "LAPORAN KINERJA INSTANSI PEMERINTAH",
            "TAHUN {{ tahun }}",
        ),
    ),
    *bila(
        "not terjilid",
        text("{{ nomor_lampiran }}", style="BarisJudul"),
        text("{{ nama_lampiran }}", style="JudulLaporan"),
        text("{{ pokok }}", style="Tengah"),
        text("NOMOR: {{ nomor }}", style="Nomor"),
    ),
    tempat_isi(),
    *bila(
        "direviu",
        paragraph(run("Demikian pernyataan ini kami buat dengan sebenarnya."),
                  style="Isi", keep_next=True),
        tanda_tangan("pereviu", peran="pereviu", nomor=1),
    ),
)  # fmt: skip

if __name__ == "__main__":
    FORM.write(Path(__file__).with_name("template.docx"))
