"""Data sets for tests: the two samples, and one small enough to count by hand."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from doc_templates.kinerja import KIND
from doc_templates.kinerja.index import Index, index_of
from doc_templates.kinerja.model import DataKinerja

DINAS = "dinas-kominfo-kudus-2024"
KECAMATAN = "kecamatan-jekulo-2024"
BELUM = (None, None, None, None)


@cache
def contoh(nama: str = DINAS) -> DataKinerja:
    return DataKinerja.model_validate(KIND.sample(nama))


@cache
def index_contoh(nama: str = DINAS) -> Index:
    return index_of(contoh(nama))


def mentah(nama: str = DINAS) -> dict[str, Any]:
    """A sample as plain data, to be changed."""
    return json.loads(Path(KIND.samples()[nama]).read_text(encoding="utf-8"))


def satu(
    *,
    target: Any = 100,
    triwulan: Any = (25, 25, 25, 25),
    realisasi: Any = (25, 25, 25, 25),
    lalu: Any = None,
    kebijakan: Any = None,
    **indikator: Any,
) -> DataKinerja:
    """One unit, one aim, one indicator ``I``, one programme down to one sub kegiatan ``P.1.1``."""
    return DataKinerja.model_validate(
        kecil(
            target=target,
            triwulan=triwulan,
            realisasi=realisasi,
            lalu=lalu,
            kebijakan=kebijakan,
            **indikator,
        )
    )


def kecil(
    *,
    target: Any = 100,
    triwulan: Any = (25, 25, 25, 25),
    realisasi: Any = (25, 25, 25, 25),
    lalu: Any = None,
    kebijakan: Any = None,
    **indikator: Any,
) -> dict[str, Any]:
    """The same as plain data; nothing is to be said about it."""
    measure = {
        "kode": "I",
        "uraian": "Jumlah layanan",
        "definisi": "Layanan yang selesai",
        "formula": "Hitungan langsung",
        "satuan": "Layanan",
        "desimal": 0,
        "cara_hitung": "jumlah",
        "sumber_data": "Buku layanan",
        "penanggung_jawab": "DINAS",
        "target_renstra": [{"tahun": 2024, "target": target}, {"tahun": 2025, "target": target}],
        "target_akhir": target,
        **indikator,
    }
    return {
        "kop": {"pemerintah": "PEMERINTAH KABUPATEN KUDUS", "instansi": ["DINAS CONTOH"]},
        "tahun": 2024,
        "tempat": "Kudus",
        "kebijakan": kebijakan or {},
        "unit": [
            {"kode": "BUPATI", "nama": "Bupati Kudus", "tingkat": "kepala_daerah"},
            {"kode": "DINAS", "nama": "Dinas Contoh", "tingkat": "kepala_pd", "induk": "BUPATI"},
        ],
        "pejabat": [
            {"unit": "BUPATI", "jabatan": "BUPATI KUDUS"},
            {"unit": "DINAS", "jabatan": "KEPALA DINAS CONTOH", "mulai": "2 Januari 2023"},
        ],
        "renstra": {
            "judul": "Rencana Strategis Dinas Contoh Tahun 2024–2025",
            "tahun_awal": 2024,
            "tahun_akhir": 2025,
            "tujuan": [
                {
                    "kode": "T",
                    "uraian": "Terwujudnya layanan yang prima",
                    "sasaran": [
                        {
                            "kode": "S",
                            "uraian": "Meningkatnya mutu layanan",
                            "penanggung_jawab": "DINAS",
                            "indikator": [measure],
                        }
                    ],
                }
            ],
        },
        "perjanjian": [
            {
                "ke": 0,
                "tanggal": "8 Januari 2024",
                "dpa": {"nomor": "DPA/1", "tanggal": "2 Januari 2024", "jumlah": 1000},
                "target": [{"indikator": "I", "tahunan": target, "triwulan": list(triwulan)}],
                "program": [
                    {
                        "kode": "P",
                        "uraian": "Program Layanan",
                        "anggaran": 1000,
                        "penanggung_jawab": "DINAS",
                        "sasaran": ["S"],
                        "kegiatan": [
                            {
                                "kode": "P.1",
                                "uraian": "Kegiatan Layanan",
                                "anggaran": 1000,
                                "penanggung_jawab": "DINAS",
                                "sub_kegiatan": [
                                    {
                                        "kode": "P.1.1",
                                        "uraian": "Penyelenggaraan Layanan",
                                        "anggaran": 1000,
                                        "sumber_dana": "APBD",
                                        "penanggung_jawab": "DINAS",
                                        "keluaran": {
                                            "uraian": "Jumlah laporan layanan",
                                            "satuan": "Laporan",
                                            "target": 4,
                                        },
                                    }
                                ],
                            }
                        ],
                    }
                ],
            }
        ],
        "rencana_aksi": [
            {"indikator": "I", "uraian": "Melayani", "triwulan": ["Satu", "Dua", "Tiga", "Empat"]}
        ],
        "realisasi": [
            {
                "indikator": "I",
                "triwulan": [
                    {
                        "ke": ke,
                        "nilai": value,
                        "bukti": ["B"],
                        "penghambat": "Hujan",
                        "tindak_lanjut": "Menambah petugas",
                    }
                    for ke, value in enumerate(realisasi, 1)
                ],
            }
        ],
        "realisasi_anggaran": [
            {
                "sub_kegiatan": "P.1.1",
                "keuangan": [200, 300, 250, 150],
                "keluaran": [1, 1, 1, 1],
            }
        ],
        "bukti": [{"kode": "B", "uraian": "Rekap layanan"}],
        "tahun_lalu": lalu or [],
        "tanggal_laporan": {
            "triwulan": ["16 April 2024", "12 Juli 2024", "14 Oktober 2024", "10 Januari 2025"]
        },
    }


def index_satu(**fields: Any) -> Index:
    return index_of(satu(**fields))
