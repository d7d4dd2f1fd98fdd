"""Who seems to act in each row, guessed from the words alone and always with the reason.

A row whose words give no reason is left without a guess. Rows that name their actors are not
guessed at; they count as what came before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.sop.jabatan import ADMINISTRATOR, PENGAWAS, STAF, jabatan_of, words_of
from doc_templates.sop.kata_baris import read_words
from doc_templates.sop.kata_kerja import MAKING, Kerja

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.jabatan import Jabatan
    from doc_templates.sop.kata_baris import KataBaris
    from doc_templates.sop.model import Langkah, Sop
    from doc_templates.usulan import Keyakinan

_PERFORMANCE: Final = frozenset({"perencanaan", "program", "pe", "pep", "evaluasi", "pelaporan"})
"""Words in a lane's heading that make it the one for performance data among its equals."""
_BY_RANK: Final[dict[Kerja, tuple[int, str, Keyakinan]]] = {
    Kerja.MENGHIMPUN: (STAF, "pelaksana", "sedang"),
    Kerja.MENGANALISIS: (PENGAWAS, "pejabat pengawas", "rendah"),
    Kerja.MENYUSUN: (PENGAWAS, "pejabat pengawas", "rendah"),
}


@dataclass(frozen=True, slots=True)
class Tebakan:
    """One guess."""

    lajur: int
    """Index into ``Sop.lajur``."""
    alasan: str
    """Indonesian clause without a full stop."""
    keyakinan: Keyakinan


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A whole SOP, read."""

    jabatan: Jabatan
    baris: tuple[KataBaris, ...]
    tebakan: tuple[Tebakan | None, ...]
    """For each row; None where the data name who acts, or the words give no reason."""
    pelaku: tuple[int | None, ...]
    """The lane that acts in each row, as given or as guessed."""


def read_actors(model: Sop) -> Bacaan:
    """Read every row and guess, from the first to the last."""
    posts = jabatan_of(model)
    rows = tuple(read_words(step.uraian, posts) for step in model.kegiatan)
    guesses: list[Tebakan | None] = []
    actors: list[int | None] = []
    for at, step in enumerate(model.kegiatan):
        given = _given(model, step)
        guess = _Above(model, posts, rows[: at + 1], actors).guess() if given is None else None
        guesses.append(guess)
        actors.append(guess.lajur if guess else given)
    return Bacaan(posts, rows, tuple(guesses), tuple(actors))


def _given(model: Sop, step: Langkah) -> int | None:
    """The lane of the first who does the step according to the data."""
    doing = [each for each in step.pelaksana if each.peran in ("melakukan", "tidak_diketahui")]
    chosen = (doing or list(step.pelaksana))[:1]
    ids = [lane.id for lane in model.lajur]
    return ids.index(chosen[0].lajur) if chosen else None


@dataclass(frozen=True, slots=True)
class _Above:
    """The rules, over one row and what is known of the rows above it."""

    model: Sop
    posts: Jabatan
    rows: tuple[KataBaris, ...]
    """Up to the row that is guessed at."""
    actors: list[int | None]
    """Of the rows above it."""

    def guess(self) -> Tebakan | None:
        """The first rule that finds a reason; what is said comes before what is usual."""
        return self._named() or self._handed_over() or self._ordering() or self._working()

    @property
    def row(self) -> KataBaris:
        return self.rows[-1]

    def _named(self) -> Tebakan | None:
        lane = self.row.pelaku
        return (
            lane
            if lane is None
            else Tebakan(lane, f"uraian menyebut pelakunya, “{self._name(lane)}”", "tinggi")
        )

    def _handed_over(self) -> Tebakan | None:
        """Whom the row above gave the work to; nobody hands work to themselves."""
        lane = self.rows[-2].terus if self.actors else None
        if lane is None or lane in (*self.row.penerima, *self.row.sasaran):
            return None
        return Tebakan(
            lane, f"{self._step_above} menyerahkannya kepada {self._name(lane)}", "tinggi"
        )

    def _ordering(self) -> Tebakan | None:
        if self.row.kerja not in (Kerja.MEMERINTAH, Kerja.MENGUNDANG):
            return None
        ranks = self._ranks(self.row.sasaran)
        if ranks:
            names = ", ".join(map(self._name, self.row.sasaran))
            reason = f"kata “{self.row.kata}” kepada {names} lazimnya dilakukan atasan terdekatnya"
            sure: Keyakinan = "tinggi" if self.row.kerja is Kerja.MEMERINTAH else "sedang"
            return self._one_of(self.posts.di_atas(max(ranks)), reason, sure)
        if self.row.sasaran or self.actors:
            return None
        reason = f"kata “{self.row.kata}” di langkah pertama lazimnya dilakukan pimpinan"
        return self._one_of(self.posts.tertinggi(), reason, "sedang")

    def _working(self) -> Tebakan | None:
        match self.row.kerja:
            case Kerja.MEMERIKSA:
                return self._checking()
            case Kerja.MENGESAHKAN:
                reason = f"kata “{self.row.kata}” lazimnya dilakukan pimpinan"
                return self._one_of(self.posts.tertinggi(), reason, "sedang")
            case Kerja.MERAPATKAN:
                return self._meeting()
            case Kerja.MENYAMPAIKAN:
                return self._sending()
            case Kerja.MENGHIMPUN | Kerja.MENGANALISIS | Kerja.MENYUSUN as kerja:
                rank, who, sure = _BY_RANK[kerja]
                reason = f"kata “{self.row.kata}” lazimnya dilakukan {who}"
                return self._one_of(self.posts.setingkat(rank), reason, sure)
        return None

    def _checking(self) -> Tebakan | None:
        """Above the one to whom it goes back, or above all who made what is checked."""
        back = self.row.kembali
        makers = [
            lane
            for row, lane in zip(self.rows, self.actors, strict=False)
            if lane is not None and row.kerja in MAKING
        ]
        whose = makers if back is None else [back]
        ranks = self._ranks(whose)
        if not ranks:
            return None
        below = next(lane for lane in whose if self.posts.tingkat[lane] == max(ranks))
        reason = f"kata “{self.row.kata}” lazimnya dilakukan atasan {self._name(below)}"
        above = self.posts.di_atas(max(ranks))
        return self._one_of(above, reason, "sedang" if back is None else "tinggi")

    def _meeting(self) -> Tebakan | None:
        if self.actors and self.rows[-2].kerja is Kerja.MENGUNDANG:
            reason = f"rapat lazimnya dipimpin yang mengundang di {self._step_above}"
            return self._one_of(self._last_actor(), reason, "rendah")
        lanes = self.posts.setingkat(ADMINISTRATOR)
        return self._one_of(lanes, "rapat lazimnya dipimpin pejabat administrator", "rendah")

    def _sending(self) -> Tebakan | None:
        if self.actors and self.rows[-2].kerja is Kerja.MENYUSUN:
            lanes, reason = self._last_actor(), f"yang disampaikan disusun di {self._step_above}"
        else:
            lanes = self.posts.setingkat(PENGAWAS)
            reason = f"kata “{self.row.kata}” lazimnya dilakukan pejabat pengawas"
        return self._one_of(
            [each for each in lanes if each not in self.row.penerima], reason, "rendah"
        )

    def _one_of(self, lanes: list[int], reason: str, sure: Keyakinan) -> Tebakan | None:
        """The only lane; of equals the one that acted last, or the one for performance data."""
        if len(lanes) > 1:
            acted = [lane for lane in reversed(self.actors) if lane in lanes][:1]
            lanes = acted or [
                lane for lane in lanes if _PERFORMANCE & set(words_of(self._name(lane)))
            ]
        return Tebakan(lanes[0], reason, sure) if len(lanes) == 1 else None

    def _last_actor(self) -> list[int]:
        return [lane for lane in self.actors[-1:] if lane is not None]

    def _ranks(self, lanes: Sequence[int]) -> list[int]:
        return [rank for lane in lanes if (rank := self.posts.tingkat[lane]) is not None]

    @property
    def _step_above(self) -> str:
        return f"langkah {self.model.kegiatan[len(self.actors) - 1].kunci}"

    def _name(self, lane: int) -> str:
        return self.model.lajur[lane].nama
