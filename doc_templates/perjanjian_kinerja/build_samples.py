"""Writes the samples that a data set gives, as template.docx is drawn by its own script.

``python -m doc_templates.perjanjian_kinerja.build_samples``; a test holds them equal to what the
data sets give now.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from doc_templates.kinerja.model import DataKinerja
from doc_templates.perjanjian_kinerja.turunan import derive

HERE: Final = Path(__file__).parent
DINAS: Final = "dinas-kominfo-kudus-2024"
SAMPLES: Final = {
    "bupati-2024": ("kabupaten-kudus-2024", "KABUPATEN", 0),
    "kepala-dinas-2024": (DINAS, "DINAS", 0),
    "kepala-dinas-2024-perubahan-1": (DINAS, "DINAS", 1),
    "eselon-iii-2024": (DINAS, "SEKRETARIAT", 0),
    "eselon-iv-2024": (DINAS, "SUBBAG-UMPEG", 0),
    "camat-2024": ("kecamatan-jekulo-2024", "KECAMATAN", 0),
    "camat-2024-perubahan-1": ("kecamatan-jekulo-2024", "KECAMATAN", 1),
}
"""Sample → data set, unit and version."""


def derived(name: str) -> dict[str, Any]:
    """What the data set of a sample gives now."""
    source, unit, version = SAMPLES[name]
    path = HERE.parent / "kinerja" / "samples" / f"{source}.json"
    data = DataKinerja.model_validate_json(path.read_bytes())
    return derive(data, unit, version) or {}


if __name__ == "__main__":
    for each in SAMPLES:
        text = json.dumps(derived(each), ensure_ascii=False, indent=2)
        (HERE / "samples" / f"{each}.json").write_text(f"{text}\n", encoding="utf-8")
