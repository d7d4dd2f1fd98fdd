"""The SOP editor in a real browser: written from nothing, the drawing changing with it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from service.actions.begin_draft import begin_draft
from service.app import House
from service.drafts import store
from service.drafts.text import data_of
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen
from tests.service.web.test_journeys_naskah import entered

pytestmark = pytest.mark.browser

OFFICE = "KECAMATAN JEKULO"
BARIS = """Uraian\tPelaksana\tKelengkapan\tWaktu\tOutput
Mengumpulkan data kinerja dari seksi\tStaf Perencanaan\tLaporan seksi\t2 hari\tData kinerja
Menyusun konsep laporan kinerja\tStaf Perencanaan\tData kinerja\t3 hari\tKonsep laporan
Memeriksa kelengkapan konsep laporan\tKasubbag\tKonsep laporan\t1 hari\tKonsep terperiksa
Memeriksa substansi konsep laporan\tSekretaris\tKonsep terperiksa\t1 hari\tKonsep disetujui
Menandatangani laporan kinerja\tCamat\tKonsep disetujui\t1 hari\tLaporan kinerja
Menggandakan dan mengirim laporan\tStaf Perencanaan\tLaporan kinerja\t1 hari\tTanda terima"""


def begun(house: House) -> str:
    person = person_as(house, f"penyusun:{OFFICE}", login="siti", password=WORDS)
    path = house.kinds["sop"].samples()["jekulo-lengkap"]
    content = json.loads(path.read_text(encoding="utf-8")) | {"lajur": [], "kegiatan": []}
    return begin_draft(
        kind=house.kinds["sop"],
        office=OFFICE,
        title="SOP Pengumpulan Data Kinerja",
        content=content,
        person=person,
        house=house,
    ).id


def symbols(page: Page, shape: str = "") -> int:
    return page.locator(f"#gambar .simbol{f'-{shape}' if shape else ''}").count()


def test_an_sop_is_drawn_as_it_is_written(screen: Screen, house: House):
    """Lanes and steps by hand and from Excel, a decision, a finding, saved, undone, sent."""
    page = screen.page
    name = begun(house)
    entered(screen, "siti")
    screen.open(f"/naskah/{name}/bagan")
    screen.look("bagan-kosong")

    page.get_by_text("Tempel dari Excel", exact=True).click()
    page.get_by_label("Baris yang disalin dari Excel").fill(BARIS)
    page.get_by_role("button", name="Tambahkan langkah ini").click()
    page.get_by_text("6 langkah ditambahkan").wait_for()
    assert symbols(page, "proses") == 6

    page.get_by_role("button", name="Tambah langkah", exact=True).click()
    page.locator("#langkah-6").get_by_label("Uraian kegiatan").fill("Mengarsipkan laporan")
    page.locator("#langkah-6").get_by_label("Pelaksana").select_option("Staf Perencanaan")
    expect(page.locator("#gambar .simbol")).to_have_count(7)
    page.locator("#langkah-6").get_by_label("Simbol").select_option("terminator")
    page.locator("#langkah-0").get_by_label("Simbol").select_option("terminator")
    expect(page.locator("#gambar .simbol-terminator")).to_have_count(2)

    page.locator("#langkah-2").get_by_label("Simbol").select_option("keputusan")
    page.locator("#langkah-2").get_by_label("Bila “Ya” ke").wait_for()
    expect(page.locator("#gambar .lingkar").first).to_be_visible()
    screen.look("bagan-temuan")
    page.locator("#langkah-2").get_by_label("Bila “Ya” ke").select_option("4")
    page.locator("#langkah-2").get_by_label("Bila “Tidak” ke").select_option("2")
    expect(page.locator("#gambar .jawaban")).to_have_count(2)
    expect(page.locator("#gambar")).to_contain_text("Tidak")

    page.keyboard.press("Control+s")
    page.get_by_text("Naskah disimpan.").wait_for()
    screen.look("bagan-tersimpan")
    page.get_by_role("button", name="Hapus langkah 4").click()
    page.get_by_text("Tujuan Ya langkah 3 dikosongkan").wait_for()
    assert symbols(page) == 6
    page.get_by_role("button", name="Urungkan").click()
    page.get_by_text("Simpanan terakhir diurungkan.").wait_for()
    assert symbols(page) == 7
    with house.database.reading() as connection:
        kept = data_of(store.get(connection, name).data).content
    assert [each.get("ya") for each in kept["kegiatan"]] == [None, None, "4", *[None] * 4]

    screen.open(f"/naskah/{name}")
    if screen.name == "meja":  # Where there is room, the saved state is printed beside the form.
        expect(page.locator("#pratinjau-kabar")).to_contain_text("KONSEP sedang dicetak")
    for box in page.get_by_label("Sudah saya lihat").all():
        box.check()
    page.get_by_role("button", name="Ajukan untuk diperiksa").first.click()
    page.get_by_text("Naskah diajukan.").wait_for()
    screen.open(f"/naskah/{name}/bagan")
    assert page.url == f"{screen.address}/naskah/{name}"
