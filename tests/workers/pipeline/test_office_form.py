"""A document on an office's own form: filled apart, told in the provenance, made again alike."""

from __future__ import annotations

import json
from dataclasses import replace

import pypdf
import pytest

from archive.records import DocumentId, VersionNumber
from doc_templates.errors import MarkMissing
from doc_templates.registry import kinds
from tests.workers.asking import KIND, Office, ask, issue, konsep
from tests.workers.office_forming import NEW_WORDS, OFFICE, in_word, kept, published
from tests.workers.test_tasks import Failing, a_workshop
from tests.workers.tools.docx_forms import opened
from workers.jobs import JobState
from workers.office_form import FormContent
from workers.pipeline.artifacts import Draft
from workers.pipeline.fill import fill
from workers.pipeline.run import draft_of
from workers.pipeline.stages import identity
from workers.tasks import make_job
from workers.tools.docx import Forms
from workers.tools.docx_package import pack, unpack


@pytest.fixture
def office(tmp_path):
    office = Office.at(tmp_path / "home")
    yield office
    office.database.close()


def own_form() -> FormContent:
    return FormContent("d" * 64, OFFICE, 3, in_word())


def test_what_the_office_wrote_stands_in_the_document(tmp_path):
    """The kind arranges an office's form as it arranges its own."""
    draft = draft_of(konsep(), kinds(), form=own_form())

    made = fill(draft, folder=tmp_path, forms=Forms())

    lines = [each.text for each in opened(made.path.read_bytes()).paragraphs]
    assert NEW_WORDS in lines
    assert any(each.startswith("SURAT NOMOR") for each in lines)
    assert fill(draft, folder=tmp_path, forms=Forms()).digest == made.digest


def test_what_the_kind_refuses_is_told_in_its_own_words(tmp_path):
    """The same class and sentence as if the worker had filled the form itself."""
    kind = kinds()["laporan_triwulan"]
    members = unpack(kind.template.read_bytes(), name="x")
    members["word/document.xml"] = members["word/document.xml"].replace(b"isi_naskah", b"lain")
    form = FormContent("d" * 64, OFFICE, 3, pack(members, level=1))
    data = kind.model.model_validate(kind.sample("dinas-tw-1"))
    draft = Draft(kind, data, kind.describe(data), None, None, None, form)

    with pytest.raises(MarkMissing, match="tidak memuat penanda “isi_naskah”"):
        fill(draft, folder=tmp_path, forms=Forms())

    assert list(tmp_path.iterdir()) == []


def test_another_form_is_another_draft():
    """A retry never takes over what was filled on the form before."""
    house = draft_of(konsep(), kinds())
    one = draft_of(konsep(), kinds(), form=own_form())
    two = replace(one, form=replace(own_form(), digest="e" * 64))

    assert len({identity(each) for each in (house, one, two)}) == 3


def test_a_job_whose_form_is_gone_is_rejected_and_keeps_its_number(office):
    """Never silently the house's form instead."""
    ask(office.database, issue(template="f" * 64, office=OFFICE))

    assert make_job("j1", workshop=a_workshop(office, Failing())) is JobState.REJECTED

    job = office.jobs.get("j1")
    assert (job.error_code, job.number) == ("OfficeFormGone", "1/UJI/2026")


@pytest.mark.libreoffice
def test_a_document_is_issued_on_the_form_that_was_in_force_when_it_was_asked(
    office, shared_converter, tmp_path
):
    """What is published meanwhile is for those who ask later."""
    form = kept(office.database, in_word())
    ask(office.database, issue(template=form.digest, office=OFFICE))
    published(office.database, kept(office.database, b"lain"))

    assert make_job("j1", workshop=a_workshop(office, shared_converter)) is JobState.FILED

    document = DocumentId(office.jobs.get("j1").document)
    version = VersionNumber(1)
    for name in ("document.pdf", "provenance.json"):
        office.archive.fetch(document, version=version, name=name, to=tmp_path / name)
    words = "\n".join(
        each.extract_text() for each in pypdf.PdfReader(tmp_path / "document.pdf").pages
    )
    assert NEW_WORDS in words
    assert "SURAT NOMOR: 1/UJI/2026" in words
    told = json.loads((tmp_path / "provenance.json").read_text("utf-8"))
    assert told["template"] == {
        "sha256": form.digest,
        "origin": "office",
        "office": OFFICE,
        "version": 1,
        "kind": {"sha256": kinds()[KIND].digest, "origin": "house"},
    }
    assert {"pihak_pertama", "pihak_kedua"} <= {each["role"] for each in told["signatures"]}
