"""``lontar person``: the first admin, and everyone after."""

from __future__ import annotations

import json

from service.actions.sign_in import sign_in
from service.app import House

WORDS = "kuda lari di tepi sawah\n"


def test_the_first_admin_is_made_by_command(lontar, house: House):
    """The password comes from standard input and opens a session."""
    made = lontar("person", "add", "pengelola", "--admin", "--json", stdin=WORDS)

    assert made.exit_code == 0
    assert json.loads(made.stdout)["roles"] == [{"role": "admin", "office": "*"}]
    assert sign_in("pengelola", WORDS.strip(), address="web:-", house=house)


def test_people_are_listed_with_their_roles(lontar):
    """Roles and offices as typed, also after they changed."""
    lontar("person", "add", "siti", "--name", "Staf Perencanaan", stdin=WORDS)
    lontar("person", "role", "siti", "--role", "penyusun:Dinas: Kominfo")

    listed = lontar("person", "list")

    assert "siti\tStaf Perencanaan\taktif\tpenyusun di Dinas: Kominfo" in listed.stdout


def test_a_person_is_disabled_and_taken_back(lontar):
    """Nobody is deleted."""
    lontar("person", "add", "siti", stdin=WORDS)

    assert not json.loads(lontar("person", "disable", "siti", "--json").stdout)["active"]
    assert json.loads(lontar("person", "disable", "siti", "--undo", "--json").stdout)["active"]


def test_a_new_password_replaces_the_old(lontar, house: House):
    """Read from standard input as well."""
    lontar("person", "add", "siti", stdin=WORDS)

    changed = lontar("person", "passwd", "siti", "--stdin", stdin="hujan turun sejak subuh\n")

    assert changed.exit_code == 0
    assert sign_in("siti", "hujan turun sejak subuh", address="web:-", house=house)


def test_mistakes_end_with_their_exit_codes(lontar):
    """Weak password, unknown role, unknown person, last admin."""
    lontar("person", "add", "pengelola", "--admin", stdin=WORDS)

    assert lontar("person", "add", "siti", stdin="pendek\n").exit_code == 3
    assert lontar("person", "add", "siti", "--role", "raja:X", stdin=WORDS).exit_code == 3
    assert lontar("person", "role", "siti").exit_code == 5
    assert lontar("person", "disable", "pengelola").exit_code == 6
    assert lontar("person", "hapus", "siti").exit_code == 2


def test_every_subcommand_helps_in_indonesian(lontar):
    """Help of the group and of each of its commands, with examples."""
    for name in ("add", "list", "role", "disable", "passwd"):
        page = lontar("person", name, "--help").output
        assert page.startswith("Pemakaian: ")
        assert f"lontar person {name}" in page
        assert "--json" in page
