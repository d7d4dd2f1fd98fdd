"""The arsiparis's journey in a real browser: shelves, forms, what is due, number books."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.records import DocumentId
from service.app import House
from tests.service.filing import filed
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen
from tests.service.web.test_journeys import entered

pytestmark = pytest.mark.browser

OFFICE = "Dinas Komunikasi dan Informatika Kabupaten Kudus"
TITLE = "Pelayanan Permohonan Informasi Publik pada Pejabat Pengelola Informasi dan Dokumentasi"


def test_an_arsiparis_keeps_the_archive(screen: Screen, house: House, tmp_path: Path):
    """Codes for many, access and retention of one, its successor, and what the public sees."""
    person_as(house, f"arsiparis:{OFFICE}", password=WORDS)
    old = filed(house, tmp_path, office=OFFICE, title=TITLE, year=2019, number="060/12/2019")
    filed(house, tmp_path, office=OFFICE, title=f"{TITLE} (revisi)", number="000.8.3.3/4/2026")
    filed(house, tmp_path, office=OFFICE, title="Perjanjian Kinerja Kepala Dinas", number=None)
    see = screen.page
    entered(screen)
    screen.open("/arsip")
    see.get_by_label(f"Pilih {TITLE}", exact=True).check()
    see.get_by_label("Kode klasifikasi", exact=True).fill("060")
    screen.look("arsip-daftar")
    see.get_by_role("button", name="Beri kode").click()
    see.get_by_text("1 dokumen diberi kode 060.").wait_for()

    screen.open(f"/arsip/{old}")
    see.get_by_label("Terbatas").check()
    see.locator("#aktif").fill("2")
    see.locator("#inaktif").fill("3")
    see.get_by_label("Nasib akhir").select_option("musnah")
    screen.look("arsip-dokumen")
    see.get_by_role("button", name="Simpan ketentuan").click()
    see.get_by_text("Ketentuan simpan tersimpan.").wait_for()
    see.get_by_role("radio", name="Digantikan").check()
    see.locator("#pengganti").fill("000.8.3.3/4/2026")
    see.locator("#alasan").fill("Disusun ulang menurut tata kerja baru.")
    see.get_by_role("button", name="Nyatakan tidak berlaku").click()
    see.get_by_text("Dokumen ini dinyatakan digantikan.").wait_for()
    screen.look("arsip-digantikan")

    screen.open("/arsip/jatuh-tempo")
    screen.look("arsip-jatuh-tempo")
    screen.open(f"/dokumen/{old}")
    screen.look("dokumen-digantikan")
    screen.open("/buku-nomor")
    screen.look("buku-nomor-daftar")
    screen.open("/buku-nomor/2026/sop")
    screen.look("buku-nomor")
    code = house.archive.document(DocumentId(old)).record.code
    screen.open(f"/v/{code}")
    screen.look("publik-terbatas")
