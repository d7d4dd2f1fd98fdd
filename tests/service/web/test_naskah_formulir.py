"""Excel forms of a draft: they go out filled with what is known, come back, are shown, taken in."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest

from service.app import House
from tests.doc_templates.formulir.berkas_excel import diisi, tulisi
from tests.doc_templates.formulir.data import isi
from tests.service.web.browsing import seen
from tests.service.web.test_naskah import Officer, content, kept, revision
from tests.service.web.test_naskah_daftar import told

OFFICE = "DINAS CONTOH"


@pytest.fixture
def writer(house: House) -> Officer:
    return Officer(house, f"penyusun:{OFFICE}", login="siti")


@pytest.fixture
def draft(writer: Officer) -> str:
    """A quarterly report over a small data set."""
    fields = {"jenis": "laporan_triwulan", "judul": "Laporan", "kantor": OFFICE}
    file = {"berkas": ("d.json", json.dumps({"triwulan": 2, "data": isi()}), "application/json")}
    answer = writer.post("/naskah/baru", fields, files=file, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"].rpartition("/")[2])


def filled(writer: Officer, draft: str, *changes: Any) -> bytes:
    """The form of a unit, downloaded and filled."""
    blank = writer.get(f"/naskah/{draft}/formulir/unduh?triwulan=2&unit=BID-A")
    assert blank.headers["content-type"].endswith("spreadsheetml.sheet")
    return diisi(*changes, content=blank.content)


def send(writer: Officer, draft: str, *files: tuple[str, bytes]) -> Any:
    chosen = [("berkas", each) for each in files]
    return writer.post(f"/naskah/{draft}/formulir", {"revisi": "1"}, files=chosen)


def carried(page: str) -> dict[str, list[str]]:
    return {
        name: re.findall(f'name="{name}" value="([^"]*)"', page)
        for name in ("nama", "isi", "revisi")
    }


def test_a_form_goes_out_comes_back_is_shown_and_taken_in(
    house: House, writer: Officer, draft: str
):
    """Nothing changes before it is accepted; then each value is written down with its cell."""
    page = seen(writer.get(f"/naskah/{draft}/formulir").text)
    assert "BID-A" in page
    before = content(house, draft)["data"]
    read = send(writer, draft, ("bid-a.xlsx", filled(writer, draft)))
    assert "Dapat diterima" in seen(read.text)
    assert "Kinerja!" in read.text
    assert content(house, draft)["data"] == before

    taken = writer.post(f"/naskah/{draft}/formulir/terima", carried(read.text))

    after = content(house, draft)["data"]
    assert "diterima ke dalam himpunan data" in taken.text
    assert len(after["penerimaan"]) > len(before.get("penerimaan", []))
    assert "bid-a.xlsx" in after["penerimaan"][-1]["alasan"]
    assert "isian formulir BID-A triwulan 2 diterima" in told(house)
    assert kept(house, draft).revision == 2
    values = [each.get("nilai") for row in after["realisasi"] for each in row.get("triwulan", [])]
    assert "86,25" in values


def test_every_fault_is_told_with_its_sheet_and_cell_and_holds_up_no_other(
    house: House, writer: Officer, draft: str
):
    """Of a good file and a bad one, the good one can be taken in."""
    good = filled(writer, draft)
    bad = filled(writer, draft, tulisi("Kinerja", "I-1", "nilai", "delapan ??"))
    read = send(writer, draft, ("rusak.xlsx", bad), ("bukan.xlsx", b"%PDF-1.7"))
    text = seen(read.text)

    assert "Tertahan" in text
    assert re.search(r"Kinerja![A-Z]+\d+", text)
    assert "ialah PDF, bukan XLSX" in text
    assert "isi" not in [each for each, values in carried(read.text).items() if values]
    mixed = send(writer, draft, ("bukan.xlsx", b"%PDF-1.7"), ("baik.xlsx", good))
    assert carried(mixed.text)["nama"] == ["baik.xlsx"]
    assert kept(house, draft).revision == 1


def test_a_form_that_was_read_is_not_taken_in_over_what_a_colleague_saved(
    house: House, writer: Officer, draft: str
):
    """She is told, and nothing is written; the forms are still on the page."""
    read = send(writer, draft, ("a.xlsx", filled(writer, draft)))
    colleague = Officer(house, f"penyusun:{OFFICE}", login="rekan")
    fields = {"aksi": "simpan", "judul": "Lain", **revision(house, draft)}
    colleague.post(f"/naskah/{draft}", fields)

    refused = writer.post(f"/naskah/{draft}/formulir/terima", carried(read.text))

    assert refused.status_code == 422
    assert "sudah diubah oleh" in refused.text
    assert carried(refused.text)["nama"] == ["a.xlsx"]
    assert kept(house, draft).title == "Lain"


def test_all_forms_go_out_as_one_package(writer: Officer, draft: str):
    """One for each unit that has something to fill."""
    answer = writer.get(f"/naskah/{draft}/formulir/unduh?triwulan=2")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert package.namelist() == [
            "formulir-kinerja-2024-TW2-BID-A.xlsx",
            "formulir-kinerja-2024-TW2-BID-B.xlsx",
        ]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        ("/unduh?triwulan=9", 422),
        ("/unduh?triwulan=2&unit=X", 404),
        ("?triwulan=0", 422),
    ],
)
def test_addresses_that_lead_nowhere_say_so(writer: Officer, draft: str, path: str, status: int):
    """Never a fault of ours."""
    assert writer.get(f"/naskah/{draft}/formulir{path}").status_code == status


def test_a_draft_without_a_data_set_has_no_forms(writer: Officer):
    """It is said what is missing."""
    fields = {"jenis": "laporan_triwulan", "judul": "Kosong", "kantor": OFFICE}
    path = writer.post("/naskah/baru", fields, follow_redirects=False).headers["location"]
    assert "belum memuat himpunan data" in writer.get(f"{path}/formulir").text
    assert writer.get(f"{path}/formulir/unduh?triwulan=1").status_code == 409
    broken = {"nama": "a.xlsx", "isi": "???", "revisi": "1"}
    assert writer.post(f"{path}/formulir/terima", broken).status_code == 400


def test_forms_of_other_offices_do_not_exist(house: House, draft: str):
    """Neither out nor in."""
    stranger = Officer(house, "penyusun:LAIN", login="asing")
    for way in ("formulir", "formulir/unduh?triwulan=2"):
        assert stranger.get(f"/naskah/{draft}/{way}").status_code == 404
    assert send(stranger, draft, ("a.xlsx", b"PK")).status_code == 404
