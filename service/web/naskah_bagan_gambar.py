"""The flowchart of what is typed, sound or not: pages as SVG, the steps in words, the findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args

from markupsafe import Markup
from pydantic import ValidationError

from doc_templates.errors import SheetTooSmall
from doc_templates.sop.activity_sheet import lay_sheet
from doc_templates.sop.bagan.keterangan import kata_langkah
from doc_templates.sop.bagan.svg import Tanda, svg_of
from doc_templates.sop.checks import review_steps
from doc_templates.sop.model import Bentuk, Pengesahan, Peran, Sop
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import Arah, Kertas, profile, profile_names
from service.drafts.remarks import UNSOUND, Opinion, Remark, opinion_of
from service.drafts.text import data_of, text_of
from service.errors import DataInvalid
from service.located import read_path
from service.validating import plain_sentence, validate
from service.web.naskah_bagan_susun import TERBANYAK, daftar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doc_templates.kind import Kind

TERPANJANG: Final = 100_000
"""Characters of all steps that are drawn while somebody types; a long SOP has 20,000."""
_LABEL: Final = 20
_BERAT: Final = (UNSOUND, "E", "W", "I")
_WAJIB: Final = frozenset({"nomor", "uraian"})
DI_SINI: Final = ("lajur", "kegiatan", "judul_tabel", "kertas", "arah")


@dataclass(frozen=True, slots=True)
class KataLangkah:
    """A step of the drawing in words, for who does not see it."""

    at: int
    kata: str
    uraian: str
    temuan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lukisan:
    """The drawn sheet."""

    halaman: tuple[Markup, ...]
    langkah: tuple[KataLangkah, ...]
    bertanda: int
    """Steps at which something is noticed."""


@dataclass(frozen=True, slots=True)
class Terbaca:
    """What the editor knows of the data."""

    model: Sop | None
    """What is drawn; None where nothing can be."""
    remarks: tuple[Remark, ...]
    """All that is said of the whole data, and of steps also where the rest lacks something."""
    alasan: str = ""
    """Why there is no model."""

    @property
    def di_sini(self) -> tuple[Remark, ...]:
        """What is said of the fields of this editor."""
        return tuple(each for each in self.remarks if each.where.startswith(DI_SINI))


def dibaca(isi: Any, *, kind: Kind, teliti: bool) -> Terbaca:  # noqa: ANN401 - plain data
    """Look at the data as they are typed.

    Args:
        isi: plain data, sound or not.
        kind: SOP.
        teliti: with all that issuing looks at; otherwise quickly, the steps alone.
    """
    opinion = _pendapat(isi, kind=kind, teliti=teliti)
    model = opinion.model
    if teliti and isinstance(model, Sop):
        return Terbaca(model, opinion.remarks)
    try:
        drawn = model if isinstance(model, Sop) else model_of(isi)
    except ValidationError as error:
        alasan = "; ".join(plain_sentence(each) for each in error.errors())
        return Terbaca(None, opinion.remarks, f"{alasan[:1].upper()}{alasan[1:].rstrip('.')}.")
    ditemukan = (
        Remark(each.where, each.level.value, each.sentence, each.code, each.suggestions)
        for each in review_steps(drawn)
    )
    return Terbaca(drawn, (*opinion.remarks, *ditemukan))


def lukisan_of(terbaca: Terbaca) -> Lukisan | str:
    """The drawing of what is typed; a sentence where none can be made."""
    model = terbaca.model
    if model is None:
        return terbaca.alasan
    if len(model.kegiatan) > TERBANYAK or _panjang(model) > TERPANJANG:
        return "SOP sebesar ini tidak digambar sambil diketik; cetaklah KONSEP."
    form = profile(model.profil)
    try:
        kerangka, lembar = lay_sheet(model, form, room_of(model, form))
    except SheetTooSmall as error:
        return str(error)
    kata = _kata(terbaca.remarks)
    tanda = {
        at: Tanda(min((each.level for each in ada), key=_BERAT.index), _sebutan(ada))
        for at, ada in kata.items()
        if any(each.level != "I" for each in ada)
    }
    svg = svg_of(lembar, kerangka, form, tanda=tanda, tautan="#langkah-")
    langkah = (
        KataLangkah(
            at,
            kata_langkah(at, model, kerangka.panah),
            each.uraian,
            tuple(satu.sentence for satu in kata.get(at, ()) if satu.level != "I"),
        )
        for at, each in enumerate(model.kegiatan)
    )
    # The writer of the SVG escapes every text.
    return Lukisan(tuple(map(Markup, svg)), tuple(langkah), len(tanda))


def _pendapat(isi: Any, *, kind: Kind, teliti: bool) -> Opinion:  # noqa: ANN401 - plain data
    data = data_of(text_of(isi))
    if teliti:
        return opinion_of(data, kind=kind)
    try:
        return Opinion(validate(data, kind=kind), ())
    except DataInvalid as error:
        return Opinion(
            None, tuple(Remark(each.where, UNSOUND, each.sentence) for each in error.problems)
        )


def model_of(isi: Any) -> Sop:  # noqa: ANN401 - plain data
    """What can be drawn of the data; rows keep their places.

    Raises:
        ValidationError: too many lanes, or two of one id.
    """
    isi = isi if isinstance(isi, dict) else {}
    nama = isi.get("profil")
    lajur = [_lajur(each, at) for at, each in enumerate(daftar(isi, "lajur"))]
    ids = {each["id"] for each in lajur}
    langkah = [_langkah(each, ids) for each in daftar(isi, "kegiatan")]
    return Sop.model_validate(
        {
            "profil": nama if nama in profile_names() else "baku",
            "kertas": _salah_satu(isi.get("kertas"), get_args(Kertas)),
            "arah": _salah_satu(isi.get("arah"), get_args(Arah)),
            "judul_tabel": _teks(isi.get("judul_tabel")) or None,
            "pengesahan": _pengesahan(isi.get("pengesahan")),
            "lajur": lajur,
            "kegiatan": langkah,
        }
    )


def _panjang(model: Sop) -> int:
    mutu = (each.mutu_baku for each in model.kegiatan)
    teks = (
        *(satu for each in model.kegiatan for satu in (each.nomor, each.uraian, each.keterangan)),
        *(satu for each in mutu for satu in (each.kelengkapan, each.waktu, each.output)),
    )
    return sum(map(len, filter(None, teks)))


def _pengesahan(nilai: Any) -> Pengesahan | None:  # noqa: ANN401 - plain data
    """Who signs, where that is sound: under the table it takes room from the steps."""
    try:
        return None if nilai is None else Pengesahan.model_validate(nilai)
    except ValidationError:
        return None


def _lajur(lajur: Any, at: int) -> dict[str, str]:  # noqa: ANN401 - plain data
    lajur = lajur if isinstance(lajur, dict) else {}
    return {"id": _teks(lajur.get("id")) or f"\0{at}", "nama": _teks(lajur.get("nama"))}


def _langkah(langkah: Any, ids: set[str]) -> dict[str, Any]:  # noqa: ANN401 - plain data
    langkah = langkah if isinstance(langkah, dict) else {}
    mutu = langkah.get("mutu_baku")
    mutu = mutu if isinstance(mutu, dict) else {}
    jawaban = {
        nama: _teks(langkah.get(nama))[:_LABEL] or baku
        for nama, baku in (("label_ya", "Ya"), ("label_tidak", "Tidak"))
    }
    return {
        **{nama: _teks(langkah.get(nama)) for nama in _WAJIB},
        **{
            nama: _teks(langkah.get(nama)) or None
            for nama in ("lanjut", "ya", "tidak", "keterangan")
        },
        **jawaban,
        "bentuk": _salah_satu(langkah.get("bentuk"), get_args(Bentuk)) or "proses",
        "pelaksana": [
            {
                "lajur": each["lajur"],
                "peran": _salah_satu(each.get("peran"), get_args(Peran)) or "melakukan",
            }
            for each in daftar(langkah, "pelaksana")
            if isinstance(each, dict) and _teks(each.get("lajur")) in ids
        ],
        "mutu_baku": {
            nama: _teks(mutu.get(nama)) or None for nama in ("kelengkapan", "waktu", "output")
        },
    }


def _teks(nilai: Any) -> str:  # noqa: ANN401 - plain data
    return nilai if isinstance(nilai, str) else ""


def _salah_satu(nilai: Any, pilihan: tuple[str, ...]) -> str | None:  # noqa: ANN401 - plain data
    return nilai if isinstance(nilai, str) and nilai in pilihan else None


def _kata(remarks: Iterable[Remark]) -> dict[int, list[Remark]]:
    """Remarks by the step that they concern."""
    semua: dict[int, list[Remark]] = {}
    for each in remarks:
        jalan = read_path(each.where)
        if len(jalan) > 1 and jalan[0] == "kegiatan" and isinstance(jalan[1], int):
            semua.setdefault(jalan[1], []).append(each)
    return semua


def _sebutan(remarks: Iterable[Remark]) -> str:
    return " ".join(each.sentence for each in remarks if each.level != "I")
