"""The quarter in two sentences, counted from the cells that the tables print."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from doc_templates.laporan_triwulan.text import tables

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.tabel import Tabel
    from doc_templates.laporan_triwulan.model import LaporanTriwulan

_REACHED: Final = Decimal(100)


def summary(data: LaporanTriwulan, index: Index) -> list[str]:
    """How many indicators reached the quarter's target, and what was spent."""
    achievement, _, budget = tables(data, index)
    return [*_targets(achievement), *_money(budget)]


def _targets(table: Tabel) -> list[str]:
    rows = [each for each in table.baris if each.jenis == "isi"]
    if not rows:
        return []
    cells = [table.sel_of(each, "capaian_tw") for each in rows]
    known = [each.angka for each in cells if each is not None and each.angka is not None]
    reached = sum(each >= _REACHED for each in known)
    told = (
        f"Dari {len(rows)} indikator kinerja, {len(known)} di antaranya dapat dihitung capaiannya "
        f"pada triwulan ini: {reached} mencapai atau melampaui target dan {len(known) - reached} "
        "belum mencapainya."
    )
    other = len(rows) - len(known)
    if other:
        told += (
            f" Capaian {other} indikator lainnya tidak berlaku, belum tersedia, atau tidak dapat "
            "dihitung, sebagaimana dicatat di bawah tabelnya."
        )
    return [told]


def _money(table: Tabel) -> list[str]:
    total = next((each for each in table.baris if each.jenis == "jumlah"), None)
    if total is None:
        return []
    budget, spent, share = (table.sel_of(total, key) for key in ("pagu", "realisasi_sd", "serapan"))
    if budget is None or spent is None or share is None or share.angka is None:
        return []
    told = (
        f"Realisasi anggaran sampai dengan triwulan ini sebesar {spent.teks} dari pagu "
        f"{budget.teks}, atau serapan {share.teks} persen."
    )
    return [told]
