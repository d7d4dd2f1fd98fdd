"""Who may do what: a pure question, asked of people of every make."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from archive.records import folded_office
from service.accounts.acts import Act, Role
from service.accounts.permissions import (
    CHANGING,
    EVERYWHERE,
    TABLE,
    may,
    may_somewhere,
    offices_of,
)
from service.accounts.person import Membership, Person

OFFICES = ("Dinas Kominfo Kabupaten Kudus", "Kecamatan Jekulo", "Bagian Organisasi")
NOW = datetime(2026, 1, 5, tzinfo=UTC)

offices = st.sampled_from(OFFICES)
memberships = st.lists(
    st.builds(Membership, st.sampled_from(Role), st.sampled_from((*OFFICES, EVERYWHERE))),
    max_size=5,
).map(tuple)
scopes = st.none() | st.frozensets(st.sampled_from(Act))
people = st.builds(
    Person,
    id=st.just("0123456789ab"),
    login=st.just("uji"),
    name=st.just("Uji"),
    active=st.booleans(),
    created_at=st.just(NOW),
    memberships=memberships,
    scopes=scopes,
)


def one(role: Role, office: str) -> Person:
    return Person(
        id="0123456789ab",
        login="uji",
        name="Uji",
        active=True,
        created_at=NOW,
        memberships=(Membership(role, office),),
    )


def test_every_act_stands_in_the_table():
    """No act was forgotten, so none is forbidden to all by accident."""
    assert set(TABLE) == set(Act)
    assert all(TABLE.values())


@given(people, st.sampled_from(Act), offices)
def test_a_right_comes_from_a_membership_in_that_office(person: Person, act: Act, office: str):
    """Who may do an act holds a role for it in that very office or everywhere, and is active."""
    held = [
        each
        for each in person.memberships
        if each.role in TABLE[act] and each.office in {office, EVERYWHERE}
    ]
    covered = person.scopes is None or act in person.scopes

    assert may(person, act, office) == bool(person.active and covered and held)


@given(people, st.sampled_from(Act), offices)
def test_more_roles_never_take_a_right_away(person: Person, act: Act, office: str):
    """Rights only grow with memberships and shrink with scopes."""
    more = replace(
        person, memberships=(*person.memberships, Membership(Role.AUDITOR, "Kantor lain"))
    )
    token = replace(person, scopes=frozenset({Act.CHECK}))

    assert may(more, act, office) >= may(person, act, office)
    assert may(person, act, office) or person.scopes is not None or not may(token, act, office)


@given(people, st.sampled_from(Act))
def test_the_whole_installation_is_only_for_those_whose_role_counts_everywhere(
    person: Person, act: Act
):
    """What belongs to no office is refused to people of one office."""
    everywhere = EVERYWHERE in offices_of(person, act)

    assert may(person, act, None) == everywhere
    assert may_somewhere(person, act) >= everywhere


@given(st.sampled_from(Act), offices)
def test_an_auditor_changes_nothing(act: Act, office: str):
    """Whatever an auditor may do leaves documents, numbers and installation as they are."""
    if may(one(Role.AUDITOR, EVERYWHERE), act, office):
        assert act not in CHANGING


@given(st.sampled_from(Role), st.sampled_from(Act), offices, offices)
def test_an_officer_reaches_no_other_office(role: Role, act: Act, own: str, other: str):
    """A role in one office gives nothing in another."""
    if folded_office(own) != folded_office(other):
        assert not may(one(role, own), act, other)


def test_an_admin_reads_no_documents():
    """Keeping the installation is no reason to read what offices write."""
    admin = one(Role.ADMIN, EVERYWHERE)

    assert not may(admin, Act.SEE_DOCUMENTS, OFFICES[0])
    assert not may(admin, Act.DOWNLOAD, OFFICES[0])
    assert may(admin, Act.MANAGE_PEOPLE, None)


def test_offices_are_compared_as_people_read_them():
    """Case and spaces do not make another office; a letter does."""
    person = one(Role.PENYUSUN, "DINAS  Kominfo kabupaten KUDUS")

    assert may(person, Act.REQUEST, "Dinas Kominfo Kabupaten Kudus")
    assert not may(person, Act.REQUEST, "Dinas Kominfo Kabupaten Kudu")
    assert not may(person, Act.REQUEST, EVERYWHERE)
