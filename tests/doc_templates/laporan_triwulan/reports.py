"""Quarterly reports for tests, made from the samples."""

from __future__ import annotations

from typing import Any

from doc_templates.kind import Printing
from doc_templates.laporan_triwulan import KIND
from doc_templates.laporan_triwulan.model import LaporanTriwulan

ISSUE = Printing(number="000.7.2.7/7/118-01/2024", konsep=False)


def report(name: str = "dinas-tw-2", **changes: Any) -> LaporanTriwulan:
    """A sample with some fields changed; ``data`` may be a dict of changed fields of the data."""
    plain = KIND.sample(name)
    of_data = changes.pop("data", {})
    return LaporanTriwulan.model_validate({**plain, **changes, "data": plain["data"] | of_data})


def codes(model: LaporanTriwulan) -> dict[str, str]:
    """Place → code of every finding that must be seen."""
    return {each.where: each.code for each in KIND.check(model) if each.level != "I"}
