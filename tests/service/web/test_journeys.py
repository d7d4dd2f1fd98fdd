"""Whole journeys in a real browser, on a phone and on a desk: the public, an auditor, an admin."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.records import DocumentId
from service.actions.cancel_job import cancel_job
from service.app import House
from tests.service.filing import filed
from tests.service.serving import WORDS, person_as
from tests.service.web.conftest import Screen
from tests.service.web.printing import printed
from tests.service.web.test_documents import version_added
from tests.service.web.test_keeping import asked

pytestmark = pytest.mark.browser

TITLE = "Pelayanan Permohonan Informasi Publik pada Pejabat Pengelola Informasi dan Dokumentasi"
OFFICE = "Dinas Komunikasi dan Informatika Kabupaten Kudus"


@pytest.fixture
def documents(house: House, tmp_path: Path) -> list[str]:
    """A small archive: several offices and years, one document in two versions."""
    made = [
        filed(
            house, tmp_path, office=office, title=title, year=year, kind=kind, classification=code
        )
        for office, title, year, kind, code in (
            ("Kecamatan Jekulo", "Penerbitan Surat Keterangan", 2024, "sop", "000.8.3.3"),
            (
                "Kecamatan Jekulo",
                "Perjanjian Kinerja Camat Jekulo",
                2025,
                "perjanjian_kinerja",
                None,
            ),
            (OFFICE, "Perjanjian Kinerja Kepala Dinas", 2026, "perjanjian_kinerja", None),
            (OFFICE, TITLE, 2026, "sop", "000.8.3.3"),
        )
    ]
    for waktu in ("10 menit", "15 menit"):
        data = {"judul": TITLE, "kegiatan": [{"uraian": "Menerima permohonan", "waktu": waktu}]}
        pdf = printed("Menerima permohonan", f"Waktu {waktu}", "Mencatat dalam register")
        version_added(
            house, made[-1], tmp_path, data_json=json.dumps(data).encode(), document_pdf=pdf
        )
    return made


def entered(screen: Screen, login: str = "siti") -> None:
    """Sign in with the keyboard alone."""
    screen.open("/masuk")
    screen.page.keyboard.press("Tab")
    assert screen.page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    screen.page.get_by_label("Nama masuk").fill(login)
    screen.page.get_by_label("Kata sandi").fill(WORDS)
    screen.page.keyboard.press("Enter")
    screen.page.get_by_role("heading", name="Selamat datang").wait_for()


def test_the_public_verifies_a_document(
    screen: Screen, house: House, documents: list[str], tmp_path: Path
):
    """By the QR's address, by number, with a file dropped on the page."""
    known = house.archive.document(DocumentId(documents[-1]))
    screen.open(f"/v/{known.record.code}")
    screen.look("publik-kode")
    assert screen.page.get_by_text("Dibuat oleh sistem ini.").is_visible()
    assert screen.page.get_by_text("Belum ditandatangani secara elektronik").is_visible()

    screen.page.get_by_label("Kode verifikasi atau nomor dokumen").fill("tidak ada")
    screen.page.keyboard.press("Enter")
    screen.page.get_by_role("heading", name="Tidak dikenal").wait_for()
    screen.look("publik-tidak-dikenal")

    copy = tmp_path / "unduhan.pdf"
    number = known.head.number
    house.archive.fetch(known.document, version=number, name="document.pdf", to=copy)
    screen.page.get_by_label("Atau periksa sebuah berkas PDF").set_input_files(copy)
    screen.page.get_by_role("button", name="Periksa berkas").click()
    screen.page.get_by_text("Berkas ini sama persis dengan yang diarsipkan.").wait_for()
    screen.look("publik-berkas")


@pytest.mark.usefixtures("documents")
def test_an_auditor_finds_reads_compares_proves_and_takes_along(screen: Screen, house: House):
    """From signing in to the ZIP with its digests."""
    person_as(house, "auditor:*", password=WORDS)
    screen.open("/masuk")
    screen.look("masuk")
    entered(screen)
    screen.look("beranda-auditor")

    page = screen.page
    page.get_by_role("link", name="Dokumen", exact=True).first.click()
    screen.look("dokumen")
    if screen.name == "telepon":
        page.get_by_text("Saringan").click()
    page.get_by_role("link", name=OFFICE).first.click()
    page.get_by_label("Kata dari isi, judul, nomor, atau kantor").fill("informasi")
    page.keyboard.press("Enter")
    page.get_by_text("1 dokumen sesuai").wait_for()
    page.get_by_role("link", name=TITLE).click()
    screen.look("dokumen-satu")
    page.get_by_role("button", name="Uji keutuhan sekarang").click()
    page.get_by_text("Dokumen ini utuh").wait_for()
    page.get_by_role("button", name="Bandingkan").click()
    page.get_by_role("heading", name="Versi v2 dan versi v3").wait_for()
    screen.look("perbandingan")

    screen.open("/dokumen")
    for box in page.get_by_label("Pilih ", exact=False).all()[-2:]:
        box.check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh yang dipilih (ZIP)").click()
    with zipfile.ZipFile(waiting.value.path()) as package:
        assert "SHA256SUMS" in package.namelist()
        assert len(package.namelist()) == 4
    screen.open("/jejak")
    screen.look("jejak")
    screen.open("/tidak-ada")
    screen.look("tidak-ditemukan")
    page.get_by_role("button", name="Keluar").or_(
        page.get_by_role("link", name="Ke Beranda")
    ).click()


def test_an_admin_enters_a_person_and_looks_at_health(screen: Screen, house: House):
    """Faults stand beside their fields and are led to."""
    person_as(house, "admin:*", password=WORDS)
    entered(screen)
    page = screen.page
    page.get_by_role("link", name="Pengguna", exact=True).first.click()
    screen.look("pengguna")
    page.get_by_role("link", name="Tambah pengguna").click()
    page.get_by_label("Nama", exact=True).fill("Staf Baru")
    page.get_by_label("Nama masuk").fill("baru")
    page.get_by_label("Kata sandi awal").fill("pendek")
    page.get_by_role("button", name="Tambah").click()
    page.get_by_role("heading", name="Ada yang perlu diperbaiki").wait_for()
    screen.look("pengguna-salah")
    page.get_by_label("Kata sandi awal").fill(WORDS)
    page.get_by_label("Peran 1").select_option("auditor")
    page.get_by_label("Kantor 1").fill("*")
    page.get_by_role("button", name="Tambah").click()
    page.get_by_text("ditambahkan.").wait_for()
    screen.look("pengguna-satu")
    screen.open("/kesehatan")
    screen.look("kesehatan")
    screen.open("/pekerjaan")
    screen.look("pekerjaan")


def test_pages_are_read_at_twice_the_size(screen: Screen, house: House, documents: list[str]):
    """200 per cent: nothing is cut off, nothing sticks out."""
    person_as(house, "auditor:*", password=WORDS)
    entered(screen)
    size = screen.page.viewport_size
    screen.page.set_viewport_size(
        {"width": max(320, size["width"] // 2), "height": size["height"] // 2}
    )
    for path in ("/", "/dokumen", f"/dokumen/{documents[-1]}", "/jejak", "/periksa"):
        screen.open(path)
        screen.look(f"besar{path.replace('/', '-')[:10]}")


def test_a_page_follows_its_job_without_being_loaded_again(
    screen: Screen, house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """HTMX looks every two seconds, within what the policy of the page allows."""
    job = asked(house, data_file, sample)
    person_as(house, f"penyusun:{job.office}", password=WORDS)
    entered(screen)
    screen.open(f"/pekerjaan/{job.id}")
    screen.look("pekerjaan-satu")
    screen.page.evaluate("() => { window.same = true }")

    cancel_job(job, house=house)

    screen.page.get_by_role("status").get_by_text("Dibatalkan").wait_for(timeout=20_000)
    assert screen.page.evaluate("() => window.same")
    assert not screen.complaints
    screen.open("/akun")
    screen.look("akun")
