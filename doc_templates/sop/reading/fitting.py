"""Which profile an old SOP fits: the one whose labels it bears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.errors import ProfileUnknown
from doc_templates.sop.profiles import profile, profile_names
from doc_templates.sop.reading import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doc_templates.sop.profiles import Profil
    from doc_templates.sop.reading.heads import LetakKeterangan
    from doc_templates.sop.reading.ledger import Ledger

DEFAULT: Final = "baku"
GOOD: Final = 0.5
"""Share of the labels that must be the profile's own, word for word."""


def choose_profile(
    labels: Mapping[str, str], letak: LetakKeterangan | None, *, wanted: str | None
) -> str:
    """The name of the profile for an old SOP.

    Args:
        labels: key such as ``panel.dasar_hukum`` → label as typed.
        letak: where Keterangan stands; None where there is no activity sheet.
        wanted: what a person asked for, which is never overruled.

    Raises:
        ProfileUnknown: there is no profile of the wanted name.
    """
    names = profile_names()
    if wanted is not None:
        if wanted not in names:
            raise ProfileUnknown(wanted, names)
        return wanted
    scores = {name: _matches(labels, name) for name in names if _can_print(name, letak)}
    best = max(scores, key=lambda name: (scores[name], _placed(name, letak), name == DEFAULT))
    return best if labels and scores[best] >= GOOD * len(labels) else DEFAULT


def tell_profile(
    name: str,
    labels: Mapping[str, str],
    letak: LetakKeterangan | None,
    ledger: Ledger,
    *,
    wanted: bool,
) -> None:
    """Say which profile was chosen and why, and what it will print otherwise."""
    if not wanted:
        sentence = (
            f"Profil {name} dipilih karena {_matches(labels, name)} dari {len(labels)} label "
            "naskah lama sama; pilih yang lain dengan --profile."
        )
        ledger.notice(codes.PROFILE.at("profil", sentence))
    own = dict(_labels(profile(name)))
    for key, written in labels.items():
        printed = own.get(key, "")
        if _plain(written) != _plain(printed):
            shown = f"dicetak “{printed}”" if printed else "tidak dicetak"
            sentence = f"Label “{written}” pada naskah lama {shown} oleh profil {name}."
            ledger.notice(codes.LABEL.at("profil", sentence))
    placed = profile(name).letak_keterangan
    if letak is not None and placed != letak:
        sentence = (
            f"Kolom keterangan naskah lama: {_PLACES[letak]}; profil {name}: {_PLACES[placed]}."
        )
        ledger.notice(codes.LABEL.at("profil", sentence))


_PLACES: Final = {
    "sendiri": "berdiri sendiri",
    "mutu_baku": "di bawah mutu baku",
    "tidak_ada": "tidak ada",
}


def _can_print(name: str, letak: LetakKeterangan | None) -> bool:
    """A profile without Keterangan would lose what stands there."""
    return profile(name).letak_keterangan != "tidak_ada" or letak in (None, "tidak_ada")


def _placed(name: str, letak: LetakKeterangan | None) -> bool:
    return profile(name).letak_keterangan == letak


def _matches(labels: Mapping[str, str], name: str) -> int:
    own = dict(_labels(profile(name)))
    return sum(_plain(written) == _plain(own.get(key, "")) for key, written in labels.items())


def _labels(form: Profil) -> Iterator[tuple[str, str]]:
    for row in form.baris:
        yield f"baris.{row.isian}", row.label
    for name, label in form.panel.model_dump().items():
        yield f"panel.{name}", label
    for name, label in form.kolom.model_dump().items():
        yield f"kolom.{name}", label


def _plain(label: str) -> str:
    return " ".join(label.split())
