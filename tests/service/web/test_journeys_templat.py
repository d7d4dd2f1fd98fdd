"""The journey of an office's form in a real browser, on a phone and on a desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.app import House
from tests.service.actions.test_office_forms import KIND, misspelt, office_of, printed
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen
from tests.service.web.printing import printed as pdf_of
from tests.workers.office_forming import in_word

pytestmark = pytest.mark.browser


def test_a_form_with_faults_is_put_right_seen_and_put_in_force(
    screen: Screen, house: House, tmp_path: Path
):
    """Each page is looked at as it comes."""
    person_as(house, "admin:*", login="siti", password=WORDS)
    page, office = screen.page, office_of(house)
    screen.open("/masuk")
    page.get_by_label("Nama masuk").fill("siti")
    page.get_by_label("Kata sandi").fill(WORDS)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_load_state("load")
    screen.open("/templat")
    screen.look("templat")
    page.get_by_role("link", name="Perjanjian Kinerja").click()
    screen.look("templat-jenis-kosong")
    page.get_by_role("link", name="Daftar isian").click()
    screen.look("templat-isian")

    for name, content in (("keliru", misspelt()), ("benar", in_word())):
        screen.open(f"/templat/{KIND}")
        (tmp_path / f"{name}.docx").write_bytes(content)
        page.get_by_label("Kantor", exact=True).fill(office)
        page.get_by_label("Berkas Word").set_input_files(tmp_path / f"{name}.docx")
        page.get_by_label("Alasan atau isi perubahan").fill(f"Kop baru, {name}")
        page.get_by_role("button", name="Unggah dan periksa").click()
        page.get_by_text("disimpan sebagai versi").wait_for()
        screen.look(f"templat-{name}")

    page.get_by_label("Data contoh").select_option("camat")
    page.get_by_role("button", name="Cetak pratinjau").click()
    page.get_by_text("KONSEP sedang dicetak").wait_for()
    screen.look("templat-dicetak")
    job = house.jobs.list()[0]
    folder = house.settings.work / job.id
    folder.mkdir(parents=True)
    (folder / "document.pdf").write_bytes(pdf_of("KONSEP"))
    printed(house, job.id)
    page.get_by_role("link", name="Buka PDF pratinjau").wait_for()
    screen.look("templat-pratinjau")
    page.get_by_role("link", name="Lanjut ke pemberlakuan").click()
    page.get_by_label("Alasan memberlakukan").fill("Disetujui camat")
    screen.look("templat-siap")
    page.get_by_role("button", name="Berlakukan versi 2").click()
    page.get_by_text("berlaku untuk dokumen").wait_for()
    screen.look("templat-berlaku")
    screen.open(f"/templat/{KIND}")
    screen.look("templat-jenis")
    screen.open("/templat")
    screen.look("templat-daftar")
