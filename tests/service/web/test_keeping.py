"""People, jobs, trail and health: those who keep the installation, and those who wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from service.accounts.people import find_login
from service.actions.request_document import request_document
from service.app import House
from service.reading import read_data
from tests.service.serving import WORDS, person_as
from tests.service.web.browsing import browser_of, seen
from workers.jobs import Job, JobState


def asked(house: House, data_file: Callable[..., Path], sample: Callable[..., Any]) -> Job:
    kind = house.kinds["perjanjian_kinerja"]
    return request_document(read_data(data_file(sample())), kind=kind, key=None, house=house).job


def test_a_person_is_entered_changed_and_disabled(house: House):
    """Each form tells what was done; the trail names who did it."""
    admin = browser_of(house, "admin:*", "auditor:*")

    page = admin.send_and_read(
        "/pengguna/tambah",
        nama="Staf Baru",
        nama_masuk="baru",
        kata_sandi=WORDS,
        peran=["penyusun", "", ""],
        kantor=["Dinas Kominfo", "", ""],
    )
    assert "Staf Baru (baru) ditambahkan." in page
    with house.database.reading() as connection:
        person = find_login(connection, "baru")[0]
    above = f"/pengguna/{person.id}"
    changed = admin.send_and_read(f"{above}/peran", peran=["auditor"], kantor=["*"])
    assert "Peran disimpan." in changed
    assert "Auditor – semua kantor" in admin.get("/pengguna").text
    assert "tidak dapat masuk lagi" in admin.send_and_read(f"{above}/keadaan", aktif="tidak")
    assert "Kata sandi diganti" in admin.send_and_read(f"{above}/sandi", kata_sandi=WORDS + " x")
    trail = seen(admin.get("/jejak").text)
    assert "Pengguna Staf Baru (baru): dinonaktifkan." in trail
    assert WORDS not in trail


def test_what_is_wrong_with_a_person_is_told_beside_its_field(house: House):
    """What was typed stays, but for the password."""
    admin = browser_of(house, "admin:*")
    typed = {"nama": "Staf", "nama_masuk": "siti", "kata_sandi": WORDS, "peran": "auditor"}

    def told(**changes: str) -> Any:
        return admin.send("/pengguna/tambah", **typed | {"kantor": "*"} | changes)

    for answer, sentence in (
        (told(), "Nama masuk “siti” sudah dipakai"),
        (told(nama_masuk="a b"), "tidak dapat dipakai"),
        (told(nama_masuk="lain", kata_sandi="pendek"), "terlalu mudah ditebak"),
        (told(nama_masuk="lain", kantor=""), "harus menyebut kantornya"),
        (told(nama_masuk="lain", nama=""), "Nama harus berisi"),
        (told(nama_masuk="lain", peran="raja"), "Peran “raja” tidak dikenal"),
    ):
        assert answer.status_code == 422
        assert sentence in answer.text
        assert WORDS not in answer.text
    with house.database.reading() as connection:
        own = find_login(connection, "siti")[0]
    last = admin.send(f"/pengguna/{own.id}/keadaan", aktif="tidak")
    assert "satu-satunya admin" in last.text


def test_an_admin_of_one_office_manages_nobody(house: House):
    """People belong to the whole installation."""
    browser = browser_of(house, "admin:Dinas Kominfo")

    assert browser.get("/pengguna").status_code == 403
    assert "/pengguna" not in browser.get("/").text


def test_jobs_are_seen_taken_back_and_asked_again(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """With and without a program in the browser."""
    job = asked(house, data_file, sample)
    officer = browser_of(house, f"penyusun:{job.office}")
    path = f"/pekerjaan/{job.id}"

    board = officer.get("/pekerjaan").text
    assert 'hx-trigger="every 3s"' in board
    assert '<noscript><meta http-equiv="refresh"' in board
    assert path in board
    page = officer.send_and_read(f"{path}/batal")
    assert f"Permintaan {job.id} dibatalkan. Nomor {job.number} dibatalkan." in page
    assert "hx-get" not in page
    again = officer.send(f"{path}/batal")
    assert again.status_code == 409
    assert officer.send(f"{path}/ulang").status_code == 409

    rejected = replace(
        asked(house, data_file, sample), id="ditolak00000", document=None, number=None
    )
    rejected = replace(rejected, state=JobState.REJECTED, error="Judul terlalu panjang.", key="z")
    with house.database.transaction() as connection:
        house.jobs.add(connection, rejected)
    shown = officer.get("/pekerjaan", params={"keadaan": "rejected"}).text
    assert "Judul terlalu panjang." in shown
    assert "diminta lagi" in officer.send_and_read("/pekerjaan/ditolak00000/ulang")


def test_jobs_of_other_offices_do_not_exist(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """Neither on the board nor by their name; an auditor sees them and steers none."""
    job = asked(house, data_file, sample)
    officer = browser_of(house, "penyusun:Kecamatan Lain")
    auditor = browser_of(house, "auditor:*", login="ani")

    assert job.id not in officer.get("/pekerjaan").text
    assert officer.get(f"/pekerjaan/{job.id}").status_code == 404
    assert officer.send(f"/pekerjaan/{job.id}/batal").status_code == 404
    seen_by_auditor = auditor.get(f"/pekerjaan/{job.id}")
    assert seen_by_auditor.status_code == 200
    assert "Batalkan" not in seen_by_auditor.text
    assert auditor.send(f"/pekerjaan/{job.id}/batal").status_code == 403


def test_health_tells_every_part(house: House):
    """In the words of readiness."""
    page = seen(browser_of(house, "admin:*").get("/kesehatan").text)

    assert "Permintaan dapat dilayani." in page
    assert "Mesin tata letak" in page


def test_the_trail_is_for_those_who_may_see_all_of_it(house: House):
    """Page by page."""
    person_as(house, "auditor:Dinas Kominfo", login="lain")
    auditor = browser_of(house, "auditor:*")

    assert "Pengguna Staf Uji (lain)" in auditor.get("/jejak").text
    assert auditor.get("/jejak", params={"lanjut": "zzz"}).status_code == 400
    assert browser_of(house, "auditor:Dinas Kominfo", login="ani").get("/jejak").status_code == 403
