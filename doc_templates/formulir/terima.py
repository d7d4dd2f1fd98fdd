"""Puts accepted values into the plain data of a data set, and writes down who accepted them."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from doc_templates.formulir.perubahan import sebagai_teks
from doc_templates.kinerja.jalan import SUB_KEGIATAN
from doc_templates.kinerja.rujukan import Pencari
from doc_templates.usulan import RECORD, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from doc_templates.formulir.kembali import Kembali
    from doc_templates.formulir.perubahan import Bagian, Perubahan
    from doc_templates.kinerja.index import Index

_QUARTERS = 4
_NAME: dict[Bagian, str] = {
    "realisasi": "indikator",
    "realisasi_anggaran": "sub_kegiatan",
    "bukti": "kode",
}


def terima(
    data: dict[str, Any], forms: Sequence[Kembali], index: Index, *, oleh: str, pada: datetime
) -> dict[str, Any]:
    """The data with every change of the forms made and written down; all else stays.

    Args:
        data: plain data as read from the file; not changed itself.
        forms: without a finding of level E.
        index: the same data, looked up.
        oleh: who accepts.
        pada: when, with its zone.
    """
    result = deepcopy(data)
    finders = _finders(index)
    records = []
    for form in forms:
        for each in form.perubahan:
            place = _Penempatan(result, finders[each.bagian]).tempatkan(each)
            records.append(_record(form, each, place, oleh, pada))
    if records:
        result[RECORD] = [*(result.get(RECORD) or ()), *records]
    return result


def _finders(index: Index) -> dict[Bagian, Pencari]:
    lines = [line for version in index.versi for line in version.anggaran]
    return {
        "realisasi": Pencari(
            (each.indikator.kode, each.indikator.uraian) for each in index.indikator.values()
        ),
        "realisasi_anggaran": Pencari(
            (line.item.kode, line.item.uraian) for line in lines if line.tingkat == SUB_KEGIATAN
        ),
        "bukti": index.cari_bukti,
    }


class _Penempatan:
    """Finds where a change belongs in plain data, and makes the place where there is none."""

    def __init__(self, data: dict[str, Any], finder: Pencari) -> None:
        self._data, self._finder = data, finder

    def tempatkan(self, change: Perubahan) -> str:
        """Put the new value in; gives the path, as findings write it."""
        rows = self._data.get(change.bagian)
        if rows is None:
            rows = self._data[change.bagian] = []
        at = self._row(rows, change)
        match change.bagian:
            case "bukti":
                rows[at][change.medan] = change.menjadi
                return written((change.bagian, at, change.medan))
            case "realisasi_anggaran":
                quarters = rows[at].get(change.medan) or [None] * _QUARTERS
                quarters[change.triwulan - 1] = self._plain(change)
                rows[at][change.medan] = quarters
                return written((change.bagian, at, change.medan, change.triwulan - 1))
        quarter = self._quarter(rows, at, change)
        rows[at]["triwulan"][quarter][change.medan] = self._plain(change)
        return written((change.bagian, at, "triwulan", quarter, change.medan))

    def _row(self, rows: list[dict[str, Any]], change: Perubahan) -> int:
        name = _NAME[change.bagian]
        own = [at for at, each in enumerate(rows) if self._is(str(each[name]), change.kunci)]
        if not own:
            rows.append({name: change.kunci})
            return len(rows) - 1
        if change.bagian == "realisasi":
            # The data may give one indicator in several rows; the quarter's own row is the one.
            filled = (at for at in own if self._at(rows[at], change.triwulan) is not None)
            return next(filled, own[0])
        return own[0]

    def _is(self, text: str, key: str) -> bool:
        return text == key or self._finder.cari(text)[0] == key

    def _quarter(self, rows: list[dict[str, Any]], at: int, change: Perubahan) -> int:
        quarters = rows[at].get("triwulan")
        if quarters is None:
            quarters = rows[at]["triwulan"] = []
        found = self._at(rows[at], change.triwulan)
        if found is None:
            earlier = (str(each["ke"]) < str(change.triwulan) for each in quarters)
            found = sum(earlier)
            quarters.insert(found, {"ke": change.triwulan})
        return found

    def _at(self, row: dict[str, Any], quarter: int) -> int | None:
        for at, each in enumerate(row.get("triwulan") or ()):
            # In YAML every value is the text that was typed.
            if str(each["ke"]) == str(quarter):
                return at
        return None

    def _plain(self, change: Perubahan) -> Any:  # noqa: ANN401 - plain data
        value = change.menjadi
        if isinstance(value, tuple):
            return list(value)
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value)
        return value


def _record(
    form: Kembali, change: Perubahan, place: str, oleh: str, pada: datetime
) -> dict[str, str]:
    assert form.identitas is not None  # noqa: S101 - a form without one has no changes
    source = f"TW{change.triwulan}" if change.triwulan else "BUKTI"
    return {
        "kode": f"FORMULIR-{form.identitas.unit}-{source}",
        "tempat": place,
        "semula": sebagai_teks(change.semula),
        "menjadi": sebagai_teks(change.menjadi),
        "alasan": f"Formulir “{form.nama}”, {change.tempat}; SHA-256 {form.sha256}",
        "oleh": oleh,
        "pada": pada.isoformat(),
    }
