"""The rows of the sheet Bukti: what proves this quarter already, and rows for more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.formulir.bentuk import Baris, Isian

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.jalan import TempatIndikator
    from doc_templates.kinerja.model import Bukti

BARU: Final = "+"
"""Begins the key of a row that holds no evidence yet."""
_SPARE: Final = 8
"""Blank rows beside one for each indicator."""


def baris_bukti(index: Index, measures: Sequence[TempatIndikator], ke: int) -> Iterator[Baris]:
    """A row for each piece of evidence of this quarter, then blank ones."""
    for each in bukti_dirujuk(index, measures, ke):
        yield Baris(each.kode, {"kode": each.kode, **_inputs(each)})
    for number in range(1, len(measures) + _SPARE + 1):
        yield Baris(f"{BARU}{number}", {"kode": Isian("kode"), **_inputs(None)})


def bukti_dirujuk(index: Index, measures: Sequence[TempatIndikator], ke: int) -> tuple[Bukti, ...]:
    """The evidence that the unit's realisations of a quarter refer to, each once."""
    quarters = (index.realisasi.get(each.kunci, {}).get(ke) for each in measures)
    codes = dict.fromkeys(code for each in quarters if each for code in each.bukti)
    found = dict.fromkeys(filter(None, map(index.bukti_of, codes)))
    return tuple(found)


def _inputs(bukti: Bukti | None) -> dict[str, Isian]:
    return {
        "uraian": Isian("teks", bukti.uraian if bukti else ""),
        "berkas": Isian("teks", bukti.berkas if bukti else ""),
        "tanggal": Isian("tanggal", (bukti.tanggal or "") if bukti else ""),
        "lokasi": Isian("teks", bukti.lokasi if bukti else ""),
    }
