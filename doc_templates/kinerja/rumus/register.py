"""The register: every formula that a document may print, in the order of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.rumus.anggaran import EFISIENSI, SERAPAN
from doc_templates.kinerja.rumus.antartahun import PERTUMBUHAN, RATA_CAPAIAN, SELISIH
from doc_templates.kinerja.rumus.capaian import F1, F2, F3, F4, F5, F6, F7, KUMULATIF

if TYPE_CHECKING:
    from doc_templates.kinerja.rumus.bentuk import Rumus

_NAMED: Final = (F1, F2, F3, F4, F5, F6, F7)

REGISTER: Final[tuple[Rumus, ...]] = (
    *_NAMED,
    *(each for each in KUMULATIF.values() if each not in _NAMED),
    SERAPAN,
    *EFISIENSI.values(),
    SELISIH,
    PERTUMBUHAN,
    RATA_CAPAIAN,
)
"""Each formula once; its code is unique."""


def bunyi(rumus: Rumus) -> str:
    """A formula's line under a table: code, name and equation."""
    return f"{rumus.kode} ({rumus.nama}): {rumus.bunyi}."
