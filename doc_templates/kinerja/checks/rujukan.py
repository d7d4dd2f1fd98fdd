"""References that lead nowhere, and things or rows that stand twice."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from doc_templates.findings import Level
from doc_templates.kinerja import codes
from doc_templates.kinerja.hitung.triwulan import nama_triwulan
from doc_templates.kinerja.jalan import indikator_in, sasaran_in
from doc_templates.kinerja.rujukan import Cara, Rujukan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Index

_NEAR: Final = 0.75
_RINGAN: Final = frozenset({"bukti", "penanggung jawab"})
"""Printed as written all the same, so a wrong one loses nothing."""


def check_rujukan(letak: Letak, awalan: tuple[str, ...]) -> list[Finding]:
    """References below some places, followed."""
    index = letak.index
    known = {
        "indikator": index.indikator,
        "sasaran": index.sasaran,
        "unit": index.unit,
        "penanggung jawab": index.unit,
        "bukti": index.bukti,
    }
    return [
        finding
        for each in (*index.rujukan, *_units(index), *_owners(index), *_evidence(index))
        if each.where.startswith(awalan)
        for finding in _judged(each, known.get(each.jenis, {}))
    ]


def check_kembar(letak: Letak, awalan: tuple[str, ...]) -> list[Finding]:
    """Things of one code, and rows about one thing, below some places."""
    index, found = letak.index, []
    for where, kind, key in _things(index):
        if where.startswith(awalan):
            sentence = f"Kode {kind} “{key}” dipakai lebih dari sekali; bedakanlah kodenya."
            found.append(codes.KEY_DUP.at(where, sentence))
    for where, text in _rows(letak):
        if where.startswith(awalan):
            sentence = f"{text} tertulis dua kali dan hanya yang pertama dipakai; hapuslah satu."
            found.append(codes.ROW_DUP.at(where, sentence))
    return found


def _judged(rujukan: Rujukan, known: Iterable[str]) -> list[Finding]:
    if rujukan.cara is Cara.TEPAT:
        return []
    if rujukan.cara is Cara.EJAAN:
        sentence = (
            f"“{rujukan.teks}” dibaca sebagai {rujukan.jenis} “{rujukan.kunci}” walaupun spasi "
            "atau hurufnya berbeda; samakanlah."
        )
        return [codes.REF_SPELLING.at(rujukan.where, sentence, rujukan.kunci or "")]
    if rujukan.cara is Cara.GANDA:
        sentence = (
            f"“{rujukan.teks}” dimiliki oleh lebih dari satu {rujukan.jenis}; "
            "rujuklah dengan kodenya."
        )
        return [codes.REF_AMBIGUOUS.at(rujukan.where, sentence)]
    near = get_close_matches(rujukan.teks, list(known), n=2, cutoff=_NEAR)
    sentence = f"Tidak ada {rujukan.jenis} “{rujukan.teks}”; periksalah kodenya."
    level = Level.WARNING if rujukan.jenis in _RINGAN else None
    return [codes.REF_UNKNOWN.at(rujukan.where, sentence, *near, level=level)]


def _units(index: Index) -> Iterator[Rujukan]:
    """References to units, of what must have one."""
    for place in sasaran_in(index.data.renstra):
        yield _unit(index, f"{place.where}.penanggung_jawab", place.sasaran.penanggung_jawab)
    for at, unit in enumerate(index.data.unit):
        if unit.induk is not None:
            yield _unit(index, f"unit[{at}].induk", unit.induk)
    for at, official in enumerate(index.data.pejabat):
        yield _unit(index, f"pejabat[{at}].unit", official.unit)
    for versi in index.versi:
        for at, number in enumerate(versi.isi.nomor):
            yield _unit(index, f"perjanjian[{versi.nomor}].nomor[{at}].unit", number.unit)


def _owners(index: Index) -> Iterator[Rujukan]:
    """References to units, of those in charge."""
    for versi in index.versi:
        for line in versi.anggaran:
            yield from _in_charge(index, line.where, line.item.penanggung_jawab)
    for measure in indikator_in(index.data.renstra):
        yield from _in_charge(index, measure.where, measure.indikator.penanggung_jawab)
    for at, action in enumerate(index.data.rencana_aksi):
        yield from _in_charge(index, f"rencana_aksi[{at}]", action.penanggung_jawab)
    for at, advice in enumerate(index.data.rekomendasi):
        yield from _in_charge(index, f"rekomendasi[{at}]", advice.penanggung_jawab)


def _unit(index: Index, where: str, teks: str, jenis: str = "unit") -> Rujukan:
    return Rujukan(where, teks, jenis, *index.cari_unit.cari(teks))


def _in_charge(index: Index, where: str, teks: str) -> Iterator[Rujukan]:
    if teks.strip():
        yield _unit(index, f"{where}.penanggung_jawab", teks, "penanggung jawab")


def _evidence(index: Index) -> Iterator[Rujukan]:
    named = [
        (f"realisasi[{at}].triwulan[{number}]", quarter.bukti)
        for at, row in enumerate(index.data.realisasi)
        for number, quarter in enumerate(row.triwulan)
    ]
    named += [(f"rekomendasi[{at}]", each.bukti) for at, each in enumerate(index.data.rekomendasi)]
    for where, texts in named:
        for at, text in enumerate(texts):
            yield Rujukan(f"{where}.bukti[{at}]", text, "bukti", *index.cari_bukti.cari(text))


def _things(index: Index) -> Iterator[tuple[str, str, str]]:
    """(place, kind, key) of every thing whose key another bore before."""
    data = index.data
    yield from _again((e.where, "sasaran", e.kunci) for e in sasaran_in(data.renstra))
    yield from _again((e.where, "indikator", e.kunci) for e in indikator_in(data.renstra))
    yield from _again((f"unit[{at}]", "unit", e.kode) for at, e in enumerate(data.unit))
    yield from _again((f"bukti[{at}]", "bukti", e.kode) for at, e in enumerate(data.bukti))
    for versi in index.versi:
        yield from _again((e.where, "baris anggaran", e.kunci) for e in versi.anggaran)


def _again(things: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for where, kind, key in things:
        if key in seen:
            yield where, kind, key
        seen.add(key)


def _rows(letak: Letak) -> Iterator[tuple[str, str]]:
    """(place, what it is about) of every row that another stands before."""
    data = letak.index.data
    for versi in letak.index.versi:
        place = f"perjanjian[{versi.nomor}].target"
        yield from _repeated(letak, place, "indikator", ["Target"] * len(versi.isi.target))
    years = [f"Tahun {each.tahun}" for each in data.tahun_lalu]
    yield from _repeated(letak, "tahun_lalu", "indikator", years)
    lines = ["Realisasi anggaran"] * len(data.realisasi_anggaran)
    yield from _repeated(letak, "realisasi_anggaran", "sub_kegiatan", lines)
    seen: set[tuple[str, int]] = set()
    for at, row in enumerate(data.realisasi):
        key = letak.kunci.get(f"realisasi[{at}].indikator")
        for number, quarter in enumerate(row.triwulan):
            if key is not None and (key, quarter.ke) in seen:
                name = f"Realisasi {nama_triwulan(quarter.ke)} {key}"
                yield f"realisasi[{at}].triwulan[{number}]", name
            seen.add((key or "", quarter.ke))


def _repeated(
    letak: Letak, where: str, field: str, labels: Sequence[str]
) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for at, label in enumerate(labels):
        key = letak.kunci.get(f"{where}[{at}].{field}")
        if key is not None and (label, key) in seen:
            yield f"{where}[{at}]", f"{label} {key}"
        seen.add((label, key or ""))
