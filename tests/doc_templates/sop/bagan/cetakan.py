"""Reads a printed flowchart sheet back from its PDF: where LibreOffice really put everything."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from pypdf import PdfReader

from doc_templates.sop.bagan.bentuk import Kotak
from doc_templates.sop.bagan.keterangan import kata_simbol
from tests.pdf_checks import poppler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doc_templates.sop.bagan.bentuk import BarisTabel, Halaman, Lembar
    from doc_templates.sop.bagan.kerangka import Kerangka

MM = 25.4 / 72
DI_DALAM = 0.5
"""What the box of a word, taller than its letters, may stand out of its row, mm."""


@dataclass(frozen=True, slots=True)
class Tercetak:
    """A word or a shape on a page of the PDF, counted from 0."""

    halaman: int
    teks: str
    kotak: Kotak


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A PDF beside the geometry from which it was drawn."""

    kerangka: Kerangka
    lembar: Lembar
    gambar: tuple[Tercetak, ...]
    kata: tuple[Tercetak, ...]

    @property
    def halaman_pertama(self) -> int:
        """Where the flowchart begins, counted from 0."""
        return min(each.halaman for each in self.gambar)

    def selisih(self) -> float:
        """The farthest that a symbol lies from where the geometry has it, mm; inf if one lacks."""
        return max(self._selisih(), default=0.0)

    def _selisih(self) -> Iterator[float]:
        for nomor, halaman in enumerate(self.lembar.halaman, self.halaman_pertama):
            for simbol in halaman.simbol:
                kata = kata_simbol(simbol, self.kerangka.model, self.kerangka.panah)
                yield min(
                    (
                        max(
                            abs(each.kotak.pusat.x - simbol.kotak.pusat.x),
                            abs(each.kotak.pusat.y - simbol.kotak.pusat.y),
                        )
                        for each in self.gambar
                        if each.halaman == nomor and each.teks == kata
                    ),
                    default=float("inf"),
                )

    def kata_salah(self) -> list[str]:
        """Words that stand out of their row or cell, and cells that do not show their text."""
        return [
            f"halaman {nomor}: {each}"
            for nomor, halaman in enumerate(self.lembar.halaman, self.halaman_pertama)
            for baris in halaman.baris
            for each in self._baris_salah(nomor, halaman, baris)
        ]

    def _baris_salah(self, nomor: int, halaman: Halaman, baris: BarisTabel) -> Iterator[str]:
        atas, bawah = baris.atas, baris.atas + baris.tinggi
        tepi = list(accumulate(self.lembar.lebar, initial=self.kerangka.room.left))
        kata = [
            each
            for each in self.kata
            if each.halaman == nomor
            and atas < each.kotak.pusat.y < bawah
            and tepi[0] < each.kotak.pusat.x < tepi[-1]
        ]
        for each in kata:
            if each.kotak.atas < atas - DI_DALAM or each.kotak.bawah > bawah + DI_DALAM:
                yield f"“{each.teks}” keluar dari baris langkah {baris.langkah}"
        akhir_lajur = 2 + self.kerangka.banyak_lajur
        for at, teks in enumerate(baris.teks):
            if 2 <= at < akhir_lajur:
                continue
            di_sel = [each for each in kata if tepi[at] < each.kotak.pusat.x < tepi[at + 1]]
            if _huruf(each.teks for each in di_sel) != _huruf([teks]):
                yield f"sel {at} langkah {baris.langkah} tidak memuat “{teks}”"
            for each in di_sel:
                if each.kotak.kiri < tepi[at] or each.kotak.kanan > tepi[at + 1]:
                    yield f"“{each.teks}” keluar dari sel {at} langkah {baris.langkah}"
        di_lajur = _huruf(
            each.teks for each in kata if tepi[2] < each.kotak.pusat.x < tepi[akhir_lajur]
        )
        if di_lajur != _huruf(_di_lajur(halaman, atas, bawah)):
            yield f"jawaban atau huruf sambungan di baris langkah {baris.langkah} tidak utuh"


def cetakan_of(pdf: Path, kerangka: Kerangka, lembar: Lembar) -> Cetakan:
    """Everything that a PDF shows of its flowchart."""
    return Cetakan(kerangka, lembar, tuple(_gambar(pdf)), tuple(_kata(pdf)))


def _di_lajur(halaman: Halaman, atas: float, bawah: float) -> Iterator[str]:
    for simbol in halaman.simbol:
        if atas < simbol.kotak.pusat.y < bawah:
            yield simbol.huruf
    for lintasan in halaman.lintasan:
        if lintasan.label and atas < lintasan.label.kotak.pusat.y < bawah:
            yield lintasan.label.teks


def _huruf(teks: Iterator[str] | list[str]) -> Counter[str]:
    return Counter("".join("".join(each.split()) for each in teks))


def _kata(pdf: Path) -> Iterator[Tercetak]:
    told = poppler("pdftotext", pdf, "-bbox", "-enc", "UTF-8")
    halaman = [each for each in ET.fromstring(told).iter() if each.tag.endswith("}page")]  # noqa: S314 - poppler's own
    for nomor, each in enumerate(halaman):
        for kata in each:
            sisi = (float(kata.get(name, "")) * MM for name in ("xMin", "yMin", "xMax", "yMax"))
            yield Tercetak(nomor, kata.text or "", Kotak(*sisi))


def _gambar(pdf: Path) -> Iterator[Tercetak]:
    """The shapes with an alternative text, from the structure tree."""
    reader = PdfReader(pdf)
    nomor = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    tinggi = [float(page.mediabox.height) for page in reader.pages]
    akar = reader.root_object["/StructTreeRoot"]
    for each, page in _unsur(akar, None):
        if each.get("/S") != "/Figure" or not str(each.get("/Alt", "")).startswith(AWALAN):
            continue
        kotak = next(sifat["/BBox"] for sifat in _daftar(each["/A"]) if "/BBox" in sifat)
        kiri, bawah, kanan, atas = (float(sisi) for sisi in kotak)
        halaman = nomor[page]
        y = tinggi[halaman]
        yield Tercetak(
            halaman,
            str(each["/Alt"]),
            Kotak(kiri * MM, (y - atas) * MM, kanan * MM, (y - bawah) * MM),
        )


AWALAN = ("Langkah ", "Sambungan ", "Panah ", "Garis ", "Jawaban ")


def _unsur(unsur: Any, page: int | None) -> Iterator[tuple[Any, int]]:
    if "/Pg" in unsur:
        page = unsur.raw_get("/Pg").idnum
    if page is not None:
        yield unsur, page
    for each in _daftar(unsur["/K"]) if "/K" in unsur else ():
        if hasattr(each, "raw_get"):
            yield from _unsur(each, page)


def _daftar(nilai: Any) -> list[Any]:
    nilai = nilai.get_object()
    return [each.get_object() for each in nilai] if isinstance(nilai, list) else [nilai]
