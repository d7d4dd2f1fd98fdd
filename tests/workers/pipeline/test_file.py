"""Filing: four files, one version a job, and no clock in any of them."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
import rfc8785

from archive.errors import StorageFull as ArchiveFull
from archive.records import DocumentId, VersionNumber
from doc_templates.registry import kinds
from tests.fakes import FixedClock
from tests.workers.asking import KIND, Office, issue, sample_data
from workers.errors import StorageFull
from workers.pipeline.artifacts import (
    CheckedPdf,
    FilledDocx,
    PlainPdf,
    SignatureBox,
    StampedPdf,
    digest_of,
)
from workers.pipeline.file import file_away
from workers.pipeline.run import draft_of

JOB = issue()
DOCUMENT = DocumentId(JOB.document)


@pytest.fixture
def office(tmp_path):
    office = Office.at(tmp_path / "home")
    yield office
    office.database.close()


def checked(folder):
    """A checked PDF; filing does not look into it, so its bytes are plain."""
    folder.mkdir(exist_ok=True)
    docx, pdf = folder / "document.docx", folder / "document.pdf"
    docx.write_bytes(b"PK filled")
    pdf.write_bytes(b"%PDF-1.7 stamped")
    filled = FilledDocx(docx, digest_of(docx), draft_of(JOB, kinds()))
    plain = PlainPdf(folder / "plain.pdf", "0" * 64, filled, {"program": "LibreOffice"})
    box = SignatureBox("pihak_pertama", "Pihak Pertama", 1, (1.0, 2.0, 3.5, 4.0))
    return CheckedPdf(
        StampedPdf(pdf, digest_of(pdf), plain, 3, (box,)), {"Arial": "Liberation Sans"}, ("Hm.",)
    )


def read(office, name, folder):
    to = folder / f"read-{name}"
    office.archive.fetch(DOCUMENT, version=VersionNumber(1), name=name, to=to)
    return to.read_bytes()


def test_what_was_typed_is_kept_as_it_was_typed(office, tmp_path):
    """The data lie beside the document, canonical, not a character changed."""
    file_away(checked(tmp_path / "w"), job=JOB, archive=office.archive, now=FixedClock()())

    assert read(office, "data.json", tmp_path) == rfc8785.dumps(sample_data())
    assert read(office, "document.pdf", tmp_path) == b"%PDF-1.7 stamped"
    assert read(office, "document.docx", tmp_path) == b"PK filled"


def test_the_provenance_tells_what_the_document_was_made_of(office, tmp_path):
    """An auditor finds template, data, engine, fonts, places to sign and findings."""
    file_away(checked(tmp_path / "w"), job=JOB, archive=office.archive, now=FixedClock()())

    told = json.loads(read(office, "provenance.json", tmp_path))

    assert told["template"] == {"sha256": kinds()[KIND].digest, "origin": "house"}
    assert told["data"]["sha256"] == JOB.data_digest
    assert told["printing"]["number"] == "1/UJI/2026"
    assert told["engine"] == {"program": "LibreOffice"}
    assert told["fonts"] == {"Arial": "Liberation Sans"}
    assert told["signatures"] == [
        {"role": "pihak_pertama", "label": "Pihak Pertama", "page": 1, "box": [1, 2, 3.5, 4]}
    ]
    assert told["notes"] == ["Hm."]
    assert {each["code"] for each in told["findings"]} == {
        each.code for each in kinds()[KIND].check(draft_of(JOB, kinds()).data)
    }


def test_no_clock_stands_in_what_is_kept(office, tmp_path):
    """The same request filed at another hour elsewhere gives the same bytes."""
    other = Office.at(tmp_path / "other")
    clock = FixedClock()
    file_away(checked(tmp_path / "w"), job=JOB, archive=office.archive, now=clock())
    clock.advance(timedelta(days=40).total_seconds())
    file_away(checked(tmp_path / "v"), job=JOB, archive=other.archive, now=clock())

    one, two = (each.archive.document(DOCUMENT).versions[0].files for each in (office, other))

    # record.json is the archive's own note and tells when the number was given.
    assert {each.name: each.digest for each in one if each.name != "record.json"} == {
        each.name: each.digest for each in two if each.name != "record.json"
    }
    assert not re.search(rb"2026-0[12]-\d\dT", read(office, "provenance.json", tmp_path))
    other.database.close()


def test_the_same_job_is_the_same_version(office, tmp_path):
    """A job that is filed twice, hours apart, is in the archive once."""
    clock = FixedClock()
    first = file_away(checked(tmp_path / "w"), job=JOB, archive=office.archive, now=clock())
    clock.advance(7200)

    second = file_away(checked(tmp_path / "w"), job=JOB, archive=office.archive, now=clock())

    assert second == first
    assert second.repeated
    assert len(office.archive.document(DOCUMENT).versions) == 1


class FullArchive:
    """An archive without room."""

    def deposit(self, _):
        raise ArchiveFull("/arsip")


def test_a_full_archive_is_a_reason_to_try_again(tmp_path):
    """No room in the archive is nothing that the document did."""
    with pytest.raises(StorageFull):
        file_away(checked(tmp_path / "w"), job=JOB, archive=FullArchive(), now=FixedClock()())
