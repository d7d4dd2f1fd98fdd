"""Lay out a filled form as PDF/A-2b and PDF/UA-1, and see that it became that.

LibreOffice ignores an export option that it does not know and reports success, so what was asked
for is looked for in the output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import BooleanObject, DictionaryObject, StreamObject

from workers.errors import OutputRefused
from workers.pipeline.artifacts import PlainPdf, digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pypdf.generic import PdfObject

    from workers.pipeline.artifacts import FilledDocx

FILE_NAME: Final = "plain.pdf"

MARKERS: Final = {
    "tanda PDF/A-2b": (b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:conformance>B<"),
    "tanda PDF/UA-1": (b"<pdfuaid:part>1</pdfuaid:part>",),
}
"""What must stand in the XMP, by what an officer would call it."""


class Converter(Protocol):
    """Whatever lays out a DOCX as a PDF."""

    def to_pdf(self, docx: Path, pdf: Path) -> None:
        """Write the PDF whole or not at all; raises an error of ``workers.errors``."""

    def describe(self) -> Mapping[str, str]:
        """What pages depend on besides the document: program, version, fonts, options."""

    def close(self) -> None:
        """Give back what it holds; safe twice."""


def convert(document: FilledDocx, *, converter: Converter, folder: Path) -> PlainPdf:
    """Turn a filled form into ``plain.pdf``; refuse a result that is not what was asked for."""
    path = folder / FILE_NAME
    converter.to_pdf(document.path, path)

    if faults := find_faults(path):
        raise OutputRefused(faults)
    return PlainPdf(path, digest_of(path), document, dict(converter.describe()))


def find_faults(path: Path) -> tuple[str, ...]:
    """What a layout lacks of a tagged PDF/A-2b and PDF/UA-1, in Indonesian; empty when nothing."""
    if not path.is_file():
        return ("mesin tata letak tidak menghasilkan berkas",)
    with path.open("rb") as file:
        if file.read(5) != b"%PDF-":
            return ("hasil tata letak bukan berkas PDF",)
        try:
            return _faults_of(PdfReader(file, strict=True))
        except (PyPdfError, KeyError, ValueError, TypeError, AttributeError) as error:
            return (f"hasil tata letak tidak terbaca ({type(error).__name__})",)


def _faults_of(reader: PdfReader) -> tuple[str, ...]:
    root = reader.root_object
    metadata = _stream(root, "/Metadata")
    preferences = _dictionary(root, "/ViewerPreferences")
    wanted = {
        "halaman": len(reader.pages) > 0,
        "struktur bertanda": _is_true(_dictionary(root, "/MarkInfo"), "/Marked"),
        "pohon struktur": "/K" in _dictionary(root, "/StructTreeRoot"),
        "profil warna keluaran": bool(root.get("/OutputIntents")),
        "bahasa dokumen": bool(root.get("/Lang")),
        "judul pada jendela": _is_true(preferences, "/DisplayDocTitle"),
        **{name: all(text in metadata for text in texts) for name, texts in MARKERS.items()},
    }
    return tuple(
        f"hasil tata letak tidak memiliki {name}" for name, there in wanted.items() if not there
    )


def _dictionary(root: DictionaryObject, name: str) -> DictionaryObject:
    value = _object(root, name)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _stream(root: DictionaryObject, name: str) -> bytes:
    value = _object(root, name)
    return value.get_data() if isinstance(value, StreamObject) else b""


def _is_true(of: DictionaryObject, name: str) -> bool:
    value = _object(of, name)
    return isinstance(value, BooleanObject) and value.value is True


def _object(of: DictionaryObject, name: str) -> PdfObject | None:
    value = of.get(name)
    return None if value is None else value.get_object()
