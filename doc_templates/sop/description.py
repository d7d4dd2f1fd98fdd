"""What the pipeline and the archive need to know of an SOP."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates.kind import Description, Signatory
from doc_templates.nomor import classification_of
from doc_templates.sop.context import judul_of
from doc_templates.tanggal import read_date

if TYPE_CHECKING:
    from doc_templates.pejabat import Pejabat
    from doc_templates.sop.model import Sop
    from doc_templates.tanggal import Tanggal

ROLE: Final = "pengesah"
DECIDER: Final = "penetap"
"""Signs the decision that stands before the SOP."""
UNKNOWN_YEAR: Final = 0
"""Only for a KONSEP without any date; such an SOP cannot be issued."""

_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)


def describe(model: Sop) -> Description:
    """The SOP in the words of the archive."""
    date = own_date(model)
    office = model.kop.nama_instansi
    return Description(
        title=judul_of(model),
        office=office,
        year=year_of(model),
        register=model.kop.buku,
        number=model.nomor if model.nomor and model.nomor.strip() else None,
        numbering=model.penomoran,
        date=date.iso if date else None,
        classification=_classification(model),
        signatories=_signatories(model),
        must_show=_must_show(model),
    )


def own_date(model: Sop) -> Tanggal | None:
    """The document's own date: the day it was made, else the day it takes effect."""
    closing = model.pengesahan.tempat_tanggal if model.pengesahan else None
    texts = (model.tanggal_pembuatan, model.tanggal_efektif, (closing or "").split(",")[-1])
    return next((date for date in map(read_date, (each or "" for each in texts)) if date), None)


def year_of(model: Sop) -> int:
    """The year it is numbered in: of its date, else of its cover."""
    date = own_date(model)
    if date is not None:
        return date.tahun
    stated = _YEAR.search((model.sampul.tahun or "") if model.sampul else "")
    return int(stated[0]) if stated else UNKNOWN_YEAR


def _classification(model: Sop) -> str | None:
    if model.nomor and model.nomor.strip():
        return classification_of(model.nomor)
    return model.penomoran.klasifikasi if model.penomoran else None


def _signatories(model: Sop) -> tuple[Signatory, ...]:
    """In the order in which they sign on the paper."""
    found = []
    if model.keputusan is not None:
        found.append(Signatory(DECIDER, _label(model.keputusan.penetap) or "Penetap"))
    if model.pengesahan is not None:
        found.append(Signatory(ROLE, _label(model.pengesahan.pejabat) or "Pengesah"))
    return tuple(found)


def _label(official: Pejabat) -> str:
    return ", ".join(each for each in (official.sebutan, official.nama) if each)


def _must_show(model: Sop) -> tuple[str, ...]:
    name = model.pengesahan.pejabat.nama if model.pengesahan else None
    decider = model.keputusan.penetap.nama if model.keputusan else None
    wanted = (judul_of(model), name, decider, model.judul_tabel)
    return tuple(dict.fromkeys(each for each in wanted if each and each != "SOP"))
