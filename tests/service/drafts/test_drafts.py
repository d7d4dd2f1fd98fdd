"""Drafts from the first word to the request, on both databases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from archive.audit.trail import whole_trail
from archive.records import Actor, DocumentId
from doc_templates.findings import Level
from service.accounts.errors import NotAllowed
from service.accounts.person import Person
from service.actions.approve_draft import approve_draft
from service.actions.begin_draft import begin_draft
from service.actions.issue_draft import issue_draft
from service.actions.return_draft import return_draft
from service.actions.save_draft import save_draft
from service.actions.send_for_review import send_for_review
from service.actions.withdraw_draft import reopen_draft, withdraw_draft
from service.app import House
from service.drafts import store
from service.drafts.draft import Draft, DraftState, Mark, Verdict
from service.drafts.errors import (
    DraftChanged,
    DraftUnknown,
    DraftUnsound,
    FindingsUnseen,
    OfficeDiffers,
    OwnDraft,
    ReasonMissing,
    StepUnfit,
    TitleUnusable,
)
from service.drafts.remarks import opinion_of
from service.drafts.text import data_of
from service.errors import DataNotText, IssueBlocked
from tests.service.serving import person_as
from workers.jobs import JobState, Recipe

OFFICE = "KECAMATAN JEKULO"
KIND = "perjanjian_kinerja"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def home(request: pytest.FixtureRequest) -> House:
    """An installation on either database."""
    return request.getfixturevalue("house" if request.param == "sqlite" else "postgres_house")


@pytest.fixture
def writer(home: House) -> Person:
    return person_as(home, f"penyusun:{OFFICE}", login="siti")


@pytest.fixture
def judge(home: House) -> Person:
    return person_as(home, f"pemeriksa:{OFFICE}", login="budi")


def begun(home: House, writer: Person, content: Any, *, office: str = OFFICE) -> Draft:
    return begin_draft(
        kind=home.kinds[KIND],
        office=office,
        title="PK Camat 2020",
        content=content,
        person=writer,
        house=home,
    )


def sent(home: House, draft: Draft, writer: Person) -> Draft:
    remarks = opinion_of(data_of(draft.data), kind=home.kinds[draft.kind]).remarks
    return send_for_review(
        draft,
        revision=draft.revision,
        acknowledged=[each.key for each in remarks],
        person=writer,
        house=home,
    )


def rounds(home: House, draft: Draft) -> list[Any]:
    with home.database.reading() as connection:
        return store.rounds_of(connection, draft.id)


def kept(home: House, draft: Draft) -> Draft:
    with home.database.reading() as connection:
        return store.get(connection, draft.id)


def test_a_draft_goes_its_whole_way(home: House, writer: Person, judge: Person, sample):
    """Sent, returned with a mark, corrected, sent again, approved, issued under a number."""
    draft = begun(home, writer, sample())
    first = sent(home, draft, writer)
    returned = return_draft(
        first,
        revision=first.revision,
        reason="Tempat belum tepat",
        marks=[Mark("tempat", "Tulislah Jekulo")],
        person=judge,
        house=home,
    )
    corrected = save_draft(
        returned,
        revision=returned.revision,
        title=returned.title,
        content=sample(tempat="Jekulo"),
        person=writer,
        house=home,
    )
    second = sent(home, corrected, writer)
    approved = approve_draft(second, revision=second.revision, person=judge, house=home)
    asked = issue_draft(approved, revision=approved.revision, person=writer, house=home)

    issued = kept(home, draft)
    assert (issued.state, issued.job) == (DraftState.DITERBITKAN, asked.job.id)
    assert asked.job.number
    assert asked.job.office == OFFICE
    told = rounds(home, draft)
    assert [each.verdict for each in told] == [Verdict.DIKEMBALIKAN, Verdict.DISETUJUI]
    assert told[0].marks == (Mark("tempat", "Tulislah Jekulo"),)
    assert '"Kudus"' in told[0].data or told[0].data != told[1].data
    trail = home.archive.trail(DocumentId(asked.job.document or ""))
    assert any("putaran 2" in each.sentence for each in trail)
    with home.database.reading() as connection:
        words = [each.word for each in whole_trail(connection, before=None, limit=50)]
    assert {"submission", "return", "approval", "modification", "request"} <= set(words)
    with home.database.reading() as connection:
        assert store.of_job(connection, asked.job.id) == issued


def test_the_second_saver_is_told_and_nothing_is_lost(home: House, writer: Person, sample):
    """Whoever opened an older revision overwrites nobody."""
    other = person_as(home, f"penyusun:{OFFICE}", login="rekan")
    draft = begun(home, writer, sample())
    named = replace(home, actor=Actor("Rekan (rekan)", "web:x"))
    save_draft(draft, revision=1, title="PK", content=sample(tempat="A"), person=other, house=named)

    for seen in (draft, kept(home, draft)):
        with pytest.raises(DraftChanged, match="Rekan"):
            save_draft(
                seen, revision=1, title="PK", content=sample(tempat="B"), person=writer, house=home
            )
    assert data_of(kept(home, draft).data).content["tempat"] == "A"
    assert kept(home, draft).writers == {writer.id, other.id}


def test_saving_the_same_again_writes_nothing(home: House, writer: Person, sample):
    """No revision for nothing."""
    draft = begun(home, writer, sample())

    again = save_draft(
        draft, revision=1, title=draft.title, content=sample(), person=writer, house=home
    )

    assert again == draft == kept(home, draft)


@pytest.mark.parametrize("content", [{}, [], "teks", {"tahun": "dua ribu"}, {"asing": None}])
def test_anything_is_kept_verbatim_but_only_sound_data_are_sent(
    home: House, writer: Person, content: Any
):
    """A draft is a draft."""
    draft = begun(home, writer, content)

    assert data_of(kept(home, draft).data).content == content
    with pytest.raises(DraftUnsound):
        sent(home, draft, writer)


def test_half_a_character_is_refused(home: House, writer: Person):
    """No file and no database could keep it."""
    with pytest.raises(DataNotText):
        begun(home, writer, {"tempat": "\ud800"})


@pytest.mark.parametrize("title", ["", "  ", "a\nb", "a\0b", "x" * 201])
def test_titles_that_cannot_be_shown_are_refused(home: House, writer: Person, title: str):
    """Before anything is written."""
    with pytest.raises(TitleUnusable):
        begin_draft(
            kind=home.kinds[KIND],
            office=OFFICE,
            title=title,
            content={},
            person=writer,
            house=home,
        )


def test_warnings_are_acknowledged_once(home: House, writer: Person, judge: Person, sample):
    """Unseen ones stop it; those seen before are not asked again, and it is kept who saw them."""
    draft = begun(home, writer, sample())
    with pytest.raises(FindingsUnseen):
        send_for_review(draft, revision=1, acknowledged=[], person=writer, house=home)

    first = sent(home, draft, writer)
    returned = return_draft(
        first, revision=first.revision, reason="lagi", marks=[], person=judge, house=home
    )
    again = send_for_review(
        returned, revision=returned.revision, acknowledged=[], person=writer, house=home
    )

    assert again.state is DraftState.DIAJUKAN
    assert set(again.seen.values()) == {home.actor.name}


def test_a_draft_that_names_another_office_is_not_sent(home: House, sample):
    """An office speaks for itself only."""
    writer = person_as(home, "penyusun:KECAMATAN LAIN", login="siti")
    draft = begun(home, writer, sample(), office="KECAMATAN LAIN")

    with pytest.raises(OfficeDiffers):
        sent(home, draft, writer)


def test_nobody_approves_what_they_wrote(home: House, sample):
    """A second person must look, whatever roles the first one has."""
    both = person_as(home, f"penyusun:{OFFICE}", f"pemeriksa:{OFFICE}", login="siti")
    draft = sent(home, begun(home, both, sample()), both)

    with pytest.raises(OwnDraft):
        approve_draft(draft, revision=draft.revision, person=both, house=home)


def test_errors_are_returned_not_approved(home: House, writer: Person, judge: Person, sample):
    """What could not be issued is not approved; it may be shown to the reviewer."""
    blocked = begun(home, writer, sample(program=[], sasaran=[]))
    remarks = opinion_of(data_of(blocked.data), kind=home.kinds[KIND]).remarks
    assert Level.ERROR.value in {each.level for each in remarks}
    draft = sent(home, blocked, writer)

    with pytest.raises(IssueBlocked):
        approve_draft(draft, revision=draft.revision, person=judge, house=home)
    with pytest.raises(ReasonMissing):
        return_draft(draft, revision=draft.revision, reason=" ", marks=[], person=judge, house=home)


def test_an_approved_draft_is_issued_once(home: House, writer: Person, judge: Person, sample):
    """Asked twice, the second is told; one number, one job."""
    draft = sent(home, begun(home, writer, sample()), writer)
    approved = approve_draft(draft, revision=draft.revision, person=judge, house=home)
    issue_draft(approved, revision=approved.revision, person=writer, house=home)

    with pytest.raises(DraftChanged):
        issue_draft(approved, revision=approved.revision, person=writer, house=home)
    issued = kept(home, draft)
    with pytest.raises(StepUnfit):
        issue_draft(issued, revision=issued.revision, person=writer, house=home)
    jobs = [each for each in home.jobs.list() if each.recipe is Recipe.ISSUE]
    assert len(jobs) == len(home.archive.register.entries()) == 1


def test_a_draft_whose_job_was_taken_back_can_be_written_on(
    home: House, writer: Person, judge: Person, sample
):
    """Not while the document may still come."""
    draft = sent(home, begun(home, writer, sample()), writer)
    approved = approve_draft(draft, revision=draft.revision, person=judge, house=home)
    asked = issue_draft(approved, revision=approved.revision, person=writer, house=home)
    issued = kept(home, draft)
    with pytest.raises(StepUnfit):
        reopen_draft(issued, revision=issued.revision, person=writer, house=home)

    with home.database.transaction() as connection:
        home.jobs.cancel(connection, asked.job.id, now=home.clock())
    reopened = reopen_draft(issued, revision=issued.revision, person=writer, house=home)

    assert (reopened.state, reopened.job) == (DraftState.KONSEP, None)
    assert home.jobs.get(asked.job.id).state is JobState.CANCELLED


def test_what_was_sent_can_be_taken_back(home: House, writer: Person, judge: Person, sample):
    """The round is kept with that; what was approved loses its approval."""
    draft = sent(home, begun(home, writer, sample()), writer)
    taken = withdraw_draft(draft, revision=draft.revision, person=writer, house=home)
    again = sent(home, taken, writer)
    approved = approve_draft(again, revision=again.revision, person=judge, house=home)
    open_again = withdraw_draft(approved, revision=approved.revision, person=writer, house=home)

    assert open_again.state is DraftState.KONSEP
    assert [each.verdict for each in rounds(home, draft)] == [Verdict.DITARIK, Verdict.DISETUJUI]


def test_lists_hold_what_may_be_seen(home: House, writer: Person, sample):
    """Offices are compared as people read them."""
    draft = begun(home, writer, sample())

    with home.database.reading() as connection:
        assert store.listed(connection, within=frozenset({"kecamatan jekulo"})) == [draft]
        assert store.listed(connection, within=None) == [draft]
        assert store.listed(connection, within=frozenset({"lain"})) == []
        assert store.listed(connection, within=None, states=[DraftState.DIAJUKAN]) == []
        with pytest.raises(DraftUnknown):
            store.get(connection, "tidakada")


def test_nobody_writes_for_another_office(home: House, writer: Person):
    """Nor who only judges."""
    with pytest.raises(NotAllowed):
        begun(home, writer, {}, office="KECAMATAN LAIN")
    with pytest.raises(NotAllowed):
        begun(home, person_as(home, f"pemeriksa:{OFFICE}", login="budi"), {})
