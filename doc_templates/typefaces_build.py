"""Reads typefaces/*.json from the installed fonts: ``python -m doc_templates.typefaces_build``.

Only to be run again when the set-up installs other fonts; nothing imports it. The fonts are those
that are printed in place of the families of offices (``deploy/setup/system.sh``).
"""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from fontTools.ttLib import TTFont

from doc_templates.typefaces import FOLDER, Huruf, file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STAND_INS: Final[Mapping[Huruf, str]] = {
    "Arial": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Bookman Old Style": "TeX Gyre Bonum",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
}
FALLBACK: Final = "DejaVu Sans"
"""Gives the characters that a stand-in lacks."""
CHARACTERS: Final = "".join(
    map(chr, chain(range(0x20, 0x530), range(0x1E00, 0x1F00), range(0x2000, 0x2300)))
)
"""Latin, Greek, Cyrillic, punctuation, arrows and signs; what else there is counts as a W."""


def main() -> None:
    """Write one table a family."""
    FOLDER.mkdir(exist_ok=True)
    for name, family in STAND_INS.items():
        regular, bold = _font(family, "Regular"), _font(family, "Bold")
        table = {
            "from": family,
            "em": regular["head"].unitsPerEm,
            "line": [_line(regular), _line(bold)],
            "regular": _grouped(_advances(regular, _font(FALLBACK, "Regular"))),
            "bold": _grouped(_advances(bold, _font(FALLBACK, "Bold"))),
        }
        text = json.dumps(table, ensure_ascii=False, indent=1)
        file_of(name).write_text(f"{text}\n", encoding="utf-8")


def _font(family: str, style: str) -> Any:  # noqa: ANN401 - fontTools has no types
    asked = ["fc-match", "-f", "%{family}|%{file}", f"{family}:style={style}"]
    found, _, path = subprocess.run(
        asked, check=True, capture_output=True, text=True
    ).stdout.partition("|")
    if found != family:
        raise SystemExit(f"Huruf {family} belum terpasang; jalankan deploy/setup/system.sh run.")
    return TTFont(path)


def _line(font: Any) -> float:  # noqa: ANN401 - fontTools has no types
    """Line height in ems: LibreOffice 7.4 takes table hhea with its line gap (measured)."""
    head = font["hhea"]
    height: int = head.ascent - head.descent + head.lineGap
    return round(height / int(font["head"].unitsPerEm), 5)


def _advances(font: Any, fallback: Any) -> dict[str, int]:  # noqa: ANN401 - fontTools has no types
    em, spare = font["head"].unitsPerEm, fallback["head"].unitsPerEm
    glyphs, spare_glyphs = font.getBestCmap(), fallback.getBestCmap()
    advances = {}
    for each in CHARACTERS:
        if ord(each) in glyphs:
            advances[each] = font["hmtx"][glyphs[ord(each)]][0]
        elif ord(each) in spare_glyphs:
            advances[each] = ceil(fallback["hmtx"][spare_glyphs[ord(each)]][0] * em / spare)
    # A ligature wider than its letters, as ff in Bonum, counts for each of them.
    letters = {glyph: chr(code) for code, glyph in glyphs.items()}
    for parts, surplus in _wide_ligatures(font):
        first = letters[parts[0]]
        needed = font["hmtx"][parts[0]][0] + ceil(surplus / parts.count(parts[0]))
        advances[first] = max(advances[first], needed)
    return advances


def _wide_ligatures(font: Any) -> Iterator[tuple[list[str], int]]:  # noqa: ANN401
    """The letters of each usual ligature that is wider than they are, and by how much."""
    if "GSUB" not in font:
        return
    table, widths = font["GSUB"].table, font["hmtx"]
    features = [each.Feature for each in table.FeatureList.FeatureRecord]
    tags = [each.FeatureTag for each in table.FeatureList.FeatureRecord]
    usual = (feature for feature, tag in zip(features, tags, strict=True) if tag == "liga")
    for at in {index for feature in usual for index in feature.LookupListIndex}:
        for part in table.LookupList.Lookup[at].SubTable:
            for first, ligatures in getattr(part, "ligatures", {}).items():
                for each in ligatures:
                    parts = [first, *each.Component]
                    surplus = widths[each.LigGlyph][0] - sum(widths[name][0] for name in parts)
                    if surplus > 0:
                        yield parts, surplus


def _grouped(advances: Mapping[str, int]) -> dict[str, str]:
    """Advance → the characters that have it, in the order of the advances."""
    groups: dict[int, list[str]] = defaultdict(list)
    for character, advance in advances.items():
        groups[advance].append(character)
    return {str(advance): "".join(groups[advance]) for advance in sorted(groups)}


if __name__ == "__main__":
    main()
