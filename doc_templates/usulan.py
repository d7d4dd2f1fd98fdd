"""Proposals: changes to the data that a person may accept, never made by themselves.

A proposal is about the plain data of the file, so that accepting it touches one place and leaves
every other character as the office typed it. What was accepted is written down with it.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from doc_templates.errors import ProposalsConflict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

Keyakinan = Literal["tinggi", "sedang", "rendah"]
RECORD: Final = "penerimaan"
"""Where data keep what was accepted."""

Step = str | int


@dataclass(frozen=True, slots=True)
class Usulan:
    """One change that a person may choose."""

    kode: str
    """Names it within its document: family and place, such as ``LAJUR-3`` or ``NIP-2``."""
    tempat: str
    """Path in the data, such as ``kegiatan[2].pelaksana``; empty for the whole document."""
    semula: Any
    """Plain data there now. Of fields set together, an object with those fields."""
    menjadi: Any
    """Plain data to stand there. An object is laid over what is there; its keys are fields, or
    paths such as ``sampul.judul``."""
    alasan: str
    """One Indonesian sentence: which words give reason for it."""
    keyakinan: Keyakinan

    @property
    def rumpun(self) -> str:
        """The family: the first word of the code."""
        return self.kode.partition("-")[0]


def accept(
    data: dict[str, Any], chosen: Sequence[Usulan], *, oleh: str, pada: datetime
) -> dict[str, Any]:
    """The data with the chosen changes made and written down; all else stays as it is.

    Accepting again what was accepted before changes nothing and writes nothing down.

    Args:
        data: plain data as read from the file; not changed itself.
        chosen: proposals made from these data.
        oleh: who accepts.
        pada: when, with its zone.

    Raises:
        ProposalsConflict: two of them change the same place.
    """
    _refuse_conflicts(chosen)
    result = deepcopy(data)
    records = [_record(each, oleh, pada) for each in chosen if _apply(result, each)]
    if records:
        result[RECORD] = [*(result.get(RECORD) or ()), *records]
    return result


def _apply(data: dict[str, Any], proposal: Usulan) -> bool:
    """Make one change; False where everything already stands as proposed."""
    changed = False
    for path, value in _leaves(proposal):
        holder: Any = data
        for step in path[:-1]:
            if isinstance(holder, dict) and holder.get(step) is None:
                holder[step] = {}
            holder = holder[step]
        last = path[-1]
        present = last in holder if isinstance(holder, dict) else True
        if not present or holder[last] != value:
            holder[last] = deepcopy(value)
            changed = True
    return changed


def _leaves(proposal: Usulan) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """Each field that a proposal sets, with its path."""
    path = _path(proposal.tempat)
    if isinstance(proposal.menjadi, dict):
        for name, value in proposal.menjadi.items():
            yield (*path, *_path(name)), value
    else:
        yield path, proposal.menjadi


def _path(where: str) -> tuple[Step, ...]:
    return tuple(
        int(index) if index else name for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", where)
    )


def _refuse_conflicts(chosen: Iterable[Usulan]) -> None:
    taken: list[tuple[tuple[Step, ...], Usulan]] = []
    for each in chosen:
        for path, _ in _leaves(each):
            for other, earlier in taken:
                length = min(len(path), len(other))
                if earlier.kode != each.kode and path[:length] == other[:length]:
                    raise ProposalsConflict(earlier.kode, each.kode, written(path))
            taken.append((path, each))


def written(path: Iterable[Step]) -> str:
    """A path as findings write it: ``kegiatan[3].waktu``."""
    text = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in path)
    return text.removeprefix(".")


def _record(proposal: Usulan, oleh: str, pada: datetime) -> dict[str, str]:
    return {
        "kode": proposal.kode,
        "tempat": proposal.tempat,
        "semula": as_text(proposal.semula),
        "menjadi": as_text(proposal.menjadi),
        "alasan": proposal.alasan,
        "oleh": oleh,
        "pada": pada.isoformat(),
    }


def as_text(value: Any) -> str:  # noqa: ANN401 - plain data of any shape
    """Plain data as one text: a text stays as it is, the rest is JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
