"""What the public may ask: by QR, by number, with a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from archive.records import DocumentId
from service.app import House
from tests.service.filing import PDF, filed
from tests.service.web.browsing import seen, stranger_of


def test_a_qr_leads_to_what_stands_on_the_face_of_the_document(house: House, tmp_path: Path):
    """Made by this system is one thing, signed another; employee numbers are masked."""
    document = filed(
        house, tmp_path, title="Perjanjian Kinerja 19850101 201001 1 001", date="2026-02-09"
    )
    code = house.archive.document(DocumentId(document)).record.code

    answer = stranger_of(house).get(f"/v/{code}")

    told = seen(answer.text)
    assert answer.status_code == 200
    assert "Dibuat oleh sistem ini." in told
    assert "Belum ditandatangani secara elektronik" in told
    assert "9 Februari 2026" in told
    assert "Dinas Kominfo" in told
    assert "1985•••• •••••• •" in told
    assert "19850101" not in answer.text
    assert document not in answer.text


def test_a_number_from_paper_is_looked_up(house: House, tmp_path: Path):
    """As typed; what is unknown is told with what to do."""
    filed(house, tmp_path, number="067/12/2026")
    guest = stranger_of(house)

    assert (
        "Dokumen ini diterbitkan di sini."
        in guest.get("/periksa", params={"nama": " 067/12/2026 "}).text
    )
    unknown = guest.get("/periksa", params={"nama": "067/99/2026"})
    assert unknown.status_code == 404
    assert "Tidak ada dokumen seperti ini yang diterbitkan di sini." in unknown.text
    assert guest.get("/periksa").status_code == 200
    assert guest.get("/periksa", params={"nama": "a\0b"}).status_code == 422
    assert guest.get("/v/" + "x" * 201).status_code == 422


def test_a_file_is_compared_byte_for_byte_and_not_kept(house: House, tmp_path: Path):
    """The same, a continued one, and one that is not from here."""
    document = filed(house, tmp_path)
    stored = house.archive.document(DocumentId(document)).head.files[0]
    same = house.archive.place_of(
        DocumentId(document),
        version=house.archive.document(DocumentId(document)).head.number,
        name="document.pdf",
    ).read_bytes()
    assert stored
    guest = stranger_of(house)

    def told(content: bytes) -> str:
        return guest.send("/periksa", files={"berkas": ("../../a.pdf", content)}).text

    assert "sama persis" in told(same)
    assert "Tidak ada dokumen" in told(b"%PDF lain")
    assert PDF in same
    missing = guest.send("/periksa", files={"berkas": ("", b"")})
    assert missing.status_code == 422
    assert "Pilihlah berkas yang hendak diperiksa." in missing.text
    assert "Tidak ada berkas yang dikirim." in told(b"")
    assert not list((house.settings.home / "tmp").iterdir())


def test_guessing_codes_is_slowed_down_but_the_form_is_always_there(house: House):
    """After the minute's worth: a page that says how long to wait."""
    settings = house.settings.model_copy(update={"public_per_minute": 3})
    guest = stranger_of(replace(house, settings=settings))

    statuses = [guest.get(f"/v/AAAA-AAAA-AAA{each}").status_code for each in range(4)]

    assert statuses == [404, 404, 404, 429]
    late = guest.get("/periksa", params={"nama": "x"})
    assert late.status_code == 429
    assert int(late.headers["retry-after"]) > 0
    assert "Terlalu banyak permintaan" in late.text
    assert guest.get("/periksa").status_code == 200
