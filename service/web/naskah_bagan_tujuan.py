"""Where steps lead, kept by what they mean: a target follows its step to its new number.

Data name the next step by its printed number. Whoever moves, removes or renumbers steps means the
steps and not the numbers, so all targets are read before and written again after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.alur import is_end, target_of
from doc_templates.sop.model import step_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TUJUAN: Final = {"lanjut": "lanjutan", "ya": "tujuan Ya", "tidak": "tujuan Tidak"}
"""Field of a step that names another one → what it is called."""
Baris = dict[str, Any]
"""A step as plain data, sound or not."""


def kunci_of(baris: Any) -> str:  # noqa: ANN401 - plain data
    """The key by which other steps point to a row; empty where it has none."""
    nomor = baris.get("nomor") if isinstance(baris, dict) else None
    return step_key(nomor) if isinstance(nomor, str) else ""


def letak_kunci(kunci: Sequence[str]) -> dict[str, int]:
    """Key → its row; the first one wins where two rows bear the same."""
    letak: dict[str, int] = {}
    for at, each in enumerate(kunci):
        if each:
            letak.setdefault(each, at)
    return letak


def berurutan(baris: Sequence[Any]) -> str | None:
    """What stands behind plain numbers 1, 2, 3 …: nothing or a full stop; None for others."""
    nomor = [each.get("nomor") if isinstance(each, dict) else None for each in baris]
    for akhiran in ("", "."):
        if nomor == [f"{at}{akhiran}" for at in range(1, len(nomor) + 1)]:
            return akhiran
    return None


def dinomori(baris: Sequence[Any], akhiran: str) -> list[Any]:
    """The rows numbered from 1 on."""
    return [
        {**each, "nomor": f"{at}{akhiran}"} if isinstance(each, dict) else each
        for at, each in enumerate(baris, 1)
    ]


def diarahkan(
    baris: Sequence[Any], dahulu: Mapping[str, int], kini: Mapping[int, int]
) -> tuple[list[Any], list[str]]:
    """The rows with every target at its step's present number, and what must be told.

    Args:
        baris: all rows in their new order, with their new numbers.
        dahulu: key → its row before.
        kini: row before → row now; what is missing was removed.
    """
    sekarang = letak_kunci([kunci_of(each) for each in baris])
    kabar: list[str] = []
    jadi: list[Any] = []
    for each in baris:
        satu = dict(each) if isinstance(each, dict) else each
        for nama, kunci in _tujuan(each):
            lama = dahulu.get(kunci)
            if lama is None:
                if kunci in sekarang:
                    kabar.append(_sebutan(each, nama, f"kini menuju langkah {kunci} yang baru ada"))
            elif lama not in kini:
                del satu[nama]
                kabar.append(_sebutan(each, nama, f"dikosongkan, semula ke langkah {kunci}"))
            elif (baru := kunci_of(baris[kini[lama]])) and baru != kunci:
                satu[nama] = baru
        jadi.append(satu)
    return jadi, kabar


def _tujuan(baris: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - plain data
    for nama in TUJUAN if isinstance(baris, dict) else ():
        teks = baris.get(nama)
        if isinstance(teks, str) and not (nama == "lanjut" and is_end(teks)):
            kunci = target_of(teks)
            if kunci is not None:
                yield nama, kunci


def _sebutan(baris: Baris, nama: str, apa: str) -> str:
    return f"{TUJUAN[nama]} langkah {kunci_of(baris) or '–'} {apa}"
