"""The whole report as blocks, in the order that Permenpan RB 53/2014, Lampiran II asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.laporan_tahunan.bab1 import bab1
from doc_templates.laporan_tahunan.bab2 import bab2
from doc_templates.laporan_tahunan.bab3 import bab3
from doc_templates.laporan_tahunan.bab4 import bab4
from doc_templates.laporan_tahunan.bahan import bahan_of
from doc_templates.laporan_tahunan.depan import depan
from doc_templates.naskah.blok import Bagian

if TYPE_CHECKING:
    from doc_templates.laporan_tahunan.model import LaporanTahunan


def susun(model: LaporanTahunan) -> tuple[Bagian, ...]:
    """The report without its cover: front matter, Bab I to IV."""
    bahan = bahan_of(model)
    return (
        Bagian((*depan(bahan), *bab1(bahan))),
        *bab2(bahan),
        *bab3(bahan),
        Bagian(tuple(bab4(bahan))),
    )
