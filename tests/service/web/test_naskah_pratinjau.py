"""The preview beside the form: one print at a time, its pages as pictures."""

from __future__ import annotations

import re
from typing import Any

import pytest

from service.actions.begin_draft import begin_draft
from service.actions.manage_people import find_person
from service.app import House
from tests.service.web.browsing import Browser, browser_of, seen
from tests.service.web.printing import printed
from workers.jobs import Job, JobState
from workers.owners import Owner, this_process

OFFICE = "KECAMATAN JEKULO"


@pytest.fixture
def writer(house: House) -> Browser:
    return browser_of(house, f"penyusun:{OFFICE}", login="siti")


@pytest.fixture
def path(house: House, sample: Any, writer: Browser) -> str:
    """A draft whose data can be printed."""
    draft = begin_draft(
        kind=house.kinds["perjanjian_kinerja"],
        office=OFFICE,
        title="PK Camat",
        content=sample(),
        person=find_person("siti", house=house),
        house=house,
    )
    assert writer.get(f"/naskah/{draft.id}").status_code == 200
    return f"/naskah/{draft.id}"


def states(house: House) -> list[JobState]:
    """Of all jobs, by name: some are asked in the same moment."""
    return sorted(each.state for each in house.jobs.list())


def taken_up(house: House, job: Job) -> Owner:
    """A worker begins."""
    owner = this_process()
    assert house.jobs.claim(job.id, owner=owner, now=house.clock(), lease_seconds=600)
    return owner


def finished(house: House, job: Job, *lines: str) -> None:
    """A worker prints it."""
    folder = house.settings.work / job.id
    folder.mkdir(parents=True)
    (folder / "document.pdf").write_bytes(printed(*lines))
    owner = taken_up(house, job)
    house.jobs.finish(job.id, owner=owner, pages=1, notes=(), version=None, now=house.clock())


def test_what_waits_is_taken_back_when_something_newer_is_typed(
    house: House, writer: Browser, path: str
):
    """And comes again when the person types back what she had."""
    first = writer.send(f"{path}/pratinjau", **{"d:tempat": "Satu"})
    writer.send(f"{path}/pratinjau", **{"d:tempat": "Dua"})
    assert states(house) == [JobState.ASKED, JobState.CANCELLED]
    again = writer.send(f"{path}/pratinjau", **{"d:tempat": "Dua"})
    assert states(house) == [JobState.ASKED, JobState.CANCELLED]
    writer.send(f"{path}/pratinjau", **{"d:tempat": "Satu"})
    assert states(house) == [JobState.ASKED, JobState.CANCELLED, JobState.CANCELLED]
    assert "sedang dicetak" in first.text
    assert "sedang dicetak" in again.text


def test_never_is_more_than_one_preview_of_a_draft_being_made(
    house: House, writer: Browser, path: str
):
    """A newer one waits for the one that a worker holds; others' drafts do not."""
    writer.send(f"{path}/pratinjau", **{"d:tempat": "Satu"})
    making = house.jobs.list()[0]
    taken_up(house, making)
    waiting = writer.send(f"{path}/pratinjau", **{"d:tempat": "Dua"})
    assert "Menunggu cetakan sebelumnya" in waiting.text
    assert f'hx-post="{path}/pratinjau"' in waiting.text
    assert states(house) == [JobState.MAKING]
    same = writer.send(f"{path}/pratinjau", **{"d:tempat": "Satu"})
    assert f"/konsep/{making.id}?potongan=1" in same.text


def test_a_finished_preview_is_shown_as_pictures_with_its_age(
    house: House, writer: Browser, path: str
):
    """In place of the last ones by HTMX, on a page of its own without."""
    writer.send(f"{path}/konsep")
    job = house.jobs.list()[0]
    address = f"{path}/konsep/{job.id}"
    assert 'http-equiv="refresh"' in writer.get(address).text
    finished(house, job, "Perjanjian Kinerja")

    part = writer.get(f"{address}?potongan=1").text
    assert re.search(r"Diperbarui <time [^>]*>\d+ detik lalu</time>", part)
    assert '<div id="pratinjau-halaman" class="cetakan" hx-swap-oob="true">' in part
    page = writer.get(address).text
    assert f'<img src="{address}/halaman/1" alt="Halaman 1 dari 1 cetakan KONSEP">' in page
    assert "hx-swap-oob" not in page
    picture = writer.get(f"{address}/halaman/1")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert writer.get(f"{address}/halaman/2").status_code == 404
    stranger = browser_of(house, "penyusun:LAIN", login="asing")
    assert stranger.get(f"{address}/halaman/1").status_code == 404


def test_what_was_cleared_away_is_printed_again(house: House, writer: Browser, path: str):
    """Prints are kept for some hours only."""
    writer.send(f"{path}/pratinjau")
    first = house.jobs.list()[0]
    finished(house, first, "Lama")
    (house.settings.work / first.id / "document.pdf").unlink()
    assert "sudah dibersihkan" in seen(writer.get(f"{path}/konsep/{first.id}").text)
    assert "sedang dicetak" in writer.send(f"{path}/pratinjau").text
    assert states(house) == [JobState.ASKED, JobState.PRINTED]
