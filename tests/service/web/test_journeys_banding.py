"""Judge and auditor compare, in a real browser, on a phone and on a desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.app import House
from service.drafts.draft import Draft
from tests.service.filing import filed
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen
from tests.service.web.printing import printed_pages
from tests.service.web.test_documents import version_added
from tests.service.web.test_journeys_naskah import entered
from tests.service.web.test_naskah_banding import OFFICE, draft, print_all  # noqa: F401 - fixture

pytestmark = pytest.mark.browser
DRAWN = """() => Promise.all([...document.images].filter(each => each.checkVisibility())
    .map(each => { each.loading = "eager"; return each.decode(); }))"""
"""Wait until every page that can be seen is drawn; decoding fails where a picture is none."""


def test_a_judge_compares_writes_a_correction_and_returns(
    screen: Screen,
    house: House,
    draft: Draft,  # noqa: F811 - the fixture
):
    """Data at once, then text and pages; from a difference straight to its correction."""
    person_as(house, f"pemeriksa:{OFFICE}", login="budi", password=WORDS)
    page = screen.page

    entered(screen, "budi")
    screen.open(f"/pemeriksaan/{draft.id}/banding?tampak=teks")
    page.get_by_text("KONSEP sedang dicetak").wait_for()
    screen.look("banding-menunggu")
    print_all(house, "Kudus", "Jekulo Baru")
    screen.open("/pemeriksaan")
    page.get_by_role("link", name=draft.title).click()
    page.get_by_text("isian berubah").wait_for()
    screen.look("periksa-beda")
    page.get_by_role("link", name="Bandingkan teks cetakan").click()
    page.get_by_text("perubahan 1 dari 1").wait_for()
    screen.look("banding-naskah-teks")
    page.get_by_role("link", name="Gambar halaman").click()
    page.evaluate(DRAWN)
    screen.look("banding-naskah-halaman")
    page.get_by_role("link", name="Tulis koreksi").click()
    assert page.get_by_label("Koreksi untuk seluruh naskah").input_value().startswith("Halaman 1")
    page.get_by_label("Koreksi untuk seluruh naskah").fill("Halaman 1: tulislah “Jekulo” saja.")
    page.get_by_role("button", name="Kembalikan").click()
    page.get_by_text("dikembalikan dengan 1 koreksi").wait_for()
    screen.open(f"/pemeriksaan/{draft.id}")
    page.get_by_text("tulislah “Jekulo” saja").wait_for()
    screen.look("periksa-putaran")


def test_an_auditor_compares_versions_and_documents(screen: Screen, house: House, tmp_path: Path):
    """From the document to its versions, from change to change by the keyboard."""
    person_as(house, "auditor:*", login="nana", password=WORDS)
    documents = []
    for year in (2025, 2026):
        one = filed(house, tmp_path, title=f"Pelayanan izin {year}", year=year)
        for waktu, extra in (("10 menit", []), ("15 menit", ["Petugas mengarsipkan berkas."])):
            rows = [{"uraian": "Memeriksa berkas", "waktu": waktu}]
            lines = ["PELAYANAN IZIN", f"Petugas memeriksa berkas dalam {waktu}.", "Selesai."]
            pages = [lines, ["Lampiran", "Daftar berkas"], *([extra] if extra else [])]
            version_added(
                house,
                one,
                tmp_path,
                data_json=json.dumps({"nama_sop": f"Izin {year}", "kegiatan": rows}).encode(),
                document_pdf=printed_pages(*pages),
            )
        documents.append(one)
    page = screen.page

    entered(screen, "nana")
    screen.open(f"/dokumen/{documents[1]}")
    page.get_by_role("button", name="Bandingkan").click()
    page.get_by_text("Kegiatan 1 “Memeriksa berkas” › Waktu").wait_for()
    screen.look("banding-data")
    page.get_by_role("link", name="Teks").click()
    screen.look("banding-teks")
    page.get_by_role("link", name="Gambar halaman").click()
    page.get_by_label("Perubahan berikutnya, 2").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#beda-2")
    page.evaluate(DRAWN)
    screen.look("banding-halaman")
    page.get_by_text("Bandingkan dengan dokumen lain").click()
    page.get_by_role("link", name="Pelayanan izin 2025").click()
    page.get_by_text("Dua dokumen berdampingan").wait_for()
    screen.look("banding-dua-dokumen")
