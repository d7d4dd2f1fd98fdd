"""What the form is given to print."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kind import Printing
from doc_templates.perjanjian_kinerja.context import DOTS, context
from doc_templates.perjanjian_kinerja.model import Program
from tests.doc_templates.perjanjian_kinerja.agreements import ISSUE, NAMES, agreement


@pytest.mark.parametrize("name", NAMES)
def test_the_form_gets_plain_data_only(name: str) -> None:
    """Nothing but texts, truths, lists and dictionaries reaches the template."""
    printed = context(agreement(name), ISSUE)

    assert json.loads(json.dumps(printed)) == printed


@given(st.lists(st.integers(min_value=0, max_value=10**15), min_size=1, max_size=8))
def test_the_printed_total_is_the_sum_of_the_printed_programmes(sums: list[int]) -> None:
    """Whoever adds up the column by hand gets the number in the last row."""
    programs = tuple(Program(uraian="p", anggaran=Decimal(each) / 100) for each in sums)

    printed = context(agreement(program=programs), ISSUE)

    assert _sen(printed["jumlah"]) == sum(_sen(each["anggaran"]) for each in printed["program"])
    assert _sen(printed["jumlah"]) == sum(sums)


def test_money_is_printed_the_indonesian_way() -> None:
    """Rp without a space, dots for thousands, a comma and two decimals."""
    assert context(agreement(), ISSUE)["jumlah"] == "Rp15.804.615.400,00"


@given(st.text(min_size=1, max_size=200))
def test_text_passes_unchanged(typed: str) -> None:
    """Ampersands, braces, quotes and line breaks arrive as they were typed."""
    sasaran = [
        {"uraian": typed, "indikator": [{"uraian": typed, "satuan": typed, "target": typed}]}
    ]

    [aim] = context(agreement(sasaran=sasaran), ISSUE)["sasaran"]

    assert aim["uraian"] == typed
    assert aim["indikator"] == [{"uraian": typed, "satuan": typed, "target": typed}]


def test_lines_of_the_budget_are_numbered_by_their_place() -> None:
    """1, 1.1, 1.1.1, 1.2: whoever speaks of a line can name it."""
    printed = context(agreement("eselon-iv"), ISSUE)["program"]

    assert [each["no"] for each in printed] == [
        *("1", "1.1", "1.1.1", "1.1.2", "1.1.3", "1.1.4"),
        *("1.2", "1.2.1", "1.2.2", "1.2.3"),
    ]
    assert [each["bentuk"] for each in printed[:3]] == ["program", "kelompok", "rincian"]


@pytest.mark.parametrize(
    ("name", "title", "column"),
    [
        ("kepala-dinas", "Program, Kegiatan, dan Anggaran", "Program / Kegiatan"),
        (
            "eselon-iv",
            "Program, Kegiatan, Sub Kegiatan, dan Anggaran",
            "Program / Kegiatan / Sub Kegiatan",
        ),
    ],
)
def test_the_budget_is_headed_by_what_it_lists(name: str, title: str, column: str) -> None:
    """The heading names exactly the levels that the table shows."""
    printed = context(agreement(name), ISSUE)

    assert (printed["judul_program"], printed["kepala_program"]) == (title, column)


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("kepala-dinas", "Sasaran Strategis"),
        ("camat", "Sasaran Strategis"),
        ("eselon-iii", "Sasaran Program"),
        ("eselon-iv", "Sasaran Kegiatan"),
    ],
)
def test_the_column_of_aims_is_named_by_level(name: str, heading: str) -> None:
    """Outcomes at the top, results of programmes and kegiatan below."""
    assert context(agreement(name), ISSUE)["kepala_sasaran"] == heading


def test_missing_names_are_dots_and_a_bupati_has_no_nip_line() -> None:
    """What a hand will write keeps its place; what does not exist leaves none."""
    subordinate = context(agreement("eselon-iv"), ISSUE)["pertama"]
    bupati = context(agreement(), ISSUE)["kedua"]

    assert (subordinate["nama"], subordinate["titik"]) == ("", DOTS)
    assert subordinate["nip"].startswith("NIP …")
    assert (bupati["titik"], bupati["nip"], bupati["pangkat"]) == (DOTS, "", "")


def test_the_capacity_stands_before_the_post() -> None:
    """An acting head signs as Plt., in front of the post and nowhere else."""
    acting = {"nama": "A", "jabatan": "KEPALA DINAS", "kapasitas": "Plt."}

    assert context(agreement(pihak_pertama=acting), ISSUE)["pertama"]["jabatan"] == (
        "Plt. KEPALA DINAS"
    )


@pytest.mark.parametrize(
    ("given_number", "own", "printed"),
    [("7/2021", "050/1", "7/2021"), (None, "050 / 1", "050 / 1"), (None, None, DOTS)],
)
def test_the_number_of_the_print_comes_first(
    given_number: str | None, own: str | None, printed: str
) -> None:
    """The register's number, else the document's own, else a place to write one."""
    printing = Printing(number=given_number, konsep=given_number is None)

    assert context(agreement(nomor=own), printing)["nomor"] == printed


def test_a_draft_print_is_marked() -> None:
    """KONSEP stands on every page of a draft and on no issue."""
    assert context(agreement(), Printing(number=None, konsep=True))["tanda_konsep"] == "KONSEP"
    assert context(agreement(), ISSUE)["tanda_konsep"] == ""


def test_an_office_may_use_its_own_words() -> None:
    """Wording that a region prescribes replaces the standard wording, whole."""
    printed = context(agreement(kalimat_pembuka="Kami:", kalimat_janji=["a", "b", "c"]), ISSUE)

    assert (printed["pembuka"], printed["janji"], printed["janji_akhir"]) == (
        "Kami:",
        ["a", "b"],
        "c",
    )


def test_a_head_of_region_speaks_for_themselves_alone() -> None:
    """One party says “saya”, and nobody supervises."""
    data = agreement(
        tingkat="kepala_daerah", pihak_kedua=None, pihak_pertama={"jabatan": "BUPATI KUDUS"}
    )

    printed = context(data, ISSUE)

    assert "saya yang bertanda tangan" in printed["pembuka"]
    assert printed["janji"] == []
    assert printed["janji_akhir"].startswith("Berjanji akan mewujudkan")
    assert printed["dua_pihak"] is False


def test_a_revision_says_what_it_changes_and_why() -> None:
    """The last paragraph names the number that it replaces and the reason."""
    change = {"ke": 1, "alasan": "pergantian pejabat", "nomor_semula": "050/1/2021"}

    assert context(agreement(perubahan=change), ISSUE)["janji_akhir"] == (
        "Perjanjian ini merupakan Perubahan I atas Perjanjian Kinerja Tahun 2021 "
        "Nomor 050/1/2021 karena pergantian pejabat."
    )


def _sen(printed: str) -> int:
    return int(printed.removeprefix("Rp").replace(".", "").replace(",", ""))
