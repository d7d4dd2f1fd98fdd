"""``/arsip/…``: how one document stands and is kept."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter, Depends, Request, Response

from archive.bad_values import BadKeeping, BadValue
from archive.classification import remarks, schemes
from archive.errors import NameAmbiguous, StandingRefused, Unknown
from archive.filing import Sort
from archive.index.search import Search
from archive.keeping import Access, Fate, Keeping, Retention, Start
from archive.records import VersionNumber
from archive.standing import Standing, State
from service.accounts.acts import Act
from service.actions.find_successor import find_successor
from service.actions.keep_document import keep_document
from service.actions.stand_document import stand_document
from service.actions.tell_standing import ACCESS, FATES, STARTS
from service.door.caller import Caller
from service.door.seeing import document_seen, search_seen, successor_of
from service.moments import day_of
from service.web.asking import Fields, reads, text_of
from service.web.forms import Faults, fault_of
from service.web.notices import moved
from service.web.rendering import page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import FormData

    from archive.index.catalogue import Document

router = APIRouter(prefix="/arsip/{document}")
Keeps = Annotated[Caller, Depends(reads(Act.KEEP))]
HIDES: Final = {
    Access.BIASA: "semua peran kantor; publik melihat keterangannya saat memeriksa keaslian",
    Access.TERBATAS: "semua peran kantor; publik hanya diberi tahu bahwa dokumen ini asli",
    Access.RAHASIA: "pemeriksa, penandatangan, arsiparis, dan auditor saja",
    Access.SANGAT_RAHASIA: "penandatangan, arsiparis, dan auditor saja",
}
"""Class of access → who sees a document of it."""
_SUCCESSORS: Final = 50
_YEARS: Final = 3
"""Digits of a number of years."""


@router.get("")
def one(request: Request, document: str, caller: Keeps, *, usul: bool = False) -> Response:
    """Both forms; ``usul`` fills in what the schedule of one region proposes for the code."""
    found = document_seen(document, caller)
    filled = _filled(found)
    if usul and (proposed := _proposal(found)):
        filled |= _retention_fields(proposed[0])
    return _shown(request, caller, found, filled=filled)


@router.post("/keadaan")
def stand(request: Request, document: str, caller: Keeps, fields: Fields) -> Response:
    """Withdraw, supersede or reinstate."""
    found = document_seen(document, caller)
    try:
        said = _standing(found, caller, fields)
        stand_document(found, said, house=caller.house, seen=_seen(fields))
    except (BadValue, StandingRefused, Unknown) as error:
        return _refused(request, caller, found, fields, error, place="keadaan")
    told = {
        State.WITHDRAWN: "Dokumen ini dicabut.",
        State.SUPERSEDED: "Dokumen ini dinyatakan digantikan.",
        State.IN_FORCE: "Dokumen ini berlaku kembali.",
    }[said.state]
    return moved(request, f"/arsip/{found.document}", caller=caller, told=told)


@router.post("/simpan")
def keep(request: Request, document: str, caller: Keeps, fields: Fields) -> Response:
    """Lay down code, access and retention."""
    found = document_seen(document, caller)
    try:
        kept = keep_document(
            found,
            _keeping(fields),
            house=caller.house,
            reason=_typed(fields, "alasan_simpan"),
            seen=_seen(fields),
        )
    except (BadValue, StandingRefused) as error:
        return _refused(request, caller, found, fields, error, place="kode")
    told = "Ketentuan simpan tersimpan." if kept.receipt else "Tidak ada yang berubah."
    return moved(request, f"/arsip/{found.document}", caller=caller, told=told)


def _standing(found: Document, caller: Caller, fields: FormData) -> Standing:
    state = State(_one_of(text_of(fields, "keadaan"), State, State.WITHDRAWN))
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(text_of(fields, "sejak"))
    heir = None
    if state is State.SUPERSEDED and (name := text_of(fields, "pengganti").strip()):
        heir = find_successor(name, of=found, house=caller.house)
        # Whoever keeps the archive of one office learns nothing of another's.
        document_seen(heir.value, caller)
    return Standing(state, day, _typed(fields, "alasan"), heir)


def _keeping(fields: FormData) -> Keeping:
    fate = text_of(fields, "nasib")
    if not fate and any(text_of(fields, each).strip() for each in ("aktif", "inaktif")):
        raise BadKeeping("pilih juga nasib akhirnya, atau kosongkan tahunnya")
    return Keeping(
        classification=text_of(fields, "kode").strip() or None,
        scheme=text_of(fields, "daftar") or None,
        access=Access(_one_of(text_of(fields, "akses"), Access, Access.BIASA)),
        vital=bool(text_of(fields, "vital")),
        retention=None
        if not fate
        else Retention(
            active=_years(text_of(fields, "aktif")),
            inactive=_years(text_of(fields, "inaktif")),
            fate=Fate(_one_of(fate, Fate, Fate.DINILAI_KEMBALI)),
            start=Start(_one_of(text_of(fields, "hitung"), Start, Start.AKHIR_TAHUN)),
            basis=text_of(fields, "dasar").strip(),
        ),
    )


def _one_of(text: str, allowed: type[State | Access | Fate | Start], otherwise: str) -> str:
    return text if text in {each.value for each in allowed} else otherwise


def _years(text: str) -> int:
    """Typed years; what is no number becomes one that no schedule takes."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= _YEARS else -1


def _typed(fields: FormData, name: str) -> str:
    return text_of(fields, name).replace("\r\n", "\n").strip()


def _seen(fields: FormData) -> VersionNumber | None:
    text = text_of(fields, "versi")
    return VersionNumber(int(text)) if text.isascii() and text.isdigit() and int(text[:9]) else None


def _refused(
    request: Request,
    caller: Caller,
    found: Document,
    fields: FormData,
    error: Exception,
    *,
    place: str,
) -> Response:
    if isinstance(error, Unknown | NameAmbiguous):
        place = "pengganti"
    faults = fault_of(error, field=place)
    typed = {name: value for name, value in fields.items() if isinstance(value, str)}
    filled = _filled(found) | typed
    if place == "kode":
        filled["vital"] = typed.get("vital", "")
    return _shown(request, caller, found, filled=filled, faults=faults)


def _shown(
    request: Request,
    caller: Caller,
    found: Document,
    *,
    filled: Mapping[str, str],
    faults: Faults | None = None,
) -> Response:
    record = found.record
    wanted = search_seen(Search(office=record.office, kind=record.kind), caller)
    others = caller.house.archive.search(wanted, limit=_SUCCESSORS).entries
    return page(
        request,
        "arsip/dokumen.html",
        caller=caller,
        status=422 if faults else 200,
        document=found,
        successor=successor_of(found, caller),
        filled=filled,
        faults=faults or Faults(),
        schemes=schemes(),
        remarks=remarks(record.classification, found.keeping.scheme, record),
        proposal=_proposal(found),
        access=[(each.value, ACCESS[each], HIDES[each]) for each in Access],
        fates=[(each.value, FATES[each].capitalize()) for each in Fate],
        starts=[(each.value, STARTS[each].capitalize()) for each in Start],
        others=[each for each in others if each.document != found.document],
        acts=[each for each in reversed(found.versions) if each.sort is not Sort.FILES],
        today=day_of(caller.house.clock(), caller.house.settings.zone).isoformat(),
    )


def _proposal(found: Document) -> tuple[Retention, str] | None:
    """What the schedule of one region proposes for the document's code, and its source."""
    for scheme in schemes().values():
        code = scheme.code(found.record.classification or "")
        if code and code.retention and found.keeping.scheme in {None, scheme.name}:
            return code.retention, code.source
    return None


def _filled(found: Document) -> dict[str, str]:
    """The form as the document is kept now."""
    keeping = found.keeping
    told = {
        "kode": found.record.classification or "",
        "daftar": keeping.scheme or "",
        "akses": keeping.access.value,
        "vital": "ya" if keeping.vital else "",
        "alasan_simpan": "",
        "keadaan": "withdrawn" if found.standing.holds else "in_force",
        "sejak": "",
        "alasan": "",
        "pengganti": "",
        "versi": str(found.head.number.value),
    }
    return told | _retention_fields(keeping.retention)


def _retention_fields(held: Retention | None) -> dict[str, str]:
    return {
        "aktif": "" if held is None else str(held.active),
        "inaktif": "" if held is None else str(held.inactive),
        "nasib": "" if held is None else held.fate.value,
        "hitung": Start.AKHIR_TAHUN.value if held is None else held.start.value,
        "dasar": "" if held is None else held.basis,
    }
