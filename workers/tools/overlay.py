"""What a print adds to its pages: the verification footer, or the marks of a KONSEP.

Everything is an artifact (ISO 14289-1 §7.1): a screen reader passes over it, the body stays as
it was tagged. What all pages share is one form; only “Halaman x dari y” is drawn page by page.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from workers.errors import OutputRefused
from workers.tools.pdf import array_of, numbers_of
from workers.tools.qr import draw_qr
from workers.tools.typeface import BOLD, FALLBACK, REGULAR, Typeface, lacking, typeface

if TYPE_CHECKING:
    from pypdf.generic import IndirectObject

    from workers.tools.pdf import PdfRewrite

MM: Final = 72 / 25.4
BAND: Final = 15 * MM
"""Height of the strip that templates leave free at the foot of a page."""
SIDE: Final = 15 * MM
"""Distance of the footer from the edges at left and right."""
FLOOR: Final = 4.2 * MM
"""Nothing lies lower: office printers do not print there."""
CODE_SIDE: Final = 10.2 * MM
"""Side of the QR: modules of 0,3 mm at the usual 33 across, which telephones read well."""
GAP: Final = 2.6 * MM

_INK: Final = b"0.15 g"
_SOFT: Final = b"0.38 g"
_WATERMARK: Final = b"0.93 g"
_KONSEP: Final = "KONSEP"


@dataclass(frozen=True, slots=True)
class Footer:
    """What the footer of an issued document says."""

    number: str | None
    """Official number, verbatim; None where the document bears none."""
    code: str
    """Verification code."""
    url: str
    """Address that the QR holds."""

    @property
    def lines(self) -> tuple[tuple[str, float, bytes], ...]:
        """Text, size in points and colour of each line beside the QR, from top to bottom."""
        number = " ".join((self.number or "").split())
        return (
            *(((f"Nomor {number}", 7.0, _INK),) if number else ()),
            (f"Kode verifikasi {self.code}", 7.0, _INK),
            (f"Periksa keaslian: pindai kode QR atau buka {self.url}", 5.8, _SOFT),
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as a reader sees it."""

    width: float
    height: float
    upright: tuple[float, float, float, float, float, float]
    """Matrix from the page as seen (origin at its lower left) to its own coordinates."""

    @classmethod
    def of(cls, page: DictionaryObject) -> Sheet:
        """The visible area of a page, turned as it is shown."""
        box = page.raw_get("/CropBox" if "/CropBox" in page else "/MediaBox")
        left, bottom, right, top = numbers_of(box)
        across, up = right - left, top - bottom
        quarters = int(sum(numbers_of(page.get("/Rotate")))) // 90 % 4
        return (
            cls(across, up, (1, 0, 0, 1, left, bottom)),
            cls(up, across, (0, 1, -1, 0, right, bottom)),
            cls(across, up, (-1, 0, 0, -1, right, top)),
            cls(up, across, (0, -1, 1, 0, left, top)),
        )[quarters]


def add_footer(pdf: PdfRewrite, footer: Footer) -> None:
    """Print number, verification code, QR and page count at the foot of every page."""
    pages = [pdf.change(page) for page in pdf.pages()]
    face = _face_for("".join(text for text, _, _ in footer.lines) + "Halaman dari 0123456789")
    font = face.embed(pdf)
    forms: dict[float, IndirectObject] = {}
    before = pdf.add_stream(b"", b"q", deflate=False)
    for index, page in enumerate(pages, start=1):
        sheet = Sheet.of(page)
        label = f"Halaman {index} dari {len(pages)}"
        room = sheet.width - 2 * SIDE - CODE_SIDE - 2 * GAP - face.width(label, size=7)
        if sheet.width not in forms:
            forms[sheet.width] = _footer_form(
                pdf, footer, face=face, font=font, room=room, width=sheet.width
            )
        name = b"LontarKaki%d" % list(forms).index(sheet.width)
        _name(pdf, page, "/XObject", name.decode(), forms[sheet.width])
        _name(pdf, page, "/Font", "LontarHuruf", font)
        x = sheet.width - SIDE - face.width(label, size=7)
        drawn = b"/%b Do\n%b" % (name, _line(face, label, x=x, y=_baselines(3)[0], size=7))
        _wrap(pdf, page, before, _artifact(sheet, "Footer", drawn, height=BAND))


def add_konsep(pdf: PdfRewrite, sentence: str) -> None:
    """Mark every page as a draft print: a word behind the text, a sentence at its foot."""
    pages = [pdf.change(page) for page in pdf.pages()]
    bold = typeface(BOLD, _KONSEP)
    face = _face_for(sentence + "Halaman dari 0123456789")
    large, small = bold.embed(pdf), face.embed(pdf)
    before: dict[Sheet, IndirectObject] = {}
    for index, page in enumerate(pages, start=1):
        sheet = Sheet.of(page)
        if sheet not in before:
            mark = _artifact(sheet, "Watermark", _watermark(bold, sheet), height=sheet.height)
            before[sheet] = pdf.add_stream(b"", mark + b"\nq", deflate=False)
        _name(pdf, page, "/Font", "LontarTebal", large)
        _name(pdf, page, "/Font", "LontarHuruf", small)
        text = f"{sentence} · Halaman {index} dari {len(pages)}"
        size = min(7.0, 7.0 * (sheet.width - 2 * SIDE) / face.width(text, size=7))
        x = (sheet.width - face.width(text, size=size)) / 2
        drawn = _line(face, text, x=x, y=8 * MM, size=size)
        _wrap(pdf, page, before[sheet], _artifact(sheet, "Footer", drawn, height=BAND))


def _face_for(text: str) -> Typeface:
    """A typeface that has every character of the text."""
    for file in (REGULAR, FALLBACK):
        if not lacking(file, text):
            return typeface(file, text)
    missing = " ".join(f"U+{ord(each):04X}" for each in sorted(lacking(FALLBACK, text)))
    raise OutputRefused((f"huruf {missing} pada nomor tidak dapat dicetak di kaki halaman",))


def _footer_form(
    pdf: PdfRewrite,
    footer: Footer,
    *,
    face: Typeface,
    font: IndirectObject,
    room: float,
    width: float,
) -> IndirectObject:
    """The part of the footer that all pages of one width share."""
    x = SIDE + CODE_SIDE + GAP
    code = b"q 0 g 1 0 0 1 %.3f %.3f cm\n%b\nQ" % (SIDE, FLOOR, draw_qr(footer.url, side=CODE_SIDE))
    content = [code]
    # The last line runs below the page count and may use its width too.
    rooms = [room] * (len(footer.lines) - 1) + [width - SIDE - x]
    baselines = _baselines(len(footer.lines))
    for (text, size, ink), y, available in zip(footer.lines, baselines, rooms, strict=True):
        fitting = min(size, available / face.width(text, size=1))
        content.append(_line(face, text, x=x, y=y, size=fitting, ink=ink))
    return pdf.add_stream(
        b"/Type/XObject/Subtype/Form/BBox[0 0 %.3f %.3f]/Resources<</Font<</LontarHuruf %d 0 R>>>>"
        % (width, BAND, font.idnum),
        b"\n".join(content),
    )


def _baselines(lines: int) -> list[float]:
    """Heights of the lines beside the QR: the first meets its top, the last its foot."""
    top, foot = FLOOR + CODE_SIDE - 7 * 0.72, FLOOR + 0.4
    return [top - (top - foot) * each / (lines - 1) for each in range(lines)]


def _watermark(face: Typeface, sheet: Sheet) -> bytes:
    """The word along the diagonal from lower left to upper right, as large as fits."""
    angle = math.atan2(sheet.height, sheet.width)
    size = 0.55 * math.hypot(sheet.width, sheet.height) / face.width(_KONSEP, size=1)
    along, up = face.width(_KONSEP, size=size) / 2, 0.36 * size
    cosine, sine = math.cos(angle), math.sin(angle)
    return b"BT /LontarTebal %.2f Tf %b %.5f %.5f %.5f %.5f %.3f %.3f Tm %b Tj ET" % (
        size,
        _WATERMARK,
        cosine,
        sine,
        -sine,
        cosine,
        sheet.width / 2 - along * cosine + up * sine,
        sheet.height / 2 - along * sine - up * cosine,
        face.shown(_KONSEP),
    )


def _line(
    face: Typeface, text: str, *, x: float, y: float, size: float, ink: bytes = _INK
) -> bytes:
    return b"BT /LontarHuruf %.3f Tf %b %.3f %.3f Td %b Tj ET" % (
        size,
        ink,
        x,
        y,
        face.shown(text),
    )


def _artifact(sheet: Sheet, subtype: str, drawn: bytes, *, height: float) -> bytes:
    """Operators marked as pagination artifact, in the coordinates of the page as seen."""
    attached = b"/Attached[/Bottom]" if subtype == "Footer" else b""
    return (
        b"/Artifact<</Type/Pagination/Subtype/%b%b/BBox[0 0 %.3f %.3f]>>BDC\nq %b cm\n%b\nQ EMC"
        % (
            subtype.encode(),
            attached,
            sheet.width,
            height,
            b" ".join(b"%.6g" % each for each in sheet.upright),
            drawn,
        )
    )


def _wrap(pdf: PdfRewrite, page: DictionaryObject, before: IndirectObject, after: bytes) -> None:
    """Put the page's own content between two streams, its graphics state kept to itself."""
    own = array_of(page.raw_get("/Contents") if "/Contents" in page else None)
    last = pdf.add_stream(b"", b"Q\n" + after, deflate=False)
    page[NameObject("/Contents")] = ArrayObject([before, *own, last])


def _name(
    pdf: PdfRewrite, page: DictionaryObject, category: str, name: str, thing: IndirectObject
) -> None:
    """Give a resource its name on a page; pages that share their resources share the name."""
    resources = pdf.child(page, "/Resources")
    pdf.child(resources, category)[NameObject(f"/{name}")] = thing
