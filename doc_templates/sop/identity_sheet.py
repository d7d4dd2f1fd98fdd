"""The identity sheet: its grid over the whole type area, its panels down to the foot.

The measures repeat those of template.docx. A form that an office changed in Word only makes the
estimate less exact: rows always grow with their text, nothing is ever cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.heights import LINE, SLACK, Text, fill_up
from doc_templates.sop.tables import W, set_grid, set_least_height

if TYPE_CHECKING:
    from doc_templates.sop.model import Panel, Pengesahan, Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil

BODY: Final = 10.0
"""Type of the identity sheet, points."""
MARK: Final = 17.0
"""Height of the place for a signature, mm."""
ROW: Final = 8.0
NAME_ROW: Final = 10.0
CELL: Final = 2.2
"""Space above and below the text of a cell, with its lines, mm."""
PANEL_SIDES: Final = 3.65
HANGING: Final = 6.0
TITLE: Final = 13 * LINE + 8 * 25.4 / 72
_LEFT_SHARE: Final = 132 / 273
"""Of the identity sheet's width, for the left panels."""
_PAIRS: Final = (
    ("dasar_hukum", "kualifikasi"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)


def lay_identity(
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    """Widen the grid to the type area and let the six panels use up the page."""
    stretch(table, room.width)
    natural = [_pair_height(model, pair, room.width) for pair in _PAIRS]
    left = room.height - _upper_height(model, form) - _heading_height(model, form) - SLACK
    for line, height in zip(
        table.findall(f"{W}tr")[-len(_PAIRS) :], fill_up(natural, room=left), strict=True
    ):
        set_least_height(line, height)


def stretch(table: Any, width: float) -> None:  # noqa: ANN401 - lxml has no types
    """Widen a table of the form in proportion, to that many millimetres."""
    drawn = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
    set_grid(table, [each * width / sum(drawn) for each in drawn])


def _pair_height(model: Sop, pair: tuple[str, str], width: float) -> float:
    shares = (_LEFT_SHARE, 1 - _LEFT_SHARE)
    return max(
        _panel_height(getattr(model, name), width * share - PANEL_SIDES)
        for name, share in zip(pair, shares, strict=True)
    )


def _panel_height(panel: Panel | None, width: float) -> float:
    if panel is None:
        return CELL
    room = width - HANGING if panel.bernomor else width
    items = sum(Text(item, room, BODY).height for item in panel.butir)
    return BODY * LINE + items + CELL


def _upper_height(model: Sop, form: Profil) -> float:
    """The rows beside the letterhead."""
    signed_here = model.pengesahan is not None and model.pengesahan.letak == "identitas"
    height = NAME_ROW
    for row in form.baris:
        if row.isian == "disahkan_oleh" and signed_here:
            height += signature_height(model.pengesahan)
        elif row.isian == "nomor" or getattr(model, row.isian) is not None:
            height += ROW
    return height - (ROW if model.nama_sop is not None else 0)


def _heading_height(model: Sop, form: Profil) -> float:
    """Lines over the grid, where the profile puts the title there."""
    cover = model.sampul
    if cover is None or form.sampul == "halaman":
        return 2.0
    lines = [*cover.atas, *cover.bawah, *([cover.tahun] if cover.tahun else [])]
    return TITLE * len(cover.judul) + len(lines) * (13 * LINE + 3)


def signature_height(signing: Pengesahan | None) -> float:
    """Height of a signature block in millimetres, with the place to sign."""
    if signing is None:
        return 0.0
    official = signing.pejabat
    lines = (signing.tempat_tanggal, signing.baris_atas, official.sebutan)
    under = (official.nama, official.pangkat, official.nip)
    return MARK + sum(BODY * LINE for each in (*lines, *under) if each) + CELL + 1.5
