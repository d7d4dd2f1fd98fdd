"""How a document stands and is kept, in Indonesian sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive.keeping import Access, Fate, Start
from archive.standing import State
from doc_templates.tanggal import Tanggal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from archive.keeping import Keeping, Retention
    from archive.standing import Standing

ACCESS: Final[Mapping[Access, str]] = {
    Access.BIASA: "Biasa (terbuka)",
    Access.TERBATAS: "Terbatas",
    Access.RAHASIA: "Rahasia",
    Access.SANGAT_RAHASIA: "Sangat rahasia",
}
FATES: Final[Mapping[Fate, str]] = {
    Fate.MUSNAH: "musnah",
    Fate.PERMANEN: "permanen",
    Fate.DINILAI_KEMBALI: "dinilai kembali",
}
STARTS: Final[Mapping[Start, str]] = {
    Start.AKHIR_TAHUN: "akhir tahun naskah",
    Start.TANGGAL_NASKAH: "tanggal naskah",
    Start.TIDAK_BERLAKU: "naskah tidak berlaku lagi",
}


def in_words(day: date) -> str:
    """A day as it is written: ``4 Januari 2021``."""
    return Tanggal(day.year, day.month, day.day).teks


def standing_sentence(standing: Standing, *, successor: str = "dokumen lain") -> str:
    """How a document stands, for whoever reads it; empty where there is nothing to tell.

    Args:
        standing: of the document.
        successor: how the document that took its place is called.
    """
    if standing.since is None:
        return ""
    day = in_words(standing.since)
    said = {
        State.WITHDRAWN: f"dicabut pada {day}",
        State.SUPERSEDED: f"digantikan oleh {successor} sejak {day}",
        State.IN_FORCE: f"diberlakukan kembali sejak {day}",
    }[standing.state]
    return f"Dokumen ini {said} karena: {standing.reason}"


def retention_sentence(held: Retention) -> str:
    """A line of a schedule, such as ``aktif 2 tahun, inaktif 3 tahun, lalu permanen``."""
    return (
        f"aktif {held.active} tahun, inaktif {held.inactive} tahun, lalu {FATES[held.fate]}; "
        f"dihitung dari {STARTS[held.start]}"
    )


def keeping_sentence(before: Keeping, now: Keeping) -> str:
    """What an act of the arsiparis changed, for the version and the trail."""
    told = []
    if (before.classification, before.scheme) != (now.classification, now.scheme):
        told.append(f"kode klasifikasi {now.classification or 'menurut naskah'}")
    if before.access is not now.access:
        told.append(f"akses {ACCESS[now.access].lower()}")
    if before.retention != now.retention:
        held = now.retention
        told.append(f"retensi {'dikosongkan' if held is None else retention_sentence(held)}")
    if before.vital is not now.vital:
        told.append("ditandai arsip vital" if now.vital else "bukan lagi arsip vital")
    return f"Ketentuan simpan: {'; '.join(told)}."
