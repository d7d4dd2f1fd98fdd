"""A draft under review beside its last round and beside an issued document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from archive.records import DocumentId
from service.accounts.person import Person
from service.actions.begin_draft import begin_draft
from service.actions.print_for_review import ASKER, file_of
from service.actions.return_draft import return_draft
from service.actions.save_draft import save_draft
from service.actions.send_for_review import send_for_review
from service.app import House
from service.canonical import canonical
from service.drafts.draft import Draft, Mark
from service.drafts.remarks import opinion_of
from service.drafts.text import data_of
from service.validating import validate
from tests.service.filing import filed
from tests.service.serving import person_as
from tests.service.web.browsing import Browser, browser_of, seen
from tests.service.web.printing import printed
from tests.service.web.test_documents import version_added
from workers.jobs import JobState
from workers.owners import this_process

OFFICE = "KECAMATAN JEKULO"


def sent(draft: Draft, writer: Person, house: House) -> Draft:
    """Laid before the judge, every finding seen."""
    kind = house.kinds[draft.kind]
    keys = [each.key for each in opinion_of(data_of(draft.data), kind=kind).remarks]
    return send_for_review(
        draft, revision=draft.revision, acknowledged=keys, person=writer, house=house
    )


@pytest.fixture
def draft(house: House, sample: Callable[..., Any]) -> Draft:
    """Sent, returned with a correction of its place, corrected and sent again."""
    writer = person_as(house, f"penyusun:{OFFICE}", login="tini")
    judge = person_as(house, f"pemeriksa:{OFFICE}", login="joko")
    kind = house.kinds["perjanjian_kinerja"]
    first = begin_draft(
        kind=kind,
        office=OFFICE,
        title="Perjanjian Kinerja Camat 2020",
        content=sample(),
        person=writer,
        house=house,
    )
    returned = return_draft(
        sent(first, writer, house),
        revision=2,
        reason="Tempat belum tepat.",
        marks=[Mark("tempat", "Tulislah nama kecamatan"), Mark("pihak_pertama.nama", "Periksa")],
        person=judge,
        house=house,
    )
    content = deepcopy(data_of(returned.data).content) | {"tempat": "Jekulo Baru"}
    saved = save_draft(
        returned,
        revision=returned.revision,
        title=returned.title,
        content=content,
        person=writer,
        house=house,
    )
    return sent(saved, writer, house)


def print_all(house: House, before: str, after: str) -> None:
    """What the worker does; which round it is, the data tell."""
    owner = this_process()
    for job in house.jobs.list(states=[JobState.ASKED]):
        assert job.actor_name == ASKER
        assert house.jobs.claim(job.id, owner=owner, now=house.clock(), lease_seconds=60)
        path = file_of(job, house=house)
        path.parent.mkdir(parents=True)
        shown = after if "Jekulo Baru" in job.data else before
        path.write_bytes(printed(shown, "Camat Jekulo"))
        house.jobs.finish(job.id, owner=owner, pages=1, notes=(), version=None, now=house.clock())


@pytest.fixture
def judge(house: House) -> Browser:
    return browser_of(house, f"pemeriksa:{OFFICE}", login="budi")


def test_what_changed_since_the_last_round_is_told_at_once(judge: Browser, draft: Draft):
    """Each correction says whether its field was touched; the form's names, not paths."""
    told = judge.get(f"/pemeriksaan/{draft.id}").text

    page = seen(told)
    assert "Perubahan sejak putaran 1" in page
    assert "Tempat : Tulislah nama kecamatan isian berubah" in page
    assert "Pihak pertama › Nama : Periksa isian tetap" in page
    assert '<ins class="now"> Baru</ins>' in told or '<ins class="now">Jekulo Baru</ins>' in told
    assert "2 putaran" in page
    assert "Dikembalikan setelah kurang dari semenit" in page
    assert "<code>tempat</code>" not in told


def test_prints_are_asked_when_a_draft_is_sent_and_compared_when_they_lie_there(
    house: House, judge: Browser, draft: Draft
):
    """One print a round, whoever asks; until then it is told how far they are."""
    above = f"/pemeriksaan/{draft.id}/banding"
    waiting = judge.get(f"{above}?tampak=teks").text
    print_all(house, "Kudus", "Jekulo Baru")
    text = judge.get(f"{above}?tampak=teks").text
    pages = judge.get(f"{above}?tampak=halaman").text
    before, after = re.findall(r'<img[^>]* src="([^"]+)"', pages)

    assert "KONSEP sedang dicetak" in seen(waiting)
    assert "Putaran 1: belum dimulai" in seen(waiting)
    assert '<del class="was">Kudus</del>' in text
    assert '<ins class="now">Jekulo Baru</ins>' in text
    assert "koreksi=Halaman+1%2C+perubahan" in text
    assert judge.get(before).content != judge.get(after).content
    assert judge.get(after).headers["content-type"] == "image/png"
    correcting = judge.get(f"/pemeriksaan/{draft.id}?koreksi=Halaman+1: <b>").text
    assert "Halaman 1: &lt;b&gt;" in correcting


def test_prints_that_were_cleared_away_are_asked_again(house: House, judge: Browser, draft: Draft):
    """A click, and no more jobs than prints that are gone."""
    print_all(house, "Kudus", "Jekulo Baru")
    first = house.jobs.list()[-1]
    file_of(first, house=house).unlink()
    above = f"/pemeriksaan/{draft.id}"

    gone = judge.get(f"{above}/banding?lawan=putaran-1&tampak=halaman").text
    told = judge.send_and_read(f"{above}/cetak", lawan="putaran-1", tampak="halaman")

    assert "Cetakan belum ada" in seen(gone)
    assert "KONSEP sedang dicetak" in seen(told)
    assert len(house.jobs.list()) == 3
    assert judge.get(f"{above}/cetakan/{first.id}/halaman/1").status_code == 404


def test_the_last_issued_document_of_the_same_title_is_offered(
    house: House, judge: Browser, draft: Draft, tmp_path: Path
):
    """Its data are compared as they were issued; other offices' are not even named."""
    kind = house.kinds[draft.kind]
    data = data_of(draft.data)
    issued = json.loads(canonical(validate(data, kind=kind))) | {"nomor": "1/2019", "tahun": 2019}
    name = filed(
        house,
        tmp_path,
        office=OFFICE,
        kind=draft.kind,
        title="Perjanjian Kinerja Camat 2019",
        year=2019,
    )
    version_added(
        house,
        name,
        tmp_path,
        data_json=json.dumps(issued).encode(),
        document_pdf=printed("Kudus 2019", "Camat Jekulo"),
    )
    other = filed(house, tmp_path, office="Kantor lain", kind=draft.kind)
    print_all(house, "Kudus 2020", "Jekulo 2020")
    above = f"/pemeriksaan/{draft.id}"

    told = judge.get(f"{above}?lawan=dokumen-{name}").text
    text = judge.get(f"{above}/banding?lawan=dokumen-{name}&tampak=teks").text

    assert "Perubahan terhadap dokumen terbit 2019" in seen(told)
    assert "1 perubahan isian" in seen(told)
    assert '<del class="was">2019</del>' in told
    assert '<ins class="now">Jekulo 2020</ins>' in text
    assert other not in told
    trail = [each.sentence for each in house.archive.trail(DocumentId(name))]
    assert "Berkas document.pdf versi v2 diunduh." in trail


def test_a_judge_of_another_office_sees_neither(house: House, draft: Draft):
    """Nor can a print be had under the name of another draft."""
    stranger = browser_of(house, "pemeriksa:Kantor lain", login="lain")
    job = house.jobs.list()[0]

    for path in ("", "/banding", f"/cetakan/{job.id}/halaman/1"):
        assert stranger.get(f"/pemeriksaan/{draft.id}{path}").status_code == 404, path
    assert stranger.send(f"/pemeriksaan/{draft.id}/cetak").status_code == 404
