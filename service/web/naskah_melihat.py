"""Which drafts a person may know of, and what pages show of one."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any, Final

from archive.records import folded_office
from service.actions.print_konsep import print_konsep
from service.actions.step_draft import kind_of
from service.door.seeing import seen_offices
from service.drafts import store
from service.drafts.errors import DraftUnknown, OfficeDiffers
from service.drafts.text import data_of
from service.refusals import RequestUnreadable
from service.validating import validate

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.datastructures import FormData

    from service.door.caller import Caller
    from service.drafts.draft import Draft, DraftState, Round
    from workers.jobs import Job

STATES: Final = {
    "konsep": "Konsep",
    "diajukan": "Menunggu pemeriksaan",
    "dikembalikan": "Dikembalikan",
    "disetujui": "Disetujui",
    "diterbitkan": "Diminta terbit",
    "ditarik": "Ditarik kembali",
    "diloloskan": "Dilanjutkan tanpa pemeriksa",
    "dibuang": "Dibuang",
}
"""States and verdicts as people read them."""
MARKS: Final = {
    "konsep": "asked",
    "diajukan": "W",
    "dikembalikan": "bad",
    "disetujui": "good",
    "diterbitkan": "filed",
    "ditarik": "asked",
    "diloloskan": "W",
    "dibuang": "bad",
}
"""State → the class of its mark."""
_KEY: Final = re.compile(r"[0-9a-f]{16}")
_MOST_KEYS: Final = 2000
_DIGITS: Final = 9


def draft_seen(name: str, caller: Caller) -> Draft:
    """The draft of this id, where the caller may do her act in its office.

    Raises:
        DraftUnknown: there is none, or none that she may know of.
    """
    with caller.house.database.reading() as connection:
        draft = store.get(connection, name)
    if not caller.may(draft.office):
        raise DraftUnknown(name)
    return draft


def drafts_seen(caller: Caller, states: Collection[DraftState]) -> list[Draft]:
    """The drafts of the caller's offices in these states."""
    with caller.house.database.reading() as connection:
        return store.listed(connection, within=seen_offices(caller), states=states)


def rounds_of(draft: Draft, caller: Caller) -> list[Round]:
    """The rounds of checking, the first one first."""
    with caller.house.database.reading() as connection:
        return store.rounds_of(connection, draft.id)


def revision_of(fields: FormData) -> int:
    """The revision that the person saw.

    Raises:
        RequestUnreadable: the form does not say.
    """
    told = fields.get("revisi")
    if not isinstance(told, str) or not told.isdecimal() or len(told) > _DIGITS:
        raise RequestUnreadable("revisi naskah tidak disebut")
    return int(told)


def keys_of(fields: FormData) -> list[str]:
    """The findings that the person says to have seen."""
    told = fields.getlist("temuan")[:_MOST_KEYS]
    return [each for each in told if isinstance(each, str) and _KEY.fullmatch(each)]


def words_of(fields: FormData, name: str) -> str:
    """What a person wrote, of several lines.

    Raises:
        RequestUnreadable: it holds what no database can keep.
    """
    told = fields.get(name)
    text = told.replace("\r\n", "\n") if isinstance(told, str) else ""
    if "\0" in text or len(text) > 10_000:  # noqa: PLR2004 - five pages
        raise RequestUnreadable("tulisan terlalu panjang atau memuat karakter yang tidak dikenal")
    return text


def ask_konsep(draft: Draft, text: str, caller: Caller) -> Job:
    """Have a KONSEP printed of the data of a draft, saved or not; the same data, the same job.

    Raises:
        DataInvalid: the data do not fit the kind.
        OfficeDiffers: they name another office.
    """
    kind, data, house = kind_of(draft, house=caller.house), data_of(text), caller.house
    office = kind.describe(validate(data, kind=kind)).office
    if folded_office(office) != folded_office(draft.office):
        raise OfficeDiffers(office, draft.office)
    # The hour, for prints are not kept for ever and a failed one may be asked again.
    hour = f"{house.clock():%Y%m%d%H}"
    key = f"naskah-{draft.id}-{hashlib.sha256(text.encode()).hexdigest()[:16]}-{hour}"
    return print_konsep(data, kind=kind, key=key, house=house).job


def words_for(draft: Draft, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - template context
    """What every page of a draft shows."""
    return {"draft": draft, "states": STATES, "marks": MARKS, **more}
