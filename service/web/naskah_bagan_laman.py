"""The SOP editor as a page, and the parts of it that are put in place while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.actions.step_draft import kind_of
from service.comparing.values import changes
from service.drafts import saves
from service.drafts.text import data_of
from service.web.forms import Faults
from service.web.naskah_bagan_gambar import DI_SINI, dibaca, lukisan_of
from service.web.naskah_bagan_susun import daftar
from service.web.naskah_bagan_tampak import BENTUK, PERAN, langkah_of, medan_of
from service.web.naskah_bagan_tempel import KOLOM
from service.web.naskah_bentuk import shape_of
from service.web.naskah_isian import shown
from service.web.naskah_medan import Said, fields_of
from service.web.naskah_melihat import rounds_of, words_for
from service.web.naskah_tampak import standing_marks
from service.web.rendering import fragment, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi import Request, Response

    from doc_templates.kind import Kind
    from service.door.caller import Caller
    from service.drafts.draft import Draft
    from service.web.naskah_bagan_gambar import Lukisan, Terbaca

_REFUSED = {"HX-Retarget": "#bagan-kabar", "HX-Reswap": "outerHTML"}
"""Tells HTMX to leave the last good drawing where it is, and to say only why."""


def bagan_page(
    request: Request,
    caller: Caller,
    draft: Draft,
    *,
    isi: Any,  # noqa: ANN401 - plain data
    faults: Faults | None = None,
    unsaved: bool = False,
    conflict: bool = False,
    status: int = 200,
) -> Response:
    """The whole editor.

    Args:
        request: that it answers.
        caller: who writes.
        draft: as it is kept now.
        isi: the data to show; what was typed where it is not saved.
        faults: why it could not be saved.
        unsaved: True where what is shown is not kept.
        conflict: True where somebody else saved meanwhile.
        status: of the answer.
    """
    kind = kind_of(draft, house=caller.house)
    kept = data_of(draft.data).content
    read = dibaca(isi, kind=kind, teliti=True)
    lukisan, alasan = _drawn(lukisan_of(read), kept, kind)
    with caller.house.database.reading() as connection:
        back, onward = saves.reach(connection, draft.id)
    return page(
        request,
        "naskah/bagan.html",
        caller=caller,
        status=status,
        **_words(draft, read, isi, caller),
        lukisan=lukisan,
        alasan=alasan,
        faults=faults or Faults(),
        unsaved=unsaved,
        conflict=conflict,
        differences=changes(kept, isi) if conflict else (),
        shown=shown,
        undo=back,
        redo=onward,
        elsewhere=_elsewhere(read),
        kolom=KOLOM,
        oob=False,
    )


def lukisan_part(lukisan: Lukisan | str) -> Response:
    """The drawing, or why there is none."""
    if isinstance(lukisan, str):
        refused = fragment("naskah/bagan_kabar.html", lukisan=None, alasan=lukisan, oob=False)
        refused.headers.update(_REFUSED)
        return refused
    return fragment("naskah/bagan_gambar.html", lukisan=lukisan, alasan="", oob=True)


def langkah_part(
    caller: Caller,
    draft: Draft,
    *,
    isi: Any,  # noqa: ANN401 - plain data
    at: int,
    semula: Sequence[str],
) -> Response:
    """One step of what is typed; nothing where there is no such step.

    Args:
        caller: who writes.
        draft: as it is kept now.
        isi: the data as typed.
        at: index of the step.
        semula: keys of the steps as the rest of the page shows them.
    """
    read = dibaca(isi, kind=kind_of(draft, house=caller.house), teliti=False)
    words = _words(draft, read, isi, caller, semula)
    chosen = [each for each in words["langkah"] if each.at == at]
    return fragment("naskah/bagan_satu.html", session=caller.session, **words, satu=chosen)


def _words(
    draft: Draft,
    read: Terbaca,
    isi: Any,  # noqa: ANN401 - plain data
    caller: Caller,
    semula: Sequence[str] = (),
) -> dict[str, Any]:
    kind = kind_of(draft, house=caller.house)
    rounds = rounds_of(draft, caller)
    form = fields_of(isi, shape_of(kind), Said(read.di_sini, standing_marks(rounds)))
    lajur = [
        {"id": each.get("id"), "nama": each.get("nama") or f"Lajur {at} (belum bernama)"}
        for at, each in enumerate(daftar(isi, "lajur"), 1)
    ]
    return words_for(
        draft,
        kind=kind,
        rounds=rounds,
        judul=medan_of(form, "judul_tabel"),
        kertas=medan_of(form, "kertas"),
        arah=medan_of(form, "arah"),
        lajur=medan_of(form, "lajur"),
        kegiatan=medan_of(form, "kegiatan"),
        langkah=langkah_of(form, semula),
        pilihan_lajur=lajur,
        bentuk=BENTUK,
        peran=PERAN,
    )


def _drawn(lukisan: Lukisan | str, kept: Any, kind: Kind) -> tuple[Lukisan | None, str]:  # noqa: ANN401
    """The drawing, else that of what is kept, and why."""
    if not isinstance(lukisan, str):
        return lukisan, ""
    last = lukisan_of(dibaca(kept, kind=kind, teliti=False))
    return (None if isinstance(last, str) else last), lukisan


def _elsewhere(read: Terbaca) -> int:
    """How many things are to be seen to in the other fields."""
    return sum(each.level != "I" and not each.where.startswith(DI_SINI) for each in read.remarks)
