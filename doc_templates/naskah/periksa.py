"""What a report on a performance data set must hold before it can be issued.

What the data themselves must hold is said by ``kinerja.checks``; here is what the document adds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from doc_templates import codes as common
from doc_templates.findings import Level
from doc_templates.isian import check_filled
from doc_templates.kinerja import codes
from doc_templates.kop import check_letterhead
from doc_templates.naskah.laporan import penanda_tangan
from doc_templates.nomor import check_number
from doc_templates.pejabat import check_official
from doc_templates.tanggal import check_date
from doc_templates.teks import check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doc_templates.findings import Finding
    from doc_templates.kinerja.index import Index
    from doc_templates.naskah.laporan import Laporan
    from doc_templates.pejabat import Pejabat

FAMILIES: Final = ("000", "050", "060", "065", "130", "700")
"""Heads of classification codes under which offices file performance documents."""


def periksa(
    laporan: Laporan, index: Index, *, tanda: Sequence[Pejabat] | None = None
) -> list[Finding]:
    """All that is to be said about the document itself, in the order in which it is read.

    Args:
        laporan: the report.
        index: its data, looked up.
        tanda: the officials who sign; None for the head of the unit that reports.
    """
    signing = (penanda_tangan(laporan, index),) if tanda is None else tanda
    return [
        *check_letterhead(laporan.data.kop, "data.kop"),
        *check_filled(laporan.data.kop.nama_instansi, "data.kop.instansi", "nama perangkat daerah"),
        *_unit(laporan, index),
        *check_number(
            laporan.nomor, "nomor",
            penomoran=laporan.penomoran, year=laporan.data.tahun, families=FAMILIES,
        ),
        *tanggal(laporan.tanggal_naskah, "tanggal"),
        *(finding for each in signing for finding in penanda(each, "data.pejabat")),
        *check_filled(laporan.data.tempat, "data.tempat", "tempat penandatanganan"),
        *check_text(laporan),
    ]  # fmt: skip


def di_data(findings: Iterable[Finding]) -> list[Finding]:
    """Findings about a data set, at their places in a report that holds it."""
    return [
        replace(each, where=f"data.{each.where}" if each.where else "data") for each in findings
    ]


def tanggal(text: str | None, where: str) -> list[Finding]:
    """A report needs its whole date: it decides who signs."""
    absent = check_filled(text, where, "tanggal naskah")
    return absent or check_date(text or "", where, month_only=Level.ERROR)


def penanda(official: Pejabat, where: str) -> list[Finding]:
    """Blank names and NIPs do not block: offices print dots and fill them when they sign."""
    return [_softened(each, official) for each in check_official(official, where)]


def _softened(finding: Finding, official: Pejabat) -> Finding:
    if finding.code not in {common.FIELD_ABSENT.name, common.EMPTY.name}:
        return finding
    missing = "NIP" if finding.where.endswith(".nip") else "Nama"
    sentence = (
        f"{missing} {official.sebutan} pada tanggal naskah belum ada di data dan dicetak sebagai "
        "titik-titik; lengkapilah."
    )
    return replace(finding, level=Level.WARNING, sentence=sentence)


def _unit(laporan: Laporan, index: Index) -> list[Finding]:
    if not laporan.unit or index.unit_of(laporan.unit):
        return []
    known = ", ".join(index.unit) or "belum ada satu pun"
    sentence = f"Unit “{laporan.unit}” tidak ada di data; yang tersedia: {known}."
    return [codes.REF_UNKNOWN.at("unit", sentence, *index.unit, level=Level.ERROR)]
