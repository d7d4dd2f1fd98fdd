"""Values as people read them: states, roles, moments, sizes; the filters of the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from service import moments
from service.actions.stand_document import name_of
from service.actions.tell_standing import (
    ACCESS,
    FATES,
    in_words,
    retention_sentence,
    standing_sentence,
)
from service.door.zone import ZONE
from service.labels import place_of
from service.located import read_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from archive.index.catalogue import Document
    from archive.standing import Standing
    from service.accounts.person import Person

_EVERYWHERE: Final = "*"
_FEW_PLACES: Final = 2
_KB: Final = 1000
_MB: Final = 1000 * _KB
STATES: Final[Mapping[str, str]] = {
    "issued": "Diterbitkan",
    "signed": "Ditandatangani",
    "withdrawn": "Dicabut",
    "superseded": "Digantikan",
    "asked": "Menunggu",
    "making": "Sedang dibuat",
    "filed": "Selesai",
    "printed": "KONSEP tercetak",
    "rejected": "Ditolak",
    "cancelled": "Dibatalkan",
}
_STAGES: Final[Mapping[str, str]] = {
    "fill": "data terisi",
    "convert": "PDF terbentuk",
    "stamp": "dicap",
    "gate": "diperiksa",
    "file": "diarsipkan",
}
_EVENTS: Final[Mapping[str, str]] = {
    "ingestion": "Disimpan",
    "standing change": "Keadaan diubah",
    "keeping change": "Ditata",
    "number assignment": "Nomor diberikan",
    "number adoption": "Nomor dicatat",
    "number voiding": "Nomor dibatalkan",
    "recovery": "Pemulihan",
    "dissemination": "Diunduh",
    "fixity check": "Diuji",
    "validation": "Ditolak",
    "digital signature validation": "Tanda tangan",
    "cancellation": "Dibatalkan",
    "request": "Diminta",
    "modification": "Naskah disimpan",
    "replication": "Disalin",
    "submission": "Diajukan",
    "withdrawal": "Ditarik kembali",
    "return": "Dikembalikan",
    "approval": "Disetujui",
    "deaccession": "Dibuang",
    "sign-in": "Masuk",
    "sign-in refusal": "Masuk ditolak",
    "sign-out": "Keluar",
    "account change": "Pengguna",
    "webhook change": "Webhook",
    "template change": "Templat",
}


def state(value: str) -> str:
    """A state of a document or a job."""
    return STATES.get(value, value)


def stage(value: str | None) -> str:
    """The last finished stage of a job."""
    return _STAGES.get(value or "", value or "belum dimulai")


def event(value: str) -> str:
    """The sort of a line of the trail."""
    return _EVENTS.get(value, value.capitalize())


def moment(value: datetime) -> str:
    """``2 Maret 2026 pukul 19.00 WIB``, in the zone of the installation."""
    return moments.in_words(value, ZONE.get())


def day(value: str | None) -> str:
    """An ISO 8601 date, as precise as it is known: ``Februari 2023``."""
    if not value:
        return ""
    parts = value.split("-")
    try:
        words = [str(int(part)) for part in parts]
        if len(parts) > 1:
            words[1] = moments.MONTHS[int(parts[1]) - 1]
    except (ValueError, IndexError):
        return value
    return " ".join(reversed(words))


def size(value: int) -> str:
    """A number of bytes: ``12 KB``, ``3,4 MB``."""
    if value < _KB:
        return f"{value} bita"
    if value < _MB:
        return f"{round(value / _KB)} KB"
    return f"{value / _MB:.1f} MB".replace(".", ",")


def count(value: int) -> str:
    """A number of things: ``10.000``."""
    return f"{value:,}".replace(",", ".")


def roles(person: Person) -> str:
    """What a person is, and where: ``Auditor, semua kantor``."""
    told: dict[str, list[str]] = {}
    for each in person.memberships:
        place = "semua kantor" if each.office == _EVERYWHERE else each.office
        told.setdefault(place, []).append(each.role.value)
    return "; ".join(f"{', '.join(names).capitalize()} – {place}" for place, names in told.items())


def posts(person: Person) -> str:
    """The same in a few words: of more than two places how many, ``Penyusun – 5 kantor``."""
    places = {each.office for each in person.memberships}
    if len(places) <= _FEW_PLACES:
        return roles(person)
    names = dict.fromkeys(each.role.value for each in person.memberships)
    return f"{', '.join(names).capitalize()} – {len(places)} kantor"


def standing(value: Standing, successor: Document | None = None) -> str:
    """How a document stands; its successor is named where it may be known of."""
    return standing_sentence(value, successor=name_of(successor) if successor else "dokumen lain")


def span(start: datetime, end: datetime) -> str:
    """How long something lasted: ``2 hari 3 jam``; the two largest units."""
    minutes = max(0, int((end - start).total_seconds()) // 60)
    days, hours = minutes // 1440, minutes // 60 % 24
    told = [(days, "hari"), (hours, "jam"), (0 if days else minutes % 60, "menit")]
    return " ".join(f"{many} {unit}" for many, unit in told if many) or "kurang dari semenit"


def place(where: str) -> str:
    """A path of a field as the form calls it: ``Kegiatan 4 › Waktu``."""
    return place_of(read_path(where), None)


FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "state": state,
    "stage": stage,
    "event": event,
    "moment": moment,
    "day": day,
    "size": size,
    "count": count,
    "roles": roles,
    "posts": posts,
    "span": span,
    "place": place,
    "standing": standing,
    "access": ACCESS.__getitem__,
    "retention": retention_sentence,
    "date": in_words,
    "fate": FATES.__getitem__,
}
"""Name in the templates → what it does."""
