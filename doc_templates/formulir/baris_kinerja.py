"""The rows of the sheet Kinerja: the unit's indicators under their aims."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from doc_templates.formulir.bentuk import Baris, Isi, Isian, Pita
from doc_templates.kinerja.hitung import capaian
from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.kinerja.nilai import Ketiadaan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.jalan import TempatIndikator
    from doc_templates.kinerja.model import Indikator, Unit
    from doc_templates.kinerja.nilai import Nilai

KATA: tuple[str, ...] = tuple(each.value for each in Ketiadaan)
"""Words for a value that is not there."""


def indikator_unit(index: Index, unit: Unit) -> tuple[TempatIndikator, ...]:
    """Indicators whose number the unit delivers: each is asked of one unit only."""
    return tuple(
        each
        for each in index.indikator.values()
        if (owner := index.unit_of(_owner(index, each))) is not None and owner.kode == unit.kode
    )


def baris_kinerja(
    index: Index, measures: Sequence[TempatIndikator], ke: int
) -> Iterator[Pita | Baris]:
    """A band for each aim and a row for each of its indicators."""
    version, aim = versi_untuk(index, ke), None
    for place in measures:
        if place.sasaran != aim:
            aim = place.sasaran
            found = index.sasaran[aim].sasaran
            yield Pita(" · ".join(filter(None, (found.kode.strip(), found.uraian))))
        yield _row(index, place, version, ke)


def _owner(index: Index, place: TempatIndikator) -> str:
    named = place.indikator.penanggung_jawab
    return named or index.sasaran[place.sasaran].sasaran.penanggung_jawab


def _row(index: Index, place: TempatIndikator, version: Versi | None, ke: int) -> Baris:
    measure, key = place.indikator, place.kunci
    filled = index.realisasi.get(key, {}).get(ke)
    return Baris(
        key,
        {
            "kode": measure.kode.strip(),
            "indikator": measure.uraian,
            "satuan": measure.satuan,
            "target_tahun": _shown(capaian.target_tahun(index, key, version)),
            **{
                f"tw{at}": _shown(capaian.realisasi_triwulan(index, key, at)) for at in range(1, ke)
            },
            "target": _shown(capaian.target_triwulan(index, key, version, ke)),
            "nilai": isian_nilai(index, measure, filled.nilai if filled else None),
            "pendorong": Isian("teks", filled.pendorong if filled else ""),
            "penghambat": Isian("teks", filled.penghambat if filled else ""),
            "tindak_lanjut": Isian("teks", filled.tindak_lanjut if filled else ""),
            "catatan": Isian("teks", filled.catatan if filled else ""),
            "bukti": Isian("kode_bukti", "; ".join(filled.bukti) if filled else ""),
        },
    )


def isian_nilai(index: Index, measure: Indikator, written: Isi) -> Isian:
    """The input of a realised value: with the scale's predicates where it has one."""
    scale = index.skala.get(measure.skala) if measure.rumus == "F6" else None
    choices = tuple(each.sebutan for each in scale.predikat) if scale else ()
    return Isian(
        "nilai",
        written,
        baca=partial(capaian.baca_realisasi, index, measure),
        satuan=measure.satuan,
        desimal=measure.desimal,
        pilihan=(*choices, *KATA),
        hanya_pilihan=bool(choices),
        boleh_negatif=_may_be_negative(measure),
    )


def _may_be_negative(measure: Indikator) -> bool:
    """Counts and shares of a whole begin at nought; a growth or a temperature may lie below."""
    share = measure.uraian.strip().casefold().startswith(("persentase", "jumlah", "rasio"))
    return not share and measure.desimal != 0


def _shown(value: Nilai) -> str:
    return value.teks
