"""Money of a programme, kegiatan or sub kegiatan: budget, spending, absorption, output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.baca import baca_angka, baca_uang
from doc_templates.kinerja.hitung.capaian import bandingkan
from doc_templates.kinerja.hitung.jumlah import jumlahkan
from doc_templates.kinerja.hitung.triwulan import TRIWULAN
from doc_templates.kinerja.jalan import bagian_of
from doc_templates.kinerja.model import Indikator, SubKegiatan
from doc_templates.kinerja.nilai import KOSONG, Angka, TakTerbaca, Tiada
from doc_templates.kinerja.rujukan import kunci_of
from doc_templates.kinerja.rumus import (
    RATA_CAPAIAN,
    SERAPAN,
    Efisiensi,
    Hasil,
    Suku,
    efisiensi,
    terapkan,
)
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.jalan import TempatAnggaran
    from doc_templates.kinerja.model import Kegiatan, Program
    from doc_templates.kinerja.nilai import Nilai


def pagu(item: Program | Kegiatan | SubKegiatan) -> Nilai:
    """The budget as written, else the sum of its parts."""
    written = baca_uang(item.anggaran)
    parts = bagian_of(item)
    if not (isinstance(written, Tiada) and written.kosong and parts):
        return written
    return jumlahkan([pagu(each) for each in parts], tulis=rupiah)


def total_pagu(versi: Versi | None) -> Nilai:
    """The budget of all programmes."""
    return jumlahkan([pagu(each) for each in versi.isi.program], tulis=rupiah) if versi else KOSONG


def belanja(index: Index, item: Program | Kegiatan | SubKegiatan, ke: int) -> Nilai:
    """What was spent in one quarter."""
    return jumlahkan([_spent(index, each, ke) for each in _leaves(item)], tulis=rupiah)


def belanja_sampai(index: Index, item: Program | Kegiatan | SubKegiatan, ke: int = 4) -> Nilai:
    """What was spent up to a quarter; with 4, in the whole year."""
    return jumlahkan(
        [_spent(index, leaf, each) for leaf in _leaves(item) for each in TRIWULAN[:ke]],
        tulis=rupiah,
    )


def total_belanja(index: Index, versi: Versi | None, ke: int = 4) -> Nilai:
    """What all programmes spent up to a quarter."""
    if versi is None:
        return KOSONG
    return jumlahkan([belanja_sampai(index, each, ke) for each in versi.isi.program], tulis=rupiah)


def serapan(index: Index, anggaran: Nilai, terpakai: Nilai) -> Hasil:
    """Absorption in per cent."""
    digit = index.data.kebijakan.digit
    for name, each in (("realisasi anggaran", terpakai), ("pagu", anggaran)):
        if isinstance(each, TakTerbaca):
            return Hasil(SERAPAN, (), digit, alasan=f"{name} “{each.teks}” tidak terbaca")
        if isinstance(each, Tiada):
            word = each.sebab.value
            return Hasil(SERAPAN, (), digit, kata=word, alasan=f"{name} {word}")
    operands = [(Suku(each.nilai),) for each in (terpakai, anggaran) if isinstance(each, Angka)]
    return terapkan(SERAPAN, *operands, digit=digit)


def target_keluaran(item: SubKegiatan) -> Nilai:
    """The output that a sub kegiatan promised."""
    output = item.keluaran
    if output is None:
        return KOSONG
    return baca_angka(output.target, satuan=output.satuan, desimal=output.desimal)


def keluaran_sampai(index: Index, item: SubKegiatan, ke: int = 4) -> Nilai:
    """The output that a sub kegiatan gave up to a quarter."""
    row, output = index.belanja.get(kunci_of(item.kode, item.uraian)), item.keluaran
    if row is None or output is None:
        return KOSONG
    return jumlahkan(
        [
            baca_angka(row.keluaran[each - 1], satuan=output.satuan, desimal=output.desimal)
            for each in TRIWULAN[:ke]
        ]
    )


def capaian_keluaran(index: Index, item: SubKegiatan, ke: int = 4) -> Hasil:
    """Output against promised output, higher being better."""
    measure = Indikator(uraian=item.keluaran.uraian if item.keluaran else item.uraian)
    return bandingkan(
        index,
        measure,
        keluaran_sampai(index, item, ke),
        target_keluaran(item),
        names=("realisasi keluaran", "target keluaran"),
    )


def rata_capaian(index: Index, results: Iterable[Hasil]) -> Hasil:
    """The mean of the achievements that have a number."""
    numbers = tuple(Suku(each.nilai) for each in results if each.nilai is not None)
    digit = index.data.kebijakan.digit
    if not numbers:
        reason = "tidak ada capaian yang dapat dihitung"
        return Hasil(RATA_CAPAIAN, (), digit, alasan=reason)
    return terapkan(RATA_CAPAIAN, numbers, digit=digit)


def efisiensi_of(index: Index, tempat: TempatAnggaran, capaian: Hasil, *, ke: int = 4) -> Efisiensi:
    """How a line's achievement compares with what it spent, by the office's variant."""
    absorbed = serapan(index, pagu(tempat.item), belanja_sampai(index, tempat.item, ke))
    rows = (index.belanja.get(kunci_of(each.kode, each.uraian)) for each in _leaves(tempat.item))
    typed = "; ".join(dict.fromkeys(each.efisiensi for each in rows if each and each.efisiensi))
    return efisiensi(capaian, absorbed, varian=index.data.kebijakan.efisiensi, diketik=typed)


def _spent(index: Index, item: SubKegiatan, ke: int) -> Nilai:
    row = index.belanja.get(kunci_of(item.kode, item.uraian))
    return baca_uang(row.keuangan[ke - 1]) if row else KOSONG


def _leaves(item: Program | Kegiatan | SubKegiatan) -> Iterator[SubKegiatan]:
    if isinstance(item, SubKegiatan):
        yield item
    for each in bagian_of(item):
        yield from _leaves(each)
