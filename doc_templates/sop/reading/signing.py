"""Who signs: the row “Disahkan oleh” and the block under the activity sheet, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop.reading import codes
from doc_templates.sop.reading.signature import Block, is_post, read_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.reading.identity import Piece
    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Cell, Row


def read_signing(
    row: Sequence[Piece] | None, closing: Sequence[Row], ledger: Ledger
) -> dict[str, Any]:
    """The data ``pengesahan`` and ``disahkan_oleh``.

    Args:
        row: what stands beside “Disahkan oleh”; None where that label is absent.
        closing: the rows under the activity sheet.
        ledger: keeps account.
    """
    cells = _closing_cells(closing)
    foot = read_block([line for cell in cells for line in cell.lines])
    if foot.is_signed:
        return {**_row_text(row, ledger), **_signed(foot, "penutup", cells, ledger)}
    beside = list(dict.fromkeys(piece.cell for piece in row or ()))
    block = read_block([line.text for piece in row or () for line in piece.lines])
    if not block.is_signed and not is_post(block.post or ""):
        return _row_text(row, ledger)
    return _signed(block, "identitas", beside, ledger)


def _closing_cells(closing: Sequence[Row]) -> list[Cell]:
    """The cells of the signature block; beside another one, the rightmost that is signed."""
    columns: dict[int, list[Cell]] = {}
    for row in closing:
        for cell in row.filled:
            columns.setdefault(cell.start, []).append(cell)
    for start in sorted(columns, reverse=True):
        if read_block([line for cell in columns[start] for line in cell.lines]).is_signed:
            return columns[start]
    return []


def _row_text(row: Sequence[Piece] | None, ledger: Ledger) -> dict[str, Any]:
    if row is None:
        return {}
    for piece in row:
        ledger.take(piece.cell, "disahkan_oleh")
    return {"disahkan_oleh": "\n".join(piece.text for piece in row)}


def _signed(block: Block, place: str, cells: Sequence[Cell], ledger: Ledger) -> dict[str, Any]:
    for cell in cells:
        ledger.take(cell, "pengesahan.pejabat")
    ledger.spoken.append("NIP.")
    if block.guessed:
        parts = ", ".join(f"{name} “{part}”" for name, part in block.official.items())
        sentence = f"Tanda tangan yang tertulis sebaris dipisah menjadi {parts}; mohon pastikan."
        ledger.notice(codes.SIGNATURE.at("pengesahan.pejabat", sentence), *cells)
    for line in block.rest:
        owner = next((cell for cell in cells if line in cell.text), cells[0])
        ledger.leave(line, owner, "bukan bagian tanda tangan yang dikenal")
    signing: dict[str, Any] = {"letak": place, "pejabat": block.official}
    if block.tempat_tanggal:
        signing["tempat_tanggal"] = block.tempat_tanggal
    if block.baris_atas:
        signing["baris_atas"] = block.baris_atas
    return {"pengesahan": signing}
