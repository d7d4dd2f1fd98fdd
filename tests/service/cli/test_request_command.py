"""request, jobs, job and retry from the command line; make and --wait with real workers."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.app import House
from tests.service.actions.test_request_document import reject

LONTAR = Path(sys.executable).with_name("lontar")
PK = "perjanjian_kinerja"


def test_a_request_tells_id_and_number(lontar, sample, data_file):
    """Without --wait the answer is the job, and where to look."""
    result = lontar("request", PK, data_file(sample()))

    assert result.exit_code == 0
    assert "000.7.2.7/1/33.01/2020" in result.stdout
    assert "lontar job" in result.stderr


def test_programs_get_a_list(lontar, sample, data_file):
    """--json gives one object a file, alone on standard output."""
    [told] = json.loads(lontar("request", PK, data_file(sample()), "--json").stdout)

    assert (told["state"], told["repeated"]) == ("asked", False)
    assert {"job", "id", "version", "number", "code", "verify_url", "findings"} <= set(told)


def test_a_key_makes_a_request_safe_to_repeat(lontar, sample, data_file):
    """The same key and data again are the same job; other data end with 6."""
    path = data_file(sample())
    first, second = (lontar("request", PK, path, "--key", "k", "--json").stdout for _ in range(2))
    said = lontar("request", PK, path, "--key", "k")
    other = lontar("request", PK, data_file(sample(tahun=2021), "b.json"), "--key", "k")

    assert json.loads(first)[0]["job"] == json.loads(second)[0]["job"]
    assert "sudah pernah" in said.stderr
    assert (other.exit_code, "kunci lain" in other.stderr) == (6, True)


def test_one_refused_file_does_not_hold_up_the_others(lontar, sample, data_file):
    """Of several files each is asked for by itself; the exit code is that of the first error."""
    paths = [
        data_file(sample(), "a.json"),
        data_file("{", "b.json"),
        data_file(sample(tahun=2021), "c.json"),
    ]

    result = lontar("request", PK, *paths, "--key", "impor")
    told = json.loads(lontar("request", PK, *paths, "--key", "impor", "--json").stdout)

    assert result.exit_code == 3
    assert "b.json" in result.stderr
    assert [each.get("error", {}).get("slug") for each in told] == [None, "data-syntax", None]
    assert [each.get("key") for each in told] == ["impor/a", None, "impor/c"]
    assert [each.get("repeated") for each in told] == [True, None, True]


def test_a_blocked_issue_ends_with_four_and_all_findings(lontar, sample, data_file):
    """What blocks is told with every finding; KONSEP is offered."""
    path = data_file(sample("sop", "jeneponto-apa-adanya"))

    person = lontar("request", "sop", path)
    program = json.loads(lontar("request", "sop", path, "--json").stdout)["error"]

    assert person.exit_code == 4
    assert "lontar make" in person.stderr
    assert {"E", "W"} <= {each["level"] for each in program["findings"]}
    assert json.loads(lontar("jobs", "--json").stdout) == []


def test_a_taken_number_ends_with_six(lontar, sample, data_file):
    """A number that another document bears is refused with its holder."""
    path = data_file(sample("sop", "kertosono-lengkap"))
    [first] = json.loads(lontar("request", "sop", path, "--json").stdout)

    second = lontar("request", "sop", path)

    assert second.exit_code == 6
    assert first["id"] in second.stderr


def test_a_broker_that_is_down_loses_nothing(
    lontar, sample, data_file, monkeypatch: pytest.MonkeyPatch
):
    """With Redis unreachable the request is kept, and the person hears so."""
    monkeypatch.setenv("LONTAR_BROKER_URL", "redis://127.0.0.1:1/0")

    result = lontar("request", PK, data_file(sample()))
    waited = lontar("request", PK, data_file(sample()), "--wait", "--within", "0.2")

    assert result.exit_code == 0
    assert "tersimpan" in result.stderr
    assert waited.exit_code == 9
    assert "belum diambil pekerja" in waited.stderr
    assert len(json.loads(lontar("jobs", "--json").stdout)) == 2


def test_jobs_are_listed_and_shown(house: House, lontar, sample, data_file):
    """The ledger shows each job with its state and, where rejected, the reason."""
    [asked] = json.loads(lontar("request", PK, data_file(sample()), "--json").stdout)
    reject(asked["job"], house=house)

    assert asked["job"] in lontar("jobs", "--state", "rejected").stdout
    assert "Belum ada" in lontar("jobs", "--state", "filed").stdout
    assert "Sebab." in lontar("job", asked["job"]).stdout
    assert json.loads(lontar("job", asked["job"], "--json").stdout)["state"] == "rejected"
    assert lontar("job", "entah").exit_code == 5


def test_a_rejected_job_is_told_and_asked_again(house: House, lontar, sample, data_file):
    """Waiting for a rejected job ends with 8 and its reason; retry gives it back to the queue."""
    path = data_file(sample())
    [asked] = json.loads(lontar("request", PK, path, "--key", "k", "--json").stdout)
    reject(asked["job"], house=house)

    waited = lontar("request", PK, path, "--key", "k", "--wait")
    again = lontar("retry", asked["job"])
    twice = lontar("retry", asked["job"])

    assert (waited.exit_code, "Sebab." in waited.stderr) == (8, True)
    assert (again.exit_code, "menunggu" in again.stdout) == (0, True)
    assert twice.exit_code == 6


def test_a_worker_that_dies_is_told(lontar, sample, data_file, monkeypatch: pytest.MonkeyPatch):
    """Where the worker we start ends at once, its last words are passed on; nothing is lost."""
    dying = data_file("#!/bin/sh\necho kehabisan napas; exit 3\n", "python")
    dying.chmod(0o755)
    monkeypatch.setattr("service.waiting.sys.executable", str(dying))

    result = lontar("request", PK, data_file(sample()), "--wait")

    assert result.exit_code == 9
    assert "kehabisan napas" in result.stderr
    assert json.loads(lontar("jobs", "--json").stdout)[0]["state"] == "asked"


def test_make_refuses_early_where_it_cannot_write(lontar, sample, data_file):
    """A file where a folder is wanted ends with 7 before anything is asked for."""
    path = data_file(sample())

    result = lontar("make", PK, path, "--to", path)

    assert (result.exit_code, "bukan folder" in result.stderr) == (7, True)
    assert json.loads(lontar("jobs", "--json").stdout) == []


def test_who_stops_waiting_loses_nothing(
    house: House, sample, data_file, monkeypatch: pytest.MonkeyPatch
):
    """Ctrl-C while waiting ends with 130; the request stays in the ledger."""
    monkeypatch.setenv("LONTAR_BROKER_URL", "redis://127.0.0.1:1/0")
    command = [LONTAR, "request", PK, data_file(sample()), "--wait", "--within", "60"]
    # A shell's background job ignores Ctrl-C, and so would the command that it starts.
    usual = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as waiting:
        signal.signal(signal.SIGINT, usual)
        deadline = time.monotonic() + 30
        while not house.jobs.list() and time.monotonic() < deadline:
            time.sleep(0.1)

        time.sleep(1)
        waiting.send_signal(signal.SIGINT)
        said = waiting.communicate(timeout=30)[1]

    assert waiting.returncode == 130
    assert "tetap tersimpan" in said
    assert [each.state.value for each in house.jobs.list()] == ["asked"]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LONTAR, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.libreoffice
def test_make_prints_a_konsep_and_archives_nothing(sample, data_file, tmp_path: Path):
    """DOCX and PDF of a KONSEP lie in the folder; a second print replaces only them."""
    path = data_file(sample(), "pk camat.json")
    folder = tmp_path / "cetakan"
    made = [folder / f"{PK}-pk-camat-KONSEP.{suffix}" for suffix in ("docx", "pdf")]

    first = run("make", PK, path, "--to", folder)
    (folder / "lain.txt").write_text("tetap")
    second = run("make", PK, path, "--to", folder, "--json")

    assert first.returncode == 0, first.stderr
    assert "W-NIP-LENGTH" in first.stdout
    assert json.loads(second.stdout)["files"] == [str(each) for each in made]
    assert sorted(folder.iterdir()) == sorted([*made, folder / "lain.txt"])
    assert made[1].read_bytes().startswith(b"%PDF")
    assert json.loads(run("find", "--json").stdout) == []
    assert json.loads(run("register", "--json").stdout) == []


@pytest.mark.libreoffice
def test_request_and_wait_end_in_the_archive(sample, data_file, tmp_path: Path):
    """Two documents are issued, archived and recognised, and a worker finds nothing left."""
    paths = [data_file(sample(), "a.json"), data_file(sample(tahun=2021), "b.yaml")]

    done = run("request", PK, *paths, "--wait", "--json")
    told = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    assert [(each["state"], each["version"]) for each in told] == [("filed", 1)] * 2
    assert run("get", told[0]["number"], "--to", tmp_path / "a.pdf").returncode == 0
    assert run("verify", tmp_path / "a.pdf").returncode == 0
    assert run("work", "--drain").returncode == 0
    assert run("fsck").returncode == 0


@pytest.mark.libreoffice
@pytest.mark.parametrize("text", ["& < > {{ tahun }} {% x %}", "a" * 10_000])
def test_hostile_text_is_printed_or_refused_never_run(text: str, sample, data_file, tmp_path: Path):
    """Markup, Jinja signs and endless words in a field are printed as typed."""
    content = sample()
    content["sasaran"][0]["uraian"] = text

    made = run("make", PK, data_file(content), "--to", tmp_path, "--json")

    assert made.returncode == 0, made.stdout + made.stderr
    pdf = subprocess.run(
        ["pdftotext", json.loads(made.stdout)["files"][1], "-"], capture_output=True, check=True
    )
    printed = "".join(pdf.stdout.decode().split())
    assert "".join(text.split())[:25] in printed
    assert printed.count("a" * 20) >= (1 if text.startswith("a") else 0)
