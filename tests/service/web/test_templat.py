"""Offices' forms as pages: upload, faults, preview, putting in force, going back."""

from __future__ import annotations

import re

from service.app import House
from tests.service.actions.test_office_forms import KIND, misspelt, office_of, printed
from tests.service.web.browsing import Browser, browser_of, seen
from tests.workers.office_forming import in_word
from workers.jobs import Recipe

ABOVE = f"/templat/{KIND}"


def uploaded(admin: Browser, content: bytes, office: str, reason: str = "Kop baru") -> str:
    """Upload a form and give the address of its version."""
    files = {"berkas": ("pk <b>.docx", content)}
    answer = admin.send(ABOVE, files=files, kantor=office, alasan=reason)
    assert answer.status_code == 303, seen(answer.text)
    return str(answer.headers["location"])


def print_of(house: House, admin: Browser, version: str) -> str:
    """Ask for a preview, and let it be made; the address of the print."""
    answer = admin.send(f"{version}/pratinjau", contoh="camat")
    assert answer.status_code == 303
    job = house.jobs.list()[0]
    assert job.recipe is Recipe.KONSEP
    folder = house.settings.work / job.id
    folder.mkdir(parents=True)
    (folder / "document.pdf").write_bytes(b"%PDF-1.7")
    printed(house, job.id)
    return str(answer.headers["location"])


def test_a_form_is_uploaded_seen_and_put_in_force(house: House):
    """Each page says what to do next; what is in force is told everywhere."""
    admin, office = browser_of(house, "admin:*"), office_of(house)
    assert "Semua kantor" in admin.get("/templat").text
    assert "semua memakai templat bawaan" in admin.get(ABOVE).text

    version = uploaded(admin, in_word(), office)
    page = admin.get(version).text
    assert "disimpan sebagai versi 1" in page
    assert "Templat dapat dipakai." in page
    assert "Isian yang dicetak sama" in page
    assert "Cetak dan lihat pratinjaunya dahulu" in page
    assert "pk &lt;b&gt;.docx" in page
    refused = admin.send(f"{version}/berlakukan", alasan="Ya")
    assert (refused.status_code, "belum pernah dicetak" in refused.text) == (422, True)
    there = print_of(house, admin, version)
    assert "<iframe" in admin.get(f"{there}?potongan=1").text
    assert admin.get(f"{there}/pdf").content == b"%PDF-1.7"

    told = admin.send_and_read(f"{version}/berlakukan", alasan="Disetujui camat")

    assert "Versi 1 berlaku untuk dokumen" in told
    assert "Disetujui camat" in admin.get(ABOVE).text
    assert re.search(r"mark-good[^<]*>Versi 1", admin.get("/templat").text)
    back = admin.send_and_read(f"{ABOVE}/bawaan", kantor=office, alasan="Kop keliru")
    assert "kembali memakai templat bawaan" in back
    assert "Berlakukan kembali versi 1" in admin.get(version).text
    again = admin.send_and_read(f"{version}/berlakukan", alasan="Kop sudah benar")
    assert "Versi 1 berlaku" in again
    history = seen(admin.get(ABOVE).text)
    assert history.index("Kop sudah benar") < history.index("Kop keliru")


def test_faults_are_told_each_with_its_place(house: House):
    """A form with faults is shown with them; a file that is none is not kept."""
    admin, office = browser_of(house, "admin:*"), office_of(house)

    version = uploaded(admin, misspelt(), office)
    page = seen(admin.get(version).text)
    assert "Templat belum dapat dipakai." in page
    assert "judull" in page
    assert "Harus diperbaiki" in page
    assert "Cetak pratinjau" not in page
    assert "Berlakukan versi" not in page
    assert "Perlu diperbaiki" in admin.get(ABOVE).text
    assert admin.send(f"{version}/pratinjau", contoh="camat").status_code == 422
    refused = admin.send(ABOVE, files={"berkas": ("a.docx", b"%PDF")}, kantor=office, alasan="X")
    assert refused.status_code == 422
    assert "Mengapa berkas ditolak" in refused.text
    for files, fields, sentence in (
        ({}, {"kantor": office, "alasan": "X"}, "Tidak ada berkas"),
        ({"berkas": ("a.docx", b"PK")}, {"kantor": "", "alasan": "X"}, "menyebut satu kantor"),
        ({"berkas": ("a.docx", in_word())}, {"kantor": office, "alasan": ""}, "Alasan harus"),
    ):
        answer = admin.send(ABOVE, files=files or {"lain": b""}, **fields)
        assert (answer.status_code, sentence in answer.text) == (422, True)


def test_who_draws_a_form_finds_what_it_may_print(house: House):
    """The house's form to start from, and every field with its way of writing."""
    admin = browser_of(house, "admin:Dinas Kominfo")

    assert admin.get(f"{ABOVE}/bawaan").content == house.kinds[KIND].template.read_bytes()
    page = admin.get(f"{ABOVE}/isian").text
    assert "{{ kop.pemerintah }}" in page
    assert "{%tr for y in x.indikator %}" in page
    assert "Kantor: <strong>Dinas Kominfo</strong>" in admin.get(ABOVE).text
    assert admin.get("/templat/tiada").status_code == 404


def test_forms_of_other_offices_do_not_exist(house: House):
    """Neither to be seen nor to be changed."""
    ours = browser_of(house, "admin:*")
    theirs = browser_of(house, "admin:Dinas Kominfo", login="budi")
    version = uploaded(ours, in_word(), "Kecamatan Jekulo")

    assert "Jekulo" not in theirs.get(ABOVE).text
    assert "Jekulo" not in theirs.get("/templat").text
    for path in ("", "/berkas", "/catatan"):
        assert theirs.get(version + path).status_code == 404
    assert theirs.send(f"{version}/berlakukan", alasan="X").status_code == 404
    files = {"berkas": ("a.docx", in_word())}
    sent = theirs.send(ABOVE, files=files, kantor="Kecamatan Jekulo", alasan="X")
    assert sent.status_code == 403
    back = theirs.send(f"{ABOVE}/bawaan", kantor="Kecamatan Jekulo", alasan="X")
    assert back.status_code == 403
