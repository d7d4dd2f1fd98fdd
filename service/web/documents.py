"""``/dokumen``: browse with facets and words, page by page; take many as a ZIP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, BinaryIO, Final, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, field_validator
from starlette.responses import StreamingResponse

from archive.index.fulltext import question_of
from archive.index.passages import marked
from archive.index.search import Mark, Order, Search
from service.accounts.acts import Act
from service.actions.hand_out_bundle import hand_out_bundle
from service.door.caller import Caller
from service.door.seeing import document_seen, search_seen
from service.door.uploads import scratch
from service.errors import Problem
from service.refusals import RequestInvalid
from service.web import cursor
from service.web.asking import Fields, reads, texts_of
from service.web.navigation import Link
from service.web.rendering import page

router = APIRouter(prefix="/dokumen")
LINKS = (
    Link(
        50,
        "Dokumen",
        "/dokumen",
        Act.SEE_DOCUMENTS,
        "Cari dan buka dokumen yang telah diterbitkan, lengkap dengan riwayatnya.",
    ),
)
Sees = Annotated[Caller, Depends(reads(Act.SEE_DOCUMENTS))]
Downloads = Annotated[Caller, Depends(reads(Act.DOWNLOAD))]
MOST: Final = 200
"""Documents of one ZIP."""
FACETS: Final = {
    "kantor": "office",
    "tahun": "year",
    "jenis": "kind",
    "keadaan": "state",
    "kode": "classification",
}
"""Word in the address → facet of the search."""
_TITLES: Final = {
    "kantor": "Kantor",
    "tahun": "Tahun",
    "jenis": "Jenis",
    "keadaan": "Keadaan",
    "kode": "Kode klasifikasi",
}


class Asked(BaseModel):
    """What is looked for, in the words of the address; what is empty leaves open."""

    q: cursor.Word = ""
    kantor: cursor.Word = ""
    tahun: Annotated[int, Query(ge=1900, le=2200)] | None = None
    jenis: cursor.Word = ""
    keadaan: Literal["", "issued", "signed", "withdrawn", "superseded"] = ""
    kode: cursor.Word = ""

    @field_validator("tahun", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    def search(self, caller: Caller) -> Search:
        """The question to the archive, within what the caller may know of."""
        chosen: dict[str, Any] = {
            facet: getattr(self, word) or None for word, facet in FACETS.items()
        }
        return search_seen(Search(text=self.q.strip() or None, **chosen), caller)


class Paged(Asked):
    """A question, in which order it is answered, and where the page begins."""

    urut: Literal["", "cocok"] = ""
    lanjut: Annotated[str, Query(max_length=500)] = ""


@router.get("")
def documents(request: Request, caller: Sees, asked: Annotated[Paged, Query()]) -> Response:
    """What fits, newest first or best first, with the facets to narrow it."""
    wanted, question = asked.search(caller), question_of(asked.q)
    after = cursor.read(
        asked.lanjut,
        lambda parts: Mark(datetime.fromisoformat(parts[0]), str(parts[1]), int(parts[2])),
    )
    order = Order.FITTING if asked.urut else Order.NEWEST
    found = caller.house.archive.search(wanted, order=order, after=after, limit=cursor.PAGE)
    counted = caller.house.archive.facets(wanted)
    following = found.next
    return page(
        request,
        "documents.html",
        caller=caller,
        asked=asked.model_dump(exclude={"lanjut"}),
        chosen=any(asked.model_dump(exclude={"lanjut", "urut"}).values()),
        narrow=any(getattr(asked, word) for word in FACETS),
        begun=bool(asked.lanjut),
        found=found,
        marked=lambda said: marked(said, question),
        next=following
        and cursor.written(following.created.isoformat(), following.document, following.rank),
        facets=[(word, _TITLES[word], counted[facet]) for word, facet in FACETS.items()],
        all=sum(many for _, many in counted["kind"]) if not asked.jenis else None,
    )


@router.post("/bundel")
def bundle(caller: Downloads, fields: Fields) -> Response:
    """The chosen documents as a ZIP with their digests."""
    chosen = list(dict.fromkeys(texts_of(fields, "dokumen")))
    if not chosen:
        raise RequestInvalid([Problem("dokumen", "Pilihlah sedikitnya satu dokumen.")])
    if len(chosen) > MOST:
        raise RequestInvalid([Problem("dokumen", f"Pilihlah paling banyak {MOST} dokumen.")])
    found = [document_seen(each, caller) for each in chosen]
    with scratch(caller.house) as folder:
        content = hand_out_bundle(found, folder=folder, house=caller.house)
    name = f"dokumen-{len(found)}-{caller.house.clock():%Y%m%d-%H%M%S}.zip"
    return StreamingResponse(
        _chunks(content),
        media_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _chunks(content: BinaryIO) -> Iterator[bytes]:
    with content:
        while chunk := content.read(2**18):
            yield chunk
