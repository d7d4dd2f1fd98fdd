"""A cell that should hold a value: read by its field, asked where it can mean two things."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from doc_templates.formulir import codes
from doc_templates.kinerja.baca import PERSEN
from doc_templates.kinerja.nilai import Angka, Ketiadaan, TakTerbaca
from doc_templates.kinerja.pembulatan import cetak, desimal_of
from doc_templates.kinerja.tertulis import plainly

if TYPE_CHECKING:
    from decimal import Decimal

    from doc_templates.findings import Finding
    from doc_templates.formulir.bentuk import Isi, Isian
    from doc_templates.formulir.buku import SelTerbaca

_WORDS: Final = tuple(each.value for each in Ketiadaan)
_SLIPS: Final = {
    Ketiadaan.BELUM_TERSEDIA: ("belum ada", "belum", "blm ada", "blm tersedia", "belum ada data",
                               "menunggu", "proses", "tba", "belum rilis"),
    Ketiadaan.TIDAK_BERLAKU: ("tdk berlaku", "tidak ada target", "n/a", "na", "tidak relevan",
                              "non", "tidak dihitung"),
}  # fmt: skip
_UNSURE: Final = ("tidak ada", "nihil", "kosong", "-", "--", "tidak ada data", "tdk ada")
"""May be nought, not yet, or not applicable."""
_MONEY_DIGITS: Final = 2


def baca_nilai(cell: SelTerbaca, isian: Isian, where: str, temuan: list[Finding]) -> Isi:
    """What the cell says, as it is to stand in the data; faults are told, and then it is None."""
    match cell.jenis:
        case "angka":
            return _number(cell, isian, where, temuan)
        case "tanggal":
            temuan.append(_date(cell, where))
        case _:
            return _text(cell.teks, isian, where, temuan)
    return None


def _number(cell: SelTerbaca, isian: Isian, where: str, temuan: list[Finding]) -> Isi:
    assert cell.angka is not None  # noqa: S101 - numbers have one
    number = plainly(cell.angka)
    if cell.persen:
        hundred = plainly(cell.angka * 100)
        if isian.satuan.strip().casefold() not in PERSEN:
            temuan.append(
                codes.PERCENT.at(
                    where,
                    f"Sel berformat persen dan menampilkan {cetak(hundred)}%, padahal satuannya "
                    f"{isian.satuan or 'bukan persen'}; ketik ulang angkanya sebagai teks biasa.",
                    cetak(number),
                    cetak(hundred),
                    level=codes.PERCENT.levels[1],
                )
            )
            return None
        temuan.append(
            codes.PERCENT.at(
                where,
                f"Sel berformat persen: {cetak(number)} yang tersimpan dibaca {cetak(hundred)} "
                "seperti tampilannya; pastikan memang demikian.",
                cetak(hundred),
            )
        )
        number = hundred
    return _judged(number, isian, where, temuan)


def _text(text: str, isian: Isian, where: str, temuan: list[Finding]) -> Isi:
    plain = unicodedata.normalize("NFKC", text)
    if any(each.isdecimal() and not each.isascii() for each in text):
        temuan.append(
            codes.DIGITS.at(
                where,
                f"“{text}” memakai angka dari papan ketik lain; ketik ulang dengan angka biasa.",
                plain.strip(),
            )
        )
        return None
    if text != text.strip():
        temuan.append(
            codes.SPACES.at(
                where,
                f"Ada spasi di tepi “{text}”; tetap disimpan seperti tertulis.",
                text.strip(),
            )
        )
    return _judged(text, isian, where, temuan)


def _judged(written: Decimal | str, isian: Isian, where: str, temuan: list[Finding]) -> Isi:
    assert isian.baca is not None  # noqa: S101 - values have a reading
    read = isian.baca(written)
    if isinstance(read, TakTerbaca):
        temuan.append(_unreadable(read, isian, where))
        return None
    if isinstance(read, Angka):
        if read.nilai < 0 and not isian.boleh_negatif:
            temuan.append(
                codes.NEGATIVE.at(
                    where,
                    f"Nilai {cetak(read.nilai)} negatif, padahal isian ini tidak mungkin di bawah "
                    "nol; periksa tandanya.",
                    cetak(-read.nilai),
                )
            )
            return None
        _remark(written, read.nilai, isian, where, temuan)
    return written


def _remark(
    written: Decimal | str, number: Decimal, isian: Isian, where: str, temuan: list[Finding]
) -> None:
    digits = _MONEY_DIGITS if isian.uang else isian.desimal
    own = desimal_of(plainly(number))
    if digits is not None and own > digits:
        temuan.append(
            codes.PRECISION.at(
                where,
                f"Nilai {cetak(plainly(number))} mempunyai {own} angka di belakang koma, "
                f"sedangkan isian ini {digits}; periksa, karena tidak dibulatkan sendiri.",
            )
        )
    if isinstance(written, str) and not isian.uang and any(each.isalpha() or each == "%"
                                                           for each in written):  # fmt: skip
        temuan.append(
            codes.UNIT_TYPED.at(
                where,
                f"Satuan ikut tertulis pada “{written}”; cukup angkanya, karena satuan sudah ada "
                "di kolomnya.",
            )
        )


def _unreadable(read: TakTerbaca, isian: Isian, where: str) -> Finding:
    text = read.teks
    folded = " ".join(text.casefold().split()).rstrip(".")
    if folded in _UNSURE:
        return codes.ABSENT_WORD.at(
            where,
            f"“{text}” dapat berarti nol, tidak berlaku, atau belum tersedia; tulislah salah satu.",
            "0",
            *_WORDS,
        )
    if words := _meant(folded):
        return codes.ABSENT_WORD.at(
            where,
            f"“{text}” bukan kata yang dikenal untuk nilai yang tidak ada; pilih dari daftar.",
            *words,
        )
    match read.masalah:
        case "ganda":
            offers = " atau ".join(read.pilihan)
            return codes.AMBIGUOUS.at(
                where, f"“{text}” dapat dibaca {offers}; tulislah salah satunya.", *read.pilihan
            )
        case "satuan":
            return codes.UNIT_OF.at(
                where,
                f"“{text}” bersatuan lain daripada {isian.satuan or 'isian ini'}; ubahlah ke "
                "satuan itu dan tulis angkanya saja.",
                *read.pilihan,
            )
        case "skala":
            return codes.SCALE.at(
                where,
                f"“{text}” tidak ada pada skala isian ini; pilih dari daftar.",
                *(read.pilihan or isian.pilihan),
            )
    return codes.NOT_NUMBER.at(
        where,
        f"“{text[:80]}” bukan angka; tulis angkanya di sini, dan keterangannya di kolom Catatan.",
        *_WORDS,
    )


def _meant(folded: str) -> tuple[str, ...]:
    exact = tuple(word.value for word, slips in _SLIPS.items() if folded in slips)
    return exact or tuple(get_close_matches(folded, _WORDS, n=1, cutoff=0.75))


def _date(cell: SelTerbaca, where: str) -> Finding:
    day = cell.hari.split("-")
    offers = []
    if len(day) == 3:  # noqa: PLR2004 - year, month, day
        offers = [f"{int(day[2])},{int(day[1])}", f"{int(day[1])},{int(day[2])}"]
    return codes.DATE.at(
        where,
        f"Sel ini berisi tanggal {cell.hari}, barangkali karena Excel mengubah angka yang diketik; "
        "ubah format sel menjadi Teks, lalu ketik ulang angkanya.",
        *dict.fromkeys(offers),
    )
