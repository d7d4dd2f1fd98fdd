"""The number a document bears: kept as typed, compared without its spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates import codes

if TYPE_CHECKING:
    from collections.abc import Collection

    from doc_templates.findings import Finding
    from doc_templates.kind import Penomoran

_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_CLASSIFICATION: Final = re.compile(r"\d{3}(?:\.\d+)*", re.ASCII)
_LEVELS_OF_TODAY: Final = 3
"""Codes of Permendagri 83/2022 in use for series have at least three levels (000.8.3)."""


def normal_number(text: str) -> str:
    """Two numbers are the same where these are equal: without spaces, case folded."""
    return "".join(text.split()).casefold()


def classification_of(text: str | None) -> str | None:
    """The archive classification at the head of a number, where there is one."""
    head = normal_number(text or "").split("/", maxsplit=1)[0]
    return head if _CLASSIFICATION.fullmatch(head) else None


def check_number(
    text: str | None,
    where: str,
    *,
    penomoran: Penomoran | None,
    year: int | None = None,
    families: Collection[str] = (),
) -> list[Finding]:
    """What is odd about a document's number.

    Args:
        text: the number verbatim; None where there is none.
        where: its place in the data.
        penomoran: how the register will number it; then a missing number is no fault.
        year: the document's own year, compared with the year in the number.
        families: three-digit heads of classification codes that fit; empty accepts all.
    """
    if text is None or not text.strip():
        return [] if penomoran else [_missing(where)]
    found = [] if text == "".join(text.split()) else [_spaced(text, where)]
    found += _check_classification(text, where, families)
    years = [int(each) for each in normal_number(text).split("/") if _YEAR.fullmatch(each)]
    if year and years and year not in years:
        found.append(
            codes.NUMBER_YEAR.at(
                where,
                f"Nomor {text} menyebut tahun {years[-1]}, sedangkan naskah bertahun {year}; "
                "mohon periksa salah satunya.",
            )
        )
    return found


def _missing(where: str) -> Finding:
    return codes.NUMBER_MISSING.at(
        where,
        "Naskah belum bernomor; isilah nomor, atau isilah “penomoran” agar buku agenda "
        "memberinya nomor.",
    )


def _spaced(text: str, where: str) -> Finding:
    return codes.NUMBER_SPACING.at(
        where,
        f"Nomor “{text}” memuat spasi; tetap dicetak seperti tertulis, dan dibandingkan tanpa "
        "spasi.",
        "".join(text.split()),
    )


def _check_classification(text: str, where: str, families: Collection[str]) -> list[Finding]:
    code = classification_of(text)
    if code is None:
        return []
    found = []
    if len(code.split(".")) < _LEVELS_OF_TODAY:
        found.append(
            codes.CLASS_SCHEME.at(
                where,
                f"Kode {code} tampak mengikuti susunan klasifikasi lama; tetap dicetak, dan "
                "padanannya menurut Permendagri 83/2022 dapat dicatat untuk arsip.",
            )
        )
    if families and code[:3] not in families:
        found.append(
            codes.CLASS_SUBJECT.at(
                where,
                f"Rumpun kode {code[:3]} lazimnya bukan untuk naskah ini; mohon pastikan kode "
                "klasifikasinya.",
            )
        )
    return found
