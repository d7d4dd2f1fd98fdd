"""Agreements that come from a performance data set say what it says, in its own texts."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from doc_templates.findings import blocking
from doc_templates.kind import Printing
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.tabel import isi as isi_tabel
from doc_templates.kinerja.tabel import isi_perjanjian
from doc_templates.perjanjian_kinerja import KIND
from doc_templates.perjanjian_kinerja.build_samples import SAMPLES, derived
from doc_templates.perjanjian_kinerja.turunan import derive
from doc_templates.registry import HERE

SETS = sorted((HERE / "kinerja" / "samples").glob("*.json"))
DINAS = next(each for each in SETS if each.stem.startswith("dinas"))
KECAMATAN = next(each for each in SETS if each.stem.startswith("kecamatan"))

every_set = pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)


@cache
def written(path) -> str:
    return path.read_text(encoding="utf-8")


def plain(path=DINAS) -> dict[str, Any]:
    return json.loads(written(path))


def data_of(content: dict[str, Any]) -> DataKinerja:
    return DataKinerja.model_validate(content)


def agreement(content: dict[str, Any], unit: str = "DINAS", ke: int = 0):
    found = derive(data_of(content), unit, ke)
    assert found is not None
    return KIND.model.model_validate(found)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_sample_is_what_its_data_set_gives_now(name: str):
    """The samples that people start from have not drifted away from the data set."""
    assert KIND.sample(name) == derived(name)


@every_set
def test_every_agreement_of_a_data_set_may_be_issued(path):
    """Each one fits its model, and no finding holds it back."""
    given = KIND.turunkan(data_of(plain(path)))

    assert given
    for each in given.values():
        model = KIND.model.model_validate(each)
        assert blocking(KIND.check(model)) == []
        assert KIND.describe(model).title


@every_set
def test_an_agreement_prints_what_the_tables_of_the_data_set_print(path):
    """Every target and every sum stands in the agreement in the form of all other documents."""
    data = data_of(plain(path))
    index = index_of(data)
    for each in KIND.turunkan(data).values():
        model = KIND.model.model_validate(each)
        version = next(v for v in index.versi if v.isi.ke == model.asal.versi)
        tables = isi_perjanjian(index, index.unit[model.asal.unit], version).tabel

        # Notes under the tables explain; the agreement has none.
        told = {one for one in isi_tabel(tables) if not one.medan.startswith("catatan")}
        assert told - KIND.isi(model) == set()


def test_levels_answer_for_their_own_lines_of_the_budget():
    """A head of office promises programmes, a sekretaris kegiatan, a kasubbag sub kegiatan."""
    shown = {}
    for unit in ("DINAS", "SEKRETARIAT", "SUBBAG-UMPEG"):
        printed = KIND.context(agreement(plain(), unit), Printing(number="1", konsep=False))
        shown[unit] = (printed["kepala_sasaran"], printed["judul_program"])

    assert shown == {
        "DINAS": ("Sasaran Strategis", "Program dan Anggaran"),
        "SEKRETARIAT": ("Sasaran Program", "Kegiatan dan Anggaran"),
        "SUBBAG-UMPEG": ("Sasaran Kegiatan", "Sub Kegiatan dan Anggaran"),
    }


def test_each_signs_with_the_superior_and_a_bupati_alone():
    """The second party is the head of the unit above; above a Bupati there is nobody."""
    head, below = agreement(plain()), agreement(plain(), "SUBBAG-UMPEG")
    bupati = KIND.model.model_validate(derived("bupati-2024"))

    assert head.pihak_kedua.jabatan == "BUPATI KUDUS"
    assert below.pihak_kedua.jabatan.startswith("SEKRETARIS")
    assert bupati.pihak_kedua is None
    assert blocking(KIND.check(bupati)) == []


def test_the_official_of_the_day_signs_and_stays():
    """A camat who left in June signs in January; the acting one signs the revision of July."""
    before, after = (agreement(plain(KECAMATAN), "KECAMATAN", ke) for ke in (0, 1))

    assert before.pihak_pertama.sebutan == "CAMAT JEKULO"
    assert after.pihak_pertama.sebutan == "Plt. CAMAT JEKULO"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("pergantian_pejabat", "pergantian atau mutasi pejabat"),
        ("perubahan_strategi", "perubahan dalam strategi"),
        ("perubahan_prioritas", "perubahan prioritas atau asumsi"),
    ],
)
def test_a_revision_tells_its_number_its_reason_and_what_it_revises(reason: str, words: str):
    """Perubahan I stands in the title, and one of the three reasons in the statement."""
    content = plain()
    content["perjanjian"][0]["nomor"] = [{"unit": "DINAS", "nomor": "000.7.2.7/9/118-01/2024"}]
    content["perjanjian"][1] |= {"alasan": reason, "uraian_alasan": "sebab tertentu"}

    revised = agreement(content, ke=1)

    last = KIND.context(revised, Printing(number="1", konsep=False))["janji_akhir"]
    assert revised.judul == "PERJANJIAN KINERJA PERUBAHAN I TAHUN 2024"
    assert "merupakan Perubahan I atas Perjanjian Kinerja Tahun 2024" in last
    assert "Nomor 000.7.2.7/9/118-01/2024 karena" in last
    assert words in last
    assert last.endswith(", yaitu sebab tertentu.")


def test_milestones_are_printed_and_a_missing_one_is_a_word():
    """Each indicator has a row with its four quarters; without any, there is no such table."""
    content = plain()
    content["perjanjian"][0]["target"][0]["triwulan"][1] = None

    rows = KIND.context(agreement(content), Printing(number="1", konsep=False))["triwulan"]
    none = KIND.context(
        KIND.model.model_validate(KIND.sample("kepala-dinas")), Printing(number="1", konsep=False)
    )

    assert len(rows) == 14
    assert rows[0]["tw2"] == "belum tersedia"
    assert all(each[f"tw{ke}"].strip() for each in rows for ke in (1, 2, 3, 4))
    assert (none["triwulan"], none["huruf_program"]) == ([], "B")


def test_a_target_that_is_missing_holds_the_agreement_back():
    """Nobody promises “belum tersedia”."""
    content = plain()
    for each in content["perjanjian"][0]["target"]:
        each["tahunan"] = None

    found = blocking(KIND.check(agreement(content)))

    assert {each.code for each in found} == {"W-TARGET-MISSING"}


def test_new_data_renew_an_agreement_under_its_number():
    """What changed in the data changes in the agreement, and nothing else does."""
    content = plain()
    issued = agreement(content).model_copy(update={"nomor": "1/2024"})
    content["perjanjian"][0]["target"][0]["tahunan"] = 3.75
    renewed = KIND.perbarui(issued, data_of(content))

    gone, come = KIND.isi(issued) - KIND.isi(renewed), KIND.isi(renewed) - KIND.isi(issued)
    assert renewed.nomor == "1/2024"
    assert [(each.medan, each.nilai) for each in come] == [("target.tahun@0", "3,75")]
    assert [each.subjek for each in gone] == [each.subjek for each in come]


@pytest.mark.parametrize("change", [{"tahun": 2025}, {"kop": {"instansi": ["DINAS LAIN"]}}])
def test_another_year_or_office_renews_nothing(change: dict[str, Any]):
    """Data sets speak only of their own office and year."""
    issued = agreement(plain())

    assert KIND.perbarui(issued, data_of(plain() | change)) is None


def test_an_agreement_typed_by_hand_is_left_alone():
    """What was not derived cannot be derived again."""
    typed = KIND.model.model_validate(KIND.sample("kepala-dinas"))

    assert KIND.perbarui(typed, data_of(plain())) is None


@pytest.mark.parametrize(("unit", "ke"), [("BUPATI", 0), ("TIDAK-ADA", 0), ("DINAS", 7)])
def test_who_promises_nothing_has_no_agreement(unit: str, ke: int):
    """No aims, no such unit, no such version: no agreement."""
    assert derive(data_of(plain()), unit, ke) is None
