"""Names of people: printed as typed. Whether one is misspelt only its bearer can say.

Only somebody who asks for a thorough look is told, and no other spelling is ever offered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates import codes

if TYPE_CHECKING:
    from doc_templates.findings import Finding

_COMMON: Final = frozenset(
    (
        "abdul", "abdullah", "achmad", "aditya", "agung", "agus", "ahmad", "aisyah", "andi",
        "anwar", "arif", "astuti", "bambang", "budi", "cahyono", "dewi", "dian", "djoko", "dwi",
        "edi", "eko", "endang", "fatimah", "firman", "fitri", "hadi", "handayani", "hardi",
        "hartono", "hasan", "hendra", "hidayat", "huda", "husein", "ibrahim", "imam", "indah",
        "indra", "iskandar", "ismail", "joko", "kartika", "kusuma", "lestari", "mahmud", "maria",
        "maulana", "mochamad", "muhammad", "mulyadi", "mulyono", "mustofa", "ningsih", "nugroho",
        "nurhayati", "nurul", "prasetyo", "pratama", "purnomo", "putra", "putri", "rahayu",
        "rahmat", "rahman", "ratna", "ridwan", "rini", "rizki", "santoso", "saputra", "sari",
        "setiawan", "siti", "slamet", "sri", "suharto", "sulistyo", "supardi", "supriyadi",
        "susanto", "sutrisno", "suwarno", "syamsul", "taufik", "teguh", "utami", "wahyu",
        "wahyuni", "wibowo", "widodo", "wijaya", "yuliana", "yusuf", "zainal",
    )
)  # fmt: skip
_LONG_ENOUGH: Final = 5
"""Shorter parts differ by one letter as a rule."""


def check_name(name: str, where: str) -> list[Finding]:
    """Says so where a part of a name is one letter away from a very common one."""
    unusual = [
        part
        for part in re.findall(r"[^\W\d_]+", name.partition(",")[0])
        if len(part) >= _LONG_ENOUGH and _is_unusual(part.lower())
    ]
    return [
        codes.NAME_UNUSUAL.at(
            where,
            f"Ejaan “{part}” pada nama {name} jarang dijumpai; mohon cocokkan dengan surat "
            "keputusan, dan biarkan bila memang demikian.",
        )
        for part in unusual
    ]


def _is_unusual(part: str) -> bool:
    return part not in _COMMON and any(
        len(known) == len(part)
        and sum(mine != theirs for mine, theirs in zip(part, known, strict=True)) == 1
        for known in _COMMON
    )
