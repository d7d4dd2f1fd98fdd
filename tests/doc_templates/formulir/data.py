"""A small office: two units, six indicators of different sorts, three sub kegiatan."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from doc_templates.kinerja.index import Index, index_of
from doc_templates.kinerja.model import DataKinerja

UNIT = "BID-A"
KE = 2


def _indikator(kode: str, uraian: str, satuan: str, desimal: int | None, **lain: Any) -> dict:
    return {"kode": kode, "uraian": uraian, "satuan": satuan, "desimal": desimal, **lain}


_SUB = [
    ("1.01.01.2.01.0001", "Penyediaan Jasa Surat Menyurat", "BID-A", 24000000),
    ("1.01.01.2.01.0002", "Penyediaan Jasa Komunikasi", "BID-A", "Rp36.500.000"),
    ("1.01.01.2.01.0003", "Rapat Koordinasi", "BID-B", 12000000),
]

ISI: dict[str, Any] = {
    "kop": {"pemerintah": "PEMERINTAH KABUPATEN KUDUS", "instansi": ["DINAS CONTOH"]},
    "tahun": 2024,
    "tempat": "Kudus",
    "kertas": "F4",
    "unit": [
        {"kode": "DINAS", "nama": "Dinas Contoh", "tingkat": "kepala_pd"},
        {"kode": "BID-A", "nama": "Bidang Alfa", "tingkat": "administrator", "induk": "DINAS"},
        {"kode": "BID-B", "nama": "Bidang Beta", "tingkat": "administrator", "induk": "DINAS"},
    ],
    "renstra": {
        "judul": "Renstra 2021–2025",
        "tahun_awal": 2021,
        "tahun_akhir": 2025,
        "tujuan": [
            {
                "kode": "T-1",
                "uraian": "Tujuan",
                "sasaran": [
                    {
                        "kode": "S-1",
                        "uraian": "Meningkatnya mutu layanan",
                        "penanggung_jawab": "BID-A",
                        "indikator": [
                            _indikator("I-1", "Persentase layanan tepat waktu", "Persen", 2),
                            _indikator("I-2", "Jumlah dokumen tersusun", "Dokumen", 0,
                                       cara_hitung="jumlah"),
                            _indikator("I-3", "Kategori AKIP", "Kategori", None, rumus="F6",
                                       skala="akip"),
                            _indikator("I-4", "Suhu ruang arsip", "Derajat Celsius", 1),
                            _indikator("I-5", "Pertumbuhan pengguna", "Persen", None),
                        ],
                    },
                    {
                        "kode": "S-2",
                        "uraian": "Meningkatnya jangkauan",
                        "penanggung_jawab": "BID-B",
                        "indikator": [
                            _indikator("I-6", "Jumlah konten terbit", "Konten", 0,
                                       cara_hitung="jumlah"),
                        ],
                    },
                ],
            }
        ],
    },
    "perjanjian": [
        {
            "ke": 0,
            "tanggal": "8 Januari 2024",
            "target": [
                {"indikator": "I-1", "tahunan": "90,00",
                 "triwulan": ["80,00", "85,00", "88,00", "90,00"]},
                {"indikator": "I-2", "tahunan": 4, "triwulan": [1, 1, 1, 1]},
                {"indikator": "I-3", "tahunan": "BB",
                 "triwulan": ["tidak berlaku", "BB", "BB", "BB"]},
            ],
            "program": [
                {
                    "kode": "1.01.01",
                    "uraian": "Program Penunjang",
                    "kegiatan": [
                        {
                            "kode": "1.01.01.2.01",
                            "uraian": "Administrasi Umum",
                            "sub_kegiatan": [
                                {
                                    "kode": kode,
                                    "uraian": uraian,
                                    "anggaran": pagu,
                                    "penanggung_jawab": unit,
                                    "keluaran": {"uraian": "Jumlah laporan",
                                                 "satuan": "Laporan", "target": 12},
                                }
                                for kode, uraian, unit, pagu in _SUB
                            ],
                        }
                    ],
                }
            ],
        }
    ],
    "realisasi": [
        {"indikator": "I-1",
         "triwulan": [{"ke": 1, "nilai": "81,50", "bukti": ["B-1"], "pendorong": "Tim lengkap."}]},
        {"indikator": "I-2", "triwulan": [{"ke": 2, "nilai": 1, "bukti": ["B-2"]}]},
    ],
    "realisasi_anggaran": [
        {"sub_kegiatan": "1.01.01.2.01.0001", "keuangan": [6000000, None, None, None],
         "keluaran": [3, None, None, None]},
    ],
    "bukti": [
        {"kode": "B-1", "uraian": "Rekap layanan TW I", "berkas": "rekap-1.pdf"},
        {"kode": "B-2", "uraian": "Dokumen rencana", "berkas": "rencana.pdf",
         "tanggal": "5 April 2024"},
    ],
}  # fmt: skip


def isi(**ubahan: Any) -> dict[str, Any]:
    """The plain data, with changes; a copy each time."""
    return deepcopy(ISI) | ubahan


def indeks(data: dict[str, Any] | None = None) -> Index:
    return _indeks() if data is None else index_of(DataKinerja.model_validate(data))


@cache
def _indeks() -> Index:
    return index_of(DataKinerja.model_validate(ISI))
