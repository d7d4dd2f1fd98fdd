"""What the archive is told of an SOP."""

from __future__ import annotations

import pytest

from tests.doc_templates.sop.samples import SOP, sample


@pytest.mark.parametrize(
    ("name", "date", "year", "register", "number"),
    [
        (
            "kudus-lengkap",
            "2021-01-04",
            2021,
            "pemerintah-kabupaten-kudus/dinas-komunikasi-dan-informatika",
            "050/16/118-01/2021",
        ),
        (
            "jeneponto-apa-adanya",
            "2023-02",
            2023,
            "pemerintah-kabupaten-jeneponto/dinas-komunikasi-informatika-dan-statistik",
            None,
        ),
        (
            "jekulo-lengkap",
            "2020-03-02",
            2020,
            "pemerintah-kabupaten-kudus/kecamatan-jekulo",
            "800.1/ 142 /33.01/2020",
        ),
    ],
)
def test_date_year_book_and_number(name, date, year, register, number):
    """Dates as precise as known, numbers verbatim, one book an office."""
    said = SOP.describe(sample(name))

    assert (said.date, said.year, said.register, said.number) == (date, year, register, number)


def test_the_register_numbers_an_sop_without_number():
    """Jeneponto's completed SOP asks the register for a number under the code of SOPs."""
    said = SOP.describe(sample("jeneponto-lengkap"))

    assert said.number is None
    assert said.numbering is not None
    assert (said.classification, said.numbering.unit) == ("000.8.3.3", "Diskominfo")


def test_the_year_of_the_cover_serves_where_no_date_is():
    """TAHUN 2023 on the cover is enough to file a draft by."""
    undated = sample("jeneponto-apa-adanya").model_copy(update={"tanggal_pembuatan": None})

    assert (SOP.describe(undated).date, SOP.describe(undated).year) == (None, 2023)


def test_who_signs_is_named_with_the_capacity():
    """A signing program shows post and name."""
    said = SOP.describe(sample("jeneponto-lengkap"))

    assert [each.label for each in said.signatories] == [
        "Plt. Kepala Dinas, MUSTAUFIO, S.IP, SE, M.Si"
    ]
