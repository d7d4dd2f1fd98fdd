"""Forms that offices bring: tried, printed, put in force with a reason, and taken back."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from sqlalchemy import update

from service.actions.back_up import back_up
from service.actions.bring_form import Brought, bring_form
from service.actions.look_up_forms import (
    annotated_copy,
    difference,
    find_form,
    hand_out_form,
    history_of,
    list_forms,
)
from service.actions.preview_form import preview_form, previews_of
from service.actions.print_konsep import print_konsep
from service.actions.publish_form import publish_form, return_to_house
from service.actions.request_document import request_document
from service.actions.restore import restore
from service.actions.retry_job import retry_job
from service.app import House, open_house
from service.errors import SampleUnknown
from service.office_forms.errors import (
    FormInForce,
    FormOfficeMissing,
    FormReasonMissing,
    FormUnknown,
    FormUnseen,
    FormUnsound,
    FormUnusable,
)
from service.office_forms.judged import kept_with
from service.reading import parse_data, read_data
from tests.workers.office_forming import in_word
from workers.job_table import JOBS
from workers.office_form import FormState

KIND = "perjanjian_kinerja"


def brought(house: House, content: bytes | None = None, **known: Any) -> Brought:
    given = {"office": office_of(house), "file_name": "pk-jekulo.docx", "reason": "Kop baru"}
    return bring_form(
        in_word() if content is None else content,
        kind=house.kinds[KIND],
        house=house,
        **given | known,
    )


def office_of(house: House) -> str:
    kind = house.kinds[KIND]
    return kind.describe(kind.model.model_validate(kind.sample("camat"))).office


def printed(house: House, job_id: str, state: str = "printed") -> None:
    """As the worker leaves a job."""
    with house.database.transaction() as connection:
        connection.execute(update(JOBS).where(JOBS.c.id == job_id).values(state=state))


def published(house: House, one: Brought, reason: str = "Disetujui camat") -> None:
    kind = house.kinds[KIND]
    printed(house, preview_form(one.form, sample="camat", kind=kind, house=house).job.id)
    publish_form(one.form, reason=reason, kind=kind, house=house)


def misspelt() -> bytes:
    def change(document: Any) -> None:
        document.paragraphs[0].runs[0].text = "{{ judull }}"

    return in_word(change)


def trail(house: House) -> str:
    return "\n".join(each.sentence for each in house.archive.whole_trail(limit=100))


def test_a_form_is_kept_tried_printed_and_put_in_force(house: House):
    """Only then are documents of its office made on it; every act has its who and why."""
    kind, one = house.kinds[KIND], brought(house)

    assert (one.form.number, one.form.state, one.judged.passed) == (1, FormState.DRAFT, True)
    assert hand_out_form(one.form, kind=kind, house=house) == in_word()
    with pytest.raises(FormUnseen, match="belum pernah dicetak"):
        publish_form(one.form, reason="Disetujui", kind=kind, house=house)
    asked = preview_form(one.form, sample="camat", kind=kind, house=house)
    assert (asked.job.template, asked.job.office) == (one.form.digest, one.form.office)
    with pytest.raises(FormUnseen):
        publish_form(one.form, reason="Disetujui", kind=kind, house=house)
    printed(house, asked.job.id)
    assert [each.id for each in previews_of(one.form, house=house)] == [asked.job.id]

    done = publish_form(one.form, reason="Disetujui  camat", kind=kind, house=house)

    assert done.state is FormState.PUBLISHED
    with pytest.raises(FormInForce):
        publish_form(done, reason="Sekali lagi", kind=kind, house=house)
    [act] = history_of(kind=KIND, office=office_of(house), house=house)
    assert (act.form, act.reason, act.published_by) == (
        one.form.id,
        "Disetujui camat",
        house.actor.name,
    )
    told = trail(house)
    for words in ("diunggah: Kop baru.", "versi 1 diunduh.", "pratinjau dengan contoh camat."):
        assert words in told
    assert "versi 1 diberlakukan: Disetujui camat." in told


def test_jobs_take_the_form_that_is_in_force_when_they_are_asked(
    house: House, sample: Callable[..., Any], data_file: Callable[..., Path]
):
    """Issues, KONSEP prints, and an issue that is asked again after the form was put right."""
    kind, one, data = house.kinds[KIND], brought(house), read_data(data_file(sample()))
    konsep = print_konsep(data, kind=kind, key="k", house=house).job
    before = request_document(data, kind=kind, key=None, house=house).job
    published(house, one)

    again = print_konsep(data, kind=kind, key="k", house=house).job
    third = request_document(
        read_data(data_file(sample(nomor="9/PK/2020"))), kind=kind, key=None, house=house
    ).job

    assert (konsep.template, before.template) == (None, None)
    assert again.id != konsep.id
    assert again.template == third.template == one.form.digest
    assert print_konsep(data, kind=kind, key="k", house=house).job.id == again.id
    printed(house, before.id, "rejected")
    assert retry_job(before.id, house=house).job.template == one.form.digest


def test_an_older_version_or_the_house_form_comes_back(house: House):
    """Rolling back is an act like any other; nothing is ever removed."""
    kind, office = house.kinds[KIND], office_of(house)
    one, two = brought(house), brought(house, in_word(lambda _: None))
    published(house, one)
    published(house, two)

    publish_form(find_form(one.form.id, house=house), reason="Kop keliru", kind=kind, house=house)
    assert [each.state.value for each in list_forms(house=house)] == ["retired", "published"]
    return_to_house(kind=kind, office=f" {office}", reason="Kembali dulu", house=house)

    assert [each.state.value for each in list_forms(house=house)] == ["retired", "retired"]
    with pytest.raises(FormInForce, match="Templat bawaan"):
        return_to_house(kind=kind, office=office, reason="Lagi", house=house)
    acts = history_of(kind=KIND, office=office, house=house)
    assert [each.form for each in acts] == [None, one.form.id, two.form.id, one.form.id]
    assert "versi 1 diberlakukan kembali: Kop keliru." in trail(house)


def test_a_form_with_faults_is_kept_to_be_shown_and_nothing_more(house: House):
    """Its faults have their place and the nearest field, also in a copy."""
    one, kind = brought(house, misspelt()), house.kinds[KIND]

    [fault] = [each for each in one.judged.faults if each.level == "E"]
    assert (fault.field, fault.nearest) == ("judull", "judul")
    assert "paragraf" in fault.place
    marked = annotated_copy(one.form, house=house)
    assert any("judull" in each.text for each in docx.Document(io.BytesIO(marked)).comments)
    assert kept_with(find_form(one.form.id, house=house)) == one.judged
    with pytest.raises(FormUnsound, match="1 hal"):
        publish_form(one.form, reason="Biar", kind=kind, house=house)
    with pytest.raises(FormUnsound):
        preview_form(one.form, sample="camat", kind=kind, house=house)
    told = difference(one.form, kind=kind, house=house)
    assert (told.against, told.added, told.removed) == (None, (), ("judul",))


def test_the_same_file_again_is_the_same_version(house: House):
    """Nothing is counted twice."""
    one, again = brought(house), brought(house, reason="Lagi")

    assert (again.form.id, again.repeated) == (one.form.id, True)
    assert len(list_forms(house=house)) == 1


def test_what_cannot_be_kept_is_refused_with_its_sentence(house: House):
    """No DOCX, no office, no reason, no such sample or version."""
    with pytest.raises(FormUnusable, match="bukan"):
        brought(house, b"%PDF-1.7")
    for office in ("", " * "):
        with pytest.raises(FormOfficeMissing):
            brought(house, office=office)
    for reason in ("  ", "x" * 1001):
        with pytest.raises(FormReasonMissing):
            brought(house, reason=reason)
    assert list_forms(house=house) == []
    one = brought(house, file_name="C:\\surat\\..\\k\u0000op.docx")
    assert one.form.file_name == "kop.docx"
    with pytest.raises(SampleUnknown):
        preview_form(one.form, sample="tiada", kind=house.kinds[KIND], house=house)
    with pytest.raises(FormUnknown):
        find_form("tiada", house=house)


def test_forms_travel_with_a_backup(house: House, tmp_path: Path):
    """With their bytes, their history and the jobs that name them."""
    one = brought(house)
    published(house, one)
    back_up(tmp_path / "c.tar", overwrite=False, progress=lambda *_: None, house=house)

    settings = house.settings.model_copy(update={"home": tmp_path / "lain"})
    restore(
        tmp_path / "c.tar",
        settings=settings,
        actor=house.actor,
        now=house.clock(),
        progress=lambda *_: None,
    )

    other = open_house(settings)
    [form] = list_forms(house=other)
    assert (form.digest, form.state) == (one.form.digest, FormState.PUBLISHED)
    assert hand_out_form(form, kind=other.kinds[KIND], house=other) == in_word()
    assert json.loads(form.judgement)["passed"]
    other.database.close()


@pytest.mark.postgres
def test_forms_are_kept_on_postgresql_alike(postgres_house: House):
    """Bytes, states, history and the jobs that name a form."""
    house, kind = postgres_house, postgres_house.kinds[KIND]
    one = brought(house)
    published(house, one)

    [form] = list_forms(kind=KIND, office="kecamatan jekulo", house=house)
    assert (form.state, form.annotated) == (FormState.PUBLISHED, True)
    assert hand_out_form(form, kind=kind, house=house) == in_word()
    text = json.dumps(kind.sample("camat")).encode()
    asked = print_konsep(parse_data("camat.json", text), kind=kind, house=house)
    assert asked.job.template == form.digest
    return_to_house(kind=kind, office=form.office, reason="Kembali", house=house)
    assert [each.state for each in list_forms(house=house)] == [FormState.RETIRED]
