"""One data set, every document of a year: equal numbers are equal in the PDFs' own text.

The sample's values are made unmistakable first: each watched number occurs once in the data, so
that finding its digits in a PDF proves that this very value is printed there.
"""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.registry import data_kind, kinds
from service.cli.batch import kind_of_file
from tests import pdf_checks
from tests.journeys.conftest import Installation

pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(1500)]

SAMPLE = "dinas-kominfo-kudus-2024"
QUARTER = 2
PROSE = "narasi"
"""Subject of the annual report's own words, which are no values of a table."""
ROW = re.compile(r"^\d+\.\d+:? ")
WATCHED = 8
"""Indicators whose realisation of the quarter is made unmistakable."""


def said_in(content: dict[str, Any], kind, selection: dict[str, Any]) -> frozenset:
    whole = {**selection, kind.himpunan: content} if kind.himpunan else selection
    return kind.isi(kind.model.model_validate(whole))


def derived(content: dict[str, Any]) -> dict[str, frozenset]:
    """Name of the data file → all that the document says of the data."""
    data = DataKinerja.model_validate(content)
    return {
        f"{kind.name}-{name}": said_in(content, kind, dict(selection))
        for kind in kinds().values()
        if kind.turunkan
        for name, selection in kind.turunkan(data).items()
    }


def words(text: str) -> set[str]:
    """The words of a text without the punctuation around them."""
    return {each.strip(".,;:()×÷=%−–") for each in text.split()}


def quarter_of(content: dict[str, Any], indicator: str) -> dict[str, Any]:
    row = next(each for each in content["realisasi"] if each["indikator"] == indicator)
    return next(each for each in row["triwulan"] if each["ke"] == QUARTER)


def watchable(content: dict[str, Any]) -> list[str]:
    """Indicators with a number of two digits, of which the last quarter alone makes the year."""
    index = index_of(DataKinerja.model_validate(content))
    return [
        key
        for key, place in index.indikator.items()
        if (place.indikator.cara_hitung, place.indikator.rumus) == ("nilai_akhir", "F1")
        and re.fullmatch(r"\d{2},\d{2}", str(quarter_of(content, key)["nilai"]))
    ]


def fresh(printed: str, taken: set[str]) -> str:
    """A number near another that occurs nowhere yet, as it is typed and printed."""
    value = Decimal(printed.replace(",", "."))
    while (text := f"{value:.2f}".replace(".", ",")) in taken:
        value += Decimal("0.01")
    taken.add(text)
    return text


@dataclass(frozen=True)
class Year:
    """The documents of the year, issued."""

    installation: Installation
    folder: Path
    content: dict[str, Any]
    watched: dict[str, str]
    """Indicator → what its realisation of the quarter is printed as."""
    ids: dict[str, str]
    """Data file → document."""
    texts: dict[str, str]
    """Data file → the PDF's own text."""


def issue(installation: Installation, files: list[Path], package: Path, key: str):
    """Document ids by data file, and the text of each PDF out of the ZIP."""
    told = json.loads(
        installation.run(
            "request", "--each", *files, "--key", key, "--zip", package,
            "--within", "1200", "--json", timeout=1300,
        ).stdout
    )  # fmt: skip
    with zipfile.ZipFile(package) as opened:
        opened.extractall(package.with_suffix(""))
    ids = {Path(each["data"]).stem: each["id"] for each in told}
    return ids, {name: pdf_checks.text_of(package.with_suffix("") / f"{name}.pdf") for name in ids}


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    folder = tmp_path_factory.mktemp("tahun")
    content = data_kind("kinerja").sample(SAMPLE)
    taken = {
        word for said in derived(content).values() for each in said for word in words(each.nilai)
    }
    watched = {}
    for indicator in watchable(content)[:WATCHED]:
        quarter = quarter_of(content, indicator)
        quarter["nilai"] = fresh(quarter["nilai"], taken)
        watched[indicator] = quarter["nilai"]
    (folder / "kinerja.json").write_text(json.dumps(content))
    installation = Installation(folder / "lontar")
    installation.run("derive", folder / "kinerja.json", "--to", folder / "naskah")
    files = sorted((folder / "naskah").glob("*.json"))
    ids, texts = issue(installation, files, folder / "terbitan.zip", "tahun")
    return Year(installation, folder, content, watched, ids, texts)


def test_every_document_of_the_year_is_issued(year: Year):
    """Agreements of all levels and versions, plans, four quarters, the year, all annexes."""
    assert set(year.ids) == set(derived(year.content))
    assert {kind_of_file(name).name for name in year.ids} == {
        each.name for each in kinds().values() if each.turunkan
    }
    assert len(year.watched) == WATCHED


def test_one_thing_has_one_printed_value_in_all_documents(year: Year):
    """Whatever any two documents say of the same field of the same subject is the same text."""
    values: dict[tuple[str, str], set[str]] = {}
    for said in derived(year.content).values():
        for each in said:
            # A line under a table begins with the number that the row has there.
            told = ROW.sub("", each.nilai) if each.medan.startswith("catatan.") else each.nilai
            values.setdefault((each.subjek, each.medan), set()).add(told)

    assert len(values) > 2000
    assert {field: each for field, each in values.items() if len(each) > 1} == {}


def test_what_a_document_says_stands_in_its_pdf(year: Year):
    """Not one value of any table is cut, reworded or left out on its way to paper."""
    for name, said in derived(year.content).items():
        shown = "".join(year.texts[name].split())
        values = {each.nilai for each in said if each.subjek != PROSE}
        assert values
        assert [each for each in values if "".join(each.split()) not in shown] == [], name


def test_a_number_stands_in_exactly_the_documents_that_say_it(year: Year):
    """Each watched realisation is found in the text of those PDFs, in one form, and in no other."""
    said = derived(year.content)
    for indicator, printed in year.watched.items():
        saying = {
            name for name, each in said.items() if any(printed in words(one.nilai) for one in each)
        }
        showing = {name for name, text in year.texts.items() if printed in words(text)}
        own = {each.nilai for one in said.values() for each in one
               if (each.subjek, each.medan) == (indicator, f"realisasi.tw{QUARTER}")}  # fmt: skip

        assert f"laporan_triwulan-tw-{QUARTER}" in saying
        assert showing == saying
        assert own == {printed}


def test_one_changed_realisation_outdates_exactly_the_documents_that_print_it(year: Year):
    """The check names them all and no other; once they are issued anew, it names none."""
    indicator, before = next(iter(year.watched.items()))
    printing = {name for name, text in year.texts.items() if before in words(text)}
    taken = {word for text in year.texts.values() for word in words(text)}
    quarter = quarter_of(year.content, indicator)
    after = quarter["nilai"] = fresh(before, taken)
    data = year.folder / "kinerja.json"
    data.write_text(json.dumps(year.content))

    told = year.installation.json("check", "kinerja", data)["outdated"]

    assert {each["id"] for each in told} == {year.ids[name] for name in printing}
    for each in told:
        values = {(one["subject"], one["field"]): (one["issued"], one["now"])
                  for one in each["changes"]}  # fmt: skip
        assert values[indicator, f"realisasi.tw{QUARTER}"] == (before, after)

    files = [year.folder / "naskah" / f"{name}.json" for name in sorted(printing)]
    _, texts = issue(year.installation, files, year.folder / "perbaikan.zip", "perbaikan")
    assert all(after in words(text) and before not in words(text) for text in texts.values())
    assert year.installation.json("check", "kinerja", data)["outdated"] == []
