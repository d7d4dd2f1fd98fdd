"""Beginning a draft: from a sample, with the data set of another, as a copy of last year's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from service.app import House
from tests.doc_templates.formulir.data import isi
from tests.service.filing import filed
from tests.service.web.browsing import seen
from tests.service.web.test_documents import version_added
from tests.service.web.test_naskah import OFFICE, Officer, content, kept, keys, revision, typed
from tests.service.web.test_naskah_formulir import OFFICE as DINAS
from tests.service.web.test_naskah_formulir import filled


@pytest.fixture
def writer(house: House) -> Officer:
    return Officer(house, f"penyusun:{OFFICE}", f"penyusun:{DINAS}", login="siti")


def begun(writer: Officer, fields: dict[str, Any], **more: Any) -> str:
    answer = writer.post("/naskah/baru", fields, follow_redirects=False, **more)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"].rpartition("/")[2])


def test_a_new_person_begins_with_a_sample_of_her_office(house: House, writer: Officer):
    """Complete and without a number, so that it can be issued at once; others are not offered."""
    page = writer.get("/naskah/baru?jenis=perjanjian_kinerja").text
    assert 'value="camat"' in page
    assert 'value="kepala-dinas"' not in page
    fields = {"jenis": "perjanjian_kinerja", "judul": "Coba", "kantor": OFFICE, "contoh": "camat"}

    draft = begun(writer, fields)

    whole = house.kinds["perjanjian_kinerja"].sample("camat")
    assert content(house, draft) == {key: each for key, each in whole.items() if key != "nomor"}
    assert "0 isian belum sesuai" not in writer.get(f"/naskah/{draft}").text


def test_a_data_set_is_lent_by_another_draft_and_filled_by_forms_at_once(
    house: House, writer: Officer
):
    """The draft is there before anything is accepted into it."""
    data = {"berkas": ("d.json", json.dumps({"triwulan": 1, "data": isi()}), "application/json")}
    fields = {"jenis": "laporan_triwulan", "judul": "TW I", "kantor": DINAS}
    first = begun(writer, fields, files=data)
    form = filled(writer, first)
    page = writer.get("/naskah/baru?jenis=laporan_triwulan").text
    assert f'<option value="{first}"' in page

    lent = {**fields, "judul": "TW II", "himpunan_dari": first}
    read = writer.post("/naskah/baru", lent, files=[("formulir-kembali", ("a.xlsx", form))])

    assert "Dapat diterima" in read.text
    second = read.text.partition('action="/naskah/')[2].partition("/")[0]
    assert second != first
    assert content(house, second)["data"] == content(house, first)["data"]


def test_forms_without_a_data_set_begin_nothing(writer: Officer):
    """They hold the part of one unit only; what was typed stays."""
    fields = {"jenis": "laporan_triwulan", "judul": "Tanpa himpunan", "kantor": DINAS}
    answer = writer.post("/naskah/baru", fields, files=[("formulir-kembali", ("a.xlsx", b"PK"))])

    assert answer.status_code == 422
    assert "belum memuat himpunan data" in answer.text
    assert 'value="Tanpa himpunan"' in answer.text
    assert "Tanpa himpunan" not in seen(writer.get("/naskah").text)


def test_a_data_set_of_another_office_is_lent_to_nobody(house: House, writer: Officer):
    """Not even by an id that somebody knows."""
    data = {"berkas": ("d.json", json.dumps({"data": isi()}), "application/json")}
    fields = {"jenis": "laporan_triwulan", "judul": "Rahasia", "kantor": DINAS}
    draft = begun(writer, fields, files=data)
    stranger = Officer(house, "penyusun:LAIN", login="asing")

    asked = {"jenis": "laporan_triwulan", "judul": "x", "kantor": "LAIN", "himpunan_dari": draft}
    answer = stranger.post("/naskah/baru", asked)

    assert answer.status_code == 422
    assert "Naskah itu tidak ada" in answer.text
    assert draft not in stranger.get("/naskah/baru?jenis=laporan_triwulan").text


def test_a_copy_tells_what_is_still_as_it_was_last_year(
    house: House, writer: Officer, sample: Any, tmp_path: Path
):
    """Copied verbatim; each place is told until it is changed or acknowledged, once."""
    data = sample()
    document = filed(house, tmp_path, office=OFFICE, kind="perjanjian_kinerja", year=data["tahun"])
    version_added(house, document, tmp_path, data_json=json.dumps(data).encode())
    answer = writer.post("/naskah/salin", {"dokumen": document}, follow_redirects=False)
    draft = answer.headers["location"].rpartition("/")[2]

    page = writer.get(f"/naskah/{draft}").text
    year = data["tahun"]
    assert f"ahunnya masih {year}" in page
    assert "ejabatnya masih" in page
    assert content(house, draft) == {key: each for key, each in data.items() if key != "nomor"}
    refused = writer.post(f"/naskah/{draft}", typed(page) | {"aksi": "ajukan"})
    assert "belum Anda tandai" in refused.text

    form = typed(writer.get(f"/naskah/{draft}").text)
    changed = writer.post(f"/naskah/{draft}", form | {"d:tahun": str(year + 1)})
    assert f"ahunnya masih {year}" not in changed.text
    before = len(keys(changed.text))
    some = {"temuan": keys(changed.text)[:1], "aksi": "simpan", **typed(changed.text)}
    after = writer.post(f"/naskah/{draft}", some)
    assert len(keys(after.text)) == before - 1
    assert kept(house, draft).copied.document == document
    assert revision(house, draft) == {"revisi": "3"}
