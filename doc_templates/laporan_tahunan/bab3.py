"""Bab III Akuntabilitas Kinerja: what was reached, aim by aim, and what was spent."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from doc_templates.kinerja.hitung import anggaran
from doc_templates.kinerja.hitung.capaian import predikat
from doc_templates.kinerja.tabel import Baris, Kolom, Sel, Tabel, sel
from doc_templates.kinerja.tabel.anggaran import tabel_realisasi_anggaran
from doc_templates.kinerja.tabel.daftar import tabel_penghargaan, tabel_rekomendasi
from doc_templates.laporan_tahunan import kalimat
from doc_templates.laporan_tahunan.analisis import BAB, analisis
from doc_templates.laporan_tahunan.grafik import diagram_sasaran, diagram_serapan
from doc_templates.naskah.blok import Alinea, Bagian, HalamanBaru, Judul

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doc_templates.laporan_tahunan.bahan import Bahan
    from doc_templates.naskah.blok import Blok, Diagram


def bab3(bahan: Bahan) -> Iterator[Bagian]:
    """The chapter's parts: the whole, each aim from seven sides, the money, what others said."""
    yield Bagian(tuple(_pengukuran(bahan)))
    yield Bagian((bahan.tabel(BAB, _tabel_semua(bahan)),), mendatar=True)
    yield Bagian(tuple(_per_sasaran(bahan)))
    yield Bagian(tuple(_anggaran(bahan)))
    yield Bagian(
        (bahan.tabel(BAB, tabel_realisasi_anggaran(bahan.index)), *_lain(bahan)), mendatar=True
    )


def _pengukuran(bahan: Bahan) -> Iterator[Blok]:
    yield HalamanBaru()
    yield Judul("AKUNTABILITAS KINERJA", 1, "BAB III")
    yield Judul(f"Capaian Kinerja Tahun {bahan.tahun}", 2, "A.")
    yield from kalimat.uraian(bahan.narasi.pengantar_pengukuran, "Cara pengukuran kinerja")
    mean, word = bahan.rata(bahan.capaian)
    yield Alinea(
        f"{kalimat.tentang_capaian(bahan.capaian)} "
        f"{kalimat.tentang_rata(mean, word, apa='seluruh indikator')}"
    )
    yield bahan.tabel(BAB, _tabel_kelas(bahan))
    yield from _bernomor(bahan, diagram_sasaran(bahan))
    yield Alinea("Hasil pengukuran setiap indikator disajikan pada tabel berikut.")


def _tabel_semua(bahan: Bahan) -> Tabel:
    """All indicators; how each achievement is computed stands under the table of its aim."""
    whole = bahan.seluruh["pengukuran"]
    kept = (
        each
        for each in whole.keterangan
        if each.jenis != "substitusi" or each.medan.startswith("catatan.capaian.rata_rata")
    )
    return replace(whole, keterangan=tuple(kept))


def _tabel_kelas(bahan: Bahan) -> Tabel:
    """How many indicators are in each class of achievement."""
    kolom = (
        Kolom("kelas", "Predikat Capaian", lebar=40),
        Kolom("banyak", "Banyak Indikator", "tengah", 20),
    )
    found = Counter(predikat(bahan.index, each.hasil) for each in bahan.capaian)
    rows = [Baris((Sel(word), Sel(str(count)))) for word, count in found.most_common()]
    rows.append(sel.jumlah("Jumlah", {"banyak": Sel(str(len(bahan.capaian)))}, kolom))
    title = f"Sebaran Predikat Capaian Indikator Tahun {bahan.tahun}"
    return Tabel("A-1", title, kolom, tuple(rows), kosong="Belum ada indikator.")


def _bernomor(bahan: Bahan, charts: Iterable[Diagram]) -> Iterator[Diagram]:
    for each in charts:
        yield replace(each, nomor=bahan.nomor.gambar(BAB))


def _per_sasaran(bahan: Bahan) -> Iterator[Blok]:
    for place, rows in bahan.per_sasaran:
        number = bahan.nomor_sasaran[place.kunci]
        yield Judul(f"Sasaran {number}: {place.sasaran.uraian}", 2, f"A.{number}")
        yield from analisis(bahan, place, rows)


def _anggaran(bahan: Bahan) -> Iterator[Blok]:
    yield HalamanBaru()
    yield Judul("Realisasi Anggaran", 2, "B.")
    yield Alinea(_tentang_uang(bahan))
    yield bahan.tabel(BAB, _tabel_program(bahan))
    yield from _bernomor(bahan, diagram_serapan(bahan))
    yield from kalimat.uraian(bahan.narasi.realisasi_anggaran, "Uraian realisasi anggaran")


def _tentang_uang(bahan: Bahan) -> str:
    budget = anggaran.total_pagu(bahan.versi)
    spent = anggaran.total_belanja(bahan.index, bahan.versi)
    absorbed = anggaran.serapan(bahan.index, budget, spent)
    if absorbed.nilai is None:
        why = f" karena {absorbed.alasan}" if absorbed.alasan else ""
        return f"Serapan anggaran tahun {bahan.tahun} {absorbed.kata}{why}."
    return (
        f"Anggaran {bahan.kantor} tahun {bahan.tahun} berjumlah {budget.teks}. Sampai dengan akhir "
        f"tahun terealisasi {spent.teks}, sehingga serapannya {absorbed.teks} persen."
    )


def _tabel_program(bahan: Bahan) -> Tabel:
    """The programmes' rows of the whole table of spending, and its sum."""
    whole = tabel_realisasi_anggaran(bahan.index)
    kept = [at for at, each in enumerate(whole.kolom) if each.kunci != "realisasi_tw"]
    rows = [row for row in whole.baris if row.jenis == "jumlah" or row.tingkat == 0]
    subjects = {cell.subjek for row in rows for cell in row.sel if cell}
    return replace(
        whole,
        judul=f"Realisasi Anggaran Setiap Program Tahun {bahan.tahun}",
        kolom=tuple(whole.kolom[at] for at in kept),
        baris=tuple(replace(row, sel=tuple(row.sel[at] for at in kept)) for row in rows),
        keterangan=tuple(
            each for each in whole.keterangan if not each.subjek or each.subjek in subjects
        ),
        mendatar=False,
    )


def _lain(bahan: Bahan) -> Iterator[Blok]:
    yield Judul("Penghargaan", 2, "C.")
    yield bahan.tabel(BAB, tabel_penghargaan(bahan.index))
    yield Judul("Tindak Lanjut Rekomendasi Hasil Evaluasi", 2, "D.")
    advice = bahan.data.rekomendasi
    if advice:
        done = Counter[str](each.status for each in advice)
        parts = (
            f"{kalimat.bilangan(done[status])} {word}"
            for status, word in (("tuntas", "tuntas"), ("proses", "dalam proses"),
                                 ("belum", "belum ditindaklanjuti"))
            if done[status]
        )  # fmt: skip
        count = kalimat.bilangan(len(advice))
        yield Alinea(f"Dari {count} rekomendasi, {kalimat.rangkai(parts)}.")
    yield bahan.tabel(BAB, tabel_rekomendasi(bahan.index))
