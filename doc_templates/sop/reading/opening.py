"""Cover, letterhead and unit: which of the lines before and beside the identity fields is what.

Nothing labels these lines, so their places are inferences, and each group is told as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop.reading import codes
from doc_templates.sop.reading.identity import Piece
from doc_templates.sop.reading.offices import (
    government_and_office,
    is_address,
    is_contact,
    is_title,
    is_year,
    names_government,
    names_office,
    names_unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.reading.identity import Identity
    from doc_templates.sop.reading.ledger import Ledger


def read_opening(sheet: Identity, ledger: Ledger) -> dict[str, Any]:
    """The data ``sampul``, ``kop`` and ``unit``, as far as there are any."""
    beside, unit = _beside(sheet)
    cover, head = (sheet.opening, beside) if beside else _parted(sheet.opening)
    data: dict[str, Any] = {}
    if cover:
        data["sampul"] = _cover(cover, ledger)
        _tell("sampul", "sampul", cover, ledger)
    if head:
        data["kop"] = _letterhead(head, ledger)
        _tell("kop", "kop", head, ledger)
    if unit:
        data["unit"] = " ".join(_texts(unit))
        _take(unit, "unit", ledger)
        _tell("unit", "unit penyusun", unit, ledger)
    return data


def _beside(sheet: Identity) -> tuple[list[Piece], list[Piece]]:
    """Letterhead and unit in the cells beside the fields."""
    cells = [Piece(cell.text, cell).lines for cell in sheet.beside]
    lines = [line for each in cells for line in each]
    if not lines:
        return [], []
    if len(cells) > 1 and names_government(cells[0][0].text):
        rest = [line for each in cells[1:] for line in each]
        first_unit = next((at for at, each in enumerate(rest) if names_unit(each.text)), len(rest))
        if first_unit == len(rest) and not any(names_office(each.text) for each in rest):
            first_unit = 0
        return [*cells[0], *rest[:first_unit]], rest[first_unit:]
    at = next((at for at, each in enumerate(lines) if at and names_unit(each.text)), len(lines))
    if not any(names_office(each.text) for each in lines[:at]):
        return [], lines
    return lines[:at], lines[at:]


def _parted(lines: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Cover and letterhead where both stand above the fields."""
    start = max((at for at, each in enumerate(lines) if names_government(each.text)), default=None)
    if start is None:
        return list(lines), []
    end = start + 1
    while end < len(lines) and _continues(lines[start:end], lines[end]):
        end += 1
    return [*lines[:start], *lines[end:]], list(lines[start:end])


def _continues(head: Sequence[Piece], line: Piece) -> bool:
    if is_contact(line.text) or is_address(line.text):
        return True
    ended = any(is_contact(each.text) or is_address(each.text) for each in head)
    return not ended and not is_title(line.text) and not is_year(line.text)


def _letterhead(lines: Sequence[Piece], ledger: Ledger) -> dict[str, Any]:
    head: dict[str, Any] = {}
    office: list[str] = []
    contact: list[str] = []
    address: list[str] = []
    for each in _one_line_parted(lines, ledger):
        if names_government(each.text) and "pemerintah" not in head:
            head["pemerintah"] = each.text
            ledger.take(each.cell, "kop.pemerintah")
        elif is_address(each.text):
            address.append(each.text)
            ledger.take(each.cell, "kop.alamat")
        elif is_contact(each.text):
            contact.append(each.text)
            ledger.take(each.cell, "kop.kontak")
        else:
            (address or office).append(each.text)
            ledger.take(each.cell, "kop.alamat" if address else "kop.instansi")
    if office:
        head["instansi"] = office
    if address:
        head["alamat"] = "\n".join(address)
    if contact:
        head["kontak"] = contact
    return head


def _one_line_parted(lines: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """Government and office of a letterhead that stands on one line."""
    if len(lines) > 1 and names_office(lines[1].text):
        return list(lines)
    first = lines[0]
    parts = government_and_office(first.text)
    if len(parts) > 1:
        ledger.notice(
            codes.PLACED.at(
                "kop",
                f"“{first.text}” dipisah menjadi nama pemerintah dan instansi; mohon pastikan.",
                *parts,
            ),
            first.cell,
        )
    return [*(Piece(part, first.cell) for part in parts), *lines[1:]]


def _cover(lines: Sequence[Piece], ledger: Ledger) -> dict[str, Any]:
    _take(lines, "sampul", ledger)
    texts = _texts(lines)
    start = next((at for at, text in enumerate(texts) if is_title(text)), None)
    if start is None:
        start = next((at for at, text in enumerate(texts) if not names_office(text)), 0)
    end = start + 1
    while end < len(texts) and not is_year(texts[end]) and not names_office(texts[end]):
        end += 1
    below = texts[end:]
    year = next((text for text in below if is_year(text)), None)
    if year is not None:
        below.remove(year)
    parts = {"atas": texts[:start], "judul": texts[start:end], "tahun": year, "bawah": below}
    return {name: part for name, part in parts.items() if part}


def _take(lines: Sequence[Piece], where: str, ledger: Ledger) -> None:
    for each in lines:
        ledger.take(each.cell, where)


def _texts(lines: Sequence[Piece]) -> list[str]:
    return [each.text for each in lines]


def _tell(where: str, name: str, lines: Sequence[Piece], ledger: Ledger) -> None:
    cells = list(dict.fromkeys(each.cell for each in lines))
    sentence = (
        f"{len(lines)} baris tanpa label, mulai “{lines[0].text}”, dibaca sebagai {name}; "
        "mohon pastikan."
    )
    ledger.notice(codes.PLACED.at(where, sentence), cells[0], *cells[-1:][: len(cells) - 1])
