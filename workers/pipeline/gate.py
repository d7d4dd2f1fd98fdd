"""The output gate: the finished PDF is looked at as a stranger would, before it is filed.

LibreOffice reports success whatever it did. So each promise is looked for in the bytes that are
to be kept, and all faults are told at once.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

from workers.errors import OutputRefused
from workers.pipeline.artifacts import CheckedPdf, digest_of
from workers.tools.docx_fonts import fonts_of_docx
from workers.tools.fonts import check_fonts, fallback_notes
from workers.tools.pdf_fonts import fonts_of_pdf
from workers.tools.pdf_text import drawn_text, poppler_texts, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.pipeline.artifacts import Draft, StampedPdf

MOST_PAGES: Final = 500
"""A longer print is a mistake in the data; no office signs it."""
TAGS: Final = ("{{", "{%")
CLAIMS: Final = {
    "tanda PDF/A-2b": (b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:conformance>B<"),
    "tanda PDF/UA-1": (b"<pdfuaid:part>1</pdfuaid:part>",),
}


def pass_gate(document: StampedPdf) -> CheckedPdf:
    """Let a PDF pass that holds what it must; otherwise refuse it with every fault found."""
    if digest_of(document.path) != document.digest:
        raise OutputRefused(("isi berkas PDF berubah sesudah dicap",))
    draft = document.made_from.made_from.draft
    try:
        reader = PdfReader(BytesIO(document.path.read_bytes()), strict=True)
        if reader.is_encrypted:
            raise OutputRefused(("berkas PDF terkunci sandi",))
        reader.get_num_pages()
        fonts = fonts_of_pdf(reader)
        asked = fonts_of_docx(document.made_from.made_from.path)
        mapping, font_faults = check_fonts(asked, set(fonts.body))
        faults = (
            *_page_faults(reader, document),
            *_structure_faults(reader),
            *_text_faults(reader, document),
            *(f"huruf “{name}” tidak disertakan dalam PDF" for name in sorted(fonts.outside)),
            *font_faults,
            *(() if draft.konsep else _signature_faults(reader, document)),
        )
    except (PyPdfError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise OutputRefused((f"berkas PDF tidak terbaca ({error})",)) from error
    if faults:
        raise OutputRefused(faults)
    return CheckedPdf(document, mapping, fallback_notes(set(fonts.body)))


def _page_faults(reader: PdfReader, document: StampedPdf) -> Iterator[str]:
    pages = len(reader.pages)
    if not 1 <= pages <= MOST_PAGES:
        yield f"jumlah halaman {pages} di luar batas 1 sampai {MOST_PAGES}"
    # The stamp counted the pages that the layout program gave.
    if pages != document.pages:
        yield f"jumlah halaman berubah dari {document.pages} menjadi {pages} ketika dicap"


def _structure_faults(reader: PdfReader) -> Iterator[str]:
    root = reader.root_object
    metadata = root.get("/Metadata", DictionaryObject()).get_object()
    packet = metadata.get_data() if isinstance(metadata, StreamObject) else b""
    for name, texts in CLAIMS.items():
        if not all(text in packet for text in texts):
            yield f"{name} tidak ada"
    if not root.get("/MarkInfo", DictionaryObject()).get("/Marked"):
        yield "halaman tidak bertanda struktur"
    if "/StructTreeRoot" not in root:
        yield "pohon struktur tidak ada"
    if not root.get("/Lang"):
        yield "bahasa dokumen tidak ada"
    if not root.get("/OutputIntents"):
        yield "profil warna keluaran tidak ada"


def _text_faults(reader: PdfReader, document: StampedPdf) -> Iterator[str]:
    draft = document.made_from.made_from.draft
    drawn = drawn_text(reader)
    wanted = _wanted(draft, document.pages)
    if lacking := [text for text in wanted if not drawn.shows(text)]:
        # A second reader knows more of scripts and places; a process start, so only then.
        readings = poppler_texts(document.path)
        for text in lacking:
            if not any(squeezed(text) in reading for reading in readings):
                yield f"“{text}” tidak tercetak"
    for tag in TAGS:
        if tag in drawn.everything and not _contains(draft, tag):
            yield f"kode templat “{tag}” tersisa di halaman"


def _wanted(draft: Draft, pages: int) -> list[str]:
    """The texts that must be seen, each once."""
    numbered = [draft.number] if draft.number else []
    coded = [draft.code] if draft.code else []
    counted = [f"Halaman {index} dari {pages}" for index in range(1, pages + 1)]
    return list(dict.fromkeys([*draft.description.must_show, *numbered, *coded, *counted]))


def _contains(draft: Draft, tag: str) -> bool:
    """Whether an office itself typed what looks like a tag."""
    return any(tag in text for text in (draft.number or "", *_strings(draft.data)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from _strings(value.model_dump(mode="json"))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _strings(part)


def _signature_faults(reader: PdfReader, document: StampedPdf) -> Iterator[str]:
    """One empty, visible field a signatory, on its page, where the stamp says it is."""
    form = reader.root_object.get("/AcroForm", DictionaryObject()).get_object()
    fields = [field.get_object() for field in form.get("/Fields", ())]
    empty = {str(f.get("/T")): f for f in fields if f.get("/FT") == "/Sig" and "/V" not in f}
    told = {each.role: each for each in document.signatures}
    for signatory in document.made_from.made_from.draft.description.signatories:
        box, field = told.get(signatory.role), empty.pop(signatory.role, None)
        if box is None or field is None:
            yield f"tempat tanda tangan “{signatory.label}” tidak ada"
            continue
        if box.page > len(reader.pages):
            yield f"tempat tanda tangan “{signatory.label}” tidak berada pada halamannya"
            continue
        page = reader.pages[box.page - 1]
        if field not in [each.get_object() for each in page.get("/Annots", ())]:
            yield f"tempat tanda tangan “{signatory.label}” tidak berada pada halamannya"
        left, bottom, right, top = box.box
        inside = page.mediabox.left <= left < right <= page.mediabox.right
        if not (inside and page.mediabox.bottom <= bottom < top <= page.mediabox.top):
            yield f"tempat tanda tangan “{signatory.label}” berada di luar kertas"
    for role in empty:
        yield f"tempat tanda tangan “{role}” tidak punya penanda tangan"
