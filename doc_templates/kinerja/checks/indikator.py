"""Aims and indicators: each aim measured, each indicator defined and computable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja import codes
from doc_templates.kinerja.baca import PERSEN
from doc_templates.kinerja.checks.letak import kosong_di, sebut, sebut_awal
from doc_templates.kinerja.checks.nilai import berbeda, check_nilai
from doc_templates.kinerja.hitung.banding import target_akhir, target_renstra
from doc_templates.kinerja.hitung.capaian import baca_target
from doc_templates.kinerja.hitung.jumlah import jumlahkan
from doc_templates.kinerja.nilai import Tiada
from doc_templates.kinerja.rujukan import normal
from doc_templates.kinerja.tabel.sel_indikator import POLARITAS

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.jalan import TempatIndikator
    from doc_templates.kinerja.model import Indikator
    from doc_templates.kinerja.model.renstra import Polaritas
    from doc_templates.kinerja.nilai import Nilai
    from doc_templates.kinerja.rumus import KodeRumus

_COCOK: Final[dict[Polaritas, tuple[KodeRumus, ...]]] = {
    "tinggi": ("F1", "F6"),
    "rendah": ("F2", "F3"),
    "rentang": ("F7",),
}
"""Which formulas mean what the polarity says."""
_KEADAAN: Final = frozenset({"F6", "F7"})
"""Formulas of states, which cannot be added up."""
_NAMA: Final = {"definisi": "definisi operasional", "formula": "cara menghitung",
                "sumber": "sumber data"}  # fmt: skip


def check_sasaran(letak: Letak) -> list[Finding]:
    """Every aim has an indicator, and no indicator twice."""
    found = []
    if not letak.sasaran:
        sentence = "Belum ada sasaran; isilah paling sedikit satu sasaran beserta indikatornya."
        found.append(codes.SASARAN_UNMEASURED.at("renstra.tujuan", sentence))
    for place in letak.sasaran:
        if not place.sasaran.indikator:
            sentence = (
                f"Sasaran “{place.sasaran.uraian}” belum berindikator; "
                "isilah paling sedikit satu indikator."
            )
            found.append(codes.SASARAN_UNMEASURED.at(f"{place.where}.indikator", sentence))
        seen: set[str] = set()
        for at, each in enumerate(place.sasaran.indikator):
            if normal(each.uraian) in seen:
                sentence = (
                    f"{sebut_awal(each)} berbunyi sama dengan indikator lain pada sasaran ini."
                )
                where = f"{place.where}.indikator[{at}].uraian"
                found.append(codes.INDICATOR_TWICE.at(where, sentence))
            seen.add(normal(each.uraian))
    return found


def check_indikator(letak: Letak) -> list[Finding]:
    """Unit, formula and way of adding up of each indicator."""
    found = []
    for place in letak.indikator:
        if not place.indikator.satuan.strip():
            sentence = (
                f"{sebut_awal(place.indikator)} belum bersatuan; isilah, misalnya Persen atau "
                "Dokumen."
            )
            found.append(codes.INDICATOR_UNIT.at(f"{place.where}.satuan", sentence))
        found += _check_formula(letak.index, place)
    return found


def check_definisi(letak: Letak) -> list[Finding]:
    """What each indicator means, how it is counted and where its data are from."""
    found = []
    for place in letak.indikator:
        each = place.indikator
        texts = {"definisi": each.definisi, "formula": each.formula, "sumber": each.sumber_data}
        if blank := [_NAMA[name] for name in kosong_di(**texts)]:
            sentence = f"{sebut_awal(each)} belum mempunyai {' dan '.join(blank)}; lengkapilah."
            found.append(codes.INDICATOR_DEFINITION.at(place.where, sentence))
    return found


def check_renstra(letak: Letak) -> list[Finding]:
    """The plan's target of this year and for its end."""
    index, found = letak.index, []
    for place in letak.indikator:
        year = target_renstra(index, place.kunci, index.data.tahun)
        end = target_akhir(index, place.kunci)
        targets = ((f"target Renstra {index.data.tahun}", year, "target_renstra"),
                   ("target akhir Renstra", end, "target_akhir"))  # fmt: skip
        for label, value, field in targets:
            where = f"{place.where}.{field}"
            found += check_nilai(value, where, f"{label} {place.kunci}")
            if isinstance(value, Tiada) and value.kosong:
                sentence = (
                    f"{sebut_awal(place.indikator)} belum mempunyai {label}; isilah, atau tulislah "
                    "“tidak berlaku”."
                )
                found.append(codes.RENSTRA_TARGET.at(where, sentence))
        found += _check_end(index, place, end)
    return found


def _check_formula(index: Index, place: TempatIndikator) -> list[Finding]:
    each, found = place.indikator, []
    fitting = _COCOK[each.polaritas]
    if each.rumus not in fitting:
        sentence = (
            f"{sebut_awal(each)} berarah “{POLARITAS[each.polaritas]}”, tetapi memakai rumus "
            f"{each.rumus}; pilihlah rumus {' atau '.join(fitting)}, atau ubahlah arahnya."
        )
        found.append(codes.FORMULA_POLARITY.at(f"{place.where}.rumus", sentence, *fitting))
    if each.rumus == "F6" and each.skala not in index.skala:
        known = tuple(index.skala)
        sentence = (
            f"{sebut_awal(each)} memakai rumus predikat, tetapi skala “{each.skala}” tidak "
            f"dikenal; pilihlah {', '.join(known)}, atau tambahkan skala kantor."
        )
        found.append(codes.FORMULA_SCALE.at(f"{place.where}.skala", sentence, *known))
    return found + _check_accumulation(place.where, each)


def _check_accumulation(where: str, each: Indikator) -> list[Finding]:
    summed = "jumlah" in {each.cara_hitung, each.cara_hitung_renstra}
    if each.rumus in _KEADAAN and (summed or each.cara_hitung == "rata_rata"):
        reason = "predikat dan rentang tidak dapat dijumlahkan atau dirata-ratakan"
    elif summed and each.satuan.strip().casefold() in PERSEN:
        reason = "persentase tidak boleh dijumlahkan"
    else:
        return []
    sentence = f"Cara hitung {sebut(each)} perlu diubah, misalnya menjadi nilai akhir: {reason}."
    return [codes.ACCUMULATION.at(f"{where}.cara_hitung", sentence, "nilai_akhir")]


def _check_end(index: Index, place: TempatIndikator, end: Nilai) -> list[Finding]:
    each, plan = place.indikator, index.data.renstra
    years = [
        baca_target(index, each, row.target)
        for row in each.target_renstra
        if each.cara_hitung_renstra == "jumlah" or row.tahun == plan.tahun_akhir
    ]
    whole = jumlahkan(years) if years else None
    if whole is None or not berbeda(whole, end):
        return []
    way = "jumlah target tahunannya" if len(years) > 1 else f"target tahun {plan.tahun_akhir}"
    sentence = (
        f"Target akhir Renstra {sebut(each)} {end.teks} tidak sama dengan {way} {whole.teks}; "
        "samakan keduanya."
    )
    return [codes.RENSTRA_END.at(f"{place.where}.target_akhir", sentence, whole.teks)]
