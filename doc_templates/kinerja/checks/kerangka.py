"""The frame of the data: units, officials' terms, policy, and the years of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates import codes as common
from doc_templates.findings import Level
from doc_templates.kinerja import codes
from doc_templates.kinerja.acuan.kelas_capaian import kelas_capaian
from doc_templates.kinerja.hitung.pejabat import pejabat_pada
from doc_templates.pejabat import check_official
from doc_templates.tanggal import check_date, read_date

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.model import Unit


def check_kerangka(letak: Letak) -> list[Finding]:
    """What every document of the year rests on."""
    index = letak.index
    return [*_check_units(index), *_check_policy(index), *_check_plan(index)]


def check_masa_jabatan(letak: Letak) -> list[Finding]:
    """Terms that end before they begin, and two heads of one unit at a time."""
    index, found = letak.index, []
    for at, each in enumerate(index.data.pejabat):
        place = f"pejabat[{at}]"
        for name, text in (("mulai", each.mulai), ("selesai", each.selesai)):
            found += check_date(text or "", f"{place}.{name}")
        if (each.nama or "").strip():
            found += check_official(each, place)
        start, end = read_date(each.mulai or ""), read_date(each.selesai or "")
        if start and end and end.is_before(start):
            sentence = (
                f"Masa jabatan {each.sebutan} berakhir {each.selesai} sebelum dimulai "
                f"{each.mulai}; periksalah kedua tanggal itu."
            )
            found.append(codes.TERM_ORDER.at(f"{place}.selesai", sentence))
        elif start and len(holders := pejabat_pada(index, each.unit, start)) > 1:
            others = [other.sebutan for other in holders if other is not each]
            sentence = (
                f"Pada {each.mulai} {each.sebutan} dan {', '.join(others)} sama-sama memimpin "
                f"{each.unit}; isilah tanggal selesai pejabat yang lama."
            )
            found.append(codes.TERM_OVERLAP.at(f"{place}.mulai", sentence))
    return found


def check_pejabat_pada(letak: Letak, unit: Unit, tanggal: str | None, where: str) -> list[Finding]:
    """One official must hold a unit's post on the day of a document."""
    day = read_date(tanggal or "")
    holders = pejabat_pada(letak.index, unit.kode, day)
    if not holders:
        when = f"pada {tanggal}" if day else "pada tahun ini"
        sentence = f"Belum ada pejabat {unit.nama} {when}; lengkapilah daftar pejabatnya."
        return [codes.OFFICIAL_ABSENT.at(where, sentence)]
    if day is None or len(holders) == 1:
        return []
    names = " dan ".join(each.sebutan for each in holders)
    sentence = f"Pada {tanggal} {unit.nama} dipimpin oleh {names}; isilah tanggal selesainya."
    return [codes.TERM_OVERLAP.at(where, sentence, level=Level.ERROR)]


def _check_units(index: Index) -> list[Finding]:
    found = []
    units = index.data.unit
    if not units:
        sentence = "Belum ada unit; isilah unit dari puncak ke bawah."
        found.append(codes.UNIT_TREE.at("unit", sentence))
    for at, each in enumerate(units):
        place = f"unit[{at}]"
        for name, text in (("kode", each.kode), ("nama", each.nama)):
            if not text.strip():
                sentence = f"Unit ke-{at + 1} belum ber{name}; isilah."
                found.append(common.EMPTY.at(f"{place}.{name}", sentence))
        if _circles(index, each):
            sentence = (
                f"{each.nama} menjadi atasan bagi dirinya sendiri melalui unit di atasnya; "
                "betulkanlah induknya."
            )
            found.append(codes.UNIT_TREE.at(f"{place}.induk", sentence))
    return found


def _circles(index: Index, unit: Unit) -> bool:
    seen: set[str] = set()
    above: Unit | None = unit
    while above is not None and above.induk is not None and above.kode not in seen:
        seen.add(above.kode)
        above = index.unit_of(above.induk)
        if above is not None and above.kode == unit.kode:
            return True
    return False


def _check_policy(index: Index) -> list[Finding]:
    name = index.data.kebijakan.kelas_capaian
    if name in kelas_capaian():
        return []
    known = tuple(kelas_capaian())
    sentence = f"Tabel kelas capaian “{name}” tidak dikenal; pilihlah {' atau '.join(known)}."
    return [codes.CLASS_TABLE.at("kebijakan.kelas_capaian", sentence, *known)]


def _check_plan(index: Index) -> list[Finding]:
    plan, year = index.data.renstra, index.data.tahun
    if plan.tahun_awal <= year <= plan.tahun_akhir:
        return []
    sentence = (
        f"Tahun {year} berada di luar masa Renstra {plan.tahun_awal}–{plan.tahun_akhir}; "
        "periksalah salah satunya."
    )
    return [codes.RENSTRA_YEAR.at("tahun", sentence)]
