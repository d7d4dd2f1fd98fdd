"""Hostile text through everything that is shown, and hostile names of files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from archive.records import DocumentId
from service.actions.manage_people import add_person, membership
from service.app import House
from tests.service.filing import filed
from tests.service.serving import WORDS
from tests.service.web.browsing import browser_of, stranger_of
from tests.service.web.printing import printed
from tests.service.web.test_documents import version_added
from tests.service.web.test_keeping import asked
from workers.jobs import JobState

EVIL = "</textarea></title><script>alert(1)</script>'\"><img src=x onerror=alert(1)>{{7*7}}"


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if (tag == "img" and not (told.get("src") or "").startswith("/dokumen/")) or any(
            each.startswith("on") for each in told
        ):
            self.found.append(tag)
        if tag == "script" and not (told.get("src") or "").startswith("/statis/"):
            self.found.append(tag)
        for name in ("href", "action", "src"):
            if (told.get(name) or "").strip().lower().startswith(("javascript:", "data:")):
                self.found.append(f"{tag} {name}")


def harmless(html: str, *, shown: bool = True) -> None:
    assert not Elements(html).found
    assert "{{49}}" not in html
    if shown:
        assert "&lt;script&gt;alert(1)" in html, html[-3000:]


def test_the_judge_of_these_tests_sees_what_a_browser_would_run():
    """An unescaped page would be noticed."""
    assert Elements(f"<p>{EVIL}</p>").found == ["script", "img"]


def test_text_of_documents_is_only_text(house: House, tmp_path: Path):
    """In title, office, number, code and data, wherever they are shown."""
    document = filed(
        house, tmp_path, title=EVIL, office=EVIL, number=EVIL[:90], classification=EVIL, kind="<b>"
    )
    for waktu in ("", "lain"):
        data = json.dumps({EVIL: EVIL + waktu}).encode()
        version_added(
            house,
            document,
            tmp_path,
            data_json=data,
            document_pdf=printed("<script>x</script>" + waktu),
        )
    code = house.archive.document(DocumentId(document)).record.code
    auditor = browser_of(house, "auditor:*")

    for path in (
        "/",
        "/dokumen",
        f"/dokumen/{document}",
        f"/dokumen/{document}/banding?dari=2&ke=3",
        f"/v/{code}",
        "/jejak",
    ):
        answer = auditor.get(path)
        assert answer.status_code == 200, path
        harmless(answer.text, shown=path != "/jejak")


def test_text_of_addresses_and_forms_is_only_text(house: House):
    """What was asked is shown again, as text."""
    auditor, guest = browser_of(house, "auditor:*", "admin:*"), stranger_of(house)
    for answer in (
        auditor.get("/dokumen", params={"q": EVIL, "kantor": EVIL, "kode": EVIL}),
        guest.get("/periksa", params={"nama": EVIL}),
        guest.send("/periksa", files={"berkas": (EVIL, b"x")}),
        auditor.send("/pengguna/tambah", nama=EVIL, nama_masuk=EVIL, peran=EVIL, kantor=EVIL),
        auditor.send("/pengguna/tambah", nama=EVIL, nama_masuk=EVIL, peran="auditor", kantor=EVIL),
    ):
        harmless(answer.text)
    for path in (
        f"/{EVIL}",
        "/dokumen?keadaan=<script>",
        "/dokumen?lanjut=<script>",
        f"/pengguna/{EVIL}",
    ):
        harmless(auditor.get(path).text, shown=False)
    harmless(guest.get("/masuk", params={"ke": EVIL}).text, shown=False)


def test_text_of_people_and_jobs_is_only_text(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """Names, errors and notes come from elsewhere, too."""
    add_person(
        login="jahat",
        name=EVIL,
        password=WORDS,
        memberships=[membership("auditor", EVIL)],
        house=house,
    )
    job = asked(house, data_file, sample)
    bad = replace(
        job,
        id="jahat0000000",
        document=None,
        number=EVIL,
        kind=EVIL,
        actor_name=EVIL,
        batch=EVIL,
        state=JobState.REJECTED,
        error=EVIL,
        notes=(EVIL,),
        key=None,
    )
    with house.database.transaction() as connection:
        house.jobs.add(connection, bad)
    everyone = browser_of(house, "admin:*", "auditor:*", "penyusun:*")

    for path in ("/pengguna", "/pengguna/jahat", "/pekerjaan", "/pekerjaan/jahat0000000", "/jejak"):
        harmless(everyone.get(path).text)
    told = everyone.send_and_read("/pengguna/jahat/keadaan", aktif="tidak")
    harmless(told)


def test_names_of_downloads_hold_nothing_that_a_header_would_obey(house: House, tmp_path: Path):
    """Neither the number of a document nor its kind can write a header."""
    document = filed(house, tmp_path, number='a"\r\nSet-Cookie: x=1; ../é', kind="sop")
    auditor = browser_of(house, "auditor:*")

    single = auditor.get(f"/dokumen/{document}/versi/1/berkas/document.pdf")
    bundle = auditor.send("/dokumen/bundel", dokumen=document)

    told = 'attachment; filename="sop-a-Set-Cookie-x-1-v1-document.pdf"'
    assert single.headers["content-disposition"] == told
    assert "set-cookie" not in single.headers
    assert bundle.headers["content-disposition"].startswith('attachment; filename="dokumen-1-')


def test_names_of_files_lead_nowhere_else(house: House, tmp_path: Path):
    """Paths in the name of a file are no file of a version."""
    document = filed(house, tmp_path)
    auditor = browser_of(house, "auditor:*")
    for name in ("..%2f..%2f..%2fetc%2fpasswd", "inventory.json", "%00", "....//x", "DOCUMENT.PDF"):
        answer = auditor.get(f"/dokumen/{document}/versi/1/berkas/{name}")
        assert answer.status_code in {400, 404}, name
    for number in ("0", "-1", "99", "1e3", "9" * 30):
        assert auditor.get(
            f"/dokumen/{document}/versi/{number}/berkas/document.pdf"
        ).status_code in {
            404,
            422,
        }


def test_a_notice_that_the_session_did_not_write_is_not_told(house: House):
    """A cookie from elsewhere puts no words into our mouth."""
    auditor = browser_of(house, "auditor:*")
    auditor.client.cookies.set("lontar-kabar", "SGFsbw==.0000")

    assert "Halo" not in auditor.get("/").text
