"""The house's forms as an office changes them in Word, and kept as its own."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import docx
from docx.document import Document

from archive.database import Database
from doc_templates.registry import kinds
from tests.workers.asking import KIND, MONDAY, SARI
from workers import office_forms
from workers.office_form import FormState, OfficeForm
from workers.tools.docx_package import pack, unpack

OFFICE = "Dinas Kominfo"
NEW_WORDS = "DINAS YANG MELAYANI"


def rewritten(document: Document) -> None:
    """Another heading, a paragraph of its own, and a field moved below another one."""
    paragraphs = document.paragraphs
    title, opening = paragraphs[0], paragraphs[2]
    title.insert_paragraph_before(NEW_WORDS, style="Alinea")
    number = next(each for each in paragraphs if each.text.startswith("NOMOR"))
    number.runs[0].text = number.runs[0].text.replace("NOMOR", "SURAT NOMOR")
    opening._p.addnext(number._p)


def in_word(change: Callable[[Document], None] = rewritten, *, kind: str = KIND) -> bytes:
    """A kind's form, opened, changed and saved; the same change gives the same bytes."""
    document = docx.Document(str(kinds()[kind].template))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    # A saved package holds the hour.
    return pack(unpack(saved.getvalue(), name="templat.docx"), level=6)


def kept(
    database: Database,
    content: bytes,
    *,
    kind: str = KIND,
    office: str = OFFICE,
    at: datetime = MONDAY,
    **known: Any,
) -> OfficeForm:
    """A version of an office's form, in the database."""
    with database.transaction() as connection:
        number = office_forms.next_number(connection, kind=kind, office=office)
        form = OfficeForm(
            id=f"form{kind[:2]}{office[:2]}{number:04}".replace(" ", "-"),
            kind=kind,
            office=office,
            number=number,
            digest=hashlib.sha256(content).hexdigest(),
            size=len(content),
            file_name="templat.docx",
            brought_by=SARI.name,
            brought_at=at,
            reason="Kop baru.",
            judgement='{"passed": true, "faults": [], "fields": [], "unused": []}',
            annotated=True,
            state=FormState.DRAFT,
            **known,
        )
        office_forms.add(connection, form, content=content, annotated=b"PK")
    return form


def published(database: Database, form: OfficeForm | None, **known: Any) -> None:
    """Put a version in force, or the house's form of the sample kind and office."""
    with database.transaction() as connection:
        office_forms.publish(
            connection,
            form and form.id,
            kind=form.kind if form else KIND,
            office=form.office if form else OFFICE,
            by=SARI.name,
            at=MONDAY,
            reason=known.get("reason", "Disetujui kepala dinas."),
        )
