"""Versions of the agreement: their order, dates, reasons, and the budget document below them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from doc_templates.findings import Level
from doc_templates.kinerja import codes
from doc_templates.kinerja.checks.letak import hari
from doc_templates.kinerja.checks.nilai import berbeda
from doc_templates.kinerja.hitung.anggaran import total_pagu
from doc_templates.kinerja.hitung.triwulan import nama_versi
from doc_templates.tanggal import check_date, read_date

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.model import VersiPerjanjian

TENGGAT: Final = timedelta(days=31)
"""At most a month after the budget document is approved."""
ALASAN: Final = "pergantian pejabat, perubahan strategi, atau perubahan prioritas dan asumsi"
"""The three reasons of Permenpan RB 53/2014, in words."""


def check_versi(letak: Letak, versi: Versi) -> list[Finding]:
    """What a version says of itself."""
    return [
        *_check_place(letak.index, versi),
        *_check_date(letak.index, versi),
        *_check_reason(versi),
        *_check_dpa(letak.index, versi),
    ]


def _check_place(index: Index, versi: Versi) -> list[Finding]:
    where, found = f"perjanjian[{versi.nomor}]", []
    if versi.isi.ke != versi.nomor:
        expected = nama_versi(versi.isi.model_copy(update={"ke": versi.nomor}))
        sentence = (
            f"Perjanjian ke-{versi.nomor + 1} disebut {nama_versi(versi.isi)}, seharusnya "
            f"{expected}; urutkanlah Murni lalu perubahannya tanpa meloncat."
        )
        found.append(codes.VERSION_ORDER.at(f"{where}.ke", sentence, str(versi.nomor)))
    if versi.nomor == 0:
        return found
    before = index.versi[versi.nomor - 1].isi
    first, second = read_date(before.tanggal or ""), read_date(versi.isi.tanggal or "")
    if first and second and second.is_before(first):
        sentence = (
            f"{nama_versi(versi.isi)} bertanggal {versi.isi.tanggal}, sebelum "
            f"{nama_versi(before)} {before.tanggal}; periksalah kedua tanggal itu."
        )
        found.append(codes.VERSION_ORDER.at(f"{where}.tanggal", sentence, level=Level.WARNING))
    return found


def _check_date(index: Index, versi: Versi) -> list[Finding]:
    where, name = f"perjanjian[{versi.nomor}].tanggal", nama_versi(versi.isi)
    text, year = versi.isi.tanggal or "", index.data.tahun
    if not text.strip():
        sentence = f"Perjanjian {name} belum bertanggal; isilah, misalnya 8 Januari {year}."
        return [codes.VERSION_DATE.at(where, sentence)]
    found, read = check_date(text, where), read_date(text)
    if read and not year - 1 <= read.tahun <= year:
        sentence = f"Perjanjian tahun {year} bertanggal {text}; periksalah salah satunya."
        found.append(codes.VERSION_DATE.at(where, sentence))
    day, approved = hari(read), hari(read_date(versi.isi.dpa.tanggal or ""))
    if versi.isi.alasan != "pergantian_pejabat" and day and approved and day - approved > TENGGAT:
        sentence = (
            f"Perjanjian {name} bertanggal {text}, lebih dari sebulan sesudah DPA "
            f"{versi.isi.dpa.tanggal}; lain kali tandatanganilah paling lambat sebulan sesudahnya."
        )
        found.append(codes.VERSION_DATE.at(where, sentence))
    return found


def _check_reason(versi: Versi) -> list[Finding]:
    if versi.isi.ke == 0 or versi.isi.alasan is not None:
        return []
    sentence = f"{nama_versi(versi.isi)} belum beralasan; pilihlah {ALASAN}."
    where = f"perjanjian[{versi.nomor}].alasan"
    reasons = ("pergantian_pejabat", "perubahan_strategi", "perubahan_prioritas")
    return [codes.VERSION_REASON.at(where, sentence, *reasons)]


def _check_dpa(index: Index, versi: Versi) -> list[Finding]:
    where, dpa = f"perjanjian[{versi.nomor}].dpa", versi.isi.dpa
    blank = [
        name
        for name, filled in (
            ("nomor", dpa.nomor.strip()),
            ("tanggal", (dpa.tanggal or "").strip()),
            ("jumlah", dpa.jumlah is not None),
        )
        if not filled
    ]
    found = check_date(dpa.tanggal or "", f"{where}.tanggal")
    if blank:
        sentence = (
            f"DPA perjanjian {nama_versi(versi.isi)} belum mempunyai {' dan '.join(blank)}; "
            "lengkapilah."
        )
        return [*found, codes.VERSION_DPA.at(where, sentence)]
    if versi.nomor and _same_dpa(index.versi[versi.nomor - 1], versi):
        sentence = (
            f"Anggaran {nama_versi(versi.isi)} berubah, tetapi nomor DPA-nya masih sama; "
            "isilah nomor DPA perubahannya."
        )
        found.append(codes.VERSION_DPA.at(f"{where}.nomor", sentence))
    return found


def _same_dpa(before: Versi, after: Versi) -> bool:
    def number(versi: VersiPerjanjian) -> str:
        return "".join(versi.dpa.nomor.split()).casefold()

    same = number(before.isi) == number(after.isi)
    return same and berbeda(total_pagu(before), total_pagu(after))
