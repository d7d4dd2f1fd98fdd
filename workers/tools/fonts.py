"""The fonts an office may ask for, and the free ones with equal widths that are printed instead.

Only the files listed here are shown to the layout engine: a second version of a font somewhere on
the machine would change line breaks without anybody noticing. The same files make the fingerprint
that is filed with each document.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from workers.errors import EngineMissing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Family:
    """A font family that may be printed."""

    name: str
    package: str
    """Debian package that brings it."""
    files: tuple[str, ...]

    @property
    def base_name(self) -> str:
        """How its PostScript names begin in a PDF, such as ``LiberationSans``."""
        return self.name.replace(" ", "")


def _styles(stem: str, suffix: str = "ttf") -> tuple[str, ...]:
    return tuple(
        f"{stem}-{style}.{suffix}" for style in ("Regular", "Bold", "Italic", "BoldItalic")
    )


_SANS: Final = Family("Liberation Sans", "fonts-liberation", _styles("LiberationSans"))
_SERIF: Final = Family("Liberation Serif", "fonts-liberation", _styles("LiberationSerif"))
_CARLITO: Final = Family("Carlito", "fonts-crosextra-carlito", _styles("Carlito"))
_CALADEA: Final = Family("Caladea", "fonts-crosextra-caladea", _styles("Caladea"))
_BONUM: Final = Family(
    "TeX Gyre Bonum",
    "fonts-texgyre",
    tuple(name.lower() for name in _styles("texgyrebonum", "otf")),
)
_SYMBOL: Final = Family("OpenSymbol", "fonts-opensymbol", ("opens___.ttf",))
FALLBACK: Final = Family(
    "DejaVu Sans", "fonts-dejavu-core", ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
)
"""Gives the characters that a stand-in lacks."""

STAND_INS: Final[Mapping[str, Family]] = {
    "Arial": _SANS,
    "Times New Roman": _SERIF,
    "Calibri": _CARLITO,
    "Cambria": _CALADEA,
    "Bookman Old Style": _BONUM,
    # Bullets of Word's lists; LibreOffice translates their private codes itself.
    "Symbol": _SYMBOL,
    "Wingdings": _SYMBOL,
}
"""Family asked for in a form → family with equal widths that is printed."""

FAMILIES: Final = (_SANS, _SERIF, _CARLITO, _CALADEA, _BONUM, _SYMBOL, FALLBACK)

_TRUETYPE: Final = Path("/usr/share/fonts/truetype")
FONT_FOLDERS: Final = (
    # Debian 12 has two generations of Liberation; the newer one is looked for first.
    _TRUETYPE / "liberation2",
    _TRUETYPE / "liberation",
    _TRUETYPE / "crosextra",
    _TRUETYPE / "dejavu",
    _TRUETYPE / "libreoffice",
    Path("/usr/share/texmf/fonts/opentype/public/tex-gyre"),
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/tex-gyre"),
)
"""Where Debian and Ubuntu put them; the first folder that has a file gives it."""


def find_fonts(folders: Iterable[Path] = FONT_FOLDERS) -> tuple[Path, ...]:
    """The files of all declared families; raises EngineMissing naming each one that lacks."""
    places = tuple(folders)
    found = {family: [_first(places, name) for name in family.files] for family in FAMILIES}
    if missing := [family for family, paths in found.items() if None in paths]:
        raise EngineMissing(_how_to_install(missing))
    return tuple(path for paths in found.values() for path in paths if path is not None)


def _first(folders: Iterable[Path], name: str) -> Path | None:
    return next((path for folder in folders if (path := folder / name).is_file()), None)


def _how_to_install(missing: Iterable[Family]) -> str:
    families = tuple(missing)
    names = ", ".join(family.name for family in families)
    packages = " ".join(dict.fromkeys(family.package for family in families))
    return f"huruf {names} belum terpasang; pasang dengan: apt install {packages}"


def fonts_fingerprint(fonts: Iterable[Path]) -> str:
    """SHA-256 over names and contents, in the order of the names: equal fonts, equal pages."""
    whole = hashlib.sha256()
    for path in sorted(fonts, key=lambda font: font.name):
        whole.update(path.name.encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def write_fontconfig(folder: Path, *, fonts: Iterable[Path]) -> Path:
    """Show exactly these fonts to fontconfig; gives the file for ``FONTCONFIG_FILE``."""
    shown = folder / "shown"
    shown.mkdir(parents=True)
    for font in fonts:
        (shown / font.name).symlink_to(font)
    config = folder / "fonts.conf"
    config.write_text(_fontconfig(shown, folder / "cache"), encoding="utf-8")
    return config


def _fontconfig(shown: Path, cache: Path) -> str:
    # "same" binding: the stand-in counts as what was asked for, so no other rule overtakes it.
    aliases = "\n".join(
        f'<alias binding="same"><family>{escape(asked)}</family>'
        f"<prefer><family>{escape(family.name)}</family></prefer></alias>"
        for asked, family in STAND_INS.items()
    )
    defaults = "\n".join(
        f"<alias><family>{generic}</family>"
        f"<prefer><family>{FALLBACK.name}</family></prefer></alias>"
        for generic in ("sans-serif", "serif", "monospace")
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig>\n<dir>{escape(str(shown))}</dir>\n"
        f"<cachedir>{escape(str(cache))}</cachedir>\n{aliases}\n{defaults}\n</fontconfig>\n"
    )


def check_fonts(asked: set[str], embedded: set[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Compare what a form asked for with what its PDF carries.

    Args:
        asked: family names used in the DOCX (see ``workers.tools.docx_fonts``).
        embedded: base font names in the PDF without subset prefix, ``LiberationSans-Bold``.

    Returns:
        Family asked for → family embedded, and one Indonesian sentence for each fault:
        a font outside the table, or one that was replaced by an undeclared one.
    """
    carried = {name.split("-")[0].split(",")[0] for name in embedded}
    declared = {name: family for name in asked if (family := _printed_as(name)) is not None}
    mapping = {
        name: family.name
        for name, family in sorted(declared.items())
        if family.base_name in carried
    }

    faults = [
        f"huruf “{name}” di luar daftar; gunakan salah satu dari {', '.join(TEXT_FONTS)}"
        for name in undeclared_fonts(asked)
    ]
    # A line of nothing but rare characters may be printed wholly in the fallback font.
    if FALLBACK.base_name not in carried:
        faults += [
            f"huruf “{name}” seharusnya dicetak dengan {family.name}, tetapi tidak ada dalam PDF"
            for name, family in sorted(declared.items())
            if name not in mapping
        ]
    expected = {family.base_name for family in declared.values()} | {FALLBACK.base_name}
    faults += [
        f"huruf “{name}” dalam PDF tidak diminta oleh templat"
        for name in sorted(carried - expected)
    ]
    return mapping, tuple(faults)


def undeclared_fonts(asked: Iterable[str]) -> list[str]:
    """The families that may not be printed, in order of name."""
    return sorted(name for name in asked if _printed_as(name) is None)


def fallback_notes(embedded: set[str]) -> tuple[str, ...]:
    """A note where the PDF took characters from the fallback font; no fault."""
    if not any(name.split("-")[0] == FALLBACK.base_name for name in embedded):
        return ()
    return (f"Sebagian karakter dicetak dengan huruf pengganti {FALLBACK.name}.",)


def _printed_as(asked: str) -> Family | None:
    """The declared family for a name; a stand-in may also be asked for by its own name."""
    own = {family.name: family for family in FAMILIES}
    return STAND_INS.get(asked) or own.get(asked)


TEXT_FONTS: Final = tuple(name for name, family in STAND_INS.items() if family is not _SYMBOL)
"""What an office may write its text in."""
