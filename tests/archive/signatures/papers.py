"""Issued papers with places to sign, and what honest and dishonest people do to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from tests.workers.signing import sign

ROLES = ("pihak_pertama", "pihak_kedua")


def issued(folder: Path, name: str = "issued.pdf") -> Path:
    """A page with two places to sign, as the stamp leaves it."""
    plain, path = folder / f"plain-{name}", folder / name
    writer = PdfWriter()
    _page(writer, 300, 400, b"BT /F 9 Tf (Target 90) Tj ET")
    writer.write(plain)
    with plain.open("rb") as source, path.open("wb") as target:
        update = IncrementalPdfFileWriter(source)
        for number, role in enumerate(ROLES):
            box = (20, 20 + 60 * number, 120, 60 + 60 * number)
            append_signature_field(update, SigFieldSpec(role, box=box))
        update.write(target)
    return path


def _page(writer: PdfWriter, width: int, height: int, drawing: bytes) -> None:
    page, content = writer.add_blank_page(width, height), StreamObject()
    content.set_data(drawing)
    page[NameObject("/Contents")] = writer._add_object(content)


def signed(source: Path, name: str = "signed.pdf", *, role: str = ROLES[0]) -> Path:
    """Signed with a signing program, its ink a page of its own."""
    ink, target = source.with_name("ink.pdf"), source.with_name(name)
    writer = PdfWriter()
    _page(writer, 100, 40, b"0 0 100 40 re f")
    writer.write(ink)
    sign(source, target, field=role, ink=ink)
    return target


def changed(source: Path, change: Callable[[IncrementalPdfFileWriter], object], name: str) -> Path:
    """Changed by an update that is appended, as an editor of PDF does."""
    target = source.with_name(name)
    with source.open("rb") as before, target.open("wb") as after:
        writer = IncrementalPdfFileWriter(before)
        change(writer)
        writer.write(after)
    return target


def another_figure(writer: IncrementalPdfFileWriter) -> None:
    """The target becomes another one."""
    page = writer.root["/Pages"]["/Kids"][0]
    content = generic.StreamObject(stream_data=b"BT /F 9 Tf (Target 10) Tj ET")
    page["/Contents"] = writer.add_object(content)
    writer.update_container(page)


def a_note(writer: IncrementalPdfFileWriter) -> None:
    """A note is laid over the page."""
    page = writer.root["/Pages"]["/Kids"][0]
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Contents"): generic.pdf_string("Target 10"),
            generic.pdf_name("/Rect"): generic.ArrayObject(
                [generic.NumberObject(each) for each in (0, 0, 99, 99)]
            ),
        }
    )
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])


def turned(writer: IncrementalPdfFileWriter) -> None:
    """The page stands on its head."""
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)
    writer.update_container(page)
