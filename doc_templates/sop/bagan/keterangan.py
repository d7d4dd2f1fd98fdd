"""What a screen reader says of each symbol and arrow (PDF/UA-1, 7.3: alternative text)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.sop.bagan.isi import pelaku_utama

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.alur import Panah
    from doc_templates.sop.bagan.bentuk import Lintasan, Simbol
    from doc_templates.sop.model import Sop

_SEBUTAN: Final = {"proses": "proses", "keputusan": "keputusan"}


def kata_simbol(simbol: Simbol, model: Sop, panah: Sequence[Panah]) -> str:
    """For example “Langkah 4, Kasubbag: keputusan; Ya ke 5, Tidak ke 3”."""
    langkah = model.kegiatan[simbol.langkah]
    if simbol.rupa == "sambungan":
        arah = "masuk ke" if simbol.masuk else "berlanjut ke"
        return f"Sambungan {simbol.huruf}, {arah} langkah {langkah.kunci}"
    awal = f"Langkah {langkah.kunci}, {model.lajur[simbol.lajur].nama}"
    if not simbol.utama:
        peran = next(
            each.peran for each in langkah.pelaksana if each.lajur == model.lajur[simbol.lajur].id
        )
        kata = "turut melaksanakan" if peran == "tidak_diketahui" else f"turut {peran}"
        return f"{awal}: {kata}"
    return f"{awal}: {_perbuatan(simbol.langkah, model, panah)}"


def kata_langkah(at: int, model: Sop, panah: Sequence[Panah]) -> str:
    """What a drawing shows of a step, in words; the same as its symbol says of itself."""
    langkah = model.kegiatan[at]
    if not langkah.pelaksana:
        return f"Langkah {langkah.kunci}: belum ada pelaksana"
    nama = {each.id: each.nama for each in model.lajur}
    utama = pelaku_utama(langkah).lajur
    lain = [nama[each.lajur] for each in langkah.pelaksana if each.lajur != utama]
    bersama = f", bersama {', '.join(lain)}" if lain else ""
    return f"Langkah {langkah.kunci}, {nama[utama]}{bersama}: {_perbuatan(at, model, panah)}"


def _perbuatan(at: int, model: Sop, panah: Sequence[Panah]) -> str:
    keluar = [each for each in panah if each.dari == at]
    tujuan = ", ".join(
        f"{each.label or 'lanjut'} ke {model.kegiatan[each.ke].kunci}" for each in keluar
    )
    rupa = _SEBUTAN.get(model.kegiatan[at].bentuk) or ("mulai" if keluar else "selesai")
    return f"{rupa}{f'; {tujuan}' if tujuan else ''}"


def kata_lintasan(lintasan: Lintasan, model: Sop) -> str:
    """For example “Panah dari langkah 4 ke langkah 3, Tidak”."""
    if lintasan.dari.langkah == lintasan.ke.langkah and lintasan.dari.rupa != "sambungan":
        dari, ke = (model.lajur[each.lajur].nama for each in (lintasan.dari, lintasan.ke))
        hubungan = f"dari {dari} ke {ke}" if lintasan.kepala else f"antara {dari} dan {ke}"
        return f"Garis {hubungan} pada langkah {model.kegiatan[lintasan.dari.langkah].kunci}"
    jawaban = f", {lintasan.label.teks}" if lintasan.label else ""
    return f"Panah dari {_ujung(lintasan.dari, model)} ke {_ujung(lintasan.ke, model)}{jawaban}"


def _ujung(simbol: Simbol, model: Sop) -> str:
    if simbol.rupa == "sambungan":
        return f"sambungan {simbol.huruf}"
    return f"langkah {model.kegiatan[simbol.langkah].kunci}"
