"""``/dokumen/…``: a document's whole life on one page, its files, its wholeness."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path as FilePath
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response

from archive.classification import remarks, schemes
from archive.errors import ArchiveError
from archive.filing import Sort
from archive.index.catalogue import Document, Version
from service.accounts.acts import Act
from service.accounts.permissions import may
from service.actions.compare_versions import printed_file
from service.actions.examine_document import examine_document
from service.actions.hand_out import hand_out
from service.app import House
from service.door.caller import Caller
from service.door.files import answer_with, download_name
from service.door.seeing import document_seen, successor_of
from service.door.uploads import scratch
from service.web.asking import reads
from service.web.notices import moved
from service.web.rendering import page
from workers.errors import JobUnknown
from workers.jobs import Job

router = APIRouter(prefix="/dokumen/{document}")
Sees = Annotated[Caller, Depends(reads(Act.SEE_DOCUMENTS))]
Downloads = Annotated[Caller, Depends(reads(Act.DOWNLOAD))]
Examines = Annotated[Caller, Depends(reads(Act.EXAMINE))]
Number = Annotated[int, Path(ge=1, le=1_000_000)]
_PROVENANCE = "provenance.json"


@router.get("")
def life(request: Request, document: str, caller: Sees) -> Response:
    """All that is known of a document, for whoever may know of it."""
    found, house = document_seen(document, caller), caller.house
    office = found.record.office
    with scratch(house) as folder:
        made = {
            each.number.value: _made(found, each, folder, house)
            for each in found.versions
            if each.sort is Sort.FILES
        }
    return page(
        request,
        "document.html",
        caller=caller,
        document=found,
        successor=successor_of(found, caller),
        remarks=remarks(found.record.classification, found.keeping.scheme, found.record)
        if may(caller.person, Act.KEEP, office)
        else (),
        schemes=schemes(),
        may_keep=may(caller.person, Act.KEEP, office),
        made=made,
        jobs={each.number.value: _job(each, house) for each in found.versions},
        printed=printed_file(found.head),
        trail=house.archive.trail(found.document)
        if may(caller.person, Act.SEE_TRAIL, office)
        else None,
        may_examine=may(caller.person, Act.EXAMINE, office),
        may_download=may(caller.person, Act.DOWNLOAD, office),
    )


@router.post("/uji")
def examine(request: Request, document: str, caller: Examines) -> Response:
    """Compare every byte with what was filed; noted in the trail."""
    found = document_seen(document, caller)
    noticed = examine_document(found.document, house=caller.house)
    if not noticed:
        told = "Dokumen ini utuh: setiap bita sama dengan yang diarsipkan."
        return moved(request, f"/dokumen/{found.document}", caller=caller, told=told)
    return page(request, "examined.html", caller=caller, document=found, noticed=noticed)


@router.get("/versi/{version}/berkas/{name}")
def file(
    request: Request,
    document: str,
    version: Number,
    name: str,
    caller: Downloads,
    *,
    tampil: bool = False,
) -> Response:
    """A file of this very version, checked on its way out; noted in the trail."""
    found = document_seen(document, caller)
    with scratch(caller.house) as folder:
        stored, content = hand_out(
            found, version=version, file=name, folder=folder, house=caller.house
        )
    record, path = found.record, PurePath(stored.name)
    told = download_name(
        record.kind,
        record.number or found.document.value,
        f"v{version}",
        path.stem,
        suffix=path.suffix,
    )
    return answer_with(stored, content, name=told, request=request, inline=tampil)


@dataclass(frozen=True, slots=True)
class Made:
    """How a version was made, as its provenance tells."""

    software: str = ""
    template: str = ""
    """SHA-256."""
    findings: tuple[dict[str, Any], ...] = ()


def _made(found: Document, version: Version, folder: FilePath, house: House) -> Made | None:
    """What provenance tells of a version; None where it cannot be read, which examining tells."""
    aside = folder / f"{version.number}.json"
    with suppress(ArchiveError, ValueError, KeyError, TypeError):
        house.archive.fetch(found.document, version=version.number, name=_PROVENANCE, to=aside)
        told = json.loads(aside.read_bytes())
        return Made(
            software=told["software"]["version"],
            template=told["template"]["sha256"],
            findings=tuple(told["findings"]),
        )
    return None


def _job(version: Version, house: House) -> Job | None:
    """The request that a version came from, as long as the ledger knows it."""
    with suppress(JobUnknown):
        return house.jobs.get(version.key)
    return None
