"""The form of the SOP editor put into the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from service.web.asking import text_of
from service.web.naskah_bagan_susun import daftar
from service.web.naskah_bagan_tujuan import diarahkan, kunci_of, letak_kunci
from service.web.naskah_isian import filled

if TYPE_CHECKING:
    from starlette.datastructures import FormData

    from service.web.naskah_bentuk import Shape

SEMULA: Final = "semula:"
"""In front of the index of a step, the key that the page showed: targets were chosen by it."""


def terbaca(isi: Any, shape: Shape, fields: FormData) -> tuple[Any, list[str]]:  # noqa: ANN401
    """The data with what was typed, and what must be told.

    Where a step was given another number, what points to it follows.

    Args:
        isi: the data as they are kept.
        shape: of an SOP.
        fields: what was sent.
    """
    jadi = diketik(isi, shape, fields)
    langkah = daftar(jadi, "kegiatan")
    semula = semula_of(fields, len(langkah))
    if not any(semula) or semula == [kunci_of(each) for each in langkah]:
        return jadi, []
    tetap = {at: at for at in range(len(langkah))}
    langkah, kabar = diarahkan(langkah, letak_kunci(semula), tetap)
    return {**jadi, "kegiatan": langkah}, kabar


def diketik(isi: Any, shape: Shape, fields: FormData) -> Any:  # noqa: ANN401 - plain data
    """The data with what was typed; targets still name steps by the numbers that were shown."""
    jadi = filled(isi, shape, fields)
    langkah, lama = daftar(jadi, "kegiatan"), daftar(isi, "kegiatan")
    if not langkah:
        return jadi
    bersih = [
        _tanpa_kosong(each, lama[at] if at < len(lama) else {}) for at, each in enumerate(langkah)
    ]
    return {**jadi, "kegiatan": bersih}


def semula_of(fields: FormData, banyak: int) -> list[str]:
    """The keys of so many steps as the page showed them."""
    return [text_of(fields, f"{SEMULA}{at}") for at in range(banyak)]


def _tanpa_kosong(langkah: Any, lama: Any) -> Any:  # noqa: ANN401 - plain data
    """A step without the performers for whom no lane was chosen."""
    pelaksana = langkah.get("pelaksana") if isinstance(langkah, dict) else None
    if not isinstance(pelaksana, list):
        return langkah
    ada = [each for each in pelaksana if not isinstance(each, dict) or each.get("lajur")]
    if len(ada) == len(pelaksana):
        return langkah
    if not ada and isinstance(lama, dict) and "pelaksana" not in lama:
        return {nama: each for nama, each in langkah.items() if nama != "pelaksana"}
    return {**langkah, "pelaksana": ada}
