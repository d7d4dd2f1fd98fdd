"""The validator against the OCFL community's own fixtures, and against objects of ours."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.ocfl.digests import sha512_of
from archive.ocfl.inventory import NAME, SIDECAR, User
from archive.ocfl.store import StorageRoot
from archive.ocfl.validate import is_valid, validate_object
from archive.ocfl.validate_root import validate_root

FIXTURES = Path(__file__).parents[4] / "shared" / "suites" / "ocfl-fixtures" / "1.0"
_CODES = re.compile(r"[EW]\d{3}")


def _fixtures(kind: str) -> list:
    folder = FIXTURES / kind
    if not folder.is_dir():
        reason = f"the OCFL fixtures are not at {folder}"
        return [pytest.param(folder, marks=pytest.mark.skip(reason=reason))]
    return [pytest.param(path, id=path.name) for path in sorted(folder.iterdir())]


@pytest.mark.parametrize("folder", _fixtures("good-objects"))
def test_a_good_object_has_no_problem(folder: Path) -> None:
    """The community's good objects pass without a word."""
    assert list(validate_object(folder)) == []


@pytest.mark.parametrize("folder", _fixtures("warn-objects"))
def test_an_unusual_object_is_valid_and_warned_about(folder: Path) -> None:
    """The community's warning objects are valid, with exactly the warnings in their names."""
    problems = list(validate_object(folder))

    assert {problem.code for problem in problems} == set(_CODES.findall(folder.name))
    assert is_valid(folder)


@pytest.mark.parametrize("folder", _fixtures("bad-objects"))
def test_a_bad_object_is_refused_with_the_expected_code(folder: Path) -> None:
    """The community's bad objects are refused, and the codes in their names are among ours."""
    problems = list(validate_object(folder))

    assert not is_valid(folder)
    assert set(_CODES.findall(folder.name)) <= {problem.code for problem in problems}
    assert all(problem.sentence.endswith(".") for problem in problems)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An object of ours with two versions."""
    root = StorageRoot.open(tmp_path / "root", staging=tmp_path / "staging")
    with root.writing("lontar:satu") as writer:
        for content in (b"pertama", b"kedua"):
            writer.commit(
                {"a.txt": content, "tetap.txt": b"tetap"},
                created="2026-11-21T12:00:00Z",
                message="Diterbitkan.",
                user=User("Sari", "mailto:sari@example.id"),
            )
    return root.folder("lontar:satu")


def test_an_altered_file_is_found(folder: Path) -> None:
    """One changed byte is E092 at the file's path."""
    (folder / "v1/content/a.txt").write_bytes(b"pertamA")

    assert [(one.code, one.where) for one in validate_object(folder)] == [
        ("E092", "v1/content/a.txt")
    ]


def test_missing_extra_and_altered_files_are_told_apart(folder: Path) -> None:
    """A missing file is E092, a file that nobody filed E023, a link E090."""
    (folder / "v2/content/a.txt").rename(folder / "v2/content/b.txt")
    (folder / "v1/content/link").symlink_to("a.txt")

    codes = {(one.code, one.where) for one in validate_object(folder)}

    assert ("E092", "v2/content/a.txt") in codes
    assert ("E023", "v2/content/b.txt") in codes
    assert ("E090", "v1/content/link") in codes


def test_a_1_1_object_judged_by_1_1_rules(folder: Path) -> None:
    """In OCFL 1.1 an id that changes between versions is E110, and types must not go back."""
    for name, value in (("id", "lontar:lain"), ("type", "https://ocfl.io/1.0/spec/#inventory")):
        copy = folder.parent / name
        shutil.copytree(folder, copy)
        plain = json.loads((copy / "v2" / NAME).read_bytes())
        plain[name] = value
        for place in (copy / "v2", copy):
            if name == "type" or place.name == "v2":
                data = json.dumps(plain).encode()
                (place / NAME).write_bytes(data)
                (place / SIDECAR).write_text(f"{sha512_of(data)} {NAME}\n")

    assert "E110" in {one.code for one in validate_object(folder.parent / "id")}
    assert {"E038", "E103"} <= {one.code for one in validate_object(folder.parent / "type")}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = (
    "id",
    "type",
    "digestAlgorithm",
    "head",
    "contentDirectory",
    "manifest",
    "versions",
    "fixity",
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(st.sampled_from(KEYS), JSON, min_size=1, max_size=3))
def test_no_inventory_makes_the_validator_raise(folder: Path, changes: dict) -> None:
    """Whatever JSON stands in an inventory, the validator yields problems and does not raise."""
    path = folder / NAME
    honest = path.read_bytes()
    try:
        path.write_text(json.dumps(json.loads(honest) | changes))
        problems = list(validate_object(folder))
    finally:
        path.write_bytes(honest)

    assert any(problem.code in {"E060", "E058", "E025", "E036"} for problem in problems)


@given(data=st.binary(max_size=200))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_make_the_validator_raise(folder: Path, data: bytes) -> None:
    """An inventory or sidecar of any bytes is a problem, not an exception."""
    for name in (NAME, SIDECAR):
        honest = (folder / name).read_bytes()
        (folder / name).write_bytes(data)
        assert not is_valid(folder)
        (folder / name).write_bytes(honest)


def test_a_root_with_strangers_in_it_is_told(folder: Path, tmp_path: Path) -> None:
    """Files and empty folders between the objects are E072 and E073."""
    root = tmp_path / "root"
    assert list(validate_root(root)) == []
    (folder.parent / "surat.txt").write_text("apa ini")
    (root / "kosong").mkdir()
    (root / "0=ocfl_1.1").write_text("ocfl_1.0\n")

    assert {one.code for one in validate_root(root)} == {"E072", "E073", "E080"}
