"""Browsing, a document's whole life, files, comparing, bundles: what an auditor does."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from archive.records import Actor, Deposit, DocumentId
from service.app import House
from tests.service.filing import NOON, filed
from tests.service.web.browsing import browser_of, seen

OWN, OTHER = "Dinas Kominfo", "Kecamatan Jekulo"


def version_added(house: House, document: str, folder: Path, **files: bytes) -> None:
    """A further version, with files such as ``data_json``."""
    known = house.archive.document(DocumentId(document))
    sources = {}
    for name, content in files.items():
        path = folder / f"{document}-{len(known.versions)}-{name}"
        path.write_bytes(content)
        sources[name.replace("_", ".")] = path
    house.archive.deposit(
        Deposit(
            document=known.document,
            key=f"tambahan-{document}-{len(known.versions)}",
            record=known.record,
            files=sources,
            message="Diperbaiki.",
            actor=Actor("Staf Uji", "web:-"),
            created=NOON + timedelta(days=len(known.versions)),
        )
    )


def test_an_auditor_narrows_by_facets_and_words(house: House, tmp_path: Path):
    """Each choice stands in the address, so that it can be kept and sent."""
    filed(house, tmp_path, office=OWN, title="Pelayanan surat jalan")
    filed(house, tmp_path, office=OTHER, title="Pelayanan arsip", year=2025)
    auditor = browser_of(house, "auditor:*")

    everything = auditor.get("/dokumen").text
    of_office = auditor.get("/dokumen", params={"kantor": OTHER}).text
    by_word = auditor.get("/dokumen", params={"q": "jalan", "tahun": ""}).text
    nothing = auditor.get("/dokumen", params={"q": "tidak ada"}).text

    assert "2 dokumen" in seen(everything)
    assert "kantor=Kecamatan+Jekulo" in everything
    assert "Pelayanan arsip" in of_office
    assert "Pelayanan surat jalan" not in of_office
    assert "Hapus semua saringan" in of_office
    assert "Pelayanan surat jalan" in by_word
    assert "Tidak ada dokumen yang sesuai" in nothing


def test_a_list_leads_to_its_next_page(house: House, tmp_path: Path):
    """Fifty on a page; a forged mark is a page that says so."""
    for _ in range(51):
        filed(house, tmp_path)
    auditor = browser_of(house, "auditor:*")

    first = auditor.get("/dokumen").text
    mark = first.partition("lanjut=")[2].partition('"')[0]
    second = auditor.get("/dokumen", params={"lanjut": mark}).text

    assert first.count('name="dokumen"') == 50
    assert second.count('name="dokumen"') == 1
    assert "Halaman pertama" in second
    assert auditor.get("/dokumen", params={"lanjut": "x"}).status_code == 400


def test_the_whole_life_of_a_document_stands_on_one_page(house: House, tmp_path: Path):
    """Versions, files with digests, number, and every line of its trail."""
    document = filed(house, tmp_path, office=OWN, title="Pelayanan surat jalan")
    version_added(house, document, tmp_path, document_pdf=b"%PDF-1.7 kedua")
    auditor = browser_of(house, "auditor:*")
    path = f"/dokumen/{document}"

    got = auditor.get(f"{path}/versi/1/berkas/document.pdf")
    told = auditor.send_and_read(f"{path}/uji")

    page = seen(told)
    assert got.headers["content-disposition"].startswith('attachment; filename="sop-067-')
    assert "Dokumen ini utuh" in page
    assert "Berkas document.pdf versi v1 diunduh." in page
    assert "Keutuhan dokumen diuji: utuh." in page
    assert "Staf Uji (siti)" in page
    assert hashlib.sha512(got.content).hexdigest() in told
    assert "Versi v2" in page
    assert "Bandingkan dua versi" in page


def test_damage_is_told_and_noted(house: House, tmp_path: Path):
    """A byte that was changed in the storage is found by the button."""
    document = filed(house, tmp_path)
    pdf = next(each for each in house.settings.ocfl_root.rglob("document.pdf"))
    pdf.chmod(0o644)
    pdf.write_bytes(pdf.read_bytes()[:-1] + b"x")
    auditor = browser_of(house, "auditor:*")

    answer = auditor.send(f"/dokumen/{document}/uji")

    assert "tidak seperti saat diarsipkan" in answer.text
    assert "E092" in answer.text
    refused = auditor.get(f"/dokumen/{document}/versi/1/berkas/document.pdf")
    assert refused.status_code == 500
    assert "ditemukan" in auditor.get(f"/dokumen/{document}").text


def test_other_offices_do_not_exist_for_an_officer(house: House, tmp_path: Path):
    """Neither listed nor opened nor bundled; nobody can tell it from what is not there."""
    other = filed(house, tmp_path, office=OTHER, title="Rahasia Jekulo")
    officer = browser_of(house, f"penyusun:{OWN}", f"auditor:{OWN}")

    assert "Rahasia Jekulo" not in officer.get("/dokumen").text
    for path in ("", "/versi/1/berkas/document.pdf", "/banding?dari=1&ke=1"):
        unseen, absent = (officer.get(f"/dokumen/{each}{path}") for each in (other, "0" * 12))
        assert unseen.status_code == absent.status_code == 404, path
    assert officer.send(f"/dokumen/{other}/uji").status_code == 404
    assert officer.send("/dokumen/bundel", dokumen=other).status_code == 404


def test_chosen_documents_come_as_a_zip_that_proves_itself(house: House, tmp_path: Path):
    """Every file with its digests; each handing-out is in its document's trail."""
    chosen = [filed(house, tmp_path) for _ in range(3)]
    auditor = browser_of(house, "auditor:*")

    answer = auditor.send("/dokumen/bundel", dokumen=chosen[:2])

    package = zipfile.ZipFile(io.BytesIO(answer.content))
    sums = dict(
        reversed(line.split("  ")) for line in package.read("SHA256SUMS").decode().splitlines()
    )
    assert set(sums) == {"manifest.json", *(f"{each}/v1/document.pdf" for each in chosen[:2])}
    for name, digest in sums.items():
        assert hashlib.sha256(package.read(name)).hexdigest() == digest
    told = json.loads(package.read("manifest.json"))
    assert {each["document"] for each in told} == set(chosen[:2])
    assert told[0]["files"][0]["sha256"] == sums[told[0]["files"][0]["name"]]
    assert "diunduh" in auditor.get(f"/dokumen/{chosen[0]}").text
    assert "diunduh" not in auditor.get(f"/dokumen/{chosen[2]}").text


@pytest.mark.parametrize("count", [0, 201])
def test_a_bundle_has_at_least_one_and_not_too_many(house: House, count: int):
    """Told on a page, with what to do."""
    answer = browser_of(house, "auditor:*").send(
        "/dokumen/bundel", dokumen=["0" * 12 + str(each) for each in range(count)]
    )

    assert answer.status_code == 422
    assert "Pilihlah" in answer.text


def test_words_are_found_in_what_documents_say(house: House, tmp_path: Path):
    """The passage stands below the title, the words marked, and nothing of it becomes markup."""
    first = filed(house, tmp_path, office=OWN, title="Telaah naskah")
    version_added(house, first, tmp_path, data_json=b'["Camat <b>menelaah</b> berkas & surat"]')
    second = filed(house, tmp_path, office=OTHER, title="Berkas camat")
    auditor = browser_of(house, "auditor:*")
    officer = browser_of(house, f"penyusun:{OWN}", login="sari")

    newest = auditor.get("/dokumen", params={"q": "camat berkas"}).text
    fitting = auditor.get("/dokumen", params={"q": "camat berkas", "urut": "cocok"}).text
    escaped = auditor.get("/dokumen", params={"q": '"b menelaah"'}).text
    own = officer.get("/dokumen", params={"q": "berkas"}).text

    assert (
        "<mark>Camat</mark> &lt;b&gt;menelaah&lt;/b&gt; <mark>berkas</mark> &amp; surat" in newest
    )
    assert "&lt;<mark>b&gt;menelaah</mark>&lt;/b&gt;" in escaped
    assert "<mark>Berkas</mark> <mark>camat</mark>" in fitting
    assert fitting.index(second) < fitting.index(first)
    assert "urut=cocok" in newest
    assert (first in own, second in own) == (True, False)


def test_pages_tell_what_words_cannot_find(house: House, tmp_path: Path):
    """Where data cannot be read, the page that searches says so, and what helps."""
    document = filed(house, tmp_path, office=OWN)
    auditor = browser_of(house, "auditor:*")
    before = auditor.get("/dokumen", params={"q": "berkas"}).text

    version_added(house, document, tmp_path, data_json=b"{")

    assert "lontar rebuild" not in before
    assert "lontar rebuild" in auditor.get("/dokumen", params={"q": "berkas"}).text
    assert auditor.get("/dokumen", params={"q": '"*-'}).status_code == 200
