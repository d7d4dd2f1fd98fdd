"""From an SOP's data to the plain values that its form prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.profiles import profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kind import Printing
    from doc_templates.sop.model import Langkah, Panel, Sop
    from doc_templates.sop.profiles import Baris, Profil


def judul_of(model: Sop) -> str:
    """The one title by which people name the document, as printed."""
    cover = " ".join(model.sampul.judul) if model.sampul else ""
    return model.nama_sop or model.judul_tabel or cover or "SOP"


def context(model: Sop, printing: Printing) -> Mapping[str, Any]:
    """Plain data for template.docx."""
    form = profile(model.profil)
    return {
        "judul_dokumen": judul_of(model),
        "tanda_konsep": "KONSEP" if printing.konsep else "",
        **_opening(model, form),
        **_identity(model, form, printing),
        "panel": [_panel_pair(model, form, pair) for pair in _PAIRS],
        "judul_tabel": model.judul_tabel or "",
        "kolom": form.kolom.model_dump(),
        "keterangan_sendiri": form.letak_keterangan == "sendiri",
        "keterangan_mutu": form.letak_keterangan == "mutu_baku",
        "lajur": [lane.nama for lane in model.lajur] or [""],
        "kegiatan": [_activity_row(step) for step in model.kegiatan],
        "penutup": _closing(model, form),
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


def _identity(model: Sop, form: Profil, printing: Printing) -> dict[str, Any]:
    number = model.nomor if printing.number is None else printing.number
    values = {**model.model_dump(include=_TEXT_ROWS), "nomor": number or ""}
    rows = [_identity_row(row, values, model) for row in form.baris]
    shown = [row for row in rows if row is not None]
    return {
        "kop": {
            "pemerintah": model.kop.pemerintah or "",
            "instansi": "\n".join(model.kop.instansi),
            "alamat": model.kop.alamat or "",
            "kontak": "\n".join(model.kop.kontak),
        },
        "unit": model.unit or "",
        "baris_pertama": {key: shown[0][key] for key in ("label", "nilai")},
        "baris_lain": shown[1:],
        "pengesah": _signer(model, form, place="identitas"),
    }


_TEXT_ROWS: Final = {
    *("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"),
    *("disahkan_oleh", "nama_sop"),
}


def _identity_row(
    row: Baris, values: Mapping[str, str | None], model: Sop
) -> dict[str, Any] | None:
    """A row of the right upper panel, or None where the office has no such row."""
    signed_here = model.pengesahan is not None and model.pengesahan.letak == "identitas"
    if row.isian == "disahkan_oleh" and signed_here:
        return {"label": row.label, "nilai": "", "jenis": "pengesahan"}
    value = values[row.isian]
    if value is None:
        return None
    kind = "nama" if row.isian == "nama_sop" else "teks"
    return {"label": row.label, "nilai": f"{row.pemisah}{value}", "jenis": kind}


def _signer(model: Sop, form: Profil, *, place: str) -> dict[str, str]:
    signing = model.pengesahan
    blank = dict.fromkeys(("tempat_tanggal", "baris_atas", "sebutan", "nama", "pangkat", "nip"), "")
    if signing is None or signing.letak != place:
        return blank
    official = signing.pejabat
    return {
        "tempat_tanggal": signing.tempat_tanggal or "",
        "baris_atas": signing.baris_atas or "",
        "sebutan": official.sebutan,
        "nama": official.nama or "",
        "pangkat": official.pangkat or "",
        "nip": f"{form.awalan_nip}{official.nip}" if official.nip else "",
    }


def _closing(model: Sop, form: Profil) -> dict[str, Any]:
    signing = model.pengesahan
    here = signing is not None and signing.letak == "penutup"
    return {"ada": here, **_signer(model, form, place="penutup")}


_PAIRS: Final = (
    ("dasar_hukum", "kualifikasi"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)


def _panel_pair(model: Sop, form: Profil, names: tuple[str, str]) -> dict[str, Any]:
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
