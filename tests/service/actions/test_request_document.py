"""Asking for a document: checked, numbered and in the ledger in one step, or refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from archive.errors import NumberTaken
from doc_templates.findings import blocking
from doc_templates.registry import kind
from service.actions.handing_over import Asked
from service.actions.print_konsep import print_konsep
from service.actions.request_document import request_document
from service.actions.retry_job import retry_job
from service.actions.void_number import void_number
from service.app import House
from service.canonical import canonical, digest
from service.errors import DataInvalid, IssueBlocked, KeyReused, NumberTooLarge
from service.reading import parse_data
from service.validating import validate
from tests.service.conftest import Letterbox
from workers.errors import JobUnknown, NotAskable
from workers.jobs import Recipe
from workers.owners import this_process

PK = kind("perjanjian_kinerja")
SOP = kind("sop")
Sample = Callable[..., dict[str, Any]]


def data(content: object):
    return parse_data("data.json", json.dumps(content, ensure_ascii=False).encode())


def ask(content: object, *, house: House, key: str | None = None, of=PK) -> Asked:
    return request_document(data(content), kind=of, key=key, house=house)


def numbers(house: House) -> list[str]:
    return [each.number.text for each in house.archive.register.entries()]


def test_a_request_is_a_number_and_a_job(house: House, letterbox: Letterbox, sample: Sample):
    """The job stands in the ledger under its new number before its id is handed over."""
    asked = ask(sample(), house=house)

    job = house.jobs.get(asked.job.id)
    assert job == asked.job
    assert numbers(house) == [job.number]
    assert job.verify_url == f"http://localhost:8000/v/{job.code}"
    assert letterbox.taken == [job.id]
    assert validate(data(json.loads(job.data)), kind=PK) == validate(data(sample()), kind=PK)


def test_names_tell_nothing_and_never_repeat(house: House, sample: Sample):
    """Document, job and code are drawn apart for each request."""
    jobs = [ask(sample(), house=house).job for _ in range(3)]

    assert len({name for job in jobs for name in (job.id, job.document, job.code)}) == 9


def test_numbers_follow_each_other(house: House, sample: Sample):
    """Requests of one book are numbered without a gap, even after a refused one."""
    first = ask(sample(), house=house).job.number
    with pytest.raises(DataInvalid):
        ask(sample(tahun="bukan tahun"), house=house)
    second = ask(sample(), house=house).job.number

    assert (first, second) == ("000.7.2.7/1/33.01/2020", "000.7.2.7/2/33.01/2020")


def test_no_two_documents_of_an_office_get_the_same_number(house: House):
    """Its kinds share one book, also where they share the classification."""
    asked = [
        ask(kind(name_of_kind).sample(name), of=kind(name_of_kind), house=house).job.number
        for name_of_kind, name in (
            ("laporan_tahunan", "dinas"),
            ("lampiran_lkjip", "dinas-jilid"),
            ("lampiran_lkjip", "dinas-l2"),
        )
    ]

    assert asked == [f"000.8.6.3/{turn}/118-01/2024" for turn in (1, 2, 3)]


def test_blocking_findings_forbid_issuing(house: House, letterbox: Letterbox, sample: Sample):
    """Data with a finding of level E get no number and no job, and hear of all findings."""
    blocked = sample("sop", "jeneponto-apa-adanya")
    expected = SOP.check(validate(data(blocked), kind=SOP))
    assert blocking(expected)

    with pytest.raises(IssueBlocked) as caught:
        ask(blocked, house=house, of=SOP)

    assert list(caught.value.findings) == expected
    assert numbers(house) == []
    assert house.jobs.list() == []
    assert letterbox.taken == []


def test_a_konsep_is_printed_despite_findings(house: House, sample: Sample):
    """A KONSEP job bears neither number nor code."""
    asked = print_konsep(data(sample("sop", "jeneponto-apa-adanya")), kind=SOP, house=house)

    job = house.jobs.get(asked.job.id)
    assert (job.recipe, job.number, job.code, job.document) == (Recipe.KONSEP, None, None, None)
    assert blocking(asked.findings)
    assert numbers(house) == []


def test_the_same_key_is_the_same_job(house: House, letterbox: Letterbox, sample: Sample):
    """Asking again under the same key adds nothing, whatever the order of the fields."""
    first = ask(sample(), house=house, key="impor/1")
    again = ask(dict(reversed(sample().items())), house=house, key="impor/1")

    assert again.job == first.job
    assert (first.repeated, again.repeated) == (False, True)
    assert len(numbers(house)) == 1
    assert letterbox.taken == [first.job.id]


def test_a_key_cannot_be_used_for_other_data(house: House, sample: Sample):
    """The same key with other data is refused and names the earlier job."""
    first = ask(sample(), house=house, key="impor/1")

    with pytest.raises(KeyReused, match=first.job.id):
        ask(sample(tahun=2021), house=house, key="impor/1")
    with pytest.raises(KeyReused):
        print_konsep(data(sample()), kind=PK, key="impor/1", house=house)

    assert len(house.jobs.list()) == 1


def test_many_may_ask_under_one_key_at_once(house: House, sample: Sample):
    """However many ask at the same moment, one document comes of it."""
    with ThreadPoolExecutor(8) as crowd:
        asked = list(crowd.map(lambda _: ask(sample(), house=house, key="k"), range(8)))

    assert len({each.job.id for each in asked}) == 1
    assert [each.repeated for each in asked].count(False) == 1
    assert len(numbers(house)) == 1


def test_a_number_that_the_document_bears_is_adopted_once(house: House, sample: Sample):
    """Of several requests with the same number, one wins; the others hear who holds it."""
    content = sample("sop", "kertosono-lengkap")

    def attempt(_: int) -> Asked | NumberTaken:
        try:
            return ask(content, house=house, of=SOP)
        except NumberTaken as error:
            return error

    with ThreadPoolExecutor(6) as crowd:
        results = list(crowd.map(attempt, range(6)))

    [won] = [each for each in results if isinstance(each, Asked)]
    lost = [each for each in results if isinstance(each, NumberTaken)]
    assert len(lost) == 5
    assert {each.holder for each in lost} == {won.job.document}
    assert numbers(house) == [won.job.number]
    assert len(house.jobs.list()) == 1


@pytest.mark.postgres
def test_postgresql_keeps_the_same_order(postgres_house: House, sample: Sample):
    """Writers that run beside each other get one document a key and numbers without a gap."""

    def attempt(turn: int) -> Asked:
        return ask(sample(), house=postgres_house, key=f"k{turn % 4}")

    with ThreadPoolExecutor(8) as crowd:
        asked = list(crowd.map(attempt, range(16)))

    assert len({each.job.id for each in asked}) == 4
    assert sorted(numbers(postgres_house)) == [
        f"000.7.2.7/{turn}/33.01/2020" for turn in range(1, 5)
    ]


@pytest.mark.postgres
def test_postgresql_tells_a_repeated_request_from_a_taken_number(
    postgres_house: House, sample: Sample
):
    """The same key at once is one document even where its number is adopted meanwhile."""
    content = sample("sop", "kertosono-lengkap")

    with ThreadPoolExecutor(8) as crowd:
        asked = list(
            crowd.map(lambda _: ask(content, house=postgres_house, key="k", of=SOP), range(8))
        )
    with pytest.raises(NumberTaken):
        ask(content, house=postgres_house, key="lain", of=SOP)

    assert len({each.job.id for each in asked}) == 1
    assert len(numbers(postgres_house)) == 1


def test_a_silent_broker_loses_nothing(house: House, letterbox: Letterbox, sample: Sample):
    """Where the queue does not answer, the job is safe and the answer says so."""
    letterbox.broken = True

    asked = ask(sample(), house=house)

    assert house.jobs.get(asked.job.id).number == asked.job.number
    assert "tersimpan" in (asked.asleep or "")


def test_a_number_beyond_what_programs_keep_is_refused(house: House, sample: Sample):
    """Data that other programs would round never reach the ledger."""
    revised = sample(perubahan={"ke": 2**60})

    with pytest.raises(NumberTooLarge):
        print_konsep(data(revised), kind=PK, house=house)

    assert house.jobs.list() == []


def test_equal_data_have_equal_bytes(sample: Sample):
    """Key order and layout of the file do not change the digest; a space in a value does."""
    model = validate(data(sample()), kind=PK)
    turned = validate(data(dict(reversed(sample().items()))), kind=PK)
    changed = validate(data(sample(tahun=2021)), kind=PK)

    assert digest(canonical(model)) == digest(canonical(turned))
    assert digest(canonical(model)) != digest(canonical(changed))


@pytest.mark.parametrize(
    ("kind_name", "name"),
    [(each.name, name) for each in (PK, SOP) for name in each.samples()],
)
def test_canonical_data_read_back_as_the_same_document(kind_name: str, name: str, sample: Sample):
    """What the workers get is the document that was asked for, for every sample."""
    of = kind(kind_name)
    model = validate(data(sample(kind_name, name)), kind=of)

    again = of.model.model_validate(json.loads(canonical(model)))

    assert again == model
    assert canonical(again) == canonical(model)


def test_only_a_rejected_job_is_asked_again(house: House, letterbox: Letterbox, sample: Sample):
    """A rejected job goes back to the queue under its number; others stay as they are."""
    job = ask(sample(), house=house).job
    with pytest.raises(NotAskable):
        retry_job(job.id, house=house)
    with pytest.raises(JobUnknown):
        retry_job("tidak-ada", house=house)
    reject(job.id, house=house)

    again = retry_job(job.id, house=house)

    assert (again.job.state.value, again.job.number) == ("asked", job.number)
    assert letterbox.taken == [job.id, job.id]


def reject(job_id: str, *, house: House) -> None:
    owner, now = this_process(), house.clock()
    assert house.jobs.claim(job_id, owner=owner, now=now, lease_seconds=60)
    house.jobs.reject(job_id, owner=owner, error=ValueError("x"), sentence="Sebab.", now=now)


def test_a_voided_number_stays_in_the_book(house: House, sample: Sample):
    """Voiding keeps the line with its reason, and the number is not given again."""
    job = ask(sample(), house=house).job
    book = house.archive.register.entries()[0].number.book

    line = void_number(job.number or "", book=book, year=2020, reason="Salah", house=house)

    assert (line.number.text, line.reason, line.state.value) == (job.number, "Salah", "void")
    assert ask(sample(), house=house).job.number == "000.7.2.7/2/33.01/2020"
