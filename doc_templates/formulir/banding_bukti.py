"""Evidence in a returned form: new pieces, and references to pieces that must exist."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from doc_templates.formulir import codes
from doc_templates.formulir.baca_isian import baca_isian
from doc_templates.formulir.banding import kode_dalam
from doc_templates.formulir.baris_bukti import BARU
from doc_templates.formulir.periksa_lembar import tergabung
from doc_templates.formulir.perubahan import Perubahan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doc_templates.findings import Finding
    from doc_templates.formulir.kenali_tabel import Tabel
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.model import Bukti


def bukti_baru(tabel: Tabel, index: Index, temuan: list[Finding]) -> Iterator[Perubahan]:
    """The evidence that the unit added, field by field."""
    known: dict[str, str] = {}
    titles = {each.kunci: each.judul for each in tabel.pasangan.lembar.kolom}
    for row, baris in tabel.baris.items():
        if not baris.kunci.startswith(BARU):
            continue
        texts, places = _row(tabel, row, temuan)
        if not any(texts.values()):
            continue
        code = texts.pop("kode", "")
        if code not in known and _is_same(index.bukti_of(code), texts):
            known[code] = places["kode"]
            continue
        if fault := _fault(code, places["kode"], index, known):
            temuan.append(fault)
            continue
        known[code] = places["kode"]
        yield Perubahan("bukti", code, 0, "kode", titles["kode"], places["kode"], None, code)
        for field, text in texts.items():
            if text:
                yield Perubahan("bukti", code, 0, field, titles[field], places[field], None, text)


def periksa_rujukan(
    tabel: Tabel, index: Index, added: Iterable[str], temuan: list[Finding]
) -> None:
    """Tell of each code of evidence that leads nowhere."""
    known = {*index.bukti, *added}
    column = tabel.kolom.get("bukti")
    for row, baris in tabel.baris.items():
        if column is None or "bukti" not in baris.isian():
            continue
        cell = tabel.pasangan.terbaca.sel.get((row, column))
        if cell is None or cell.jenis != "teks" or cell.teks == baris.isian()["bukti"].nilai:
            continue
        where = tabel.pasangan.terbaca.tempat(row, column)
        unknown = (each for each in kode_dalam(cell.teks) if each not in known)
        temuan.extend(_unknown(each, where, known) for each in unknown)


def _unknown(code: str, where: str, known: set[str]) -> Finding:
    return codes.EVIDENCE_UNKNOWN.at(
        where,
        f"Kode bukti “{code[:80]}” tidak ada; daftarkan dahulu di lembar Bukti, atau perbaiki "
        "kodenya.",
        *get_close_matches(code, known, n=3),
    )


def _row(tabel: Tabel, row: int, temuan: list[Finding]) -> tuple[dict[str, str], dict[str, str]]:
    """The texts of a row and their places."""
    texts, places = {"kode": ""}, {"kode": f"{tabel.pasangan.terbaca.nama}!A{row}"}
    for key, isian in tabel.baris[row].isian().items():
        column = tabel.kolom.get(key)
        if column is None or tergabung(tabel, row, column):
            continue
        places[key] = tabel.pasangan.terbaca.tempat(row, column)
        cell = tabel.pasangan.terbaca.sel.get((row, column))
        value, _ = baca_isian(cell, isian, places[key], temuan)
        texts[key] = value if isinstance(value, str) else ""
    return texts, places


def _is_same(bukti: Bukti | None, texts: dict[str, str]) -> bool:
    """True for evidence that the data hold as written, as after the form was taken in."""
    return bukti is not None and all(
        (getattr(bukti, field) or "") == text for field, text in texts.items()
    )


def _fault(code: str, where: str, index: Index, known: dict[str, str]) -> Finding | None:
    if not code:
        return codes.EVIDENCE_NO_CODE.at(
            where, "Bukti di baris ini belum berkode; tulislah kode baru, misalnya B-001."
        )
    if code in known:
        return codes.EVIDENCE_TAKEN.at(
            where, f"Kode bukti “{code}” sudah dipakai di {known[code]}; pakailah kode lain."
        )
    if index.bukti_of(code) is not None:
        return codes.EVIDENCE_TAKEN.at(
            where,
            f"Kode bukti “{code}” sudah dipakai bukti lain di data; pakailah kode lain, atau "
            "rujuk saja kode itu di lembar Kinerja.",
        )
    return None
