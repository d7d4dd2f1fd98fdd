"""A small SOP whose flow is easily followed."""

from __future__ import annotations

from typing import Any

OFFICE = "KECAMATAN JEKULO"


def sop(**more: Any) -> dict[str, Any]:
    """Five steps in three lanes, with a decision that leads back."""
    lajur = [{"id": each, "nama": nama} for each, nama in LAJUR.items()]
    return {"kop": {"instansi": [OFFICE]}, "lajur": lajur, "kegiatan": LANGKAH, **more}


LAJUR = {"staf": "Staf", "kasubbag": "Kasubbag", "camat": "Camat"}
LANGKAH = [
    {
        "nomor": "1",
        "uraian": "Mengumpulkan data",
        "bentuk": "terminator",
        "pelaksana": [{"lajur": "staf"}],
    },
    {"nomor": "2", "uraian": "Menyusun konsep", "pelaksana": [{"lajur": "staf"}]},
    {
        "nomor": "3",
        "uraian": "Memeriksa konsep",
        "bentuk": "keputusan",
        "ya": "4",
        "tidak": "2",
        "pelaksana": [{"lajur": "kasubbag"}],
    },
    {"nomor": "4", "uraian": "Menandatangani", "pelaksana": [{"lajur": "camat"}]},
    {
        "nomor": "5",
        "uraian": "Mengarsipkan",
        "bentuk": "terminator",
        "pelaksana": [{"lajur": "staf"}],
    },
]
