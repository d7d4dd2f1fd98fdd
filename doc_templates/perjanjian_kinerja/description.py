"""What the pipeline and the archive need to know of an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kind import Description, Signatory
from doc_templates.nomor import classification_of
from doc_templates.perjanjian_kinerja import wording
from doc_templates.tanggal import read_date

if TYPE_CHECKING:
    from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja


def describe(data: PerjanjianKinerja) -> Description:
    """The agreement in the words of the archive."""
    date = read_date(data.tanggal or "")
    office = data.kop.nama_instansi
    return Description(
        title=wording.title(data),
        office=office,
        year=data.tahun,
        register=data.kop.buku,
        number=data.nomor_sendiri,
        numbering=data.penomoran,
        date=date.iso if date else None,
        classification=_classification(data),
        signatories=_signatories(data),
        must_show=_must_show(data),
    )


def _classification(data: PerjanjianKinerja) -> str | None:
    if data.nomor_sendiri:
        return classification_of(data.nomor_sendiri)
    return data.penomoran.klasifikasi if data.penomoran else None


def _signatories(data: PerjanjianKinerja) -> tuple[Signatory, ...]:
    """Left before right, the statement before its annex: the order of the marks."""
    parties = [("pihak_pertama", "Pihak pertama", data.pihak_pertama)]
    if data.pihak_kedua:
        parties.insert(0, ("pihak_kedua", "Pihak kedua", data.pihak_kedua))
    return tuple(
        Signatory(role + suffix, ", ".join(filter(None, (label + place, who.sebutan, who.nama))))
        for suffix, place in (("", ""), ("_lampiran", " (lampiran)"))
        for role, label, who in parties
    )


def _must_show(data: PerjanjianKinerja) -> tuple[str, ...]:
    parties = (data.pihak_pertama, data.pihak_kedua)
    names = (each.nama for each in parties if each)
    return (data.judul, *(name for name in names if name and name.strip()))
