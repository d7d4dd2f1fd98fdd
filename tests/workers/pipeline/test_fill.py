"""Filling writes the DOCX of a draft, whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest
from pydantic import BaseModel

from doc_templates.kind import Description, Kind
from tests.workers.tools.docx_forms import drawn, opened
from workers.errors import FieldUnknown, StorageFull
from workers.pipeline.artifacts import Draft, FilledDocx, digest_of
from workers.pipeline.fill import fill
from workers.tools.docx import Forms


class Note(BaseModel):
    text: str


def described(model: Note) -> Description:
    return Description(
        title=model.text,
        office="Kantor",
        year=2026,
        register="nota",
        number=None,
        numbering=None,
        date=None,
        classification=None,
        signatories=(),
        must_show=(),
    )


def arranged(body, model: Note) -> None:
    body.find(".//{*}t").text += f" ({len(model.text)})"


@pytest.fixture
def kind(tmp_path: Path) -> Kind:
    (tmp_path / "nota").mkdir()
    drawn(tmp_path / "nota", "{{ mark }}{{ text }}", "{{ number or '-' }}")
    return Kind(
        name="nota",
        title="Nota",
        folder=tmp_path / "nota",
        model=Note,
        check=lambda _model: [],
        describe=described,
        context=lambda model, printing: {
            "text": model.text,
            "mark": "KONSEP " if printing.konsep else "",
            "number": printing.number,
        },
        arrange=arranged,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "job").mkdir()
    return tmp_path / "job"


def draft_of(kind: Kind, *, number: str | None, code: str | None) -> Draft:
    model = Note(text="Isi & data")
    return Draft(kind, model, described(model), number, code, verify_url=None)


def lines(document: FilledDocx) -> list[str]:
    return [each.text for each in opened(document.path.read_bytes()).paragraphs]


def test_an_issue_shows_its_number_and_a_draft_print_its_mark(kind: Kind, folder: Path):
    """The same data make a KONSEP or an issue; the kind arranges both."""
    issue = lines(fill(draft_of(kind, number="1/2026", code="abc"), folder=folder, forms=Forms()))
    konsep = lines(fill(draft_of(kind, number=None, code=None), folder=folder, forms=Forms()))

    assert issue == ["Isi & data (10)", "1/2026"]
    assert konsep == ["KONSEP Isi & data (10)", "-"]


def test_the_artifact_knows_its_file(kind: Kind, folder: Path):
    """The digest is that of the bytes on the disk, and nothing else lies beside them."""
    draft = draft_of(kind, number="1", code="abc")

    document = fill(draft, folder=folder, forms=Forms())

    assert document == FilledDocx(folder / "document.docx", digest_of(document.path), draft)
    assert [each.name for each in folder.iterdir()] == ["document.docx"]


def test_filling_again_gives_the_same_bytes(kind: Kind, folder: Path):
    """A retry after a crash changes nothing, whether the form was compiled before or not."""
    draft, forms = draft_of(kind, number="1", code="abc"), Forms()

    digests = {fill(draft, folder=folder, forms=each).digest for each in (forms, forms, Forms())}

    assert len(digests) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_worth_another_try(
    kind: Kind, folder: Path, number: int, monkeypatch: pytest.MonkeyPatch
):
    """The earlier print stays whole, no torn file is left, and the job is tried again."""
    earlier = fill(draft_of(kind, number="1", code="abc"), folder=folder, forms=Forms())

    def half(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:100])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(StorageFull, match="Ruang penyimpanan habis"):
        fill(draft_of(kind, number="2", code="abc"), folder=folder, forms=Forms())

    assert [each.name for each in folder.iterdir()] == ["document.docx"]
    assert hashlib.sha256(earlier.path.read_bytes()).hexdigest() == earlier.digest


def test_other_troubles_of_the_disk_are_not_hidden(kind: Kind, tmp_path: Path):
    """A missing folder is a fault of the program, not a full disk."""
    with pytest.raises(FileNotFoundError):
        fill(draft_of(kind, number="1", code="a"), folder=tmp_path / "tiada", forms=Forms())


def test_a_form_that_asks_too_much_leaves_no_file(kind: Kind, folder: Path):
    """A refused draft writes nothing."""
    drawn(kind.folder, "{{ lain }}")

    with pytest.raises(FieldUnknown):
        fill(draft_of(kind, number="1", code="a"), folder=folder, forms=Forms())

    assert list(folder.iterdir()) == []
