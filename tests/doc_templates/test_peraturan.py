"""The register of regulations: honest about days, sources and what nobody verified."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.errors import RegisterUnreadable
from doc_templates.kutipan import Peraturan, cited_in
from doc_templates.peraturan import Ketentuan, in_force, read_register, register
from doc_templates.tanggal import Tanggal

ENTRY = {
    "jenis": "Perbup",
    "nomor": 5,
    "tahun": 2014,
    "daerah": "Kudus",
    "judul": "Pedoman Penyusunan Standar Operasional Prosedur",
    "berlaku_sejak": "2014",
    "sumber": "JDIH Kabupaten Kudus",
}


def entry(**changes):
    return Ketentuan.model_validate({**ENTRY, **changes})


def written(folder, *entries, name="peraturan-kudus.json"):
    path = folder / name
    path.write_text(json.dumps({"peraturan": entries}), encoding="utf-8")
    return path


def test_every_entry_says_where_it_comes_from():
    """No entry without a source; what is replaced names its successor by its proper name."""
    for each in register().values():
        assert each.sumber.endswith(".")
        assert each.judul
        if each.dicabut_sejak is not None:
            assert cited_in(each.diganti_oleh or "") != []


def test_what_was_never_compared_with_its_text_says_so():
    """A date known only by hearsay is marked, so that nobody takes the register for the law."""
    replaced = register()[Peraturan("PP", 79, 2005)]
    certain = register()[Peraturan("Permenpan RB", 12, 2015)]

    assert "dicabut_sejak" in replaced.belum_diverifikasi
    assert certain.belum_diverifikasi == ()


@pytest.mark.parametrize(
    ("revoked", "day", "expected"),
    [
        ("2021", Tanggal(2020, 3, 2), False),
        ("2021", Tanggal(2021, 12, 31), True),
        ("2021", Tanggal(2021, 3, 2), False),
        ("2021", Tanggal(2021), False),
        ("2021", Tanggal(2022), True),
        ("2021-12-31", Tanggal(2021, 12, 30), False),
        ("2021-12-31", Tanggal(2021, 12, 31), True),
        (None, Tanggal(2099), False),
    ],
)
def test_only_what_is_certain_counts_as_revoked(revoked, day, expected):
    """In the very year of a replacement nobody is accused unless the day is known."""
    assert entry(dicabut_sejak=revoked).is_revoked_at(day) is expected


@given(st.dates(), st.dates())
def test_a_known_day_divides_time_in_two(revoked, day):
    """Before it the regulation holds, from it on no longer."""
    found = entry(dicabut_sejak=revoked.isoformat()).is_revoked_at(
        Tanggal(day.year, day.month, day.day)
    )

    assert found is (revoked <= day)


def test_what_may_be_cited_depends_on_the_day():
    """In 2020 an SOP on performance rested on 12/2015, since 2022 on 88/2021."""
    earlier = {str(each.peraturan) for each in in_force("sakip", Tanggal(2020, 3, 2))}
    later = {str(each.peraturan) for each in in_force("sakip", Tanggal(2022, 1, 3))}

    assert "Permenpan RB Nomor 12 Tahun 2015" in earlier - later
    assert "Permenpan RB Nomor 88 Tahun 2021" in later - earlier


def test_an_office_adds_its_own_regulations(tmp_path):
    """A file of the same form is enough; a later file corrects an earlier one."""
    first = written(tmp_path, ENTRY, name="a.json")
    second = written(tmp_path, {**ENTRY, "dicabut_sejak": "2019"}, name="b.json")
    cited = cited_in("Peraturan Bupati Kudus No. 5 Tahun 2014 tentang Pedoman")[0]

    assert read_register([first])[cited].dicabut_sejak is None
    assert read_register([first, second])[cited].dicabut_sejak == "2019"


@pytest.mark.parametrize(
    ("changes", "place"),
    [({"berlaku_sejak": "kemarin"}, "berlaku_sejak"), ({"judull": "x"}, "judull")],
)
def test_a_faulty_register_is_refused_with_its_place(tmp_path, changes, place):
    """The office learns which file and which field to mend."""
    path = written(tmp_path, {**ENTRY, **changes})

    with pytest.raises(RegisterUnreadable, match=rf"peraturan-kudus\.json.*0\.{place}"):
        read_register([path])


def test_a_register_that_is_no_json_is_refused(tmp_path):
    """Bytes of any sort give one sentence."""
    path = tmp_path / "peraturan-x.json"
    path.write_bytes(b"\xff{")

    with pytest.raises(RegisterUnreadable, match="seluruh berkas"):
        read_register([path])
