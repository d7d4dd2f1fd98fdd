"""What can be noticed about the times of an SOP: unlike units, several in a cell, mixed cycles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates.sop import codes
from doc_templates.sop.jumlah import jumlah_of
from doc_templates.sop.profiles import profile
from doc_templates.sop.waktu import JAM, MENIT, read_durations

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.sop.model import Langkah, Sop
    from doc_templates.sop.waktu import Lama

_YEARLY: Final = re.compile(
    r"\btahunan\b|\b(?:setiap|per|tiap)\s?tahun\b|\b(?:menyusun|menetapkan|membuat)\s+(?:dokumen\s+)?"
    r"(?:perjanjian kinerja|renstra|renja|rencana kerja|rkt|lkjip|lakip)\b",
    re.IGNORECASE,
)
_PERIODIC: Final = re.compile(
    r"\btriwulan\w*|\bbulanan\b|\b(?:setiap|per|tiap)\s?bulan\b|\bsemester\w*|"
    r"\b(?:capaian|realisasi)\s+(?:target\s+)?kinerja\b",
    re.IGNORECASE,
)


def check_times(model: Sop) -> list[Finding]:
    """Cell by cell, then the total, then the cycles of the work."""
    return [*_check_cells(model), *_check_total(model), *_check_cadence(model)]


def _check_cells(model: Sop) -> list[Finding]:
    head = profile(model.profil).kolom.waktu
    found = []
    for at, step in enumerate(model.kegiatan):
        text = step.mutu_baku.waktu or ""
        durations = read_durations(text, head=head)
        where = f"kegiatan[{at}].mutu_baku.waktu"
        if _is_compound(durations):
            told = ", ".join(map(_with_condition, durations))
            sentence = (
                f"Waktu langkah {step.kunci} memuat {len(durations)} lama ({told}); pisahkan "
                "menurut keadaannya bila perlu."
            )
            found.append(codes.TIME_COMPOUND.at(where, sentence))
        if text.strip() and not durations:
            sentence = (
                f"Waktu langkah {step.kunci} (“{text}”) tidak terbaca sebagai lama; tulislah "
                "seperti 30 menit bila memang ada batasnya."
            )
            found.append(codes.TIME_UNREADABLE.at(where, sentence))
    return found


def _is_compound(durations: list[Lama]) -> bool:
    """“1 jam 30 menit” is one duration in two units; other company is several durations."""
    if any(each.keadaan for each in durations):
        return len(durations) > 1
    units = [each.satuan for each in durations]
    return len(units) > 1 and units != [JAM, MENIT]


def _with_condition(duration: Lama) -> str:
    return f"{duration} untuk {duration.keadaan}" if duration.keadaan else str(duration)


def _check_total(model: Sop) -> list[Finding]:
    whole = jumlah_of(model)
    for _, sums in whole.menurut_keadaan:
        # Hours and minutes convert; days have no length that an SOP states.
        if len({MENIT if each.satuan == JAM else each.satuan for each in sums}) > 1:
            sentence = (
                f"Satuan waktu bercampur ({whole.teks}); jumlahnya tidak dapat disatukan tanpa "
                "ketentuan lama hari kerja."
            )
            return [codes.TIME_MIXED.at("kegiatan", sentence)]
    return []


def _check_cadence(model: Sop) -> list[Finding]:
    """Yearly work beside work of each quarter or month, in one run."""
    yearly = [each for each in model.kegiatan if _YEARLY.search(_words(each))]
    periodic = [each for each in model.kegiatan if _PERIODIC.search(_words(each))]
    if not yearly or not periodic:
        return []
    sentence = (
        f"Langkah {_keys(yearly)} berjalan tahunan dan langkah {_keys(periodic)} berkala di dalam "
        "satu alur; pertimbangkan memisahkannya atau menyebut waktunya."
    )
    return [codes.CADENCE.at("kegiatan", sentence)]


def _words(step: Langkah) -> str:
    return f"{step.uraian} {step.mutu_baku.waktu or ''}"


def _keys(steps: list[Langkah]) -> str:
    return ", ".join(each.kunci for each in steps)
