"""Which sheet of a returned workbook is which, by the mark in its corner, not by its tab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates.formulir import codes
from doc_templates.formulir.identitas import AWALAN
from doc_templates.formulir.tata import PETUNJUK, TERSEMBUNYI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doc_templates.findings import Finding
    from doc_templates.formulir.bentuk import Formulir, Lembar
    from doc_templates.formulir.buku import BukuTerbaca, LembarTerbaca, Tempat


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A sheet of the form and the one that came back."""

    lembar: Lembar
    terbaca: LembarTerbaca
    sudut: Tempat
    """Where its mark stands: row and column of the keys."""


def pasangkan(formulir: Formulir, buku: BukuTerbaca, temuan: list[Finding]) -> tuple[Pasangan, ...]:
    """Find each sheet of the form; what is missing, foreign or extra is told."""
    marked = [(sheet, *mark) for sheet in buku.lembar for mark in _marks(sheet)]
    pairs, known = [], set[str]()
    for lembar in formulir.lembar:
        wanted = formulir.identitas.tanda(lembar.kunci)
        hits = [(sheet, place) for sheet, place, text in marked if text == wanted]
        if not hits:
            temuan.append(_missing(lembar, marked))
            known |= {sheet.nama for sheet, _, text in marked if _key(text) == lembar.kunci}
            continue
        known |= {sheet.nama for sheet, _ in hits}
        if len(hits) > 1:
            temuan.append(_twice(lembar, [sheet for sheet, _ in hits]))
            continue
        sheet, place = hits[0]
        temuan += _odd(lembar, sheet)
        pairs.append(Pasangan(lembar, sheet, place))
    temuan += _extra(each for each in buku.lembar if each.nama not in known)
    return tuple(pairs)


def _marks(sheet: LembarTerbaca) -> Iterator[tuple[Tempat, str]]:
    for place, cell in sheet.sel.items():
        if cell.jenis == "teks" and cell.teks.startswith(f"{AWALAN}/"):
            yield place, cell.teks


def _key(mark: str) -> str:
    parts = mark.split("/")
    return parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - lontar/version/sheet/…


def _missing(lembar: Lembar, marked: list[tuple[LembarTerbaca, Tempat, str]]) -> Finding:
    for sheet, place, text in marked:
        if _key(text) == lembar.kunci:
            owner = " ".join(text.split("/")[3:])
            return codes.SHEET_FOREIGN.at(
                sheet.tempat(*place),
                f"Lembar “{sheet.nama}” berasal dari formulir lain ({owner}); pakailah lembar "
                "dari formulir unit dan triwulan ini.",
            )
    return codes.SHEET_MISSING.at(
        f"{lembar.nama}!A1",
        f"Lembar “{lembar.nama}” tidak ada atau baris pengenalnya terhapus; kembalikan dari "
        "formulir semula.",
    )


def _twice(lembar: Lembar, sheets: list[LembarTerbaca]) -> Finding:
    names = " dan ".join(f"“{each.nama}”" for each in sheets)
    return codes.SHEET_TWICE.at(
        f"{sheets[-1].nama}!A1",
        f"Lembar {lembar.nama} ada {len(sheets)}: {names}; hapus yang tidak dipakai.",
    )


def _odd(lembar: Lembar, sheet: LembarTerbaca) -> Iterator[Finding]:
    if sheet.nama != lembar.nama:
        yield codes.SHEET_NAME.at(
            f"{sheet.nama}!A1",
            f"Lembar “{lembar.nama}” berganti nama menjadi “{sheet.nama}”; isinya tetap dibaca.",
        )
    if sheet.tersembunyi:
        yield codes.SHEET_HIDDEN.at(
            f"{sheet.nama}!A1",
            f"Lembar “{sheet.nama}” disembunyikan tetapi tetap dibaca; tampilkan dan periksa.",
        )


def _extra(sheets: Iterable[LembarTerbaca]) -> Iterator[Finding]:
    for sheet in sheets:
        if sheet.nama not in {PETUNJUK, TERSEMBUNYI} and sheet.sel:
            first = min(sheet.sel)
            yield codes.SHEET_EXTRA.at(
                sheet.tempat(*first),
                f"Lembar “{sheet.nama}” bukan bagian formulir dan tidak dibaca; pindahkan isinya "
                "ke lembar formulir bila perlu.",
            )
