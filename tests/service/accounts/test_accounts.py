"""Accounts in a real database: passwords, sessions, tokens, lock-out, and what the trail says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from archive.audit.tables import EVENTS
from service.accounts.acts import Act
from service.accounts.errors import (
    LastAdmin,
    LoginTaken,
    LoginUnusable,
    NotAllowed,
    NotSignedIn,
    PasswordWeak,
    PersonUnknown,
    RoleNeedsOffice,
    RoleUnknown,
    ScopeUnknown,
    SignInLocked,
    SignInRefused,
    TokenUnknown,
)
from service.accounts.lockout import PER_ADDRESS, PER_LOGIN, WINDOW
from service.accounts.tables import PEOPLE, SESSIONS, TOKENS
from service.actions.manage_people import (
    add_person,
    change_own_password,
    find_person,
    give_roles,
    list_people,
    membership,
    set_active,
    set_password,
)
from service.actions.manage_tokens import list_tokens, make_token, revoke_token
from service.actions.recognise import recognise_session, recognise_token
from service.actions.sign_in import sign_in, sign_out
from service.app import House

GOOD = "kuda lari di tepi sawah"
OTHER = "hujan turun sejak subuh"
HERE = "web:192.0.2.7"
OFFICE = "Dinas Kominfo"


@dataclass
class Clock:
    """A clock in the test's hands."""

    at: datetime = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **much: float) -> None:
        self.at += timedelta(**much)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(house: House, clock: Clock) -> House:
    return replace(house, clock=clock)


def enter(house: House, login: str = "siti", *roles: str, password: str | None = GOOD):
    return add_person(
        login=login,
        name="Staf Perencanaan",
        password=password,
        memberships=[membership(*each.split(":")) for each in roles or (f"penyusun:{OFFICE}",)],
        house=house,
    )


def trail(house: House) -> list[str]:
    with house.database.reading() as connection:
        rows = connection.execute(select(EVENTS).order_by(EVENTS.c.event)).all()
    return [f"{row.actor_name}: {row.sentence}" for row in rows]


def kept(house: House) -> str:
    """Everything that the tables of accounts hold."""
    with house.database.reading() as connection:
        return str([connection.execute(select(each)).all() for each in (PEOPLE, SESSIONS, TOKENS)])


def test_a_password_opens_a_session_and_is_nowhere_kept(timed: House):
    """The session knows its person; the database holds neither password nor cookie."""
    person = enter(timed)

    begun = sign_in("SITI", GOOD, address=HERE, house=timed)

    assert begun.session.person == person
    assert recognise_session(begun.secret, house=timed) == begun.session
    assert GOOD not in kept(timed)
    assert begun.secret not in kept(timed)
    assert begun.session.form_key not in kept(timed)
    assert trail(timed)[-1] == "Staf Perencanaan (siti): Masuk."


@pytest.mark.parametrize(("login", "password"), [("siti", OTHER), ("budi", GOOD), ("siti", "")])
def test_wrong_words_are_refused_alike(timed: House, login: str, password: str):
    """Nobody learns from the answer whether a login exists."""
    enter(timed)

    with pytest.raises(SignInRefused) as caught:
        sign_in(login, password, address=HERE, house=timed)

    assert str(caught.value) == "Nama masuk atau kata sandi tidak cocok."
    assert "Percobaan masuk ditolak." in trail(timed)[-1]


def test_what_was_typed_as_an_unknown_login_is_not_kept(timed: House):
    """A password typed in the wrong field does not end in the trail."""
    with pytest.raises(SignInRefused):
        sign_in("kuda-lari-di-sawah", "", address=HERE, house=timed)

    assert "kuda" not in str(trail(timed))


def test_guessing_is_stopped_even_with_the_right_word(timed: House, clock: Clock):
    """After so many failures the login must wait, and then opens again."""
    enter(timed)
    for _ in range(PER_LOGIN):
        with pytest.raises(SignInRefused):
            sign_in("siti", OTHER, address=HERE, house=timed)

    with pytest.raises(SignInLocked, match="15 menit"):
        sign_in("Siti", GOOD, address="web:198.51.100.4", house=timed)

    clock.at += WINDOW
    assert sign_in("siti", GOOD, address=HERE, house=timed)


def test_an_address_that_tries_many_logins_is_stopped(timed: House):
    """Trying one word on many people is guessing too."""
    for number in range(PER_ADDRESS):
        with pytest.raises(SignInRefused):
            sign_in(f"orang{number}", OTHER, address=HERE, house=timed)

    with pytest.raises(SignInLocked):
        sign_in("orang", OTHER, address=HERE, house=timed)
    with pytest.raises(SignInRefused):
        sign_in("orang", OTHER, address="web:198.51.100.4", house=timed)


def test_a_right_word_forgives_what_was_mistyped(timed: House):
    """Mistyping now and then never locks anyone out."""
    enter(timed)
    for _ in range(3):
        for _ in range(PER_LOGIN - 1):
            with pytest.raises(SignInRefused):
                sign_in("siti", OTHER, address=HERE, house=timed)
        sign_in("siti", GOOD, address=HERE, house=timed)


def test_a_session_ends_by_silence_and_by_age(timed: House, clock: Clock):
    """An hour without a sign of life ends it; so do twelve hours however busy."""
    enter(timed)
    quiet = sign_in("siti", GOOD, address=HERE, house=timed).secret
    clock.pass_by(minutes=59)
    recognise_session(quiet, house=timed)
    clock.pass_by(minutes=59)
    recognise_session(quiet, house=timed)
    clock.pass_by(minutes=60)
    with pytest.raises(NotSignedIn):
        recognise_session(quiet, house=timed)

    busy = sign_in("siti", GOOD, address=HERE, house=timed).secret
    for _ in range(23):
        clock.pass_by(minutes=30)
        recognise_session(busy, house=timed)
    clock.pass_by(minutes=30)
    with pytest.raises(NotSignedIn):
        recognise_session(busy, house=timed)


def test_signing_out_ends_this_session_only(timed: House):
    """Another browser stays signed in; signing out twice is no error."""
    enter(timed)
    first = sign_in("siti", GOOD, address=HERE, house=timed).secret
    second = sign_in("siti", GOOD, address=HERE, house=timed).secret

    sign_out(first, address=HERE, house=timed)
    sign_out(first, address=HERE, house=timed)

    with pytest.raises(NotSignedIn):
        recognise_session(first, house=timed)
    assert recognise_session(second, house=timed).person.login == "siti"


@pytest.mark.parametrize("end", ["disable", "passwd"])
def test_a_disabled_person_and_an_old_password_open_nothing(timed: House, end: str):
    """Both end all sessions at once."""
    enter(timed)
    secret = sign_in("siti", GOOD, address=HERE, house=timed).secret

    if end == "disable":
        set_active("siti", active=False, house=timed)
    else:
        set_password("siti", OTHER, house=timed)

    with pytest.raises(NotSignedIn):
        recognise_session(secret, house=timed)
    with pytest.raises(SignInRefused):
        sign_in("siti", GOOD, address=HERE, house=timed)


def test_ones_own_password_needs_the_old_one(timed: House):
    """A session left open is not enough to take an account over."""
    person = enter(timed)

    with pytest.raises(SignInRefused):
        change_own_password(person, old=OTHER, new="x" * 20, address=HERE, house=timed)
    change_own_password(person, old=GOOD, new=OTHER, address=HERE, house=timed)

    assert sign_in("siti", OTHER, address=HERE, house=timed)


@pytest.mark.parametrize(
    "password", ["pendek", "a" * 12, "sitisitisiti", "admin123admin", "x" * 1001, "qwertyqwerty1"]
)
def test_passwords_that_are_guessed_first_are_refused(timed: House, password: str):
    """Short ones, repeated signs, the login itself and the usual words."""
    with pytest.raises(PasswordWeak):
        enter(timed, password=password)

    assert list_people(house=timed) == []


def test_people_without_a_password_cannot_sign_in_by_one(timed: House):
    """An empty password never fits."""
    enter(timed, password=None)

    for word in ("", "None", GOOD):
        with pytest.raises(SignInRefused):
            sign_in("siti", word, address=HERE, house=timed)


@pytest.mark.parametrize("login", ["", "a", "siti rahayu", "siti\n", "../siti", "s" * 61, "sïti"])
def test_a_login_is_plain(timed: House, login: str):
    """Nobody can be entered under a login that looks like another or like a path."""
    with pytest.raises(LoginUnusable):
        enter(timed, login)


def test_a_login_is_taken_in_any_case(timed: House):
    """Siti and siti are one."""
    enter(timed)

    with pytest.raises(LoginTaken):
        enter(timed, "Siti")


def test_roles_are_named_with_their_office():
    """Typing mistakes are told with what there is."""
    with pytest.raises(RoleUnknown, match="penyusun"):
        membership("penyusn", OFFICE)


def test_a_role_needs_its_office(timed: House):
    """A role for no office would be a right that nobody can see."""
    with pytest.raises(RoleNeedsOffice):
        enter(timed, "siti", "penyusun: ")


def test_the_last_admin_stays(timed: House):
    """Neither disabling nor another role may leave nobody who manages people."""
    enter(timed, "satu", "admin:*")
    with pytest.raises(LastAdmin):
        set_active("satu", active=False, house=timed)
    with pytest.raises(LastAdmin):
        give_roles("satu", [], house=timed)

    enter(timed, "dua", "admin:*")
    assert not set_active("satu", active=False, house=timed).active
    with pytest.raises(LastAdmin):
        set_active("dua", active=False, house=timed)


def test_changes_of_people_stand_in_the_trail_with_who_made_them(timed: House):
    """What changed is said in words; a change that changes nothing is not told."""
    enter(timed)
    give_roles("siti", [membership("auditor", "*")], house=timed)
    give_roles("siti", [membership("auditor", "*")], house=timed)

    told = [each.partition(": ")[2] for each in trail(timed)]
    assert told == [
        f"Pengguna Staf Perencanaan (siti): ditambahkan dengan peran penyusun di {OFFICE}.",
        "Pengguna Staf Perencanaan (siti): kini peran auditor di *.",
    ]
    assert all(timed.actor.name in each for each in trail(timed))


def test_a_token_reaches_no_further_than_it_was_made_for(timed: House):
    """It is shown once, kept as a digest, and gives only its acts."""
    person = enter(timed)

    made = make_token(person, label="impor", scopes=["periksa-data"], days=30, house=timed)

    holder = recognise_token(made.secret, house=timed)
    assert made.secret.startswith("lontar_")
    assert made.secret not in kept(timed)
    assert holder.scopes == {Act.CHECK}
    assert holder.memberships == person.memberships
    with pytest.raises(NotAllowed):
        make_token(holder, label="kuat", scopes=["minta-dokumen"], days=1, house=timed)


@pytest.mark.parametrize("end", ["age", "revoked", "disabled"])
def test_a_token_ends(timed: House, clock: Clock, end: str):
    """By its time, by hand, and with its person."""
    person = enter(timed)
    made = make_token(person, label="impor", scopes=["periksa-data"], days=30, house=timed)

    ways: dict[str, Callable[[], object]] = {
        "age": lambda: clock.pass_by(days=30),
        "revoked": lambda: revoke_token(person, made.token.id, house=timed),
        "disabled": lambda: set_active("siti", active=False, house=timed),
    }
    ways[end]()

    with pytest.raises(NotSignedIn):
        recognise_token(made.secret, house=timed)
    assert [each.id for each in list_tokens(person, house=timed)] == [made.token.id]


def test_tokens_of_others_are_unknown(timed: House):
    """Revoking needs no more than being another person to fail."""
    mine = make_token(enter(timed), label="a", scopes=["periksa-data"], days=1, house=timed)
    other = enter(timed, "budi")

    with pytest.raises(TokenUnknown):
        revoke_token(other, mine.token.id, house=timed)
    assert recognise_token(mine.secret, house=timed)


@pytest.mark.parametrize("scopes", [[], ["semua"], ["periksa-data", "x"]])
def test_scopes_are_acts(timed: House, scopes: list[str]):
    """A token for nothing, or for what does not exist, is refused."""
    with pytest.raises(ScopeUnknown):
        make_token(enter(timed), label="a", scopes=scopes, days=1, house=timed)


def test_unknown_people_are_told(timed: House):
    """A login that nobody has is an error, not an empty answer."""
    with pytest.raises(PersonUnknown):
        find_person("siti", house=timed)


@pytest.mark.postgres
def test_accounts_work_on_postgresql(postgres_house: House):
    """The same on the other database, where writers truly run beside each other."""
    person = enter(postgres_house)
    begun = sign_in("siti", GOOD, address=HERE, house=postgres_house)
    made = make_token(person, label="a", scopes=["periksa-data"], days=1, house=postgres_house)

    assert recognise_session(begun.secret, house=postgres_house).person == person
    assert recognise_token(made.secret, house=postgres_house).id == person.id
    give_roles("siti", [membership("auditor", "*")], house=postgres_house)
    set_active("siti", active=False, house=postgres_house)
    with pytest.raises(NotSignedIn):
        recognise_session(begun.secret, house=postgres_house)
