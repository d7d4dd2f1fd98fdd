"""How long the flowchart of a large SOP takes to lay out, without Word, LibreOffice or PDF.

Sixty steps in ten lanes on every paper, both ways round, thrice the same seeds; what is printed is
the median and the slowest.
"""

from __future__ import annotations

import statistics
import time
from typing import Final, get_args

from rich.console import Console

from doc_templates.sop.activity_sheet import lay_sheet
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import Arah, Kertas, profile
from tests.doc_templates.sop.bagan.acak import sop_acak

STEPS, LANES, ROUNDS = 60, 10, 3
TARGET: Final = 0.3
"""Seconds, of the median."""


def main() -> None:
    """Lay out each SOP several times and print the median and the slowest."""
    models = [
        sop_acak(seed, lajur=LANES, kegiatan=STEPS, kertas=paper, arah=direction)
        for seed, (paper, direction) in enumerate(
            (paper, direction) for paper in get_args(Kertas) for direction in get_args(Arah)
        )
    ]
    spans = []
    for model in models * ROUNDS:
        form = profile(model.profil)
        room = room_of(model, form)
        began = time.perf_counter()
        lay_sheet(model, form, room)
        spans.append(time.perf_counter() - began)
    middle = statistics.median(spans)
    Console().print(
        f"Flowchart of {STEPS} steps in {LANES} lanes: median {middle:.2f} s, slowest "
        f"{max(spans):.2f} s, wanted under {TARGET} s."
    )


if __name__ == "__main__":
    main()
