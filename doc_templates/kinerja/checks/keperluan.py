"""Checks by what they are for: what holds up an agreement is not what holds up a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.checks.anggaran import check_anggaran, check_dukungan
from doc_templates.kinerja.checks.antartahun import check_pembanding, check_tahun_lalu
from doc_templates.kinerja.checks.belanja import check_belanja, check_efisiensi, check_keluaran
from doc_templates.kinerja.checks.bukti import check_bukti
from doc_templates.kinerja.checks.indikator import (
    check_definisi,
    check_indikator,
    check_renstra,
    check_sasaran,
)
from doc_templates.kinerja.checks.kerangka import (
    check_kerangka,
    check_masa_jabatan,
    check_pejabat_pada,
)
from doc_templates.kinerja.checks.letak import letak_of
from doc_templates.kinerja.checks.narasi import check_narasi
from doc_templates.kinerja.checks.realisasi import check_bacaan, check_berjalan, check_realisasi
from doc_templates.kinerja.checks.rencana_aksi import check_aksi
from doc_templates.kinerja.checks.rujukan import check_kembar, check_rujukan
from doc_templates.kinerja.checks.tanggal import check_tanggal_tahunan, check_tanggal_triwulan
from doc_templates.kinerja.checks.target import check_target, check_target_triwulan
from doc_templates.kinerja.checks.tindak_lanjut import (
    check_penghargaan,
    check_rekomendasi,
    check_reviu,
)
from doc_templates.kinerja.checks.versi import check_versi
from doc_templates.kinerja.hitung.triwulan import TRIWULAN, versi_untuk
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.tabel.susunan import puncak
from doc_templates.kop import check_letterhead
from doc_templates.teks import check_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Versi
    from doc_templates.kinerja.model import DataKinerja

_KERANGKA = ("unit", "renstra")


def check(data: DataKinerja) -> list[Finding]:
    """All that can be said of a data set as far as it has come: every version, every quarter told.

    A quarter is told where one of its values or its report's date is filled, so that a data set
    of June is not blamed for December.
    """
    letak = letak_of(index_of(data))
    told = [ke for ke in TRIWULAN if _is_told(data, ke)]
    yearly = _tahunan(letak) if data.tanggal_laporan.tahunan else []
    return _once(
        [
            *check_text(data),
            *check_letterhead(data.kop, "kop"),
            *check_rujukan(letak, ("",)),
            *check_kembar(letak, ("",)),
            *_umum(letak),
            *check_definisi(letak),
            *check_masa_jabatan(letak),
            *check_renstra(letak),
            *(finding for versi in letak.index.versi for finding in _perjanjian(letak, versi)),
            *(check_aksi(letak) if data.rencana_aksi else []),
            *(finding for ke in told for finding in _triwulan(letak, ke)),
            *check_bukti(letak),
            *yearly,
        ]
    )


def check_perjanjian(
    data: DataKinerja, *, unit: str | None = None, ke: int | None = None
) -> list[Finding]:
    """What concerns agreements: no realisation, no evidence, no narrative is looked at.

    Args:
        data: the data set.
        unit: code of the unit whose agreement it is, with its own aims and the officials who
            sign on that day; None for all units, without their officials.
        ke: 0 for Murni, 1 for Perubahan I …; None for every version.
    """
    letak = letak_of(index_of(data), unit)
    versions = [each for each in letak.index.versi if ke is None or each.isi.ke == ke]
    places = (*_KERANGKA, *(f"perjanjian[{each.nomor}]" for each in versions))
    return _once(
        [
            *_dasar(letak, places),
            *check_renstra(letak),
            *(finding for versi in versions for finding in _perjanjian(letak, versi)),
            *(finding for versi in versions for finding in _pihak(letak, versi, unit)),
        ]
    )


def check_rencana_aksi(data: DataKinerja) -> list[Finding]:
    """What concerns the action plan: the version in force at the year's end, and the actions."""
    letak = letak_of(index_of(data))
    versi = versi_untuk(letak.index, max(TRIWULAN))
    places = (*_KERANGKA, "rencana_aksi", *_of_version(versi))
    found = [*_dasar(letak, places), *check_aksi(letak)]
    if versi:
        found += [*check_target(letak, versi), *check_target_triwulan(letak, versi)]
    return _once(found)


def check_triwulan(data: DataKinerja, ke: int) -> list[Finding]:
    """What concerns the report of a quarter (1 to 4): nothing after it, nothing of other years."""
    letak = letak_of(index_of(data))
    versi = versi_untuk(letak.index, ke)
    places = (*_KERANGKA, "realisasi", "bukti", *_of_version(versi))
    return _once(
        [
            *_dasar(letak, places),
            *_versi_berlaku(letak, versi),
            *_triwulan(letak, ke),
            *check_bukti(letak, ke),
            *_penanda_tangan(letak, data.tanggal_laporan.triwulan[ke - 1]),
        ]
    )


def check_tahunan(data: DataKinerja) -> list[Finding]:
    """What concerns the annual report and its annexes: the whole year and those before it."""
    letak = letak_of(index_of(data))
    return _once(
        [
            *_dasar(letak, ("",)),
            *check_definisi(letak),
            *check_renstra(letak),
            *_versi_berlaku(letak, versi_untuk(letak.index, max(TRIWULAN))),
            *(finding for ke in TRIWULAN for finding in _triwulan(letak, ke)),
            *check_bukti(letak),
            *_tahunan(letak),
            *_penanda_tangan(letak, data.tanggal_laporan.tahunan),
        ]
    )


def _umum(letak: Letak) -> list[Finding]:
    return [*check_kerangka(letak), *check_sasaran(letak), *check_indikator(letak)]


def _dasar(letak: Letak, places: tuple[str, ...]) -> list[Finding]:
    """What every document rests on, with the references and rows that it reads."""
    return [*check_rujukan(letak, places), *check_kembar(letak, places), *_umum(letak)]


def _perjanjian(letak: Letak, versi: Versi) -> list[Finding]:
    return [
        *check_versi(letak, versi),
        *check_target(letak, versi),
        *check_target_triwulan(letak, versi),
        *check_anggaran(versi),
        *check_dukungan(letak, versi),
    ]


def _versi_berlaku(letak: Letak, versi: Versi | None) -> list[Finding]:
    """What a report needs of the agreement in force: targets and amounts."""
    if versi is None:
        return []
    return [
        *check_target(letak, versi),
        *check_target_triwulan(letak, versi),
        *check_anggaran(versi),
    ]


def _triwulan(letak: Letak, ke: int) -> list[Finding]:
    return [
        *check_bacaan(letak, ke),
        *check_realisasi(letak, ke),
        *check_berjalan(letak),
        *check_belanja(letak, ke),
        *check_tanggal_triwulan(letak, ke),
    ]


def _tahunan(letak: Letak) -> list[Finding]:
    return [
        *check_keluaran(letak),
        *check_efisiensi(letak),
        *check_tahun_lalu(letak),
        *check_pembanding(letak),
        *check_penghargaan(letak),
        *check_rekomendasi(letak),
        *check_reviu(letak),
        *check_narasi(letak),
        *check_tanggal_tahunan(letak),
    ]


def _pihak(letak: Letak, versi: Versi, unit: str | None) -> list[Finding]:
    """Those who sign an agreement: the unit's head and the head of the unit above."""
    own = letak.index.unit_of(unit) if unit else None
    above = letak.index.unit_of(own.induk) if own and own.induk else None
    return [
        finding
        for each in (own, above)
        if each is not None
        for finding in check_pejabat_pada(letak, each, versi.isi.tanggal, "pejabat")
    ]


def _penanda_tangan(letak: Letak, tanggal: str | None) -> list[Finding]:
    office = puncak(letak.index)
    return check_pejabat_pada(letak, office, tanggal, "pejabat") if office else []


def _of_version(versi: Versi | None) -> tuple[str, ...]:
    return (f"perjanjian[{versi.nomor}]",) if versi else ()


def _is_told(data: DataKinerja, ke: int) -> bool:
    values = (each.nilai for row in data.realisasi for each in row.triwulan if each.ke == ke)
    return bool(data.tanggal_laporan.triwulan[ke - 1]) or any(each is not None for each in values)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, in the order in which it is met."""
    return list(dict.fromkeys(findings))
