"""The journey of a draft in a real browser, on a phone and on a desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.app import House
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen

pytestmark = pytest.mark.browser

OFFICE = "KECAMATAN JEKULO"


def entered(screen: Screen, login: str) -> None:
    screen.page.context.clear_cookies()
    screen.open("/masuk")
    screen.page.get_by_label("Nama masuk").fill(login)
    screen.page.get_by_label("Kata sandi").fill(WORDS)
    screen.page.get_by_role("button", name="Masuk").click()
    screen.page.wait_for_load_state("load")


def test_a_draft_is_written_returned_corrected_and_approved(  # noqa: PLR0915 - one journey
    screen: Screen, house: House, sample, tmp_path: Path
):
    """Writer and reviewer, each page looked at as it comes."""
    person_as(house, f"penyusun:{OFFICE}", login="siti", password=WORDS)
    person_as(house, f"pemeriksa:{OFFICE}", login="budi", password=WORDS)
    file = tmp_path / "camat.json"
    file.write_text(json.dumps(sample()), encoding="utf-8")
    page = screen.page

    entered(screen, "siti")
    screen.open("/naskah")
    screen.look("naskah-kosong")
    page.get_by_role("link", name="Naskah baru", exact=True).click()
    screen.look("naskah-jenis")
    page.get_by_role("link", name="Perjanjian Kinerja").click()
    screen.look("naskah-baru")
    page.get_by_label("Judul naskah").fill("Perjanjian Kinerja Camat 2020")
    page.get_by_label("Berkas data").set_input_files(file)
    page.get_by_role("button", name="Buat naskah").click()
    screen.look("naskah-isi")
    page.get_by_role("textbox", name="Tempat", exact=True).fill("")
    page.get_by_role("button", name="Simpan").first.click()
    screen.look("naskah-belum-sesuai")
    page.get_by_role("textbox", name="Tempat", exact=True).fill("Kudus")
    page.get_by_role("button", name="Simpan").first.click()
    page.get_by_text("Naskah disimpan.").wait_for()
    for box in page.get_by_label("Sudah saya lihat").all():
        box.check()
    page.get_by_role("button", name="Ajukan untuk diperiksa").first.click()
    page.get_by_text("Naskah diajukan.").wait_for()
    screen.look("naskah-diajukan")
    address = page.url.removeprefix(screen.address)

    entered(screen, "budi")
    screen.open("/pemeriksaan")
    screen.look("pemeriksaan")
    page.get_by_role("link", name="Perjanjian Kinerja Camat 2020").click()
    page.get_by_text("Koreksi Tempat").click()
    page.get_by_label("Koreksi untuk Tempat").fill("Tulislah Jekulo")
    page.get_by_label("Alasan pengembalian").fill("Tempat belum tepat.")
    screen.look("pemeriksaan-koreksi")
    page.get_by_role("button", name="Kembalikan").click()
    page.get_by_text("dikembalikan dengan 1 koreksi").wait_for()

    entered(screen, "siti")
    screen.open(address)
    screen.look("naskah-dikembalikan")
    page.get_by_role("textbox", name="Tempat", exact=True).fill("Jekulo")
    page.get_by_role("button", name="Ajukan untuk diperiksa").first.click()
    page.get_by_text("Naskah diajukan.").wait_for()

    entered(screen, "budi")
    screen.open(address.replace("/naskah", "/pemeriksaan"))
    page.get_by_text("isian berubah").wait_for()
    screen.look("pemeriksaan-banding")
    page.get_by_role("button", name="Setujui").click()
    page.get_by_text("Naskah disetujui.").wait_for()

    entered(screen, "siti")
    screen.open(address)
    page.get_by_role("button", name="Terbitkan").click()
    page.get_by_text("Penerbitan diminta.").wait_for()
    screen.look("naskah-terbit")
    assert len(house.jobs.list()) >= 1
