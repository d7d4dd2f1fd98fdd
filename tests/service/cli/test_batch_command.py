"""``request --each``: many offices and quarters in one run."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from subprocess import run

import pytest

from archive.records import Actor, Deposit, DocumentId, Record
from doc_templates.registry import kinds
from service.actions.bundle import SUMS, bundle
from service.actions.request_document import request_document
from service.cli.batch import Line, kind_and_files, kind_of_file, zip_names
from service.errors import KindUnsaid, TargetExists
from service.reading import read_data
from workers.jobs import JobState

PK = kinds()["perjanjian_kinerja"]


@pytest.fixture
def units(tmp_path: Path, sample) -> Path:
    """Two good agreements and two files that cannot be issued, in two folders."""
    folder = tmp_path / "units"
    for name, content in {
        "dinas/perjanjian_kinerja-a.json": sample(),
        "kec/perjanjian_kinerja-a.json": sample(tahun=2021),
        "kec/perjanjian_kinerja-rusak.json": {"tahun": 1},
        "kec/perjanjian_kinerja-kosong.json": sample(sasaran=[]),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(content))
    return folder


def told(lontar, *words, key: str | None = None):
    result = lontar("request", "--each", *words, *(("--key", key) if key else ()), "--json")
    return result.exit_code, json.loads(result.stdout)


def test_a_pattern_means_every_file_that_fits(units: Path):
    """Whether the shell spells it out or not; each file once, a missing one still named."""
    every = [str(each) for each in sorted(units.glob("*/*.json"))]

    assert kind_and_files([f"{units}/**/*.json"]) == (None, every)
    assert kind_and_files(["sop", every[0], f"{units}/dinas/*"]) == ("sop", [every[0]])
    assert kind_and_files(["tidak-ada-*.json"]) == (None, ["tidak-ada-*.json"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("x/laporan_triwulan-tw-2.json", "laporan_triwulan"),
        ("sop.yaml", "sop"),
        ("sop-jekulo.json", "sop"),
        ("perjanjian_kinerja-dinas-murni.json", "perjanjian_kinerja"),
    ],
)
def test_a_file_tells_its_kind_by_its_name(name: str, kind: str):
    """As ``lontar derive`` names them."""
    assert kind_of_file(name).name == kind


@pytest.mark.parametrize("name", ["tw-2.json", "sopan.json", "kinerja-2024.json", "-"])
def test_a_file_that_tells_no_kind_is_refused(name: str):
    """Nothing is guessed from what is inside."""
    with pytest.raises(KindUnsaid):
        kind_of_file(name)


def test_what_fails_stops_nothing_and_decides_the_exit_code(lontar, units: Path):
    """The good ones are issued; the first error gives the code."""
    code, lines = told(lontar, f"{units}/*/*.json")

    states = {Path(each["data"]).parts[-2:]: each for each in lines}
    assert code == 4
    assert states["dinas", "perjanjian_kinerja-a.json"]["state"] == "asked"
    assert states["kec", "perjanjian_kinerja-a.json"]["state"] == "asked"
    assert states["kec", "perjanjian_kinerja-rusak.json"]["error"]["slug"] == "data-invalid"
    assert states["kec", "perjanjian_kinerja-kosong.json"]["error"]["exit_code"] == 4


def test_a_fault_of_ours_stops_nothing_either(lontar, units: Path, monkeypatch):
    """One file on which a check breaks leaves the others their documents, and ends with 1."""

    def breaks(data):
        if data.tahun == 2021:
            raise ZeroDivisionError
        return PK.check(data)

    broken = replace(PK, check=breaks)
    monkeypatch.setattr("doc_templates.registry.kinds", lambda: {PK.name: broken})

    code, lines = told(lontar, f"{units}/*/perjanjian_kinerja-a.json")

    assert code == 1
    assert [each.get("state") for each in lines] == ["asked", None]


def test_a_second_run_with_the_same_key_makes_nothing_twice(lontar, units: Path, house):
    """Files of the same name in two folders are two documents; again, they are the same two."""
    _, first = told(lontar, f"{units}/*/perjanjian_kinerja-a.json", key="t")
    _, second = told(lontar, f"{units}/*/perjanjian_kinerja-a.json", key="t")

    assert len({each["id"] for each in first}) == 2
    assert [each["id"] for each in first] == [each["id"] for each in second]
    assert [each["repeated"] for each in second] == [True, True]
    assert len(house.jobs.list()) == 2


def test_the_run_is_summed_up_by_file_and_by_code(lontar, units: Path):
    """How many findings each file has, how many files each finding has, how it ended."""
    shown = lontar("request", "--each", f"{units}/*/*.json")

    assert "TINGKAT\tTEMUAN\tBANYAKNYA\tBERKAS" in shown.stdout
    assert "E\tW-SASARAN-MISSING\t1\t1" in shown.stdout
    assert "2 dari 4 berkas berhasil; 2 gagal." in shown.stdout
    assert "perjanjian_kinerja-kosong.json\ttidak diminta" in shown.stdout


def test_a_kind_before_the_files_is_the_kind_of_all(lontar, units: Path):
    """Then names tell nothing."""
    (units / "dinas" / "perjanjian_kinerja-a.json").rename(units / "dinas" / "pk.json")

    code, lines = told(lontar, PK.name, units / "dinas" / "pk.json")

    assert (code, lines[0]["state"]) == (0, "asked")


def test_without_files_there_is_nothing_to_ask(lontar):
    """A kind alone is a slip of the keyboard."""
    assert lontar("request", PK.name).exit_code == 2
    assert lontar("request", PK.name, "--each").exit_code == 2


@pytest.fixture
def filed(house, units: Path):
    """Lines whose documents lie in the archive, each with a PDF of its own."""

    def file(path: Path, content: bytes) -> Line:
        data = read_data(str(path), kind=PK)
        asked = request_document(data, kind=PK, key=None, house=house)
        job, source = asked.job, units / f"{asked.job.id}.pdf"
        source.write_bytes(content)
        house.archive.deposit(
            Deposit(
                document=DocumentId(job.document),
                key=job.id,
                record=Record(PK.name, "PK", "Kantor", 2024, code=job.code),
                files={"document.pdf": source},
                message="Diterbitkan.",
                actor=Actor("Uji", "local:uji"),
                created=house.clock(),
            )
        )
        return Line(str(path), asked, replace(job, version=1, state=JobState.FILED))

    return [
        file(units / "dinas" / "perjanjian_kinerja-a.json", b"%PDF-satu"),
        file(units / "kec" / "perjanjian_kinerja-a.json", b"%PDF-dua"),
    ]


def test_a_zip_holds_the_pdfs_and_their_digests(house, filed, tmp_path: Path):
    """The digests are those that sha256sum finds; files of one name lie in their folders."""
    target = tmp_path / "terbitan.zip"

    bundle(zip_names(filed), to=target, overwrite=False, house=house)

    with zipfile.ZipFile(target) as package:
        package.extractall(tmp_path / "isi")
        names = package.namelist()
    check = run(["sha256sum", "-c", SUMS], cwd=tmp_path / "isi", check=False, capture_output=True)
    assert names == ["dinas/perjanjian_kinerja-a.pdf", "kec/perjanjian_kinerja-a.pdf", SUMS]
    assert check.returncode == 0
    assert (tmp_path / "isi" / names[1]).read_bytes() == b"%PDF-dua"


def test_the_same_documents_give_the_same_zip(house, filed, tmp_path: Path):
    """Byte for byte, in whichever order they were asked for."""
    digests = set()
    for number, lines in enumerate((filed, filed[::-1])):
        target = tmp_path / f"{number}.zip"
        bundle(zip_names(lines), to=target, overwrite=False, house=house)
        digests.add(sha256(target.read_bytes()).hexdigest())

    assert len(digests) == 1


def test_a_zip_is_never_written_over_by_chance(lontar, house, filed, units, tmp_path: Path):
    """What is in the way is told before anything is issued."""
    target = tmp_path / "terbitan.zip"
    target.write_bytes(b"lama")
    before = len(house.jobs.list())

    refused = lontar("request", "--each", f"{units}/dinas/*.json", "--zip", target)

    assert refused.exit_code == 7
    assert (len(house.jobs.list()), target.read_bytes()) == (before, b"lama")
    with pytest.raises(TargetExists):
        bundle(zip_names(filed), to=target, overwrite=False, house=house)
