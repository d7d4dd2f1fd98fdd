"""What a form asks: of one unit, for one quarter, and nothing else."""

from __future__ import annotations

import pytest

from doc_templates.errors import FormEmpty, FormUnitUnknown, FormUnwritable
from doc_templates.formulir.susun import jatuh_tempo, susun, unit_pengisi
from doc_templates.formulir.tulis import tulis
from doc_templates.tanggal import Tanggal
from tests.doc_templates.formulir.data import indeks, isi


def kunci(formulir):
    return {each.kunci: [row.kunci for row in each.baris] for each in formulir.lembar}


def test_a_form_holds_only_the_units_own_rows():
    """Bidang Alfa is asked for its indicators and its sub kegiatan; nobody else's."""
    rows = kunci(susun(indeks(), "BID-A", 2))

    assert rows["kinerja"] == ["I-1", "I-2", "I-3", "I-4", "I-5"]
    assert rows["anggaran"] == ["1.01.01.2.01.0001", "1.01.01.2.01.0002"]
    assert rows["bukti"][0] == "B-2"


def test_every_indicator_is_asked_of_one_unit():
    """Taken together the forms of all units ask for each indicator once."""
    index = indeks()

    asked = [
        key for unit in unit_pengisi(index, 2) for key in kunci(susun(index, unit, 2))["kinerja"]
    ]

    assert sorted(asked) == sorted(index.indikator)


def test_a_unit_may_be_named_by_its_words():
    """“Bidang Beta” is BID-B."""
    assert susun(indeks(), "bidang  beta", 1).identitas.unit == "BID-B"


def test_earlier_quarters_are_shown_and_locked():
    """In the second quarter the first one's value stands in a locked column."""
    row = susun(indeks(), "BID-A", 2).lembar[0].baris[0]

    assert row.sel["tw1"] == "81,50"
    assert row.sel["target"] == "85,00"
    assert "tw2" not in row.sel


def test_a_unit_without_anything_to_fill_is_told():
    """The Dinas itself answers for no indicator here."""
    with pytest.raises(FormEmpty, match="Dinas Contoh"):
        susun(indeks(), "DINAS", 1)


def test_an_unknown_unit_is_told_with_those_there_are():
    """The sentence lists the codes."""
    with pytest.raises(FormUnitUnknown, match="DINAS, BID-A, BID-B"):
        susun(indeks(), "BID-X", 1)


@pytest.mark.parametrize(("ke", "due"), [(1, "2024-04-10"), (3, "2024-10-10"), (4, "2025-01-10")])
def test_a_form_is_due_on_the_tenth_after_its_quarter(ke, due):
    """The fourth quarter's form is due in January of the next year."""
    assert jatuh_tempo(2024, ke).iso == due


def test_the_due_day_may_be_given():
    """An office may ask earlier."""
    form = susun(indeks(), "BID-A", 1, batas_waktu=Tanggal(2024, 4, 5))

    assert form.batas_waktu.teks == "5 April 2024"


def test_a_text_that_no_cell_can_hold_is_refused_with_its_place():
    """A control character in the data is told before Excel refuses the file."""
    data = isi()
    data["realisasi"][1]["triwulan"][0]["pendorong"] = "a\x07b"

    with pytest.raises(FormUnwritable, match=r"Kinerja!.*U\+0007"):
        tulis(susun(indeks(data), "BID-A", 2))
