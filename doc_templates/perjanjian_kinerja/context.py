"""From the data of an agreement to the plain texts that its form prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.kind import Description, Signatory
from doc_templates.nomor import classification_of
from doc_templates.pejabat import is_kepala_daerah
from doc_templates.perjanjian_kinerja import wording
from doc_templates.perjanjian_kinerja.model import jumlah_of, rincian_of
from doc_templates.tanggal import read_date
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.kind import Printing
    from doc_templates.pejabat import Pejabat
    from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja, SubKegiatan

DOTS: Final = "…" * 15
"""Where a hand will write: a name, a number."""
SHORT_DOTS: Final = "…" * 8
NIP_DOTS: Final = "…" * 12


def context(data: PerjanjianKinerja, printing: Printing) -> dict[str, Any]:
    """What the form asks for; every value is a text, a truth or a list of such."""
    first = data.pihak_pertama
    number = printing.number or data.nomor or DOTS
    *promises, last = wording.promises(data)
    depth = max((len(path) for path, _ in _walk(data.program)), default=1)
    return {
        "judul_dokumen": title(data),
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
        "judul_program": wording.budget_title(depth),
        "kepala_program": " / ".join(wording.LEVELS[:depth]),
        "program": [_budget_row(path, item, depth) for path, item in _walk(data.program)],
        "jumlah": rupiah(data.jumlah),
        "penutup_lampiran": wording.annex_closing(data, number),
    }


def title(data: PerjanjianKinerja) -> str:
    """The subject for the PDF's title and the index: what, which year, whose."""
    return " ".join(filter(None, (wording.subject(data), data.pihak_pertama.sebutan)))


def describe(data: PerjanjianKinerja) -> Description:
    """What the pipeline and the archive need to know of an agreement."""
    date = read_date(data.tanggal or "")
    office = data.kop.nama_instansi
    numbering = data.penomoran
    parties = [data.pihak_pertama, *([data.pihak_kedua] if data.pihak_kedua else [])]
    return Description(
        title=title(data),
        office=office,
        year=data.tahun,
        register=f"{office} / perjanjian_kinerja",
        number=data.nomor,
        numbering=numbering,
        date=date.iso if date else None,
        classification=numbering.klasifikasi if numbering else classification_of(data.nomor),
        signatories=_signatories(data),
        must_show=(data.judul, *(each.nama for each in parties if each.nama and each.nama.strip())),
    )


def _signatories(data: PerjanjianKinerja) -> tuple[Signatory, ...]:
    """Left before right, the statement before its annex: the order of the marks."""
    parties = [("pihak_pertama", "Pihak pertama", data.pihak_pertama)]
    if data.pihak_kedua:
        parties.insert(0, ("pihak_kedua", "Pihak kedua", data.pihak_kedua))
    return tuple(
        Signatory(role + suffix, " – ".join(filter(None, (label + place, who.sebutan, who.nama))))
        for suffix, place in (("", ""), ("_lampiran", " (lampiran)"))
        for role, label, who in parties
    )


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
        "anggaran": "–" if amount is None else rupiah(amount),
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
