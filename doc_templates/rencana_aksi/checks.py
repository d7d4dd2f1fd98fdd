"""What an action plan must hold before it can be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.findings import Level
from doc_templates.kinerja import codes
from doc_templates.kinerja.checks import check_rencana_aksi
from doc_templates.kinerja.hitung.triwulan import nama_versi
from doc_templates.kinerja.index import index_of
from doc_templates.naskah.periksa import di_data, periksa

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.index import Index
    from doc_templates.rencana_aksi.model import RencanaAksiTahunan


def check(data: RencanaAksiTahunan) -> list[Finding]:
    """All that is to be said about a plan and what it reads of its data."""
    index = index_of(data.data)
    return [
        *_version(data, index),
        *periksa(data, index),
        *di_data(check_rencana_aksi(data.data)),
    ]


def _version(data: RencanaAksiTahunan, index: Index) -> list[Finding]:
    """The agreement that the plan carries out must be among the data."""
    if data.ke is None or data.versi(index) is not None:
        return []
    known = ", ".join(f"{each.isi.ke} ({nama_versi(each.isi)})" for each in index.versi)
    sentence = (
        f"Perjanjian versi {data.ke} tidak ada di data; yang tersedia: {known or 'belum ada'}."
    )
    return [codes.REF_UNKNOWN.at("ke", sentence, level=Level.ERROR)]
