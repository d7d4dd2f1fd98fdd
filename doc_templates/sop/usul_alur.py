"""Proposals for the activity sheet: who acts, what is decided, where the flow begins and ends."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.alur import alur_of, target_of
from doc_templates.sop.kata_kerja import MAKING, Kerja
from doc_templates.sop.tebakan import read_actors
from doc_templates.usulan import Usulan

if TYPE_CHECKING:
    from doc_templates.sop.alur import Alur
    from doc_templates.sop.model import Langkah, Sop
    from doc_templates.sop.tebakan import Bacaan
    from doc_templates.usulan import Keyakinan

_CHOICE: Final = re.compile(
    r"\b(?:jika|bila|apabila)\b.*\b(?:jika|bila|apabila) (?:tidak|belum)\b(?P<tidak>.*)",
    re.IGNORECASE | re.DOTALL,
)
_RETURN: Final = re.compile(r"kembali|perbaik|ditolak|diulang|direvisi", re.IGNORECASE)
_CORRECTION: Final = re.compile(r"\bkoreksi\b", re.IGNORECASE)


def propose_flow(model: Sop) -> list[Usulan]:
    """Row by row: the symbol of a beginning or end, who acts, and what is decided."""
    seen = _Sheet(model, alur_of(model), read_actors(model), names_of_rows(model))
    return [
        proposal
        for at in range(len(model.kegiatan))
        for proposal in (seen.terminator(at), seen.lane(at), seen.decision(at))
        if proposal is not None
    ]


def names_of_rows(model: Sop) -> tuple[str, ...]:
    """How codes name each row: by its number, or by its place where the number names no other."""
    keys = [step.kunci.upper() for step in model.kegiatan]
    times = Counter(keys)
    return tuple(
        key if times[key] == 1 and re.fullmatch(r"[\w.]+", key) else f"BARIS{at}"
        for at, key in enumerate(keys, 1)
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The activity sheet with all that is known of it."""

    model: Sop
    alur: Alur
    bacaan: Bacaan
    nama: tuple[str, ...]

    def terminator(self, at: int) -> Usulan | None:
        begins, ends = at in self.alur.mulai, at in self.alur.akhir
        if self.model.kegiatan[at].bentuk != "proses" or not (begins or ends):
            return None
        what = "mulai" if begins else "berakhir"
        return Usulan(
            f"TERMINATOR-{self.nama[at]}",
            f"kegiatan[{at}].bentuk",
            "proses",
            "terminator",
            f"Alur {what} di langkah ini, dan awal serta akhir lazim digambar sebagai terminator.",
            "tinggi",
        )

    def lane(self, at: int) -> Usulan | None:
        guess = self.bacaan.tebakan[at]
        if guess is None:
            return None
        acting: list[dict[str, Any]] = [{"lajur": self.model.lajur[guess.lajur].id}]
        acting += [
            {"lajur": self.model.lajur[lane].id, "peran": "menerima"}
            for lane in self._receiving(at)
        ]
        reason = guess.alasan[0].upper() + guess.alasan[1:]
        return Usulan(
            f"LAJUR-{self.nama[at]}",
            f"kegiatan[{at}].pelaksana",
            [],
            acting,
            f"{reason}.",
            guess.keyakinan,
        )

    def _receiving(self, at: int) -> list[int]:
        """Those to whom something goes while somebody else acts in the next row.

        Where the receiver acts next, the arrow already leads there.
        """
        here = self.bacaan.pelaku[at]
        following = self.bacaan.pelaku[at + 1] if at + 1 < len(self.model.kegiatan) else None
        receiving = self.bacaan.baris[at].penerima
        return [lane for lane in receiving if lane not in (here, following)]

    def decision(self, at: int) -> Usulan | None:
        step = self.model.kegiatan[at]
        reason = self._why_decision(at)
        inside = 0 < at < len(self.model.kegiatan) - 1 and at not in self.alur.akhir
        settled = step.bentuk == "terminator" or target_of(step.lanjut) is not None
        if reason is None or settled or not inside or at in self.alur.mulai:
            return None
        why, sure, back = reason
        now: dict[str, str | None] = {"bentuk": step.bentuk, "ya": step.ya, "tidak": step.tidak}
        wanted = {
            "bentuk": "keputusan",
            "ya": step.ya if target_of(step.ya) else self._key(at + 1),
            "tidak": step.tidak if target_of(step.tidak) or back is None else self._key(back),
        }
        changed = {name: value for name, value in wanted.items() if value and value != now[name]}
        if not {"ya", "tidak"} & set(changed):
            return None
        return Usulan(
            f"KEPUTUSAN-{self.nama[at]}",
            f"kegiatan[{at}]",
            {name: now[name] for name in changed},
            changed,
            f"{why}; {self._told(step, wanted)}.",
            sure,
        )

    def _why_decision(self, at: int) -> tuple[str, Keyakinan, int | None] | None:
        """Why a row decides, how sure that is, and to which row it goes back."""
        step, row = self.model.kegiatan[at], self.bacaan.baris[at]
        choice = _CHOICE.search(step.uraian)
        if choice is not None:
            back = self._row_of(at, row.kembali) if _RETURN.search(choice["tidak"]) else None
            return "Uraian berisi pilihan “jika … jika tidak …”", "tinggi", back
        if row.kerja is Kerja.MEMERIKSA:
            return (
                f"Kata “{row.kata}” dapat berakhir dengan perbaikan",
                "sedang",
                self._made_above(at),
            )
        if _CORRECTION.search(step.mutu_baku.output or ""):
            return "Outputnya menyebut koreksi", "sedang", self._made_above(at)
        return None

    def _row_of(self, at: int, lane: int | None) -> int:
        """The nearest row above where that lane acts, else the row above."""
        rows = range(at - 1, -1, -1)
        acting = (each for each in rows if lane is not None and self.bacaan.pelaku[each] == lane)
        return next(acting, at - 1)

    def _made_above(self, at: int) -> int:
        """The nearest row above whose work can be done again, else the row above."""
        rows = range(at - 1, -1, -1)
        return next((each for each in rows if self.bacaan.baris[each].kerja in MAKING), at - 1)

    def _key(self, row: int) -> str | None:
        """The number of a row, where it leads there and nowhere else."""
        key = self.model.kegiatan[row].kunci
        return key if key and self.alur.langkah.get(key) == row else None

    @staticmethod
    def _told(step: Langkah, wanted: dict[str, str | None]) -> str:
        parts = [f"{step.label_ya} ke langkah {wanted['ya']}"] if wanted["ya"] else []
        parts += [f"{step.label_tidak} ke langkah {wanted['tidak']}"] if wanted["tidak"] else []
        return ", ".join(parts)
