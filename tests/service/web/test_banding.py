"""Two versions, or two documents, beside each other: data, text, pictures of pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from archive.records import DocumentId
from service.app import House
from service.comparing import child, sheets
from tests.service.filing import filed
from tests.service.web.browsing import browser_of, seen
from tests.service.web.printing import printed, printed_pages
from tests.service.web.test_documents import version_added

OWN, OTHER = "Dinas Kominfo", "Kecamatan Jekulo"


def document_of(house: House, folder: Path, *versions: tuple[str, list[bytes]]) -> str:
    """A document whose further versions have this time in their data, and these pages."""
    document = filed(house, folder, office=OWN)
    for waktu, pages in versions:
        data = {"judul": "SOP", "kegiatan": [{"uraian": "Menerima surat", "waktu": waktu}]}
        version_added(
            house,
            document,
            folder,
            data_json=json.dumps(data).encode(),
            document_pdf=printed_pages(*pages),
        )
    return document


@pytest.fixture
def document(house: House, tmp_path: Path) -> str:
    """Versions 2 and 3 differ in one field and one line."""
    first = ["Dinas Kominfo", "Surat jalan diterima oleh petugas", "Kudus"]
    second = ["Dinas Kominfo", "Surat jalan dicatat oleh petugas", "Kudus"]
    return document_of(house, tmp_path, ("10 menit", [first]), ("15 menit", [second]))


def test_data_are_told_in_the_words_of_the_form(house: House, document: str):
    """The field's name, the row's own name, and only the words that differ are marked."""
    told = browser_of(house, "auditor:*").get(f"/dokumen/{document}/banding?dari=2&ke=3")

    assert told.status_code == 200
    assert "Kegiatan 1 “Menerima surat” › Waktu" in told.text
    assert '<del class="was">10</del> menit' in told.text
    assert '<ins class="now">15</ins> menit' in told.text
    assert "± diubah" in seen(told.text)
    assert "document.pdf : berubah" in seen(told.text)


def test_text_is_read_from_the_prints_themselves(house: House, document: str):
    """The words around what differs help to find it; who looked stands in the trail, once."""
    auditor = browser_of(house, "auditor:*")
    told = auditor.get(f"/dokumen/{document}/banding?dari=2&ke=3&tampak=teks").text
    auditor.get(f"/dokumen/{document}/banding?dari=2&ke=3&tampak=halaman")

    assert '<del class="was">diterima</del>' in told
    assert '<ins class="now">dicatat</ins>' in told
    assert "… Dinas Kominfo Surat jalan" in seen(told)
    trail = [each.sentence for each in house.archive.trail(DocumentId(document))]
    assert trail.count("Berkas document.pdf versi v3 diunduh.") == 1


def test_pages_stand_beside_each_other_with_frames(house: House, document: str):
    """Each picture says what is on it, each frame has the number that the list has."""
    auditor = browser_of(house, "auditor:*")
    told = auditor.get(f"/dokumen/{document}/banding?dari=2&ke=3&tampak=halaman").text
    [before, after] = re.findall(r'src="(/dokumen/[^"]+/halaman/1)"', told)
    picture = auditor.get(after)

    assert before.endswith("/versi/2/halaman/1")
    assert after.endswith("/versi/3/halaman/1")
    assert 'alt="Menjadi, halaman 1, 1 perubahan ditandai"' in told
    assert told.count('class="frame frame-diubah"') == 2
    assert 'id="beda-1"' in told
    assert picture.headers["content-type"] == "image/png"
    assert picture.headers["cache-control"].startswith("private")
    assert picture.content.startswith(b"\x89PNG")
    assert auditor.get(after).content == picture.content
    gone = auditor.get(after.removesuffix("1") + "2")
    assert gone.status_code == 404
    assert "tidak mempunyai halaman 2" in gone.text


def test_what_cannot_be_compared_is_told(house: House, document: str, tmp_path: Path):
    """No data, no readable print, no such version, another kind: a sentence each."""
    auditor = browser_of(house, "auditor:*")
    other = filed(house, tmp_path, office=OWN, kind="perjanjian_kinerja")
    above = f"/dokumen/{document}/banding"

    assert "tidak menyimpan data" in auditor.get(f"{above}?dari=1&ke=2").text
    broken = auditor.get(f"{above}?dari=1&ke=2&tampak=teks")
    assert broken.status_code == 200
    assert "tidak dapat dibaca" in broken.text
    assert auditor.get(f"{above}?dari=2&ke=9").status_code == 404
    assert auditor.get(f"{above}?dari=2&ke=3&tampak=lain").status_code == 422
    refused = auditor.get(f"/banding?a={document}:2&b={other}:1")
    assert refused.status_code == 422
    assert "pilih yang sejenis" in refused.text


def test_long_and_heavy_prints_are_refused_in_a_sentence(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Neither pages nor processor time without end."""
    auditor = browser_of(house, "auditor:*")
    page = [["Halaman satu"], ["Halaman dua"]]
    document = document_of(house, tmp_path, ("1 jam", page), ("2 jam", page))
    above = f"/dokumen/{document}/banding?dari=2&ke=3&tampak=teks"

    with monkeypatch.context() as patch:
        patch.setattr(sheets, "MOST_PAGES", 1)
        long = auditor.get(above)
    with monkeypatch.context() as patch:
        patch.setattr(child, "MEMORY", 1 << 20)
        heavy = auditor.get(above)

    assert (long.status_code, heavy.status_code) == (200, 200)
    assert "Cetakan 2 halaman terlalu panjang" in long.text
    assert "terlalu berat" in heavy.text
    assert "Teks kedua cetakan sama" in auditor.get(above).text


def test_two_documents_are_compared_within_what_one_may_see(house: House, tmp_path: Path):
    """Last year's beside this year's; another office's does not exist."""
    one = document_of(house, tmp_path / "a", ("10 menit", [["Tahun 2023"]]))
    two = document_of(house, tmp_path / "b", ("20 menit", [["Tahun 2024"]]))
    theirs = filed(house, tmp_path / "c", office=OTHER)
    officer = browser_of(house, f"penyusun:{OWN}")

    told = officer.get(f"/banding?a={one}:2&b={two}:2").text

    assert "Dua dokumen berdampingan" in told
    assert '<ins class="now">20</ins> menit' in told
    assert f"a={two}%3A2&amp;b={one}%3A2" in told
    assert "2024" in officer.get(f"/banding?a={one}:2&b={two}:2&tampak=teks").text
    assert officer.get(f"/banding?a={one}:2&b={theirs}:1").status_code == 404
    assert officer.get(f"/banding?a={one}:2&b=../..:1").status_code == 422


def test_a_signed_copy_of_the_same_text_is_told_as_such(
    house: House, document: str, tmp_path: Path
):
    """What is in it besides the text is the signature."""
    page = ["Dinas Kominfo", "Surat jalan dicatat oleh petugas", "Kudus"]
    version_added(house, document, tmp_path, document_pdf=printed(*page), signed_pdf=printed(*page))
    auditor = browser_of(house, "auditor:*")

    told = seen(auditor.get(f"/dokumen/{document}/banding?dari=3&ke=4&tampak=teks").text)

    assert "yang ditambahkan hanya tanda tangan" in told


def test_pages_of_the_same_words_may_look_different(house: House, tmp_path: Path):
    """An arrow that moved is framed when looks are asked for; page two is as it was."""
    document = filed(house, tmp_path, office=OWN)
    for drawn in ("100 400 m 300 400 l S", "100 400 m 100 200 l S"):
        pdf = printed_pages(["Bagan alir"], drawn=drawn)
        version_added(house, document, tmp_path, document_pdf=pdf)
    auditor = browser_of(house, "auditor:*")
    above = f"/dokumen/{document}/banding?dari=2&ke=3&tampak=halaman"

    plain = auditor.get(above).text
    told = auditor.get(f"{above}&rupa=1").text
    same = auditor.get(f"{above.replace('dari=2', 'dari=3')}&rupa=1").text

    assert "rupa=1" in plain
    assert "frame-rupa" not in plain
    assert "1 halaman bertulisan sama tetapi rupanya berbeda" in told
    assert told.count('class="frame frame-rupa"') == 2
    assert "juga sama rupanya" in same
