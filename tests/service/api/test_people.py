"""The API's people and tokens."""

from __future__ import annotations

import pytest

from service.app import House
from tests.service.serving import WORDS, asker, client_of, signed_in, with_form

NEW = {
    "login": "budi",
    "name": "Budi",
    "password": WORDS,
    "roles": [{"role": "penyusun", "office": "Dinas Kominfo"}],
}


def test_an_admin_enters_people_and_changes_them(house: House):
    """Roles replaced, disabled, taken back; nothing of the password is ever told."""
    admin = asker(house, "admin:*")

    made = admin.post("/api/v1/people", json=NEW)
    changed = admin.patch("/api/v1/people/budi", json={"roles": [], "active": False})

    assert made.status_code == 201
    assert WORDS not in made.text
    assert "argon2" not in admin.get("/api/v1/people").text
    assert (changed.json()["roles"], changed.json()["active"]) == ([], False)
    assert admin.post("/api/v1/people", json=NEW).json()["code"] == "login-taken"
    assert admin.patch("/api/v1/people/siti", json={"active": False}).json()["code"] == "last-admin"
    assert admin.get("/api/v1/people/tidak-ada").status_code == 404


def test_people_come_page_by_page(house: House):
    """In the order of their logins."""
    admin = asker(house, "admin:*", login="a1")
    for login in ("c1", "b1", "d1"):
        admin.post("/api/v1/people", json={**NEW, "login": login, "password": None})

    first = admin.get("/api/v1/people", params={"limit": 3}).json()
    rest = admin.get("/api/v1/people", params={"limit": 3, "cursor": first["next"]}).json()

    assert [each["login"] for each in first["people"] + rest["people"]] == ["a1", "b1", "c1", "d1"]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"roles": [{"role": "raja", "office": "X"}]}, "/roles/0/role"),
        ({"nama": "Budi"}, "/nama"),
        ({"login": 1}, "/login"),
    ],
)
def test_wrong_fields_are_told_with_their_place(house: House, change: dict, pointer: str):
    """A misspelt field is no silent success."""
    answer = asker(house, "admin:*").post("/api/v1/people", json={**NEW, **change})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize("role", ["auditor:*", "admin:Dinas Kominfo", "penyusun:*"])
def test_only_admins_of_the_installation_manage_people(house: House, role: str):
    """An admin of one office could else give herself any other."""
    client = asker(house, role)

    assert client.get("/api/v1/people").status_code == 403
    assert client.post("/api/v1/people", json=NEW).status_code == 403


def test_a_token_is_shown_once_and_ends_by_hand(house: House):
    """Made in a session with its form, used as a bearer, revoked."""
    client, key = signed_in(house, "penyusun:Dinas Kominfo")
    wish = {"label": "impor", "scopes": ["lihat-pekerjaan"], "days": 7}
    assert client.post("/api/v1/me/tokens", json=wish).status_code == 403

    made = client.post("/api/v1/me/tokens", json=wish, headers=with_form(key)).json()

    program = client_of(house)
    program.headers["authorization"] = f"Bearer {made['secret']}"
    assert program.get("/api/v1/jobs").status_code == 200
    assert program.get("/api/v1/documents").status_code == 403
    assert made["secret"] not in client.get("/api/v1/me/tokens").text
    path = f"/api/v1/me/tokens/{made['id']}"
    assert client.delete(path, headers=with_form(key)).json()["revoked_at"]
    assert program.get("/api/v1/jobs").status_code == 401


def test_one_knows_who_one_is(house: House):
    """With what this very token may do."""
    me = asker(house, "auditor:*").get("/api/v1/me").json()

    assert me["login"] == "siti"
    assert "lihat-dokumen" in me["acts"]
    assert "minta-dokumen" not in me["acts"]


def test_ones_own_password_is_changed_with_the_old_one(house: House):
    """It ends the session that changed it, too."""
    client, key = signed_in(house, "penyusun:Dinas Kominfo")
    new = {"old": "salah sama sekali", "new": "hujan turun sejak subuh"}

    refused = client.put("/api/v1/me/password", json=new, headers=with_form(key))
    done = client.put("/api/v1/me/password", json=new | {"old": WORDS}, headers=with_form(key))

    assert refused.status_code == 401
    assert done.status_code == 204
    assert client.get("/api/v1/me").status_code == 401
