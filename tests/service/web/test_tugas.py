"""Who signs: what waits, taken out, sent back, and told in plain sentences."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from archive.records import DocumentId
from service.app import House
from tests.archive.signatures.papers import another_figure, changed, issued, signed
from tests.service.filing import filed
from tests.service.web.browsing import browser_of

OFFICE = "Kecamatan Jekulo"


@pytest.fixture
def paper(house: House, tmp_path: Path) -> tuple[str, Path]:
    """An issued document and its PDF."""
    document = filed(house, tmp_path / "in", office=OFFICE, content=issued(tmp_path).read_bytes())
    path = tmp_path / "out.pdf"
    number = house.archive.document(DocumentId(document)).head.number
    house.archive.fetch(DocumentId(document), version=number, name="document.pdf", to=path)
    return document, path


def test_a_document_is_taken_out_signed_and_sent_back(house: House, paper):
    """Waiting before, signed afterwards, with what was found in the signature."""
    document, path = paper
    official = browser_of(house, f"penandatangan:{OFFICE}")
    assert f'value="{document}"' in official.get("/tugas").text
    page = official.get(f"/tugas/{document}").text
    href = f"/dokumen/{document}/versi/1/berkas/document.pdf"
    assert f'href="{href}"' in page
    assert official.get(href).content == path.read_bytes()

    copy = signed(path)
    told = official.send(f"/tugas/{document}", files={"berkas": ("x.pdf", copy.read_bytes())})
    again = official.send(f"/tugas/{document}", files={"berkas": ("x.pdf", copy.read_bytes())})

    assert told.status_code == 200
    assert "diterima sebagai versi 2" in told.text
    assert "sudah pernah diterima" in again.text
    assert f'value="{document}"' not in official.get("/tugas").text
    assert house.archive.document(DocumentId(document)).state == "signed"


def test_chosen_documents_come_as_one_zip(house: House, paper):
    """With the bytes as they are kept."""
    document, path = paper
    official = browser_of(house, f"penandatangan:{OFFICE}")

    answer = official.send("/dokumen/bundel", dokumen=document)

    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        name = next(each for each in package.namelist() if each.endswith("document.pdf"))
        assert package.read(name) == path.read_bytes()


def test_a_file_that_is_not_the_document_is_refused_with_the_reason(
    house: House, paper, tmp_path: Path
):
    """Altered, unsigned, foreign, or none at all; nothing is filed."""
    document, path = paper
    official = browser_of(house, f"penandatangan:{OFFICE}")
    foreign = tmp_path / "foreign.pdf"
    foreign.write_bytes(b"<script>alert(1)</script>")

    for copy in (changed(path, another_figure, "altered.pdf"), path, foreign):
        answer = official.send(
            f"/tugas/{document}", files={"berkas": (copy.name, copy.read_bytes())}
        )
        assert answer.status_code == 422, copy
        assert "perlu diperbaiki" in answer.text
        assert "<script>alert" not in answer.text
    assert official.send(f"/tugas/{document}").status_code == 422
    assert len(house.archive.document(DocumentId(document)).versions) == 1


def test_documents_of_other_offices_and_forged_forms_are_refused(house: House, paper):
    """They do not exist for others; a cookie alone changes nothing."""
    document, path = paper
    official = browser_of(house, f"penandatangan:{OFFICE}")
    other = browser_of(house, "penandatangan:Kecamatan Lain", login="asing")
    file = {"berkas": ("x.pdf", signed(path).read_bytes())}

    assert other.get(f"/tugas/{document}").status_code == 404
    assert document not in other.get("/tugas").text
    assert other.send(f"/tugas/{document}", files=file).status_code == 404
    assert official.send(f"/tugas/{document}", key="palsu", files=file).status_code == 403
    assert len(house.archive.document(DocumentId(document)).versions) == 1
