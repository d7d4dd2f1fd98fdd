"""What an agreement prints of the data set that it was derived from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.rujukan import kunci_of
from doc_templates.kinerja.tabel import Isi
from doc_templates.perjanjian_kinerja.context import BELUM_ADA
from doc_templates.perjanjian_kinerja.model import jumlah_of, rincian_of
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.pejabat import Pejabat
    from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja, Sasaran, SubKegiatan


def isi(data: PerjanjianKinerja) -> frozenset[Isi]:
    """Aims, indicators, targets, money and officials, named as the data set's tables name them."""
    version = data.asal.versi if data.asal else 0
    unit = data.asal.unit if data.asal else ""
    said = [
        *(each for aim in data.sasaran for each in _aim(aim, version)),
        *_money(data.program, version),
        Isi(unit, f"pagu@{version}.jumlah", rupiah(data.jumlah)),
        Isi(unit, f"tanggal@{version}", data.tanggal or BELUM_ADA),
    ]
    for role, official in (("pertama", data.pihak_pertama), ("kedua", data.pihak_kedua)):
        if official:
            said += _official(official, f"pihak_{role}", unit, version)
    return frozenset(said)


def _official(who: Pejabat, role: str, unit: str, version: int) -> Iterator[Isi]:
    """Each part of a signature block; what a hand will write is not said yet."""
    parts = {"nama": who.nama, "jabatan": who.sebutan, "pangkat": who.pangkat, "nip": who.nip}
    for name, text in parts.items():
        if text:
            yield Isi(unit, f"{role}.{name}@{version}", text)


def _aim(aim: Sasaran, version: int) -> Iterator[Isi]:
    yield Isi(kunci_of(aim.kode, aim.uraian), "uraian", aim.uraian)
    for each in aim.indikator:
        key = kunci_of(each.kode, each.uraian)
        yield Isi(key, "uraian", each.uraian)
        yield Isi(key, "satuan", each.satuan)
        yield Isi(key, f"target.tahun@{version}", each.target)
        for ke, text in enumerate(each.triwulan or (), 1):
            yield Isi(key, f"target.tw{ke}@{version}", text)


def _money(lines: Sequence[SubKegiatan], version: int) -> Iterator[Isi]:
    for each in lines:
        key, amount = kunci_of(each.kode, each.uraian), jumlah_of(each)
        yield Isi(key, "uraian", each.uraian)
        yield Isi(key, f"pagu@{version}", BELUM_ADA if amount is None else rupiah(amount))
        yield Isi(key, "sumber_dana", each.keterangan)
        yield from _money(rincian_of(each), version)
