"""The rows of the right upper panel: which there are, in the office's order, with what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.tanggal import in_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.sop.model import Sop
    from doc_templates.sop.profiles import Baris, Profil

_DATES: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
_TEXTS: Final = {*_DATES, "disahkan_oleh", "nama_sop"}


def identity_rows(model: Sop, form: Profil, *, number: str | None = None) -> list[dict[str, str]]:
    """Label, value and sort (``teks``, ``nama``, ``pengesahan``) of each row.

    A row that the data do not have is not there. ``number`` is what the register gave; where it
    is None, the number that the data bear, and the row is there in any case.
    """
    own = model.nomor if number is None else number
    values = {**model.model_dump(include=_TEXTS), "nomor": own or ""}
    rows = (_row(each, values, model, form) for each in form.baris)
    return [row for row in rows if row is not None]


def _row(
    row: Baris, values: Mapping[str, str | None], model: Sop, form: Profil
) -> dict[str, str] | None:
    if row.isian == "disahkan_oleh" and model.letak_pengesahan == "identitas":
        return {"label": row.label, "nilai": "", "jenis": "pengesahan"}
    value = values[row.isian]
    if value is None:
        return None
    if row.isian in _DATES:
        value = in_style(value, form.gaya_tanggal)
    kind = "nama" if row.isian == "nama_sop" else "teks"
    return {"label": row.label, "nilai": f"{row.pemisah}{value}", "jenis": kind}
