"""The words of the plan: titles, the opening, the closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.hitung.triwulan import nama_versi
from doc_templates.naskah.laporan import kantor

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.rencana_aksi.model import RencanaAksiTahunan


def title(data: RencanaAksiTahunan, index: Index) -> str:
    """The subject for the PDF's title and the index."""
    return f"Rencana Aksi Kinerja{_revision(data, index)} Tahun {data.data.tahun} " + kantor(
        data, index
    )


def heading(data: RencanaAksiTahunan, index: Index) -> str:
    """The title over the plan, as printed."""
    return f"RENCANA AKSI KINERJA{_revision(data, index).upper()} TAHUN {data.data.tahun}"


def opening(data: RencanaAksiTahunan, index: Index) -> list[str]:
    """The paragraphs before the tables; the office's own take the place of the standard ones."""
    if data.pengantar:
        return list(data.pengantar)
    return [
        _purpose(data, index),
        _basis(data, index),
    ]


def closing(data: RencanaAksiTahunan) -> list[str]:
    """The paragraph above the signature."""
    return [
        (
            f"Demikian rencana aksi kinerja Tahun {data.data.tahun} ini disusun untuk dilaksanakan "
            "dengan penuh tanggung jawab dan dipantau setiap triwulan."
        )
    ]


def _revision(data: RencanaAksiTahunan, index: Index) -> str:
    """Which revision of the agreement it carries out; nothing for the first agreement."""
    version = data.versi(index)
    return f" {nama_versi(version.isi)}" if version and version.isi.ke else ""


def _purpose(data: RencanaAksiTahunan, index: Index) -> str:
    return (
        f"Rencana aksi ini menjabarkan target tahunan {kantor(data, index)} ke dalam target dan "
        "keluaran setiap triwulan, sebagai pedoman pelaksanaan dan dasar pemantauan kinerja."
    )


def _basis(data: RencanaAksiTahunan, index: Index) -> str:
    version = data.versi(index)
    if version is None:
        return "Perjanjian kinerja tahun ini belum tersedia."
    day = f" tanggal {version.isi.tanggal}" if version.isi.tanggal else ""
    return (
        f"Target yang dijabarkan ialah target pada Perjanjian Kinerja Tahun {data.data.tahun} "
        f"({nama_versi(version.isi)}){day}. Triwulan tanpa target ditulis “tidak berlaku”, dan "
        "target yang belum ditetapkan ditulis “belum tersedia”."
    )
