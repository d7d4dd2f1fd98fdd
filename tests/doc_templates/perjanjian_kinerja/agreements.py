"""Agreements for the tests: the shipped samples, and ways to change them."""

from __future__ import annotations

import json
from typing import Any

from doc_templates.kind import Printing
from doc_templates.perjanjian_kinerja import KIND
from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja

ISSUE = Printing(number="000.7.2.7/12/118-01/2021", konsep=False)
NAMES = ("camat", "eselon-iii", "eselon-iv", "kepala-dinas")


def sample(name: str = "kepala-dinas") -> dict[str, Any]:
    """A shipped sample as plain data, free to be changed."""
    return json.loads(KIND.samples()[name].read_text(encoding="utf-8"))


def agreement(name: str = "kepala-dinas", **changes: object) -> PerjanjianKinerja:
    """A shipped sample as a model, with some fields replaced."""
    return PerjanjianKinerja.model_validate({**sample(name), **changes})


def codes_of(data: PerjanjianKinerja) -> set[tuple[str, str]]:
    """Code and place of every finding."""
    return {(each.code, each.where) for each in KIND.check(data)}
