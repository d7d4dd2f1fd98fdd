"""The same data give the same bytes, whoever prints them and when."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests import pdf_checks
from tests.journeys.conftest import Installation

pytestmark = pytest.mark.libreoffice


def bytes_in(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("kind", "sample"), [("perjanjian_kinerja", "kepala-dinas"), ("sop", "jeneponto-apa-adanya")]
)
def test_two_prints_of_the_same_data_are_identical(
    kind: str, sample: str, installation: Installation, tmp_path: Path
):
    """Two engines, two moments, two folders: the DOCX and the PDF are equal byte for byte."""
    data = tmp_path / "data.json"
    data.write_text(installation.run("sample", kind, sample).stdout, encoding="utf-8")

    installation.run("make", kind, data, "--to", tmp_path / "a")
    installation.run("make", kind, data, "--to", tmp_path / "b")

    assert {path.suffix for path in (tmp_path / "a").iterdir()} == {".pdf", ".docx"}
    assert bytes_in(tmp_path / "a") == bytes_in(tmp_path / "b")


def test_what_looks_like_a_tag_is_printed_as_typed(installation: Installation, tmp_path: Path):
    """Signs of XML and of templates in the data stand on the page as the office typed them."""
    sample = json.loads(installation.run("sample", "perjanjian_kinerja", "camat").stdout)
    typed = "A & B <c> {{ d }} {% e %} \"f\" 'g' {# h #} ${i}"
    sample["sasaran"][0]["uraian"] = typed
    data = tmp_path / "data.json"
    data.write_text(json.dumps(sample), encoding="utf-8")

    told = json.loads(
        installation.run("request", "perjanjian_kinerja", data, "--wait", "--json").stdout
    )
    copy = tmp_path / "issued.pdf"
    installation.run("get", told[0]["id"], "--to", copy)

    assert "".join(typed.split()) in "".join(pdf_checks.text_of(copy).split())
    assert not pdf_checks.verapdf(copy)
