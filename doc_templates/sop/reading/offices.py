"""Words by which lines of a letterhead or a cover tell what they are."""

from __future__ import annotations

import re
from typing import Final

_GOVERNMENT: Final = re.compile(r"(?:PEMERINTAH(?:AN)?|KEMENTERIAN|REPUBLIK)\b", re.IGNORECASE)
_OFFICE: Final = (
    r"(?:DINAS|BADAN|KECAMATAN|KELURAHAN|DESA|SEKRETARIAT|INSPEKTORAT|SATUAN|RUMAH SAKIT|RSUD|"
    r"PUSKESMAS|UPTD?|BAGIAN|KANTOR|SEKOLAH|DIREKTORAT|BALAI|LEMBAGA|KOMISI|SMPN?|SMAN?|SDN?)\b"
)
_PLACE: Final = r"(?:KABUPATEN|KOTA|PROVINSI)\b"
_NAMES_OFFICE: Final = re.compile(rf"{_OFFICE}|{_PLACE}", re.IGNORECASE)
_SECOND_OFFICE: Final = re.compile(rf"(?<=\S)(?<!PEMERINTAH)\s+(?={_OFFICE})", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"(?:SUB\s?-?\s?BAGIAN|SUBBAG|SUB\s?BIDANG|SUBBID|SEKSI|BIDANG|UNIT|TIM)\b", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"(?:Jl|Jln|Jalan|Alamat|Kompleks?)\b|.*\bKode\s?Pos\b", re.IGNORECASE)
_CONTACT: Final = re.compile(
    r".*?(?:website|laman|situs|e-?mail|surel|telp|telepon|\bfax|e-fax|faks|www\.|https?:|@)",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\b(?:STANDAR[DT]?|OPERASIONAL|PROSEDUR|SOP|MEKANISME|TATA CARA|PEDOMAN)\b", re.IGNORECASE
)
_YEAR: Final = re.compile(r"TAHUN(?:\s+ANGGARAN)?\s+\d{4}", re.IGNORECASE)


def names_government(line: str) -> bool:
    """``PEMERINTAH KABUPATEN KUDUS``."""
    return _GOVERNMENT.match(line) is not None


def names_office(line: str) -> bool:
    """``DINAS KESEHATAN``, ``KABUPATEN NGANJUK``, or a government."""
    return names_government(line) or _NAMES_OFFICE.match(line) is not None


def names_unit(line: str) -> bool:
    """``SUB BAGIAN PEP DAN KEUANGAN``."""
    return _UNIT.match(line) is not None


def is_address(line: str) -> bool:
    """``Jln. Raya Kudus-Pati Km. 10``."""
    return _ADDRESS.match(line) is not None


def is_contact(line: str) -> bool:
    """``Website : …``, ``Telp. …``."""
    return _CONTACT.match(line) is not None


def is_title(line: str) -> bool:
    """``STANDAR OPERASIONAL PROSEDUR (SOP)``; never the name of an office."""
    return _TITLE.search(line) is not None and not names_office(line)


def is_year(line: str) -> bool:
    """``TAHUN 2023``."""
    return _YEAR.fullmatch(line) is not None


def government_and_office(line: str) -> list[str]:
    """A letterhead on one line, parted before its office; one text where there is none."""
    if not names_government(line):
        return [line]
    return _SECOND_OFFICE.split(line, maxsplit=1)
