"""The two sheets of an SOP as heights: what stands on them, and how tall that will be.

The measures repeat those of template.docx. A form that an office changed in Word only makes the
estimate less exact: rows always grow with their text, nothing is ever cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.heights import LINE, SLACK, Sheet, Text, fill_up, line_count
from doc_templates.sop.tables import W, set_least_height

if TYPE_CHECKING:
    from doc_templates.sop.model import Langkah, Panel, Sop
    from doc_templates.sop.profiles import Profil
    from doc_templates.sop.widths import Plan

BODY: Final = 10.0
"""Type of the identity sheet, points."""
MARK: Final = 17.0
"""Height of the place for a signature, mm."""
ROW: Final = 8.0
NAME_ROW: Final = 10.0
CELL: Final = 2.2
"""Space above and below the text of a cell, with its lines, mm."""
SIDES: Final = 2.45
"""Space beside the text of an activity cell, with its lines, mm."""
PANEL_SIDES: Final = 3.65
HANGING: Final = 6.0
SYMBOL: Final = 15 * 0.85 * LINE
WORDS: Final = 7.5 * LINE
TITLE: Final = 13 * LINE + 8 * 25.4 / 72
LEGEND: Final = 5.0
_LEFT_SHARE: Final = 132 / 273
"""Of the identity sheet's width, for the left panels."""
_PAIRS: Final = (
    ("dasar_hukum", "kualifikasi"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)


@dataclass(frozen=True, slots=True)
class Room:
    """The type area of a page, in millimetres."""

    width: float
    height: float


def sheet_of(model: Sop, form: Profil, plan: Plan, room: Room) -> Sheet:
    """The heights of the activity sheet when its columns are as planned."""
    return Sheet(
        page=room.height,
        opening=TITLE if model.judul_tabel else 2.0,
        head=_head_height(model, form, plan),
        rows=tuple(_row_height(model, step, plan) for step in model.kegiatan),
        closing=_closing_height(model),
    )


def fill_identity(
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    """Let the six panels use up the page, so that the frame reaches its foot."""
    natural = [_pair_height(model, pair, room.width) for pair in _PAIRS]
    left = room.height - _upper_height(model, form) - _heading_height(model, form) - SLACK
    for line, height in zip(
        table.findall(f"{W}tr")[-len(_PAIRS) :], fill_up(natural, room=left), strict=True
    ):
        set_least_height(line, height)


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
            height += _signature_height(model)
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


def _signature_height(model: Sop) -> float:
    signing = model.pengesahan
    if signing is None:
        return 0.0
    official = signing.pejabat
    lines = (signing.tempat_tanggal, signing.baris_atas, official.sebutan)
    under = (official.nama, official.pangkat, official.nip)
    return MARK + sum(BODY * LINE for each in (*lines, *under) if each) + CELL + 1.5


def _closing_height(model: Sop) -> float:
    legend = LEGEND if any(step.pelaksana for step in model.kegiatan) else 1.0
    here = model.pengesahan is not None and model.pengesahan.letak == "penutup"
    return legend + (_signature_height(model) if here else 0.0) + 1.5


def _head_height(model: Sop, form: Profil, plan: Plan) -> float:
    upper = plan.points * LINE + CELL
    if plan.upright is not None:
        return upper + plan.upright
    lanes = plan.widths[2 : 2 + len(model.lajur)]
    quality = plan.widths[2 + max(1, len(model.lajur)) :]
    heads = [lane.nama for lane in model.lajur]
    heads += [form.kolom.kelengkapan, form.kolom.waktu, form.kolom.output]
    lines = max(
        line_count(head, width - SIDES, plan.points, bold=True)
        for head, width in zip(heads, (*lanes, *quality), strict=False)
    )
    return upper + lines * plan.points * LINE + CELL


def _row_height(model: Sop, step: Langkah, plan: Plan) -> float:
    lanes = max(1, len(model.lajur))
    texts = (
        step.nomor,
        step.uraian,
        *("",) * lanes,
        step.mutu_baku.kelengkapan or "",
        step.mutu_baku.waktu or "",
        step.mutu_baku.output or "",
        step.keterangan or "",
    )
    written = max(
        Text(text, width - SIDES, plan.points).height
        for text, width in zip(texts, plan.widths, strict=False)
    )
    words = {"keputusan": 2, "terminator": 1}.get(step.bentuk, 0)
    if any(each.peran not in ("melakukan", "tidak_diketahui") for each in step.pelaksana):
        words = max(words, 1)
    drawn = SYMBOL + words * WORDS if step.pelaksana else SYMBOL
    return max(written, drawn) + CELL - 0.8
