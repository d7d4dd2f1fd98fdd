"""The model of the data set: closed, frozen, verbatim."""

from __future__ import annotations

from doc_templates.kinerja.model.data import DataKinerja, TanggalLaporan
from doc_templates.kinerja.model.kantor import Penugasan, Tingkat, Unit
from doc_templates.kinerja.model.kebijakan import Kebijakan
from doc_templates.kinerja.model.narasi import (
    AnalisisSasaran,
    IsuStrategis,
    Narasi,
    Pegawai,
    Sarana,
)
from doc_templates.kinerja.model.perjanjian import (
    AlasanBeda,
    AlasanPerubahan,
    Dpa,
    Kegiatan,
    Keluaran,
    NomorNaskah,
    Program,
    SubKegiatan,
    TargetIndikator,
    VersiPerjanjian,
)
from doc_templates.kinerja.model.realisasi import (
    Bukti,
    Pembanding,
    RealisasiAnggaran,
    RealisasiIndikator,
    RealisasiTriwulan,
    RencanaAksi,
    TahunLalu,
    Triwulan,
)
from doc_templates.kinerja.model.renstra import Indikator, Renstra, Sasaran, TargetTahun, Tujuan
from doc_templates.kinerja.model.tindak_lanjut import (
    JawabanReviu,
    Penghargaan,
    Rekomendasi,
    Reviu,
)

__all__ = [
    "AlasanBeda",
    "AlasanPerubahan",
    "AnalisisSasaran",
    "Bukti",
    "DataKinerja",
    "Dpa",
    "Indikator",
    "IsuStrategis",
    "JawabanReviu",
    "Kebijakan",
    "Kegiatan",
    "Keluaran",
    "Narasi",
    "NomorNaskah",
    "Pegawai",
    "Pembanding",
    "Penghargaan",
    "Penugasan",
    "Program",
    "RealisasiAnggaran",
    "RealisasiIndikator",
    "RealisasiTriwulan",
    "Rekomendasi",
    "RencanaAksi",
    "Renstra",
    "Reviu",
    "Sarana",
    "Sasaran",
    "SubKegiatan",
    "TahunLalu",
    "TanggalLaporan",
    "TargetIndikator",
    "TargetTahun",
    "Tingkat",
    "Triwulan",
    "Tujuan",
    "Unit",
    "VersiPerjanjian",
]
