"""All codes that checks can give, as one list: ``python -m doc_templates.catalogue``.

The command prints docs/findings.md. Codes are found where they are declared, so none can be
missing from the list.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

from doc_templates.codes import Code, codes_in
from doc_templates.findings import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

MEANING_OF_LEVEL: Final = {
    Level.ERROR: "menahan pengesahan; cetakan KONSEP tetap dapat dibuat",
    Level.WARNING: "harus dilihat oleh yang meminta",
    Level.INFORMATION: "keterangan saja",
}
_INTRODUCTION: Final = """\
# Temuan pemeriksaan

Daftar ini dibuat dari kode sumber dengan `python -m doc_templates.catalogue > docs/findings.md`.
Apa yang diketik kantor disimpan dan dicetak apa adanya; pemeriksaan hanya memberi tahu dan
mengusulkan, tidak pernah memperbaiki sendiri.
"""


def catalogue() -> Mapping[str, tuple[Code, str]]:
    """Name → code and the kind that gives it (empty for all kinds), in order of name."""
    folder = Path(__file__).parent
    found: dict[str, tuple[Code, str]] = {}
    for module in walk_packages([str(folder)], prefix="doc_templates."):
        if module.name == __name__:
            continue
        below = module.name.split(".")[1:]
        kind = below[0] if len(below) > 1 else ""
        for code in codes_in(import_module(module.name)):
            known, owner = found.get(code.name, (code, kind))
            # A shared code is also seen in each kind that uses it; it belongs to all.
            found[code.name] = (known, owner if owner == kind else "")
    return dict(sorted(found.items()))


def as_markdown() -> str:
    """docs/findings.md."""
    levels = [f"- **{level}**: {meaning}" for level, meaning in MEANING_OF_LEVEL.items()]
    head = ["| kode | tingkat | arti | jenis |", "| --- | --- | --- | --- |"]
    rows = [
        f"| `{name}` | {', '.join(code.levels)} | {code.meaning} | {kind or 'semua'} |"
        for name, (code, kind) in catalogue().items()
    ]
    return "\n".join([_INTRODUCTION, *levels, "", *head, *rows, ""])


if __name__ == "__main__":
    sys.stdout.write(as_markdown())
