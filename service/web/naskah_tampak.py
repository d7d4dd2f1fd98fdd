"""A draft as a page: its form with findings beside the fields, or what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.accounts.acts import Act
from service.actions.let_through import is_judged
from service.actions.step_draft import kind_of
from service.comparing.values import changes
from service.drafts.copied import with_copied
from service.drafts.remarks import opinion_of
from service.drafts.rules import Step, open_steps
from service.drafts.text import data_of, text_of
from service.web.forms import Faults
from service.web.naskah_bentuk import shape_of
from service.web.naskah_isian import shown
from service.web.naskah_medan import Said, fields_of, unplaced
from service.web.naskah_melihat import rounds_of, words_for
from service.web.rendering import page
from workers.jobs import JobState

if TYPE_CHECKING:
    from fastapi import Request, Response

    from service.door.caller import Caller
    from service.drafts.draft import Draft, Mark, Round

_FAILED = frozenset({JobState.REJECTED, JobState.CANCELLED})


def draft_page(
    request: Request,
    caller: Caller,
    draft: Draft,
    *,
    content: Any,  # noqa: ANN401 - plain data
    title: str | None = None,
    faults: Faults | None = None,
    conflict: bool = False,
    status: int = 200,
) -> Response:
    """The page of a draft.

    Args:
        request: that it answers.
        caller: who looks.
        draft: as it is kept now.
        content: the data to show; what was typed where it could not be saved.
        title: likewise.
        faults: why it could not be saved.
        conflict: True where somebody else saved meanwhile; then the differences are told.
        status: of the answer.
    """
    kind = kind_of(draft, house=caller.house)
    rounds = rounds_of(draft, caller)
    steps = open_steps(draft, person=caller.person)
    opinion = with_copied(opinion_of(data_of(text_of(content)), kind=kind), draft, content)
    said = Said(opinion.remarks, standing_marks(rounds))
    form = fields_of(content, shape_of(kind), said)
    job = caller.house.jobs.get(draft.job) if draft.job else None
    return page(
        request,
        "naskah/isi.html" if Step.SAVE in steps else "naskah/lihat.html",
        caller=caller,
        status=status,
        **words_for(
            draft,
            kind=kind,
            title=draft.title if title is None else title,
            form=form,
            elsewhere=unplaced(form, said),
            opinion=opinion,
            rounds=rounds,
            steps={each.name for each in steps},
            reviews=Act.REVIEW in caller.acts,
            judged=is_judged(draft.office, house=caller.house),
            job=job,
            failed=job is not None and job.state in _FAILED,
            faults=faults or Faults(),
            differences=changes(data_of(draft.data).content, content) if conflict else (),
            conflict=conflict,
            shown=shown,
            himpunan=_data_set(content, kind.himpunan),
        ),
    )


def standing_marks(rounds: list[Round]) -> tuple[Mark, ...]:
    """The corrections that the last round asks for."""
    return rounds[-1].marks if rounds else ()


def _data_set(content: Any, field: str | None) -> dict[str, str] | None:  # noqa: ANN401
    """What a page tells of the data set that a draft holds."""
    held = content.get(field) if field and isinstance(content, dict) else None
    if not isinstance(held, dict):
        return None
    kop = held.get("kop")
    lines = kop.get("instansi") if isinstance(kop, dict) else None
    office = " ".join(map(str, lines)) if isinstance(lines, list) else ""
    told = {"Perangkat daerah": office, "Tahun": shown(held.get("tahun"))}
    lists = {name: len(value) for name, value in held.items() if isinstance(value, list)}
    told |= {name.replace("_", " ").capitalize(): str(many) for name, many in lists.items()}
    return {name: value for name, value in told.items() if value}
