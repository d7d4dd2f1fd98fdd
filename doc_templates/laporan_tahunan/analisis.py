"""One aim from seven sides, in the order of Permenpan RB 53/2014, Lampiran II."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import anggaran
from doc_templates.kinerja.jalan import bagian_of
from doc_templates.kinerja.model import AnalisisSasaran
from doc_templates.kinerja.tabel import Keterangan, sel
from doc_templates.kinerja.tabel.pengukuran import YEARS
from doc_templates.laporan_tahunan import kalimat
from doc_templates.laporan_tahunan.grafik import diagram_antartahun, diagram_tahun_ini
from doc_templates.laporan_tahunan.pangkas import baris_program, baris_sasaran, satu_sasaran
from doc_templates.naskah.blok import Alinea, Daftar, Judul

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kinerja.jalan import TempatSasaran
    from doc_templates.kinerja.model import Kegiatan, Program, SubKegiatan
    from doc_templates.kinerja.tabel import Baris, Tabel
    from doc_templates.laporan_tahunan.bahan import Bahan, Capaian
    from doc_templates.naskah.blok import Blok

BAB: Final = 3


@dataclass(frozen=True)
class Analisis:
    """The stuff of one aim's analysis."""

    bahan: Bahan
    tempat: TempatSasaran
    rows: tuple[Capaian, ...]

    @property
    def sebutan(self) -> str:
        """``Sasaran 3``."""
        return f"Sasaran {self.bahan.nomor_sasaran[self.tempat.kunci]}"

    def potong(self, nama: str, judul: str) -> Tabel:
        """The rows of its indicators out of a table of the whole year."""
        return satu_sasaran(
            self.bahan.seluruh[nama],
            {each.baris.kunci for each in self.rows},
            judul,
            rumus={each.sel.indikator.rumus for each in self.rows},
        )

    @cached_property
    def ketikan(self) -> AnalisisSasaran:
        """What the office wrote of this aim; empty where it wrote nothing."""
        mine = {self.tempat.kunci, self.tempat.sasaran.uraian}
        found = (each for each in self.bahan.narasi.analisis if each.sasaran in mine)
        return next(found, AnalisisSasaran(sasaran=self.tempat.kunci))

    @cached_property
    def program(self) -> list[Program]:
        """The programmes that serve it by the agreement in force at the year's end."""
        versi = self.bahan.versi
        lines = versi.program.get(self.tempat.kunci, ()) if versi else ()
        return [each.item for each in lines]  # type: ignore[misc]


def analisis(bahan: Bahan, tempat: TempatSasaran, rows: tuple[Capaian, ...]) -> Iterator[Blok]:
    """The blocks of an aim: its seven analyses, each under its heading."""
    this = Analisis(bahan, tempat, rows)
    now = bahan.tahun
    sides = (
        (f"Perbandingan Target dan Realisasi Tahun {now}", _tahun_ini),
        (f"Perbandingan Realisasi Tahun {now} dengan Tahun-Tahun Sebelumnya", _antartahun),
        ("Perbandingan dengan Target Jangka Menengah Renstra", _renstra),
        ("Perbandingan dengan Standar, Capaian Nasional, atau Provinsi", _pembanding),
        ("Penyebab Keberhasilan atau Kegagalan dan Solusi", _sebab),
        ("Efisiensi Penggunaan Sumber Daya", _efisiensi),
        ("Program dan Kegiatan yang Menunjang atau Menghambat", _program),
    )
    yield Alinea(_pembuka(this))
    for number, (heading, write) in enumerate(sides, 1):
        yield Judul(heading, 3, f"{number}.")
        yield from write(this)


def _pembuka(this: Analisis) -> str:
    aim, bahan = this.tempat.sasaran, this.bahan
    unit = bahan.index.unit_of(aim.penanggung_jawab)
    names = kalimat.rangkai(f"“{each.sel.uraian().teks}”" for each in this.rows)
    count = kalimat.bilangan(len(this.rows))
    above = this.tempat.induk
    serves = ""
    if above is not None and above in bahan.nomor_sasaran:
        serves = f" dan mendukung Sasaran {bahan.nomor_sasaran[above]}"
    return (
        f"{this.sebutan} menjadi tanggung jawab {unit.nama if unit else aim.penanggung_jawab}"
        f"{serves}. Keberhasilannya diukur dengan {count} indikator, yaitu {names}."
    )


def _butir(sentences: Sequence[str]) -> Iterator[Daftar]:
    if sentences:
        yield Daftar(tuple(sentences), "titik")


def _tahun_ini(this: Analisis) -> Iterator[Blok]:
    bahan, now = this.bahan, this.bahan.tahun
    mean, word = bahan.rata(this.rows)
    yield Alinea(
        f"{kalimat.tentang_capaian(this.rows)} {kalimat.tentang_rata(mean, word, apa=this.sebutan)}"
    )
    yield from _butir([kalimat.kalimat_tahun_ini(each) for each in this.rows])
    table = this.potong("pengukuran", f"Target dan Realisasi {this.sebutan} Tahun {now}")
    field = sel.dari_versi("capaian.rata_rata", bahan.versi.isi if bahan.versi else None)
    key = this.tempat.kunci
    sums = {
        "capaian": sel.hasil(mean, key, field),
        "predikat": sel.teks(word, key, f"{field}.predikat"),
    }
    line = Keterangan("substitusi", f"Rata-rata: {mean.substitusi}", key, f"catatan.{field}")
    yield bahan.tabel(
        BAB,
        replace(
            table,
            baris=(*table.baris, sel.jumlah("Rata-rata capaian sasaran", sums, table.kolom)),
            keterangan=_sisip(table.keterangan, line),
        ),
    )
    chart = diagram_tahun_ini(this.rows, f"Target dan Realisasi {this.sebutan} Tahun {now}")
    yield replace(chart, nomor=bahan.nomor.gambar(BAB))
    yield from kalimat.uraian(this.ketikan.tahun_ini, f"Uraian capaian {this.sebutan}")


def _sisip(lines: tuple[Keterangan, ...], line: Keterangan) -> tuple[Keterangan, ...]:
    """Behind the last formula and its numbers, before the notes."""
    at = sum(each.jenis in {"rumus", "substitusi"} for each in lines)
    return (*lines[:at], line, *lines[at:])


def _antartahun(this: Analisis) -> Iterator[Blok]:
    bahan, now = this.bahan, this.bahan.tahun
    yield from _butir([kalimat.kalimat_antartahun(bahan, each) for each in this.rows])
    title = f"Realisasi {this.sebutan} Tahun {now - YEARS + 1}–{now}"
    yield bahan.tabel(BAB, this.potong("antartahun", title))
    for each in this.rows:
        chart = diagram_antartahun(bahan, each)
        if chart is not None:
            yield replace(chart, nomor=bahan.nomor.gambar(BAB))
    yield from kalimat.uraian(this.ketikan.antartahun, f"Uraian perkembangan {this.sebutan}")


def _renstra(this: Analisis) -> Iterator[Blok]:
    bahan = this.bahan
    yield from _butir([kalimat.kalimat_renstra(bahan, each) for each in this.rows])
    title = f"Kemajuan {this.sebutan} terhadap Target Akhir Renstra"
    yield bahan.tabel(BAB, this.potong("renstra", title))
    yield from kalimat.uraian(this.ketikan.renstra, f"Uraian kemajuan {this.sebutan}")


def _pembanding(this: Analisis) -> Iterator[Blok]:
    bahan = this.bahan
    others = [
        kalimat.kalimat_pembanding(bahan, each, other)
        for each in this.rows
        for other in bahan.index.pembanding.get(each.baris.kunci, ())
    ]
    yield from _butir(others)
    if others:
        title = f"Perbandingan {this.sebutan} dengan Standar, Nasional, atau Provinsi"
        yield bahan.tabel(BAB, this.potong("pembanding", title))
    else:
        yield Alinea(f"Data pembanding untuk indikator {this.sebutan} belum tersedia.")
    yield from kalimat.uraian(this.ketikan.pembanding, f"Uraian perbandingan {this.sebutan}")


def _sebab(this: Analisis) -> Iterator[Blok]:
    bahan = this.bahan
    missed = [each.sel.uraian().teks for each in this.rows if each.tercapai is False]
    if missed:
        names = kalimat.rangkai(f"“{each}”" for each in missed)
        yield Alinea(f"Indikator yang belum mencapai target pada sasaran ini ialah {names}.")
    elif all(each.tercapai for each in this.rows):
        yield Alinea("Seluruh indikator pada sasaran ini mencapai atau melampaui target.")
    yield from kalimat.uraian(this.ketikan.sebab, f"Uraian sebab dan solusi {this.sebutan}")
    title = f"Faktor Pendukung, Faktor Penghambat, dan Upaya {this.sebutan}"
    yield bahan.tabel(BAB, this.potong("sebab", title))


def _efisiensi(this: Analisis) -> Iterator[Blok]:
    bahan = this.bahan
    if this.program:
        keys = {each.kode.strip() or each.uraian for each in this.program}
        title = f"Efisiensi Program Penunjang {this.sebutan} Tahun {bahan.tahun}"
        table = baris_program(bahan.seluruh["efisiensi"], keys, title)
        rows = [row for row in table.baris if row.tingkat == 0]
        yield from _butir([_tentang_efisiensi(table, row) for row in rows])
        yield bahan.tabel(BAB, table)
    else:
        yield Alinea(_tanpa_program(this, "efisiensi program"))
    yield from kalimat.uraian(this.ketikan.efisiensi, f"Uraian efisiensi {this.sebutan}")


def _tentang_efisiensi(table: Tabel, row: Baris) -> str:
    named = zip(table.kolom, row.sel, strict=True)
    cells = {kolom.kunci: cell for kolom, cell in named if cell}
    name, budget, spent = (cells[key].teks for key in ("uraian", "pagu", "realisasi"))
    absorbed, done = cells["serapan"], cells["capaian"]
    begin = f"{name} dengan anggaran {budget} terealisasi {spent}"
    if absorbed.angka is None or done.angka is None:
        return f"{begin}; serapannya {absorbed.teks} dan capaiannya {done.teks}."
    return (
        f"{begin} atau {absorbed.teks} persen, sedangkan capaiannya {done.teks} persen; menurut "
        f"ketentuan di bawah tabel penggunaan sumber dayanya dinilai {cells['efisiensi'].teks}."
    )


def _tanpa_program(this: Analisis, apa: str) -> str:
    bahan, above = this.bahan, this.tempat.induk
    if above is not None and above in bahan.nomor_sasaran:
        return (
            f"{this.sebutan} menjabarkan Sasaran {bahan.nomor_sasaran[above]}; {apa} penunjangnya "
            "disajikan pada analisis sasaran tersebut."
        )
    return f"Program yang dikaitkan langsung dengan {this.sebutan} belum tersedia."


def _program(this: Analisis) -> Iterator[Blok]:
    bahan = this.bahan
    if this.program:
        yield Alinea(_tentang_program(this))
        title = f"Program dan Kegiatan Penunjang {this.sebutan} Tahun {bahan.tahun}"
        table = baris_sasaran(bahan.seluruh["program"], this.tempat.kunci, title)
        yield bahan.tabel(BAB, table)
    else:
        yield Alinea(_tanpa_program(this, "program dan kegiatan"))
    yield from kalimat.uraian(this.ketikan.program, f"Uraian program {this.sebutan}")


def _tentang_program(this: Analisis) -> str:
    activities = [each for program in this.program for each in bagian_of(program)]
    works: list[Kegiatan | SubKegiatan] = [
        each for activity in activities for each in bagian_of(activity)
    ]
    results = [anggaran.capaian_keluaran(this.bahan.index, each) for each in works]  # type: ignore[arg-type]
    full = sum(each.nilai is not None and each.nilai >= 100 for each in results)  # noqa: PLR2004
    parts = (
        (len(this.program), "program"),
        (len(activities), "kegiatan"),
        (len(works), "sub kegiatan"),
    )
    said = kalimat.rangkai(f"{kalimat.bilangan(count)} {what}" for count, what in parts)
    if not works:
        return f"{this.sebutan} didukung oleh {said}."
    return (
        f"{this.sebutan} didukung oleh {said}. Dari {kalimat.bilangan(len(works))} sub kegiatan "
        f"itu, {kalimat.bilangan(full)} mencapai target keluarannya."
    )
