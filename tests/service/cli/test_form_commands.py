"""``lontar form`` and ``lontar intake``: forms go out, come back, are shown, are accepted."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from service.reading import read_data
from tests.doc_templates.formulir.berkas_excel import buku, diisi, disimpan, sel, tulisi
from tests.doc_templates.formulir.data import isi


@pytest.fixture
def data(data_file) -> Path:
    """A data set, indented as people keep it."""
    return data_file(json.dumps(isi(), ensure_ascii=False, indent=2) + "\n", "data.json")


@pytest.fixture
def kembali(lontar, data, tmp_path) -> Path:
    """The form of Bidang Alfa for the second quarter, filled."""
    path = tmp_path / "bid-a.xlsx"
    lontar("form", "kinerja", data, "--unit", "BID-A", "--triwulan", 2, "--to", path)
    path.write_bytes(diisi(content=path.read_bytes()))
    return path


def told(result):
    return json.loads(result.stdout)


def test_forms_of_all_units_go_into_a_folder(lontar, data, tmp_path):
    """Each unit that has something to fill gets its form, named after it."""
    result = lontar(
        "form", "kinerja", data, "--all", "--triwulan", 2, "--to", tmp_path / "keluar", "--json"
    )

    assert result.exit_code == 0
    assert [each["unit"] for each in told(result)] == ["BID-A", "BID-B"]
    assert told(result)[0]["due"] == "2024-07-10"
    assert sorted(each.name for each in (tmp_path / "keluar").iterdir()) == [
        "formulir-kinerja-2024-TW2-BID-A.xlsx",
        "formulir-kinerja-2024-TW2-BID-B.xlsx",
    ]


def test_a_form_is_not_written_over_by_chance(lontar, data, tmp_path):
    """A form that lies there may be filled already."""
    arguments = ("form", "kinerja", data, "--unit", "BID-A", "--triwulan", 1, "--to", tmp_path)

    assert lontar(*arguments).exit_code == 0
    assert lontar(*arguments).exit_code == 7
    assert lontar(*arguments, "--force", "--due", "5 April 2024").exit_code == 0


@pytest.mark.parametrize(
    "salah",
    [
        (("--triwulan", 2), 2, "Sebutkan --unit UNIT, atau --all"),
        (("--all", "--unit", "BID-A", "--triwulan", 2), 2, "Sebutkan --unit UNIT, atau --all"),
        (("--unit", "BID-A", "--triwulan", 5), 2, "paling banyak 4"),
        (("--unit", "BID-A", "--triwulan", 2, "--due", "lusa"), 2, "“lusa” bukan tanggal"),
        (("--unit", "BID-X", "--triwulan", 2), 5, "DINAS, BID-A, BID-B"),
        (("--unit", "DINAS", "--triwulan", 2), 3, "tidak ada yang perlu diisi"),
    ],
)
def test_what_was_asked_wrongly_is_told(lontar, data, tmp_path, salah):
    """Each with its sentence and exit code, and nothing is written."""
    options, code, words = salah
    result = lontar("form", "kinerja", data, *options, "--to", tmp_path / "keluar")

    assert result.exit_code == code
    assert words in result.stderr
    assert not (tmp_path / "keluar").exists()


def test_a_preview_stores_nothing(lontar, data, kembali):
    """Old and new stand side by side; the data file stays as it was."""
    before = data.read_bytes()

    result = lontar("intake", kembali, data)

    assert result.exit_code == 0
    assert "Kinerja!H11\tI-2\tRealisasi TW II\t1\t0" in result.stdout
    assert "perubahan; terima dengan --accept." in result.stdout
    assert data.read_bytes() == before
    assert not data.with_name("data.json.formulir").exists()


def test_acceptance_writes_data_record_and_the_form_itself(lontar, data, kembali):
    """The value stands in the data, who and when beside it, the file and its digest in a folder."""
    result = lontar("intake", kembali, data, "--accept", "--by", "PERENCANA", "--json")

    content = read_data(str(data)).content
    digest = hashlib.sha256(kembali.read_bytes()).hexdigest()
    folder = data.with_name("data.json.formulir")
    (original,) = (Path(each) for each in told(result)["originals"])
    assert content["realisasi"][0]["triwulan"][1]["nilai"] == "86,25"
    assert content["realisasi_anggaran"][1]["keuangan"][1] == Decimal("9125000.5")
    assert {each["oleh"] for each in content["penerimaan"]} == {"PERENCANA"}
    assert all(digest in each["alasan"] for each in content["penerimaan"])
    assert original.read_bytes() == kembali.read_bytes()
    assert (folder / "SHA256SUMS").read_text() == f"{digest}  {original.name}\n"
    assert data.with_name("data.json.semula").exists()


def test_accepting_twice_is_safe(lontar, data, kembali):
    """The second time there is nothing to write, and it is said who accepted before."""
    lontar("intake", kembali, data, "--accept", "--by", "PERENCANA")
    after = data.read_bytes()

    again = lontar("intake", kembali, data, "--accept")

    assert again.exit_code == 0
    assert "sudah diterima oleh PERENCANA" in again.stdout
    assert "tidak ada yang ditulis" in again.stdout
    assert data.read_bytes() == after


def test_one_held_back_form_holds_back_all(lontar, data, kembali, tmp_path):
    """Nothing is stored by halves; the findings say which file and which cell."""
    buruk = tmp_path / "bid-b.xlsx"
    lontar("form", "kinerja", data, "--unit", "BID-B", "--triwulan", 2, "--to", buruk)
    book = buku(buruk.read_bytes())
    tulisi("Kinerja", "I-6", "nilai", "banyak")(book)
    buruk.write_bytes(disimpan(book))
    before = data.read_bytes()

    result = lontar("intake", kembali, buruk, data, "--accept")

    assert result.exit_code == 4
    place = sel(book["Kinerja"], "I-6", "nilai")
    assert f"W-EXCEL-NOT-NUMBER  Kinerja!{place}: “banyak” bukan angka" in result.stdout
    assert "1 dari 2 formulir tertahan" in result.stdout
    assert "Tidak ada yang disimpan." in result.stdout
    assert data.read_bytes() == before


def test_programs_get_findings_and_changes(lontar, data, kembali):
    """One object: whether it is held back, and for each file its findings and changes."""
    result = lontar("intake", kembali, data, "--unit", "BID-B", "--json")

    (form,) = told(result)["forms"]
    assert result.exit_code == 4
    assert told(result)["blocked"] is True
    assert form["unit"] == "BID-A"
    assert form["findings"][0]["code"] == "W-EXCEL-UNIT"
    assert form["changes"] == []


def test_a_data_file_in_yaml_stays_yaml(lontar, tmp_path):
    """Numbers become text there, as everything else in YAML is."""
    path = tmp_path / "data.yaml"
    path.write_text(yaml.safe_dump(isi(), allow_unicode=True, sort_keys=False), encoding="utf-8")
    kembali = tmp_path / "bid-a.xlsx"
    lontar("form", "kinerja", path, "--unit", "BID-A", "--triwulan", 2, "--to", kembali)
    kembali.write_bytes(diisi(content=kembali.read_bytes()))

    assert lontar("intake", kembali, path, "--accept").exit_code == 0
    content = read_data(str(path)).content
    assert content["realisasi_anggaran"][1]["keuangan"][1] == "9125000,5"
    assert content["realisasi"][0]["triwulan"][1]["nilai"] == "86,25"
    assert lontar("intake", kembali, path).stdout.rstrip().endswith("Tidak ada perubahan.")


@pytest.mark.parametrize("name", ["tidak-ada.xlsx", "."])
def test_a_file_that_cannot_be_opened_is_told(lontar, data, tmp_path, name):
    """A name that leads nowhere is an error, not a finding."""
    result = lontar("intake", tmp_path / name, data)

    assert result.exit_code == 3
    assert "tidak ditemukan" in result.stderr or "folder" in result.stderr


def test_data_from_standard_input_cannot_take_anything_in(lontar, data, kembali):
    """There is no file to write to."""
    result = lontar("intake", kembali, "-", "--accept", stdin=data.read_bytes())

    assert result.exit_code == 2
    assert "simpan data ke berkas" in result.stderr
