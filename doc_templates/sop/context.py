"""From an SOP's data to the plain values that its form prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop.decision import decision_context
from doc_templates.sop.identity_plan import letterhead_above
from doc_templates.sop.identity_rows import identity_rows
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import profile
from doc_templates.sop.signature_block import BLANK, signature_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kind import Printing
    from doc_templates.sop.model import Langkah, Panel, Sop
    from doc_templates.sop.profiles import NamaPanel, Profil


def judul_of(model: Sop) -> str:
    """The one title by which people name the document, as printed."""
    cover = " ".join(model.sampul.judul) if model.sampul else ""
    return model.nama_sop or model.judul_tabel or cover or "SOP"


def context(model: Sop, printing: Printing) -> Mapping[str, Any]:
    """Plain data for template.docx."""
    form = profile(model.profil)
    return {
        "judul_dokumen": judul_of(model),
        "huruf": form.huruf,
        "tanda_konsep": "KONSEP" if printing.konsep else "",
        **_opening(model, form),
        "keputusan": decision_context(model.keputusan, form),
        "kop": _letterhead(model, form),
        "unit": model.unit or "",
        "identitas": identity_rows(model, form, number=printing.number),
        "panel": [_panel_pair(model, form, pair) for pair in form.pasangan_panel],
        "judul_tabel": model.judul_tabel or "",
        "kolom": form.kolom.model_dump(),
        "keterangan_sendiri": form.letak_keterangan == "sendiri",
        "keterangan_mutu": form.letak_keterangan == "mutu_baku",
        "lajur": [lane.nama for lane in model.lajur] or [""],
        "kegiatan": [_activity_row(step) for step in model.kegiatan],
        **_signing(model, form),
    }


def _opening(model: Sop, form: Profil) -> dict[str, Any]:
    cover = model.sampul
    lines = {
        "atas": "\n".join(cover.atas) if cover else "",
        "judul": "\n".join(cover.judul) if cover else "",
        "tahun": (cover.tahun or "") if cover else "",
        "bawah": "\n".join(cover.bawah) if cover else "",
    }
    page = cover is not None and form.sampul == "halaman"
    return {"sampul": lines, "ada_sampul": page, "ada_kepala": cover is not None and not page}


def _letterhead(model: Sop, form: Profil) -> dict[str, Any]:
    lines = {
        "pemerintah": model.kop.pemerintah or "",
        "instansi": "\n".join(model.kop.instansi),
        "alamat": model.kop.alamat or "",
        "kontak": "\n".join(model.kop.kontak),
    }
    above = letterhead_above(model, form, room_of(model, form))
    return {**lines, "di_panel": not above, "di_atas": above}


def _signing(model: Sop, form: Profil) -> dict[str, Any]:
    """The block at its one place; the other place prints nothing."""
    signing, place = model.pengesahan, model.letak_pengesahan
    lines = BLANK
    if signing is not None:
        lines = signature_lines(
            signing.pejabat,
            form,
            place_and_date=signing.tempat_tanggal or "",
            above=signing.baris_atas or "",
        )
    closing = {"ada": place == "penutup", **(lines if place == "penutup" else BLANK)}
    return {"pengesah": lines if place == "identitas" else BLANK, "penutup": closing}


def _panel_pair(model: Sop, form: Profil, names: tuple[NamaPanel, NamaPanel]) -> dict[str, Any]:
    left, right = names
    return {"kiri": _panel(model, form, left), "kanan": _panel(model, form, right)}


def _panel(model: Sop, form: Profil, name: str) -> dict[str, Any]:
    content: Panel | None = getattr(model, name)
    if content is None:
        return {"label": "", "butir": [], "bernomor": False}
    items = [{"nomor": f"{at}.", "teks": each} for at, each in enumerate(content.butir, 1)]
    return {
        "label": getattr(form.panel, name),
        "butir": items,
        "bernomor": content.bernomor,
    }


def _activity_row(step: Langkah) -> dict[str, str]:
    """What stands in a row besides its lanes, which are drawn."""
    return {
        "nomor": step.nomor,
        "uraian": step.uraian,
        "kelengkapan": step.mutu_baku.kelengkapan or "",
        "waktu": step.mutu_baku.waktu or "",
        "output": step.mutu_baku.output or "",
        "keterangan": step.keterangan or "",
    }
