"""Batches by page: from a data set, from files, from approved drafts; their board."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from service.accounts.people import find_login, set_active
from service.app import House
from service.drafts.draft import DraftState
from tests.service.filing import NOON, filed
from tests.service.web.browsing import seen
from tests.service.web.test_naskah import OFFICE, Officer, kept, revision
from workers.batch_list import find_batch, list_batches, list_lines
from workers.jobs import Job, JobState, Recipe
from workers.owners import this_process

DINAS = "DINAS CONTOH"


@pytest.fixture
def writer(house: House) -> Officer:
    return Officer(house, f"penyusun:{OFFICE}", f"penyusun:{DINAS}", login="siti")


def shown(page: str) -> dict[str, Any]:
    """What a browser would send of the page on which documents are chosen, all of them chosen."""

    def values(name: str) -> list[str]:
        found = re.findall(rf'name="{name}" value="([^"]*)"', page)
        return [html.unescape(each) for each in found]

    names = ("kunci", "himpunan", "jenis", "nama", "isi", "pilih")
    return {name: told for name in names if (told := values(name))}


def files(*contents: Any) -> list[tuple[str, tuple[str, str, str]]]:
    return [
        ("berkas", (f"pk {at} é.json", json.dumps(each), "application/json"))
        for at, each in enumerate(contents)
    ]


def offered(writer: Officer, sent: Any) -> Any:
    fields = {"jenis": "perjanjian_kinerja"}
    return writer.post("/kumpulan/baru/berkas", fields, files=sent)


def begun(writer: Officer, *contents: Any) -> str:
    """A batch of agreements, and its address."""
    page = offered(writer, files(*contents)).text
    fields = {**shown(page), "dilihat": "ya"}
    answer = writer.post("/kumpulan/baru/minta", fields, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def issued(house: House) -> list[Job]:
    """What is to become a document; prints for those who judge do not count."""
    return [each for each in house.jobs.list() if each.recipe is Recipe.ISSUE]


def batch(house: House, address: str) -> list[Any]:
    return list_lines(house.database, address.rpartition("/")[2], within=None)[0]


def test_many_files_are_shown_first_and_asked_once(house: House, writer: Officer, sample: Any):
    """Each with its findings; what cannot be is told and cannot be chosen; twice asks once."""
    sent = [*files(sample(), sample(tempat="Jekulo"), sample(tahun="x")), *_zipped(sample())]
    sent.append(("berkas", ("rusak.json", "{", "application/json")))
    page = offered(writer, sent)
    assert "3 dari 5 dokumen dapat diminta" in seen(page.text)
    assert "dalam.json" in page.text
    assert len(house.jobs.list()) == 0

    unseen = writer.post("/kumpulan/baru/minta", shown(page.text))
    assert "sudah Anda lihat" in unseen.text
    assert len(house.jobs.list()) == 0
    fields = {**shown(page.text), "dilihat": "ya"}
    first = writer.post("/kumpulan/baru/minta", fields, follow_redirects=False)
    again = writer.post("/kumpulan/baru/minta", fields, follow_redirects=False)

    assert first.headers["location"] == again.headers["location"]
    jobs = house.jobs.list()
    assert len(jobs) == 3
    assert len({each.number for each in jobs}) == 3
    board = seen(writer.get(first.headers["location"]).text)
    assert "0 dari 3 selesai" in board
    assert "3 Menunggu" in board
    assert all(str(each.number) in board for each in jobs)


def test_a_data_set_gives_the_documents_of_the_year(house: House, writer: Officer):
    """Chosen by boxes; only those chosen are asked."""
    path = house.kinds["laporan_triwulan"].folder.parent / "kinerja/samples"
    sent = {"himpunan": ("d.json", (path / "kecamatan-jekulo-2024.json").read_bytes())}
    page = writer.post("/kumpulan/baru/himpunan", files=sent)
    told = shown(page.text)
    chosen = ["laporan_triwulan/tw-3", "laporan_tahunan/lkjip"]
    assert set(chosen) < set(told["pilih"])
    assert " checked" not in page.text

    fields = {**told, "pilih": chosen, "dilihat": "ya"}
    Officer(house, f"pemeriksa:{OFFICE}", login="budi")
    sent_ = writer.post("/kumpulan/baru/minta", fields | {"pilih": ["rencana_aksi/murni"]})
    assert "1 naskah diajukan" in sent_.text
    with house.database.transaction() as connection:
        set_active(connection, find_login(connection, "budi")[0], active=False)
    answer = writer.post("/kumpulan/baru/minta", fields, follow_redirects=False)

    lines = batch(house, answer.headers["location"])
    assert {each.kind for each in lines} == {"laporan_triwulan", "laporan_tahunan"}
    report = next(each for each in lines if each.kind == "laporan_triwulan")
    assert json.loads(house.jobs.get(report.id).data)["data"]["tahun"] == 2024


def test_where_somebody_may_judge_a_batch_becomes_drafts_for_her(
    house: House, writer: Officer, sample: Any
):
    """Asked twice, sent once; approved, they are issued as one batch."""
    judge = Officer(house, f"pemeriksa:{OFFICE}", login="budi")
    page = offered(writer, files(sample(), sample(tempat="Jekulo"))).text
    assert "mempunyai pemeriksa" in page
    fields = {**shown(page), "dilihat": "ya"}
    writer.post("/kumpulan/baru/minta", fields)
    sent = writer.post("/kumpulan/baru/minta", fields)
    drafts = sorted(set(re.findall(r"/naskah/([0-9a-z]{12})", sent.text)))
    assert len(drafts) == 2
    assert len(issued(house)) == 0
    assert {kept(house, each).state for each in drafts} == {DraftState.DIAJUKAN}

    for each in drafts:
        approved = judge.post(f"/pemeriksaan/{each}/setujui", revision(house, each))
        assert "Naskah disetujui" in approved.text, seen(approved.text)
    begin = writer.get("/kumpulan/baru").text
    asked = {"kunci": re.findall(r'name="kunci" value="(\w+)"', begin)[0], "naskah": drafts}
    first = writer.post("/kumpulan/baru/naskah", asked, follow_redirects=False)
    again = writer.post("/kumpulan/baru/naskah", asked, follow_redirects=False)

    assert first.headers["location"] == again.headers["location"]
    assert len(batch(house, first.headers["location"])) == 2
    assert len(issued(house)) == 2


def test_what_waits_is_cancelled_and_what_was_rejected_asked_again(
    house: House, writer: Officer, sample: Any
):
    """All of a batch by one button; the board tells how many."""
    address = begun(writer, sample(), sample(tempat="A"), sample(tempat="B"))
    one, now, owner = house.jobs.list()[0].id, house.clock(), this_process()
    assert house.jobs.claim(one, owner=owner, now=now, lease_seconds=60)
    house.jobs.reject(one, owner=owner, error=ValueError("x"), sentence="Rusak.", now=now)
    assert "1 ditolak" in seen(writer.get(address).text)
    assert "Rusak." in writer.get(f"{address}?keadaan=rejected").text
    assert "1 dokumen yang ditolak diminta lagi" in writer.post(f"{address}/ulang").text
    assert "3 permintaan yang menunggu dibatalkan" in writer.post(f"{address}/batal").text
    assert "3 dari 3 selesai" in seen(writer.get(address).text)
    assert writer.get(f"{address}/unduh").status_code == 404


def test_a_finished_batch_is_taken_as_one_package(house: House, writer: Officer, tmp_path: Path):
    """With manifest and digests; the trail tells each document."""
    address = "/kumpulan/" + "a" * 24
    for at in range(2):
        document = filed(house, tmp_path, office=OFFICE)
        _laid(house, at, document=document, state=JobState.FILED)
    answer = writer.get(f"{address}/unduh")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        names = package.namelist()
    assert {"manifest.json", "SHA256SUMS"} < set(names)
    assert len(names) == 4


def test_other_offices_see_nothing_of_a_batch(house: House, writer: Officer, sample: Any):
    """Neither board nor list, and can do nothing to it; nor ask for another's documents."""
    address = begun(writer, sample())
    stranger = Officer(house, "penyusun:LAIN", login="asing")
    assert address not in stranger.get("/kumpulan").text
    assert address in writer.get("/kumpulan").text
    for way in ("", "/unduh"):
        assert stranger.get(address + way).status_code == 404
    for way in ("/batal", "/ulang"):
        assert stranger.post(address + way).status_code == 404
    page = offered(stranger, files(sample()))
    assert "0 dari 1 dokumen dapat diminta" in seen(page.text)
    forged = {
        "kunci": "0" * 12,
        "jenis": "perjanjian_kinerja",
        "nama": "x",
        "isi": json.dumps(sample()),
        "pilih": "perjanjian_kinerja/x",
        "dilihat": "ya",
    }
    assert stranger.post("/kumpulan/baru/minta", forged).status_code == 422
    assert len(house.jobs.list()) == 1


def test_a_thousand_documents_stay_light(house: House, writer: Officer):
    """Counted by one query, fifty a page, without reading the data of the others."""
    with house.database.transaction() as connection:
        for at in range(1000):
            house.jobs.add(connection, _job(at))
    found = find_batch(house.database, "a" * 24, within=None)
    assert found is not None
    assert (found.total, found.finished) == (1000, 0)
    assert [each.name for each in list_batches(house.database, within=None)[0]] == ["a" * 24]

    page = writer.get("/kumpulan/" + "a" * 24)
    assert "0 dari 1.000 selesai" in seen(page.text)
    assert page.text.count('scope="row"') == 50
    assert len(page.content) < 60_000
    walked, after = 0, ""
    while True:
        lines, after = list_lines(house.database, "a" * 24, within=None, after=after, limit=300)
        walked += len(lines)
        if not after:
            break
    assert walked == 1000


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("minta", {}),
        ("minta", {"jenis": "sop", "nama": ["a", "b"], "isi": "{}"}),
        ("minta", {"himpunan": "{", "pilih": "x"}),
        ("minta", {"himpunan": "[]", "pilih": "x"}),
        ("naskah", {}),
        ("naskah", {"naskah": "0" * 12, "kunci": "x"}),
        ("himpunan", {}),
        ("himpunan", {"dari": "0" * 12}),
        ("berkas", {"jenis": "tidak-ada"}),
    ],
)
def test_forms_that_no_browser_sends_do_no_harm(
    house: House, writer: Officer, path: str, fields: dict[str, Any]
):
    """No fault of ours, and nothing is asked."""
    answer = writer.post(f"/kumpulan/baru/{path}", fields)
    assert 400 <= answer.status_code < 500, answer.text
    assert len(house.jobs.list()) == 0


def _zipped(content: Any) -> list[tuple[str, tuple[str, bytes, str]]]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("folder/dalam.json", json.dumps(content))
        package.writestr("folder/.DS_Store", b"x")
        package.writestr("baca.txt", b"x")
    return [("berkas", ("banyak.zip", packed.getvalue(), "application/zip"))]


def _job(at: int, **more: Any) -> Job:
    return replace(
        Job(
            id=f"kumpulan-{at:05}",
            recipe=Recipe.ISSUE,
            kind="perjanjian_kinerja",
            data="{}",
            data_digest="0" * 64,
            actor_name="siti",
            asked_at=NOON,
            office=OFFICE,
            batch="a" * 24,
        ),
        **more,
    )


def _laid(house: House, at: int, **more: Any) -> None:
    with house.database.transaction() as connection:
        house.jobs.add(connection, _job(at, **more))
