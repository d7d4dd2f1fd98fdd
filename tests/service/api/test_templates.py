"""Offices' forms over the API: from a file with a fault to the form in force, and back."""

from __future__ import annotations

from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from service.app import House
from tests.service.actions.test_office_forms import KIND, misspelt, office_of, printed
from tests.service.serving import asker
from tests.workers.office_forming import in_word


def sent(client: TestClient, content: bytes, **known: str) -> Response:
    fields = {"kind": KIND, "office": "KECAMATAN JEKULO", "reason": "Kop baru"} | known
    files = {"file": ("pk.docx", content)}
    return client.post("/api/v1/templates", data=fields, files=files)


def test_a_form_goes_its_way(house: House):
    """Brought, tried, printed, looked at, in force, compared, and back to the house's form."""
    client, office = asker(house, "admin:*"), office_of(house)

    brought = sent(client, in_word())
    assert brought.status_code == 201
    above = brought.headers["location"]
    assert client.get(above).json() == brought.json()["template"]
    assert sent(client, in_word()).status_code == 200
    assert client.post(f"{above}/publication", json={"reason": "Ya"}).json()["code"] == (
        "form-unseen"
    )
    asked = client.post(f"{above}/previews", json={"sample": "camat"})
    assert (asked.status_code, asked.json()["recipe"]) == (202, "konsep")
    job = asked.json()["id"]
    assert client.get(asked.headers["location"]).json()["id"] == job
    folder = house.settings.work / job
    folder.mkdir(parents=True)
    (folder / "document.pdf").write_bytes(b"%PDF-1.7")
    assert client.get(f"{above}/previews/{job}/file").status_code == 404
    printed(house, job)
    assert client.get(f"{above}/previews/{job}/file").content == b"%PDF-1.7"
    assert [each["state"] for each in client.get(f"{above}/previews").json()] == ["printed"]

    published = client.post(f"{above}/publication", json={"reason": "Disetujui camat"})

    assert published.json()["state"] == "published"
    differs = client.get(f"{above}/difference").json()
    assert (differs["against"]["number"], differs["added"], differs["removed"]) == (1, [], [])
    digest = published.json()["digest"]
    [found] = client.get(f"/api/v1/templates?sha256={digest}").json()
    assert client.get(f"/api/v1/templates/{found['id']}/file").content == in_word()
    there = f"/api/v1/templates/kinds/{KIND}"
    back = {"office": office, "reason": "Kop keliru"}
    assert client.post(f"{there}/house", json=back).status_code == 204
    acts = client.get(f"{there}/history", params={"office": office}).json()
    assert [(each["form"], each["reason"]) for each in acts] == [
        (None, "Kop keliru"),
        (found["id"], "Disetujui camat"),
    ]


def test_what_is_wrong_with_a_form_is_told(house: House):
    """A form with faults is kept with all of them; what is no form is refused with them."""
    client = asker(house, "admin:*")

    kept = sent(client, misspelt())
    assert (kept.status_code, kept.json()["judgement"]["passed"]) == (201, False)
    above = kept.headers["location"]
    told: Any = client.get(f"{above}/judgement").json()
    assert any("judull" in each["sentence"] and each["place"] for each in told["faults"])
    refused = client.post(f"{above}/previews", json={"sample": "camat"})
    assert (refused.status_code, refused.json()["code"]) == (422, "form-unsound")
    assert "judull" in refused.json()["errors"][0]["detail"]
    nothing = sent(client, b"%PDF-1.7")
    assert (nothing.status_code, nothing.json()["code"]) == (422, "form-unusable")
    assert nothing.json()["errors"][0]["code"] == "W-FORM"
    assert sent(client, in_word(), kind="tiada").status_code == 404
    assert sent(client, in_word(), office="*").json()["code"] == "form-office-missing"
    assert sent(client, in_word(), reason=" ").json()["code"] == "form-reason-missing"
    assert len(client.get("/api/v1/templates").json()) == 1


def test_who_draws_a_form_finds_where_to_start(house: House):
    """The house's form, and what it may print."""
    client = asker(house, "admin:KECAMATAN JEKULO")

    there = f"/api/v1/templates/kinds/{KIND}"
    file = client.get(f"{there}/file")
    assert file.content == house.kinds[KIND].template.read_bytes()
    assert file.headers["content-disposition"] == (
        'attachment; filename="perjanjian_kinerja-bawaan.docx"'
    )
    fields = {each["path"]: each for each in client.get(f"{there}/fields").json()}
    assert fields["kop.pemerintah"]["written"] == "{{ kop.pemerintah }}"


def test_an_admin_of_one_office_keeps_its_forms_only(house: House):
    """Those of another office do not exist for her."""
    ours = asker(house, "admin:KECAMATAN JEKULO")
    theirs = asker(house, "admin:Dinas Kominfo", login="budi")

    above = sent(ours, in_word()).headers["location"]

    assert sent(theirs, in_word()).status_code == 403
    assert theirs.get("/api/v1/templates").json() == []
    for path in ("", "/file", "/judgement", "/previews"):
        assert theirs.get(above + path).status_code == 404
    assert theirs.post(f"{above}/publication", json={"reason": "Ya"}).status_code == 404
