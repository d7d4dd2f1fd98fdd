"""The judge itself is judged: each rule, broken on purpose in a good sheet, is noticed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doc_templates.sop.bagan.bentuk import Kotak, Titik
from tests.doc_templates.sop.bagan.papan import bolak_balik, langkah, sop, tata
from tests.doc_templates.sop.bagan.wasit import pelanggaran

if TYPE_CHECKING:
    from collections.abc import Callable

    from doc_templates.sop.bagan.bentuk import Halaman, Lembar, Lintasan, Simbol

MODEL = bolak_balik()
KERANGKA, BAIK = tata(MODEL)
LAJUR = KERANGKA.lajur[1] - KERANGKA.lajur[0]


def judged(lembar: Lembar) -> list[str]:
    return pelanggaran(lembar, MODEL, KERANGKA.panah, KERANGKA.room, "Arial")


def halaman(ubah: Callable[[Halaman], Halaman], at: int = 0) -> Lembar:
    semua = list(BAIK.halaman)
    semua[at] = ubah(semua[at])
    return replace(BAIK, halaman=tuple(semua))


def baris(at: int, **isi) -> Lembar:
    def ubah(satu: Halaman) -> Halaman:
        semua = list(satu.baris)
        semua[at] = replace(semua[at], **isi)
        return replace(satu, baris=tuple(semua))

    return halaman(ubah)


def simbol(at: int, ubah: Callable[[Simbol], Simbol]) -> Lembar:
    """Change a symbol, also where arrows name it."""

    def ganti(satu: Halaman) -> Halaman:
        lama = satu.simbol[at]
        baru = ubah(lama)
        return replace(
            satu,
            simbol=tuple(baru if each is lama else each for each in satu.simbol),
            lintasan=tuple(
                replace(
                    each,
                    dari=baru if each.dari is lama else each.dari,
                    ke=baru if each.ke is lama else each.ke,
                )
                for each in satu.lintasan
            ),
        )

    return halaman(ganti)


def lintasan(ubah: Callable[[Lintasan], Lintasan], pilih: Callable[[Lintasan], bool]) -> Lembar:
    def ganti(satu: Halaman) -> Halaman:
        lama = next(each for each in satu.lintasan if pilih(each))
        return replace(
            satu,
            lintasan=tuple(ubah(each) if each is lama else each for each in satu.lintasan),
        )

    return halaman(ganti)


def lurus(each: Lintasan) -> bool:
    """A plain arrow between two steps."""
    return (
        not each.gabung and each.label is None and "sambungan" not in {each.dari.rupa, each.ke.rupa}
    )


def berlabel(each: Lintasan) -> bool:
    return each.label is not None


def geser(kotak: Kotak, x: float = 0.0, y: float = 0.0) -> Kotak:
    return Kotak(kotak.kiri + x, kotak.atas + y, kotak.kanan + x, kotak.bawah + y)


def lewat(*titik: tuple[float, float]) -> Callable[[Lintasan], Lintasan]:
    """The arrow takes these points between its ends."""
    return lambda each: replace(
        each, titik=(each.titik[0], *(Titik(x, y) for x, y in titik), each.titik[-1])
    )


def berlabel_di(x: float = 0.0, y: float = 0.0) -> Lembar:
    def ubah(each: Lintasan) -> Lintasan:
        return replace(each, label=replace(each.label, kotak=geser(each.label.kotak, x, y)))

    return lintasan(ubah, berlabel)


def label_pada(kotak: Callable[[Lintasan], Kotak]) -> Lembar:
    return lintasan(
        lambda each: replace(each, label=replace(each.label, kotak=kotak(each))), berlabel
    )


def di_sekitar(titik: Titik) -> Kotak:
    return Kotak(titik.x - 1, titik.y - 1, titik.x + 1, titik.y + 1)


def tanpa_masuk() -> Lembar:
    """The connector that comes in on the first page is gone, with its arrow."""

    def ubah(satu: Halaman) -> Halaman:
        return replace(
            satu,
            simbol=tuple(each for each in satu.simbol if not each.masuk),
            lintasan=tuple(each for each in satu.lintasan if not each.dari.masuk),
        )

    return halaman(ubah)


def pulang_di_halaman_sendiri() -> Lembar:
    """What goes out to another page comes in on the same one."""

    def ubah(satu: Halaman) -> Halaman:
        keluar = next(each for each in satu.simbol if each.rupa == "sambungan" and not each.masuk)
        return replace(
            satu,
            simbol=(
                *satu.simbol,
                replace(keluar, masuk=True, kotak=geser(keluar.kotak, x=LAJUR)),
            ),
        )

    tanpa = replace(
        BAIK.halaman[1], simbol=tuple(each for each in BAIK.halaman[1].simbol if not each.masuk)
    )
    return replace(halaman(ubah), halaman=(halaman(ubah).halaman[0], tanpa, *BAIK.halaman[2:]))


def ujung_kanan() -> float:
    return KERANGKA.lajur[-1] + 2


RUSAK = {
    "tidak bersambung": lambda: baris(2, atas=BAIK.halaman[0].baris[2].atas + 1),
    "melewati kaki halaman": lambda: baris(-1, tinggi=200.0),
    "teks keluar dari baris langkah": lambda: baris(2, tinggi=3.0),
    "tidak sama besar": lambda: simbol(
        3, lambda each: replace(each, kotak=each.kotak._replace(kanan=each.kotak.kanan - 1))
    ),
    "bertindihan": lambda: simbol(
        1, lambda each: replace(each, kotak=BAIK.halaman[0].simbol[0].kotak)
    ),
    "keluar dari lajurnya": lambda: simbol(
        1, lambda each: replace(each, kotak=geser(each.kotak, x=LAJUR / 2))
    ),
    "keluar dari barisnya": lambda: simbol(
        1, lambda each: replace(each, kotak=geser(each.kotak, y=8.0))
    ),
    "miring atau kosong": lambda: lintasan(
        lambda each: replace(each, titik=(each.titik[0], each.titik[-1])), lurus
    ),
    "keluar dari lajur$": lambda: lintasan(
        lambda each: lewat((ujung_kanan(), each.titik[0].y), (ujung_kanan(), each.titik[-1].y))(
            each
        ),
        lurus,
    ),
    "tidak keluar dari kaki atau sisi": lambda: lintasan(
        lambda each: replace(
            each, titik=(Titik(each.titik[0].x, each.titik[0].y + 1.5), *each.titik[1:])
        ),
        lurus,
    ),
    "tidak masuk dari kepala atau sisi": lambda: lintasan(
        lambda each: replace(each, titik=each.titik[:-1]), lurus
    ),
    "tidak bergabung": lambda: lintasan(lambda each: replace(each, gabung=True), lurus),
    "menembus simbol": lambda: lintasan(
        lambda each: replace(each, titik=(each.titik[0], *_menembus(each))), lurus
    ),
    "berimpit dengan": lambda: halaman(
        lambda satu: replace(
            satu,
            lintasan=(
                *satu.lintasan,
                replace(next(filter(lurus, satu.lintasan)), dari=satu.simbol[3]),
            ),
        )
    ),
    "menimpa label": lambda: halaman(
        lambda satu: replace(satu, lintasan=(*satu.lintasan, next(filter(berlabel, satu.lintasan))))
    ),
    "label Ya menimpa simbol": lambda: label_pada(lambda each: each.dari.kotak),
    "tertimpa panah": lambda: label_pada(lambda each: di_sekitar(each.titik[1])),
    "label Ya keluar dari lajur": lambda: berlabel_di(x=-500),
    "tertimpa garis lajur": lambda: label_pada(
        lambda each: di_sekitar(Titik(KERANGKA.lajur[1], each.titik[0].y))
    ),
    "tertimpa garis baris": lambda: label_pada(
        lambda each: di_sekitar(Titik(each.titik[0].x + 3, BAIK.halaman[0].baris[3].atas))
    ),
    "langkah hilang, berulang": lambda: halaman(
        lambda satu: replace(satu, baris=(*satu.baris[:2], *satu.baris[3:]))
    ),
    "uraian langkah 1 tidak utuh": lambda: baris(
        2, teks=("2", "Memeriksa", *BAIK.halaman[0].baris[2].teks[2:])
    ),
    "tidak sesuai pelaksananya": lambda: halaman(
        lambda satu: replace(satu, simbol=satu.simbol[1:])
    ),
    "sambungan A tidak berpasangan": tanpa_masuk,
    "masuk dan keluar di halaman yang sama": pulang_di_halaman_sendiri,
    "alur yang tergambar berbeda": lambda: halaman(
        lambda satu: replace(
            satu, lintasan=tuple(each for each in satu.lintasan if not lurus(each))
        )
    ),
    "tidak semuanya masuk": tanpa_masuk,
}


def _menembus(each: Lintasan) -> tuple[Titik, ...]:
    """From a symbol straight down through all rows under it, and over to the end."""
    dasar = BAIK.halaman[0].baris[-1].atas - 0.5
    awal, akhir = each.titik[0], each.titik[-1]
    return (Titik(awal.x, dasar), Titik(akhir.x, dasar), akhir)


def test_a_good_sheet_breaks_no_rule():
    """The sheet that the others break."""
    assert len(BAIK.halaman) > 2
    assert judged(BAIK) == []


@pytest.mark.parametrize("aturan", RUSAK)
def test_a_broken_rule_is_noticed(aturan):
    """Each rule of drawing is really looked at."""
    found = judged(RUSAK[aturan]())

    assert [each for each in found if re.search(aturan, each)], found


def test_a_long_answer_may_cover_a_ruling_but_a_usual_one_never():
    """Only what cannot stand inside its lane has white ground over the ruling."""
    model = sop(
        langkah(1, 0, bentuk="keputusan", ya="2", tidak="3", label_ya="Memenuhi syarat"),
        langkah(2, 1),
        langkah(3, 2),
        lajur=12,
    )
    kerangka, lembar = tata(model)

    assert pelanggaran(lembar, model, kerangka.panah, kerangka.room, "Arial") == []
