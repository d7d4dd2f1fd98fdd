"""The rules of the house that a machine can hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("archive", "doc_templates", "service", "workers")


def sources() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def test_imports_run_one_way():
    """A document is asked for, made and kept; nothing looks back up."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]

    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout
    assert "0 broken" in outcome.stdout


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_opens_with_its_idea_and_holds_only_one(path: Path):
    """Every module has a docstring, and none has grown past 350 lines."""
    text = path.read_text(encoding="utf-8")

    assert text.startswith('"""')
    assert len(text.splitlines()) <= 350


def test_no_file_names_the_machine_it_was_written_on():
    """Paths of one machine and addresses of package indexes stay out of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    forbidden = re.compile(r"/(?:work|root)/[A-Za-z_.-]+|(?:extra-)?index-url|pypi\.org/simple")

    found = {
        name: hit.group()
        for name in listed
        if name and (ROOT / name).is_file() and Path(name) != Path(__file__).relative_to(ROOT)
        for hit in [forbidden.search((ROOT / name).read_text(encoding="utf-8", errors="ignore"))]
        if hit and name != "deploy/setup/lock.sh"
    }

    assert found == {}


def test_the_lock_holds_every_requirement_with_its_digest():
    """Nothing is installed whose bytes were not pinned."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = re.findall(
            r"^[a-zA-Z0-9._-]+(?:\[[^]]*\])?==[^\s]+ (.*)$", text, flags=re.MULTILINE
        )

        assert len(pinned) > 30
        assert all(rest.strip() == "\\" for rest in pinned)
        assert text.count("--hash=sha256:") >= len(pinned)


def test_every_target_of_the_readme_exists():
    """The commands that the README tells people to run are targets of the Makefile."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))

    told = set(re.findall(r"`make ([a-z-]+)`", readme))

    assert told
    assert told <= targets
