"""Lanes and steps of an SOP put in, moved, taken out and pasted; pure, on plain data.

Plain numbers (1, 2, 3 …) stay plain: rows behind a change are numbered again. An office's own
numbers are never touched. What a change takes from other steps is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.model import MOST_LANES
from service.web.naskah_bagan_tujuan import (
    berurutan,
    diarahkan,
    dinomori,
    kunci_of,
    letak_kunci,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.web.naskah_bagan_tujuan import Baris

TERBANYAK: Final = 500
"""Steps of one SOP that the pages take; the longest of the archives has sixty."""


@dataclass(frozen=True, slots=True)
class Suntingan:
    """Data after a change."""

    isi: Any
    kabar: tuple[str, ...] = ()
    """What else changed by it, a phrase each."""
    tempat: str = ""
    """Id on the page of what was changed."""


def daftar(isi: Any, nama: str) -> list[Any]:  # noqa: ANN401 - plain data
    """The lanes or steps of a draft; empty where there are none that can be read."""
    ada = isi.get(nama) if isinstance(isi, dict) else None
    return ada if isinstance(ada, list) else []


def terbuka(isi: Any) -> bool:  # noqa: ANN401 - plain data
    """Whether lanes and steps are lists of groups, as this editor needs them."""
    if not isinstance(isi, dict):
        return isi is None
    for nama in ("lajur", "kegiatan"):
        ada = isi.get(nama, [])
        if not isinstance(ada, list) or not all(isinstance(each, dict) for each in ada):
            return False
    return True


def disunting(isi: Any, aksi: str, at: int) -> Suntingan:  # noqa: ANN401 - plain data
    """The data after one of the buttons was pressed; unchanged where it means nothing.

    Args:
        isi: plain data; not changed itself.
        aksi: ``lajur-…`` or ``langkah-…`` with ``sisip``, ``naik``, ``turun`` or ``hapus``;
            ``nomori`` numbers all steps from 1 on.
        at: index of the lane or step; of ``sisip``, of the one before the new one, or -1.
    """
    apa, _, cara = aksi.partition("-")
    isi = isi if isinstance(isi, dict) else {}
    if apa == "lajur":
        return _lajur(isi, cara, at)
    if apa == "langkah" or aksi == "nomori":
        return _langkah(isi, cara or "nomori", at)
    return Suntingan(isi)


def ditambah(isi: Any, lajur: Sequence[Baris], langkah: Sequence[Baris]) -> Suntingan:  # noqa: ANN401
    """The data with lanes and steps behind those that are there, in their own numbers."""
    isi = isi if isinstance(isi, dict) else {}
    lama = daftar(isi, "kegiatan")
    semua = [*lama, *langkah][:TERBANYAK]
    akhiran = berurutan(lama)
    if akhiran is not None and not any(each.get("nomor") for each in langkah):
        semua = dinomori(semua, akhiran)
    jadi = {**isi, "kegiatan": semua}
    if lajur:
        jadi["lajur"] = [*daftar(isi, "lajur"), *lajur]
    return Suntingan(jadi, tempat=f"langkah-{len(lama)}" if langkah else "")


def id_baru(terpakai: set[Any]) -> str:
    """An id for a lane that no other bears; nobody reads it."""
    return next(each for n in range(1, 10_000) if (each := f"lajur-{n}") not in terpakai)


def _lajur(isi: Baris, cara: str, at: int) -> Suntingan:
    lajur = daftar(isi, "lajur")
    if cara == "sisip":
        if len(lajur) >= MOST_LANES:
            return Suntingan(isi, (f"paling banyak {MOST_LANES} lajur muat di kertas",), "lajur")
        baru = {"id": id_baru({each.get("id") for each in lajur}), "nama": ""}
        return Suntingan({**isi, "lajur": [*lajur, baru]}, tempat=f"lajur-{len(lajur)}")
    if cara in {"naik", "turun"}:
        urutan, tempat = _bertukar(len(lajur), at, cara)
        return Suntingan(
            {**isi, "lajur": [lajur[each] for each in urutan]}, tempat=f"lajur-{tempat}"
        )
    if cara == "hapus" and 0 <= at < len(lajur):
        return _tanpa_lajur(isi, lajur, at)
    return Suntingan(isi)


def _tanpa_lajur(isi: Baris, lajur: list[Any], at: int) -> Suntingan:
    dibuang = lajur[at].get("id")
    sisa = [*lajur[:at], *lajur[at + 1 :]]
    if any(each.get("id") == dibuang for each in sisa):
        return Suntingan({**isi, "lajur": sisa}, tempat="lajur")
    kehilangan = []
    langkah = []
    for each in daftar(isi, "kegiatan"):
        pelaksana = each.get("pelaksana")
        if isinstance(pelaksana, list):
            tetap = [satu for satu in pelaksana if not _bertugas(satu, dibuang)]
            if len(tetap) < len(pelaksana):
                kehilangan.append(kunci_of(each) or "–")
                each = {**each, "pelaksana": tetap}  # noqa: PLW2901 - the step without the lane
        langkah.append(each)
    nama = lajur[at].get("nama") or "tanpa nama"
    kabar = (
        (f"langkah {', '.join(kehilangan)} tidak lagi dilaksanakan {nama}",) if kehilangan else ()
    )
    jadi = {**isi, "lajur": sisa}
    if kehilangan:
        jadi["kegiatan"] = langkah
    return Suntingan(jadi, kabar, "lajur")


def _bertugas(pelaksana: Any, lajur: Any) -> bool:  # noqa: ANN401 - plain data
    return isinstance(pelaksana, dict) and pelaksana.get("lajur") == lajur


def _langkah(isi: Baris, cara: str, at: int) -> Suntingan:
    lama = daftar(isi, "kegiatan")
    urutan: list[int | None] = list(range(len(lama)))
    tempat = at
    akhiran = berurutan(lama)
    if cara == "sisip" and -1 <= at < len(lama) < TERBANYAK:
        tempat = at + 1
        urutan.insert(tempat, None)
    elif cara in {"naik", "turun"}:
        tukar, tempat = _bertukar(len(lama), at, cara)
        urutan = list(tukar)
    elif cara == "hapus" and 0 <= at < len(lama):
        del urutan[at]
        tempat = min(at, len(urutan) - 1)
    elif cara == "nomori":
        akhiran = "." if any(str(each.get("nomor", "")).endswith(".") for each in lama) else ""
    else:
        return Suntingan(isi)
    baris = [{"pelaksana": []} if each is None else lama[each] for each in urutan]
    if akhiran is not None:
        baris = dinomori(baris, akhiran)
    kini = {each: baru for baru, each in enumerate(urutan) if each is not None}
    dahulu = letak_kunci([kunci_of(each) for each in lama])
    jadi, kabar = diarahkan(baris, dahulu, kini)
    anjur = f"langkah-{tempat}" if tempat >= 0 else "langkah"
    return Suntingan({**isi, "kegiatan": jadi}, tuple(kabar), anjur)


def _bertukar(banyak: int, at: int, cara: str) -> tuple[list[int], int]:
    """The order after a row changed places with its neighbour, and where it then stands."""
    lain = at - 1 if cara == "naik" else at + 1
    urutan = list(range(banyak))
    if not (0 <= at < banyak and 0 <= lain < banyak):
        return urutan, at
    urutan[at], urutan[lain] = urutan[lain], urutan[at]
    return urutan, lain
