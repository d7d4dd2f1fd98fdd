"""From the data of an agreement to the plain texts that its form prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.pejabat import is_kepala_daerah
from doc_templates.perjanjian_kinerja import wording
from doc_templates.perjanjian_kinerja.model import jumlah_of, rincian_of
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kind import Printing
    from doc_templates.pejabat import Pejabat
    from doc_templates.perjanjian_kinerja.model import (
        PerjanjianKinerja,
        Sasaran,
        SubKegiatan,
    )

DOTS: Final = "…" * 15
"""Where a hand will write: a name, a number."""
SHORT_DOTS: Final = "…" * 8
NIP_DOTS: Final = "…" * 12
BELUM_ADA: Final = "belum tersedia"
"""Where a value is not there yet: a word, never a blank."""


def context(data: PerjanjianKinerja, printing: Printing) -> dict[str, Any]:
    """What the form asks for; every value is a text, a truth or a list of such."""
    first = data.pihak_pertama
    number = printing.number or data.nomor_sendiri or DOTS
    *promises, last = wording.promises(data)
    depth = max((len(path) for path, _ in _walk(data.program)), default=1)
    levels = wording.levels(data, depth)
    return {
        "judul_dokumen": wording.title(data),
        "tanda_konsep": "KONSEP" if printing.konsep else "",
        "kop": {
            "pemerintah": data.kop.pemerintah or "",
            "instansi": list(data.kop.instansi),
            "alamat": [each for each in (data.kop.alamat, *data.kop.kontak) if each],
        },
        "judul": data.judul,
        "nomor": number,
        "pembuka": wording.opening(data),
        "janji": promises,
        "janji_akhir": last,
        "dua_pihak": data.pihak_kedua is not None,
        "pertama": _party(first, "Pihak Pertama,"),
        "kedua": _party(data.pihak_kedua, "Pihak Kedua,") if data.pihak_kedua else _NOBODY,
        "tempat_tanggal": f"{data.tempat}, {data.tanggal or f'{SHORT_DOTS} {data.tahun}'}",
        "lampiran": f"LAMPIRAN {data.judul}",
        "kepala_sasaran": wording.SASARAN[data.tingkat],
        "sasaran": [
            {
                "no": str(number),
                "uraian": each.uraian,
                "indikator": [
                    {"uraian": one.uraian, "satuan": one.satuan, "target": one.target}
                    for one in each.indikator
                ],
            }
            for number, each in enumerate(data.sasaran, 1)
        ],
        "triwulan": _all_quarters(data),
        "huruf_program": "C" if _all_quarters(data) else "B",
        "judul_program": wording.budget_title(levels),
        "kepala_program": " / ".join(levels),
        "program": [_budget_row(path, item, depth) for path, item in _walk(data.program)],
        "jumlah": rupiah(data.jumlah),
        "penutup_lampiran": wording.annex_closing(data, number),
    }


def _all_quarters(data: PerjanjianKinerja) -> list[dict[str, str]]:
    """The rows of the milestones; none where no indicator has any."""
    if not any(one.triwulan for each in data.sasaran for one in each.indikator):
        return []
    return [row for at, each in enumerate(data.sasaran, 1) for row in _quarters(at, each)]


def _quarters(number: int, sasaran: Sasaran) -> Iterator[dict[str, str]]:
    """The milestones of an aim's indicators; one without them says so."""
    for at, each in enumerate(sasaran.indikator, 1):
        quarters = each.triwulan or (BELUM_ADA,) * 4
        yield {
            "no": f"{number}.{at}",
            "uraian": each.uraian,
            "satuan": each.satuan,
            "target": each.target,
            **{f"tw{ke}": text or BELUM_ADA for ke, text in enumerate(quarters, 1)},
        }


_NOBODY: Final = dict.fromkeys(("sebutan", "nama", "titik", "jabatan", "pangkat", "nip"), "")


def _party(party: Pejabat, label: str) -> dict[str, str]:
    """A party as its block prints it; heads of region have neither pangkat nor NIP line."""
    head = is_kepala_daerah(party.jabatan)
    nip = party.nip or ("" if head else NIP_DOTS)
    return {
        "sebutan": label,
        "nama": party.nama or "",
        "titik": "" if party.nama else DOTS,
        "jabatan": party.sebutan,
        "pangkat": party.pangkat or "",
        "nip": f"NIP {nip}" if nip else "",
    }


def _budget_row(path: tuple[int, ...], item: SubKegiatan, depth: int) -> dict[str, str]:
    amount = jumlah_of(item)
    return {
        "no": ".".join(map(str, path)),
        "bentuk": _shape(path, item, depth),
        "uraian": item.uraian,
        "anggaran": BELUM_ADA if amount is None else rupiah(amount),
        "keterangan": item.keterangan,
    }


def _shape(path: tuple[int, ...], item: SubKegiatan, depth: int) -> str:
    """Which of the form's four rows prints a line; a heading stays with what it heads."""
    if len(path) == 1 and depth > 1:
        return "program"
    if rincian_of(item):
        return "kelompok"
    return "rincian" if len(path) == len(wording.LEVELS) else "butir"


def _walk(
    items: Sequence[SubKegiatan], above: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], SubKegiatan]]:
    """Every line with its number (1, 1.1, 1.1.1), from the top down."""
    for number, item in enumerate(items, 1):
        yield (*above, number), item
        yield from _walk(rincian_of(item), (*above, number))
