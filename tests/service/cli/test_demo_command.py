"""The demo's own choices; its results are what tests/journeys look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from doc_templates.registry import kind
from service.actions.request_document import request_document
from service.app import House
from service.cli.demo import _ask
from service.reading import parse_data, read_data

PK = kind("perjanjian_kinerja")
SOP = kind("sop")


def test_samples_are_issued_once(house: House):
    """Asked twice, a sample is the same job; one that repeats its source is a KONSEP."""
    first, second = (_ask(SOP, "kertosono-lengkap", house=house) for _ in range(2))
    konsep = [_ask(SOP, "kertosono-apa-adanya", house=house) for _ in range(2)]

    assert first == second
    assert konsep[0] == konsep[1]
    assert [each.job.recipe.value for each in (first, konsep[0])] == ["issue", "konsep"]


def test_a_form_that_changed_is_printed_anew(house: House, tmp_path: Path):
    """A KONSEP is made again when the form has another digest."""
    changed = replace(SOP, folder=tmp_path)
    (tmp_path / "template.docx").write_bytes(b"lain")
    (tmp_path / "samples").symlink_to(SOP.folder / "samples")

    before = _ask(SOP, "kudus-apa-adanya", house=house)
    after = _ask(changed, "kudus-apa-adanya", house=house)

    assert before.job.id != after.job.id


def test_a_sample_that_changed_keeps_its_issue(house: House, capsys: pytest.CaptureFixture[str]):
    """A sample of a later release does not replace what was issued under its key."""
    text = PK.samples()["camat"].read_text(encoding="utf-8").replace("97", "98")
    older = parse_data("lama.json", text.encode())
    issued = request_document(older, kind=PK, key="demo/perjanjian_kinerja/camat", house=house)
    assert older.content != read_data(str(PK.samples()["camat"])).content

    shown = _ask(PK, "camat", house=house)

    assert shown.job.id == issued.job.id
    assert "berubah" in capsys.readouterr().err


def test_a_blocked_sample_is_passed_over(house: House, tmp_path: Path):
    """A sample that may not be issued is told and left out, the others go on."""
    (tmp_path / "samples").mkdir()
    source = SOP.samples()["jeneponto-apa-adanya"].read_bytes()
    (tmp_path / "samples" / "terhalang.json").write_bytes(source)

    assert _ask(replace(SOP, folder=tmp_path), "terhalang", house=house) is None
    assert house.jobs.list() == []
