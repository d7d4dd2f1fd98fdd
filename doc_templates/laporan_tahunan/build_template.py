"""Draws template.docx: ``python -m doc_templates.laporan_tahunan.build_template``.

The form may also be changed in Word; this script is how the shipped one came about. The
signature blocks stand at its end; the report has them under the foreword and the statement.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from doc_templates.forge import cell, paragraph, row, run, table, text
from doc_templates.laporan_tahunan.wording import KEPALA, PEREVIU
from doc_templates.naskah.kerangka import (
    HALAMAN,
    bila,
    formulir,
    tanda_tangan,
    tempat_isi,
    untuk,
)

if TYPE_CHECKING:
    from doc_templates.forge import Edge

TINGGI: Final = (58.0, 62.0, 40.0, 78.0)
"""Heights of the cover's rows on A4, mm; the third takes what a longer paper has more."""


def sampul() -> str:
    """A frame with the emblem's place, the title, the year, and whose report it is."""
    isi = (
        (paragraph(style="BarisSampul"),),
        (
            *untuk("baris", "jenis", text("{{ baris }}", style="JudulSampul")),
            text("(LKjIP)", style="JudulSampul"),
            text("TAHUN {{ tahun }}", style="JudulSampul"),
        ),
        (text("NOMOR: {{ nomor }}", style="Tengah"),),
        (
            text("{{ kantor }}", style="BarisSampul"),
            text("{{ kop.pemerintah }}", style="BarisSampul"),
            *untuk("baris", "kop.alamat", text("{{ baris }}", style="KopAlamat")),
        ),
    )
    last = len(isi) - 1
    return table(
        *(
            row(
                cell(*each, width=HALAMAN.width, middle=True, edges=_sisi(at, last)),
                height=tinggi,
            )
            for at, (each, tinggi) in enumerate(zip(isi, TINGGI, strict=True))
        ),
        columns=(HALAMAN.width,),
        lines=False,
        padding=(0, 8),
    )


def _sisi(at: int, last: int) -> dict[Edge, str]:
    """The frame's lines around a row."""
    sisi: dict[Edge, str] = {"left": "thinThickSmallGap", "right": "thickThinSmallGap"}
    if at == 0:
        sisi["top"] = "thinThickSmallGap"
    if at == last:
        sisi["bottom"] = "thickThinSmallGap"
    return sisi


FORM: Final = replace(
    formulir(
        sampul(),
        tempat_isi(),
        tanda_tangan("penanda", peran=KEPALA, nomor=1),
        *bila("direviu", tanda_tangan("pereviu", peran=PEREVIU, nomor=2)),
    ),
    header=paragraph(run("{{ kepala_halaman }}", italic=True, size=9), align="center"),
    first_header=paragraph(),
)

if __name__ == "__main__":
    FORM.write(Path(__file__).with_name("template.docx"))
