"""Back up while workers make documents; elsewhere everything goes on as if nothing had happened."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.records import DocumentId
from doc_templates.registry import kind
from service.actions.back_up import back_up
from service.actions.request_document import request_document
from service.actions.restore import restore
from service.app import House, acting, now, open_house
from service.reading import parse_data
from service.settings import ServiceSettings
from tests.service.postgres_server import postgres_urls
from tests.workers.asking import Office
from tests.workers.processes import drain, running, wait_for
from workers.jobs import JobState

pytestmark = [pytest.mark.slow, pytest.mark.libreoffice]

REQUESTS = 30


def office_of(house: House) -> Office:
    return Office(house.settings, house.database, house.archive, house.jobs)


def request(house: House, count: int) -> None:
    kind_ = kind("perjanjian_kinerja")
    data = parse_data("data.json", json.dumps(kind_.sample("eselon-iv")).encode())
    for _ in range(count):
        request_document(data, kind=kind_, key=None, house=house)


def filed(house: House) -> list[str]:
    jobs = house.jobs.list(states=[JobState.FILED], limit=1000)
    return [each.document for each in jobs if each.document]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def installed(request: pytest.FixtureRequest) -> Iterator[Callable[[Path], ServiceSettings]]:
    """Settings of an installation at a place, with a database of its own."""
    if request.param == "sqlite":
        yield lambda home: ServiceSettings(home=home, sweep_seconds=0.5)
        return
    with postgres_urls() as new_database:
        yield lambda home: ServiceSettings(
            home=home, sweep_seconds=0.5, database_url=new_database()
        )


@pytest.mark.timeout(240)
def test_a_backup_of_a_busy_installation_is_one_moment(
    tmp_path: Path, installed: Callable[[Path], ServiceSettings]
):
    """Whatever was filed before is there, what was under way is made again, no number is lost."""
    old = open_house(installed(tmp_path / "lama"))
    dice = random.Random(20260302)  # noqa: S311 - dice, not secrets
    request(old, REQUESTS)
    backups = []
    with running(office_of(old), "--concurrency", "2"):
        assert wait_for(lambda: len(filed(old)) >= 3)
        while len(filed(old)) < REQUESTS - 3 and len(backups) < 4:
            told = set(filed(old))
            path = tmp_path / f"{len(backups)}.tar"
            back_up(path, overwrite=False, progress=lambda *_: None, house=old)
            backups.append((path, told))
            time.sleep(dice.random())
    old.database.close()

    assert len(backups) >= 2
    _goes_on(*backups[0], installed(tmp_path / "baru"))
    _goes_on(*backups[-1], installed(tmp_path / "lain"))


def _goes_on(path: Path, told: set[str], settings: ServiceSettings) -> None:
    restore(path, settings=settings, actor=acting(settings), now=now(), progress=lambda *_: None)
    new = open_house(settings)
    assert told <= set(filed(new))
    assert list(new.archive.fsck()) == []

    request(new, 1)
    assert drain(office_of(new), "--concurrency", "2") == 0

    documents = filed(new)
    assert len(documents) == len(set(documents)) == REQUESTS + 1
    for each in documents:
        assert len(new.archive.document(DocumentId(each)).versions) == 1
    entries = new.archive.register.entries()
    assert sorted(each.number.sequence or 0 for each in entries) == list(range(1, REQUESTS + 2))
    assert {each.state.value for each in entries} == {"issued"}
    assert list(new.archive.fsck()) == []
    new.database.close()
