"""What an agreement must hold before it can be signed, in the order in which it is read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from doc_templates import codes as common
from doc_templates.findings import Level
from doc_templates.isian import check_filled
from doc_templates.kop import check_letterhead
from doc_templates.nip import digits_of
from doc_templates.nomor import check_number
from doc_templates.pejabat import check_official, is_kepala_daerah
from doc_templates.perjanjian_kinerja import codes
from doc_templates.perjanjian_kinerja.model import jumlah_of, rincian_of
from doc_templates.tanggal import check_date, read_date
from doc_templates.teks import check_text
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.findings import Finding
    from doc_templates.pejabat import Pejabat
    from doc_templates.perjanjian_kinerja.model import (
        PerjanjianKinerja,
        Sasaran,
        SubKegiatan,
    )

FAMILIES: Final = ("000", "050", "060", "065", "130", "700")
"""Heads of classification codes under which offices file performance agreements."""


def check(data: PerjanjianKinerja) -> list[Finding]:
    """All that is to be said about an agreement before it is issued."""
    return [
        *check_letterhead(data.kop, "kop"),
        *check_filled(data.kop.nama_instansi, "kop.instansi", "nama perangkat daerah"),
        *_check_revision(data),
        *check_number(
            data.nomor, "nomor", penomoran=data.penomoran, year=data.tahun, families=FAMILIES
        ),
        *_check_parties(data),
        *_check_sasaran(data.sasaran),
        *_check_budget(data.program, "program"),
        *check_filled(data.tempat, "tempat", "tempat penandatanganan"),
        *_check_signing_date(data),
        *check_text(data),
    ]


def _check_revision(data: PerjanjianKinerja) -> list[Finding]:
    if data.perubahan is None or (data.perubahan.alasan or "").strip():
        return []
    sentence = (
        "Alasan perubahan belum disebut; tulislah salah satu: pergantian pejabat, perubahan "
        "strategi, atau perubahan prioritas dan asumsi."
    )
    return [codes.REVISION_REASON.at("perubahan.alasan", sentence)]


def _check_parties(data: PerjanjianKinerja) -> list[Finding]:
    found = _check_party(data.pihak_pertama, "pihak_pertama", "pihak pertama")
    if data.pihak_kedua is None:
        return found if data.tingkat == "kepala_daerah" else [*found, _one_party()]
    found += _check_party(data.pihak_kedua, "pihak_kedua", "pihak kedua")
    first, second = (digits_of(each.nip or "") for each in (data.pihak_pertama, data.pihak_kedua))
    if first and first == second:
        sentence = "NIP kedua pihak sama; perjanjian dibuat antara pejabat dan atasannya."
        found.append(codes.PARTY_SAME.at("pihak_kedua.nip", sentence))
    return found


def _one_party() -> Finding:
    return codes.PARTY_MISSING.at(
        "pihak_kedua",
        "Pihak kedua belum diisi; hanya kepala daerah yang berjanji tanpa pihak kedua.",
    )


def _check_party(party: Pejabat, where: str, label: str) -> list[Finding]:
    """A post is a must; the name may be written in by hand when the post stands."""
    if not (party.jabatan or "").strip():
        return [codes.PARTY_POST.at(f"{where}.jabatan", f"Jabatan {label} belum diisi; isilah.")]
    found = [_softened(each, label) for each in check_official(party, where)]
    if not is_kepala_daerah(party.jabatan):
        return found
    return found + [
        codes.HEAD_NIP.at(
            f"{where}.{name}",
            f"{party.jabatan} lazimnya tidak mencantumkan {name.upper()}; kosongkanlah bila "
            "tidak dimaksud.",
        )
        for name in ("nip", "pangkat")
        if (getattr(party, name) or "").strip()
    ]


def _softened(finding: Finding, label: str) -> Finding:
    """Blank names and NIPs do not block: offices print dots and fill them when they sign."""
    if finding.code not in {common.FIELD_ABSENT.name, common.EMPTY.name}:
        return finding
    missing = "NIP" if finding.where.endswith(".nip") else "Nama"
    sentence = f"{missing} {label} belum diisi dan dicetak sebagai titik-titik; lengkapilah."
    return replace(finding, code=codes.PARTY_NAME.name, level=Level.WARNING, sentence=sentence)


def _check_sasaran(sasaran: Sequence[Sasaran]) -> list[Finding]:
    if not sasaran:
        sentence = "Belum ada sasaran; isilah paling sedikit satu sasaran beserta indikatornya."
        return [codes.SASARAN_MISSING.at("sasaran", sentence)]
    found: list[Finding] = []
    seen: dict[str, str] = {}
    for at, each in enumerate(sasaran):
        place = f"sasaran[{at}]"
        found += check_filled(each.uraian, f"{place}.uraian", f"Sasaran {at + 1}")
        found += _check_indicators(each, place, at + 1, seen)
    return found


def _check_indicators(
    sasaran: Sasaran, where: str, number: int, seen: dict[str, str]
) -> list[Finding]:
    if not sasaran.indikator:
        sentence = f"Sasaran {number} belum berindikator; isilah paling sedikit satu indikator."
        return [codes.INDICATOR_MISSING.at(f"{where}.indikator", sentence)]
    found: list[Finding] = []
    for at, each in enumerate(sasaran.indikator):
        place = f"{where}.indikator[{at}]"
        label = f"Indikator {number}.{at + 1}"
        found += check_filled(each.uraian, f"{place}.uraian", label)
        if not each.satuan.strip():
            sentence = f"{label} belum bersatuan; isilah, misalnya Persen atau Dokumen."
            found.append(codes.UNIT_MISSING.at(f"{place}.satuan", sentence))
        if not each.target.strip():
            sentence = f"{label} belum bertarget; isilah target tahun ini."
            found.append(codes.TARGET_MISSING.at(f"{place}.target", sentence))
        plain = " ".join(each.uraian.casefold().split())
        if plain and plain in seen:
            sentence = f"{label} sama dengan {seen[plain]}; gabungkan bila tidak dimaksud."
            found.append(codes.INDICATOR_DUP.at(f"{place}.uraian", sentence))
        seen.setdefault(plain, label)
    return found


def _check_budget(items: Sequence[SubKegiatan], where: str) -> list[Finding]:
    found: list[Finding] = []
    for at, each in enumerate(items):
        place = f"{where}[{at}]"
        found += check_filled(each.uraian, f"{place}.uraian", "nama program atau kegiatan")
        if jumlah_of(each) is None:
            sentence = f"“{each.uraian}” belum beranggaran; isilah, atau isilah 0 bila memang nol."
            found.append(codes.BUDGET_MISSING.at(f"{place}.anggaran", sentence))
        found += _check_parts(each, place)
        below = "kegiatan" if where == "program" else "sub_kegiatan"
        found += _check_budget(rincian_of(each), f"{place}.{below}")
    return found


def _check_parts(item: SubKegiatan, where: str) -> list[Finding]:
    """A part may be left out of the list, so less is a question; more is impossible."""
    parts = [each for each in map(jumlah_of, rincian_of(item)) if each is not None]
    total = sum(parts, Decimal(0))
    if item.anggaran is None or not parts or total == item.anggaran:
        return []
    over = total > item.anggaran
    relation = "melebihi" if over else "kurang dari"
    sentence = (
        f"Jumlah rincian “{item.uraian}” {rupiah(total)} {relation} anggarannya "
        f"{rupiah(item.anggaran)}; samakan keduanya."
    )
    code = codes.BUDGET_OVER if over else codes.BUDGET_UNDER
    return [code.at(f"{where}.anggaran", sentence, str(total))]


def _check_signing_date(data: PerjanjianKinerja) -> list[Finding]:
    found = check_filled(data.tanggal, "tanggal", "tanggal perjanjian")
    if found or data.tanggal is None:
        return found
    found = check_date(data.tanggal, "tanggal", month_only=Level.ERROR)
    read = read_date(data.tanggal)
    if read and not data.tahun - 1 <= read.tahun <= data.tahun:
        sentence = (
            f"Perjanjian tahun {data.tahun} bertanggal {data.tanggal}; mohon periksa salah satunya."
        )
        found.append(codes.DATE_YEAR.at("tanggal", sentence))
    return found
