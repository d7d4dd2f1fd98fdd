"""The tables of a tagged PDF, as poppler's reader of structure tells them."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Table = list[list[str]]
_ELEMENT = re.compile(r" *(Table|TR|T[HD]|P)\b.*:$")
_TEXT = re.compile(r' *"(.*)"$')
WIDE = 4
"""Cells of a row in an identity grid at most."""


def tables_of(pdf: Path) -> list[Table]:
    """Each table as rows of cells, with single spaces between words."""
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", pdf]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    tables: list[Table] = [[[""]]]
    for line in told.splitlines():
        element = _ELEMENT.match(line)
        match element[1] if element else None:
            case "Table":
                tables.append([])
            case "TR":
                tables[-1].append([])
            case "TH" | "TD":
                tables[-1][-1].append("")
            case "P":
                tables[-1][-1][-1] += " "
            case _ if text := _TEXT.match(line):
                # A line that ends within a sentence ends with a space.
                tables[-1][-1][-1] += text[1]
    return [[[" ".join(cell.split()) for cell in row] for row in table] for table in tables[1:]]


def sheet_of(pdf: Path) -> Table:
    """The rows of the activity sheet, its head included."""
    wide = [table for table in tables_of(pdf) if any(len(row) > WIDE for row in table)]
    return [row for table in wide for row in table]
