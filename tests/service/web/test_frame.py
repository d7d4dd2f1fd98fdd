"""The frame of all pages: signing in and out, form keys, errors, static files."""

from __future__ import annotations

import re

import pytest

from service.accounts.acts import Role
from service.app import House
from service.web.static_files import FILES, address_of
from tests.service.serving import WORDS, person_as
from tests.service.web.browsing import browser_of, seen, stranger_of


def door_key(html: str) -> str:
    found = re.search(r'name="formulir" value="([0-9a-f]+)"', html)
    assert found
    return found[1]


def test_a_person_signs_in_works_and_signs_out(house: House):
    """From the closed door to the first page and out again; then the door is closed."""
    person_as(house, "auditor:*", password=WORDS)
    guest = stranger_of(house)

    turned = guest.get("/")
    assert (turned.status_code, turned.headers["location"]) == (303, "/masuk")
    key = door_key(guest.get("/masuk").text)
    entered = guest.send("/masuk", key=key, nama_masuk="siti", kata_sandi=WORDS, ke="/")
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie

    home = guest.get("/")
    assert "Selamat datang, Staf Uji" in home.text
    left = guest.send("/keluar", key=door_key(home.text))
    assert left.headers["location"] == "/masuk"
    assert guest.get("/").status_code == 303


def test_pages_are_packed_and_their_length_tells_nothing_of_the_key(house: House):
    """A page is a few kilobytes on its way, and shows its form's key in other signs each time."""
    auditor = browser_of(house, "auditor:*")

    packed = auditor.client.get("/dokumen", headers={"accept-encoding": "gzip"})
    plain = auditor.client.get("/dokumen", headers={"accept-encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert "content-encoding" not in plain.headers
    keys = {door_key(auditor.get("/dokumen").text) for _ in range(3)}
    assert len(keys) == 3
    assert auditor.send("/keluar", key=keys.pop()).headers["location"] == "/masuk"


@pytest.mark.parametrize("key", ["", "0", "00" * 64, "zz" * 64, "é" * 128, "0" * 127])
def test_a_key_that_was_not_shown_opens_nothing(house: House, key: str):
    """Whatever its length and signs."""
    auditor = browser_of(house, "auditor:*")

    assert auditor.send("/keluar", key=key).status_code == 403


def test_wrong_words_are_told_in_the_form_and_nothing_of_them_comes_back(house: House):
    """The login stays typed, the password never does."""
    person_as(house, "auditor:*", password=WORDS)
    guest = stranger_of(house)
    key = door_key(guest.get("/masuk").text)

    answer = guest.send("/masuk", key=key, nama_masuk="siti", kata_sandi="salah sekali ini")

    assert answer.status_code == 401
    assert "Nama masuk atau kata sandi tidak cocok." in answer.text
    assert 'value="siti"' in answer.text
    assert "salah sekali ini" not in answer.text
    empty = guest.send("/masuk", key=key, nama_masuk="", kata_sandi="")
    assert empty.status_code == 422
    assert 'href="#kata_sandi"' in empty.text
    assert empty.text.count('aria-invalid="true"') == 2


def test_guessing_is_slowed_down_and_told(house: House):
    """After eight failures the form says how long to wait."""
    person_as(house, "auditor:*", password=WORDS)
    guest = stranger_of(house)
    key = door_key(guest.get("/masuk").text)
    for _ in range(8):
        guest.send("/masuk", key=key, nama_masuk="siti", kata_sandi="salah sekali ini")

    answer = guest.send("/masuk", key=key, nama_masuk="siti", kata_sandi=WORDS)

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "coba lagi sekitar 15 menit lagi" in answer.text


def test_a_form_of_another_page_is_refused(house: House):
    """Neither signing in nor out can be done for somebody from elsewhere."""
    person_as(house, "auditor:*", password=WORDS)
    guest = stranger_of(house)
    assert guest.send("/masuk", key="x", nama_masuk="siti", kata_sandi=WORDS).status_code == 403
    guest.get("/masuk")
    assert guest.send("/masuk", key="x", nama_masuk="siti", kata_sandi=WORDS).status_code == 403

    someone = browser_of(house, "auditor:*", login="budi")
    refused = someone.send("/keluar", key="x")
    assert refused.status_code == 403
    assert "Formulir ini tidak berasal dari halaman yang Anda buka." in refused.text
    assert someone.get("/").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["//jahat.example", "https://jahat.example", "/\\jahat.example", "/a\r\nSet-Cookie: x=1", ""],
)
def test_signing_in_leads_nowhere_else(house: House, address: str):
    """Only an address of this application is gone back to."""
    browser = browser_of(house, "auditor:*")

    assert browser.get("/masuk", params={"ke": address}).headers["location"] == "/"
    assert (
        browser.get("/masuk", params={"ke": "/dokumen?q=a"}).headers["location"] == "/dokumen?q=a"
    )


def test_where_one_wanted_to_go_is_kept(house: House):
    """A link from a letter works after signing in."""
    turned = stranger_of(house).get("/dokumen?q=surat+jalan")

    assert turned.headers["location"] == "/masuk?ke=%2Fdokumen%3Fq%3Dsurat%2Bjalan"


def test_errors_are_pages_with_the_sentences_of_the_api(house: House):
    """One table of sentences; programs get it as JSON, people as a page."""
    browser = browser_of(house, "auditor:*")

    absent = browser.get("/tidak-ada")
    refused = browser.client.delete("/")
    as_json = browser.client.get("/tidak-ada", headers={"accept": "application/json"})

    assert (absent.status_code, refused.status_code) == (404, 405)
    assert absent.headers["content-type"] == "text/html; charset=utf-8"
    assert as_json.json()["detail"] in seen(absent.text)
    assert absent.headers["x-request-id"] in absent.text
    assert "Tidak ditemukan" in seen(absent.text)
    assert refused.headers["allow"]
    assert browser.client.get("/api/v1/tidak-ada").json()["status"] == 404


def test_a_fault_of_ours_is_a_page_that_tells_nothing_of_the_inside(house: House):
    """The name of the request leads to the log."""
    browser = browser_of(house, "auditor:*")

    app = browser.client.app

    @app.get("/gagal")
    def fail() -> None:
        raise RuntimeError("NIP 198501012010011001 pada /srv/rahasia")

    answer = browser.get("/gagal")
    assert answer.status_code == 500
    assert "rahasia" not in answer.text
    assert "1985" not in answer.text
    assert answer.headers["x-request-id"] in answer.text


def test_a_part_of_a_page_that_needs_signing_in_leads_the_whole_page_there(house: House):
    """HTMX would otherwise put the door into the middle of a page."""
    answer = stranger_of(house).get("/", headers={"hx-request": "true", "accept": "*/*"})

    assert (answer.status_code, answer.headers["hx-redirect"]) == (200, "/masuk")


def test_static_files_are_kept_for_good_and_change_their_address_with_their_bytes(house: House):
    """A digest stands in the address; another digest is no address."""
    guest = stranger_of(house)
    for name in FILES:
        answer = guest.get(address_of(name), headers={"accept-encoding": "identity"})
        packed = guest.get(address_of(name))
        assert answer.content == packed.content == FILES[name].content
        assert packed.headers["content-encoding"] == "gzip"
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-type"] == FILES[name].media_type
    assert guest.get("/statis/000000000000/lontar.css").status_code == 404
    assert guest.get("/statis/..%2f..%2fserve.py/x").status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_everyone_has_a_first_page(house: House, role: Role):
    """With links that all lead somewhere."""
    browser = browser_of(house, f"{role}:*")

    home = browser.get("/").text

    links = re.findall(r'<h2><a href="([^"]+)"', home)
    assert links
    for link in links:
        assert browser.get(link).status_code == 200, link


def test_pages_hold_nothing_inline(house: House):
    """The policy of the door forbids it, and a browser would be right to refuse."""
    for html in (browser_of(house, "admin:*").get("/").text, stranger_of(house).get("/masuk").text):
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html)
        assert not re.search(r"<script(?![^>]*\ssrc=)", html)
        assert "<style" not in html


def test_a_person_changes_her_own_password_knowing_the_old_one(house: House):
    """Then she signs in anew; what was wrong stands beside its field."""
    someone = browser_of(house, "auditor:*")

    for old, new, sentence in (
        ("salah sekali ini", WORDS + " lagi", "Kata sandi lama tidak cocok."),
        (WORDS, "pendek", "terlalu mudah ditebak"),
    ):
        wrong = someone.send("/akun", kata_sandi_lama=old, kata_sandi_baru=new)
        assert wrong.status_code == 422
        assert sentence in wrong.text
    done = someone.send("/akun", kata_sandi_lama=WORDS, kata_sandi_baru=WORDS + " lagi")
    assert done.headers["location"] == "/masuk"
    assert someone.get("/akun").status_code == 303
