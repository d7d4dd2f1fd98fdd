"""Other years and other offices: the series without gaps, the comparisons with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja import codes
from doc_templates.kinerja.checks.letak import sebut
from doc_templates.kinerja.checks.nilai import check_nilai
from doc_templates.kinerja.hitung.banding import nilai_pembanding, realisasi_of, target_of
from doc_templates.kinerja.nilai import Tiada
from doc_templates.kinerja.tabel.pengukuran import YEARS

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.jalan import TempatIndikator


def check_tahun_lalu(letak: Letak) -> list[Finding]:
    """The earlier years that the comparison prints, as far as the plan reaches back."""
    data = letak.index.data
    first = max(data.renstra.tahun_awal, data.tahun - YEARS + 1)
    places = {
        (key, row.tahun): f"tahun_lalu[{at}]"
        for at, row in enumerate(data.tahun_lalu)
        if (key := letak.kunci.get(f"tahun_lalu[{at}].indikator"))
    }
    return [
        finding
        for place in letak.indikator
        for finding in _check_series(letak, place, range(first, data.tahun), places)
    ]


def check_pembanding(letak: Letak) -> list[Finding]:
    """Values of others can be read, and say where they are from."""
    found = []
    for at, row in enumerate(letak.index.data.pembanding):
        where = f"pembanding[{at}]"
        key = letak.kunci.get(f"{where}.indikator")
        if key is None:
            continue
        value = nilai_pembanding(letak.index, key, row)
        found += check_nilai(value, f"{where}.nilai", f"Nilai {row.lingkup} {key}")
        if not row.sumber.strip() and not isinstance(value, Tiada):
            sentence = f"Nilai {row.lingkup} untuk {key} belum bersumber; sebutlah sumbernya."
            found.append(codes.PEER_SOURCE.at(f"{where}.sumber", sentence))
    return found


def _check_series(
    letak: Letak, place: TempatIndikator, years: range, places: dict[tuple[str, int], str]
) -> list[Finding]:
    found, gaps = [], []
    for year in years:
        where = places.get((place.kunci, year), "tahun_lalu")
        reached = realisasi_of(letak.index, place.kunci, year)
        promised = target_of(letak.index, place.kunci, year)
        found += check_nilai(reached, f"{where}.realisasi", f"Realisasi {year} {place.kunci}")
        found += check_nilai(promised, f"{where}.target", f"Target {year} {place.kunci}")
        if isinstance(reached, Tiada) and reached.kosong:
            gaps.append(str(year))
    if gaps:
        sentence = (
            f"Realisasi {sebut(place.indikator)} tahun {', '.join(gaps)} belum ada; isilah, atau "
            "tulislah “tidak berlaku” bila belum diukur."
        )
        found.append(codes.PAST_GAP.at("tahun_lalu", sentence))
    return found
