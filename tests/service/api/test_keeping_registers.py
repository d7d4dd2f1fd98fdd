"""The API of the arsiparis: standing, keeping, what is due, and the register books."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.app import House
from tests.service.filing import filed
from tests.service.serving import asker, client_of
from tests.service.web.test_keeping import asked

OWN, OTHER = "Dinas Kominfo", "Kecamatan Jekulo"
WITHDRAWN = {"state": "withdrawn", "since": "2026-01-02", "reason": "Salah lampiran."}


@pytest.fixture
def document(house: House, tmp_path: Path) -> str:
    return filed(house, tmp_path, office=OWN, number="067/7/2026", date="2021-03-02", year=2021)


@pytest.fixture
def arsiparis(house: House) -> TestClient:
    return asker(house, f"arsiparis:{OWN}")


def test_a_program_withdraws_and_reinstates(arsiparis: TestClient, document: str):
    """Each is a version; the same again is the same; an older sight is refused."""
    above = f"/api/v1/documents/{document}"
    told = arsiparis.post(f"{above}/standing", json=WITHDRAWN | {"seen_version": 1})
    again = arsiparis.post(f"{above}/standing", json=WITHDRAWN | {"seen_version": 1})
    late = arsiparis.patch(f"{above}/keeping", json={"vital": True, "seen_version": 1})

    assert (told.status_code, told.json()["version"], told.json()["repeated"]) == (200, 2, False)
    assert (again.json()["version"], again.json()["repeated"]) == (2, True)
    assert (late.status_code, late.json()["code"]) == (409, "document-changed")
    shown = arsiparis.get(above).json()
    assert (shown["state"], shown["signed"]) == ("withdrawn", False)
    assert shown["standing"]["reason"] == "Salah lampiran."
    listed = arsiparis.get("/api/v1/documents?state=withdrawn").json()["documents"]
    assert [each["id"] for each in listed] == [document]

    back = {"state": "in_force", "since": "2026-01-03", "reason": "Keliru."}
    assert arsiparis.post(f"{above}/standing", json=back).json()["version"] == 3
    assert arsiparis.post(f"{above}/standing", json=back | {"reason": "x"}).status_code == 422


def test_a_successor_is_of_the_same_office(
    house: House, arsiparis: TestClient, document: str, tmp_path: Path
):
    """Another office's document is not even known, though its number is the same."""
    heir = filed(house, tmp_path, office=OWN, number="067/8/2026")
    foreign = filed(house, tmp_path, office=OTHER, kind="surat", number="067/8/2026")
    said = WITHDRAWN | {"state": "superseded"}
    at = f"/api/v1/documents/{document}/standing"

    unknown = arsiparis.post(at, json=said | {"replaced_by": foreign})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "document-unknown")
    assert arsiparis.post(at, json=said).json()["code"] == "bad-standing"
    itself = arsiparis.post(at, json=said | {"replaced_by": document})
    assert (itself.status_code, itself.json()["code"]) == (409, "successor-unfit")
    told = arsiparis.post(at, json=said | {"replaced_by": "067/8/2026"}).json()
    assert told["standing"]["replaced_by"] == heir


def test_signed_copies_of_what_holds_no_longer_are_refused(
    house: House, arsiparis: TestClient, document: str
):
    """With the reason, as a conflict."""
    arsiparis.post(f"/api/v1/documents/{document}/standing", json=WITHDRAWN)
    signer = asker(house, f"penandatangan:{OWN}", login="ttd")

    told = signer.post(f"/api/v1/documents/{document}/signed", files={"file": b"%PDF-1.7"})

    assert (told.status_code, told.json()["code"]) == (409, "not-in-force")
    assert "dicabut karena: Salah lampiran." in told.json()["detail"]


def test_the_public_is_told_that_it_holds_no_longer(
    house: House, arsiparis: TestClient, document: str, tmp_path: Path
):
    """Reason and successor of what is open; of what is not, only that it is genuine."""
    filed(house, tmp_path, office=OWN, number="067/8/2026", code="K7QF-2M9X-4TRB")
    said = WITHDRAWN | {"state": "superseded", "replaced_by": "067/8/2026"}
    arsiparis.post(f"/api/v1/documents/{document}/standing", json=said)
    public, asking = client_of(house), "/api/v1/verification?name=067/7/2026"

    [face] = public.get(asking).json()["documents"]
    assert (face["in_force"], face["successor"]["code"]) == (False, "K7QF-2M9X-4TRB")
    assert "digantikan oleh Nomor 067/8/2026" in face["standing"]
    arsiparis.patch(f"/api/v1/documents/{document}/keeping", json={"access": "terbatas"})
    [face] = public.get(asking).json()["documents"]
    assert (face["limited"], face["title"], face["number"]) == (True, None, None)
    assert face["standing"] == "Dokumen ini tidak berlaku lagi."


def test_keeping_is_patched(arsiparis: TestClient, document: str):
    """What is left out stays; null takes away; what is odd is remarked; dates are computed."""
    at = f"/api/v1/documents/{document}/keeping"
    retention = {"active": 2, "inactive": 3, "fate": "musnah"}
    first = arsiparis.patch(at, json={"classification": "000.8.3.3", "retention": retention})
    second = arsiparis.patch(at, json={"access": "terbatas", "reason": "Memuat NIP."}).json()

    assert first.json()["keeping"]["scheme"] == "permendagri-83-2022"
    assert "baru berlaku sejak 2022" in first.json()["remarks"][0]
    assert second["keeping"]["classification"] == "000.8.3.3"
    assert second["keeping"]["retention"]["fate"] == "musnah"
    shown = arsiparis.get(f"/api/v1/documents/{document}").json()
    assert shown["due"] == {"active_until": "2023-12-31", "until": "2026-12-31"}
    assert "Memuat NIP." in shown["versions"][-1]["message"]
    due = arsiparis.get("/api/v1/retention?on=2027-01-01").json()
    assert [each["id"] for each in due] == [document]
    assert arsiparis.get("/api/v1/retention?on=2026-12-31").json() == []
    gone = arsiparis.patch(at, json={"retention": None}).json()
    assert (gone["changed"], gone["keeping"]["retention"]) == (True, None)
    assert not arsiparis.patch(at, json={}).json()["changed"]
    assert arsiparis.patch(at, json={"scheme": "khayal"}).json()["code"] == "bad-keeping"


def test_codes_are_listed(house: House):
    """Both schemes, with what is not verified."""
    listed = asker(house, f"penyusun:{OWN}").get("/api/v1/classifications").json()

    assert {each["name"] for each in listed} == {"permendagri-83-2022", "permendagri-78-2012"}
    assert all(each["unverified"] for each in listed)


def test_the_register_is_read_and_a_number_voided(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """Books of the own office alone; what is reserved can be void, with a reason."""
    job = asked(house, data_file, sample)
    arsiparis = asker(house, f"arsiparis:{job.office}")
    other = asker(house, "arsiparis:Kantor Ketiga", login="lain")

    [book] = arsiparis.get("/api/v1/registers").json()
    assert (book["reserved"], book["offices"]) == (1, [job.office])
    where = {"book": book["book"], "year": book["year"]}
    [line] = arsiparis.get("/api/v1/registers/lines", params=where).json()["lines"]
    assert (line["state"], line["document"]) == ("reserved", job.document)
    assert other.get("/api/v1/registers").json() == []
    assert other.get("/api/v1/registers/lines", params=where).status_code == 404

    said = where | {"number": line["number"], "reason": "Salah judul."}
    assert other.post("/api/v1/registers/void", json=said).status_code == 404
    voided = arsiparis.post("/api/v1/registers/void", json=said).json()
    assert (voided["state"], voided["reason"]) == ("void", "Salah judul.")
    assert arsiparis.post("/api/v1/registers/void", json=said).status_code == 404
    assert arsiparis.get("/api/v1/registers/lines", params=where).json()["gaps"] == []
