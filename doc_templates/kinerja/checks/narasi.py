"""The words of the annual report: every chapter, and seven analyses of each strategic aim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja import codes
from doc_templates.kinerja.rujukan import Pencari, normal
from doc_templates.kinerja.tabel.susunan import puncak

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.model import AnalisisSasaran

_BAGIAN: Final = {
    "kata_pengantar": "kata pengantar",
    "ringkasan_eksekutif": "ringkasan eksekutif",
    "latar_belakang": "latar belakang",
    "dasar_hukum": "dasar hukum",
    "maksud_tujuan": "maksud dan tujuan",
    "gambaran_umum": "gambaran umum",
    "tugas_fungsi": "tugas dan fungsi",
    "struktur_organisasi": "struktur organisasi",
    "pegawai": "data pegawai",
    "sarana": "sarana dan prasarana",
    "isu_strategis": "isu strategis",
    "arah_kebijakan": "strategi dan arah kebijakan",
    "realisasi_anggaran": "uraian realisasi anggaran",
    "upaya": "upaya perbaikan kinerja",
    "simpulan": "simpulan",
    "penutup": "langkah ke depan",
}
ANALISIS: Final = {
    "tahun_ini": "target dan realisasi tahun ini",
    "antartahun": "perbandingan antartahun",
    "renstra": "kemajuan terhadap Renstra",
    "pembanding": "perbandingan dengan standar atau nasional",
    "sebab": "sebab keberhasilan atau kegagalan",
    "efisiensi": "efisiensi sumber daya",
    "program": "program penunjang",
}
"""The seven analyses of Permenpan RB 53/2014, Lampiran II."""


def check_narasi(letak: Letak) -> list[Finding]:
    """Chapters that say nothing yet."""
    texts = letak.index.data.narasi
    found = [
        codes.NARRATIVE_ABSENT.at(
            f"narasi.{field}", f"Bagian {name} laporan tahunan belum diisi; tulislah."
        )
        for field, name in _BAGIAN.items()
        if not getattr(texts, field)
    ]
    return [*found, *_check_analyses(letak)]


def _check_analyses(letak: Letak) -> list[Finding]:
    index, found = letak.index, []
    find = Pencari((e.sasaran.kode, e.sasaran.uraian) for e in index.sasaran.values())
    told: dict[str, AnalisisSasaran] = {}
    for at, each in enumerate(index.data.narasi.analisis):
        where = f"narasi.analisis[{at}]"
        key, _ = find.cari(each.sasaran)
        if key is None:
            sentence = f"Tidak ada sasaran “{each.sasaran}” untuk dianalisis; periksalah kodenya."
            found.append(codes.REF_UNKNOWN.at(f"{where}.sasaran", sentence))
        elif key in told:
            sentence = f"Analisis sasaran {key} tertulis dua kali; gabungkanlah."
            found.append(codes.ROW_DUP.at(where, sentence))
        else:
            told[key] = each
            found += _check_seven(each, where)
    office = puncak(index)
    for place in letak.sasaran:
        unit = index.unit_of(place.sasaran.penanggung_jawab)
        if unit is not None and unit == office and place.kunci not in told:
            sentence = f"Sasaran “{place.sasaran.uraian}” belum dianalisis; tulislah analisisnya."
            found.append(codes.NARRATIVE_ABSENT.at("narasi.analisis", sentence))
    return found


def _check_seven(each: AnalisisSasaran, where: str) -> list[Finding]:
    blank = [name for field, name in ANALISIS.items() if not normal(" ".join(_of(each, field)))]
    if not blank:
        return []
    sentence = f"Analisis sasaran {each.sasaran} belum memuat {', '.join(blank)}; lengkapilah."
    return [codes.NARRATIVE_ABSENT.at(where, sentence)]


def _of(each: AnalisisSasaran, field: str) -> tuple[str, ...]:
    texts: tuple[str, ...] = getattr(each, field)
    return texts
