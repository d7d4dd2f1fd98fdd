"""From the selection to the plain texts that its form prints; arrange lays the annexes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.kinerja.index import index_of
from doc_templates.lampiran_lkjip import wording
from doc_templates.naskah.laporan import blok_tanda, kantor, konteks
from doc_templates.pejabat import Pejabat

if TYPE_CHECKING:
    from doc_templates.kind import Printing
    from doc_templates.lampiran_lkjip.model import LampiranLkjip


def context(data: LampiranLkjip, printing: Printing) -> dict[str, Any]:
    """What the form asks for."""
    index = index_of(data.data)
    reviewer, day = data.penanda_reviu, data.data.reviu.tanggal
    code = data.urut[0]
    return {
        **konteks(data, index, printing, judul=wording.title(data, index)),
        "terjilid": data.terjilid,
        "nomor_lampiran": wording.number_of(code),
        "nama_lampiran": wording.NAMES[code].upper(),
        "pokok": wording.subject(data, index),
        "kantor": kantor(data, index).upper(),
        "tahun": str(data.data.tahun),
        "direviu": reviewer is not None,
        "pereviu": blok_tanda(reviewer or Pejabat(), data.data.tempat, day, data.data.tahun + 1),
    }
