"""Lists that go with the report: awards (L11), follow-up (L12), evidence (L14), review (L15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.acuan.butir_reviu import butir_reviu
from doc_templates.kinerja.hitung.triwulan import nama_triwulan
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
from doc_templates.kinerja.tabel.susunan import indikator_in, kelompok_of

if TYPE_CHECKING:
    from doc_templates.kinerja.acuan.butir_reviu import ButirReviu
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.model import JawabanReviu

STATUS: Final = {"belum": "Belum", "proses": "Proses", "tuntas": "Tuntas"}
JAWABAN: Final = {"ya": "Ya", "tidak": "Tidak", "tidak_berlaku": "Tidak berlaku"}
BELUM_DIREVIU: Final = "belum direviu"
TANPA_CATATAN: Final = "tidak ada catatan"


def tabel_penghargaan(index: Index) -> Tabel:
    """L11: awards of the year."""
    kolom = (
        sel.NOMOR,
        Kolom("nama", "Nama Penghargaan", lebar=40),
        Kolom("pemberi", "Pemberi", lebar=26),
        Kolom("tingkat", "Tingkat", "tengah", 14),
        Kolom("tanggal", "Tanggal", "tengah", 14),
    )
    rows = tuple(
        Baris(
            (
                Sel(str(number)),
                *_told(f"penghargaan.{number}", nama=each.nama, pemberi=each.pemberi,
                       tingkat=each.tingkat, tanggal=each.tanggal or ""),
            )
        )
        for number, each in enumerate(index.data.penghargaan, 1)
    )  # fmt: skip
    title = f"Penghargaan Tahun {index.data.tahun}"
    return Tabel("L11", title, kolom, rows, kosong="Tidak ada penghargaan pada tahun ini.")


def tabel_rekomendasi(index: Index) -> Tabel:
    """L12: recommendations of the evaluators, and their follow-up."""
    kolom = (
        sel.NOMOR,
        Kolom("rekomendasi", "Rekomendasi", lebar=30),
        Kolom("sumber", "Sumber", lebar=16),
        Kolom("tindak_lanjut", "Tindak Lanjut", lebar=30),
        Kolom("pj", "Penanggung Jawab", lebar=14),
        Kolom("batas", "Batas Waktu", "tengah", 12),
        Kolom("status", "Status", "tengah", 9),
        Kolom("bukti", "Bukti", lebar=10),
    )
    rows = []
    for number, each in enumerate(index.data.rekomendasi, 1):
        unit = index.unit_of(each.penanggung_jawab)
        told = _told(
            f"rekomendasi.{number}",
            rekomendasi=each.uraian,
            sumber=each.sumber,
            tindak_lanjut=each.tindak_lanjut,
            penanggung_jawab=unit.nama if unit else each.penanggung_jawab,
            batas_waktu=each.batas_waktu or "",
            status=STATUS[each.status],
            bukti="; ".join(each.bukti),
        )
        rows.append(Baris((Sel(str(number)), *told)))
    title = "Rekomendasi Laporan Hasil Evaluasi dan Tindak Lanjutnya"
    missing = "Tidak ada rekomendasi yang tercatat."
    return Tabel("L12", title, kolom, tuple(rows), kosong=missing, mendatar=True)


def tabel_bukti(index: Index) -> Tabel:
    """L14: every piece of evidence, and which values it proves."""
    kolom = (
        Kolom("kode", "Kode", "tengah", 8),
        Kolom("uraian", "Uraian", lebar=28),
        Kolom("berkas", "Nama Berkas", lebar=22),
        Kolom("sha256", "SHA-256", lebar=24),
        Kolom("tanggal", "Tanggal", "tengah", 12),
        Kolom("dipakai", "Membuktikan", lebar=16),
    )
    proves = _proved_values(index)
    rows = tuple(
        Baris(
            _told(
                f"bukti.{each.kode}",
                kode=each.kode,
                uraian=each.uraian,
                berkas=each.berkas,
                sha256=each.sha256 or "",
                tanggal=each.tanggal or "",
                dipakai="; ".join(proves.get(each.kode, ())),
            )
        )
        for each in index.data.bukti
    )
    title = f"Daftar Bukti Kinerja Tahun {index.data.tahun}"
    return Tabel("L14", title, kolom, rows, kosong="Belum ada bukti.", mendatar=True)


def tabel_reviu(index: Index) -> Tabel:
    """L15: the reviewer's checklist; what nobody answered says so."""
    kolom = (
        sel.NOMOR,
        Kolom("bagian", "Bagian", lebar=16, gabung=True),
        Kolom("butir", "Pernyataan", lebar=50),
        Kolom("jawaban", "Jawaban", "tengah", 12),
        Kolom("catatan", "Catatan", lebar=24),
    )
    answers = {each.butir: each for each in reversed(index.data.reviu.jawaban)}
    rows = tuple(
        _question(number, each, answers.get(each.kode))
        for number, each in enumerate(butir_reviu(), 1)
    )
    return Tabel("L15", "Pernyataan dan Daftar Uji Reviu Laporan Kinerja", kolom, rows)


def _question(number: int, butir: ButirReviu, answer: JawabanReviu | None) -> Baris:
    subject = f"reviu.{butir.kode}"
    told = JAWABAN[answer.jawaban] if answer else BELUM_DIREVIU
    note = answer.catatan if answer and answer.catatan.strip() else TANPA_CATATAN
    return Baris(
        (
            Sel(str(number)),
            Sel(butir.bagian),
            Sel(butir.uraian),
            Sel(told, subject, "jawaban"),
            Sel(note, subject, "catatan"),
        ),
        kelompok=butir.bagian,
    )


def _proved_values(index: Index) -> dict[str, list[str]]:
    """Code of a piece of evidence → what it proves, such as ``1.1 TW II``."""
    found: dict[str, list[str]] = {}
    for each in indikator_in(kelompok_of(index)):
        for ke, quarter in sorted(index.realisasi.get(each.kunci, {}).items()):
            for code in quarter.bukti:
                if proof := index.bukti_of(code):
                    found.setdefault(proof.kode, []).append(f"{each.nomor} {nama_triwulan(ke)}")
    return found


def _told(subjek: str, **texts: str) -> tuple[Sel, ...]:
    """A cell for each text, named by its field."""
    return tuple(sel.teks(text, subjek, field) for field, text in texts.items())
