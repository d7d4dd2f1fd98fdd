"""Awards, recommendations and the review: told whole, and followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja import codes
from doc_templates.kinerja.acuan.butir_reviu import butir_reviu
from doc_templates.tanggal import check_date, read_date

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.model import Penghargaan, Rekomendasi


def check_penghargaan(letak: Letak) -> list[Finding]:
    """Awards name their giver, and are of the year."""
    year, found = letak.index.data.tahun, []
    for at, each in enumerate(letak.index.data.penghargaan):
        found += _check_award(each, f"penghargaan[{at}]", year)
    return found


def check_rekomendasi(letak: Letak) -> list[Finding]:
    """Recommendations have a follow-up, proof where they are settled, and no deadline passed."""
    found = []
    for at, each in enumerate(letak.index.data.rekomendasi):
        found += _check_advice(letak, each, f"rekomendasi[{at}]")
    return found


def check_reviu(letak: Letak) -> list[Finding]:
    """The review: its reviewer, and an answer to each of its questions."""
    review, found = letak.index.data.reviu, []
    known = {each.kode: each for each in butir_reviu()}
    answered = {each.butir for each in review.jawaban}
    for at, each in enumerate(review.jawaban):
        where = f"reviu.jawaban[{at}]"
        if each.butir not in known:
            sentence = f"Butir reviu “{each.butir}” tidak ada pada daftar uji; periksalah kodenya."
            found.append(codes.REVIEW_ANSWER.at(f"{where}.butir", sentence))
        elif each.jawaban == "tidak" and not each.catatan.strip():
            sentence = f"Butir reviu {each.butir} dijawab tidak; tulislah sebabnya pada catatan."
            found.append(codes.REVIEW_ANSWER.at(f"{where}.catatan", sentence))
    missing = [each for each in known if each not in answered]
    if missing and answered:
        sentence = f"Butir reviu {', '.join(missing)} belum dijawab; lengkapilah."
        found.append(codes.REVIEW_ANSWER.at("reviu.jawaban", sentence))
    if not answered or not review.pereviu.strip():
        sentence = "Laporan belum direviu; mintalah reviu pengawas internal sebelum disampaikan."
        found.append(codes.REVIEW_ANSWER.at("reviu", sentence))
    return found


def _check_award(each: Penghargaan, where: str, year: int) -> list[Finding]:
    found = check_date(each.tanggal or "", f"{where}.tanggal")
    dated = read_date(each.tanggal or "")
    if not each.pemberi.strip():
        sentence = f"Penghargaan “{each.nama}” belum menyebut pemberinya; isilah."
        found.append(codes.AWARD_DETAIL.at(f"{where}.pemberi", sentence))
    if dated is None or dated.tahun != year:
        told = f"bertanggal {each.tanggal}" if dated else "belum bertanggal"
        sentence = f"Penghargaan “{each.nama}” {told}; cantumkan hanya penghargaan tahun {year}."
        found.append(codes.AWARD_DETAIL.at(f"{where}.tanggal", sentence))
    return found


def _check_advice(letak: Letak, each: Rekomendasi, where: str) -> list[Finding]:
    found = check_date(each.batas_waktu or "", f"{where}.batas_waktu")
    name = f"Rekomendasi “{each.uraian}”"
    if not each.tindak_lanjut.strip():
        sentence = f"{name} belum mempunyai tindak lanjut; tulislah, walaupun masih berupa rencana."
        found.append(codes.FOLLOW_UP.at(f"{where}.tindak_lanjut", sentence))
    if each.status == "tuntas" and not each.bukti:
        sentence = f"{name} dinyatakan tuntas tanpa bukti; sebutlah kode buktinya."
        found.append(codes.FOLLOW_UP.at(f"{where}.bukti", sentence))
    due = read_date(each.batas_waktu or "")
    told = read_date(letak.index.data.tanggal_laporan.tahunan or "")
    if each.status != "tuntas" and due and told and due.is_before(told):
        sentence = (
            f"{name} melewati batas waktunya {each.batas_waktu} dan belum tuntas; tetapkanlah "
            "batas waktu baru beserta sebabnya."
        )
        found.append(codes.FOLLOW_UP.at(f"{where}.batas_waktu", sentence))
    return found
