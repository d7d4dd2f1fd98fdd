"""The typeface of the stamp: a subset of a free font, always embedded, always the same bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from fontTools import subset
from fontTools.ttLib import TTFont

from workers.errors import EngineMissing
from workers.tools.fonts import FONT_FOLDERS
from workers.tools.pdf import stream

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf.generic import IndirectObject

    from workers.tools.pdf import PdfRewrite

REGULAR: Final = "LiberationSans-Regular.ttf"
BOLD: Final = "LiberationSans-Bold.ttf"
FALLBACK: Final = "DejaVuSans.ttf"

_BASIC: Final = "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”…·"
"""In every subset, so that nearly all documents share one, made once in a process."""
_TABLES: Final = ("head", "hhea", "hmtx", "maxp", "loca", "glyf")
"""All that a CIDFontType2 program needs (ISO 32000-1 §9.9, table 126)."""


@dataclass(frozen=True)
class Typeface:
    """A font program cut down to some characters, with their measures."""

    name: str
    """Tagged as a subset, such as ``ABCDEF+LiberationSans``."""
    program: bytes
    """TrueType."""
    glyphs: dict[str, int]
    """Character → glyph index in the program."""
    advances: dict[str, float]
    """Character → width in thousandths of the font size."""
    bounds: tuple[int, int, int, int]
    ascent: int
    descent: int
    bold: bool

    def width(self, text: str, *, size: float) -> float:
        """How wide a text is, in points."""
        return sum(self.advances[each] for each in text) * size / 1000

    def shown(self, text: str) -> bytes:
        """The text as operand of Tj."""
        return b"<%b>" % b"".join(b"%04X" % self.glyphs[each] for each in text)

    def embed(self, pdf: PdfRewrite) -> IndirectObject:
        """Add the font to a PDF, once; gives the reference for its resources."""
        name = self.name.encode()
        program = pdf.add(self._file)
        descriptor = pdf.add(
            b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0"
            b"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>"
            % (
                name,
                *self.bounds,
                self.ascent,
                self.descent,
                self.ascent,
                140 if self.bold else 80,
                program.idnum,
            )
        )
        descendant = pdf.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b/CIDToGIDMap/Identity/DW 0/W%b"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/FontDescriptor %d 0 R>>" % (name, self._widths, descriptor.idnum)
        )
        unicode_map = pdf.add(self._unicode_map)
        return pdf.add(
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H"
            b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (name, descendant.idnum, unicode_map.idnum)
        )

    @cached_property
    def _file(self) -> bytes:
        return stream(b"/Length1 %d" % len(self.program), self.program)

    @cached_property
    def _widths(self) -> bytes:
        pairs = {self.glyphs[each]: width for each, width in self.advances.items()}
        return b"[%b]" % b"".join(b"%d[%.6g]" % pair for pair in sorted(pairs.items()))

    @cached_property
    def _unicode_map(self) -> bytes:
        shown = sorted({glyph: each for each, glyph in self.glyphs.items()}.items())
        lines = [
            b"<%04X><%b>" % (glyph, each.encode("utf-16-be").hex().upper().encode())
            for glyph, each in shown
        ]
        blocks = [
            b"%d beginbfchar\n%b\nendbfchar" % (len(part), b"\n".join(part))
            for part in (lines[start : start + 100] for start in range(0, len(lines), 100))
        ]
        return stream(
            b"",
            b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            b"/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
            b"1 begincodespacerange<0000><FFFF>endcodespacerange\n%b\n"
            b"endcmap CMapName currentdict/CMap defineresource pop end end" % b"\n".join(blocks),
        )


def typeface(file: str, text: str) -> Typeface:
    """The subset of a font file that holds the basic characters and those of a text."""
    return _cut(file, "".join(sorted({*text} - {*_BASIC})) if file != BOLD else text)


def lacking(file: str, text: str) -> set[str]:
    """The characters of a text for which a font file has no glyph."""
    known = _characters(file)
    return {each for each in text if ord(each) not in known}


@lru_cache(maxsize=32)
def _cut(file: str, text: str) -> Typeface:
    with TTFont(_find(file), lazy=True, recalcTimestamp=False) as font:
        names = font.getBestCmap()
        wanted = list(dict.fromkeys(text if file == BOLD else _BASIC + text))
        scale = 1000 / font["head"].unitsPerEm
        family = font["name"].getDebugName(6).replace("-Regular", "")
        advances = {each: font["hmtx"][names[ord(each)]][0] * scale for each in wanted}
        options = subset.Options(
            hinting=False, notdef_outline=True, glyph_names=True, recalc_timestamp=False
        )
        options.drop_tables = sorted({*font.keys()} - {*_TABLES})
        cutter = subset.Subsetter(options)
        cutter.populate(glyphs=[names[ord(each)] for each in wanted])
        cutter.subset(font)
        buffer = BytesIO()
        font.save(buffer)
        head, horizontal = font["head"], font["hhea"]
        program = buffer.getvalue()
        return Typeface(
            name=f"{_tag(program)}+{family}",
            program=program,
            glyphs={each: font.getGlyphID(names[ord(each)]) for each in wanted},
            advances=advances,
            bounds=tuple(
                round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)
            ),
            ascent=round(horizontal.ascent * scale),
            descent=round(horizontal.descent * scale),
            bold=file == BOLD,
        )


@lru_cache(maxsize=8)
def _characters(file: str) -> frozenset[int]:
    with TTFont(_find(file), lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=8)
def _find(file: str) -> Path:
    for folder in FONT_FOLDERS:
        if (folder / file).is_file():
            return folder / file
    raise EngineMissing(
        f"huruf {file} belum terpasang; apt install fonts-liberation2 fonts-dejavu-core"
    )


def _tag(program: bytes) -> str:
    """Six capitals that name the subset (ISO 32000-1 §9.6.4), drawn from its bytes."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
