"""Charts of the report: from the same cells as the tables, so that both say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from doc_templates.kinerja.hitung import anggaran, banding
from doc_templates.kinerja.hitung.triwulan import TRIWULAN
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.pengukuran import YEARS
from doc_templates.naskah.blok import Diagram, Seri

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.kinerja.tabel import Sel
    from doc_templates.laporan_tahunan.bahan import Bahan, Capaian

BANYAK_BATANG: Final = 14
"""Categories that a chart of bars shows at most; the next ones follow in another."""
_PERSEN: Final = "Persen"


def diagram_tahun_ini(rows: Sequence[Capaian], judul: str) -> Diagram:
    """Target beside realisation of each indicator, each to its own scale unless units agree."""
    units = {each.sel.satuan().teks for each in rows}
    names = tuple(
        f"{each.baris.nomor} {each.sel.uraian().teks} ({each.sel.satuan().teks})" for each in rows
    )
    series = (
        _seri("Target", [each.sel.target_tahun() for each in rows]),
        _seri("Realisasi", [each.sel.realisasi_sampai() for each in rows]),
    )
    unit = next(iter(units)) if len(units) == 1 else ""
    return _diagram(judul, names, series, satuan=unit)


def diagram_antartahun(bahan: Bahan, each: Capaian) -> Diagram | None:
    """Targets and realisations of several years; None where no year has a number."""
    now, index, key = bahan.tahun, bahan.index, each.baris.kunci
    years = range(now - YEARS + 1, now + 1)
    aimed = [
        sel.nilai(banding.target_of(index, key, year), key, f"target.{year}") for year in years
    ]
    reached = [each.sel.realisasi_of(year) for year in years]
    if all(cell.angka is None for cell in reached):
        return None
    name, unit = each.sel.uraian().teks, each.sel.satuan().teks
    return _diagram(
        f"Perkembangan {name} ({unit}) Tahun {years[0]}–{now}",
        tuple(map(str, years)),
        (_seri("Target", aimed), _seri("Realisasi", reached)),
        jenis="garis",
        satuan=unit,
    )


def diagram_sasaran(bahan: Bahan) -> list[Diagram]:
    """Mean achievement of each aim against the whole."""
    rows = [
        (
            f"Sasaran {bahan.nomor_sasaran[place.kunci]}: {place.sasaran.uraian}",
            sel.hasil(bahan.rata(members)[0], place.kunci, "capaian.rata_rata"),
        )
        for place, members in bahan.per_sasaran
    ]
    return _persen(f"Rata-Rata Capaian Setiap Sasaran Tahun {bahan.tahun}", "Capaian (%)", rows)


def diagram_serapan(bahan: Bahan) -> list[Diagram]:
    """Absorption of each programme."""
    rows = []
    for each in bahan.versi.isi.program if bahan.versi else ():
        spent = anggaran.belanja_sampai(bahan.index, each, TRIWULAN[-1])
        result = anggaran.serapan(bahan.index, anggaran.pagu(each), spent)
        rows.append((each.uraian, sel.hasil(result, each.kode or each.uraian, "serapan.sd_tw4")))
    return _persen(f"Penyerapan Anggaran Setiap Program Tahun {bahan.tahun}", "Serapan (%)", rows)


def _persen(judul: str, nama: str, rows: Sequence[tuple[str, Sel]]) -> list[Diagram]:
    parts = [rows[at : at + BANYAK_BATANG] for at in range(0, len(rows), BANYAK_BATANG)]
    return [
        _diagram(
            judul if len(parts) == 1 else f"{judul} ({number} dari {len(parts)})",
            tuple(name for name, _ in part),
            (_seri(nama, [cell for _, cell in part]),),
            satuan=_PERSEN,
        )
        for number, part in enumerate(parts, 1)
    ]


def _seri(nama: str, cells: Sequence[Sel]) -> Seri:
    return Seri(nama, tuple(each.angka for each in cells), tuple(each.teks for each in cells))


def _diagram(
    judul: str,
    kategori: tuple[str, ...],
    seri: tuple[Seri, ...],
    *,
    jenis: Literal["batang", "garis"] = "batang",
    satuan: str = "",
) -> Diagram:
    told = "; ".join(
        f"{name}: " + ", ".join(f"{each.nama} {each.teks[at]}" for each in seri)
        for at, name in enumerate(kategori)
    )
    uraian = f"Diagram {jenis}. {judul}. {told}."
    return Diagram(judul, kategori, seri, uraian, jenis, satuan)
