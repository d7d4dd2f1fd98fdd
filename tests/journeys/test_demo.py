"""What `make demo` leaves behind is what the README promises."""

from __future__ import annotations

import subprocess
from pathlib import Path

import ocfl
import pytest
from click.testing import CliRunner

from doc_templates.registry import kinds
from service.cli import main
from service.cli.demo import AS_IS
from tests import pdf_checks
from tests.journeys.conftest import Installation

pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(600)]

SAMPLES = {f"{kind.name}/{name}" for kind in kinds().values() for name in kind.samples()}
PRINTED = {each for each in SAMPLES if each.endswith(AS_IS)}
ISSUED = SAMPLES - PRINTED


def issued_pdfs(demo: Installation) -> list[Path]:
    return sorted((demo.home / "archive").rglob("document.pdf"))


def konsep_pdfs(demo: Installation) -> list[Path]:
    return sorted((demo.home / "konsep").rglob("*.pdf"))


def test_every_sample_is_issued_or_printed_as_konsep(demo: Installation):
    """SOPs, agreements and reports are in the archive, four KONSEP prints beside it."""
    found = demo.json("find", "--limit", "500")

    assert len(found) == len(ISSUED)
    assert len(issued_pdfs(demo)) == len(ISSUED)
    assert len(konsep_pdfs(demo)) == len(PRINTED) == 4


def test_a_second_demo_duplicates_nothing(demo: Installation):
    """Running it again finds the same documents, versions and numbers."""
    before = demo.json("find")

    demo.run("demo")

    assert demo.json("find") == before


def test_every_pdf_is_archivable_and_accessible(demo: Installation):
    """PDF/A-2b and PDF/UA-1 hold under veraPDF, and qpdf finds no fault."""
    paths = [*issued_pdfs(demo), *konsep_pdfs(demo)]

    for path in paths:
        assert not pdf_checks.verapdf(path, "2b")
        assert not pdf_checks.verapdf(path, "ua1")
        assert not pdf_checks.qpdf_check(path)
    assert len(paths) == len(SAMPLES)


def test_an_independent_library_finds_the_archive_valid(demo: Installation):
    """ocfl-py validates the storage root and each object without an error."""
    root = ocfl.StorageRoot(root=str(demo.home / "archive"))

    sound = root.validate(validate_objects=True, check_digests=True)

    assert sound
    assert root.num_objects == len(ISSUED)
    assert root.good_objects == len(ISSUED)


def test_fsck_agrees(demo: Installation):
    """The installation's own check of fixity finds nothing to report."""
    assert demo.run("fsck").returncode == 0


def test_each_issued_pdf_bears_its_number_and_verifies(
    demo: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The number of the index is printed in the PDF, and the PDF is recognised by its bytes."""
    monkeypatch.setenv("LONTAR_HOME", str(demo.home))
    command = CliRunner()
    for entry in demo.json("find", "--limit", "500"):
        copy = tmp_path / f"{entry['id']}.pdf"
        got = command.invoke(main, ["get", entry["id"], "--to", str(copy)])
        verified = command.invoke(main, ["verify", str(copy)])

        assert (got.exit_code, verified.exit_code) == (0, 0), got.output + verified.output
        assert "".join(entry["number"].split()) in "".join(pdf_checks.text_of(copy).split())


def test_a_changed_byte_is_not_what_was_issued(demo: Installation, tmp_path: Path):
    """One altered byte makes a file unknown to the archive."""
    altered = tmp_path / "altered.pdf"
    whole = bytearray(issued_pdfs(demo)[0].read_bytes())
    whole[len(whole) // 2] ^= 1
    altered.write_bytes(whole)

    assert demo.run("verify", altered, check=False).returncode != 0


def test_the_archive_survives_the_loss_of_its_database(demo: Installation, tmp_path: Path):
    """Documents and numbers come back from the storage alone."""
    before = demo.json("find")
    bereft = Installation(tmp_path / "bereft")
    bereft.home.mkdir()
    subprocess.run(["cp", "-r", demo.home / "archive", bereft.home], check=True)

    bereft.run("rebuild")

    def essence(entries: list[dict[str, str]]) -> list[tuple[str, str]]:
        return sorted((each["id"], each["number"]) for each in entries)

    assert essence(bereft.json("find")) == essence(before)
