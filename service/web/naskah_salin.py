"""``/naskah/salin``: begin a draft with the data of an issued document, such as last year's."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response

from archive.index.search import Search
from service.accounts.acts import Act
from service.actions.copy_document import copy_document
from service.door.caller import Caller
from service.door.seeing import document_seen, search_seen
from service.web import cursor
from service.web.asking import Fields, reads, text_of
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/naskah/salin")
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]
_MOST: Final = 50


@router.get("")
def copies(
    request: Request, caller: Writes, cari: cursor.Word = "", jenis: cursor.Word = ""
) -> Response:
    """Documents that were issued, to begin the next one with their data."""
    kinds = caller.house.kinds
    wanted = search_seen(Search(text=cari.strip() or None, kind=jenis or None), caller)
    found = caller.house.archive.search(wanted, limit=_MOST)
    return page(
        request,
        "naskah/salin.html",
        caller=caller,
        entries=[each for each in found.entries if each.record.kind in kinds],
        more=found.next is not None,
        kinds=kinds,
        cari=cari,
        jenis=jenis,
    )


@router.post("")
def copy(request: Request, caller: Writes, fields: Fields) -> Response:
    """Begin a draft with the data of an issued document."""
    document = document_seen(text_of(fields, "dokumen"), caller)
    title = f"Salinan: {document.record.title}"[:200]
    draft = copy_document(document, title=title, person=caller.person, house=caller.house)
    many = len(draft.copied.kept) if draft.copied else 0
    told = "Data disalin tanpa nomornya"
    told += f"; {many} isian yang perlu disesuaikan ditandai di sampingnya." if many else "."
    return moved(request, f"/naskah/{draft.id}", caller=caller, told=told)
