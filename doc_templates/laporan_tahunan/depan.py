"""What stands before Bab I: foreword, review statement, summary, and the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import anggaran
from doc_templates.kinerja.tabel import Baris, Kolom, Sel, Tabel, sel
from doc_templates.laporan_tahunan import kalimat
from doc_templates.laporan_tahunan.wording import is_reviewed
from doc_templates.naskah.blok import Alinea, BlokTabel, DaftarIsi, HalamanBaru, Judul

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.laporan_tahunan.bahan import Bahan
from doc_templates.naskah.blok import Blok

KATA_PENGANTAR: Final = "KATA PENGANTAR"
PERNYATAAN: Final = "PERNYATAAN TELAH DIREVIU"
RINGKASAN: Final = "RINGKASAN EKSEKUTIF"


def depan(bahan: Bahan) -> Iterator[Blok]:
    """The front matter in its order; each part on a page of its own."""
    yield HalamanBaru()
    yield Judul(KATA_PENGANTAR)
    words = bahan.model.pengantar or bahan.narasi.kata_pengantar
    yield from kalimat.uraian(words, "Kata pengantar")
    if is_reviewed(bahan.model):
        yield HalamanBaru()
        yield Judul(PERNYATAAN)
        yield from map(Alinea, pernyataan(bahan))
    yield HalamanBaru()
    yield Judul("DAFTAR ISI")
    yield DaftarIsi("isi")
    yield HalamanBaru()
    yield Judul("DAFTAR TABEL")
    yield DaftarIsi("tabel")
    yield HalamanBaru()
    yield Judul("DAFTAR GAMBAR")
    yield DaftarIsi("gambar")
    yield HalamanBaru()
    yield from _ringkasan(bahan)


def pernyataan(bahan: Bahan) -> tuple[str, ...]:
    """The reviewer's statement; assurance only where no answer says otherwise.

    Source: Permenpan RB 53/2014, Lampiran III (pernyataan telah direviu).
    """
    doubts = sum(each.jawaban == "tidak" for each in bahan.data.reviu.jawaban)
    answered = len(bahan.data.reviu.jawaban)
    judged = (
        "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan "
        "dalam meyakini keandalan informasi yang disajikan di dalam laporan kinerja ini."
    )
    if doubts:
        judged = (
            f"Dari {kalimat.bilangan(answered)} butir reviu, {kalimat.bilangan(doubts)} butir "
            "dijawab tidak; butir-butir itu disebut pada daftar uji reviu dan perlu diperbaiki."
        )
    scope = (
        f"Kami telah mereviu Laporan Kinerja Instansi Pemerintah {bahan.kantor} untuk tahun "
        f"anggaran {bahan.tahun} sesuai dengan pedoman reviu atas laporan kinerja. Substansi "
        "informasi yang dimuat dalam laporan kinerja menjadi tanggung jawab manajemen "
        f"{bahan.kantor}."
    )
    aim = (
        "Reviu bertujuan memberikan keyakinan terbatas bahwa laporan kinerja telah disajikan "
        "secara akurat, andal, dan valid."
    )
    return scope, aim, judged


def _ringkasan(bahan: Bahan) -> Iterator[Blok]:
    yield Judul(RINGKASAN)
    yield Alinea(pokok(bahan))
    yield BlokTabel(tabel_ringkas(bahan))
    yield from kalimat.uraian(bahan.narasi.ringkasan_eksekutif, "Ringkasan eksekutif")


def pokok(bahan: Bahan) -> str:
    """The year in numbers: aims, indicators, targets reached, money."""
    budget = anggaran.total_pagu(bahan.versi)
    spent = anggaran.total_belanja(bahan.index, bahan.versi)
    absorbed = anggaran.serapan(bahan.index, budget, spent)
    mean, word = bahan.rata(bahan.capaian)
    money = (
        f"Dari anggaran {budget.teks} terealisasi {spent.teks} atau {absorbed.teks} persen."
        if absorbed.nilai is not None
        else f"Anggaran: {budget.teks}; realisasi: {spent.teks}; serapan {absorbed.kata}."
    )
    aims = kalimat.bilangan(len(bahan.per_sasaran))
    return (
        f"Kinerja {bahan.kantor} tahun {bahan.tahun} diukur melalui {aims} sasaran dengan "
        f"{kalimat.bilangan(len(bahan.capaian))} indikator. "
        f"{kalimat.tentang_capaian(bahan.capaian)} "
        f"{kalimat.tentang_rata(mean, word, apa='seluruh indikator')} {money}"
    )


def tabel_ringkas(bahan: Bahan) -> Tabel:
    """Each aim in one row: indicators, targets reached, mean, class."""
    kolom = (
        sel.NOMOR,
        Kolom("sasaran", "Sasaran", lebar=44),
        Kolom("indikator", "Indikator", "tengah", 10),
        Kolom("tercapai", "Mencapai Target", "tengah", 11),
        Kolom("capaian", "Rata-Rata Capaian (%)", "kanan", 13),
        Kolom("predikat", "Predikat", "tengah", 14),
    )
    rows = []
    field = sel.dari_versi("capaian.rata_rata", bahan.versi.isi if bahan.versi else None)
    for place, members in bahan.per_sasaran:
        mean, word = bahan.rata(members)
        rows.append(
            Baris(
                (
                    Sel(bahan.nomor_sasaran[place.kunci]),
                    sel.teks(place.sasaran.uraian, place.kunci, "uraian"),
                    Sel(str(len(members))),
                    Sel(str(sum(each.tercapai is True for each in members))),
                    sel.hasil(mean, place.kunci, field),
                    sel.teks(word, place.kunci, f"{field}.predikat"),
                )
            )
        )
    title = f"Ringkasan Capaian Kinerja Tahun {bahan.tahun}"
    return Tabel("RE", title, kolom, tuple(rows), kosong="Belum ada sasaran dan indikator.")
