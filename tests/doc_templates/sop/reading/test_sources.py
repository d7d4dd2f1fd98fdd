"""The four sources, read from their raw text: the same rows, columns and words as the samples."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from doc_templates.findings import blocking
from doc_templates.sop.reading import read
from tests.doc_templates.sop.reading.old_files import (
    codes_of,
    plain,
    sentences,
    source,
    words_of,
)
from tests.doc_templates.sop.samples import OFFICES, SOP, filled, sample, text_of

WORDS = Path(__file__).parents[1] / "words"
every_office = pytest.mark.parametrize("office", OFFICES)


def imported(office: str):
    return read(f"{office}.txt", source(office))


def by_position(data: dict) -> dict:
    """The data with lanes named by their place: ids are made anew at each reading."""
    places = {lane["id"]: str(at) for at, lane in enumerate(data["lajur"])}
    for lane in data["lajur"]:
        lane["id"] = places[lane["id"]]
    for step in data["kegiatan"]:
        for performer in step["pelaksana"]:
            performer["lajur"] = places[performer["lajur"]]
        # A blank cell of Keterangan is “” when it is read; the samples leave it out.
        step["keterangan"] = step["keterangan"] or None
    data["asal"] = None
    return data


@every_office
def test_a_source_gives_the_sample_that_was_typed_from_it(office):
    """Row by row and word by word the reading is the sample; lists without numbers apart."""
    read_data = by_position(json.loads(imported(office).model.model_dump_json()))
    expected = by_position(json.loads(sample(f"{office}-apa-adanya").model_dump_json()))
    if office == "jekulo":
        # Told as W-LIST-GUESSED: the sample leaves these two lists in one text each.
        for name, count in (("dasar_hukum", 3), ("keterkaitan", 4)):
            assert len(read_data[name]["butir"]) == count
            read_data[name]["butir"] = [" ".join(read_data[name]["butir"])]

    assert read_data == expected


@every_office
def test_every_word_of_a_source_is_printed_again(office):
    """What is printed from the reading holds each word of the source, as often as it stood."""
    reading = imported(office)

    shown = text_of(filled(reading.model))

    visible = (WORDS / f"{office}.txt").read_text(encoding="utf-8")
    assert Counter(words_of(visible)) - Counter(words_of(shown)) == Counter()
    assert "W-IMPORT-LEFTOVER" not in codes_of(reading)


@every_office
def test_a_reading_names_its_file_and_digest(office):
    """The data say which bytes they were read from."""
    asal = imported(office).model.asal

    assert asal.berkas == f"{office}.txt"
    assert asal.sha256 == hashlib.sha256(source(office)).hexdigest()


@every_office
def test_a_source_chooses_its_own_profile(office):
    """The labels of an office lead to the profile of that office, and the choice is told."""
    reading = imported(office)

    assert reading.model.profil == office
    assert len(sentences(reading, "W-IMPORT-PROFILE")) == 1
    assert "W-IMPORT-LABEL" not in codes_of(reading)


@every_office
def test_no_finding_of_a_reading_blocks_and_each_has_its_places(office):
    """What is read without doubt blocks nothing; findings name data and source."""
    reading = imported(office)

    assert blocking(each.finding for each in reading.noticed) == []
    placed = [each for each in reading.noticed if each.finding.code != "W-IMPORT-PROFILE"]
    assert all(each.source.startswith("baris ") for each in placed)
    assert all(each.finding.where for each in placed)
    assert all(each.finding.sentence.endswith(".") for each in reading.noticed)


@every_office
def test_what_was_read_can_be_checked(office):
    """The data of a reading go through the checks of their kind."""
    assert SOP.check(imported(office).model)


def test_kertosono_has_five_lanes_and_no_remarks():
    """The second head row counts: five lanes where the first row gives room for four."""
    reading = imported("kertosono")

    lanes = [lane.nama for lane in reading.model.lajur]
    assert lanes == ["Camat", "Sekcam", "Kasi", "Kasubag. PE dan Keu", "Pelaksana"]
    assert "menaungi 4 kolom" in sentences(reading, "W-HEADER-SPAN")[0]
    assert all(step.keterangan is None for step in reading.model.kegiatan)
    assert [step.mutu_baku.waktu for step in reading.model.kegiatan] == [""] * 10


def test_kertosono_takes_no_label_for_a_value():
    """Labels that stand alone are blank rows, not the value of the label above."""
    model = imported("kertosono").model

    assert (model.tanggal_revisi, model.tanggal_efektif, model.disahkan_oleh) == ("", "", "")
    assert model.nama_sop == "Mekanisme Pengumpulan Data Kinerja"


def test_jeneponto_tells_absent_from_blank():
    """A row that is not there is None, one without a value is blank."""
    model = imported("jeneponto").model

    assert (model.nomor, model.tanggal_revisi, model.tanggal_efektif) == ("", "", None)
    assert model.tanggal_pembuatan == "Pebruari 2023"
    assert model.keterkaitan.butir == ()


def test_kudus_has_its_remarks_under_quality():
    """Keterangan under Mutu Baku leads to the profile that prints it there."""
    model = imported("kudus").model

    assert model.kegiatan[5].keterangan == "Kepada instansi terkait"
    assert model.tanggal_revisi == "-"
    assert [step.pelaksana for step in model.kegiatan] == [()] * 7


def test_jekulo_keeps_its_marks_and_its_faults():
    """``[]`` names a lane and no role; NIP and name stay as typed."""
    reading = imported("jekulo")
    model = reading.model

    acting = [[each.lajur for each in step.pelaksana] for step in model.kegiatan]
    assert acting == [
        ["pelaksana", "kasubbag"],
        ["kasubbag", "sekcam"],
        ["pelaksana", "sekcam"],
        ["camat"],
        ["pelaksana", "camat"],
    ]
    assert {each.peran for step in model.kegiatan for each in step.pelaksana} == {"tidak_diketahui"}
    assert model.pengesahan.pejabat.nip == "196600721 199303 1 003"
    assert model.pengesahan.pejabat.nama == "WISNUBROTO PJ, SH"
    assert model.pengesahan.pejabat.kapasitas is None
    assert model.kualifikasi.butir == ("SMA/SMK Sarjana D3/S2",)
    assert codes_of(reading).count("W-IMPORT-MARK") == 5
    assert codes_of(reading).count("W-LIST-UNSPLIT") == 1


def test_a_wanted_profile_is_taken_and_its_other_labels_are_told():
    """--profile overrules the labels; those that will be printed otherwise are named."""
    reading = read("kudus.txt", source("kudus"), profile="baku")

    assert reading.model.profil == "baku"
    told = sentences(reading, "W-IMPORT-LABEL")
    assert any("“Dasar Hukum:”" in each for each in told)
    assert any("di bawah mutu baku" in each for each in told)
    assert "W-IMPORT-PROFILE" not in codes_of(reading)


def test_reading_twice_gives_the_same():
    """A reading depends on the bytes alone."""
    assert plain(imported("kudus")) == plain(imported("kudus"))
    assert imported("kudus").noticed == imported("kudus").noticed
