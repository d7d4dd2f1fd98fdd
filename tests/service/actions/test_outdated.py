"""A correction of the data names the issued documents that it leaves behind, and no other."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from archive.errors import FileAltered
from archive.records import Actor, Deposit, DocumentId, Record
from doc_templates.kinerja.model import DataKinerja
from doc_templates.registry import data_kind, kinds
from service.actions.outdated import outdated
from service.canonical import canonical

SAMPLE = data_kind("kinerja").sample("dinas-kominfo-kudus-2024")
PK = kinds()["perjanjian_kinerja"]


class Filing:
    """Files documents as the workers do, without laying them out."""

    def __init__(self, house, folder: Path) -> None:
        self.house, self.folder = house, folder

    def __call__(self, kind, content: dict[str, Any], number: str | None = None) -> DocumentId:
        model = kind.model.model_validate(content)
        told, document = kind.describe(model), DocumentId(self.house.new_name())
        source = self.folder / f"{document}.json"
        source.write_text(canonical(model))
        self.house.archive.deposit(
            Deposit(
                document=document,
                key=document.value,
                record=Record(
                    kind=kind.name,
                    title=told.title,
                    office=told.office,
                    year=told.year,
                    number=number,
                    code=document.value,
                ),
                files={"data.json": source},
                message="Diterbitkan.",
                actor=Actor("Uji", "local:uji"),
                created=self.house.clock(),
            )
        )
        return document


@pytest.fixture
def file_away(house, tmp_path: Path) -> Filing:
    return Filing(house, tmp_path)


@pytest.fixture
def issued(file_away: Filing) -> dict[str, DocumentId]:
    """Every document that the kinds of today derive from the sample."""
    data = DataKinerja.model_validate(SAMPLE)
    return {
        f"{kind.name}/{name}": file_away(
            kind, ({kind.himpunan: SAMPLE} if kind.himpunan else {}) | dict(content)
        )
        for kind in kinds().values()
        if kind.turunkan
        for name, content in kind.turunkan(data).items()
    }


def corrected(change) -> DataKinerja:
    content = deepcopy(SAMPLE)
    change(content)
    return DataKinerja.model_validate(content)


def names_of(found, issued: dict[str, DocumentId]) -> set[str]:
    name = {document: name for name, document in issued.items()}
    return {name[each.entry.document] for each in found}


def test_data_as_they_were_issued_outdate_nothing(house, issued):
    """The same numbers, the same documents."""
    assert len(issued) > 14
    assert outdated(DataKinerja.model_validate(SAMPLE), house=house) == []


def test_a_target_reaches_the_agreements_that_promise_it(house, issued):
    """The target of one indicator in Murni: the agreement of its unit in that version alone."""

    def change(content):
        content["perjanjian"][0]["target"][0]["triwulan"][1] = 3.21

    found = outdated(corrected(change), house=house)

    agreements = {each for each in names_of(found, issued) if each.startswith(PK.name)}
    assert agreements == {f"{PK.name}/dinas-murni"}
    own = next(each for each in found if each.entry.record.kind == PK.name)
    assert [(each.medan, each.baru) for each in own.changes] == [("target.tw2@0", "3,21")]
    assert own.changes[0].lama not in {None, "3,21"}


def test_a_realisation_reaches_no_agreement(house, issued):
    """What was reached changes reports, never what was promised."""

    def change(content):
        content["realisasi"][0]["triwulan"][1]["nilai"] = 1.11

    found = names_of(outdated(corrected(change), house=house), issued)

    assert not any(each.startswith(PK.name) for each in found)
    assert "laporan_triwulan/tw-1" not in found
    assert "laporan_triwulan/tw-2" in found


@pytest.mark.parametrize("change", [{"tahun": 2025}, {"kop": {"instansi": ["DINAS LAIN"]}}])
def test_another_office_or_year_outdates_nothing(house, issued, change):
    """Data sets speak only of their own documents."""
    assert issued
    data = DataKinerja.model_validate(SAMPLE | change | {"realisasi": []})

    assert outdated(data, house=house) == []


def test_what_was_issued_again_takes_the_place_of_the_older(house, file_away: Filing):
    """Once the corrected agreement is issued, the data outdate nothing any more."""

    def change(content):
        content["perjanjian"][0]["target"][0]["tahunan"] = 3.75

    data = corrected(change)
    first = file_away(PK, PK.turunkan(DataKinerja.model_validate(SAMPLE))["dinas-murni"])
    assert [each.entry.document for each in outdated(data, house=house)] == [first]

    # The index lists the newest first by whole seconds.
    tick = house.clock()
    while house.clock() == tick:
        pass
    file_away(PK, PK.turunkan(data)["dinas-murni"])

    assert outdated(data, house=house) == []


def test_frozen_data_that_were_altered_are_told(house, issued):
    """Nothing is concluded from bytes that are not those that were filed."""
    entry = house.archive.document(issued[f"{PK.name}/dinas-murni"])
    path = house.archive.place_of(entry.document, version=entry.head.number, name="data.json")
    path.chmod(0o644)
    path.write_text("{}")

    with pytest.raises(FileAltered):
        outdated(DataKinerja.model_validate(SAMPLE), house=house)


def test_checking_a_data_set_tells_the_documents_and_their_changes(lontar, issued, data_file):
    """Number, title and version; the value as issued beside the value as it is now."""
    content = deepcopy(SAMPLE)
    content["perjanjian"][0]["target"][0]["tahunan"] = 3.75
    path = data_file(content, "kinerja.json")

    shown = lontar("check", "kinerja", path)
    told = json.loads(lontar("check", "kinerja", path, "--json").stdout)
    same = lontar("check", "kinerja", data_file(SAMPLE, "semula.json"))

    assert "menjadi usang" in shown.stdout
    assert "target tahun (Murni)\t" in shown.stdout
    mine = next(each for each in told["outdated"] if each["kind"] == PK.name)
    assert mine["id"] == issued[f"{PK.name}/dinas-murni"].value
    assert {(each["field"], each["now"]) for each in mine["changes"]} == {
        ("target.tahun@0", "3,75")
    }
    assert "Tidak ada naskah terbit yang menjadi usang" in same.stdout


def test_checking_without_an_archive_makes_none(lontar, data_file, tmp_path, monkeypatch):
    """Who only checks data does not become an installation."""
    monkeypatch.setenv("LONTAR_HOME", str(tmp_path / "belum-ada"))

    shown = lontar("check", "kinerja", data_file(SAMPLE, "kinerja.json"))

    assert shown.exit_code == 0
    assert "usang" not in shown.stdout
    assert not (tmp_path / "belum-ada").exists()
