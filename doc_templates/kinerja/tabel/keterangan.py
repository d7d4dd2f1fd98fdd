"""The lines under a table: formulas, their numbers, policies, and notes on what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung.triwulan import nama_triwulan
from doc_templates.kinerja.pembulatan import kalimat_pembulatan
from doc_templates.kinerja.rumus import (
    CAPAIAN,
    EFISIENSI,
    KUMULATIF,
    PERTUMBUHAN,
    SELISIH,
    SERAPAN,
    bunyi,
)
from doc_templates.kinerja.tabel.bentuk import Keterangan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doc_templates.kinerja.hitung.capaian import Kumpulan
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.rumus import Hasil


class Catatan:
    """Collects what a table must say under itself while its rows are made."""

    def __init__(self, index: Index) -> None:
        """Start with nothing to say."""
        self._index = index
        self._rumus: dict[str, Keterangan] = {}
        self._skala: dict[str, Keterangan] = {}
        self._substitusi: list[Keterangan] = []
        self._catatan: list[Keterangan] = []
        self._capped = False
        self._classed = False

    def hasil(self, label: str, isi: Hasil, subjek: str, medan: str) -> Hasil:
        """Tell how a result came to be, or why there is none."""
        self._rumus.setdefault(isi.rumus.kode, Keterangan("rumus", bunyi(isi.rumus)))
        self._capped = self._capped or isi.rumus in _OF_ACHIEVEMENT
        line = f"{label}: {isi.substitusi}"
        if isi.nilai is None:
            self._catatan.append(Keterangan("catatan", f"{line}.", subjek, medan))
        elif isi.rumus not in _SEBARIS:
            self._substitusi.append(Keterangan("substitusi", line, subjek, medan))
        return isi

    def kumpulan(self, label: str, isi: Kumpulan, subjek: str, medan: str) -> Kumpulan:
        """Tell which quarters are missing from a value that takes several together."""
        if isi.dari and isi.kosong:
            missing, used = (_listed(map(nama_triwulan, each)) for each in (isi.kosong, isi.dari))
            line = f"{label}: {missing} belum tersedia, dihitung dari {used}."
            self._catatan.append(Keterangan("catatan", line, subjek, medan))
        return isi

    def catat(self, line: str, subjek: str = "", medan: str = "") -> None:
        """Add a note."""
        self._catatan.append(Keterangan("catatan", line, subjek, medan))

    def skala(self, nama: str) -> None:
        """Print a scale of predicates."""
        if nama in self._index.skala and nama not in self._skala:
            self._skala[nama] = Keterangan("kebijakan", self._index.skala[nama].bunyi)

    def kelas(self) -> None:
        """Print the classes of achievement."""
        self._classed = True

    def semua(self) -> tuple[Keterangan, ...]:
        """All lines: formulas, their numbers, policies, notes."""
        policy = self._index.data.kebijakan
        policies = [*self._skala.values()]
        if self._classed:
            policies.append(Keterangan("kebijakan", self._index.kelas.bunyi))
        if self._capped:
            policies.append(Keterangan("kebijakan", policy.batas.bunyi))
        if self._rumus:
            policies.append(Keterangan("kebijakan", kalimat_pembulatan(policy.digit)))
        return (*self._rumus.values(), *self._substitusi, *policies, *self._catatan)


_OF_ACHIEVEMENT: Final = frozenset({*CAPAIAN.values(), *KUMULATIF.values()})
_SEBARIS: Final = frozenset({SELISIH, PERTUMBUHAN, SERAPAN, *EFISIENSI.values()})
"""Formulas whose numbers stand in the same row: their wording is enough."""


def _listed(items: Iterable[str]) -> str:
    texts = list(items)
    return " dan ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else texts[0]
