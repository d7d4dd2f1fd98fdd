"""Bab II Perencanaan Kinerja: the plan of five years, key indicators, and the year's promises."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung.triwulan import nama_versi
from doc_templates.kinerja.tabel import puncak
from doc_templates.kinerja.tabel.analisis import tabel_definisi
from doc_templates.kinerja.tabel.perjanjian import isi_perjanjian
from doc_templates.laporan_tahunan import kalimat
from doc_templates.laporan_tahunan.tabel_tambahan import tabel_lima_tahun, tabel_versi
from doc_templates.naskah.blok import Alinea, Bagian, Daftar, HalamanBaru, Judul
from doc_templates.perjanjian_kinerja.wording import ALASAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.kinerja.index import Versi
    from doc_templates.laporan_tahunan.bahan import Bahan
    from doc_templates.naskah.blok import Blok

BAB: Final = 2


def bab2(bahan: Bahan) -> Iterator[Bagian]:
    """The chapter's parts; the plan's tables lie on their side."""
    yield Bagian(tuple(_renstra(bahan)))
    yield Bagian(tuple(_tabel_renstra(bahan)), mendatar=True)
    yield Bagian(tuple(_perjanjian(bahan)))


def _renstra(bahan: Bahan) -> Iterator[Blok]:
    plan = bahan.data.renstra
    yield HalamanBaru()
    yield Judul("PERENCANAAN KINERJA", 1, "BAB II")
    yield Judul("Rencana Strategis", 2, "A.")
    basis = f", yang ditetapkan dengan {plan.dasar}" if plan.dasar.strip() else ""
    yield Alinea(
        f"{plan.judul}{basis}, memuat tujuan, sasaran, indikator, dan target kinerja "
        f"{bahan.kantor} untuk masa {plan.tahun_awal} sampai dengan {plan.tahun_akhir}."
    )
    yield Judul("Tujuan dan Sasaran", 3, "1.")
    goals = kalimat.bilangan(len(plan.tujuan))
    yield Alinea(
        f"Rencana strategis memuat {goals} tujuan dengan "
        f"{kalimat.bilangan(len(bahan.index.sasaran))} sasaran dan "
        f"{kalimat.bilangan(len(bahan.index.indikator))} indikator, dari sasaran strategis sampai "
        "dengan sasaran unit kerja yang menjabarkannya. Tujuan itu ialah:"
    )
    yield Daftar(tuple(each.uraian for each in plan.tujuan), "angka")
    yield Judul("Strategi dan Arah Kebijakan", 3, "2.")
    yield from kalimat.uraian(bahan.narasi.arah_kebijakan, "Uraian strategi dan arah kebijakan")


def _tabel_renstra(bahan: Bahan) -> Iterator[Blok]:
    yield Judul("Target Kinerja Lima Tahun", 3, "3.")
    yield bahan.tabel(BAB, tabel_lima_tahun(bahan))
    yield HalamanBaru()
    yield Judul("Indikator Kinerja Utama", 2, "B.")
    yield bahan.tabel(BAB, tabel_definisi(bahan.index))


def _perjanjian(bahan: Bahan) -> Iterator[Blok]:
    yield Judul(f"Perjanjian Kinerja Tahun {bahan.tahun}", 2, "C.")
    yield Alinea(_tentang_versi(bahan))
    yield bahan.tabel(BAB, tabel_versi(bahan))
    for number, each in enumerate(bahan.index.versi, 1):
        yield from _satu_versi(bahan, each, number)


def _tentang_versi(bahan: Bahan) -> str:
    versions = bahan.index.versi
    if not versions:
        return f"Perjanjian kinerja tahun {bahan.tahun} belum tersedia."
    first = versions[0].isi.tanggal
    begin = f"Perjanjian kinerja tahun {bahan.tahun} ditandatangani" + (
        f" pada tanggal {first}" if first else "; tanggalnya belum tersedia"
    )
    changes = [_perubahan(each) for each in versions[1:]]
    if not changes:
        return f"{begin} dan tidak diubah dalam tahun berjalan."
    times = kalimat.bilangan(len(changes))
    return f"{begin}, kemudian diubah {times} kali: {kalimat.rangkai(changes)}."


def _perubahan(versi: Versi) -> str:
    this = versi.isi
    day = f" tanggal {this.tanggal}" if this.tanggal else ""
    reason = ALASAN[this.alasan] if this.alasan else ""
    told = ", yaitu ".join(filter(None, (reason, this.uraian_alasan.strip())))
    return f"{nama_versi(this)}{day}" + (f" karena {told}" if told else "")


def _satu_versi(bahan: Bahan, versi: Versi, number: int) -> Iterator[Blok]:
    unit, name = puncak(bahan.index), nama_versi(versi.isi)
    yield Judul(f"Perjanjian Kinerja {name}", 3, f"{number}.")
    if unit is None:
        yield Alinea(f"Isi perjanjian kinerja {name} belum tersedia.")
        return
    told = isi_perjanjian(bahan.index, unit, versi)
    for table in told.tabel:
        lines = tuple(each for each in table.keterangan if each.jenis != "kebijakan")
        yield bahan.tabel(BAB, replace(table, judul=f"{table.judul} ({name})", keterangan=lines))
