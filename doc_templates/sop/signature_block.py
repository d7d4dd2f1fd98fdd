"""A signature block: what it prints of an official, and how tall it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.sop.styles import height_of

if TYPE_CHECKING:
    from doc_templates.pejabat import Pejabat
    from doc_templates.sop.model import Pengesahan
    from doc_templates.sop.profiles import Profil
    from doc_templates.typefaces import Typeface

MARK: Final = 17.0
"""Height of the place for a signature, mm."""
AROUND: Final = 3.5
"""What the line of that place, the last paragraph and the cell add, mm."""
SIGNATURE_WIDTH: Final = 80.0
"""Of the block under the activities, mm."""
BLANK: Final = dict.fromkeys(
    ("tempat_tanggal", "baris_atas", "sebutan", "nama", "pangkat", "nip"), ""
)
"""A block in whose place nobody signs."""


def signature_lines(
    official: Pejabat, form: Profil, *, place_and_date: str = "", above: str = ""
) -> dict[str, str]:
    """The lines of a block; a blank one is not printed."""
    return {
        "tempat_tanggal": place_and_date,
        "baris_atas": above,
        "sebutan": official.sebutan,
        "nama": official.nama or "",
        "pangkat": official.pangkat or "",
        "nip": f"{form.awalan_nip}{official.nip}" if official.nip else "",
    }


def signature_height(
    signing: Pengesahan | None,
    *,
    face: Typeface,
    width: float,
    scale: float = 1.0,
) -> float:
    """Height of the block of whoever puts the SOP into force, in millimetres.

    Args:
        signing: None needs no room.
        face: the family that it is printed in.
        width: room for its lines, mm.
        scale: type size over that of the form.
    """
    if signing is None:
        return 0.0
    official = signing.pejabat
    lines = [signing.tempat_tanggal, signing.baris_atas, official.sebutan, official.pangkat]
    lines += [f"NIP. {official.nip}" if official.nip else None]
    plain = sum(
        height_of("Tengah", each, width=width, face=face, scale=scale) for each in lines if each
    )
    name = official.nama or ""
    bold = height_of("Tengah", name, width=width, face=face, scale=scale, bold=True)
    return plain + (bold if name else 0.0) + MARK + AROUND
