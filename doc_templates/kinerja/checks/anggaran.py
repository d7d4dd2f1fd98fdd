"""The budget of a version: parts and wholes agree, down from the DPA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja import codes
from doc_templates.kinerja.baca import baca_uang
from doc_templates.kinerja.checks.letak import sebut_baris
from doc_templates.kinerja.checks.nilai import check_nilai
from doc_templates.kinerja.hitung.anggaran import pagu, total_pagu
from doc_templates.kinerja.hitung.jumlah import jumlahkan
from doc_templates.kinerja.hitung.triwulan import nama_versi
from doc_templates.kinerja.jalan import PROGRAM, bagian_of
from doc_templates.kinerja.nilai import Angka, Tiada
from doc_templates.kinerja.tabel.susunan import puncak
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Versi
    from doc_templates.kinerja.jalan import TempatAnggaran


def check_anggaran(versi: Versi) -> list[Finding]:
    """Amounts, owners, sums and the DPA."""
    found = [finding for line in versi.anggaran for finding in _check_line(line)]
    return [*found, *_check_dpa(versi)]


def check_dukungan(letak: Letak, versi: Versi) -> list[Finding]:
    """Programmes serve aims, and the office's aims are served."""
    found = [
        codes.PROGRAM_AIMLESS.at(
            f"{line.where}.sasaran",
            f"Program {sebut_baris(line)} belum menyebut sasaran yang didukungnya; isilah.",
        )
        for line in versi.anggaran
        if line.tingkat == PROGRAM and not versi.sasaran.get(line.kunci)
    ]
    office = puncak(letak.index)
    for place in letak.sasaran:
        unit = letak.index.unit_of(place.sasaran.penanggung_jawab)
        if unit is not None and unit == office and place.kunci not in versi.program:
            sentence = (
                f"Sasaran “{place.sasaran.uraian}” tidak didukung program mana pun; sebutlah pada "
                "program yang mendukungnya."
            )
            found.append(codes.SASARAN_UNFUNDED.at(place.where, sentence))
    return found


def _check_line(line: TempatAnggaran) -> list[Finding]:
    where, label = f"{line.where}.anggaran", f"Anggaran {sebut_baris(line)}"
    written, parts = baca_uang(line.item.anggaran), bagian_of(line.item)
    found = check_nilai(written, where, label)
    if isinstance(written, Tiada) and not parts:
        sentence = f"{label} belum ada; isilah, atau isilah 0 bila memang nol."
        found.append(codes.LINE_AMOUNT.at(where, sentence))
    if line.tingkat != PROGRAM and not line.item.penanggung_jawab.strip():
        sentence = f"{sebut_baris(line)} belum mempunyai unit penanggung jawab; isilah kode unit."
        found.append(codes.LINE_OWNER.at(f"{line.where}.penanggung_jawab", sentence))
    amounts = [pagu(each) for each in parts]
    total = jumlahkan(amounts, tulis=rupiah)
    if not isinstance(written, Angka) or not isinstance(total, Angka):
        return found
    whole = all(isinstance(each, Angka) for each in amounts)
    if total.nilai > written.nilai or (whole and total.nilai < written.nilai):
        relation = "melebihi" if total.nilai > written.nilai else "kurang dari"
        sentence = (
            f"Jumlah rincian {sebut_baris(line)} {rupiah(total.nilai)} {relation} anggarannya "
            f"{rupiah(written.nilai)}; samakan keduanya."
        )
        found.append(codes.SUM_PARTS.at(where, sentence, f"{total.nilai:f}"))
    return found


def _check_dpa(versi: Versi) -> list[Finding]:
    where = f"perjanjian[{versi.nomor}].dpa.jumlah"
    written, total = baca_uang(versi.isi.dpa.jumlah), total_pagu(versi)
    found = check_nilai(written, where, f"Jumlah DPA {nama_versi(versi.isi)}")
    if isinstance(written, Angka) and isinstance(total, Angka) and written.nilai != total.nilai:
        sentence = (
            f"Jumlah seluruh program {rupiah(total.nilai)} tidak sama dengan DPA "
            f"{nama_versi(versi.isi)} {rupiah(written.nilai)}; samakan keduanya."
        )
        found.append(codes.SUM_DPA.at(where, sentence, f"{total.nilai:f}"))
    return found
