"""Items of a panel that ran together when a list was copied into one line."""

from __future__ import annotations

import re
from typing import Final

LISTS: Final = ("dasar_hukum", "kualifikasi", "keterkaitan")
"""Panels whose items begin with words by which joined ones can be told apart."""

_ITEM_START: Final = re.compile(
    r"(?<=\S) (?=(?:SOP|Undang-undang|Peraturan (?:Presiden|Menteri|Pemerintah|Daerah|Bupati))\b)"
)
_SCHOOL: Final = r"(?:SMA|SMK|Sarjana|D3|D4|S1|S2|S3)"
_SCHOOLS: Final = re.compile(rf"{_SCHOOL}(?:/{_SCHOOL})*(?: {_SCHOOL}(?:/{_SCHOOL})*)+")


def split_item(item: str) -> list[str]:
    """The items that one text seems to hold, verbatim; itself alone where it holds one."""
    parts = _ITEM_START.split(item)
    # “Peraturan Menteri … dan Reformasi … tentang Peraturan Bupati …” is one item, not two.
    if len(parts) > 1 and any(each.split()[-1].lower() == "tentang" for each in parts[:-1]):
        return [item]
    if _SCHOOLS.fullmatch(item):
        return item.split()
    return parts
