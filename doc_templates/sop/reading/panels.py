"""The six panels: the content under a label as items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop import codes as sop_codes
from doc_templates.sop.reading import codes
from doc_templates.sop.reading.lists import Split, joined_schools, split_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doc_templates.sop.reading.identity import Piece
    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Cell


def read_panels(panels: Mapping[str, Sequence[Piece]], ledger: Ledger) -> dict[str, Any]:
    """The data of each panel that the old file has."""
    return {name: _panel(name, pieces, ledger) for name, pieces in panels.items()}


def _panel(name: str, pieces: Sequence[Piece], ledger: Ledger) -> dict[str, Any]:
    split = split_list("\n".join(each.text for each in pieces))
    cells = list(dict.fromkeys(each.cell for each in pieces))
    for cell in cells:
        ledger.take(cell, f"{name}.butir")
    if split.numbered:
        ledger.spoken += [f"{number}." for number in range(1, len(split.items) + 1)]
    _tell(name, split, cells, ledger)
    return {"butir": list(split.items), "bernomor": split.numbered}


def _tell(name: str, split: Split, cells: Sequence[Cell], ledger: Ledger) -> None:
    place = f"{name}.butir"
    if split.way == "tersambung":
        sentence = (
            f"Daftar bernomor di dalam satu teks dipisah menjadi {len(split.items)} butir; "
            "mohon cocokkan dengan naskah lama."
        )
        ledger.notice(codes.LIST.at(place, sentence), *cells)
    if split.way == "dugaan":
        sentence = (
            f"Teks tanpa nomor dipisah menjadi {len(split.items)} butir menurut kata pembukanya; "
            "gabungkan kembali bila bukan daftar."
        )
        ledger.notice(codes.LIST_GUESSED.at(place, sentence, *split.items), *cells)
    for at, item in enumerate(split.items):
        if parts := joined_schools(item):
            sentence = (
                f"“{item}” tampak berisi beberapa butir yang tersambung, tetapi batasnya tidak "
                "tertulis; pisahkan bila memang demikian."
            )
            ledger.notice(sop_codes.LIST_UNSPLIT.at(f"{place}[{at}]", sentence, *parts), *cells)
