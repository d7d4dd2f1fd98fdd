"""A data set that a file names is read in, whole; what is wrong there is told by its own place."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from doc_templates.kind import Verbatim
from doc_templates.registry import kind
from service.canonical import canonical
from service.errors import DataInvalid, DataSetUnusable, DataSyntax, DataTooLarge
from service.located import read_path, written
from service.reading import MAX_BYTES, read_data
from service.validating import validate


class Baris(Verbatim):
    target: int


class Himpunan(Verbatim):
    tahun: int
    baris: tuple[Baris, ...] = ()


class Laporan(Verbatim):
    data: Himpunan
    triwulan: int


LAPORAN = replace(kind("sop"), name="laporan", model=Laporan, himpunan="data")
SET = {"tahun": 2024, "baris": [{"target": 1}, {"target": 2}]}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a data set, and one below it for what is derived from it."""
    (tmp_path / "kinerja.json").write_text(json.dumps(SET, indent=1))
    (tmp_path / "naskah").mkdir()
    return tmp_path


def report(office: Path, said: object, name: str = "tw.json") -> str:
    path = office / "naskah" / name
    path.write_text(json.dumps({"triwulan": 2, "data": said}, indent=1))
    return str(path)


@pytest.mark.parametrize("absolute", [False, True])
def test_a_file_may_name_its_data_set(office: Path, absolute: bool):
    """The path counts from the file that says it; the officer's own folders are all allowed."""
    named = str(office / "kinerja.json") if absolute else "../kinerja.json"

    data = read_data(report(office, {"berkas": named}), kind=LAPORAN)

    model = validate(data, kind=LAPORAN)
    assert data.content == {"triwulan": 2, "data": SET}
    assert json.loads(canonical(model)) == data.content


def test_a_data_set_may_be_yaml(office: Path):
    """Each file has its own notation."""
    (office / "kinerja.yaml").write_text("tahun: 2024\n")

    data = read_data(report(office, {"berkas": "../kinerja.yaml"}), kind=LAPORAN)

    assert data.content["data"] == {"tahun": "2024"}


def test_from_standard_input_the_path_counts_from_where_one_stands(office: Path, monkeypatch):
    """A pipe has no folder of its own."""
    monkeypatch.chdir(office)
    typed = io.BytesIO(b'{"triwulan": 1, "data": {"berkas": "kinerja.json"}}')

    assert read_data("-", kind=LAPORAN, stdin=typed).content["data"] == SET


def test_data_that_are_whole_stay_as_they_are(office: Path):
    """Nothing is read in where nothing is named, nor for a kind that holds no data set."""
    assert read_data(report(office, SET), kind=LAPORAN).content["data"] == SET

    named = report(office, {"berkas": "../kinerja.json"})
    assert read_data(named, kind=kind("sop")).content["data"] == {"berkas": "../kinerja.json"}


def test_a_fault_in_the_data_set_names_its_file_and_line(office: Path):
    """Who must mend it opens the right file at the right line."""
    faulty = {**SET, "baris": [{"target": 1}, {"target": "dua", "lain": 0}]}
    (office / "kinerja.json").write_text(json.dumps(faulty, indent=1))
    path = report(office, {"berkas": "../kinerja.json"})
    wrong = Path(path).read_text().replace('"triwulan": 2', '"triwulan": "x"')
    Path(path).write_text(wrong)

    with pytest.raises(DataInvalid) as caught:
        validate(read_data(path, kind=LAPORAN), kind=LAPORAN)

    lines = (office / "kinerja.json").read_text().splitlines()
    inside, own = [each for each in caught.value.problems if each.file], caught.value.problems[-1]
    assert {each.where for each in inside} == {"baris[1].target", "baris[1].lain"}
    assert all(Path(each.file).samefile(office / "kinerja.json") for each in inside)
    assert all(each.where.split(".")[1] in lines[each.line - 1] for each in inside)
    assert "kinerja.json, baris" in str(inside[0])
    assert (own.where, own.line, own.file) == ("triwulan", 2, None)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"berkas": "../tidak-ada.json"}, "tidak ditemukan"),
        ({"berkas": "."}, "ini sebuah folder"),
        ({"berkas": "aneh\0.json"}, "tidak dapat dibaca"),
        ({"berkas": 7}, "harus berisi nama berkas"),
        ({"berkas": " "}, "harus berisi nama berkas"),
        ({"berkas": "../kinerja.json", "tahun": 2025}, "tidak boleh ada isian lain, yaitu “tahun”"),
        ({"berkas": "tw.json"}, "bukan himpunan data"),
    ],
)
def test_a_name_that_leads_nowhere_is_told_with_its_line(office: Path, said, reason: str):
    """Missing, a folder, no name, two answers, a circle: one sentence each."""
    with pytest.raises(DataSetUnusable) as caught:
        read_data(report(office, said), kind=LAPORAN)

    assert reason in str(caught.value)
    assert "tw.json" in str(caught.value)
    assert caught.value.line == 4
    assert str(caught.value).count("\n") == 0


def test_files_that_name_each_other_are_refused(office: Path):
    """A circle of two ends at the first step."""
    report(office, {"berkas": "satu.json"}, "dua.json")

    with pytest.raises(DataSetUnusable, match="menunjuk himpunan data"):
        read_data(report(office, {"berkas": "dua.json"}, "satu.json"), kind=LAPORAN)


def test_a_data_set_that_cannot_be_parsed_is_told_by_its_own_name(office: Path):
    """The sentence is that of the file that is broken."""
    (office / "kinerja.json").write_text('{"tahun": 2024,\n }')
    path = report(office, {"berkas": "../kinerja.json"})

    with pytest.raises(DataSyntax, match=r"kinerja\.json.*baris [12]"):
        read_data(path, kind=LAPORAN)

    (office / "kinerja.json").write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(DataTooLarge, match=r"kinerja\.json"):
        read_data(path, kind=LAPORAN)


def test_a_data_set_that_changed_is_read_anew(office: Path):
    """What is remembered is the content, never the name alone."""
    path = report(office, {"berkas": "../kinerja.json"})
    before = read_data(path, kind=LAPORAN).content["data"]
    (office / "kinerja.json").write_text(json.dumps({"tahun": 2025}))

    assert (before, read_data(path, kind=LAPORAN).content["data"]) == (SET, {"tahun": 2025})


@pytest.mark.parametrize("path", [(), ("data",), ("a", 0, "b", 12, 3, "c_d")])
def test_a_written_path_reads_back(path):
    """What a finding wrote leads to the place that it means."""
    assert read_path(written(path)) == path
