"""Classification codes: both schemes, when each held, and what is remarked of a code."""

from __future__ import annotations

import pytest

from archive.classification import NEW, OLD, OWN, likely_scheme, read_schemes, remarks, schemes
from archive.classification import title_of as title
from archive.keeping import Fate
from archive.records import Record


def record(day: str | None = None, year: int = 2021) -> Record:
    return Record(kind="sop", title="-", office="-", year=year, date=day)


def test_both_schemes_are_known_with_their_times():
    """The older list ends where the newer begins; each tells what nobody has compared."""
    old, new = schemes()[OLD], schemes()[NEW]

    assert (old.since, old.until, new.since, new.until) == ("2012", "2022", "2022", None)
    assert "berlaku_sejak" in new.unverified
    assert title("000.8.3.3", NEW) == "Standar operasional prosedur (SOP)"
    assert title("060", OLD) == "Organisasi dan ketatalaksanaan"
    assert title("060", NEW) is None
    proposed = new.code("000.8.3.3")
    assert proposed is not None
    assert proposed.retention is not None
    assert (proposed.retention.active, proposed.retention.fate) == (2, Fate.PERMANEN)
    assert "Pekalongan" in proposed.source


def test_codes_stand_in_the_order_of_their_numbers():
    """9 comes before 10."""
    codes = [each.code for each in schemes()[NEW].codes]

    assert codes.index("000.7.2.9") + 1 == codes.index("000.7.2.10")


@pytest.mark.parametrize(
    ("code", "day", "scheme"),
    [
        ("000.8.3.3", "2021-01-04", NEW),
        ("000.9.9", "2026", NEW),
        ("060", "2026", OLD),
        ("188.4", "2026", OLD),
        ("700", "2021-03", OLD),
        ("700", "2023-01-01", NEW),
        ("700", "2022-06-01", None),
        ("900.1", None, OLD),
        ("ORG/01", "2026", None),
    ],
)
def test_a_code_tells_its_scheme_by_shape_and_date(code: str, day: str | None, scheme: str | None):
    """What both lists know is told by the date, and not at all in the year of change."""
    assert likely_scheme(code, record(day)) == scheme


@pytest.mark.parametrize(
    ("code", "scheme", "day", "told"),
    [
        ("000.8.3.3", NEW, "2023-05-04", []),
        ("000.8.3.3", NEW, "2022", []),
        ("000.8.3.3", NEW, "2021-05-04", ["baru berlaku sejak 2022"]),
        ("060", OLD, "2021", []),
        ("060", OLD, "2023-01-02", ["digantikan sejak 2022"]),
        ("000.8.3.33", NEW, "2023", ["tidak ada dalam daftar"]),
        ("0oo.8", NEW, "2023", ["ejaannya"]),
        ("X", None, "2023", ["tidak disebut"]),
        ("X", OWN, "2023", []),
        (None, NEW, "2023", []),
    ],
)
def test_what_is_odd_is_told_and_nothing_is_put_right(code, scheme, day, told):
    """A code of a time when its list did not hold, one that is not known, one badly written."""
    found = remarks(code, scheme, record(day))

    assert len(found) == len(told)
    assert all(part in each for part, each in zip(told, found, strict=True))


def test_an_office_adds_codes_of_its_own():
    """A further file adds to a scheme; what it says of a known code counts."""
    head = {
        "nama": NEW,
        "judul": "-",
        "berlaku_sejak": "2022",
        "berlaku_sampai": None,
        "belum_diverifikasi": [],
    }
    first = {"daftar": [head | {"kode": [{"kode": "000", "uraian": "Umum"}]}]}
    more = {"daftar": [head | {"kode": [{"kode": "000.1", "uraian": "Rapat"}]}]}

    assert [each.title for each in read_schemes([first, more])[NEW].codes] == ["Umum", "Rapat"]
