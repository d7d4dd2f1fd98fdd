"""``lontar person``: who may sign in, and as what."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, say, table
from service.cli.words import Group

if TYPE_CHECKING:
    from service.accounts.person import Membership, Person

_login = click.argument("login", metavar="NAMA-MASUK")
_role = click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="PERAN:KANTOR",
    help="Peran dan kantornya seperti tercetak pada dokumen; * untuk semua kantor. Boleh berulang.",
)
_stdin = click.option(
    "--stdin", is_flag=True, help="Baca kata sandi dari masukan baku, tanpa bertanya."
)


@command(
    "add",
    "lontar person add siti --name 'Staf Perencanaan' --role 'penyusun:Dinas Kominfo'",
    "lontar person add pengelola --admin",
)
@_login
@click.option("--name", help="Nama yang ditampilkan; tanpa isian, nama masuknya.")
@_role
@click.option("--admin", is_flag=True, help="Singkatan --role 'admin:*'.")
@_stdin
@json_option
def add(
    *, login: str, name: str | None, roles: tuple[str, ...], admin: bool, stdin: bool, json: bool
) -> None:
    """Tambahkan pengguna; kata sandinya ditanyakan, tidak pernah ditulis pada perintah."""
    from service.actions.manage_people import add_person
    from service.app import open_house

    wanted = _memberships((*roles, "admin:*") if admin else roles)
    person = add_person(
        login=login,
        name=name or login,
        password=_password(stdin=stdin),
        memberships=wanted,
        house=open_house(),
    )
    _tell(person, "ditambahkan", json=json)


@command("list", "lontar person list")
@json_option
def list_(*, json: bool) -> None:
    """Daftar pengguna dengan perannya."""
    from service.actions.manage_people import list_people
    from service.app import open_house

    people = list_people(house=open_house())
    if json:
        as_json([_json(each) for each in people])
        return
    if not people:
        say("Belum ada pengguna; tambahkan dengan `lontar person add NAMA-MASUK --admin`.")
        return
    table(
        ("NAMA MASUK", "NAMA", "KEADAAN", "PERAN"),
        [
            (each.login, each.name, "aktif" if each.active else "nonaktif", _roles(each))
            for each in people
        ],
    )


@command("role", "lontar person role siti --role 'penyusun:Dinas Kominfo' --role 'auditor:*'")
@_login
@_role
@json_option
def role(*, login: str, roles: tuple[str, ...], json: bool) -> None:
    """Ganti semua peran pengguna dengan yang disebut; tanpa --role, semua perannya dicabut."""
    from service.actions.manage_people import give_roles
    from service.app import open_house

    _tell(give_roles(login, _memberships(roles), house=open_house()), "diubah", json=json)


@command("disable", "lontar person disable siti", "lontar person disable siti --undo")
@_login
@click.option("--undo", is_flag=True, help="Aktifkan kembali.")
@json_option
def disable(*, login: str, undo: bool, json: bool) -> None:
    """Nonaktifkan pengguna dan akhiri semua sesinya; jejaknya tetap ada."""
    from service.actions.manage_people import set_active
    from service.app import open_house

    person = set_active(login, active=undo, house=open_house())
    _tell(person, "diaktifkan" if undo else "dinonaktifkan", json=json)


@command("passwd", "lontar person passwd siti")
@_login
@_stdin
@json_option
def passwd(*, login: str, stdin: bool, json: bool) -> None:
    """Ganti kata sandi pengguna dan akhiri semua sesinya."""
    from service.actions.manage_people import find_person, set_password
    from service.app import open_house

    house = open_house()
    find_person(login, house=house)
    person = set_password(login, _password(stdin=stdin), house=house)
    _tell(person, "kini memakai kata sandi baru", json=json)


person = Group(
    "person",
    commands=(add, list_, role, disable, passwd),
    help="Pengguna: siapa boleh masuk, dan sebagai apa.",
    example=("lontar person add pengelola --admin", "lontar person list --json"),
)
"""All that concerns people."""


def _memberships(typed: tuple[str, ...]) -> list[Membership]:
    from service.actions.manage_people import membership

    return [membership(role, office) for role, _, office in (each.partition(":") for each in typed)]


def _password(*, stdin: bool) -> str:
    if stdin or not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Kata sandi", hide_input=True, confirmation_prompt="Sekali lagi"))


def _tell(person: Person, what: str, *, json: bool) -> None:
    if json:
        as_json(_json(person))
        return
    say(f"Pengguna {person.signature} {what}: {_roles(person) or 'tanpa peran'}.")


def _roles(person: Person) -> str:
    return "; ".join(f"{each.role} di {each.office}" for each in person.memberships)


def _json(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "login": person.login,
        "name": person.name,
        "active": person.active,
        "created_at": person.created_at.isoformat(),
        "roles": [{"role": each.role.value, "office": each.office} for each in person.memberships],
    }
