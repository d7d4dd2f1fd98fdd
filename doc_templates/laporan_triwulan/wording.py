"""The words of the report: titles, the opening, the closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.hitung.triwulan import nama_versi, versi_untuk
from doc_templates.naskah.laporan import kantor

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.laporan_triwulan.model import LaporanTriwulan


def title(data: LaporanTriwulan, index: Index) -> str:
    """The subject for the PDF's title and the index."""
    return f"Laporan Kinerja {period(data)} {kantor(data, index)}"


def heading(data: LaporanTriwulan) -> str:
    """The title over the report, as printed."""
    return f"LAPORAN KINERJA TRIWULAN {data.angka_romawi} TAHUN {data.data.tahun}"


def period(data: LaporanTriwulan) -> str:
    """The quarter in running text."""
    return f"Triwulan {data.angka_romawi} Tahun {data.data.tahun}"


def opening(data: LaporanTriwulan, index: Index) -> list[str]:
    """The paragraphs before the tables; the office's own take the place of the standard ones."""
    if data.pengantar:
        return list(data.pengantar)
    purpose = (
        f"Laporan ini menyajikan capaian kinerja {kantor(data, index)} sampai dengan akhir "
        f"{period(data)}, sebagai bahan pemantauan dan pengendalian pencapaian target kinerja."
    )
    return [purpose, _basis(data, index)]


def closing(data: LaporanTriwulan) -> list[str]:
    """The paragraph above the signature."""
    return [
        f"Demikian laporan kinerja {period(data)} ini disusun menurut keadaan yang sebenarnya, "
        "untuk menjadi bahan evaluasi dan perbaikan kinerja pada triwulan berikutnya."
        if data.triwulan < 4  # noqa: PLR2004 - the last quarter of a year
        else f"Demikian laporan kinerja {period(data)} ini disusun menurut keadaan yang "
        "sebenarnya, untuk menjadi bahan penyusunan laporan kinerja tahunan."
    ]


def _basis(data: LaporanTriwulan, index: Index) -> str:
    """Against which promise the quarter is measured."""
    version = versi_untuk(index, data.triwulan)
    if version is None:
        return (
            "Perjanjian kinerja tahun ini belum tersedia, sehingga capaian dihitung hanya sejauh "
            "targetnya diketahui."
        )
    day = f" tanggal {version.isi.tanggal}" if version.isi.tanggal else ""
    return (
        f"Target yang dipakai ialah target pada Perjanjian Kinerja Tahun {data.data.tahun} "
        f"({nama_versi(version.isi)}){day}. Rumus, perhitungan, dan ketentuan yang dipakai dicetak "
        "di bawah setiap tabel; nilai yang tidak ada ditulis “tidak berlaku” atau “belum tersedia”."
    )
