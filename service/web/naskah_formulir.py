"""``/naskah/…/formulir``: Excel forms of a draft's data set go out, come back, are taken in."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from pathlib import PurePath
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response

from doc_templates.formulir.kembali import Kembali
from doc_templates.formulir.susun import unit_pengisi
from service.accounts.acts import Act
from service.actions.make_forms import form_name, forms_of
from service.actions.step_draft import kind_of
from service.actions.take_forms_into_draft import (
    data_set_of,
    read_into_draft,
    take_forms_into_draft,
)
from service.door.caller import Caller
from service.door.files import download_name
from service.drafts.draft import Draft
from service.drafts.errors import DraftError
from service.drafts.text import data_of
from service.errors import DataError
from service.refusals import RequestUnreadable, UploadMissing
from service.web.asking import Fields, reads, texts_of
from service.web.forms import Faults, fault_of
from service.web.naskah_berkas import excel_forms, name_of
from service.web.naskah_melihat import draft_seen, revision_of, words_for
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/naskah/{name}/formulir")
Sees = Annotated[Caller, Depends(reads(Act.CHECK))]
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_QUARTERS: Final = 4


@router.get("")
def forms(
    request: Request,
    name: str,
    caller: Sees,
    triwulan: Annotated[int, Query(ge=1, le=_QUARTERS)] | None = None,
) -> Response:
    """Which forms there are for a quarter, and where the filled ones come back."""
    return _shown(request, caller, draft_seen(name, caller), triwulan)


@router.get("/unduh")
def download(
    name: str,
    caller: Sees,
    triwulan: Annotated[int, Query(ge=1, le=_QUARTERS)],
    unit: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The form of a unit, or all of them as a ZIP; what the data know stands in them already."""
    draft = draft_seen(name, caller)
    _, index = data_set_of(draft, house=caller.house)
    made = forms_of(index, unit=unit or None, triwulan=triwulan)
    if unit:
        form, content = made[0]
        told = download_name(PurePath(form_name(form)).stem, suffix=".xlsx")
        return _file(content, told, XLSX)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for form, content in made:
            package.writestr(form_name(form), content)
    told = download_name("formulir", str(index.data.tahun), f"TW{triwulan}", suffix=".zip")
    return _file(packed.getvalue(), told, "application/zip")


@router.post("")
def read(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Read what came back: every fault with its cell, and what would change; nothing is kept."""
    draft = draft_seen(name, caller)
    try:
        files = excel_forms(fields, "berkas", needed=True)
        told = read_into_draft(files, draft, house=caller.house)
    except (DataError, DraftError, UploadMissing, RequestUnreadable) as error:
        return _shown(request, caller, draft, None, faults=fault_of(error, field="berkas"))
    return read_page(request, caller, draft, files, told)


@router.post("/terima")
def take(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Take in what was read and shown; the files came along with the page."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    files = _carried(fields)
    try:
        take_forms_into_draft(
            files, draft, revision=revision, person=caller.person, house=caller.house
        )
    except (DataError, DraftError) as error:
        told = read_into_draft(files, draft, house=caller.house)
        return read_page(request, caller, draft, files, told, faults=fault_of(error))
    told_ = f"Isian dari {len(files)} formulir diterima ke dalam himpunan data."
    return moved(request, f"/naskah/{name}", caller=caller, told=told_)


def _shown(
    request: Request,
    caller: Caller,
    draft: Draft,
    quarter: int | None,
    *,
    faults: Faults | None = None,
) -> Response:
    try:
        held, index = data_set_of(draft, house=caller.house)
    except (DataError, DraftError) as error:
        problem = fault_of(error)
        units, year, quarter = [], None, quarter or 1
    else:
        problem, year = Faults(), index.data.tahun
        quarter = quarter or _told_quarter(draft) or _latest(held)
        names = {each.kode: each.nama for each in index.unit.values()}
        units = [(code, names[code]) for code in unit_pengisi(index, quarter)]
    return page(
        request,
        "naskah/formulir.html",
        caller=caller,
        status=422 if faults else 200,
        **words_for(
            draft,
            kind=kind_of(draft, house=caller.house),
            units=units,
            year=year,
            quarter=quarter,
            problem=problem,
            writes=Act.REQUEST in caller.acts,
            faults=faults or Faults(),
        ),
    )


def read_page(
    request: Request,
    caller: Caller,
    draft: Draft,
    files: list[tuple[str, bytes]],
    told: tuple[Kembali, ...],
    *,
    faults: Faults | None = None,
) -> Response:
    """What was read from returned forms, and the way to take it in."""
    carried = [
        (name, base64.b64encode(content).decode())
        for (name, content), form in zip(files, told, strict=True)
        if not form.tertahan and form.perubahan
    ]
    return page(
        request,
        "naskah/formulir_kembali.html",
        caller=caller,
        status=422 if faults else 200,
        **words_for(
            draft,
            kind=kind_of(draft, house=caller.house),
            forms=told,
            carried=carried,
            many=sum(len(each.perubahan) for each in told if not each.tertahan),
            held=sum(each.tertahan for each in told),
            faults=faults or Faults(),
        ),
    )


def _told_quarter(draft: Draft) -> int | None:
    """The quarter of which the draft itself speaks."""
    content = data_of(draft.data).content
    told = str(content.get("triwulan")) if isinstance(content, dict) else ""
    return int(told) if told in {"1", "2", "3", "4"} else None


def _latest(held: dict[str, object]) -> int:
    """The last quarter for which anything is told, or the first."""
    told = [
        int(str(quarter.get("ke")))
        for row in _rows(held.get("realisasi"))
        for quarter in _rows(row.get("triwulan"))
        if str(quarter.get("ke")) in {"1", "2", "3", "4"}
    ]
    return max(told, default=1)


def _rows(value: object) -> list[dict[str, object]]:
    rows = value if isinstance(value, list) else []
    return [each for each in rows if isinstance(each, dict)]


def _carried(fields: Fields) -> list[tuple[str, bytes]]:
    names, contents = texts_of(fields, "nama"), texts_of(fields, "isi")
    if len(names) != len(contents) or not names:
        raise RequestUnreadable("formulir yang dibaca tidak ikut terkirim")
    try:
        return [
            (name_of(name), base64.b64decode(content, validate=True))
            for name, content in zip(names, contents, strict=True)
        ]
    except (binascii.Error, ValueError) as error:
        raise RequestUnreadable("formulir yang dibaca tidak utuh lagi") from error


def _file(content: bytes, name: str, media_type: str) -> Response:
    told = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=told)
