"""The flowchart sheet as SVG, one drawing a page, from the geometry that the DOCX gets.

Nothing is measured here: symbols, arrows and answers are the very objects that ``gambar`` turns
into shapes of Word. Colours and widths are attributes, never styles, so that a page may forbid
inline styles; classes let a page add what only a screen has, such as the mark of a finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from doc_templates.sop.bagan.bentuk import Kotak
from doc_templates.sop.bagan.keterangan import kata_simbol
from doc_templates.sop.bagan.kolom import MM
from doc_templates.sop.bagan.svg_tabel import GARIS, Kertas, gambar_tabel
from doc_templates.sop.bagan.svg_unsur import akar, angka, bersih, tertulis, unsur

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from doc_templates.sop.bagan.bentuk import BarisTabel, Halaman, Label, Lembar, Lintasan, Simbol
    from doc_templates.sop.bagan.kerangka import Kerangka
    from doc_templates.sop.profiles import Profil

TEBAL_PANAH: Final = 0.75 * MM
PANJANG_KEPALA: Final = 1.5
"""Of the head of an arrow, mm."""
LEBAR_KEPALA: Final = 1.1
HURUF_SAMBUNGAN: Final = 8.0
HURUF_JUDUL: Final = 13.0
BARIS_JUDUL: Final = 16.0
JARAK_LINGKAR: Final = 1.1
"""Between a symbol and the ring of a finding, mm."""
LENGKUNG: Final = 3475 / 21600
"""Of its width, the rounding of a terminator, as the preset shape of Word has it."""
BAHU: Final = 4 / 5
"""Of its height, where an off-page connector begins to narrow."""
KELUARGA: Final = {
    "Arial": "Arial, 'Liberation Sans', Helvetica, sans-serif",
    "Times New Roman": "'Times New Roman', 'Liberation Serif', serif",
    "Bookman Old Style": "'Bookman Old Style', 'URW Bookman', serif",
    "Calibri": "Calibri, Carlito, sans-serif",
    "Cambria": "Cambria, Caladea, serif",
}


WARNA: Final = {"!": "#9b1c1c", "E": "#9b1c1c", "W": "#a86200", "I": "#1d4e79"}
"""Level of a finding → colour of its ring."""
PUCAT: Final = {"!": "#fbeaea", "E": "#fbeaea", "W": "#fbf1dc", "I": "#e7f0f8"}


@dataclass(frozen=True, slots=True)
class Tanda:
    """What is noticed at a step: its symbol gets a ring and a note."""

    tingkat: str
    """``!``, ``E``, ``W`` or ``I``; colours the ring."""
    kata: str


def svg_of(
    lembar: Lembar,
    kerangka: Kerangka,
    form: Profil,
    *,
    tanda: Mapping[int, Tanda] | None = None,
    tautan: str = "",
) -> tuple[str, ...]:
    """Draw every page of a sheet.

    Args:
        lembar: the geometry.
        kerangka: the frame that it was made from.
        form: the office's form.
        tanda: index of a step → what is noticed there.
        tautan: beginning of the address of a step's row, followed by its index; none where empty.
    """
    banyak = len(lembar.halaman)
    return tuple(
        _halaman(halaman, lembar, kerangka, form, tanda or {}, tautan, f"{at} dari {banyak}")
        for at, halaman in enumerate(lembar.halaman, 1)
    )


def _halaman(  # noqa: PLR0917 - a page and what all pages share
    halaman: Halaman,
    lembar: Lembar,
    k: Kerangka,
    form: Profil,
    tanda: Mapping[int, Tanda],
    tautan: str,
    ke: str,
) -> str:
    gambar = akar(k.room.page_width, k.room.page_height)
    gambar.set("class", "bagan")
    # What is a picture to screen readers may hold no links.
    gambar.set("role", "group" if tautan else "img")
    gambar.set("font-family", KELUARGA[form.huruf])
    langkah = sorted({each.langkah for each in halaman.baris if each.langkah is not None})
    nama = f"Bagan alir, halaman {ke}"
    unsur(gambar, "title", nama)
    if langkah:
        awal, akhir = (k.model.kegiatan[at].kunci for at in (langkah[0], langkah[-1]))
        kata = f"Langkah {awal} sampai {akhir}; uraiannya ada di daftar di bawah bagan."
        unsur(gambar, "desc", kata)
    gambar.set("aria-label", bersih(nama))
    kertas = Kertas(gambar, k.pengukur)
    if halaman is lembar.halaman[0]:
        _judul(kertas, k)
    gambar_tabel(kertas, halaman, lembar, k, form)
    # Under everything else: a ring hides neither an arrow nor an answer.
    _tanda(kertas, halaman, tanda, k)
    garis = kertas.kelompok(fill="none", stroke="#000", stroke_width=TEBAL_PANAH)
    for lintasan in halaman.lintasan:
        _lintasan(garis, lintasan)
    simbol = kertas.kelompok(fill="#fff", stroke="#000", stroke_width=GARIS)
    for each in halaman.simbol:
        _simbol(simbol, each, k, tautan)
    jawaban = kertas.kelompok(text_anchor="middle")
    for lintasan in halaman.lintasan:
        if lintasan.label:
            _label(jawaban, lintasan.label)
    return tertulis(gambar)


def _judul(kertas: Kertas, k: Kerangka) -> None:
    teks, points = k.model.judul_tabel, HURUF_JUDUL
    if not teks:
        return
    group = kertas.kelompok(font_size=points * MM, font_weight="bold", text_anchor="middle")
    semua = k.pengukur.baris(teks, k.room.width, points, tebal=True)
    for at, (awal, akhir) in enumerate(semua):
        y = k.room.top + (at + 0.78) * BARIS_JUDUL * MM
        unsur(group, "text", teks[awal:akhir].strip(), x=k.room.left + k.room.width / 2, y=y)


def _lintasan(induk: Element, lintasan: Lintasan) -> None:
    group = unsur(induk, "g", class_="panah")
    titik = " ".join(f"{angka(x)},{angka(y)}" for x, y in lintasan.titik)
    unsur(group, "polyline", points=titik)
    if lintasan.kepala:
        # The line ends in the point of its head; a direction, for all lines are level or upright.
        (ax, ay), (bx, by) = list(pairwise(lintasan.titik))[-1]
        panjang = max(abs(bx - ax), abs(by - ay), 1e-9)
        ux, uy = (bx - ax) / panjang, (by - ay) / panjang
        px, py = bx - PANJANG_KEPALA * ux, by - PANJANG_KEPALA * uy
        sisi = LEBAR_KEPALA / 2
        sudut = ((bx, by), (px - sisi * uy, py + sisi * ux), (px + sisi * uy, py - sisi * ux))
        points = " ".join(f"{angka(x)},{angka(y)}" for x, y in sudut)
        unsur(group, "polygon", points=points, fill="#000", stroke="none")


def _simbol(induk: Element, simbol: Simbol, k: Kerangka, tautan: str) -> None:
    sifat = {"class_": f"simbol simbol-{simbol.rupa}"}
    if tautan:
        # Keyboards reach the rows by the list under the drawing, not through every symbol.
        sifat |= {"href": f"{tautan}{simbol.langkah}", "tabindex": "-1"}
    group = unsur(induk, "a" if tautan else "g", **sifat)
    unsur(group, "title", kata_simbol(simbol, k.model, k.panah))
    _rupa(group, simbol)
    if simbol.huruf:
        x, y = simbol.kotak.pusat
        besar = HURUF_SAMBUNGAN * MM
        sifat_huruf = {"fill": "#000", "stroke": "none", "text_anchor": "middle"}
        unsur(group, "text", simbol.huruf, x=x, y=y + 0.3 * besar, font_size=besar, **sifat_huruf)


def _rupa(induk: Element, simbol: Simbol) -> None:
    kotak = simbol.kotak
    if simbol.rupa in {"proses", "terminator"}:
        sudut = {}
        if simbol.rupa == "terminator":
            sudut = {"rx": kotak.lebar * LENGKUNG, "ry": kotak.tinggi / 2}
        _persegi(induk, kotak, **sudut)
        return
    x, y = kotak.pusat
    bahu = kotak.atas + BAHU * kotak.tinggi
    titik = (
        ((x, kotak.atas), (kotak.kanan, y), (x, kotak.bawah), (kotak.kiri, y))
        if simbol.rupa == "keputusan"
        else (
            (kotak.kiri, kotak.atas),
            (kotak.kanan, kotak.atas),
            (kotak.kanan, bahu),
            (x, kotak.bawah),
            (kotak.kiri, bahu),
        )
    )
    unsur(induk, "polygon", points=" ".join(f"{angka(a)},{angka(b)}" for a, b in titik))


def _label(induk: Element, label: Label) -> None:
    group = unsur(induk, "g", class_="jawaban", font_size=label.huruf * MM)
    _persegi(group, label.kotak, fill="#fff")
    kata = label.teks.split() if label.kotak.tinggi > 1.5 * label.huruf * MM else [label.teks]
    baris = label.kotak.tinggi / max(1, len(kata))
    for at, each in enumerate(kata):
        y = label.kotak.atas + at * baris + baris / 2 + 0.35 * label.huruf * MM
        unsur(group, "text", each, x=label.kotak.pusat.x, y=y)


def _tanda(kertas: Kertas, halaman: Halaman, tanda: Mapping[int, Tanda], k: Kerangka) -> None:
    """Ring the symbols of steps at which something is noticed; of a step without, its number."""
    utama = {each.langkah: each.kotak for each in halaman.simbol if each.utama and not each.huruf}
    for baris in halaman.baris:
        if baris.langkah is None or baris.lanjutan or baris.langkah not in tanda:
            continue
        satu = tanda[baris.langkah]
        warna = WARNA.get(satu.tingkat, WARNA["W"])
        cincin = kertas.kelompok(
            class_="lingkar",
            fill=PUCAT.get(satu.tingkat, PUCAT["W"]),
            stroke=warna,
            stroke_width=0.6,
        )
        unsur(cincin, "title", satu.kata)
        luar = _sekeliling(utama.get(baris.langkah) or _nomor(baris, k))
        _persegi(cincin, luar, rx=1.6)
        unsur(cincin, "circle", cx=luar.kanan, cy=luar.atas, r=1.6, fill=warna, stroke="none")
        huruf = {"text_anchor": "middle", "font_weight": "bold", "fill": "#fff", "stroke": "none"}
        unsur(cincin, "text", "!", x=luar.kanan, y=luar.atas + 0.9, font_size=2.6, **huruf)


def _nomor(baris: BarisTabel, k: Kerangka) -> Kotak:
    """Where the number of a row stands."""
    kiri, tengah = k.room.left, baris.atas + baris.tinggi / 2
    return Kotak(kiri + 2, tengah - 2, kiri + k.rencana.lebar[0] - 2, tengah + 2)


def _sekeliling(kotak: Kotak) -> Kotak:
    sela = JARAK_LINGKAR
    return Kotak(kotak.kiri - sela, kotak.atas - sela, kotak.kanan + sela, kotak.bawah + sela)


def _persegi(induk: Element, kotak: Kotak, **sifat: object) -> None:
    ukuran = {"width": kotak.lebar, "height": kotak.tinggi}
    unsur(induk, "rect", x=kotak.kiri, y=kotak.atas, **ukuran, **sifat)
