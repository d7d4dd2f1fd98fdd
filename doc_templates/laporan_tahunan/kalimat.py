"""Sentences that state numbers: each says only what the cells of the tables say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import banding
from doc_templates.kinerja.pembulatan import cetak
from doc_templates.naskah.blok import Alinea

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doc_templates.kinerja.model import Pembanding
    from doc_templates.kinerja.rumus import Hasil
    from doc_templates.laporan_tahunan.bahan import Bahan, Capaian

_BILANGAN: Final = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)
BELUM: Final = "{} belum tersedia."
"""Printed where the office has not written a text yet."""


def bilangan(banyak: int) -> str:
    """A number within a sentence: one word as a word, more as digits."""
    return _BILANGAN[banyak] if banyak < len(_BILANGAN) else cetak_bulat(banyak)


def cetak_bulat(banyak: int) -> str:
    """``1.234``."""
    return f"{banyak:,}".replace(",", ".")


def rangkai(items: Iterable[str]) -> str:
    """``a``, ``a dan b``, ``a, b, dan c``."""
    texts = list(items)
    if len(texts) < 2:  # noqa: PLR2004 - a pair
        return "".join(texts)
    comma = "," if len(texts) > 2 else ""  # noqa: PLR2004 - as above
    return f"{', '.join(texts[:-1])}{comma} dan {texts[-1]}"


def kapital(teks: str) -> str:
    """With a capital first letter, the rest as it is."""
    return teks[:1].upper() + teks[1:]


def uraian(texts: Sequence[str], apa: str) -> tuple[Alinea, ...]:
    """What the office wrote, verbatim; a word where it wrote nothing yet."""
    written = [each for each in texts if each.strip()]
    return tuple(map(Alinea, written)) or (Alinea(BELUM.format(apa)),)


def tentang_capaian(rows: Sequence[Capaian]) -> str:
    """How many indicators reached their target."""
    parts = [
        f"{bilangan(count)} indikator {what}"
        for what, count in (
            ("mencapai atau melampaui target", sum(each.tercapai is True for each in rows)),
            ("belum mencapai target", sum(each.tercapai is False for each in rows)),
            ("capaiannya tidak dapat dihitung", sum(each.tercapai is None for each in rows)),
        )
        if count
    ]
    return f"Dari {bilangan(len(rows))} indikator, {rangkai(parts)}."


def tentang_rata(mean: Hasil, word: str, *, apa: str) -> str:
    """The mean achievement and its class."""
    if mean.nilai is None:
        return f"Rata-rata capaian {apa} {mean.kata} karena {mean.alasan}."
    return f"Rata-rata capaian {apa} ialah {mean.teks} persen dengan predikat {word}."


def kalimat_tahun_ini(each: Capaian) -> str:
    """Target, realisation, achievement and class of an indicator."""
    cells = each.sel
    name, reached, aimed = (
        cells.uraian().teks,
        cells.realisasi_sampai().teks,
        cells.target_tahun().teks,
    )
    begin = f"{name} terealisasi {reached} dari target {aimed} ({cells.satuan().teks})"
    if each.hasil.nilai is None:
        return f"{begin}; capaiannya {each.hasil.kata}{_sebab(each.hasil)}."
    return f"{begin}, dengan capaian {each.hasil.teks} persen dan predikat {cells.predikat().teks}."


def kalimat_antartahun(bahan: Bahan, each: Capaian) -> str:
    """This year beside the last, and whether that is better."""
    now = bahan.tahun
    cells, change = each.sel, banding.perubahan(bahan.index, each.baris.kunci, now)
    name, before = cells.uraian().teks, cells.realisasi_of(now - 1).teks
    begin = f"{name} terealisasi {cells.realisasi_of(now).teks} ({cells.satuan().teks})"
    if change.nilai is None:
        return f"{begin} pada tahun {now}; perubahan dari tahun {now - 1} {_tanpa(change)}."
    if not change.nilai:
        return f"{begin} pada tahun {now}, sama dengan tahun {now - 1}."
    rising = change.nilai > 0
    score = " dalam skor predikat" if cells.indikator.rumus == "F6" else ""
    return (
        f"{begin} pada tahun {now}, {'naik' if rising else 'turun'} {_mutlak(change)}{score} "
        f"dari {before} pada tahun {now - 1}{_arah(each, rising=rising)}."
    )


def kalimat_renstra(bahan: Bahan, each: Capaian) -> str:
    """What was reached of the target for the end of the plan."""
    cells, progress = each.sel, banding.kemajuan(bahan.index, each.baris.kunci)
    end = bahan.data.renstra.tahun_akhir
    begin = (
        f"{cells.uraian().teks} sampai dengan tahun {bahan.tahun} terealisasi "
        f"{cells.realisasi_renstra().teks} terhadap target akhir Renstra tahun {end}, yaitu "
        f"{cells.target_akhir().teks} ({cells.satuan().teks})"
    )
    if progress.nilai is None:
        return f"{begin}; tingkat kemajuannya {_tanpa(progress)}."
    reached = "telah" if progress.nilai >= 100 else "belum"  # noqa: PLR2004 - the whole
    return (
        f"{begin}, dengan tingkat kemajuan {progress.teks} persen; "
        f"target akhir Renstra {reached} tercapai."
    )


def kalimat_pembanding(bahan: Bahan, each: Capaian, other: Pembanding) -> str:
    """This year beside what others reached."""
    key, cells = each.baris.kunci, each.sel
    gap = banding.selisih_pembanding(bahan.index, key, other)
    there = banding.nilai_pembanding(bahan.index, key, other).teks
    begin = f"{cells.uraian().teks} terealisasi {cells.realisasi_sampai().teks}"
    whom = f"{other.lingkup} tahun {other.tahun}"
    if gap.nilai is None:
        return f"{begin}; selisihnya dari {whom} {_tanpa(gap)}."
    if not gap.nilai:
        return f"{begin}, sama dengan {whom}."
    above = "lebih tinggi" if gap.nilai > 0 else "lebih rendah"
    return f"{begin}, {above} {_mutlak(gap)} daripada {whom} ({there})."


def _mutlak(result: Hasil) -> str:
    assert result.nilai is not None  # noqa: S101 - asked only for numbers
    return cetak(abs(result.nilai), result.digit)


def _tanpa(result: Hasil) -> str:
    return f"{result.kata}{_sebab(result)}"


def _sebab(result: Hasil) -> str:
    """Why there is no number, where the word alone does not tell."""
    return f" karena {result.alasan}" if result.alasan else ""


def _arah(each: Capaian, *, rising: bool) -> str:
    """Better or worse, by the polarity that the data set gives."""
    polarity = each.sel.indikator.polaritas
    if polarity == "rentang":
        return ""
    better = rising is (polarity == "tinggi")
    return ", yang berarti membaik" if better else ", yang berarti menurun kinerjanya"
