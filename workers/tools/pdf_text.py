"""The text of a PDF as its content streams have it: quick enough to look at every print.

No layout is rebuilt: characters come in the order in which they were drawn, without regard to
spaces, which is all that one needs to see whether a text is there. Where it is not found so, ask
``poppler_texts`` before saying that it lacks.
"""

from __future__ import annotations

import codecs
import re
import shutil
import subprocess
from binascii import unhexlify
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from workers.tools.pdf import array_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pypdf import PdfReader

_TOKEN: Final = re.compile(
    rb"/(?P<font>[^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf\b"
    rb"|\[(?P<array>[^\]()]*)\]\s*TJ\b"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|\((?P<literal>(?:\\.|[^\\()])*)\)"
    rb"|/(?P<form>[^\s/<>\[\]()]+)\s+Do\b"
    rb"|/Span\s*<<\s*/ActualText\s*<(?P<actual>[0-9A-Fa-f\s]*)>\s*>>\s*BDC\b"
    rb"|/(?P<tag>[^\s/<>\[\]()]+)\s*(?:<<(?:[^<>]|<[0-9A-Fa-f\s]*>|<<[^<>]*>>)*>>|/\S+)?\s*B[DM]C\b"
    rb"|(?P<end>\bEMC\b)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PLAIN: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_RANGE: Final = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_MAPPING: Final = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_WHOLE_BYTES: Final = re.compile(rb"(?:[^<>]*<(?:[0-9A-Fa-f]{2})*>)*[^<>]*")
"""An array of strings as LibreOffice writes them: no space within, no half byte."""
_SPOKEN: Final = b"ActualText"
"""Marks content whose text was told beforehand (ISO 32000-1 §14.9.4)."""
_UNKNOWN: Final = "\ufffd"
_IGNORED: Final = re.compile(r"[\s\u00ad\u200b]+")
"""Spaces of all sorts, and where a line may break."""


@dataclass(frozen=True, slots=True)
class DrawnText:
    """The characters of a document in the order of drawing, spaces left out."""

    body: str
    """Without artifacts: running heads, footers and marks."""
    everything: str

    def shows(self, text: str) -> bool:
        """Whether a text is drawn somewhere, no matter how it was broken into lines."""
        wanted = squeezed(text)
        return wanted in self.body or wanted in self.everything


@dataclass(frozen=True, slots=True)
class _Font:
    """How the codes of a font are read."""

    width: int
    """Bytes in a code."""
    characters: Mapping[int, str]

    def read(self, codes: bytes) -> str:
        if self.width == 1:
            return codecs.charmap_decode(codes, "replace", self.characters)[0]
        starts = range(0, len(codes), self.width)
        numbers = (int.from_bytes(codes[start : start + self.width]) for start in starts)
        return "".join([self.characters.get(code, _UNKNOWN) for code in numbers])


def squeezed(text: str) -> str:
    """A text without its spaces and soft hyphens."""
    return _IGNORED.sub("", text)


def drawn_text(reader: PdfReader) -> DrawnText:
    """All that a document draws, page by page."""
    pen = _Pen()
    for page in reader.pages:
        parts = array_of(page.raw_get("/Contents") if "/Contents" in page else None)
        streams = (part.get_object() for part in parts)
        content = b"\n".join(each.get_data() for each in streams if isinstance(each, StreamObject))
        pen.draw(content, page.get("/Resources", DictionaryObject()).get_object())
    return DrawnText(squeezed("".join(pen.body)), squeezed("".join(pen.everything)))


def poppler_texts(path: Path) -> tuple[str, ...]:
    """The text as poppler reads it, spaces left out: as drawn, and as it stands on the page.

    LibreOffice draws the characters of a fallback font after those of the line's own font, so
    only their places tell their order. Empty where poppler is not installed.
    """
    program = shutil.which("pdftotext")
    if program is None:
        return ()
    # With a colour profile, poppler inverts its curves anew for every page: 70 ms each, ten times
    # what the text of the page takes. Hidden from it, every offset in the file stays true.
    given = path.read_bytes().replace(b"/OutputIntents", b"/OutputIntentX")
    told = (
        subprocess.run(
            [program, *order, "-enc", "UTF-8", "-", "-"],
            input=given,
            capture_output=True,
            check=False,
            timeout=60,
        )
        for order in (["-raw"], [])
    )
    return tuple(squeezed(each.stdout.decode(errors="replace")) for each in told)


class _Pen:
    """What was drawn so far, and whether it counts as body."""

    def __init__(self) -> None:
        self.body: list[str] = []
        self.everything: list[str] = []
        self._marks: list[bytes] = []
        self._fonts: dict[int, _Font] = {}

    def draw(self, content: bytes, resources: DictionaryObject) -> None:
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        forms = resources.get("/XObject", DictionaryObject()).get_object()
        font: _Font | None = None
        for token in _TOKEN.finditer(content):
            value = token[token.lastgroup or 0]
            match token.lastgroup:
                case "font":
                    font = self._font(fonts, value)
                case "array" | "hex" | "literal" if font is not None:
                    self._show(font.read(_bytes_of(token.lastgroup, value)))
                case "form":
                    self._draw_form(forms, value)
                case "actual":
                    self._show(_unicode(value).removeprefix("\ufeff"))
                    self._marks.append(_SPOKEN)
                case "tag":
                    self._marks.append(value)
                case "end" if self._marks:
                    self._marks.pop()

    def _show(self, text: str) -> None:
        if _SPOKEN in self._marks:
            return
        self.everything.append(text)
        if b"Artifact" not in self._marks:
            self.body.append(text)

    def _draw_form(self, forms: DictionaryObject, name: bytes) -> None:
        form = forms.get(f"/{name.decode('latin-1')}")
        form = form.get_object() if form is not None else None
        if isinstance(form, StreamObject) and form.get("/Subtype") == "/Form":
            self.draw(form.get_data(), form.get("/Resources", DictionaryObject()).get_object())

    def _font(self, fonts: DictionaryObject, name: bytes) -> _Font | None:
        key = f"/{name.decode('latin-1')}"
        if key not in fonts:
            return None
        reference = fonts.raw_get(key)
        number = reference.idnum if isinstance(reference, IndirectObject) else id(reference)
        if number not in self._fonts:
            self._fonts[number] = _read_font(reference.get_object())
        return self._fonts[number]


def _read_font(font: DictionaryObject) -> _Font:
    unicode_map = font.get("/ToUnicode")
    stream = unicode_map.get_object() if unicode_map is not None else None
    if not isinstance(stream, StreamObject):
        return _Font(1, {code: chr(code) for code in range(256)})
    content = stream.get_data()
    space = _RANGE.search(content)
    width = len(space[1]) // 2 if space else 1
    characters: dict[int, str] = {}
    for kind, block in _MAPPING.findall(content):
        values = [each.translate(None, b" \r\n\t") for each in _HEX.findall(block)]
        if kind == b"bfchar":
            pairs = zip(values[::2], values[1::2], strict=False)
            characters.update((int(code, 16), _unicode(value)) for code, value in pairs)
        else:
            characters.update(_ranges(values))
    return _Font(width, characters)


def _ranges(values: list[bytes]) -> dict[int, str]:
    found = {}
    for first, last, value in zip(values[::3], values[1::3], values[2::3], strict=False):
        start = _unicode(value)
        for step in range(int(last, 16) - int(first, 16) + 1):
            found[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
    return found


def _unicode(value: bytes) -> str:
    return bytes.fromhex(value.decode()).decode("utf-16-be", errors="replace")


def _bytes_of(kind: str | None, value: bytes) -> bytes:
    if kind == "array":
        pieces = _HEX.findall(value)
        if _WHOLE_BYTES.fullmatch(value):
            return unhexlify(b"".join(pieces))
        return b"".join([_bytes_of("hex", each) for each in pieces])
    if kind == "hex":
        digits = value.translate(None, b" \r\n\t")
        return unhexlify(digits if len(digits) % 2 == 0 else digits + b"0")
    return _ESCAPE.sub(_unescaped, value)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 0xFF])
    if code in {b"\n", b"\r", b"\r\n"}:
        return b""
    return _PLAIN.get(code, code)
