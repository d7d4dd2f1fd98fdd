"""Dates of the year's reports: not before what they report, not too late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja import codes
from doc_templates.kinerja.hitung.triwulan import akhir_triwulan, nama_triwulan
from doc_templates.tanggal import Tanggal, check_date, read_date

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak

_TAHUNAN: Final = (3, 1)
"""Month and day before which an office hands its annual report to the head of region."""


def check_tanggal_triwulan(letak: Letak, ke: int) -> list[Finding]:
    """The date of a quarterly report."""
    data = letak.index.data
    where = f"tanggal_laporan.triwulan[{ke - 1}]"
    end = akhir_triwulan(data.tahun, ke)
    label = f"Laporan {nama_triwulan(ke)}"
    return _check(data.tanggal_laporan.triwulan[ke - 1], where, label, (end, None))


def check_tanggal_tahunan(letak: Letak) -> list[Finding]:
    """The date of the annual report: within two months of the new year (Perpres 29/2014)."""
    data = letak.index.data
    bounds = (akhir_triwulan(data.tahun, 4), Tanggal(data.tahun + 1, *_TAHUNAN))
    text = data.tanggal_laporan.tahunan
    return _check(text, "tanggal_laporan.tahunan", "Laporan tahunan", bounds)


def _check(
    text: str | None, where: str, label: str, bounds: tuple[Tanggal, Tanggal | None]
) -> list[Finding]:
    end, due = bounds
    if not (text or "").strip():
        sentence = f"{label} belum bertanggal; isilah tanggal laporannya."
        return [codes.REPORT_DATE.at(where, sentence)]
    found, read = check_date(text or "", where), read_date(text or "")
    if read and read.is_before(end):
        sentence = (
            f"{label} bertanggal {text}, sebelum masanya berakhir pada {end.teks}; "
            "periksalah tanggalnya."
        )
        found.append(codes.REPORT_DATE.at(where, sentence))
    elif read and due and not read.is_before(due):
        sentence = (
            f"{label} bertanggal {text}, lebih dari dua bulan sesudah tahun berakhir; sampaikanlah "
            "lebih awal, atau periksalah tanggalnya."
        )
        found.append(codes.REPORT_DATE.at(where, sentence))
    return found
