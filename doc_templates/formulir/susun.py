"""The form of a unit for a quarter, drawn up from the data set: only what that unit answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.errors import FormEmpty, FormUnitUnknown
from doc_templates.formulir.baris_anggaran import baris_anggaran
from doc_templates.formulir.baris_bukti import baris_bukti
from doc_templates.formulir.baris_kinerja import baris_kinerja, indikator_unit
from doc_templates.formulir.bentuk import Formulir, Lembar
from doc_templates.formulir.identitas import VERSI, Identitas
from doc_templates.formulir.kolom import (
    ANGGARAN,
    BUKTI,
    KINERJA,
    NAMA,
    kolom_anggaran,
    kolom_bukti,
    kolom_kinerja,
)
from doc_templates.formulir.sidik import sidik_bentuk
from doc_templates.tanggal import Tanggal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.model import Unit

_QUARTERS = 4
_DUE_DAY = 10
"""The tenth of the month after the quarter, as offices' own procedures for performance data say."""


def susun(index: Index, unit: str, ke: int, *, batas_waktu: Tanggal | None = None) -> Formulir:
    """Draw up the form of a unit for a quarter.

    Args:
        index: the data set, looked up.
        unit: code or name.
        ke: quarter, 1 to 4.
        batas_waktu: when it must be back; the tenth of the month after the quarter when None.

    Raises:
        FormUnitUnknown: the data set has no such unit.
        FormEmpty: the unit answers for no indicator and no sub kegiatan.
    """
    found = index.unit_of(unit)
    if found is None:
        raise FormUnitUnknown(unit, [each.kode for each in index.data.unit])
    sheets = tuple(_sheets(index, found, ke))
    if not sheets:
        raise FormEmpty(found.nama)
    data = index.data
    return Formulir(
        identitas=Identitas(
            formulir="kinerja",
            versi=VERSI,
            pemerintah=data.kop.pemerintah or "",
            kantor=data.kop.nama_instansi,
            tahun=data.tahun,
            unit=found.kode,
            triwulan=ke,
            bentuk=sidik_bentuk(each for each in sheets if each.kunci != BUKTI),
        ),
        nama_unit=found.nama,
        batas_waktu=batas_waktu or jatuh_tempo(data.tahun, ke),
        kertas=data.kertas,
        lembar=sheets,
    )


def unit_pengisi(index: Index, ke: int) -> tuple[str, ...]:
    """Codes of the units that have something to fill, from the top down."""
    return tuple(each.kode for each in index.unit.values() if any(_sheets(index, each, ke)))


def jatuh_tempo(tahun: int, ke: int) -> Tanggal:
    """When a quarter's form is due."""
    if ke == _QUARTERS:
        return Tanggal(tahun + 1, 1, _DUE_DAY)
    return Tanggal(tahun, 3 * ke + 1, _DUE_DAY)


def _sheets(index: Index, unit: Unit, ke: int) -> Iterator[Lembar]:
    title = "FORMULIR PENGUMPULAN DATA"
    measures = indikator_unit(index, unit)
    if measures:
        rows = tuple(baris_kinerja(index, measures, ke))
        columns = kolom_kinerja(index.data.tahun, ke)
        yield Lembar(KINERJA, NAMA[KINERJA], f"{title} KINERJA", columns, rows)
    if money := tuple(baris_anggaran(index, unit, ke)):
        columns = kolom_anggaran(ke)
        yield Lembar(ANGGARAN, NAMA[ANGGARAN], f"{title} REALISASI ANGGARAN", columns, money)
    if measures:
        proofs = tuple(baris_bukti(index, measures, ke))
        yield Lembar(BUKTI, NAMA[BUKTI], "DAFTAR BUKTI DUKUNG", kolom_bukti(), proofs)
