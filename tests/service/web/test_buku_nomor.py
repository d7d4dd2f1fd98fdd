"""``/buku-nomor``: the books, their lines, voiding, and the table to keep."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import update

from archive.book import COUNTERS
from archive.keeping import Access, Keeping
from archive.records import Actor, DocumentId
from service.actions.keep_document import keep_document
from service.app import House, new_name
from tests.service.filing import NOON, filed
from tests.service.web.browsing import Browser, browser_of, seen
from tests.service.web.test_keeping import asked

OWN, OTHER, BOOK = "Dinas Kominfo", "Kecamatan Jekulo", "dinas/kominfo"
AT = f"/buku-nomor/2026/{BOOK}"


def given(house: House, document: DocumentId, book: str = BOOK) -> str:
    """The next number of a book."""
    with house.database.transaction() as connection:
        return house.archive.register.allocate(
            connection,
            book=book,
            year=2026,
            pattern="067/{urut}/{tahun}",
            values={},
            document=document,
            actor=Actor("Pemesan", "web:-"),
            now=NOON,
        ).text


@pytest.fixture
def document(house: House, tmp_path: Path) -> str:
    """A document that bears the first number of the book."""
    name = DocumentId(new_name())
    number = given(house, name)
    return filed(house, tmp_path, office=OWN, title="SOP Layanan", number=number, document=name)


@pytest.fixture
def arsiparis(house: House) -> Browser:
    return browser_of(house, f"arsiparis:{OWN}")


def test_a_book_tells_who_has_each_number(house: House, arsiparis: Browser, document: str):
    """Number, document, who had it given; only the books of the own office."""
    given(house, DocumentId(new_name()), book="lain/kantor")

    listed = seen(arsiparis.get("/buku-nomor").text)
    assert f"{OWN} {BOOK}" in listed
    assert "lain/kantor" not in listed
    told = arsiparis.get(AT)
    assert "SOP Layanan" in told.text
    assert f"/dokumen/{document}" in told.text
    assert "diberikan · Pemesan" in seen(told.text)
    assert "Urutan lengkap" in told.text
    assert "Tidak ada nomor" in arsiparis.get(f"{AT}?keadaan=void").text


def test_numbers_that_were_adopted_and_secrets_are_told_apart(
    house: House, document: str, tmp_path: Path
):
    """A number read from the document itself; an admin reads numbers, and no titles."""
    filed(house, tmp_path, office=OWN, title="Bawaan", number="X/1")
    found = house.archive.document(DocumentId(document))
    keep_document(found, Keeping(access=Access.RAHASIA), house=house)

    reader = browser_of(house, f"auditor:{OWN}", login="auditor")
    assert "dicatat dari naskah · Staf Uji" in seen(reader.get("/buku-nomor/2026/sop").text)
    assert "SOP Layanan" in reader.get(AT).text
    admin = browser_of(house, f"admin:{OWN}", login="admin").get(AT).text
    assert "067/1/2026" in admin
    assert "SOP Layanan" not in admin


def test_a_reserved_number_is_voided_with_a_reason(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """It stays in the book, is told with its reason, and leaves no gap; issued ones stay."""
    job = asked(house, data_file, sample)
    arsiparis = browser_of(house, f"arsiparis:{job.office}")
    [line] = house.archive.register.entries()
    at = f"/buku-nomor/{line.number.year}/{line.number.book}"
    assert "belum terbit" in arsiparis.get(at).text

    blank = arsiparis.send(at, nomor=line.number.text, alasan=" ")
    assert (blank.status_code, "Alasannya belum dapat dicatat" in blank.text) == (422, True)
    assert arsiparis.send(at, nomor="tidak ada", alasan="x").status_code == 422
    told = seen(arsiparis.send_and_read(at, nomor=line.number.text, alasan="Salah judul."))
    assert "dibatalkan dan tetap tercatat" in told
    assert "Batal Salah judul." in told
    assert "Urutan lengkap" in told


def test_what_is_issued_cannot_be_voided(arsiparis: Browser, document: str):
    """The sentence says what to do instead."""
    assert document
    refused = arsiparis.send(AT, nomor="067/1/2026", alasan="x")

    assert (refused.status_code, "sudah terbit" in refused.text) == (422, True)


def test_books_of_other_offices_do_not_exist(house: House, document: str):
    """Neither in the list nor by their address, and auditors void nothing."""
    assert document
    other = browser_of(house, f"arsiparis:{OTHER}", login="lain")
    assert BOOK not in other.get("/buku-nomor").text
    assert other.get(AT).status_code == 404
    assert other.get("/buku-nomor/2026/tidak-ada").status_code == 404
    auditor = browser_of(house, "auditor:*", login="auditor")
    assert auditor.send(AT, nomor="067/1/2026", alasan="x").status_code == 403


def test_a_gap_is_told(house: House, arsiparis: Browser, document: str):
    """A counter that was passed without a line is no secret."""
    assert document
    with house.database.transaction() as connection:
        connection.execute(update(COUNTERS).where(COUNTERS.c.book == BOOK).values(last=3))

    assert "Urutan 2, 3 pernah dilewati" in seen(arsiparis.get(AT).text)


def test_a_book_is_taken_home_as_a_table(house: House, arsiparis: Browser, tmp_path: Path):
    """CSV and XLSX say the same; nothing in them is a formula; the trail knows."""
    name = DocumentId(new_name())
    filed(
        house,
        tmp_path,
        office=OWN,
        title="=HYPERLINK(1)",
        number=given(house, name),
        document=name,
        date="2026-03-02",
    )

    csv_answer, xlsx = (arsiparis.get(f"{AT}?unduh={form}") for form in ("csv", "xlsx"))

    rows = list(csv.reader(StringIO(csv_answer.content.decode("utf-8-sig"))))
    assert rows[0][:4] == ["Urut", "Nomor", "Tanggal naskah", "Perihal"]
    assert rows[1][:4] == ["1", "067/1/2026", "2026-03-02", "'=HYPERLINK(1)"]
    assert (rows[1][6], rows[1][-1]) == ("terbit", name.value)
    sheet = load_workbook(BytesIO(xlsx.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:4] == [1, "067/1/2026", "2026-03-02", "=HYPERLINK(1)"]
    assert sheet["D2"].data_type == "s"
    assert (
        'filename="buku-nomor-dinas-kominfo-2026.csv"' in csv_answer.headers["content-disposition"]
    )
    told = [each.sentence for each in house.archive.whole_trail(limit=2)]
    assert all(f"Buku nomor {BOOK} tahun 2026 diunduh" in each for each in told)
