"""A writer's day in a real browser, on a phone and on a desk: home, forms, many at once, boards."""

from __future__ import annotations

import json

import pytest

from service.app import House
from tests.doc_templates.formulir.berkas_excel import diisi, tulisi
from tests.doc_templates.formulir.data import isi
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen
from tests.service.web.test_journeys_naskah import entered
from workers.owners import this_process

pytestmark = pytest.mark.browser

OFFICE = "KECAMATAN JEKULO"
DINAS = "DINAS CONTOH"


def test_forms_go_out_and_come_back_and_a_draft_is_put_aside(screen: Screen, house: House):
    """Each page is looked at as it comes."""
    person_as(house, f"penyusun:{DINAS}", login="siti", password=WORDS)
    page = screen.page
    entered(screen, "siti")
    screen.look("kerja-beranda-kosong")
    screen.open("/naskah/baru?jenis=laporan_triwulan")
    screen.look("kerja-baru-himpunan")
    page.get_by_label("Judul naskah").fill("Laporan triwulan II")
    whole = json.dumps({"triwulan": 2, "data": isi()}).encode()
    page.get_by_label("Berkas data").set_input_files(
        {"name": "data.json", "mimeType": "application/json", "buffer": whole}
    )
    page.get_by_role("button", name="Buat naskah").click()
    page.get_by_role("link", name="Formulir Excel").click()
    screen.look("kerja-formulir")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Bidang Alfa").click()
    blank = waiting.value.path().read_bytes()
    wrong = diisi(tulisi("Kinerja", "I-1", "nilai", "delapan ??"), content=blank)
    page.get_by_label("Formulir yang kembali").set_input_files(
        [
            {"name": "salah.xlsx", "mimeType": "application/x", "buffer": wrong},
            {"name": "lain.xlsx", "mimeType": "application/x", "buffer": b"%PDF-1.7"},
        ]
    )
    page.get_by_role("button", name="Baca formulir").click()
    screen.look("kerja-formulir-tertahan")
    page.get_by_role("link", name="Unggah lagi").click()
    page.get_by_label("Formulir yang kembali").set_input_files(
        {"name": "baik.xlsx", "mimeType": "application/x", "buffer": diisi(content=blank)}
    )
    page.get_by_role("button", name="Baca formulir").click()
    screen.look("kerja-formulir-dibaca")
    page.get_by_role("button", name="Terima").click()
    page.get_by_text("diterima ke dalam himpunan data").wait_for()
    page.get_by_role("link", name="Buang naskah ini").click()
    screen.look("kerja-buang")
    page.get_by_role("button", name="Buang naskah").click()
    page.get_by_text("dapat dipulihkan").wait_for()
    page.get_by_role("link", name="Dibuang").click()
    screen.look("kerja-dibuang")
    page.get_by_role("link", name="Laporan triwulan II").click()
    page.get_by_role("button", name="Pulihkan naskah").click()
    screen.open("/naskah")
    screen.look("kerja-naskah")


def test_many_are_asked_at_once_and_followed_on_a_board(screen: Screen, house: House, sample):
    """The board follows by itself; what was rejected is asked again, what waits taken back."""
    person_as(house, f"penyusun:{OFFICE}", login="siti", password=WORDS)
    page = screen.page
    entered(screen, "siti")
    page.get_by_role("link", name="Kumpulan", exact=True).first.click()
    screen.look("kerja-kumpulan-kosong")
    page.get_by_role("link", name="Kumpulan baru").click()
    screen.look("kerja-kumpulan-baru")
    page.get_by_label("Jenis dokumen").select_option("perjanjian_kinerja")
    page.get_by_label("Berkas data (JSON").set_input_files(
        [
            {
                "name": f"camat-{at}.json",
                "mimeType": "application/json",
                "buffer": json.dumps(sample(**more)).encode(),
            }
            for at, more in enumerate(({}, {"tempat": "Kudus"}, {"tahun": "x"}))
        ]
    )
    page.get_by_role("button", name="Lihat dokumennya").last.click()
    screen.look("kerja-kumpulan-pilih")
    if (seen := page.get_by_label("sudah saya lihat")).count():
        seen.check()
    page.get_by_role("button", name="Minta yang dipilih").click()
    page.get_by_text("2 dokumen diminta.").wait_for()
    page.evaluate("() => { window.same = true }")
    one, owner, now = house.jobs.list()[0].id, this_process(), house.clock()
    house.jobs.claim(one, owner=owner, now=now, lease_seconds=60)
    house.jobs.reject(one, owner=owner, error=ValueError("x"), sentence="Mesin macet.", now=now)
    page.get_by_text("1 ditolak").wait_for(timeout=20_000)
    assert page.evaluate("() => window.same")
    screen.look("kerja-papan")
    page.get_by_role("button", name="Minta lagi yang ditolak").click()
    page.get_by_text("diminta lagi dengan nomornya").wait_for()
    page.get_by_role("link", name="Rincian").first.click()
    screen.look("kerja-pekerjaan")
    page.get_by_role("link", name="Kumpulan", exact=True).first.click()
    screen.look("kerja-kumpulan")
    screen.open("/")
    screen.look("kerja-beranda")
