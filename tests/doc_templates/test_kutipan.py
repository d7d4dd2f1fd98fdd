"""Citations: many ways of writing, one regulation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kutipan import Peraturan, citations_in, cited_in

JOINED = (
    "Peraturan Presiden No. 29 Tahun 2014 tentang sistem Akuntabilitas Kinerja Instansi Pemerintah "
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi RI No. 12 Tahun 2015 "
    "tentang Pedoman Evaluasi atas Implementasi SAKIP"
)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("PP No. 79 Tahun 2005 tentang Pedoman", Peraturan("PP", 79, 2005)),
        ("Permenpan dan RB No. 35 Tahun 2012", Peraturan("Permenpan RB", 35, 2012)),
        ("PermenPANRB Nomor 88 Tahun 2021", Peraturan("Permenpan RB", 88, 2021)),
        ("Permenpan Nomor PER/21/M.PAN/11/2008", Peraturan("Permenpan RB", 21, 2008)),
        (
            "Peraturan Menteri pendayagunaan Aparatur Negara Nomor 53 Tahun 2014",
            Peraturan("Permenpan RB", 53, 2014),
        ),
        (
            (
                "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi "
                "Republik Indonesia Nomor 29 Tahun 2010"
            ),
            Peraturan("Permenpan RB", 29, 2010),
        ),
        ("Undang-undang Nomor 25 Tahun 2009", Peraturan("UU", 25, 2009)),
        ("Perda Kab. Kudus No. 3 Tahun 2016", Peraturan("Perda", 3, 2016, "Kudus")),
        (
            "Peraturan Daerah Kabupaten Kudus Nomor 3 Tahun 2016",
            Peraturan("Perda", 3, 2016, "Kudus"),
        ),
        ("Peraturan Bupati Kudus No. 5 Tahun 2014", Peraturan("Perbup", 5, 2014, "Kudus")),
    ],
)
def test_the_ways_of_citing_name_the_same_regulation(text, cited):
    """Long or short, national or of a region: one regulation."""
    assert cited_in(text) == [cited]


def test_titles_end_where_the_next_regulation_begins():
    """Jekulo's items run together; each citation keeps its own title all the same."""
    assert [(each.peraturan.nomor, each.judul) for each in citations_in(JOINED)] == [
        (29, "sistem Akuntabilitas Kinerja Instansi Pemerintah"),
        (12, "Pedoman Evaluasi atas Implementasi SAKIP"),
    ]


def test_the_gazette_is_no_part_of_a_title():
    """“(Lembaran Negara …)” and what amended it stand behind the title."""
    text = "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Tahun 2009 Nomor 112);"

    assert [each.judul for each in citations_in(text)] == ["Pelayanan Publik"]


def test_a_regulation_is_named_with_its_region():
    """Two regencies have a regulation number 5 of 2014."""
    assert str(Peraturan("Perbup", 5, 2014, "Kudus")) == "Perbup Kudus Nomor 5 Tahun 2014"
    assert str(Peraturan("PP", 12, 2017)) == "PP Nomor 12 Tahun 2017"


@given(st.text(alphabet="PUperaturanNomorTahun 0123456789.,tentang()", max_size=120))
def test_any_text_can_be_read(text):
    """A legal basis may be worded in any way; titles are always words of the text."""
    assert all(each.judul in text for each in citations_in(text))
