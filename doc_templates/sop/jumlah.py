"""How long a whole SOP takes, told apart by condition and never beyond what its cells say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.sop.profiles import profile
from doc_templates.sop.waktu import is_readable, read_durations, told, totals

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop
    from doc_templates.sop.waktu import Lama

_CADENCES: Final = re.compile(r"triwulan|tahun|bulan|semester", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Jumlah:
    """The sum of the column Waktu."""

    menurut_keadaan: tuple[tuple[str, tuple[Lama, ...]], ...]
    """Condition → sums by unit; one entry with an empty condition where nothing depends."""
    kosong: tuple[str, ...]
    """Keys of the steps without a time."""
    tak_terbaca: tuple[str, ...]
    """Keys of the steps whose time cannot be added up."""

    @property
    def teks(self) -> str:
        """The printable total, such as ``205 menit``; empty where no time can be read."""
        return "; ".join(
            told(list(sums)) + (f" untuk {condition}" if condition else "")
            for condition, sums in self.menurut_keadaan
            if sums
        )

    @property
    def catatan(self) -> str:
        """What the total leaves out, in Indonesian; empty where it is complete or there is none."""
        left_out: list[str] = []
        if not self.teks:
            return ""
        if self.kosong:
            left_out.append(f"langkah {', '.join(self.kosong)} (kosong)")
        if self.tak_terbaca:
            left_out.append(f"langkah {', '.join(self.tak_terbaca)} (tidak terbaca)")
        return f"belum termasuk {' dan '.join(left_out)}" if left_out else ""


def jumlah_of(model: Sop) -> Jumlah:
    """Add up the times of all steps.

    What always applies counts under every condition; conditions of different steps are one
    where they name the same period, such as triwulan.
    """
    head = profile(model.profil).kolom.waktu
    blank: list[str] = []
    unread: list[str] = []
    durations: list[Lama] = []
    for step in model.kegiatan:
        text = step.mutu_baku.waktu or ""
        if not text.strip():
            blank.append(step.kunci)
        elif not is_readable(text, head=head):
            unread.append(step.kunci)
        else:
            durations += read_durations(text, head=head)
    return Jumlah(_by_condition(durations), tuple(blank), tuple(unread))


def figures(model: Sop) -> dict[str, str]:
    """What can be counted out of an SOP, for people: name → printable value."""
    whole = jumlah_of(model)
    told_whole = whole.teks or "tidak ada waktu yang terbaca"
    return {"Jumlah waktu": ", ".join(each for each in (told_whole, whole.catatan) if each)}


def _by_condition(durations: list[Lama]) -> tuple[tuple[str, tuple[Lama, ...]], ...]:
    labels: dict[str, str] = {}
    for each in durations:
        if each.keadaan:
            labels.setdefault(_key(each.keadaan), each.keadaan)
    return tuple(
        (
            label,
            tuple(totals([each for each in durations if _key(each.keadaan) in ("", key)])),
        )
        for key, label in (labels or {"": ""}).items()
    )


def _key(condition: str) -> str:
    named = {each.lower() for each in _CADENCES.findall(condition)}
    return named.pop() if len(named) == 1 else " ".join(condition.lower().split())
