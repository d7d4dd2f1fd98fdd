"""What a person who wrote something sees of it: at home, and on the page of its job."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from service.app import House
from service.web.pekerjaan_kabar import steps_of
from tests.service.filing import NOON, filed
from tests.service.web.browsing import browser_of, seen
from tests.service.web.test_keeping import asked
from tests.service.web.test_naskah import OFFICE, Officer, revision
from workers.jobs import Job, JobState, Recipe
from workers.owners import this_process


def test_the_first_page_tells_what_waits_for_each(house: House, sample: Any, tmp_path: Path):
    """Writer, judge and signer each see their own part, and where it leads."""
    writer = Officer(house, f"penyusun:{OFFICE}", login="siti")
    judge = Officer(house, f"pemeriksa:{OFFICE}", login="budi")
    signer = Officer(house, f"penandatangan:{OFFICE}", login="camat")
    stranger = Officer(house, "penyusun:LAIN", "pemeriksa:LAIN", login="asing")
    auditor = Officer(house, "auditor:*", login="audit")
    draft = writer.begin(sample(), title="Perjanjian Camat")
    filed(house, tmp_path, office=OFFICE)

    def told(who: Officer) -> str:
        return seen(who.get("/").text)

    assert "1 naskah masih konsep" in told(writer)
    assert "Perjanjian Camat" in told(writer)
    writer.send(draft)
    assert "1 naskah menunggu Anda periksa" in told(judge)
    judge.post(f"/pemeriksaan/{draft}/kembalikan", {**revision(house, draft), "alasan": "x"})
    assert "1 naskah dikembalikan, untuk diperbaiki" in told(writer)
    assert "1 dokumen menunggu tanda tangan" in told(signer)
    assert "Tidak ada yang menunggu" in told(stranger)
    assert "Yang menunggu Anda" not in told(auditor)


def test_a_job_is_told_in_plain_sentences(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """How many come before, how long such documents take, and each step on the way."""
    before, job = (asked(house, data_file, sample) for _ in range(2))
    writer = browser_of(house, f"penyusun:{job.office}")
    page = seen(writer.get(f"/pekerjaan/{job.id}").text)
    assert "Menunggu pekerja" in page
    assert "biasanya" not in page
    _finished(house, before, seconds=2.4)

    page = seen(writer.get(f"/pekerjaan/{job.id}").text)
    assert "giliran berikutnya" in page
    assert "biasanya sekitar 2 detik" in page
    assert "Mengonversi menjadi PDF (berikutnya)" in page
    now = house.clock()
    house.jobs.claim(job.id, owner=this_process(), now=now, lease_seconds=60)
    assert "Mengisi formulir dengan data (sekarang)" in seen(
        writer.get(f"/pekerjaan/{job.id}").text
    )


@pytest.mark.parametrize("state", list(JobState))
@pytest.mark.parametrize("stage", [None, "fill", "convert", "stamp", "gate", "file"])
@pytest.mark.parametrize("recipe", list(Recipe))
def test_at_most_one_step_lasts(state: JobState, stage: str | None, recipe: Recipe):
    """What is done comes first, what follows last; a KONSEP is never archived."""
    job = Job("x", recipe, "sop", "{}", "0", "siti", asked_at=NOON, state=state, stage=stage)
    steps = [each.state for each in steps_of(job)]

    assert steps.count("now") <= 1
    assert re.fullmatch("n?d*n?x*", "".join(each[0] if each != "next" else "x" for each in steps))
    assert len(steps) == (6 if recipe is Recipe.ISSUE else 5)


def test_a_filed_job_offers_its_files(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any], tmp_path: Path
):
    """To whoever may download them."""
    job = asked(house, data_file, sample)
    document = filed(house, tmp_path, office=str(job.office))
    with house.database.transaction() as connection:
        told = replace(job, id="lain", key=None, number=None, document=document, version=1)
        house.jobs.add(connection, replace(told, state=JobState.FILED))
    writer = browser_of(house, f"penyusun:{job.office}")

    page = writer.get("/pekerjaan/lain").text

    found = re.findall(rf"/dokumen/{document}/versi/1/berkas/document.pdf", page)
    assert found
    assert writer.get(found[0]).status_code == 200
    assert "PDF siap tanda tangan" in page


def _finished(house: House, job: Job, *, seconds: float) -> None:
    owner, now = this_process(), house.clock()
    held: dict[str, Any] = {"owner": owner, "now": now}
    house.jobs.claim(job.id, **held, lease_seconds=60)
    house.jobs.checkpoint(
        job.id, **held, stage="fill", facts={"seconds": seconds}, lease_seconds=60
    )
    house.jobs.finish(job.id, **held, pages=1, notes=(), version=1)
