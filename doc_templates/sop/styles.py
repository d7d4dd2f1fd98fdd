"""The paragraph styles of the form, and how tall a paragraph of each will be.

One list for the script that draws the form and for the layout that reckons with it. A form that
an office changed in Word only makes the estimate less exact: rows always grow with their text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.forge import Style

if TYPE_CHECKING:
    from doc_templates.typefaces import Typeface

BODY: Final = 10.0
"""Type of the identity sheet as the form has it, points."""

STYLES: Final = (
    Style("Normal", "Normal"),
    Style("Heading1", "heading 1", size=13, bold=True, align="center", after=8, outline=0),
    Style("InstansiSampul", "Instansi Sampul", size=18, bold=True, align="center"),
    Style("JudulSampul", "Judul Sampul", size=26, bold=True, align="center", outline=0),
    Style("GarisSampul", "Garis Sampul", size=14),
    Style("TahunSampul", "Tahun Sampul", size=18, bold=True, align="center", before=16),
    Style("KakiSampul", "Kaki Sampul", size=18, bold=True, align="center"),
    Style("Lambang", "Ruang Lambang", size=8, align="center", before=44),
    Style("KopPemerintah", "Kop Pemerintah", size=11, bold=True, align="center"),
    Style("KopInstansi", "Kop Instansi", size=13, bold=True, align="center"),
    Style("KopAlamat", "Kop Alamat", size=8.5, align="center", before=2),
    Style("GarisKop", "Garis Kop", size=10, after=8),
    Style("Unit", "Unit", size=11, bold=True, align="center", before=8),
    Style("JudulPanel", "Judul Panel", bold=True),
    Style("Tengah", "Tengah", align="center"),
    Style("Konsiderans", "Konsiderans", size=11, align="both", after=4),
    Style("JudulKeputusan", "Judul Keputusan", size=12, bold=True, align="center", before=8),
    Style("Sela", "Sela", size=5),
    Style("Tembusan", "Tembusan", size=9.5),
    Style("TandaKeputusan", "Tanda Tangan Keputusan", size=11, left=85),
    Style("KepalaTabel", "Kepala Tabel", size=9.5, bold=True, align="center"),
    Style("Sel", "Sel", size=9.5),
    Style("SelTengah", "Sel Tengah", size=9.5, align="center"),
    Style("SelLajur", "Sel Lajur", size=1, exact=1),
    Style("Jangkar", "Jangkar", size=1, exact=1, keep_next=True),
    Style("Jarak", "Jarak", size=2),
)
_BY_ID: Final = {each.id: each for each in STYLES}
_MM: Final = 25.4 / 72


def size_of(style: str) -> float:
    """Type size of a style, points."""
    return _BY_ID[style].size or BODY


def left_of(style: str) -> float:
    """Indent of a style, mm."""
    return _BY_ID[style].left


def height_of(
    style: str,
    text: str,
    *,
    width: float,
    face: Typeface,
    scale: float = 1.0,
    bold: bool | None = None,
) -> float:
    """How tall a paragraph will be, millimetres.

    Args:
        style: its id.
        text: with its typed line breaks.
        width: room for the text, mm.
        face: the family that it is printed in.
        scale: type size over that of the style.
        bold: where the runs say otherwise than the style.
    """
    own = _BY_ID[style]
    thick = own.bold if bold is None else bold
    points = round(2 * size_of(style) * scale) / 2
    lines = face.line_count(text, width, points=points, bold=thick)
    return lines * face.line_height(points, bold=thick) + (own.before + own.after) * _MM
