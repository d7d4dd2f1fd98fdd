"""The stamp: number, verification code and QR on every page, and the places to sign.

It also makes the bytes depend on the content alone: what LibreOffice takes from the clock or
from chance (dates, the ID, the checksum, the date in the colour profile) is written anew.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from workers.pipeline.artifacts import SignatureBox, StampedPdf, digest_of
from workers.tools.overlay import Footer, add_footer, add_konsep
from workers.tools.pdf import PdfRewrite, array_of, numbers_of, stream, text_string
from workers.tools.signature_fields import blank_marks, clear_pictures, find_marks, place_fields
from workers.tools.type1 import settle_unique_id
from workers.tools.xmp import xmp_packet

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf.generic import PdfObject

    from doc_templates.kind import Description
    from workers.pipeline.artifacts import Draft, PlainPdf

NAME: Final = "document.pdf"
CREATOR: Final = "Lontar"
UNDATED: Final = 1970
"""Year of a KONSEP that bears no date yet: a PDF must name one, and it must not come from today."""

_ICC_DATE: Final = slice(24, 36)
"""When the profile was made (ICC.1:2010 §7.2.7): six big-endian numbers of 16 bits."""
_ICC_EPOCH: Final = b"".join(n.to_bytes(2, "big") for n in (2000, 1, 1, 0, 0, 0))


def stamp(document: PlainPdf, *, folder: Path) -> StampedPdf:
    """Print the footer and place the signature fields; a KONSEP is marked as such instead."""
    draft = document.made_from.draft
    pdf = PdfRewrite(document.path.read_bytes())
    _settle_links(pdf)
    signatures: tuple[SignatureBox, ...] = ()
    if draft.konsep:
        blank_marks(pdf, find_marks(pdf))
        add_konsep(pdf, _konsep_sentence(draft))
    else:
        signatories = draft.description.signatories
        signatures = tuple(
            SignatureBox(each.role, each.label, mark.page, mark.box)
            for each, mark in zip(signatories, place_fields(pdf, signatories), strict=True)
        )
        add_footer(pdf, Footer(draft.number, draft.code or "", draft.verify_url or ""))
    clear_pictures(pdf)
    _settle_colour_profile(pdf)
    _settle_type1_fonts(pdf)
    info = _describe(pdf, draft)
    path = folder / NAME
    path.write_bytes(pdf.to_bytes(info))
    return StampedPdf(
        path=path,
        digest=digest_of(path),
        made_from=document,
        pages=len(pdf.pages()),
        signatures=signatures,
    )


def own_date(description: Description) -> datetime:
    """The first moment of the document's own date, as precisely as it is known."""
    parts = [int(part) for part in (description.date or "").split("T")[0].split("-") if part]
    year, month, day = [*parts, 1, 1][:3] if parts else (description.year or UNDATED, 1, 1)
    return datetime(year, month, day, tzinfo=UTC)


def _konsep_sentence(draft: Draft) -> str:
    unnumbered = "" if draft.number else "belum bernomor, "
    return f"KONSEP – {unnumbered}belum diarsipkan"


def _describe(pdf: PdfRewrite, draft: Draft) -> bytes:
    """Write the XMP packet and give the document information that agrees with it."""
    description, root = draft.description, pdf.root()
    created = own_date(description)
    producer = str(pdf.info().get("/Producer", "")).strip() or CREATOR
    packet = xmp_packet(
        title=description.title,
        author=description.office,
        producer=producer,
        creator=CREATOR,
        language=str(root.get("/Lang", "id-ID")),
        identifier=None if draft.konsep else draft.number,
        created=created,
    )
    # Uncompressed, so that programs which know no PDF find it (ISO 19005-2 §6.6.2.1, note).
    metadata = stream(b"/Type/Metadata/Subtype/XML", packet, deflate=False)
    if "/Metadata" in root:
        pdf.replace(root.raw_get("/Metadata"), metadata)
    else:
        root[NameObject("/Metadata")] = pdf.add(metadata)
    when = f"(D:{created:%Y%m%d%H%M%S}Z)".encode()
    return b"<</Title%b/Author%b/Creator%b/Producer%b/CreationDate%b/ModDate%b>>" % (
        text_string(description.title),
        text_string(description.office),
        text_string(CREATOR),
        text_string(producer),
        when,
        when,
    )


def _settle_links(pdf: PdfRewrite) -> None:
    """Let readers go through the links of a page in the order of its structure.

    ISO 14289-1 §7.18.3 asks for the name ``/S``; LibreOffice 7.4 writes the string ``(S)``. It
    also lays a link over the empty end of a field that just fills its line: a link on nothing,
    which no element of the structure holds (§7.18.5). The link over the words stays.
    """
    for each in pdf.pages():
        page = pdf.change(each)
        if "/Annots" in page:
            notes = array_of(page["/Annots"])
            page[NameObject("/Annots")] = ArrayObject(one for one in notes if not _on_nothing(one))
            page[NameObject("/Tabs")] = NameObject("/S")


def _on_nothing(annotation: PdfObject) -> bool:
    found = annotation.get_object()
    if not isinstance(found, DictionaryObject) or found.get("/Subtype") != "/Link":
        return False
    return "/StructParent" not in found


def _settle_colour_profile(pdf: PdfRewrite) -> None:
    """Give the colour profile of the output intent a fixed date."""
    for intent in array_of(pdf.root().get("/OutputIntents")):
        found = intent.get_object()
        if not isinstance(found, DictionaryObject) or "/DestOutputProfile" not in found:
            continue
        reference = found.raw_get("/DestOutputProfile")
        profile = reference.get_object()
        if isinstance(profile, StreamObject):
            content = bytearray(profile.get_data())
            content[_ICC_DATE] = _ICC_EPOCH
            components = b"/N %d" % int(sum(numbers_of(profile.raw_get("/N"))))
            pdf.replace(reference, stream(components, bytes(content)))


def _settle_type1_fonts(pdf: PdfRewrite) -> None:
    """Give Type 1 fonts one number in place of the one that the engine counts up."""
    for reference in pdf.holding(b"/FontFile "):
        descriptor = reference.get_object()
        if not isinstance(descriptor, DictionaryObject) or "/FontFile" not in descriptor:
            continue
        font = descriptor.raw_get("/FontFile")
        program = font.get_object()
        if not isinstance(program, StreamObject):
            continue
        clear, sealed, rest = (
            int(sum(numbers_of(program.raw_get(key))))
            for key in ("/Length1", "/Length2", "/Length3")
        )
        content = settle_unique_id(program.get_data(), clear=clear, sealed=sealed)
        lengths = b"/Length1 %d/Length2 %d/Length3 %d" % (clear, sealed, rest)
        pdf.replace(font, stream(lengths, content))
