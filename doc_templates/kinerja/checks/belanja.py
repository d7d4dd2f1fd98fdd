"""What was spent and put out: readable, filled, and within the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja import codes
from doc_templates.kinerja.baca import baca_angka, baca_uang
from doc_templates.kinerja.checks.letak import sebut_baris
from doc_templates.kinerja.checks.nilai import check_nilai
from doc_templates.kinerja.hitung.anggaran import belanja_sampai, pagu
from doc_templates.kinerja.hitung.triwulan import TRIWULAN, nama_triwulan, versi_untuk
from doc_templates.kinerja.jalan import SUB_KEGIATAN
from doc_templates.kinerja.model import SubKegiatan
from doc_templates.kinerja.nilai import Angka, Tiada
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.jalan import TempatAnggaran
    from doc_templates.kinerja.model import RealisasiAnggaran


def check_belanja(letak: Letak, ke: int) -> list[Finding]:
    """The spending up to a quarter, by the budget in force at its end."""
    versi, rows = versi_untuk(letak.index, ke), letak.belanja()
    lines = versi.anggaran if versi else ()
    return [
        finding
        for line in lines
        if line.tingkat == SUB_KEGIATAN
        for finding in _check_line(letak, line, ke, rows.get(line.kunci))
    ]


def check_keluaran(letak: Letak) -> list[Finding]:
    """Every sub kegiatan promises an output that the annual report can measure."""
    versi, found = versi_untuk(letak.index, max(TRIWULAN)), []
    for line in versi.anggaran if versi else ():
        if not isinstance(line.item, SubKegiatan):
            continue
        output = line.item.keluaran
        if output is None or output.target is None or not output.satuan.strip():
            sentence = (
                f"Keluaran {sebut_baris(line)} belum lengkap; isilah uraian, satuan, dan targetnya."
            )
            found.append(codes.SPENDING_ABSENT.at(f"{line.where}.keluaran", sentence))
        else:
            value = baca_angka(output.target, satuan=output.satuan, desimal=output.desimal)
            label = f"Target keluaran {line.kunci}"
            found += check_nilai(value, f"{line.where}.keluaran.target", label)
    return found


def check_efisiensi(letak: Letak) -> list[Finding]:
    """Where the office explains its efficiency itself, each sub kegiatan says something."""
    if letak.index.data.kebijakan.efisiensi != "C":
        return []
    return [
        codes.EFFICIENCY_ABSENT.at(
            f"realisasi_anggaran[{at}].efisiensi",
            f"Efisiensi {row.sub_kegiatan} belum dijelaskan, padahal kebijakan memilih cara C; "
            "tulislah, atau pilihlah cara A atau B.",
        )
        for at, row in enumerate(letak.index.data.realisasi_anggaran)
        if not row.efisiensi.strip()
    ]


def _check_line(
    letak: Letak, line: TempatAnggaran, ke: int, row: tuple[str, RealisasiAnggaran] | None
) -> list[Finding]:
    if row is None:
        sentence = (
            f"Realisasi anggaran {sebut_baris(line)} belum ada; isilah, atau isilah 0 bila memang "
            "belum dibelanjakan."
        )
        return [codes.SPENDING_ABSENT.at("realisasi_anggaran", sentence)]
    where, spent = row
    found = _check_readings(line, ke, (where, spent))
    blank = [
        f"{name} {nama_triwulan(ke)}"
        for name, values in (("realisasi anggaran", spent.keuangan), ("keluaran", spent.keluaran))
        if isinstance(baca_uang(values[ke - 1]), Tiada)
    ]
    if blank:
        sentence = f"{sebut_baris(line)} belum mempunyai {' dan '.join(blank)}; isilah."
        found.append(codes.SPENDING_ABSENT.at(where, sentence))
    total, budget = belanja_sampai(letak.index, line.item, ke), pagu(line.item)
    if isinstance(total, Angka) and isinstance(budget, Angka) and total.nilai > budget.nilai:
        sentence = (
            f"Realisasi {sebut_baris(line)} s.d. {nama_triwulan(ke)} {rupiah(total.nilai)} "
            f"melebihi pagunya {rupiah(budget.nilai)}; periksalah salah satunya."
        )
        found.append(codes.SPENDING_OVER.at(f"{where}.keuangan", sentence))
    return found


def _check_readings(
    line: TempatAnggaran, ke: int, row: tuple[str, RealisasiAnggaran]
) -> list[Finding]:
    where, spent = row
    output = line.item.keluaran if isinstance(line.item, SubKegiatan) else None
    unit, digits = (output.satuan, output.desimal) if output else ("", None)
    found = []
    for each in TRIWULAN[:ke]:
        quarter, at = nama_triwulan(each), each - 1
        money = baca_uang(spent.keuangan[at])
        found += check_nilai(money, f"{where}.keuangan[{at}]", f"Belanja {quarter} {line.kunci}")
        put_out = baca_angka(spent.keluaran[at], satuan=unit, desimal=digits)
        found += check_nilai(put_out, f"{where}.keluaran[{at}]", f"Keluaran {quarter} {line.kunci}")
    return found
