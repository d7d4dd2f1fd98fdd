"""How people get in and out again: tokens, sessions, words for once; and who is in which office."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from service.accounts.people import find_login
from service.accounts.person import Person
from service.actions.manage_people import ONCE, find_person, set_active
from service.actions.manage_sessions import list_sessions
from service.actions.sign_in import sign_in
from service.app import House
from tests.service.filing import filed
from tests.service.serving import WORDS, client_of, person_as
from tests.service.web.browsing import Browser, browser_of, seen, stranger_of
from tests.service.web.test_frame import door_key


def coded(html: str) -> str:
    """The one secret that a page shows."""
    told = r'<div class="notice notice-mind"[^>]*>.*?<code>([^<]+)</code>'
    found = re.findall(told, html, re.DOTALL)
    assert len(found) == 1
    return found[0]


def test_a_token_is_made_shown_once_used_and_revoked(house: House):
    """It reaches what was chosen, and nothing once it was revoked."""
    officer = browser_of(house, "penyusun:Dinas Kominfo")

    made = officer.send("/akun/token", keterangan="Aplikasi", hari="30", cakupan="lihat-jenis")
    secret = coded(made.text)
    assert made.headers["cache-control"] == "no-store"
    program = client_of(house)
    program.headers["authorization"] = f"Bearer {secret}"
    assert program.get("/api/v1/kinds").status_code == 200
    assert program.get("/api/v1/documents").status_code == 403

    listed = officer.get("/akun/token").text
    assert secret not in listed
    assert "lihat jenis" in listed
    path = re.search(r'action="(/akun/token/\w+/cabut)"', listed)
    assert path
    other = browser_of(house, "penyusun:Dinas Kominfo", login="budi")
    assert other.send(path[1]).status_code == 404
    assert "Token “Aplikasi” dicabut." in officer.send_and_read(path[1])
    assert program.get("/api/v1/kinds").status_code == 401


def test_what_is_wrong_with_a_token_is_told_beside_its_field(house: House):
    """Nothing chosen, nothing said, or an act that is none."""
    officer = browser_of(house, "penyusun:Dinas Kominfo")

    for fields, sentence in (
        ({"keterangan": "a"}, "Pilihlah sedikitnya satu cakupan."),
        ({"keterangan": "", "cakupan": "lihat-jenis"}, "Keterangan token harus berisi"),
        ({"keterangan": "a", "cakupan": "kuasai-dunia"}, "Cakupan “kuasai-dunia” tidak dikenal"),
    ):
        answer = officer.send("/akun/token", **fields)
        assert answer.status_code == 422
        assert sentence in answer.text


def test_sessions_are_seen_and_ended(house: House):
    """One of them, or all; the one that asks is named and ends with the others."""
    here = browser_of(house, "auditor:*")
    there = Browser(client_of(house))
    begun = sign_in("siti", WORDS, address="web:192.0.2.7", house=house)
    there.client.cookies.set("lontar", begun.secret)

    page = here.get("/akun/sesi").text
    assert "sesi ini" in page
    assert "192.0.2.7" in page
    assert begun.secret not in page
    ends = re.findall(r'action="(/akun/sesi/\w{16}/akhiri)"', page)
    assert len(ends) == 1
    other = browser_of(house, "auditor:*", login="budi")
    assert other.send(ends[0]).status_code == 404
    assert "Sesi itu diakhiri." in here.send_and_read(ends[0])
    assert there.get("/").status_code == 303
    assert here.send("/akun/sesi/akhiri").headers["location"] == "/masuk"
    assert here.get("/").status_code == 303


def test_an_admin_ends_the_sessions_of_another(house: House):
    """One by its button, all by another; it stands in the trail."""
    admin = browser_of(house, "admin:*", "auditor:*", login="kepala")
    officer = browser_of(house, "auditor:*")
    person = find_person("siti", house=house)
    path = f"/pengguna/{person.id}"

    [sitting] = list_sessions(person, house=house)
    assert f"{path}/sesi/{sitting.name}" in admin.get(path).text
    assert admin.send(f"{path}/sesi/{'0' * 16}").status_code == 404
    admin.send_and_read(f"{path}/sesi/{sitting.name}")
    assert officer.get("/").status_code == 303
    sign_in("siti", WORDS, address="web:-", house=house)
    assert "Semua sesinya diakhiri." in admin.send_and_read(f"{path}/sesi")
    assert list_sessions(person, house=house) == []
    assert "Pengguna Staf Uji (siti): semua sesinya diakhiri." in seen(admin.get("/jejak").text)


def word_for(admin: Browser, person: Person) -> str:
    page = admin.send(f"/pengguna/{person.id}/sandi-sekali")
    assert page.status_code == 200
    return coded(page.text)


def test_a_word_for_once_opens_nothing_but_another_password(house: House):
    """She signs in by it, can do nothing else, chooses her own, and works."""
    admin = browser_of(house, "admin:*", "auditor:*", login="kepala")
    person = person_as(house, "auditor:*", password=WORDS)
    word = word_for(admin, person)
    assert word not in admin.get(f"/pengguna/{person.id}").text
    assert word not in admin.get("/jejak").text

    guest = stranger_of(house)
    key = door_key(guest.get("/masuk").text)
    assert guest.send("/masuk", key=key, nama_masuk="siti", kata_sandi=WORDS).status_code == 401
    entered = guest.send("/masuk", key=key, nama_masuk="siti", kata_sandi=word, ke="/dokumen")
    assert entered.headers["location"] == "/akun"
    page = guest.get("/akun").text
    guest.key = door_key(page)
    assert "kata sandi sekali pakai" in page
    for path in ("/", "/dokumen", "/akun/token", "/akun/sesi"):
        assert guest.get(path).status_code == 403, path
    assert 'href="/akun">Ke akun saya' in guest.get("/dokumen").text
    by_program = {"accept": "application/json"}
    assert guest.client.get("/api/v1/me", headers=by_program).json()["code"] == "password-once"
    made = guest.send("/akun", kata_sandi_lama=word, kata_sandi_baru=WORDS + " baru")
    assert made.headers["location"] == "/masuk"
    begun = sign_in("siti", WORDS + " baru", address="web:-", house=house)
    assert not begun.session.once


def test_a_word_for_once_ends_by_itself(house: House):
    """After three days it is as wrong as any other."""
    admin = browser_of(house, "admin:*", login="kepala")
    word = word_for(admin, person_as(house, "auditor:*", password=WORDS))
    later = replace(house, clock=lambda: house.clock() + ONCE + timedelta(seconds=1))

    with pytest.raises(Exception, match="tidak cocok"):
        sign_in("siti", word, address="web:-", house=later)


def test_people_are_found_by_name_login_and_office(house: House):
    """Each word must be there, in any case of letters; percent signs are only text."""
    admin = browser_of(house, "admin:*", login="kepala")
    set_active(person_as(house, "auditor:Kecamatan Jekulo").id, active=False, house=house)
    person_as(house, "penyusun:Dinas Kominfo", login="budi")

    def found(**asked: str) -> set[str]:
        page = admin.get("/pengguna", params=asked).text
        return set(re.findall(r'data-label="Nama masuk">([^<]+)<', page))

    assert found() == {"kepala", "siti", "budi"}
    assert found(q="JEKULO") == {"siti"}
    assert found(q="staf kominfo") == {"budi"}
    assert found(q="bud") == {"budi"}
    assert found(q="%") == set()
    assert found(keadaan="nonaktif") == {"siti"}
    assert found(keadaan="aktif", q="jekulo") == set()
    assert "Tidak ada pengguna yang cocok." in admin.get("/pengguna", params={"q": "%"}).text


def test_a_webhook_is_entered_tried_and_removed(house: House):
    """Its secret is shown once; how a telling went stands in its log."""
    admin = browser_of(house, "admin:Dinas Kominfo")

    for address, office, status in (
        ("ftp://program.example.id/", "Dinas Kominfo", 422),
        ("https://program.example.id/", "", 422),
        ("https://program.example.id/", "Dinas Lain", 403),
        ("https://program.example.id/", "*", 403),
    ):
        assert admin.send("/webhook", alamat=address, kantor=office).status_code == status
    made = admin.send("/webhook", alamat="https://program.example.id/x", kantor="Dinas Kominfo")
    secret = coded(made.text)
    path = re.search(r'href="(/webhook/\w+)"', made.text)
    assert path
    assert "https://program.example.id/x" in admin.get("/webhook").text
    tried = admin.send_and_read(f"{path[1]}/uji")
    assert "Uji kirim" in tried
    assert "menunggu" in tried
    assert secret not in tried
    other = browser_of(house, "admin:Dinas Lain", login="lain")
    assert other.get(path[1]).status_code == 404
    assert "program.example.id" not in other.get("/webhook").text
    assert "dihapus" in admin.send_and_read(f"{path[1]}/hapus")
    assert admin.get(path[1]).status_code == 404


def test_offices_tell_who_is_there_and_who_is_missing(house: House, tmp_path: Path):
    """Those who are something everywhere count for each; the disabled count for none."""
    admin = browser_of(house, "admin:*", "pemeriksa:*", login="kepala")
    person_as(house, "penyusun:Dinas  KOMINFO", "penandatangan:Kecamatan Jekulo")
    set_active(
        person_as(house, "penandatangan:Dinas Kominfo", login="budi").id, active=False, house=house
    )
    filed(house, tmp_path, office="Dinas Kominfo")
    filed(house, tmp_path, office="Bagian Organisasi")

    page = seen(admin.get("/kantor").text)

    assert "Bagian Organisasi 1 dokumen belum lengkap Belum ada penyusun, penandatangan." in page
    assert "Dinas Kominfo 1 dokumen belum lengkap Belum ada penandatangan. Penyusun" in page
    assert "Kecamatan Jekulo 0 dokumen belum lengkap Belum ada penyusun." in page
    assert "3 kantor belum lengkap" in page
    assert browser_of(house, "admin:Dinas Kominfo", login="lain").get("/kantor").status_code == 403


def test_one_who_was_made_without_a_password_gets_in_by_a_word(house: House):
    """An account without a way in is given one by the admin."""
    admin = browser_of(house, "admin:*", login="kepala")
    admin.send_and_read("/pengguna/tambah", nama="Baru", nama_masuk="baru", peran="", kantor="")
    with house.database.reading() as connection:
        found = find_login(connection, "baru")
    assert found

    assert sign_in("baru", word_for(admin, found[0]), address="web:-", house=house).session.once
