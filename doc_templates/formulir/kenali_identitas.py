"""Whose form came back: its hidden identity, against the data set that it is to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.formulir import codes
from doc_templates.formulir.identitas import AWALAN, VERSI, Identitas, identitas_of
from doc_templates.formulir.tata import SEMULA, TERSEMBUNYI

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.findings import Finding
    from doc_templates.formulir.buku import BukuTerbaca
    from doc_templates.kinerja.index import Index

_ASK_NEW = "mintalah formulir baru dan salin isiannya dengan Tempel Nilai"

Semula = dict[tuple[str, str, str], str]
"""(sheet, row, column) → digest of what stood in the cell when the form was made."""


def identitas_buku(name: str, buku: BukuTerbaca) -> tuple[Identitas | None, list[Finding]]:
    """The identity that a workbook bears twice: on its hidden sheet and in its properties."""
    on_sheet = identitas_of(_pairs(buku))
    prefix = f"{AWALAN}."
    in_properties = identitas_of(
        {
            key.removeprefix(prefix): value
            for key, value in buku.properti.items()
            if key.startswith(prefix)
        }
    )
    if on_sheet is None and in_properties is None:
        sentence = f"Berkas “{name}” tidak memuat identitas formulir; {_ASK_NEW}."
        return None, [codes.IDENTITY.at("", sentence)]
    if on_sheet is None:
        # Without the hidden sheet nobody can tell what was filled from what stood there before.
        sentence = f"Lembar tersembunyi “{TERSEMBUNYI}” hilang atau diubah; {_ASK_NEW}."
        return None, [codes.IDENTITY.at(f"{TERSEMBUNYI}!A1", sentence)]
    if in_properties is not None and in_properties != on_sheet:
        sentence = f"Dua catatan identitas pada berkas “{name}” berbeda; {_ASK_NEW}."
        return None, [codes.IDENTITY.at(f"{TERSEMBUNYI}!A1", sentence)]
    return on_sheet, []


def semula_of(buku: BukuTerbaca) -> Semula:
    """The digests of what stood in the cells when the form was made."""
    found: Semula = {}
    for sheet in buku.lembar:
        if sheet.nama != TERSEMBUNYI:
            continue
        for row, column in sheet.sel:
            if column == 1 and sheet.teks(row, 1) == SEMULA:
                name, key, field, digest = (sheet.teks(row, at) for at in (2, 3, 4, 5))
                found[name, key, field] = digest
    return found


def cocokkan_identitas(
    identity: Identitas, index: Index, *, unit: str | None, triwulan: int | None
) -> list[Finding]:
    """Why this form is not for these data; empty where it is.

    Args:
        identity: of the form.
        index: the data set.
        unit: code or name that is expected; any when None.
        triwulan: quarter that is expected; any when None.
    """
    place = f"{TERSEMBUNYI}!B1"
    if identity.versi != VERSI or identity.formulir != "kinerja":
        sentence = (
            f"Formulir ini versi {identity.formulir} {identity.versi}, sedangkan yang dipakai "
            f"kinerja {VERSI}; {_ASK_NEW}."
        )
        return [codes.VERSION.at(place, sentence)]
    kop = index.data.kop
    found = []
    if (identity.pemerintah, identity.kantor) != (kop.pemerintah or "", kop.nama_instansi):
        found.append(
            codes.OFFICE.at(
                place,
                f"Formulir ini milik {identity.kantor} {identity.pemerintah}, sedangkan datanya "
                f"milik {kop.nama_instansi} {kop.pemerintah or ''}; tunjuk data yang benar.",
            )
        )
    if identity.tahun != index.data.tahun:
        found.append(
            codes.YEAR.at(
                place,
                f"Formulir ini untuk tahun {identity.tahun}, sedangkan datanya tahun "
                f"{index.data.tahun}; tunjuk data tahun {identity.tahun}.",
            )
        )
    found += _expected(identity, index, place, unit, triwulan)
    return found


def _expected(
    identity: Identitas, index: Index, place: str, unit: str | None, triwulan: int | None
) -> list[Finding]:
    found = []
    wanted = index.unit_of(unit) if unit else None
    if identity.unit not in index.unit:
        sentence = f"Unit “{identity.unit}” pada formulir tidak ada di data; {_ASK_NEW}."
        found.append(codes.UNIT_FORM.at(place, sentence, *index.unit))
    elif unit and (wanted is None or wanted.kode != identity.unit):
        owner = index.unit[identity.unit].nama
        sentence = (
            f"Formulir ini milik {owner}, bukan {wanted.nama if wanted else unit}; periksa "
            "berkas yang dikirim."
        )
        found.append(codes.UNIT_FORM.at(place, sentence))
    if triwulan and triwulan != identity.triwulan:
        sentence = (
            f"Formulir ini untuk {identity.nama_triwulan}, bukan triwulan {triwulan}; periksa "
            "berkas yang dikirim."
        )
        found.append(codes.QUARTER.at(place, sentence))
    return found


def _pairs(buku: BukuTerbaca) -> Mapping[str, str]:
    for sheet in buku.lembar:
        if sheet.nama == TERSEMBUNYI:
            return {
                sheet.teks(row, 1): sheet.teks(row, 2)
                for row, column in sheet.sel
                if column == 1 and sheet.teks(row, 1) != SEMULA
            }
    return {}
