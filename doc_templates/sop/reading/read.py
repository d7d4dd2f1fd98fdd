"""An old SOP, DOCX or text, read into data: nothing is lost, and no inference is silent."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from doc_templates import codes as shared
from doc_templates.errors import OldFileForeign, OldFileUnfit
from doc_templates.old_file import Reading
from doc_templates.sop.model import Sop
from doc_templates.sop.reading import codes
from doc_templates.sop.reading.activities import read_activities
from doc_templates.sop.reading.drawn import read_drawn
from doc_templates.sop.reading.files import decoded, is_word
from doc_templates.sop.reading.fitting import choose_profile, tell_profile
from doc_templates.sop.reading.heads import find_heads
from doc_templates.sop.reading.identity import read_identity
from doc_templates.sop.reading.ledger import Ledger
from doc_templates.sop.reading.leftovers import leave_untaken
from doc_templates.sop.reading.marks import strip_marks
from doc_templates.sop.reading.opening import read_opening
from doc_templates.sop.reading.panels import read_panels
from doc_templates.sop.reading.plain import rows_of_text
from doc_templates.sop.reading.rows import Pages
from doc_templates.sop.reading.signing import read_signing
from doc_templates.sop.reading.title import part_title, read_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.reading.identity import Identity
    from doc_templates.sop.reading.marks import Stripped
    from doc_templates.sop.reading.rows import Cell, Row

FEW: Final = 2
"""Labels below which a file without an activity sheet is no SOP."""
_NO_TABLE: Final = (
    "Tabel kegiatan tidak ditemukan: tidak ada kepala kolom Kegiatan dengan Kelengkapan, Waktu, "
    "dan Output; isilah lajur dan kegiatan sendiri."
)


def read(name: str, content: bytes, *, profile: str | None = None) -> Reading:
    """Read an old SOP.

    Args:
        name: of the file, as the data will name it.
        content: its bytes.
        profile: the profile that a person wants; chosen by the labels when None.

    Raises:
        OldFileError: the file cannot be read; the sentence says why.
        ProfileUnknown: there is no such profile.
    """
    ledger = Ledger()
    pages = _pages(name, content, ledger)
    rows, marks = _stripped(pages.rows)
    notes, more_marks = _stripped(pages.beside)
    data = _data(name, replace(pages, rows=rows), ledger, wanted=profile)
    leave_untaken([*rows, *notes], data, ledger)
    _tell_marks([*marks, *more_marks], ledger)
    # Names of files may hold what no text can: bytes of another encoding, control characters.
    shown = "".join(each if each.isprintable() else "\ufffd" for each in name)
    data["asal"] = {"berkas": shown, "sha256": hashlib.sha256(content).hexdigest()}
    try:
        model = Sop.model_validate(data)
    except ValidationError as error:
        raise OldFileUnfit(name, _reason(error)) from error
    return Reading(model, ledger.noticed)


def _pages(name: str, content: bytes, ledger: Ledger) -> Pages:
    if not is_word(name, content):
        text = decoded(name, content)
        if text.remark:
            ledger.notice(codes.ENCODING.at("", text.remark))
        return Pages(rows_of_text(name, text.text))
    # python-docx is loaded only for those who bring a DOCX.
    from doc_templates.sop.reading.word import pages_of_word  # noqa: PLC0415

    pages = pages_of_word(name, content)
    if pages.revised:
        sentence = (
            "Naskah lama memuat perubahan terlacak; dibaca seolah-olah semuanya sudah diterima, "
            "mohon pastikan."
        )
        ledger.notice(codes.REVISION.at("", sentence))
    return pages


def _stripped(rows: Sequence[Row]) -> tuple[list[Row], list[tuple[Cell, Stripped]]]:
    """The rows without marks, and the marks of each cell that had some."""
    clean = []
    marks = []
    for row in rows:
        cells = []
        for cell in row.cells:
            stripped = strip_marks(cell.text)
            cells.append(replace(cell, text=stripped.text))
            if stripped.has_marks:
                marks.append((cells[-1], stripped))
        if any(cell.text or cell.shapes for cell in cells):
            clean.append(replace(row, cells=tuple(cells)))
    return clean, marks


def _data(name: str, pages: Pages, ledger: Ledger, *, wanted: str | None) -> dict[str, Any]:
    rows = pages.rows
    heads = find_heads(rows)
    before, title = part_title(rows[: heads.first] if heads else rows)
    sheet = read_identity(before, ledger)
    if heads is None and len(ledger.labels) < FEW:
        raise OldFileForeign(name, "SOP")
    steps = read_activities(rows, heads, ledger) if heads else None
    data: dict[str, Any] = {
        **read_opening(sheet, ledger),
        **_fields(sheet, ledger),
        **read_signing(
            sheet.fields.get("disahkan_oleh"), rows[steps.end :] if steps else (), ledger
        ),
        **read_panels(sheet.panels, ledger),
        **read_title(title, ledger),
    }
    if steps:
        read_drawn(pages.flowchart, steps.lajur, steps.kegiatan, ledger)
        data |= {"lajur": steps.lajur, "kegiatan": steps.kegiatan}
    else:
        ledger.notice(codes.NO_TABLE.at("kegiatan", _NO_TABLE))
    letak = heads.letak if heads else None
    chosen = choose_profile(ledger.labels, letak, wanted=wanted)
    tell_profile(chosen, ledger.labels, letak, ledger, wanted=wanted is not None)
    return {"profil": chosen, **data}


def _fields(sheet: Identity, ledger: Ledger) -> dict[str, str]:
    """The fields of one text each; who signs is read apart."""
    found = {}
    for name, pieces in sheet.fields.items():
        if name == "disahkan_oleh":
            continue
        for piece in pieces:
            ledger.take(piece.cell, name)
        found[name] = " ".join(line.text for piece in pieces for line in piece.lines)
    return found


def _tell_marks(marks: Sequence[tuple[Cell, Stripped]], ledger: Ledger) -> None:
    for cell, stripped in marks:
        kinds = (
            (shared.HTML, "HTML", stripped.html),
            (shared.MARKDOWN, "Markdown", stripped.markdown),
            (codes.CONTROL, "kendali", stripped.control),
        )
        for code, kind, found in kinds:
            if signs := dict.fromkeys(found):
                sentence = f"Tanda {kind} {' '.join(signs)} dilepas dari teks."
                ledger.notice(code.at(ledger.where(cell), sentence), cell)


def _reason(error: ValidationError) -> str:
    """The first thing that the model refuses."""
    first = error.errors(include_url=False)[0]
    if first["type"] in {"value_error", "assertion_error"}:
        return str(first.get("ctx", {}).get("error", first["msg"]))
    return f"{'.'.join(map(str, first['loc']))} tidak sesuai ({first['msg']})"
