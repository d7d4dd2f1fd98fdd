"""Lanes and steps as the SOP editor shows them: fields, and the choices of where a step leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.sop.alur import SELESAI, is_end, target_of
from service.web.naskah_bagan_tujuan import TUJUAN, letak_kunci

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.web.naskah_medan import Field

BENTUK: Final = {
    "proses": "Proses",
    "terminator": "Mulai atau selesai",
    "keputusan": "Keputusan",
}
PERAN: Final = {
    "melakukan": "melaksanakan",
    "menyetujui": "menyetujui",
    "menerima": "menerima",
    "mengetahui": "mengetahui",
    "tidak_diketahui": "perannya belum diketahui",
}
_TERPANJANG: Final = 34
"""Characters of a step's words where another one chooses it."""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One thing to choose."""

    nilai: str
    kata: str
    dipilih: bool = False


@dataclass(frozen=True, slots=True)
class Tujuan:
    """A field in which a step names another one."""

    medan: Field
    nama: str
    """lanjut, ya or tidak."""
    pilihan: tuple[Pilihan, ...]


@dataclass(frozen=True, slots=True)
class TampakLangkah:
    """A step as the editor shows it."""

    at: int
    kunci: str
    """By which other steps on the page name it."""
    baris: Field
    isi: Mapping[str, Field]
    mutu: Mapping[str, Field]
    memutuskan: bool
    tujuan: tuple[Tujuan, ...]
    """Those that its symbol uses, and those that are filled in nevertheless."""
    tersembunyi: tuple[Field, ...]
    """Fields that its symbol does not use; sent along so that nothing is lost."""
    asing: tuple[Field, ...]
    """What the kind does not know."""


def medan_of(form: Field, nama: str) -> Field:
    """A field of the whole by its name."""
    return next(each for each in form.parts if each.shape.name == nama)


def langkah_of(form: Field, semula: Sequence[str] = ()) -> list[TampakLangkah]:
    """All steps of a form.

    Args:
        form: the whole.
        semula: keys by which other steps on the page name them, where these are not the present.
    """
    semua = medan_of(form, "kegiatan").parts
    kunci = list(semula) or [_kunci(each) for each in semua]
    kata = [_kata(each, satu) for each, satu in zip(semua, kunci, strict=True)]
    letak = letak_kunci(kunci)
    return [_langkah(at, each, kunci[at], kata, letak) for at, each in enumerate(semua)]


def _langkah(
    at: int, baris: Field, kunci: str, kata: Sequence[str], letak: Mapping[str, int]
) -> TampakLangkah:
    isi = {each.shape.name: each for each in baris.parts}
    memutuskan = isi["bentuk"].shown == "keputusan"
    dipakai = ("ya", "tidak") if memutuskan else ("lanjut",)
    tujuan = tuple(
        Tujuan(isi[nama], nama, tuple(_pilihan(nama, isi[nama].shown, at, kata, letak)))
        for nama in TUJUAN
        if nama in dipakai or isi[nama].shown
    )
    ada = {each.nama for each in tujuan}
    jawaban = () if memutuskan else ("label_ya", "label_tidak")
    return TampakLangkah(
        at=at,
        kunci=kunci,
        baris=baris,
        isi=isi,
        mutu={each.shape.name: each for each in isi["mutu_baku"].parts},
        memutuskan=memutuskan,
        tujuan=tujuan,
        tersembunyi=tuple(isi[nama] for nama in (*TUJUAN, *jawaban) if nama not in ada),
        asing=tuple(each for each in baris.parts if each.foreign),
    )


def _pilihan(
    nama: str, teks: str, at: int, kata: Sequence[str], letak: Mapping[str, int]
) -> list[Pilihan]:
    """What a target can be; the value that is kept stays as it was typed."""
    kunci = target_of(teks)
    selesai = nama == "lanjut" and is_end(teks)
    terpilih = None if kunci is None or selesai else letak.get(kunci)
    kosong = "langkah di bawahnya" if nama == "lanjut" else "belum ditetapkan"
    hasil = [Pilihan("", kosong, kunci is None)]
    if nama == "lanjut":
        hasil.append(Pilihan(teks if selesai else SELESAI, "selesai, alur berakhir", selesai))
    for lain, langkah in letak.items():
        if langkah != at or terpilih == at:
            dipilih = terpilih == langkah
            hasil.append(Pilihan(teks if dipilih else lain, kata[langkah], dipilih))
    if kunci is not None and not selesai and terpilih is None:
        hasil.append(Pilihan(teks, f"{kunci} (langkah itu tidak ada)", dipilih=True))
    return hasil


def _kunci(baris: Field) -> str:
    nomor = next((each.shown for each in baris.parts if each.shape.name == "nomor"), "")
    return target_of(nomor) or ""


def _kata(baris: Field, kunci: str) -> str:
    uraian = next((each.shown for each in baris.parts if each.shape.name == "uraian"), "")
    satu = " ".join(uraian.split())
    pendek = satu if len(satu) <= _TERPANJANG else f"{satu[: _TERPANJANG - 1].rstrip()}…"
    return f"{kunci} · {pendek}" if pendek else kunci
