"""The vocabulary: wrong values cannot be built, and every error speaks to people."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from archive import bad_values, errors
from archive.bad_values import BadDigest, BadDocumentId, BadFileName, BadVersionNumber
from archive.filing import Filing
from archive.records import Digest, DocumentId, VersionNumber
from tests.archive.making import a_deposit, document_id


@pytest.mark.parametrize(
    "value", ["", "0" * 11, "0" * 13, "0" * 11 + "i", "A" * 12, "0" * 11 + "\n"]
)
def test_a_wrong_document_id_cannot_be_built(value: str) -> None:
    """Twelve characters of the alphabet, nothing else."""
    with pytest.raises(BadDocumentId):
        DocumentId(value)


def test_wrong_versions_and_digests_cannot_be_built() -> None:
    """Versions begin at 1; a digest is a whole SHA-512 in lower case."""
    with pytest.raises(BadVersionNumber):
        VersionNumber(0)
    for value in ("", "a" * 127, "A" * 128):
        with pytest.raises(BadDigest):
            Digest(value)


@pytest.mark.parametrize("name", ["", "../a", "a/b", "A.pdf", ".pdf", "a b", "a\n", "x" * 101])
def test_a_file_name_that_could_lead_astray_is_refused(name: str, tmp_path: Path) -> None:
    """Names in the archive are plain; a path or a hidden name is none."""
    with pytest.raises(BadFileName):
        a_deposit(tmp_path, files={name: tmp_path / "x"})


def test_a_filing_note_reads_back_as_it_was_written(tmp_path: Path) -> None:
    """record.json holds all of the record; fields of a later edition are passed over."""
    note = Filing(document_id(1), "kunci", a_deposit(tmp_path).record, None)
    later = note.to_json().replace(b'"key":', b'"kelak":1,"key":')

    assert Filing.of_json(note.to_json(), place="x") == note
    assert Filing.of_json(later, place="x") == note


def _tree(module: ModuleType) -> list[type[errors.ArchiveError]]:
    found = [one for _, one in inspect.getmembers(module, inspect.isclass)]
    return [
        one
        for one in found
        if issubclass(one, errors.ArchiveError) and one.__module__ == module.__name__
    ]


@pytest.mark.parametrize(
    ("module", "above"), [(errors, Exception), (bad_values, errors.ArchiveError)]
)
def test_the_tree_of_errors_is_drawn_as_it_grows(module: ModuleType, above: type) -> None:
    """Each class stands in the drawing once, under its parent."""
    drawing = module.__doc__ or ""
    drawn = re.findall(r"^([│ ├└─]*)(\w+)", drawing.split("\n\n", 1)[1], re.MULTILINE)
    path: list[str] = []
    for branch, name in drawn:
        path[len(branch) // 4 :] = [name]
        parent = getattr(module, name).__base__.__name__
        assert parent == (path[-2] if len(path) > 1 else above.__name__)

    assert sorted(name for _, name in drawn) == sorted(one.__name__ for one in _tree(module))


@pytest.mark.parametrize(
    "error",
    [
        one
        for module in (errors, bad_values)
        for one in _tree(module)
        if one.__init__ is not Exception.__init__
    ],
)
def test_every_error_says_one_indonesian_sentence(error: type[errors.ArchiveError]) -> None:
    """Facts go in, a sentence with a full stop comes out, and the facts stay readable."""
    if "__init__" not in vars(error):
        return
    facts = list(inspect.signature(error).parameters)
    values = [("a", "b") if name == "documents" else 3 for name in facts]

    made = error(*values)

    assert re.fullmatch(r"[^.].*[^.]\.", str(made))
    assert [getattr(made, name) for name in facts] == values
