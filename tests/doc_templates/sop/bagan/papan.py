"""Sheets laid out for the tests of the flowchart, small enough to be reckoned by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop.activity_sheet import lay_sheet
from doc_templates.sop.model import Sop
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import profile
from tests.doc_templates.sop.bagan.wasit import pelanggaran

if TYPE_CHECKING:
    from doc_templates.sop.bagan.bentuk import Lembar
    from doc_templates.sop.bagan.kerangka import Kerangka
    from doc_templates.typefaces import Huruf


def langkah(nomor: int, lajur: int | None, uraian: str = "Memeriksa", **isi: Any) -> dict[str, Any]:
    """A step that one lane carries out, or nobody yet."""
    pelaksana = [] if lajur is None else [{"lajur": f"l{lajur}"}]
    return {"nomor": str(nomor), "uraian": uraian, "pelaksana": pelaksana, **isi}


def sop(*kegiatan: dict[str, Any], lajur: int = 3, **isi: Any) -> Sop:
    """An SOP of those steps in so many lanes."""
    nama = [{"id": f"l{at}", "nama": f"Pelaksana {at}"} for at in range(lajur)]
    return Sop.model_validate({"lajur": nama, "kegiatan": kegiatan, **isi})


def bolak_balik(**isi: Any) -> Sop:
    """Thirty steps over several pages; each decision leads back to the first step or on."""
    semua = []
    for at in range(1, 31):
        if at % 5 == 0 and at < 30:
            tujuan = {"bentuk": "keputusan", "ya": str(at + 1), "tidak": "1"}
        else:
            tujuan = {"bentuk": "terminator"} if at in {1, 30} else {}
        semua.append(langkah(at, at % 4, "Memeriksa kelengkapan berkas", **tujuan))
    return sop(*semua, lajur=4, **isi)


def tata(model: Sop, *, huruf: Huruf | None = None) -> tuple[Kerangka, Lembar]:
    """The geometry of an SOP, in another family if wanted."""
    form = profile(model.profil)
    if huruf is not None:
        form = form.model_copy(update={"huruf": huruf})
    return lay_sheet(model, form, room_of(model, form))


def cela(model: Sop) -> list[str]:
    """What the judge says of an SOP as it is laid out."""
    kerangka, lembar = tata(model)
    huruf = profile(model.profil).huruf
    return pelanggaran(lembar, model, kerangka.panah, kerangka.room, huruf)
