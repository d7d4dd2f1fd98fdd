"""A decision as a head of office signs it, around the SOP of Kudus."""

from __future__ import annotations

from typing import Any

from tests.doc_templates.sop.samples import SOP, sample


def decision(**changes: object) -> dict[str, Any]:
    """The data of a decision; the office is that of the sample."""
    data: dict[str, Any] = {
        "judul": ["KEPUTUSAN KEPALA DINAS KOMUNIKASI DAN INFORMATIKA", "KABUPATEN KUDUS"],
        "nomor": "",
        "tentang": "PENETAPAN STANDAR OPERASIONAL PROSEDUR PENGUMPULAN DATA KINERJA",
        "pembuka": ["KEPALA DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN KUDUS,"],
        "menimbang": [
            "bahwa pengumpulan data kinerja perlu dilaksanakan secara tertib dan seragam;",
            (
                "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu "
                "menetapkan Keputusan Kepala Dinas;"
            ),
        ],
        "mengingat": [
            "Permendagri No. 52 Tahun 2011 tentang SOP di lingkungan Pemprov dan Kabupaten/Kota",
            "Permenpan dan RB No. 35 Tahun 2012 tentang SOP Administrasi Pemerintahan",
        ],
        "menetapkan": "KEPUTUSAN KEPALA DINAS TENTANG PENETAPAN STANDAR OPERASIONAL PROSEDUR.",
        "diktum": [
            "Menetapkan SOP Pengumpulan Data Kinerja sebagaimana tercantum dalam Lampiran.",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ],
        "tempat": "Kudus",
        "tanggal": "2021-01-04",
        "penetap": sample("kudus-lengkap").pengesahan.pejabat.model_dump(),
        "tembusan": ["Bupati Kudus;", "Inspektur Kabupaten Kudus."],
    }
    return data | changes


def with_decision(name: str = "kudus-lengkap", **changes: object):
    """A sample with a decision in front of it."""
    data = sample(name).model_dump() | {"keputusan": decision(**changes)}
    return SOP.model.model_validate(data)
