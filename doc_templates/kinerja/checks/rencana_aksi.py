"""The action plan: an action for each indicator, and something to show each quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja import codes
from doc_templates.kinerja.checks.letak import sebut_awal
from doc_templates.kinerja.hitung.triwulan import nama_triwulan

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak


def check_aksi(letak: Letak) -> list[Finding]:
    """Actions that are missing, and quarters of an action that put nothing out."""
    found = [
        codes.ACTION_ABSENT.at(
            "rencana_aksi",
            f"{sebut_awal(place.indikator)} belum mempunyai rencana aksi; "
            "isilah paling sedikit satu.",
        )
        for place in letak.indikator
        if place.kunci not in letak.index.aksi
    ]
    for at, each in enumerate(letak.index.data.rencana_aksi):
        blank = [nama_triwulan(ke) for ke, text in enumerate(each.triwulan, 1) if not text.strip()]
        if blank:
            sentence = (
                f"Rencana aksi “{each.uraian}” belum mempunyai keluaran {', '.join(blank)}; "
                "isilah, atau tulislah “tidak berlaku”."
            )
            found.append(codes.ACTION_ABSENT.at(f"rencana_aksi[{at}].triwulan", sentence))
    return found
