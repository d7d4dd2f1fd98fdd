"""How the time of a long document grows with its rows: ``python -m bench.long_documents``.

Twice the rows must cost no more than 2.3 times the time. Drawing (blocks to DOCX) and layout
(DOCX to PDF) are told apart; of several rounds the quickest counts, because machines are shared.
"""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Table

from doc_templates.naskah.blok import Bagian, BlokTabel, DaftarIsi, Judul
from tests.doc_templates.naskah.tables import docx, table
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Callable

CHAPTERS: Final = (5, 10, 20, 40)
ROWS_A_CHAPTER: Final = 36
ROUNDS: Final = 3
BOUND: Final = 2.3


def main() -> None:
    """Print time and growth for each length."""
    shown = Table("rows", "draw, s", "layout, s", "growth of both", title="Long documents")
    with TemporaryDirectory() as name:
        folder = Path(name)
        with closing(open_converter(folder / "engine", seconds=300, documents=200,
                                    megabytes=2500)) as converter:  # fmt: skip
            before = 0.0
            for chapters in CHAPTERS:
                parts = text(chapters)
                draw = quickest(lambda parts=parts: docx(parts, folder))
                lay = quickest(
                    lambda: converter.to_pdf(folder / "document.docx", folder / "plain.pdf")
                )
                growth = f"{(draw + lay) / before:.2f}" if before else "–"
                shown.add_row(str(chapters * ROWS_A_CHAPTER), f"{draw:.2f}", f"{lay:.2f}", growth)
                before = draw + lay
    Console().print(shown, f"Bound: {BOUND} for twice the rows.")


def text(chapters: int) -> list[Bagian]:
    """Contents, then a table of thirty-six indicators in each chapter, on their side."""
    indicator = "Persentase perangkat daerah yang menerapkan tata kelola berbasis elektronik"
    tables = (
        (
            Judul(f"Bab {at}", 1, f"BAB {at}"),
            BlokTabel(table([3] * 12, indikator=indicator), f"{at}"),
        )
        for at in range(1, chapters + 1)
    )
    return [
        Bagian((Judul("DAFTAR ISI"), DaftarIsi(), DaftarIsi("tabel"))),
        Bagian(tuple(block for each in tables for block in each), mendatar=True),
    ]


def quickest(work: Callable[[], object]) -> float:
    """Seconds of the quickest round."""
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


if __name__ == "__main__":
    main()
