"""Random SOPs, the same for the same seed: lanes, lengths, decisions, jumps back and forth."""

from __future__ import annotations

import random
from typing import Any

from doc_templates.sop.model import Sop
from doc_templates.sop.profiles import profile_names

KATA = (
    *("menyusun", "memeriksa", "menyampaikan", "laporan", "data", "kinerja", "kegiatan"),
    *("triwulan", "tahunan", "kepada", "kepala", "dinas", "untuk", "disetujui", "dan"),
    *("ditandatangani", "serta", "masing-masing", "bidang/seksi", "rekapitulasi", "disposisi"),
    *("verifikasi", "berkas", "usulan", "pelaksana"),
)
LAJUR = (
    "Kepala Dinas",
    "Sekretaris",
    "Kabid",
    "Kasubbag Perencanaan",
    "Pelaksana",
    "Pengadministrasi Perencanaan",
    "Kasi",
    "Camat",
)
PERAN = ("melakukan", "menerima", "mengetahui", "menyetujui", "tidak_diketahui")
JAWABAN = (("Ya", "Tidak"), ("Ya", "Tidak"), ("Setuju", "Revisi"), ("Lengkap", "Tidak lengkap"))
PENGESAHAN = {"tempat_tanggal": "Kudus, 2 Maret 2020", "pejabat": {"jabatan": "Kepala Dinas"}}


def sop_acak(benih: int, **tetap: Any) -> Sop:
    """An SOP of 3 to 10 lanes and 1 to 60 activities with texts of 1 to 600 characters.

    Args:
        benih: the seed; the offices' forms take turns.
        tetap: fields that are not left to chance; ``lajur`` and ``kegiatan`` as numbers.
    """
    acak = random.Random(benih)  # noqa: S311 - nothing secret
    lajur = tetap.pop("lajur", None) or acak.randint(3, 10)
    banyak = tetap.pop("kegiatan", None) or acak.choice(
        (acak.randint(1, 12), acak.randint(5, 25), acak.randint(1, 60))
    )
    data = {
        "profil": profile_names()[benih % len(profile_names())],
        "pengesahan": PENGESAHAN if benih % 3 == 0 else None,
        "kertas": acak.choice(("A4", "F4", "Letter", "Legal")),
        "arah": acak.choice(("mendatar", "mendatar", "tegak")),
        "judul_tabel": acak.choice((None, "SOP PENGUMPULAN DATA KINERJA")),
        "lajur": [{"id": f"l{at}", "nama": acak.choice(LAJUR)} for at in range(lajur)],
        "kegiatan": [_langkah(acak, at, banyak, lajur) for at in range(banyak)],
    }
    return Sop.model_validate(data | tetap)


def teks(acak: random.Random, terpanjang: int) -> str:
    """Words of one to so many characters, mostly few."""
    panjang = acak.choice((acak.randint(1, 30), acak.randint(20, 120), acak.randint(1, terpanjang)))
    kata = " ".join(acak.choice(KATA) for _ in range(panjang // 4 + 1))
    return kata[: min(panjang, terpanjang)].strip() or "a"


def _langkah(acak: random.Random, at: int, banyak: int, lajur: int) -> dict[str, Any]:
    pelaku = acak.sample(range(lajur), 1 if acak.random() < 0.85 else min(3, lajur))
    langkah: dict[str, Any] = {
        "nomor": str(at + 1),
        "uraian": teks(acak, 600),
        "pelaksana": [
            {"lajur": f"l{each}", "peran": acak.choice(PERAN) if nomor else "melakukan"}
            for nomor, each in enumerate(pelaku)
        ],
        "mutu_baku": {
            "kelengkapan": teks(acak, 80),
            "waktu": acak.choice(("5 menit", "1 hari", "30 menit", "")),
            "output": teks(acak, 60),
        },
        "keterangan": acak.choice((None, "", teks(acak, 40))),
    }
    if at in {0, banyak - 1}:
        return langkah | {"bentuk": "terminator"}
    if acak.random() < 0.3:
        ya, tidak = acak.choice(JAWABAN)
        dekat = acak.random() < 0.8
        return langkah | {
            "bentuk": "keputusan",
            "ya": str(min(banyak, at + 2) if dekat else acak.randint(1, banyak)),
            "tidak": str(acak.randint(max(1, at - 4), at) if dekat else acak.randint(1, banyak)),
            "label_ya": ya,
            "label_tidak": tidak,
        }
    if acak.random() < 0.06:
        return langkah | {"lanjut": acak.choice((str(acak.randint(1, banyak)), "selesai"))}
    if acak.random() < 0.03:
        return langkah | {"bentuk": "terminator"}
    return langkah
