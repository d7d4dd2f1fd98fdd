"""One data set gives the data files of a year; what a person changed in them stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from doc_templates.findings import blocking
from doc_templates.registry import data_kind, kinds
from service.actions.derive_documents import Fate, derive_documents
from service.errors import DataInvalid, TargetUnusable
from service.reading import read_data
from service.validating import validate

SAMPLE = data_kind("kinerja").samples()["dinas-kominfo-kudus-2024"]
DERIVING = [each for each in kinds().values() if each.turunkan]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "kinerja.json").write_bytes(SAMPLE.read_bytes())
    return tmp_path


def derive(office: Path, *, overwrite: bool = False):
    data = read_data(str(office / "kinerja.json"))
    return derive_documents(data, to=office / "naskah", overwrite=overwrite)


def change_target(office: Path) -> None:
    path = office / "kinerja.json"
    content: dict[str, Any] = json.loads(path.read_text())
    content["perjanjian"][0]["target"][0]["tahunan"] = 3.99
    path.write_text(json.dumps(content))


def test_every_document_of_the_year_gets_a_file_that_can_be_issued(office: Path):
    """Each file names its kind, fits it, and has nothing that holds it back."""
    found = derive(office)

    assert {each.kind.name for each in found} == {each.name for each in DERIVING}
    assert len({each.path for each in found}) == len(found) > 10
    for each in found:
        assert each.fate is Fate.NEW
        assert each.path.name.startswith(f"{each.kind.name}-")
        model = validate(read_data(str(each.path), kind=each.kind), kind=each.kind)
        assert blocking(each.kind.check(model)) == []


def test_reports_name_the_data_set_and_stay_small(office: Path):
    """The numbers stand in one file; the others point there."""
    reports = [each for each in derive(office) if each.kind.himpunan]

    for each in reports:
        content = json.loads(each.path.read_text())
        assert content[each.kind.himpunan] == {"berkas": "../kinerja.json"}
        assert each.path.stat().st_size < 2000


def test_deriving_again_changes_nothing(office: Path):
    """The same data give the same files."""
    before = {each.path: each.path.read_bytes() for each in derive(office)}

    again = derive(office)

    assert {each.fate for each in again} == {Fate.SAME}
    assert {each.path: each.path.read_bytes() for each in again} == before


def test_what_follows_the_data_is_renewed_and_what_a_person_changed_is_kept(office: Path):
    """A target that changed reaches the agreement, unless somebody has worked on that file."""
    first = derive(office)
    agreements = [each.path for each in first if each.kind.name == "perjanjian_kinerja"]
    mine = next(each for each in agreements if each.name.endswith("dinas-murni.json"))
    mine.write_text(mine.read_text().replace("Kudus", "Kudus "))
    typed = mine.read_bytes()
    change_target(office)

    fates = {each.path: each.fate for each in derive(office)}
    forced = {each.path: each.fate for each in derive(office, overwrite=True)}

    assert fates[mine] is Fate.KEPT
    assert typed != mine.read_bytes()
    assert forced[mine] is Fate.RENEWED
    assert "3,99" in mine.read_text()
    assert set(forced.values()) == {Fate.RENEWED, Fate.SAME}


def test_files_of_unknown_origin_are_kept(office: Path):
    """Without the note of what was written, every other file counts as a person's."""
    first = derive(office)
    (office / "naskah" / ".lontar-derive").write_text("rusak")
    change_target(office)

    fates = {each.fate for each in derive(office)}

    assert fates == {Fate.SAME, Fate.KEPT}
    assert len(first) > 0


def test_a_data_set_with_faults_gives_nothing(office: Path):
    """Nothing is written from data that do not fit."""
    (office / "kinerja.json").write_text('{"tahun": "dua"}')

    with pytest.raises(DataInvalid):
        derive(office)
    assert not (office / "naskah").exists()


def test_a_place_that_is_no_folder_is_refused(office: Path):
    """The result has nowhere to go."""
    (office / "naskah").write_text("")

    with pytest.raises(TargetUnusable):
        derive(office)


def test_the_command_tells_what_was_written(lontar, office: Path):
    """A table for people, a list for programs; standard input has no place to point to."""
    folder = office / "naskah"
    shown = lontar("derive", office / "kinerja.json", "--to", folder)
    told = json.loads(lontar("derive", office / "kinerja.json", "--to", folder, "--json").stdout)
    piped = lontar("derive", "-", "--to", folder, stdin="{}")

    assert shown.exit_code == 0
    assert "perjanjian_kinerja-dinas-murni.json\tditulis" in shown.stdout
    assert {each["fate"] for each in told} == {"same"}
    assert piped.exit_code == 2
