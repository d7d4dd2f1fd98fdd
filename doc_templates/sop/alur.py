"""The flow of an SOP: which row leads to which, read from the model alone.

Nothing is invented: an answer that nobody filled in, a target that does not exist and a step that
points to itself give no arrow; check_flow.py tells of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from doc_templates.sop.model import step_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doc_templates.sop.model import Langkah, Sop

Jawaban = Literal["", "ya", "tidak"]
SELESAI: Final = "selesai"
"""In ``lanjut``: the work ends with this step."""


@dataclass(frozen=True, slots=True)
class Panah:
    """One arrow; rows are counted from 0 in ``kegiatan``."""

    dari: int
    ke: int
    label: str = ""
    """Printed at the exit of a decision, as the office words it; empty elsewhere."""
    jawaban: Jawaban = ""
    """Which exit of a decision it is; empty for the only exit of another step."""

    @property
    def mundur(self) -> bool:
        """True for an arrow back to a row above."""
        return self.ke < self.dari


@dataclass(frozen=True, slots=True)
class Alur:
    """The whole flow of one SOP."""

    langkah: Mapping[str, int]
    """Key of a step → its row; the first one wins where two rows bear the same number."""
    panah: tuple[Panah, ...]
    """In the order of the rows that they leave; Ya before Tidak."""
    mulai: tuple[int, ...]
    """Rows where work begins: the first, and each terminator that no row above leads to."""
    akhir: tuple[int, ...]
    """Rows that mean to end: a terminator led to from above, ``selesai``, the last row."""

    def keluar(self, row: int) -> tuple[Panah, ...]:
        """The arrows that leave a row."""
        return tuple(each for each in self.panah if each.dari == row)

    def masuk(self, row: int) -> tuple[Panah, ...]:
        """The arrows that come to a row."""
        return tuple(each for each in self.panah if each.ke == row)


def alur_of(model: Sop) -> Alur:
    """Read the flow: the row below by default, ``lanjut``, ``ya`` and ``tidak`` where given."""
    rows = model.kegiatan
    index = _index(rows)
    arrows: list[Panah] = []
    starts: list[int] = []
    ends: list[int] = []
    led_to: set[int] = set()
    for at, step in enumerate(rows):
        if at == 0 or (step.bentuk == "terminator" and at not in led_to):
            starts.append(at)
        stops = at == len(rows) - 1 or (step.bentuk == "terminator" and at in led_to)
        leaving = list(_exits(step, at, index, stops=stops))
        if step.bentuk != "keputusan" and _ends(step, stops=stops):
            ends.append(at)
        arrows += leaving
        led_to.update(each.ke for each in leaving if not each.mundur)
    return Alur(index, tuple(arrows), tuple(starts), tuple(ends))


def target_of(text: str | None) -> str | None:
    """The key that an exit names, or None where it is left blank."""
    return step_key(text or "") or None


def is_end(text: str | None) -> bool:
    """True where ``lanjut`` says that the work ends here."""
    return (target_of(text) or "").lower() == SELESAI


def _index(rows: Sequence[Langkah]) -> Mapping[str, int]:
    index: dict[str, int] = {}
    for at, step in enumerate(rows):
        index.setdefault(step.kunci, at)
    return index


def _ends(step: Langkah, *, stops: bool) -> bool:
    return is_end(step.lanjut) or (stops and target_of(step.lanjut) is None)


def _exits(step: Langkah, at: int, index: Mapping[str, int], *, stops: bool) -> Iterator[Panah]:
    if step.bentuk == "keputusan":
        yield from _arrow(at, index, step.ya, step.label_ya, "ya")
        yield from _arrow(at, index, step.tidak, step.label_tidak, "tidak")
    elif is_end(step.lanjut):
        return
    elif target_of(step.lanjut) is not None:
        yield from _arrow(at, index, step.lanjut)
    elif not stops:
        yield Panah(at, at + 1)


def _arrow(
    at: int, index: Mapping[str, int], target: str | None, label: str = "", jawaban: Jawaban = ""
) -> Iterator[Panah]:
    key = target_of(target)
    row = None if key is None else index.get(key)
    if row is not None and row != at:
        yield Panah(at, row, label, jawaban)
