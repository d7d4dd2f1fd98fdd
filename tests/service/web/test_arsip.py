"""``/arsip``: codes for many, access and retention of one, and how a document stands."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from archive.keeping import Access, Keeping
from archive.records import DocumentId
from archive.standing import Standing, State
from service.actions.keep_document import keep_document
from service.actions.stand_document import stand_document
from service.app import House
from tests.service.filing import filed
from tests.service.web.browsing import Browser, browser_of, seen, stranger_of

OWN, OTHER = "Dinas Kominfo", "Kecamatan Jekulo"
RETENTION = {"aktif": "2", "inaktif": "3", "nasib": "musnah", "hitung": "akhir_tahun"}


@pytest.fixture
def arsiparis(house: House) -> Browser:
    return browser_of(house, f"arsiparis:{OWN}")


@pytest.fixture
def document(house: House, tmp_path: Path) -> str:
    return filed(house, tmp_path, office=OWN, title="SOP Layanan", number="067/7/2026")


def withdrawn(house: House, document: str, reason: str = "Salah lampiran.") -> None:
    found = house.archive.document(DocumentId(document))
    said = Standing(State.WITHDRAWN, house.clock().date(), reason)
    stand_document(found, said, house=house)


def test_many_documents_get_one_code(
    house: House, arsiparis: Browser, document: str, tmp_path: Path
):
    """Those chosen, of the own office alone; what is odd is told, and the list stays as asked."""
    old = filed(house, tmp_path, office=OWN, year=2020, date="2020-02-02", title="Naskah lama")
    foreign = filed(house, tmp_path, office=OTHER, title="Milik lain")

    page = arsiparis.get("/arsip?kode=belum").text
    assert "Naskah lama" in page
    assert "Milik lain" not in page
    told = arsiparis.send_and_read(
        "/arsip/kode", dokumen=[document, old], kode_baru="000.8.3.3", kode="belum"
    )

    assert "2 dokumen diberi kode 000.8.3.3." in told
    assert "baru berlaku sejak 2022" in told
    assert "Tidak ada dokumen yang sesuai" in told
    assert house.archive.document(DocumentId(old)).record.classification == "000.8.3.3"
    assert arsiparis.send("/arsip/kode", dokumen=[foreign], kode_baru="x").status_code == 404
    assert arsiparis.send("/arsip/kode").status_code == 422


def test_keeping_is_laid_down_and_falls_due(arsiparis: Browser, document: str):
    """Code, access, retention: shown on the document, listed when due, destroyed by nobody."""
    proposed = arsiparis.send_and_read(f"/arsip/{document}/simpan", kode="000.8.6.3", versi="1")
    assert "Usul bagi kode ini" in proposed
    assert 'value="2"' in arsiparis.get(f"/arsip/{document}?usul=1").text

    told = arsiparis.send_and_read(
        f"/arsip/{document}/simpan",
        **RETENTION,
        kode="000.8.6.3",
        akses="terbatas",
        vital="ya",
        dasar="Perbup 12/2025",
        alasan_simpan="Sesuai JRA baru.",
        versi="2",
    )
    assert "Ketentuan simpan tersimpan" in told
    assert "Sesuai JRA baru." in told
    life = seen(arsiparis.get(f"/dokumen/{document}").text)
    assert "Terbatas" in life
    assert "inaktif sampai 31 Desember 2031" in life
    assert "Tidak ada dokumen" in arsiparis.get("/arsip/jatuh-tempo?pada=2031-12-31").text
    assert "SOP Layanan" in arsiparis.get("/arsip/jatuh-tempo?pada=2032-01-01").text
    assert "SOP Layanan" in arsiparis.get("/arsip/jatuh-tempo?tahap=pindah&pada=2029-01-01").text
    assert arsiparis.get("/arsip/jatuh-tempo?pada=2031-02-31").status_code == 422


def test_wrong_entries_are_told_beside_their_field(arsiparis: Browser, document: str):
    """Years that are none, a day to come, no reason, no such successor: nothing is lost."""
    years = arsiparis.send(f"/arsip/{document}/simpan", **RETENTION | {"aktif": "dua"})
    assert years.status_code == 422
    assert "masa simpan antara 0 dan 100 tahun" in years.text
    assert 'value="dua"' in years.text
    half = arsiparis.send(f"/arsip/{document}/simpan", aktif="2")
    assert (half.status_code, "pilih juga nasib akhirnya" in half.text) == (422, True)
    for wrong, told in (
        ({"sejak": "2999-01-01", "alasan": "x"}, "melewati hari ini"),
        ({"sejak": "2026-01-01"}, "tuliskan alasannya"),
        ({"sejak": "kapan", "alasan": "x"}, "sejak tanggal berapa"),
        ({"keadaan": "superseded", "sejak": "2026-01-01", "alasan": "x"}, "penggantinya"),
        (
            {
                "keadaan": "superseded",
                "sejak": "2026-01-01",
                "alasan": "Alasan ini",
                "pengganti": "1",
            },
            "Tidak ada dokumen",
        ),
    ):
        answer = arsiparis.send(f"/arsip/{document}/keadaan", **wrong)
        assert (answer.status_code, told in answer.text) == (422, True), wrong
    assert "Alasan ini" in answer.text


def test_of_two_at_one_document_the_second_looks_again(arsiparis: Browser, document: str):
    """The form knows which version it showed; the same form sent twice does no harm."""
    first = {"sejak": "2026-01-01", "alasan": "Salah.", "versi": "1"}
    assert arsiparis.send(f"/arsip/{document}/keadaan", **first).status_code == 303
    assert arsiparis.send(f"/arsip/{document}/keadaan", **first).status_code == 303
    late = arsiparis.send(f"/arsip/{document}/simpan", kode="000", versi="1")
    assert (late.status_code, "muat ulang" in late.text) == (422, True)


def test_everyone_reads_first_that_it_holds_no_longer(
    house: House, arsiparis: Browser, document: str, tmp_path: Path
):
    """On its page, in lists, in tasks, in a bundle, and when the public asks."""
    heir = filed(house, tmp_path, office=OWN, title="SOP Layanan baru", number="067/8/2026")
    arsiparis.send_and_read(
        f"/arsip/{document}/keadaan",
        keadaan="superseded",
        sejak="2026-02-01",
        alasan="Disusun ulang, NIP 196801011990031001.",
        pengganti="067/8/2026",
        versi="1",
    )
    worker = browser_of(house, f"penandatangan:{OWN}", login="ttd")

    life = seen(worker.get(f"/dokumen/{document}").text)
    told = "Dokumen ini digantikan oleh Nomor 067/8/2026 sejak 1 Februari 2026 karena: Disusun"
    assert life.index(told) < life.index("SOP Layanan Digantikan")
    assert f"/dokumen/{heir}" in worker.get(f"/dokumen/{document}").text
    assert "SOP Layanan</a>" not in worker.get("/tugas").text
    assert "Tidak perlu ditandatangani" in worker.get(f"/tugas/{document}").text
    refused = worker.send(f"/tugas/{document}", files={"berkas": ("a.pdf", b"%PDF-1.7")})
    assert (refused.status_code, "digantikan karena" in refused.text) == (422, True)
    assert "SOP Layanan" in worker.get("/dokumen?keadaan=superseded").text
    bundle = worker.send("/dokumen/bundel", dokumen=[document]).content
    with zipfile.ZipFile(BytesIO(bundle)) as package:
        facts = json.loads(package.read("manifest.json"))[0]
    assert (facts["state"], facts["standing"]["replaced_by"]) == ("superseded", heir)

    public = stranger_of(house).get("/periksa?nama=067/7/2026").text
    assert "digantikan oleh Nomor 067/8/2026" in public
    assert "196801011990031001" not in public
    code = house.archive.document(DocumentId(heir)).record.code
    assert f'href="/v/{code}"' in public


def test_a_withdrawn_document_is_reinstated_with_a_reason(
    house: House, arsiparis: Browser, document: str
):
    """The history keeps both."""
    withdrawn(house, document)
    told = seen(
        arsiparis.send_and_read(
            f"/arsip/{document}/keadaan", keadaan="in_force", sejak="2026-03-02", alasan="Keliru."
        )
    )

    assert "berlaku kembali" in told
    assert "dicabut pada" in told
    assert "Keliru." in told
    assert house.archive.document(DocumentId(document)).state == "issued"


def test_access_hides_documents_from_roles(house: House, document: str):
    """What is secret does not exist for those without need: no page, no list, no file, no count."""
    roles = ("penyusun", "pemeriksa", "penandatangan", "auditor", "arsiparis")
    people = {role: browser_of(house, f"{role}:{OWN}", login=f"a-{role}") for role in roles}
    file = f"/dokumen/{document}/versi/1/berkas/document.pdf"
    for access, hidden_from in (
        (Access.TERBATAS, set()),
        (Access.RAHASIA, {"penyusun"}),
        (Access.SANGAT_RAHASIA, {"penyusun", "pemeriksa"}),
    ):
        keep_document(
            house.archive.document(DocumentId(document)), Keeping(access=access), house=house
        )
        for role, person in people.items():
            status = 404 if role in hidden_from else 200
            told = [person.get(path).status_code for path in (f"/dokumen/{document}", file)]
            assert told == [status, status], (access, role)
            for path in ("/dokumen", "/"):
                listed = "SOP Layanan" in person.get(path).text
                assert listed is (role not in hidden_from), (access, role, path)


def test_the_public_learns_only_that_it_is_genuine(house: House, document: str):
    """What is secret answers to its code alone, for numbers can be guessed."""
    code = house.archive.document(DocumentId(document)).record.code
    public = stranger_of(house)
    for access, by_number in (
        (Access.BIASA, True),
        (Access.TERBATAS, True),
        (Access.RAHASIA, False),
        (Access.SANGAT_RAHASIA, False),
    ):
        keep_document(
            house.archive.document(DocumentId(document)), Keeping(access=access), house=house
        )
        answer = public.get("/periksa?nama=067/7/2026").status_code
        assert (answer == 200) is by_number, access
        told = public.get(f"/v/{code}").text
        limited = access is not Access.BIASA
        assert "Dibuat oleh sistem ini." in told
        assert ("Dokumen berakses terbatas" in told) is limited
        assert ("SOP Layanan" in told, OWN in told) == (not limited, not limited)


def test_a_secret_successor_is_named_to_nobody_else(
    house: House, arsiparis: Browser, document: str, tmp_path: Path
):
    """Neither on the page, in its versions, in the trail, nor to the public."""
    heir = filed(house, tmp_path, office=OWN, title="Pengganti rahasia", number="R/9")
    keep_document(
        house.archive.document(DocumentId(heir)), Keeping(access=Access.RAHASIA), house=house
    )
    arsiparis.send_and_read(
        f"/arsip/{document}/keadaan",
        keadaan="superseded",
        sejak="2026-02-01",
        alasan="Diganti.",
        pengganti=heir,
    )

    assert "R/9" in arsiparis.get(f"/dokumen/{document}").text
    for person, path in (
        (browser_of(house, f"penyusun:{OWN}", login="pe"), f"/dokumen/{document}"),
        (stranger_of(house), "/periksa?nama=067/7/2026"),
    ):
        told = person.get(path).text
        assert "digantikan oleh dokumen lain" in told
        assert "R/9" not in told
        assert heir not in told


def test_a_limited_document_tells_no_reasons(house: House, arsiparis: Browser, document: str):
    """That it holds no longer must be known; why is not for everyone."""
    arsiparis.send_and_read(f"/arsip/{document}/simpan", akses="rahasia")
    withdrawn(house, document, "Menyebut nama pelapor.")
    code = house.archive.document(DocumentId(document)).record.code

    told = stranger_of(house).get(f"/v/{code}").text
    assert "tidak berlaku lagi" in told
    assert "pelapor" not in told


def test_an_arsiparis_of_another_office_sees_nothing_of_it(house: House, document: str):
    """Neither shelves nor forms."""
    other = browser_of(house, f"arsiparis:{OTHER}", login="lain")

    assert "SOP Layanan" not in other.get("/arsip").text
    assert other.get(f"/arsip/{document}").status_code == 404
