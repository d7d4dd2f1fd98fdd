"""The formula register: named, pure, exact functions with their printed wording and source."""

from __future__ import annotations

from doc_templates.kinerja.rumus.akumulasi import AKUMULASI, CaraHitung
from doc_templates.kinerja.rumus.anggaran import (
    EFISIENSI,
    SERAPAN,
    Efisiensi,
    VarianEfisiensi,
    efisiensi,
)
from doc_templates.kinerja.rumus.antartahun import PERTUMBUHAN, RATA_CAPAIAN, SELISIH
from doc_templates.kinerja.rumus.bentuk import (
    BEBAS,
    TAK_TERHITUNG,
    Batas,
    Deret,
    Hasil,
    Rumus,
    Suku,
    terapkan,
)
from doc_templates.kinerja.rumus.capaian import (
    CAPAIAN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    KUMULATIF,
    KodeRumus,
    acuan_rentang,
)
from doc_templates.kinerja.rumus.register import REGISTER, bunyi

__all__ = [
    "AKUMULASI",
    "BEBAS",
    "CAPAIAN",
    "EFISIENSI",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "KUMULATIF",
    "PERTUMBUHAN",
    "RATA_CAPAIAN",
    "REGISTER",
    "SELISIH",
    "SERAPAN",
    "TAK_TERHITUNG",
    "Batas",
    "CaraHitung",
    "Deret",
    "Efisiensi",
    "Hasil",
    "KodeRumus",
    "Rumus",
    "Suku",
    "VarianEfisiensi",
    "acuan_rentang",
    "bunyi",
    "efisiensi",
    "terapkan",
]
