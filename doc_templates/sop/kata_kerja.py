"""What the verbs of a step tell: ordering, checking, signing, drafting, gathering, sending.

Only words that an SOP of a government office uses in one sense; all others tell nothing.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from doc_templates.sop.jabatan import words_of


class Kerja(Enum):
    """What is done in a step, as far as its leading verb says so."""

    MEMERINTAH = "memberi perintah"
    MENGUNDANG = "mengundang"
    MEMERIKSA = "memeriksa"
    MENGESAHKAN = "memberi persetujuan atau tanda tangan"
    MERAPATKAN = "melaksanakan rapat"
    MENGHIMPUN = "menghimpun atau menyimpan"
    MENGANALISIS = "menganalisis"
    MENYUSUN = "menyusun"
    MENYAMPAIKAN = "menyampaikan"


_VERBS: Final = (
    (Kerja.MEMERINTAH, r"menugaskan|menugasi|memerintahkan|menginstruksikan|mendelegasikan"),
    (Kerja.MENGUNDANG, r"mengundang"),
    (
        Kerja.MEMERIKSA,
        (
            r"memverifikasi|memeriksa|mengoreksi|mengkoreksi|meneliti|mereviu|mereview|memvalidasi"
            r"|mencermati|melakukan (?:verifikasi|koreksi|pemeriksaan|reviu|review|validasi)"
        ),
    ),
    (
        Kerja.MENGESAHKAN,
        (
            r"menandatangani|mengesahkan|menyetujui|mendisposisi(?:kan)?"
            r"|memberi(?:kan)? (?:disposisi|persetujuan|tanda tangan|paraf)"
        ),
    ),
    (Kerja.MERAPATKAN, r"(?:melaksanakan|menyelenggarakan|memimpin|mengadakan) rapat"),
    (
        Kerja.MENGHIMPUN,
        (
            r"mengumpulkan|menghimpun|mengolah|menyimpan|mengarsipkan|mencatat|mengetik|merekap\w*"
            r"|mengagendakan|menggandakan|mendokumentasikan|menginput|memasukkan"
        ),
    ),
    (Kerja.MENGANALISIS, r"menganalisa|menganalisis|mengkaji|menelaah"),
    (Kerja.MENYUSUN, r"menyusun|membuat|menyiapkan|merumuskan|mengonsep|mengkonsep|merancang"),
    (
        Kerja.MENYAMPAIKAN,
        r"melaporkan|menyampaikan|mengirim(?:kan)?|menyerahkan|meneruskan|mendistribusikan",
    ),
)
_FORMS: Final = tuple((kerja, re.compile(rf"(?:{form})\b")) for kerja, form in _VERBS)

MAKING: Final = (Kerja.MENGHIMPUN, Kerja.MENGANALISIS, Kerja.MENYUSUN)
"""Work whose result somebody else may check."""


def kerja_of(text: str) -> tuple[Kerja, str] | None:
    """What a text that begins with a verb says is done, and the words that say so."""
    plain = " ".join(words_of(text))
    for kerja, form in _FORMS:
        if match := form.match(plain):
            return kerja, match[0]
    return None
