"""Evidence: dated within what it proves, and with a fingerprint that can be one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja import codes
from doc_templates.kinerja.hitung.triwulan import awal_triwulan, nama_triwulan
from doc_templates.tanggal import check_date, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.model import Bukti

_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)


def check_bukti(letak: Letak, ke: int | None = None) -> list[Finding]:
    """The evidence that a quarter's values name; of the whole list where no quarter is given."""
    return [
        finding
        for where, proof, quarters in _used(letak)
        if ke is None or ke in quarters
        for finding in _check_proof(letak, where, proof, quarters if ke is None else {ke})
    ]


def _used(letak: Letak) -> Iterator[tuple[str, Bukti, set[int]]]:
    """(place, evidence, quarters that name it) of the whole list."""
    quarters: dict[str, set[int]] = {}
    for (_, ke), (_, row) in letak.realisasi().items():
        for code in row.bukti:
            if proof := letak.index.bukti_of(code):
                quarters.setdefault(proof.kode, set()).add(ke)
    for at, each in enumerate(letak.index.data.bukti):
        yield f"bukti[{at}]", each, quarters.get(each.kode, set())


def _check_proof(letak: Letak, where: str, proof: Bukti, quarters: set[int]) -> list[Finding]:
    data, found = letak.index.data, check_date(proof.tanggal or "", f"{where}.tanggal")
    if proof.sha256 is not None and _SHA256.fullmatch(proof.sha256.strip()) is None:
        sentence = (
            f"Sidik SHA-256 bukti {proof.kode} bukan 64 angka heksadesimal; salinlah kembali "
            "sidiknya, atau kosongkan."
        )
        found.append(codes.EVIDENCE_HASH.at(f"{where}.sha256", sentence))
    dated = read_date(proof.tanggal or "")
    for ke in sorted(quarters):
        reported = read_date(data.tanggal_laporan.triwulan[ke - 1] or "")
        if dated and dated.is_before(awal_triwulan(data.tahun, ke)):
            relation = f"sebelum {nama_triwulan(ke)} dimulai"
        elif dated and reported and reported.is_before(dated):
            relation = f"sesudah laporan {nama_triwulan(ke)} {reported.teks}"
        else:
            continue
        sentence = f"Bukti {proof.kode} bertanggal {proof.tanggal}, {relation}; periksalah."
        found.append(codes.EVIDENCE_DATE.at(f"{where}.tanggal", sentence))
    return found
