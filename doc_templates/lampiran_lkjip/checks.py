"""What annexes must hold before they can be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.checks import check_tahunan
from doc_templates.kinerja.index import index_of
from doc_templates.lampiran_lkjip import codes
from doc_templates.naskah.periksa import di_data, penanda, periksa

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.lampiran_lkjip.model import LampiranLkjip


def check(data: LampiranLkjip) -> list[Finding]:
    """All that is to be said about annexes and what they read of their data.

    Missing texts of the annual report are no concern of its annexes.
    """
    reviewer = data.penanda_reviu
    return [
        *_unit(data),
        *periksa(data, index_of(data.data), tanda=()),
        *(penanda(reviewer, "pereviu" if data.pereviu else "data.reviu") if reviewer else ()),
        *di_data(each for each in check_tahunan(data.data) if not each.where.startswith("narasi")),
    ]


def _unit(data: LampiranLkjip) -> list[Finding]:
    if not data.unit:
        return []
    sentence = "Lampiran laporan kinerja selalu untuk seluruh perangkat daerah; kosongkanlah unit."
    return [codes.ANNEX_UNIT.at("unit", sentence)]
