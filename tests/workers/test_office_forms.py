"""Offices' forms: versions stay, and the last act says which of them is in force."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.workers.asking import KIND, MONDAY, Office
from tests.workers.office_forming import OFFICE, kept, published
from workers import office_form_list, office_forms
from workers.errors import OfficeFormGone
from workers.office_form import FormState


@pytest.fixture
def database(tmp_path):
    office = Office.at(tmp_path / "home")
    yield office.database
    office.database.close()


def in_force(database, office=OFFICE, kind=KIND):
    with database.reading() as connection:
        return office_forms.in_force(connection, kind=kind, office=office)


def listed(database, **criteria):
    with database.reading() as connection:
        return office_form_list.forms(connection, **criteria)


def test_without_a_publication_the_house_form_is_in_force(database):
    """Bringing a form changes no document."""
    kept(database, b"satu")

    assert in_force(database) is None
    assert in_force(database, office=None) is None
    assert [each.state for each in listed(database)] == [FormState.DRAFT]


def test_the_last_act_counts(database):
    """Forward, back to an older version, back to the house's form, and forward again."""
    one, two = kept(database, b"satu"), kept(database, b"dua")

    seen = []
    for form in (one, two, one, None, two):
        published(database, form)
        seen.append(in_force(database))

    assert seen == [one.digest, two.digest, one.digest, None, two.digest]
    assert {each.number: each.state for each in listed(database)} == {
        1: FormState.RETIRED,
        2: FormState.PUBLISHED,
    }
    with database.reading() as connection:
        acts = office_form_list.history(connection, kind=KIND, office=OFFICE)
    assert [each.form for each in acts] == [two.id, None, one.id, two.id, one.id]
    assert {(each.published_by, each.published_at) for each in acts} == {("Sari", MONDAY)}


def test_each_office_and_kind_has_its_own_form_and_numbers(database):
    """Offices are compared as people read their names."""
    ours, theirs = kept(database, b"kita"), kept(database, b"mereka", office="Kecamatan Jekulo")
    other = kept(database, b"lain", kind="sop")
    published(database, ours)
    published(database, other)

    assert (ours.number, theirs.number, other.number) == (1, 1, 1)
    assert in_force(database, office="DINAS  kominfo") == ours.digest
    assert in_force(database, office="Kecamatan Jekulo") is None
    assert in_force(database, kind="sop") == other.digest
    assert [each.id for each in listed(database, within={"dinas kominfo"}, kind=KIND)] == [ours.id]
    assert [each.id for each in listed(database, office="kecamatan  jekulo")] == [theirs.id]
    assert listed(database, within=()) == []


def test_the_same_bytes_are_one_version(database):
    """So a digest names one version of its office."""
    kept(database, b"satu")
    kept(database, b"satu", office="Kecamatan Jekulo")

    with pytest.raises(IntegrityError):
        kept(database, b"satu")


def test_a_form_is_found_by_its_digest_for_ever(database):
    """Also when it is in force no more; a changed byte in the database is no form."""
    one = kept(database, b"satu")

    def found(**criteria):
        with database.reading() as connection:
            return office_forms.content_of(
                connection, one.digest, **{"kind": KIND, "office": "dinas kominfo", **criteria}
            )

    assert (found().content, found().number, found().office) == (b"satu", 1, OFFICE)
    for wrong in ({"kind": "sop"}, {"office": "Kecamatan Jekulo"}, {"office": None}):
        with pytest.raises(OfficeFormGone, match="tidak ditemukan utuh"):
            found(**wrong)
    with database.transaction() as connection:
        connection.execute(text("UPDATE office_forms SET content = CAST('lain' AS BLOB)"))
    with pytest.raises(OfficeFormGone):
        found()
