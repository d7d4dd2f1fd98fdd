"""Read returned Excel forms against the data set of a draft, and take them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from archive.audit.trail import note
from doc_templates.formulir.kembali import Kembali, baca_formulir, bersama
from doc_templates.formulir.terima import terima
from service.actions.data_set import look_up
from service.actions.step_draft import kind_of, stepped, written
from service.drafts import saves
from service.drafts.errors import DataSetAbsent, FormsHeldBack
from service.drafts.events import DraftSaved, FormTaken
from service.drafts.rules import Step
from service.drafts.text import data_of, text_of
from service.located import DataFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.kinerja.index import Index
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft

_NAME: Final = "himpunan.json"


def data_set_of(draft: Draft, *, house: House) -> tuple[dict[str, Any], Index]:
    """The data set that a draft holds: as plain data, and looked up.

    Raises:
        DataSetAbsent: the draft holds none.
        DataInvalid: it holds one that does not fit.
    """
    field = kind_of(draft, house=house).himpunan
    content = data_of(draft.data).content
    held = content.get(field) if field and isinstance(content, dict) else None
    if not isinstance(held, dict):
        raise DataSetAbsent
    return held, look_up(DataFile(name=_NAME, content=held, places={}))


def read_into_draft(
    files: Sequence[tuple[str, bytes]], draft: Draft, *, house: House
) -> tuple[Kembali, ...]:
    """What each file would change, and every fault in it; a bad one holds up no other.

    Raises:
        DataSetAbsent, DataInvalid: there is no sound data set to read them against.
    """
    _, index = data_set_of(draft, house=house)
    return bersama([baca_formulir(name, content, index) for name, content in files])


def take_forms_into_draft(
    files: Sequence[tuple[str, bytes]],
    draft: Draft,
    *,
    revision: int,
    person: Person,
    house: House,
) -> Draft:
    """Put the changes of all files into the draft's data set, each written down with its cell.

    Args:
        files: name and bytes of each.
        draft: as it stands now.
        revision: the one that the person saw.
        person: who accepts.
        house: where it is kept.

    Raises:
        DataSetAbsent: the draft holds no data set.
        DataInvalid: it holds no sound one, or would not afterwards.
        FormsHeldBack: a fault stands against one of the files; nothing is written.
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    held, index = data_set_of(draft, house=house)
    forms = bersama([baca_formulir(name, content, index) for name, content in files])
    if bad := [each.nama for each in forms if each.tertahan]:
        raise FormsHeldBack(bad)
    changing = [each for each in forms if each.perubahan]
    after = terima(held, changing, index, oleh=house.actor.name, pada=house.clock())
    look_up(DataFile(name=_NAME, content=after, places={}))
    field = kind_of(draft, house=house).himpunan or ""
    saved = stepped(
        draft,
        Step.SAVE,
        revision=revision,
        person=person,
        house=house,
        data=text_of({**data_of(draft.data).content, field: after}),
        writers=draft.writers | {person.id},
    )
    if not changing:
        return draft
    with house.database.transaction() as connection:
        written(connection, saved, DraftSaved(saved.id, saved.revision), house=house)
        saves.remember(connection, draft)
        for each in changing:
            what = _taken(each, draft)
            note(connection, what, document=None, actor=house.actor, now=saved.changed_at)
    return saved


def _taken(form: Kembali, draft: Draft) -> FormTaken:
    identity = form.identitas
    assert identity is not None  # noqa: S101 - a form without one has no changes
    many = len(form.perubahan)
    return FormTaken(draft.id, identity.unit, identity.triwulan, many, form.sha256)
