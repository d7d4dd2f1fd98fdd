"""One row of the activity sheet as one step: number, words, quality, and who acts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.reading import codes
from doc_templates.sop.reading.labels import QUALITY
from doc_templates.sop.reading.lanes import UNKNOWN, Acting, answers, read_cell, read_shapes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doc_templates.sop.reading.heads import Heads
    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Cell, Row, Shape

_NUMBER: Final = re.compile(r"\(?\d+(?:[.,-]\d+)*\.?[a-z]?[.)]?|[a-z][.)]", re.IGNORECASE)
_FEW: Final = 2
"""A heading inside the sheet has a letter and a name, no more."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row sorted by the columns under which its cells stand."""

    row: Row
    texts: Mapping[str, Cell]
    """Name of a column → its first cell with words."""
    lanes: Mapping[str, Cell]
    """Id of a lane → its cell."""
    shapes: Mapping[str, tuple[Shape, ...]] = field(default_factory=dict)
    """Id of a lane → what is drawn over it."""
    astray: tuple[tuple[Shape, Cell], ...] = ()
    """Shapes over no lane."""

    @property
    def is_step(self) -> bool:
        """True for a numbered row, or one with the words of an activity."""
        number = self.texts.get("nomor")
        if number is None:
            return "uraian" in self.texts
        if is_number(number.line):
            return True
        return "uraian" in self.texts and len(self.texts) > _FEW

    @property
    def goes_on(self) -> bool:
        """True where it continues the row above: merged with it, or without words of its own."""
        if "nomor" in self.texts:
            return False
        first = self.row.cells[0]
        return first.merged or "uraian" not in self.texts


def is_number(text: str) -> bool:
    """``1``, ``2.``, ``3a``, ``(4)``."""
    return _NUMBER.fullmatch(text) is not None


def sorted_row(row: Row, heads: Heads, lanes: Mapping[Cell, str]) -> Line:
    """Sort the cells and shapes of a row under the columns of the head."""
    texts: dict[str, Cell] = {}
    cells: dict[str, Cell] = {}
    drawn: dict[str, tuple[Shape, ...]] = {}
    astray: list[tuple[Shape, Cell]] = []
    for cell in row.filled:
        column = heads.column_of(cell)
        if isinstance(column, str) and cell.text:
            texts.setdefault(column, cell)
        elif column is not None and not isinstance(column, str) and cell.text:
            cells.setdefault(lanes[column], cell)
        for shape in cell.shapes:
            over = next(
                (
                    key
                    for head, key in lanes.items()
                    if head.start
                    <= (cell.start if shape.column is None else shape.column)
                    < head.end
                ),
                None,
            )
            if over is None:
                astray.append((shape, cell))
            else:
                drawn[over] = (*drawn.get(over, ()), shape)
    return Line(row, texts, cells, drawn, tuple(astray))


def read_step(line: Line, at: int, heads: Heads, ledger: Ledger) -> dict[str, Any]:
    """The data of the step in a row."""
    number, words = line.texts.get("nomor"), line.texts.get("uraian")
    step: dict[str, Any] = {
        "nomor": number.line if number else "",
        "uraian": words.text if words else "",
    }
    where = f"kegiatan[{at}]"
    if number:
        ledger.take(number, f"{where}.nomor")
    else:
        sentence = f"Langkah “{step['uraian']}” tidak bernomor di naskah lama; beri nomor."
        ledger.notice(codes.ROW.at(f"{where}.nomor", sentence), *([words] if words else []))
    if words:
        ledger.take(words, f"{where}.uraian")
    _read_acting(line, step, where, ledger)
    step["mutu_baku"] = {
        name: _taken(line, name, f"{where}.mutu_baku.{name}", ledger)
        for name in QUALITY
        if name in heads.columns
    }
    if "keterangan" in heads.columns:
        step["keterangan"] = _taken(line, "keterangan", f"{where}.keterangan", ledger)
    return step


def join_step(line: Line, step: dict[str, Any], at: int, ledger: Ledger) -> None:
    """Add a row to the step above that it continues."""
    where = f"kegiatan[{at}]"
    for name, cell in line.texts.items():
        part = step["mutu_baku"] if name in QUALITY else step
        part[name] = "\n".join(each for each in (part.get(name) or "", cell.text) if each)
        ledger.take(cell, where)
    _read_acting(line, step, where, ledger)
    sentence = (
        f"Baris tanpa nomor di bawah langkah {step['nomor']} digabung ke langkah itu; "
        "mohon periksa."
    )
    ledger.notice(codes.ROW.at(where, sentence), *line.row.filled[:1])


def _taken(line: Line, name: str, where: str, ledger: Ledger) -> str:
    cell = line.texts.get(name)
    if cell is None:
        return ""
    ledger.take(cell, where)
    return cell.text


def _read_acting(line: Line, step: dict[str, Any], where: str, ledger: Ledger) -> None:
    """Who acts: the marks and shapes in the lanes, from left to right."""
    marked: list[tuple[str, Acting]] = []
    for key, cell in line.lanes.items():
        acting = read_cell(cell.text)
        if acting is None:
            ledger.leave(cell.text, cell, f"di lajur {key}, langkah {step['nomor']}")
            continue
        ledger.say(cell.text, cell)
        if acting.rest:
            ledger.leave(acting.rest, cell, f"di lajur {key}, langkah {step['nomor']}")
        marked.append((key, acting))
    for key, shapes in line.shapes.items():
        if (drawn := read_shapes(shapes)) and key not in dict(marked):
            marked.append((key, drawn))
    if marked:
        known = [each["lajur"] for each in step.get("pelaksana", ())]
        step["pelaksana"] = [
            *step.get("pelaksana", ()),
            *({"lajur": key, "peran": each.peran} for key, each in marked if key not in known),
        ]
        _read_form([each for _, each in marked], step)
    _tell(line, marked, step, where, ledger)


def _read_form(found: Sequence[Acting], step: dict[str, Any]) -> None:
    """The kind of symbol: the telling one where several are drawn in a row."""
    forms = [each.bentuk for each in found if each.bentuk]
    for form in ("keputusan", "terminator", "proses"):
        if form in forms:
            step["bentuk"] = form
            break
    for each in found:
        step.update(answers(each))


def _tell(
    line: Line,
    marked: Sequence[tuple[str, Acting]],
    step: dict[str, Any],
    where: str,
    ledger: Ledger,
) -> None:
    """No actor is read silently."""
    number = step["nomor"] or "tanpa nomor"
    cells = [line.lanes[key] for key, _ in marked if key in line.lanes]
    by_mark = [(key, each) for key, each in marked if not each.drawn]
    if by_mark:
        told = ", ".join(f"{each.by} di lajur {key}" for key, each in by_mark)
        role = "perannya tidak tertulis" if _unknown(by_mark) else "perannya menurut tanda itu"
        sentence = f"Langkah {number}: tanda {told} dibaca sebagai pelaksana; {role}."
        ledger.notice(codes.MARK.at(f"{where}.pelaksana", sentence), *cells)
    if by_shape := [(key, each) for key, each in marked if each.drawn]:
        told = ", ".join(f"{each.by} di lajur {key}" for key, each in by_shape)
        sentence = (
            f"Langkah {number}: lambang {told} dibaca sebagai pelaksana dan bentuk langkah; "
            "mohon cocokkan dengan gambar pada naskah lama."
        )
        ledger.notice(codes.SHAPE.at(f"{where}.pelaksana", sentence), *line.row.filled[:1])
    _tell_astray(line, number, where, ledger)


def _unknown(marked: Sequence[tuple[str, Acting]]) -> bool:
    return any(each.peran == UNKNOWN for _, each in marked)


def _tell_astray(line: Line, number: str, where: str, ledger: Ledger) -> None:
    """Shapes over no lane, and the words in shapes."""
    anchor = line.row.filled[0]
    if lost := [shape for shape, _ in line.astray if shape.sort not in ("garis", "lain")]:
        sentence = (
            f"Langkah {number}: {len(lost)} lambang tidak jelas lajurnya; tetapkan pelaksananya "
            "menurut gambar pada naskah lama."
        )
        ledger.notice(codes.SHAPE.at(f"{where}.pelaksana", sentence), anchor)
    shapes = [each for group in line.shapes.values() for each in group]
    for shape in [*shapes, *(each for each, _ in line.astray)]:
        if shape.text:
            ledger.leave(shape.text, anchor, f"tulisan di dalam gambar pada langkah {number}")
