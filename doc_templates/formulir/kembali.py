"""A form that came back: read whole, every fault told, and what it would change."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doc_templates.findings import blocking
from doc_templates.formulir import codes
from doc_templates.formulir.baca_buku import baca_buku
from doc_templates.formulir.banding import bandingkan
from doc_templates.formulir.banding_bukti import bukti_baru, periksa_rujukan
from doc_templates.formulir.berkas import periksa_berkas, rusak
from doc_templates.formulir.buku import BukuRusak
from doc_templates.formulir.kenali_identitas import (
    cocokkan_identitas,
    identitas_buku,
    semula_of,
)
from doc_templates.formulir.kenali_lembar import pasangkan
from doc_templates.formulir.kenali_tabel import kenali_tabel
from doc_templates.formulir.kolom import BUKTI, KINERJA
from doc_templates.formulir.periksa_lembar import periksa_lembar
from doc_templates.formulir.susun import susun
from doc_templates.formulir.tata import TERSEMBUNYI

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.findings import Finding
    from doc_templates.formulir.buku import BukuTerbaca
    from doc_templates.formulir.identitas import Identitas
    from doc_templates.formulir.kenali_identitas import Semula
    from doc_templates.formulir.kenali_tabel import Tabel
    from doc_templates.formulir.perubahan import Perubahan
    from doc_templates.kinerja.index import Index


@dataclass(frozen=True, slots=True)
class Kembali:
    """What was read from one returned file."""

    nama: str
    sha256: str
    """Digest of the file, hexadecimal."""
    identitas: Identitas | None
    """None where the file does not say which form it is."""
    temuan: tuple[Finding, ...]
    perubahan: tuple[Perubahan, ...]
    """Only of value where no finding of level E stands against the file."""

    @property
    def tertahan(self) -> bool:
        """True where it cannot be taken in."""
        return bool(blocking(self.temuan))


def baca_formulir(
    nama: str, isi: bytes, index: Index, *, unit: str | None = None, triwulan: int | None = None
) -> Kembali:
    """Read a returned form against the data set that it is to fill; never raises over a bad file.

    Args:
        nama: of the file, without folders.
        isi: its bytes.
        index: the data set, looked up.
        unit: code or name of the unit whose form it should be; any when None.
        triwulan: the quarter that it should be for; any when None.
    """
    digest = hashlib.sha256(isi).hexdigest()
    blank = Kembali(nama, digest, None, (), ())
    if faults := periksa_berkas(nama, isi):
        return replace(blank, temuan=tuple(faults))
    try:
        buku = baca_buku(isi)
    except BukuRusak as error:
        return replace(blank, temuan=(rusak(nama, str(error)),))
    identity, faults = identitas_buku(nama, buku)
    if identity is None:
        return replace(blank, temuan=tuple(faults))
    known = replace(blank, identitas=identity)
    if faults := cocokkan_identitas(identity, index, unit=unit, triwulan=triwulan):
        return replace(known, temuan=tuple(faults))
    findings: list[Finding] = [*_taken_before(known, index)]
    changes = tuple(_changes(buku, identity, index, findings))
    return replace(known, temuan=tuple(findings), perubahan=changes)


def bersama(forms: Sequence[Kembali]) -> tuple[Kembali, ...]:
    """Several files beside each other: the same one twice, or two for one unit and quarter."""
    first: dict[object, Kembali] = {}
    told = []
    for form in forms:
        identity = form.identitas
        key = (identity.unit, identity.triwulan) if identity else form.sha256
        other = first.setdefault(key, form)
        if other is form:
            told.append(form)
        elif other.sha256 == form.sha256:
            sentence = f"Isi berkas ini sama dengan “{other.nama}”; cukup sebut satu kali."
            found = codes.TWICE.at("", sentence)
            told.append(replace(form, temuan=(*form.temuan, found), perubahan=()))
        else:
            sentence = (
                f"Berkas ini dan “{other.nama}” sama-sama untuk unit dan triwulan yang sama; "
                "pilih satu."
            )
            found = codes.RIVAL.at("", sentence)
            told.append(replace(form, temuan=(*form.temuan, found)))
    return tuple(told)


def _taken_before(form: Kembali, index: Index) -> Iterator[Finding]:
    for each in index.data.penerimaan:
        if form.sha256 in each.alasan:
            yield codes.TAKEN.at(
                "", f"Berkas “{form.nama}” sudah diterima oleh {each.oleh} pada {each.pada}."
            )
            return


def _changes(
    buku: BukuTerbaca, identity: Identitas, index: Index, findings: list[Finding]
) -> Iterator[Perubahan]:
    form = susun(index, identity.unit, identity.triwulan)
    if form.identitas.bentuk != identity.bentuk:
        findings.append(
            codes.STALE.at(
                f"{TERSEMBUNYI}!B8",
                "Target, capaian sebelumnya, atau daftar indikator di data berubah sejak formulir "
                "dibuat; isian tetap dibaca, periksalah.",
            )
        )
    before = semula_of(buku)
    tables = {}
    for pair in pasangkan(form, buku, findings):
        table = tables[pair.lembar.kunci] = kenali_tabel(pair, before, findings)
        findings += periksa_lembar(table, before)
    yield from _evidence(tables, before, identity.triwulan, index, findings)


def _evidence(
    tables: dict[str, Tabel], before: Semula, ke: int, index: Index, findings: list[Finding]
) -> Iterator[Perubahan]:
    """Evidence first, because what refers to it comes after."""
    added = tuple(bukti_baru(tables[BUKTI], index, findings)) if BUKTI in tables else ()
    yield from added
    if KINERJA in tables:
        periksa_rujukan(tables[KINERJA], index, {each.kunci for each in added}, findings)
    for table in tables.values():
        yield from bandingkan(table, before, ke, findings)
