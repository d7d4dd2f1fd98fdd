"""Offices' forms as pages tell them: by office, with what is in force."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from archive.records import folded_office
from service.office_forms.judged import kept_with
from workers.office_form import FormState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from service.office_forms.judged import Judged
    from workers.office_form import OfficeForm

OFFICE_STATES: Final[Mapping[str, tuple[str, str]]] = {
    FormState.DRAFT.value: ("Belum berlaku", "asked"),
    FormState.PUBLISHED.value: ("Berlaku", "good"),
    FormState.RETIRED.value: ("Pernah berlaku", "superseded"),
}
"""State of a version → its word, and the class of its mark."""
LEVELS: Final[Mapping[str, tuple[str, str]]] = {
    "E": ("Harus diperbaiki", "E"),
    "W": ("Perlu dilihat", "W"),
    "I": ("Keterangan", "I"),
}
"""Level of a fault → its word, and the class of its mark."""


@dataclass(frozen=True, slots=True)
class OfficeForms:
    """The versions of one office."""

    name: str
    """As it was named last."""
    versions: tuple[OfficeForm, ...]
    """The newest first."""
    standing: OfficeForm | None
    """The one in force; None for the kind's own form."""

    @property
    def sound(self) -> dict[str, bool]:
        """Id → whether the version has no fault that forbids its use."""
        return {each.id: kept_with(each).passed for each in self.versions}


def by_office(forms: Iterable[OfficeForm]) -> list[OfficeForms]:
    """Versions of one kind, office by office."""
    found = []
    for _, some in groupby(forms, key=lambda each: folded_office(each.office)):
        versions = tuple(some)
        standing = [each for each in versions if each.state is FormState.PUBLISHED]
        found.append(OfficeForms(versions[0].office, versions, next(iter(standing), None)))
    return found


def told_of(judged: Judged) -> str:
    """How many faults there are, in words."""
    many = {level: sum(each.level == level for each in judged.faults) for level in "EW"}
    if not any(many.values()):
        return "Tidak ada kesalahan."
    told = []
    if many["E"]:
        told.append(f"{many['E']} hal harus diperbaiki")
    if many["W"]:
        told.append(f"{many['W']} hal perlu dilihat")
    return f"{' dan '.join(told)}."
