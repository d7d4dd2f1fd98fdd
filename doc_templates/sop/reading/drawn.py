"""A flowchart that Lontar drew itself, read back from the alternative texts of its shapes.

Its shapes hang in front of the table, so no lane holds them; but each says for screen readers which
step and lane it belongs to, as ``bagan/keterangan.py`` words it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args

from doc_templates.sop.model import Peran, step_key
from doc_templates.sop.reading import codes
from doc_templates.sop.reading.lanes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Shape

_SYMBOL: Final = re.compile(
    r"Langkah (?P<step>\S+), (?P<lane>.+): (?P<what>[a-z]+(?: [a-z_]+)?)(?:; (?P<exits>.+))?"
)
_LINE: Final = re.compile(r"(?:Panah|Garis) |Sambungan [A-Z]+, |Jawaban ")
_EXIT: Final = re.compile(r"(?:^|, )(?P<label>[^,]+?) ke (?P<step>\S+?)(?=, |$)")
_FORMS: Final = {
    "mulai": "terminator",
    "selesai": "terminator",
    "proses": "proses",
    "keputusan": "keputusan",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one symbol says of itself."""

    step: str
    lane: str
    peran: str
    bentuk: str | None
    """None for one who only takes part."""
    exits: tuple[tuple[str, str], ...]

    @property
    def told(self) -> str:
        """Role and form, for people to read."""
        role = self.peran.replace("_", " ")
        return f"{role}, {self.bentuk}" if self.bentuk else role


def is_flowchart(shape: Shape) -> bool:
    """True for a symbol, an arrow or a label of a flowchart that Lontar drew."""
    return _SYMBOL.fullmatch(shape.alternative) is not None or bool(_LINE.match(shape.alternative))


def read_drawn(
    shapes: Sequence[Shape],
    lajur: Sequence[Mapping[str, str]],
    kegiatan: Sequence[dict[str, Any]],
    ledger: Ledger,
) -> None:
    """Add what the symbols say to the steps; the words in them are the form's own."""
    ledger.spoken += [shape.text for shape in shapes]
    symbols = list(_symbols(shapes))
    ids = {lane["nama"]: lane["id"] for lane in lajur}
    for at, step in enumerate(kegiatan):
        own = [
            each for each in symbols if each.step == step_key(step["nomor"]) and each.lane in ids
        ]
        if own:
            # Who bears the step's own symbol comes first, as in the data that were drawn.
            own.sort(key=lambda each: each.bentuk is None)
            _add(own, step, ids)
            told = ", ".join(f"{each.lane} ({each.told})" for each in own)
            sentence = (
                f"Langkah {own[0].step}: pelaksana, peran, dan bentuk dibaca dari teks alternatif "
                "lambang: "
                f"{told}; mohon pastikan."
            )
            ledger.notice(codes.SHAPE.at(f"kegiatan[{at}].pelaksana", sentence))


def _symbols(shapes: Iterable[Shape]) -> Iterator[Drawn]:
    for shape in shapes:
        if match := _SYMBOL.fullmatch(shape.alternative):
            what, exits = match["what"], match["exits"] or ""
            takes_part = what.startswith("turut ")
            role = what.removeprefix("turut ")
            known = role if role in get_args(Peran) else UNKNOWN
            yield Drawn(
                match["step"],
                match["lane"],
                known if takes_part else "melakukan",
                None if takes_part else _FORMS.get(what),
                tuple((each["label"], each["step"]) for each in _EXIT.finditer(exits)),
            )


def _add(own: Sequence[Drawn], step: dict[str, Any], ids: Mapping[str, str]) -> None:
    step["pelaksana"] = [{"lajur": ids[each.lane], "peran": each.peran} for each in own]
    for each in own:
        if each.bentuk:
            step["bentuk"] = each.bentuk
        if each.bentuk == "keputusan":
            step.update(_answers(each))


def _answers(drawn: Drawn) -> dict[str, str]:
    """The exits of a decision: those called Ya and Tidak by their names, others in their order."""
    free = ["ya", "tidak"]
    found = {}
    for label, target in sorted(drawn.exits, key=lambda exit_: exit_[0].lower() not in free):
        name = label.lower() if label.lower() in free else free[0] if free else None
        if name is None:
            continue
        free.remove(name)
        found[name] = target
        if label.lower() != name:
            found[f"label_{name}"] = label
    return found
