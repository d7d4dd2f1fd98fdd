"""Steps copied from a spreadsheet: columns by their heads, lanes by their names."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.model import MOST_LANES
from service.drafts.errors import RowsUnreadable
from service.web.naskah_bagan_susun import Suntingan, daftar, ditambah, id_baru

if TYPE_CHECKING:
    from collections.abc import Sequence

KOLOM: Final = ("uraian", "pelaksana", "kelengkapan", "waktu", "output", "keterangan")
"""The order of columns without heads."""
_KEPALA: Final = {
    "nomor": "nomor",
    "no": "nomor",
    "uraian": "uraian",
    "uraian kegiatan": "uraian",
    "uraian prosedur": "uraian",
    "kegiatan": "uraian",
    "aktivitas": "uraian",
    "prosedur": "uraian",
    "langkah": "uraian",
    "pelaksana": "pelaksana",
    "kelengkapan": "kelengkapan",
    "persyaratan": "kelengkapan",
    "persyaratan/kelengkapan": "kelengkapan",
    "persyaratan/ kelengkapan": "kelengkapan",
    "waktu": "waktu",
    "output": "output",
    "keterangan": "keterangan",
    "ket": "keterangan",
}
"""Head of a column, folded → field."""
_LAJUR: Final = "lajur:"
"""In front of the id of a lane: a column in which a mark says that it acts."""
_PISAH: Final = re.compile(r"[;\n]")
_MUTU: Final = frozenset({"kelengkapan", "waktu", "output"})


def ditempel(isi: Any, teks: str) -> Suntingan:  # noqa: ANN401 - plain data
    """The data with the pasted steps at their end; lanes that they name and lack are added.

    Raises:
        RowsUnreadable: a line has more cells than there are columns.
    """
    lajur = [each for each in daftar(isi, "lajur") if isinstance(each, dict)]
    baris = list(csv.reader(io.StringIO(teks.strip("\r\n"), newline=""), delimiter="\t"))
    kolom, mulai = _kolom(baris[0] if baris else [], lajur)
    baru: list[dict[str, Any]] = []
    langkah = []
    for nomor, sel in enumerate(baris[mulai:], mulai + 1):
        if not any(sel):
            continue
        if any(sel[len(kolom) :]):
            raise RowsUnreadable(nomor, len(sel), len(kolom))
        langkah.append(_langkah(dict(zip(kolom, sel, strict=False)), lajur, baru))
    if len(lajur) + len(baru) > MOST_LANES:
        alasan = f"yang ditempel menyebut {len(baru)} pelaksana baru; paling banyak {MOST_LANES}"
        return Suntingan(isi, (f"{alasan} lajur, jadi tidak ada yang ditambahkan",), "tempel")
    jadi = ditambah(isi, baru, langkah)
    kabar = [f"{len(langkah)} langkah ditambahkan"] if langkah else []
    if baru:
        kabar.append(f"lajur baru: {', '.join(each['nama'] for each in baru)}")
    return Suntingan(jadi.isi, tuple(kabar), jadi.tempat)


def _kolom(kepala: Sequence[str], lajur: Sequence[dict[str, Any]]) -> tuple[list[str], int]:
    """The fields of the columns, and the first line that is a step."""
    nama = _KEPALA | {_lipat(each.get("nama")): f"{_LAJUR}{each.get('id')}" for each in lajur}
    dikenal = [nama.get(_lipat(each)) for each in kepala]
    ada = [each for each in dikenal if each]
    return (ada, 1) if ada and len(ada) == len(kepala) else (list(KOLOM), 0)


def _langkah(
    sel: dict[str, str], lajur: Sequence[dict[str, Any]], baru: list[dict[str, Any]]
) -> dict[str, Any]:
    langkah: dict[str, Any] = {}
    mutu: dict[str, Any] = {}
    pelaksana: list[dict[str, Any]] = []
    for nama, teks in sel.items():
        if not teks:
            continue
        if nama == "pelaksana":
            nama_lajur = [each.strip() for each in _PISAH.split(teks)]
            pelaksana += [{"lajur": _id_of(each, lajur, baru)} for each in nama_lajur if each]
        elif nama.startswith(_LAJUR):
            pelaksana.append({"lajur": nama.removeprefix(_LAJUR)})
        elif nama in _MUTU:
            mutu[nama] = teks
        else:
            langkah[nama] = teks
    return {**langkah, "pelaksana": pelaksana, **({"mutu_baku": mutu} if mutu else {})}


def _id_of(nama: str, lajur: Sequence[dict[str, Any]], baru: list[dict[str, Any]]) -> Any:  # noqa: ANN401
    for each in (*lajur, *baru):
        if _lipat(each.get("nama")) == _lipat(nama):
            return each.get("id")
    terpakai = {each.get("id") for each in (*lajur, *baru)}
    baru.append({"id": id_baru(terpakai), "nama": nama})
    return baru[-1]["id"]


def _lipat(nama: Any) -> str:  # noqa: ANN401 - plain data
    return " ".join(str(nama or "").split()).removesuffix(".").casefold()
