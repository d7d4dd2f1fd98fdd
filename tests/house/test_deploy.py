"""What docs/operations.md and deploy/ say can be done: commands, settings and figures exist."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from service.app import House, open_house
from service.cli import main
from service.door.metrics import Metrics
from service.settings import ServiceSettings

PROJECT = Path(__file__).parents[2]
DEPLOY = PROJECT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
TIMERS = sorted((DEPLOY / "systemd").glob("*.timer"))
OPERATIONS = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose" / "compose.yaml").read_text("utf-8"))
SETTINGS = {f"LONTAR_{name.upper()}" for name in ServiceSettings.model_fields}


def parses(words: list[str]) -> bool:
    """Whether ``lontar`` takes these words, without doing what they ask."""
    command: click.Command = main
    context = click.Context(command, info_name="lontar")
    while isinstance(command, click.Group):
        found = command.get_command(context, words[0])
        assert found is not None, words
        command, words = found, words[1:]
    command.make_context("lontar", list(words))
    return True


def unit(path: Path) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(path.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("path", UNITS, ids=lambda each: each.name)
def test_units_run_commands_that_exist(path: Path):
    """Each unit runs Lontar's own command with options that it knows."""
    program, *words = shlex.split(unit(path)["Service"]["ExecStart"])

    assert program == "/opt/lontar/.venv/bin/lontar"
    assert parses(words)


@pytest.mark.parametrize("path", UNITS, ids=lambda each: each.name)
def test_units_are_closed_alike(path: Path):
    """No unit is open where another is closed, and none runs as root."""

    def closed(of: Path) -> str:
        text = of.read_text(encoding="utf-8")
        return text[text.index("User=") : text.index("SystemCallErrorNumber=")]

    assert closed(path) == closed(UNITS[0])
    assert unit(path)["Service"]["User"] == "lontar"


@pytest.mark.parametrize("path", TIMERS, ids=lambda each: each.name)
def test_timers_start_units_that_exist(path: Path):
    """Beside each timer lies the unit that it starts."""
    assert path.with_suffix(".service") in UNITS


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_understands_the_units(tmp_path: Path):
    """systemd itself finds nothing to say of them."""
    for path in (*UNITS, *TIMERS):
        text = path.read_text(encoding="utf-8").replace("/opt/lontar", str(PROJECT))
        (tmp_path / path.name.replace("@.", "@1.")).write_text(text, encoding="utf-8")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    whole = [str(each) for each in tmp_path.iterdir() if "@." not in each.name]

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *whole],
        capture_output=True,
        text=True,
        check=False,
    )

    assert [each for each in done.stderr.splitlines() if "lontar" in each] == []


def test_environment_files_hold_settings_that_exist():
    """Whatever an example sets is a setting, or what the compose file asks for."""
    asked = set(re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose/compose.yaml").read_text("utf-8")))
    for path in (DEPLOY / "systemd" / "lontar.env", DEPLOY / "compose" / "example.env"):
        text = path.read_text(encoding="utf-8")
        told = set(re.findall(r"^#?([A-Z][A-Z_]+)=", text, flags=re.MULTILINE))
        assert told <= SETTINGS | asked
        if path.name == "example.env":
            assert told == asked


def test_the_compose_file_holds_together():
    """Services run commands that exist with settings that exist, on volumes and services of it."""
    services = COMPOSE["services"]
    assert set(services) == {"web", "worker", "broker", "database"}
    for name in ("web", "worker"):
        program, *words = services[name]["command"]
        assert program == "lontar"
        assert parses(words)
        assert set(services[name]["environment"]) <= SETTINGS
        assert (PROJECT / services[name]["build"]["dockerfile"]).is_file()
        assert (DEPLOY / "compose" / services[name]["build"]["context"]).resolve() == PROJECT
    for service in services.values():
        assert set(service.get("depends_on", {})) <= set(services)
        assert {each.partition(":")[0] for each in service.get("volumes", [])} <= set(
            COMPOSE["volumes"]
        )
        assert all(each.startswith("127.0.0.1:") for each in service.get("ports", []))
    for each in services["worker"]["depends_on"], services["web"]["depends_on"]:
        assert all("healthcheck" in services[name] for name in each)


def test_the_image_copies_what_is_there():
    """Every path that the Dockerfile copies exists and is let through by its ignore file."""
    text = (DEPLOY / "compose" / "Dockerfile").read_text(encoding="utf-8")
    ignored = (DEPLOY / "compose" / "Dockerfile.dockerignore").read_text(encoding="utf-8")
    let_in = {each[1:] for each in ignored.splitlines() if each.startswith("!")}

    copied = [
        word.rstrip("/")
        for line in re.findall(r"^COPY (.+)$", text, flags=re.MULTILINE)
        for word in line.split()[:-1]
    ]

    assert set(copied) == let_in
    assert all((PROJECT / each).exists() for each in copied)


def test_commands_of_the_manual_exist():
    """Every ``lontar …`` in docs/operations.md is one that Lontar takes."""
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", OPERATIONS, flags=re.DOTALL))
    lines = re.findall(r"(?:bin/|exec web )lontar ([^\n…]+)$", blocks, flags=re.MULTILINE)

    assert len(lines) >= 5
    assert all(parses(shlex.split(each)) for each in lines)
    named = re.findall(r"`lontar ([a-z]+)", OPERATIONS)
    assert {each for each in named if each not in main.commands} == set()


def test_units_and_settings_of_the_manual_exist():
    """It names no unit, file or setting that is not there."""
    units = set(re.findall(r"\blontar-[a-z]+(?:\.timer)?", OPERATIONS)) - {"lontar-MOMENT"}
    known = {each.name.partition("@")[0] for each in UNITS} | {each.name for each in TIMERS}
    known |= {each.stem for each in UNITS}

    assert units <= known
    assert set(re.findall(r"LONTAR_[A-Z_]+", OPERATIONS)) <= SETTINGS
    for path in re.findall(r"deploy/[\w./-]+\w(?=[ `/*.])", OPERATIONS):
        assert path.endswith("/.env") or (PROJECT / path.rstrip("/.")).exists(), path


def test_figures_of_the_manual_exist(house: House):
    """What is to be watched is what /metrics tells."""
    figures = Metrics(house)
    figures.answered(method="GET", route="/", status=200, seconds=0.01)
    told = figures.text().decode()

    named = set(re.findall(r"`(lontar_[a-z_]+)`", OPERATIONS))

    assert len(named) >= 7
    assert [each for each in named if each not in told] == []


@pytest.fixture
def house():
    opened = open_house()
    yield opened
    opened.database.close()
