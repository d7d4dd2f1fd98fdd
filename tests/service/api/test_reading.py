"""The API's reading side: what offices see, files in parts, the trail, what the public may ask."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from archive.records import DocumentId
from service.actions.verify_publicly import masked
from service.app import House
from service.door.files import Slice, download_name, part_of
from tests.service.filing import PDF, filed
from tests.service.serving import asker, client_of

OWN, OTHER = "Dinas Kominfo", "Kecamatan Jekulo"


def test_kinds_have_schemas_and_samples_that_fit_them(house: House):
    """A program can start from the sample of a kind without knowing it."""
    client = asker(house, f"penyusun:{OWN}")

    kinds = {each["name"]: each for each in client.get("/api/v1/kinds").json()}

    assert "camat" in kinds["perjanjian_kinerja"]["samples"]
    schema = client.get("/api/v1/kinds/perjanjian_kinerja/schema").json()
    sample = client.get("/api/v1/kinds/perjanjian_kinerja/samples/camat").json()
    assert set(sample) <= set(schema["properties"])
    assert client.get("/api/v1/kinds/tidak_ada").json()["code"] == "kind-unknown"
    assert client.get("/api/v1/kinds/sop/samples/..%2f..%2fmodel").status_code == 404


def test_an_office_sees_its_own_documents_only(house: House, tmp_path: Path):
    """Of other offices not even the number of documents is told."""
    own, other = filed(house, tmp_path, office=OWN), filed(house, tmp_path, office=OTHER)
    officer = asker(house, "penyusun:dinas  KOMINFO")

    listed = officer.get("/api/v1/documents").json()
    facets = officer.get("/api/v1/documents/facets").json()

    assert [each["id"] for each in listed["documents"]] == [own]
    assert facets["office"] == [{"value": OWN, "documents": 1}]
    assert officer.get(f"/api/v1/documents/{own}").status_code == 200
    for path in ("", "/versions/1", "/versions/1/files/document.pdf"):
        unseen = officer.get(f"/api/v1/documents/{other}{path}")
        absent = officer.get(f"/api/v1/documents/{'0' * 12}{path}")
        assert unseen.status_code == absent.status_code == 404
        assert unseen.json()["detail"].replace(other, "0" * 12) == absent.json()["detail"]


def test_search_pages_hold_in_both_orders(house: House, tmp_path: Path):
    """Page by page each document comes once; those called by the words first where asked for."""
    made = [filed(house, tmp_path, title=title) for title in ("Berkas", "Surat", "Berkas")]
    client = asker(house, "auditor:*")

    def listed(**asked: str) -> list[str]:
        found, cursor = [], {}
        while True:
            page = client.get("/api/v1/documents", params=asked | {"limit": "1"} | cursor).json()
            found += [each["id"] for each in page["documents"]]
            if page["next"] is None:
                return found
            cursor = {"cursor": page["next"]}

    assert listed(text="kominfo") == made[::-1]
    assert listed(text="berkas", order="fitting") == [made[2], made[0]]
    first = client.get("/api/v1/documents", params={"text": '"berkas'}).json()
    assert (first["documents"][0]["passage"], first["content_unknown"]) == ([], False)
    assert client.get("/api/v1/documents", params={"order": "rank"}).status_code == 422


def test_an_auditor_sees_all_offices_and_their_trail(house: House, tmp_path: Path):
    """Her own looking is in the trail as well."""
    document = filed(house, tmp_path, office=OTHER)
    auditor = asker(house, "auditor:*")

    auditor.get(f"/api/v1/documents/{document}/versions/1/files/document.pdf")
    whole = auditor.post(f"/api/v1/documents/{document}/examination").json()
    told = auditor.get(f"/api/v1/documents/{document}/trail").json()

    assert whole == {"whole": True, "problems": []}
    assert [each["word"] for each in told][-2:] == ["dissemination", "fixity check"]
    assert told[-1]["actor"] == "Staf Uji (siti)"
    assert told[-1]["address"] == "web:testclient"
    newest = auditor.get("/api/v1/trail", params={"limit": 1}).json()
    assert newest["events"][0]["word"] == "fixity check"
    older = auditor.get("/api/v1/trail", params={"limit": 1, "cursor": newest["next"]}).json()
    assert older["events"][0]["word"] == "dissemination"


def test_the_whole_trail_is_not_for_an_auditor_of_one_office(house: House):
    """It tells of people and of other offices."""
    assert asker(house, f"auditor:{OWN}").get("/api/v1/trail").status_code == 403


def test_pages_lead_to_the_next(house: House, tmp_path: Path):
    """The cursor is opaque; a forged one is refused with a sentence."""
    ids = [filed(house, tmp_path) for _ in range(5)]
    client = asker(house, f"auditor:{OWN}")

    seen, cursor = [], None
    for _ in range(3):
        asked = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = client.get("/api/v1/documents", params=asked).json()
        seen += [each["id"] for each in page["documents"]]
        cursor = page["next"]

    assert seen == ids[::-1]
    assert cursor is None
    for forged in ("x", "W10", "é", "bnVsbA", "e30"):
        answer = client.get("/api/v1/documents", params={"cursor": forged})
        assert answer.json()["code"] == "cursor-unreadable", forged


def test_a_file_is_whole_and_proves_itself(house: House, tmp_path: Path):
    """Its digest, its tag and its name come with it; a copy that is there is not sent again."""
    number = 'a"b\r\nSet-Cookie: x=1/é'
    document = filed(house, tmp_path, number=number)
    client = asker(house, f"penandatangan:{OWN}")
    path = f"/api/v1/documents/{document}/versions/1/files/document.pdf"

    answer = client.get(path)

    digest = base64.b64encode(hashlib.sha512(answer.content).digest()).decode()
    assert answer.content.startswith(PDF)
    assert answer.headers["repr-digest"] == f"sha-512=:{digest}:"
    assert answer.headers["content-disposition"] == (
        'attachment; filename="sop-a-b-Set-Cookie-x-1-v1-document.pdf"'
    )
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "private, no-cache"
    again = client.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    shown = client.get(path, params={"inline": "true"})
    assert shown.headers["content-disposition"].startswith("inline;")


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-3", Slice(0, 4)),
        ("bytes=2-", Slice(2, 10)),
        ("bytes=-3", Slice(7, 10)),
        ("bytes=-30", Slice(0, 10)),
        ("bytes=8-99", Slice(8, 10)),
        ("bytes=10-", Slice(10, 10)),
        ("bytes=3-1", None),
        ("bytes=-", None),
        ("bytes=0-1,4-5", None),
        ("baris=0-3", None),
        ("bytes=x", None),
    ],
)
def test_parts_of_a_file(asked: str, part: Slice | None):
    """One range is given; several, other units and nonsense give the whole."""
    assert part_of(asked, 10) == part


def test_a_part_says_which_it_is(house: House, tmp_path: Path):
    """A download that broke off goes on, as long as it is the same file."""
    document = filed(house, tmp_path)
    client = asker(house, f"auditor:{OWN}")
    path = f"/api/v1/documents/{document}/versions/1/files/document.pdf"
    whole = client.get(path)

    part = client.get(path, headers={"range": "bytes=5-7", "if-range": whole.headers["etag"]})
    other = client.get(path, headers={"range": "bytes=5-7", "if-range": '"x"'})
    beyond = client.get(path, headers={"range": "bytes=9999-"})

    assert (part.status_code, part.content) == (206, whole.content[5:8])
    assert part.headers["content-range"] == f"bytes 5-7/{len(whole.content)}"
    assert other.status_code == 200
    assert beyond.status_code == 416
    assert beyond.headers["content-range"] == f"bytes */{len(whole.content)}"


@pytest.mark.parametrize(
    "name", ["..%2f..%2finventory.json", "record.json%00", "%2e%2e", "x" * 300]
)
def test_no_name_leads_out_of_its_version(house: House, tmp_path: Path, name: str):
    """Only the names that the version holds are files."""
    document = filed(house, tmp_path)
    client = asker(house, f"auditor:{OWN}")

    assert client.get(f"/api/v1/documents/{document}/versions/1/files/{name}").status_code == 404


def test_altered_bytes_are_never_handed_out(house: House, tmp_path: Path):
    """The person gets an error, not the altered file."""
    document = filed(house, tmp_path)
    record = house.archive.document(DocumentId(document))
    place = house.archive.place_of(record.document, version=record.head.number, name="document.pdf")
    place.chmod(0o644)
    place.write_bytes(b"%PDF-1.7 lain")

    answer = asker(house, f"auditor:{OWN}").get(
        f"/api/v1/documents/{document}/versions/1/files/document.pdf"
    )

    assert answer.status_code == 500
    assert answer.json()["code"] == "file-altered"
    assert str(place.parent) not in answer.text


def test_anyone_may_ask_for_what_stands_on_paper(house: House, tmp_path: Path):
    """By code however typed, or by number; by nothing shorter, and never by the archive's id."""
    document = filed(house, tmp_path, number="067/99/2026")
    code = house.archive.document(DocumentId(document)).record.code
    public = client_of(house)

    def ask(name: str) -> dict:
        return public.get("/api/v1/verification", params={"name": name}).json()

    assert ask(code.replace("-", "").lower())["verdict"] == "issued"
    told = ask(" 067/99/2026 ")
    assert told["documents"][0]["office"] == OWN
    assert told["documents"][0]["signed"] is False
    assert "belum diterima" in told["documents"][0]["sentence"]
    for name in (document, document[:4], code[:9], "067", "%", " "):
        assert ask(name)["verdict"] == "unknown"


def test_anyone_may_ask_for_a_file(house: House, tmp_path: Path):
    """Same, begun alike and gone on, or unknown; nothing of it is kept."""
    document = filed(house, tmp_path)
    stored = house.archive.document(DocumentId(document))
    copy = tmp_path / "copy.pdf"
    house.archive.fetch(stored.document, version=stored.head.number, name="document.pdf", to=copy)
    public = client_of(house)

    def ask(content: bytes) -> str:
        answer = public.post("/api/v1/verification", files={"file": ("../x.pdf", content)})
        return answer.json().get("verdict", answer.json().get("code"))

    assert ask(copy.read_bytes()) == "same"
    assert ask(PDF) == "unknown"
    assert ask(b"") == "upload-missing"
    assert list((house.settings.home / "tmp").iterdir()) == []


def test_the_public_waits_when_it_asks_too_often(house: House):
    """Guessing codes is slow."""
    public = client_of(house)
    for _ in range(house.settings.public_per_minute):
        assert public.get("/api/v1/verification", params={"name": "x"}).status_code == 200

    answer = public.get("/api/v1/verification", params={"name": "x"})

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a.n. 198501012010011001", "a.n. 1985••••••••••••01"),
        ("19850101 201001 1 001", "1985•••• •••••• • •01"),
        ("067/12/2026", "067/12/2026"),
        ("1985010120100110012", "1985010120100110012"),
    ],
)
def test_employee_numbers_are_masked(text: str, shown: str):
    """A birth date does not belong on a public page."""
    assert masked(text) == shown


def test_names_of_downloads_hold_no_surprises():
    """Letters, digits and hyphens, of bearable length."""
    assert download_name("sop", "../../etc", None, "v1", suffix=".pdf") == "sop-etc-v1.pdf"
    assert len(download_name("x" * 500, suffix=".pdf")) == 154


def test_texts_that_databases_cannot_hold_are_refused(house: House):
    """A NUL in a question is told, not tried."""
    client = asker(house, "auditor:*")

    answer = client.get("/api/v1/documents", params={"text": "a\x00b"})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/text"
