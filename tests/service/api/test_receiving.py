"""A signed copy comes back: taken in as a new version, or refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.records import DocumentId
from service.app import House
from tests.archive.signatures.papers import ROLES, another_figure, changed, issued, signed
from tests.service.filing import filed
from tests.service.serving import asker

OFFICE = "Kecamatan Jekulo"


@pytest.fixture
def paper(house: House, tmp_path: Path) -> tuple[str, Path]:
    """An issued document and its PDF."""
    document = filed(house, tmp_path / "in", office=OFFICE, content=issued(tmp_path).read_bytes())
    stored = house.archive.document(DocumentId(document))
    path = tmp_path / "out.pdf"
    house.archive.fetch(stored.document, version=stored.head.number, name="document.pdf", to=path)
    return document, path


def send(client, document: str, copy: Path):
    path = f"/api/v1/documents/{document}/signed"
    return client.post(path, files={"file": (copy.name, copy.read_bytes())})


def test_a_signed_copy_becomes_a_version_byte_for_byte(house: House, paper):
    """The issued file stays beside it; sent twice it is taken in once."""
    document, path = paper
    client = asker(house, f"penandatangan:{OFFICE}")
    copy = signed(path)

    first, again = send(client, document, copy), send(client, document, copy)

    assert first.status_code == again.status_code == 201
    assert (first.json()["version"], again.json()["version"]) == (2, 2)
    assert again.json()["repeated"]
    view = client.get(f"/api/v1/documents/{document}").json()
    assert view["state"] == "signed"
    names = {each["name"]: each["href"] for each in view["versions"][1]["files"]}
    assert {"document.pdf", "signed.pdf"} <= set(names)
    assert client.get(names["signed.pdf"]).content == copy.read_bytes()
    trail = [each.word for each in house.archive.trail(DocumentId(document))]
    assert "digital signature validation" in trail
    public = client.post("/api/v1/verification", files={"file": copy.read_bytes()}).json()
    assert public["verdict"] == "same"
    assert public["documents"][0]["signed"]
    assert house.archive.examine(DocumentId(document)) == []


def test_the_second_to_sign_signs_what_the_first_sent_back(house: House, paper):
    """The newest copy is the one to sign; an older one would lose a signature."""
    document, path = paper
    client = asker(house, f"penandatangan:{OFFICE}")
    once = signed(path, "once.pdf")
    send(client, document, once)

    apart = send(client, document, signed(path, "apart.pdf", role=ROLES[1]))
    twice = send(client, document, signed(once, "twice.pdf", role=ROLES[1]))

    assert apart.json()["code"] == "copy-unlike"
    assert twice.json()["version"] == 3
    assert len(twice.json()["signatures"]) == 2


def test_what_is_not_the_document_is_refused_and_noted(house: House, paper):
    """With the reason, and nothing is kept but the line in the trail."""
    document, path = paper
    client = asker(house, f"penandatangan:{OFFICE}")

    for copy, code in (
        (path, "copy-unsigned"),
        (signed(changed(path, another_figure, "changed.pdf")), "copy-unlike"),
    ):
        answer = send(client, document, copy)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        told = house.archive.trail(DocumentId(document))[-1]
        assert (told.word, told.actor) == ("validation", "Staf Uji (siti)")

    assert len(house.archive.document(DocumentId(document)).versions) == 1


def test_only_who_signs_for_the_office_sends_back(house: House, paper):
    """Others may not; those of other offices do not know of it."""
    document, path = paper
    copy = signed(path)

    for role, status in (
        (f"penyusun:{OFFICE}", 403),
        ("auditor:*", 403),
        ("penandatangan:Kantor lain", 404),
    ):
        client = asker(house, role, login=role.partition(":")[0])
        assert send(client, document, copy).status_code == status
