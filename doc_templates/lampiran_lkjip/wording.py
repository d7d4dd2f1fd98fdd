"""The words of the annexes: their names, titles, and the statement of review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.acuan.butir_reviu import butir_reviu
from doc_templates.naskah.laporan import kantor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kinerja.index import Index
    from doc_templates.lampiran_lkjip.model import KodeLampiran, LampiranLkjip

NAMES: Final[Mapping[KodeLampiran, str]] = {
    "L1": "Perjanjian Kinerja",
    "L2": "Pengukuran Kinerja",
    "L3": "Perbandingan Realisasi Beberapa Tahun",
    "L4": "Perbandingan dengan Target Renstra",
    "L5": "Perbandingan dengan Standar, Nasional, dan Provinsi",
    "L6": "Faktor Pendukung, Faktor Penghambat, dan Upaya",
    "L7": "Efisiensi Penggunaan Sumber Daya",
    "L8": "Program dan Kegiatan Penunjang",
    "L9": "Realisasi Anggaran",
    "L10": "Rencana Aksi dan Realisasi Empat Triwulan",
    "L11": "Penghargaan",
    "L12": "Rekomendasi Hasil Evaluasi dan Tindak Lanjut",
    "L13": "Indikator Kinerja Utama dan Definisi Operasional",
    "L14": "Daftar Bukti Kinerja",
    "L15": "Pernyataan Telah Direviu dan Daftar Uji Reviu",
}

_PURPOSE: Final = (
    "Reviu bertujuan untuk memberikan keyakinan terbatas bahwa laporan kinerja telah disajikan "
    "secara akurat, andal, dan valid."
)


def number_of(code: KodeLampiran) -> str:
    """As printed before its name: ``LAMPIRAN 7``."""
    return f"LAMPIRAN {code.removeprefix('L')}"


def title(data: LampiranLkjip, index: Index) -> str:
    """The subject for the PDF's title and the index."""
    if data.terjilid:
        return f"Lampiran {subject(data, index)}"
    (code,) = data.urut
    return f"{number_of(code).title()} {NAMES[code]} {subject(data, index)}"


def subject(data: LampiranLkjip, index: Index) -> str:
    """The report to which they belong."""
    return f"Laporan Kinerja Instansi Pemerintah {kantor(data, index)} Tahun {data.data.tahun}"


def statement(data: LampiranLkjip, index: Index) -> tuple[str, ...]:
    """The statement of review: Permenpan RB 53/2014, Lampiran III.

    Its last sentence follows the answers: none is put into the reviewer's mouth.
    """
    office, year = kantor(data, index), data.data.tahun
    if not data.data.reviu.jawaban:
        return (f"Laporan Kinerja {office} Tahun {year} belum direviu.",)
    return (_reviewed(office, year), _PURPOSE, _conclusion(data))


def _reviewed(office: str, year: int) -> str:
    return (
        f"Kami telah mereviu Laporan Kinerja Instansi Pemerintah {office} untuk tahun anggaran "
        f"{year} sesuai dengan pedoman reviu atas laporan kinerja. Substansi informasi yang dimuat "
        f"dalam laporan kinerja menjadi tanggung jawab manajemen {office}."
    )


def _conclusion(data: LampiranLkjip) -> str:
    answers = {each.butir: each.jawaban for each in data.data.reviu.jawaban}
    if any(answers.get(each.kode, "tidak") == "tidak" for each in butir_reviu()):
        return (
            "Berdasarkan reviu kami, hal-hal yang belum dipenuhi atau belum dijawab dicatat pada "
            "daftar uji berikut dan perlu ditindaklanjuti."
        )
    return (
        "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan "
        "dalam meyakini keandalan informasi yang disajikan di dalam laporan kinerja ini."
    )
