"""What all commands have in common: help, examples, exit codes, errors in Indonesian."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

from service.cli import COMMANDS, main
from tests.service.conftest import Letterbox

PROJECT = Path(__file__).parents[3]
CLI_PAGE = (PROJECT / "docs" / "cli.md").read_text(encoding="utf-8")
HEAVY = ("pyhanko", "docxtpl", "celery", "sqlalchemy", "reportlab", "pydantic", "rich", "alembic")


def command_ids(command: click.Command) -> str:
    return command.name or ""


@pytest.mark.parametrize("command", COMMANDS, ids=command_ids)
def test_every_command_helps_and_is_documented(command: click.Command, lontar):
    """Each command has help with an example in Indonesian, and its section in docs/cli.md."""
    help_page = lontar(command.name, "--help").output
    section = CLI_PAGE.partition(f"\n## {command.name}\n")[2].partition("\n## ")[0]

    assert help_page.startswith("Pemakaian: ")
    assert "--json" in help_page
    assert command.example
    for line in command.example:
        assert line in help_page
        assert line in section


def test_help_is_in_indonesian(lontar):
    """No English of the library shows through."""
    pages = [lontar(name, "--help").output for name in ("make", "jobs", "get", "void")]
    pages.append(lontar("--help").output)

    for page in pages:
        assert not re.search(r"Usage|Options|Commands|Show this|required|default:|ARGS", page)


def test_help_answers_at_once():
    """`lontar --help` loads no heavy library; how long it takes is no matter for a test."""
    code = (
        "import sys\nfrom service.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit: pass\n"
        f"print([each for each in {HEAVY!r} if each in sys.modules], file=sys.stderr)"
    )

    told = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert told.stderr.strip() == "[]"
    assert "request" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["minta"], "Perintah “minta” tidak dikenal"),
        (["reqest"], "Mungkin maksud Anda “request”"),
        (["request"], "Masukan JENIS wajib disertakan"),
        (["make", "sop", "x.json"], "Pilihan --to wajib disertakan"),
        (["jobs", "--limit", "nol"], "Pilihan --limit tidak dapat dipakai"),
        (["jobs", "--limit", "0"], "sedikitnya 1"),
        (["jobs", "--state", "selesai"], "pilih salah satu dari asked"),
        (["find", "--knd", "sop"], "Mungkin maksud Anda “--kind”"),
        (["find", "--year", "dua"], "harus bilangan"),
        (["job", "a", "b"], "Terlalu banyak masukan: b"),
        (["jobs", "--limit"], "Pilihan “--limit” tidak lengkap"),
    ],
)
def test_a_command_typed_wrongly_is_explained(arguments: list[str], words: str, lontar):
    """Wrong commands end with 2 and one Indonesian sentence, with the nearest name if any."""
    result = lontar(*arguments)

    assert result.exit_code == 2
    assert words in result.stderr
    assert "--help" in result.stderr
    assert result.stdout == ""


def test_a_wrong_command_is_json_for_programs(lontar):
    """With --json a usage error is an object, too."""
    result = lontar("jobs", "--limit", "0", "--json")

    assert json.loads(result.stdout)["error"]["slug"] == "usage"
    assert result.exit_code == 2


def test_without_a_command_help_is_shown(lontar):
    """`lontar` alone shows what there is."""
    result = lontar()

    assert result.exit_code == 0
    assert "request" in result.output


def test_kinds_schemas_and_samples_are_told(lontar):
    """What can be asked for, with which data, and from which samples to start."""
    assert {each["name"] for each in json.loads(lontar("kinds", "--json").stdout)} >= {"sop"}
    assert json.loads(lontar("schema", "sop").stdout)["type"] == "object"
    assert "camat" in lontar("sample", "perjanjian_kinerja").stdout.splitlines()
    assert json.loads(lontar("sample", "perjanjian_kinerja", "camat").stdout)["tahun"] == 2020
    wrong = lontar("sample", "perjanjian_kinerja", "cmat")
    assert (wrong.exit_code, "“camat”" in wrong.stderr) == (5, True)
    assert lontar("schema", "surat").exit_code == 5


def test_looking_around_makes_no_installation(lontar, tmp_path: Path, sample, data_file):
    """Kinds, samples and checks leave no folder behind."""
    lontar("kinds")
    lontar("check", "perjanjian_kinerja", data_file(sample()))

    assert not (tmp_path / "lontar").exists()


def test_check_ends_with_four_where_something_blocks(lontar, sample, data_file):
    """Findings are told for persons and programs; only those of level E change the exit code."""
    good = lontar("check", "perjanjian_kinerja", data_file(sample()))
    bad_file = data_file(sample("sop", "jeneponto-apa-adanya"), "bad.json")
    bad = lontar("check", "sop", bad_file)
    told = json.loads(lontar("check", "sop", bad_file, "--json").stdout)

    assert (good.exit_code, bad.exit_code) == (0, 4)
    assert "W-NIP-LENGTH" in good.output
    assert told["blocked"]
    seen = {"code", "level", "where", "line", "file", "sentence", "suggestions"}
    assert seen == set(told["findings"][0])


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (b"PK\x03\x04\0\0", "data-not-text"),
        (b'{"a": ', "data-syntax"),
        (b'{"a": "\xff"}', "data-not-text"),
        (b"[]", "data-invalid"),
        (b"", "data-syntax"),
    ],
)
def test_bad_data_end_with_three(content: bytes, slug: str, lontar, data_file):
    """Whatever is wrong with a data file, the exit code is 3 and a slug tells which."""
    path = data_file(content)

    person = lontar("request", "sop", path)
    program = lontar("request", "sop", path, "--json")

    assert person.exit_code == program.exit_code == 3
    assert person.stderr.startswith("Galat: ")
    assert json.loads(program.stdout)["error"]["slug"] == slug


def test_a_missing_file_and_a_folder_are_told_apart(lontar, tmp_path: Path):
    """Files that cannot be opened end with 3 and say why."""
    assert "tidak ditemukan" in lontar("check", "sop", tmp_path / "x.json").stderr
    assert "folder" in lontar("check", "sop", tmp_path).stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_an_unreadable_file_says_so(tmp_path: Path):
    """A file without permission to read is refused with that reason."""
    path = tmp_path / "x.json"
    path.write_text("{}")
    path.chmod(stat.S_IWUSR)
    code = (
        "import os, sys\n"
        "from service.errors import DataUnreadable\nfrom service.reading import _bytes_of\n"
        "os.setuid(65534)\n"
        "try: _bytes_of(sys.argv[1])\nexcept DataUnreadable as error: print(error)"
    )
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH)

    told = subprocess.run(
        [sys.executable, "-c", code, path], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert "izin baca tidak ada" in told.stdout, told.stderr


def test_all_problems_of_data_are_listed(lontar, sample, data_file):
    """A person sees each problem on its line; a program gets them as a list."""
    path = data_file(sample(thun=2020, kop={"pemerintah": 5}))

    person = lontar("check", "perjanjian_kinerja", path)
    program = json.loads(lontar("check", "perjanjian_kinerja", path, "--json").stdout)["error"]

    assert "thun (baris 1)" in person.stderr
    assert "“tahun”" in person.stderr
    assert "kop.pemerintah" in person.stderr
    assert {"thun", "kop.pemerintah"} <= {each["where"] for each in program["problems"]}


def test_data_may_come_through_a_pipe(lontar, sample):
    """A dash reads the data from standard input."""
    result = lontar("check", "perjanjian_kinerja", "-", stdin=json.dumps(sample()))

    assert result.exit_code == 0


def test_a_fault_of_ours_is_told_without_a_trace(lontar, monkeypatch: pytest.MonkeyPatch):
    """An unforeseen error ends with 1; the trace shows only where it was asked for."""

    def broken() -> None:
        message = "boom"
        raise RuntimeError(message)

    monkeypatch.setattr("doc_templates.registry.data_kinds", broken)

    plain, traced = lontar("kinds"), lontar("--trace", "kinds")

    assert plain.exit_code == traced.exit_code == 1
    assert "RuntimeError: boom" in plain.stderr
    assert "Traceback" not in plain.stderr
    assert "Traceback" in traced.stderr


def test_a_wrong_setting_ends_with_two(lontar, monkeypatch: pytest.MonkeyPatch):
    """A setting that cannot be used is named before anything is opened."""
    monkeypatch.setenv("LONTAR_JOB_ATTEMPTS", "nol")

    result = lontar("jobs")

    assert (result.exit_code, "LONTAR_JOB_ATTEMPTS" in result.stderr) == (2, True)


def test_a_reader_that_leaves_early_is_no_error():
    """`lontar … | head` ends quietly."""
    command = f"{sys.executable} -m service schema sop | head -c 10; exit ${{PIPESTATUS[0]}}"

    told = subprocess.run(
        ["bash", "-c", command], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert (told.returncode, told.stderr) == (0, "")


def test_the_letterbox_is_a_real_inbox():
    """The stand-in of these tests has what the service asks of an inbox."""
    assert callable(Letterbox().put)
    assert callable(Letterbox().close)
    assert main.name == "main"
