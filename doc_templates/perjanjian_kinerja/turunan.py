"""Agreements out of a performance data set: one for each unit that promises, and each version.

The texts are those of the data set's own tables, so that an agreement prints what every other
document of the year prints. Officials are those of the agreement's day; they stay in it for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.nilai import Ketiadaan
from doc_templates.kinerja.pejabat import pejabat_pada
from doc_templates.kinerja.tabel import isi_perjanjian
from doc_templates.perjanjian_kinerja import wording
from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.model import DataKinerja, Tingkat, Unit
    from doc_templates.kinerja.tabel import Baris, Tabel
    from doc_templates.perjanjian_kinerja.model import TingkatAnggaran

KLASIFIKASI: Final = "000.7.2.7"
"""Performance agreements in the classification of Permendagri 83/2022."""

ANGGARAN: Final[dict[Tingkat, TingkatAnggaran]] = {
    "kepala_daerah": "program",
    "kepala_pd": "program",
    "camat": "program",
    "administrator": "kegiatan",
    "pengawas": "sub_kegiatan",
}
"""The lines of the budget that a level answers for."""


def turunkan(data: DataKinerja) -> dict[str, dict[str, Any]]:
    """Name → data of each agreement of the year: ``dinas-murni``, ``dinas-perubahan-1``."""
    index = index_of(data)
    found = {
        _name(unit, versi): _derived(index, unit, versi)
        for versi in index.versi
        for unit in index.unit.values()
    }
    return {name: each for name, each in found.items() if each is not None}


def derive(data: DataKinerja, unit: str, ke: int) -> dict[str, Any] | None:
    """The data of one agreement, plain.

    Args:
        data: the data set.
        unit: code of the unit whose head promises.
        ke: 0 for the agreement as first made, 1 for Perubahan I and so on.

    Returns:
        None where the data have no such unit or version, or the unit promises nothing.
    """
    index = index_of(data)
    versi = next((each for each in index.versi if each.isi.ke == ke), None)
    if versi is None or unit not in index.unit:
        return None
    return _derived(index, index.unit[unit], versi)


def perbarui(lama: PerjanjianKinerja, data: DataKinerja) -> PerjanjianKinerja | None:
    """The agreement as the data would give it now, under the number that it bears.

    None where it was not derived, or where the data are another office's or year's.
    """
    if lama.asal is None or (lama.tahun, lama.kop.nama_instansi, lama.kop.pemerintah) != (
        data.tahun,
        data.kop.nama_instansi,
        data.kop.pemerintah,
    ):
        return None
    plain = derive(data, lama.asal.unit, lama.asal.versi)
    if plain is None:
        return None
    kept = {"nomor": lama.nomor, "penomoran": lama.penomoran}
    return PerjanjianKinerja.model_validate(plain).model_copy(update=kept)


def _name(unit: Unit, versi: Versi) -> str:
    plain = "".join(each if each.isalnum() else "-" for each in unit.kode.casefold())
    return f"{plain}-{f'perubahan-{versi.isi.ke}' if versi.isi.ke else 'murni'}"


def _derived(index: Index, unit: Unit, versi: Versi) -> dict[str, Any] | None:
    data, told = index.data, isi_perjanjian(index, unit, versi)
    if not told.sasaran.baris:
        return None
    return {
        "tingkat": unit.tingkat,
        "kop": _set(data.kop.model_dump(mode="json", exclude_unset=True)),
        "tahun": data.tahun,
        **_set({"perubahan": _revision(index, unit, versi)}),
        **_number(data, unit, versi),
        **_parties(data, unit, versi.isi.tanggal),
        "sasaran": list(_aims(told.sasaran, told.triwulan)),
        "program": [_line(told.anggaran, row) for row in _rows(told.anggaran)],
        "tingkat_anggaran": ANGGARAN[unit.tingkat],
        "tempat": data.tempat,
        **_set({"tanggal": versi.isi.tanggal}),
        "kertas": data.kertas,
        "asal": {"unit": unit.kode, "versi": versi.isi.ke},
    }


def _set(fields: dict[str, Any]) -> dict[str, Any]:
    """Only what is there: a field without a value is not written."""
    return {name: each for name, each in fields.items() if each is not None}


def _number(data: DataKinerja, unit: Unit, versi: Versi) -> dict[str, Any]:
    """The number that the unit's agreement bears, else how the register will give it one."""
    number = _number_of(unit, versi)
    if number:
        return {"nomor": number}
    if not data.kode_penomoran.strip():
        return {}
    return {"penomoran": {"klasifikasi": KLASIFIKASI, "unit": data.kode_penomoran}}


def _number_of(unit: Unit, versi: Versi) -> str | None:
    numbers = (each.nomor for each in versi.isi.nomor if each.unit == unit.kode)
    return next((each for each in numbers if each.strip()), None)


def _revision(index: Index, unit: Unit, versi: Versi) -> dict[str, Any] | None:
    this = versi.isi
    if this.ke == 0:
        return None
    reason = wording.ALASAN[this.alasan] if this.alasan else None
    told = ", yaitu ".join(filter(None, (reason, this.uraian_alasan.strip())))
    before = next((each for each in reversed(index.versi) if each.isi.ke == this.ke - 1), None)
    return _set(
        {
            "ke": this.ke,
            "alasan": told or None,
            "nomor_semula": _number_of(unit, before) if before else None,
        }
    )


def _parties(data: DataKinerja, unit: Unit, tanggal: str | None) -> dict[str, Any]:
    """Who promises, and to whom; a head of region promises alone."""
    above = None if unit.tingkat == "kepala_daerah" else unit.induk
    return _set(
        {
            "pihak_pertama": _official(data, unit.kode, tanggal) or {},
            "pihak_kedua": _official(data, above, tanggal) if above else None,
        }
    )


def _official(data: DataKinerja, unit: str, tanggal: str | None) -> dict[str, Any] | None:
    found = pejabat_pada(data, unit, tanggal)
    return _set(found.model_dump(mode="json")) if found else None


def _aims(targets: Tabel, quarters: Tabel) -> Iterator[dict[str, Any]]:
    """Aims with their indicators; the two tables have the same rows."""
    aim: dict[str, Any] = {}
    for row, beside in zip(_rows(targets), _rows(quarters), strict=True):
        cells = _texts(targets, row)
        key = _key(targets, row, "sasaran")
        if aim.get("kode") != key:
            if aim:
                yield aim
            aim = {"kode": key, "uraian": cells["sasaran"], "indikator": []}
        milestones = _texts(quarters, beside)
        aim["indikator"].append(
            {
                "kode": _key(targets, row, "indikator"),
                "uraian": cells["indikator"],
                "satuan": _said(cells["satuan"]),
                "target": _said(cells["target"]),
                "triwulan": [milestones[f"tw{ke}"] for ke in (1, 2, 3, 4)],
            }
        )
    if aim:
        yield aim


def _said(text: str) -> str:
    """What may not be missing when an agreement is signed stays blank, and the check tells."""
    return "" if text == Ketiadaan.BELUM_TERSEDIA.value else text


def _line(budget: Tabel, row: Baris) -> dict[str, Any]:
    cells, cell = _texts(budget, row), budget.sel_of(row, "anggaran")
    amount = cell.angka if cell else None
    return _set(
        {
            "kode": _key(budget, row, "uraian"),
            "uraian": cells["uraian"],
            "anggaran": None if amount is None else _plain(amount),
            "keterangan": cells["keterangan"],
        }
    )


def _plain(amount: Decimal) -> int | str:
    """An amount as JSON holds it exactly: whole rupiah as a number, sen as text."""
    return int(amount) if amount == amount.to_integral_value() else rupiah(amount)


def _rows(table: Tabel) -> list[Baris]:
    return [row for row in table.baris if row.jenis == "isi"]


def _texts(table: Tabel, row: Baris) -> dict[str, str]:
    """Column → what the cell prints."""
    named = zip(table.kolom, row.sel, strict=True)
    return {column.kunci: cell.teks for column, cell in named if cell}


def _key(table: Tabel, row: Baris, column: str) -> str:
    cell = table.sel_of(row, column)
    return cell.subjek if cell else ""
