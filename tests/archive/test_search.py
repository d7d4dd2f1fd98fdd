"""Search with facets and pages, over documents of every make."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.archive import Archive
from archive.database import Database
from archive.index.search import Mark, Search
from tests.archive.making import NOON, a_deposit

OFFICES = ("Kecamatan Jekulo", "Dinas Kominfo", "DINAS  kominfo")
MADE = [
    {
        "kind": ("sop", "perjanjian_kinerja")[number % 2],
        "office": OFFICES[number % 3],
        "year": 2020 + number % 4,
        "title": f"Naskah {number} 100%",
        "created": NOON + timedelta(hours=number // 3),
    }
    for number in range(14)
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Fourteen documents; several were filed in the same second."""
    folder = tmp_path_factory.mktemp("cari")
    database = Database(f"sqlite:///{folder / 'db'}")
    database.create_all()
    archive = Archive(folder / "archive", folder / "staging", database)
    for number, each in enumerate(MADE, start=1):
        archive.deposit(a_deposit(Path(folder / "in"), number, **each))
    return archive


searches = st.builds(
    Search,
    text=st.none() | st.sampled_from(("naskah", "100%", "1", "jekulo sop", "tidak ada")),
    kind=st.none() | st.sampled_from(("sop", "perjanjian_kinerja")),
    year=st.none() | st.integers(2020, 2024),
    office=st.none() | st.sampled_from(OFFICES),
    state=st.none() | st.sampled_from(("issued", "signed")),
    within=st.none() | st.sampled_from((frozenset(), frozenset({"dinas kominfo"}))),
)


@settings(deadline=None)
@given(searches, st.integers(1, 6))
def test_pages_together_are_all_that_fits(filled: Archive, wanted: Search, limit: int):
    """Page by page every document comes once, in the same order as all at once."""
    whole = [each.document for each in filled.search(wanted, limit=100).entries]
    paged, mark = [], None
    while True:
        page = filled.search(wanted, after=mark, limit=limit)
        paged += [each.document for each in page.entries]
        mark = page.next
        if mark is None:
            break

    assert paged == whole


@settings(deadline=None)
@given(searches)
def test_facets_count_what_choosing_them_would_find(filled: Archive, wanted: Search):
    """Each value is told with the number of documents that a click on it would show."""
    for name, values in filled.facets(wanted).items():
        others = filled.search(replace(wanted, **{name: None}), limit=100).entries
        found = Counter(
            each.state if name == "state" else getattr(each.record, name) for each in others
        )
        found.pop(None, None)

        assert dict(values) == dict(found)


def test_what_is_filed_meanwhile_does_not_shift_pages(tmp_path: Path):
    """A document that comes between two pages is neither doubled nor does it double others."""
    database = Database(f"sqlite:///{tmp_path / 'db'}")
    database.create_all()
    archive = Archive(tmp_path / "archive", tmp_path / "staging", database)
    for number in (1, 2, 3):
        archive.deposit(a_deposit(tmp_path, number, created=NOON + timedelta(hours=number)))
    first = archive.search(Search(), limit=2)

    archive.deposit(a_deposit(tmp_path, 4, created=NOON + timedelta(hours=4)))
    rest = archive.search(Search(), after=first.next, limit=2)

    assert len({each.document for each in (*first.entries, *rest.entries)}) == 3
    assert isinstance(first.next, Mark)
    assert rest.next is None


def test_an_office_is_found_as_people_read_it(filled: Archive):
    """Case and spaces do not matter; the facet tells each as printed."""
    found = filled.search(Search(office="dinas KOMINFO"), limit=100).entries

    assert {each.record.office for each in found} == {"Dinas Kominfo", "DINAS  kominfo"}
