"""Judges a flowchart sheet by the rules of drawing, from its geometry alone.

It shares no code with what lays the sheet out: every rule is looked at anew for each pair of
lines, symbols and labels.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.sop.alur import Panah
    from doc_templates.sop.bagan.bentuk import (
        Halaman,
        Kotak,
        Label,
        Lembar,
        Lintasan,
        Simbol,
        Titik,
    )
    from doc_templates.sop.model import Sop
    from doc_templates.sop.paper import Room
    from doc_templates.typefaces import Huruf, Typeface

NYATA = 0.01
"""Lengths under this are nothing, mm."""
SEJAJAR = 0.9
"""Parallel lines that run side by side keep at least so far apart, mm."""
BANTALAN = 1.2
"""Space left and right of a cell's text, mm."""
STRIP = (6.5, 7.5)
"""Type and line of the words beside connectors, points."""
SELA = 0.3
"""A line keeps at least so far from symbols that are not its own, mm."""


def pelanggaran(
    lembar: Lembar, model: Sop, panah: Sequence[Panah], room: Room, huruf: Huruf
) -> list[str]:
    """Everything that is wrong with a sheet set in that family; empty when nothing is."""
    salah = [
        f"halaman {nomor}: {each}"
        for nomor, halaman in enumerate(lembar.halaman, 1)
        for each in (*_halaman(halaman, room), *_teks(halaman, lembar, typeface(huruf)))
    ]
    return [*salah, *_langkah(lembar, model), *_sambungan(lembar), *_alur(lembar, panah)]


def _halaman(halaman: Halaman, room: Room) -> Iterator[str]:
    yield from _baris(halaman, room)
    yield from _simbol(halaman)
    for each in halaman.lintasan:
        yield from _bentuk(each, halaman)
    yield from _tembus(halaman)
    yield from _berimpit(halaman)
    yield from _label(halaman)


def _baris(halaman: Halaman, room: Room) -> Iterator[str]:
    for atas, bawah in pairwise(halaman.baris):
        if abs(atas.atas + atas.tinggi - bawah.atas) > NYATA:
            yield "baris tidak bersambung"
    if halaman.baris:
        akhir = halaman.baris[-1]
        if akhir.atas + akhir.tinggi > room.top + room.height:
            yield "baris melewati kaki halaman"


def _teks(halaman: Halaman, lembar: Lembar, huruf: Typeface) -> Iterator[str]:
    """The lines of every cell, counted anew, are no taller than its row."""
    for baris in halaman.baris:
        strip = baris.langkah is None
        ukuran, tinggi = STRIP if strip else (lembar.ukuran, lembar.baris_teks)
        for teks, lebar in zip(baris.teks, lembar.lebar, strict=True):
            banyak = huruf.line_count(teks, lebar - 2 * BANTALAN, points=ukuran)
            if banyak * tinggi * 25.4 / 72 > baris.tinggi:
                yield f"teks keluar dari baris langkah {baris.langkah}"


def _simbol(halaman: Halaman) -> Iterator[str]:
    ukuran = {
        (round(each.kotak.lebar, 2), round(each.kotak.tinggi, 2))
        for each in halaman.simbol
        if each.rupa != "sambungan"
    }
    if len(ukuran) > 1:
        yield f"simbol tidak sama besar: {ukuran}"
    for satu, dua in combinations(halaman.simbol, 2):
        if satu.kotak.kena(dua.kotak, jarak=0.5):
            yield f"simbol {satu.langkah} dan {dua.langkah} bertindihan"
    for each in halaman.simbol:
        kiri, kanan = halaman.lajur[each.lajur], halaman.lajur[each.lajur + 1]
        if each.kotak.kiri < kiri + 0.5 or each.kotak.kanan > kanan - 0.5:
            yield f"simbol {each.langkah} keluar dari lajurnya"
        if not any(
            baris.atas + 0.3 < each.kotak.atas
            and each.kotak.bawah < baris.atas + baris.tinggi - 0.3
            for baris in halaman.baris
        ):
            yield f"simbol {each.langkah} keluar dari barisnya"


def _bentuk(lintasan: Lintasan, halaman: Halaman) -> Iterator[str]:
    titik = lintasan.titik
    nama = f"panah {lintasan.dari.langkah}→{lintasan.ke.langkah}"
    for satu, dua in pairwise(titik):
        if (abs(satu.x - dua.x) > NYATA) == (abs(satu.y - dua.y) > NYATA):
            yield f"{nama} miring atau kosong"
    for each in titik:
        if not halaman.lajur[0] < each.x < halaman.lajur[-1]:
            yield f"{nama} keluar dari lajur"
    if _keluar(titik, lintasan.dari.kotak) not in {"bawah", "kiri", "kanan"}:
        yield f"{nama} tidak keluar dari kaki atau sisi"
    if lintasan.gabung:
        lain = [
            each
            for each in halaman.lintasan
            if each.ke == lintasan.ke and each is not lintasan and not _ujung_sama(each, lintasan)
        ]
        if not any(
            _pada(titik[-1], satu, dua) for each in lain for satu, dua in pairwise(each.titik)
        ):
            yield f"{nama} tidak bergabung pada panah ke simbol yang sama"
    elif _masuk(titik, lintasan.ke.kotak) not in {"atas", "kiri", "kanan"}:
        yield f"{nama} tidak masuk dari kepala atau sisi"


def _ujung_sama(satu: Lintasan, dua: Lintasan) -> bool:
    return satu.titik[-1] == dua.titik[-1] and satu.gabung and dua.gabung


def _keluar(titik: Sequence[Titik], kotak: Kotak) -> str:
    """The side by which a path leaves a box, at the middle of that side; empty if it does not."""
    (x, y), (x2, y2) = titik[0], titik[1]
    return _sisi(x, y, x2, y2, kotak)


def _masuk(titik: Sequence[Titik], kotak: Kotak) -> str:
    (x, y), (x2, y2) = titik[-1], titik[-2]
    return _sisi(x, y, x2, y2, kotak)


def _sisi(x: float, y: float, x2: float, y2: float, kotak: Kotak) -> str:
    tengah_x, tengah_y = (kotak.kiri + kotak.kanan) / 2, (kotak.atas + kotak.bawah) / 2
    if abs(x - tengah_x) < NYATA:
        if abs(y - kotak.bawah) < NYATA and y2 > y:
            return "bawah"
        if abs(y - kotak.atas) < NYATA and y2 < y:
            return "atas"
    if abs(y - tengah_y) < NYATA:
        if abs(x - kotak.kanan) < NYATA and x2 > x:
            return "kanan"
        if abs(x - kotak.kiri) < NYATA and x2 < x:
            return "kiri"
    return ""


def _tembus(halaman: Halaman) -> Iterator[str]:
    """No line through or along a symbol, its own included."""
    for lintasan in halaman.lintasan:
        for satu, dua in pairwise(lintasan.titik):
            ruas = _kotak(satu, dua)
            for simbol in halaman.simbol:
                milik = simbol in {lintasan.dari, lintasan.ke}
                jarak = -NYATA if milik else SELA
                if _kena(ruas, simbol.kotak, jarak):
                    yield (
                        f"panah {lintasan.dari.langkah}→{lintasan.ke.langkah} menembus simbol "
                        f"{simbol.langkah}"
                    )


def _berimpit(halaman: Halaman) -> Iterator[str]:
    """No two lines on top of one another or so near that they look like one."""
    ruas = [
        (lintasan, satu, dua)
        for lintasan in halaman.lintasan
        for satu, dua in pairwise(lintasan.titik)
    ]
    for (a, a1, a2), (b, b1, b2) in combinations(ruas, 2):
        if a is b:
            continue
        tegak_a, tegak_b = abs(a1.x - a2.x) < NYATA, abs(b1.x - b2.x) < NYATA
        if tegak_a != tegak_b:
            continue
        jarak = abs(a1.x - b1.x) if tegak_a else abs(a1.y - b1.y)
        sama = _tumpang(a1.y, a2.y, b1.y, b2.y) if tegak_a else _tumpang(a1.x, a2.x, b1.x, b2.x)
        if jarak < SEJAJAR and sama > NYATA:
            yield (
                f"panah {a.dari.langkah}→{a.ke.langkah} berimpit dengan "
                f"{b.dari.langkah}→{b.ke.langkah}"
            )


def _label(halaman: Halaman) -> Iterator[str]:
    label = [each.label for each in halaman.lintasan if each.label]
    for satu, dua in combinations(label, 2):
        if satu.kotak.kena(dua.kotak):
            yield f"label {satu.teks} menimpa label {dua.teks}"
    for each in label:
        yield from _garis_label(each, halaman)
        for simbol in halaman.simbol:
            if _menimpa(each.kotak, simbol):
                yield f"label {each.teks} menimpa simbol {simbol.langkah}"


def _garis_label(label: Label, halaman: Halaman) -> Iterator[str]:
    """No line of an arrow or of the table through a label."""
    kotak = label.kotak
    for lintasan in halaman.lintasan:
        for satu, dua in pairwise(lintasan.titik):
            if _kena(_kotak(satu, dua), kotak, 0.1):
                yield f"label {label.teks} tertimpa panah"
    if kotak.kiri < halaman.lajur[0] or kotak.kanan > halaman.lajur[-1]:
        yield f"label {label.teks} keluar dari lajur"
    # A long answer covers the ruling with its white ground; a usual one never needs to.
    biasa = label.teks in {"Ya", "Tidak"}
    if biasa and any(kotak.kiri < x < kotak.kanan for x in halaman.lajur):
        yield f"label {label.teks} tertimpa garis lajur"
    if any(kotak.atas < baris.atas < kotak.bawah for baris in halaman.baris):
        yield f"label {label.teks} tertimpa garis baris"


def _menimpa(kotak: Kotak, simbol: Simbol) -> bool:
    if simbol.rupa != "keputusan":
        return kotak.kena(simbol.kotak)
    x, y = simbol.kotak.pusat
    lebar, tinggi = simbol.kotak.lebar / 2, simbol.kotak.tinggi / 2
    dekat_x = min(max(x, kotak.kiri), kotak.kanan)
    dekat_y = min(max(y, kotak.atas), kotak.bawah)
    return abs(dekat_x - x) / lebar + abs(dekat_y - y) / tinggi < 1


def _langkah(lembar: Lembar, model: Sop) -> Iterator[str]:
    """Every step once and in order; what was divided is whole when put together."""
    bagian: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    urut = []
    for halaman in lembar.halaman:
        for baris in halaman.baris:
            if baris.langkah is not None:
                bagian[baris.langkah].append(baris.teks)
                urut.append((baris.langkah, len(bagian[baris.langkah])))
    if urut != sorted(urut) or set(bagian) != set(range(len(model.kegiatan))):
        yield "langkah hilang, berulang, atau tidak berurutan"
    for at, teks in bagian.items():
        utuh = "".join("".join(each[1] for each in teks).split())
        if utuh != "".join(model.kegiatan[at].uraian.split()):
            yield f"uraian langkah {at} tidak utuh"
        pelaku = {each.lajur for each in model.kegiatan[at].pelaksana}
        gambar = [
            simbol
            for halaman in lembar.halaman
            for simbol in halaman.simbol
            if simbol.langkah == at and simbol.rupa != "sambungan"
        ]
        if {model.lajur[each.lajur].id for each in gambar} != pelaku or len(gambar) != len(pelaku):
            yield f"simbol langkah {at} tidak sesuai pelaksananya"


def _sambungan(lembar: Lembar) -> Iterator[str]:
    """A letter comes in exactly once, goes out at least once, and never on the same page."""
    masuk: Counter[str] = Counter()
    halaman_masuk: dict[str, int] = {}
    keluar: dict[str, set[int]] = defaultdict(set)
    langkah: dict[str, set[int]] = defaultdict(set)
    for nomor, halaman in enumerate(lembar.halaman):
        for each in halaman.simbol:
            if each.rupa != "sambungan":
                continue
            langkah[each.huruf].add(each.langkah)
            if each.masuk:
                masuk[each.huruf] += 1
                halaman_masuk[each.huruf] = nomor
            else:
                keluar[each.huruf].add(nomor)
    for huruf in sorted({*masuk, *keluar}):
        if masuk[huruf] != 1 or not keluar[huruf] or len(langkah[huruf]) != 1:
            yield f"sambungan {huruf} tidak berpasangan"
        elif halaman_masuk[huruf] in keluar[huruf]:
            yield f"sambungan {huruf} masuk dan keluar di halaman yang sama"


def _alur(lembar: Lembar, panah: Sequence[Panah]) -> Iterator[str]:
    """Every arrow of the data is drawn, whole or through a pair of connectors; no other is."""
    langsung, keluar, masuk = set(), set(), set()
    for halaman in lembar.halaman:
        for each in halaman.lintasan:
            dari, ke = each.dari, each.ke
            if dari.rupa == "sambungan":
                masuk.add(ke.langkah)
            elif ke.rupa == "sambungan":
                keluar.add((dari.langkah, ke.langkah, each.label.teks if each.label else ""))
            elif dari.langkah != ke.langkah:
                langsung.add((dari.langkah, ke.langkah, each.label.teks if each.label else ""))
    diminta = {(each.dari, each.ke, each.label) for each in panah}
    if langsung | keluar != diminta:
        yield f"alur yang tergambar berbeda: {sorted((langsung | keluar) ^ diminta)}"
    if masuk != {each[1] for each in keluar}:
        yield "sambungan yang keluar tidak semuanya masuk"


def _kotak(satu: Titik, dua: Titik) -> tuple[float, float, float, float]:
    return min(satu.x, dua.x), min(satu.y, dua.y), max(satu.x, dua.x), max(satu.y, dua.y)


def _kena(ruas: tuple[float, float, float, float], kotak: Kotak, jarak: float) -> bool:
    kiri, atas, kanan, bawah = ruas
    return (
        kiri < kotak.kanan + jarak
        and kotak.kiri - jarak < kanan
        and atas < kotak.bawah + jarak
        and kotak.atas - jarak < bawah
    )


def _pada(titik: Titik, satu: Titik, dua: Titik) -> bool:
    kiri, atas, kanan, bawah = _kotak(satu, dua)
    return kiri - NYATA <= titik.x <= kanan + NYATA and atas - NYATA <= titik.y <= bawah + NYATA


def _tumpang(a1: float, a2: float, b1: float, b2: float) -> float:
    return min(max(a1, a2), max(b1, b2)) - max(min(a1, a2), min(b1, b2))
