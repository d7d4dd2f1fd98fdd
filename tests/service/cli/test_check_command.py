"""``lontar check``: findings, proposals, totals, and accepting by code."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

import service.cli.check  # noqa: F401 - so that its module can be named below


@pytest.fixture
def sop(sample, data_file):
    """Writes the SOP of an office, as it was found, and gives its path."""

    def write(office: str, name: str = "sop.json") -> Path:
        return data_file(sample("sop", f"{office}-apa-adanya"), name)

    return write


def told(lontar, *arguments):
    return json.loads(lontar("check", *arguments, "--json").stdout)


def test_proposals_and_totals_are_shown_beside_the_findings(lontar, sop):
    """An officer reads what is odd, what could be mended, and how long the work takes."""
    shown = lontar("check", "sop", sop("kudus")).stdout

    assert "Jumlah waktu  205 menit" in shown
    assert "KEPUTUSAN-4" in shown
    assert "Ya ke langkah 5, Tidak ke langkah 3" in shown
    assert "usulan; terima yang dipilih dengan --accept KODE" in shown


def test_laws_are_weighed_on_the_day_that_is_asked_for(lontar, sop):
    """On the day of its signing Jekulo cited nothing out of date; later it does."""
    path = sop("jekulo")

    def superseded(*options):
        found = told(lontar, "sop", path, *options)["findings"]
        return sum(each["code"] == "W-LEGAL-SUPERSEDED" for each in found)

    assert superseded("--on", "2020-03-02") == 0
    assert superseded("--on", "2026-06-01") == 1
    assert "dinilai pada 2 Maret 2020" in lontar("check", "sop", path, "--on", "2020-03-02").stdout


def test_without_a_day_the_clock_tells_it(lontar, sop, monkeypatch):
    """Today is the calendar's day on this computer, and it is said."""
    monkeypatch.setattr(sys.modules["service.cli.check"], "today", lambda: date(2020, 3, 2))

    assert told(lontar, "sop", sop("jekulo"))["on"] == "2020-03-02"


def test_a_day_that_is_none_is_refused(lontar, sop):
    """“kemarin” is no date."""
    result = lontar("check", "sop", sop("kudus"), "--on", "kemarin")

    assert result.exit_code == 2
    assert "Pilihan --on tidak dapat dipakai: “kemarin” bukan tanggal" in result.stderr


def test_accepting_writes_the_chosen_and_nothing_else(lontar, sop):
    """A family or a single code; who and when are written down; the first file is kept."""
    path = sop("jeneponto")
    before = path.read_text(encoding="utf-8")
    result = lontar(
        *(
            "check",
            "sop",
            path,
            "--accept",
            "lajur",
            "--accept",
            "KEPUTUSAN-5",
            "--by",
            "Sekretaris",
        )
    )

    after = json.loads(path.read_text(encoding="utf-8"))
    assert "Diterima ke" in result.stdout
    assert after["kegiatan"][4]["tidak"] == "4"
    assert [each["kode"] for each in after["penerimaan"]] == [
        *(f"LAJUR-{at}" for at in range(1, 6)),
        "KEPUTUSAN-5",
        "LAJUR-6",
    ]
    assert {each["oleh"] for each in after["penerimaan"]} == {"Sekretaris"}
    assert path.with_name("sop.json.semula").read_text(encoding="utf-8") == before
    for step in after["kegiatan"]:
        for name in ("pelaksana", "bentuk", "ya", "tidak"):
            step.pop(name, None)
    assert {**after, "penerimaan": None} == {**json.loads(before), "penerimaan": None}


def test_accepting_keeps_yaml_as_yaml(lontar, sample, data_file):
    """The notation is the office's own choice."""
    content = sample("sop", "jekulo-apa-adanya")
    path = data_file(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "sop.yaml")

    lontar("check", "sop", path, "--accept", "NIP-2")

    text = path.read_text(encoding="utf-8")
    assert "nip: 19660721 199303 1 003" in text
    assert told(lontar, "sop", path)["proposals"][0]["kode"] == "JUDUL-1"


def test_two_nips_cannot_both_be_right(lontar, sop):
    """Alternatives are refused and the file stays as it was."""
    path = sop("jekulo")
    before = path.read_bytes()
    result = lontar("check", "sop", path, "--accept", "NIP")

    assert result.exit_code == 6
    assert "NIP-1 dan NIP-2" in result.stderr
    assert path.read_bytes() == before
    assert not path.with_name("sop.json.semula").exists()


def test_a_code_that_is_not_there_is_refused_with_those_that_are(lontar, sop):
    """A slip of the pen changes nothing."""
    path = sop("kertosono")
    before = path.read_bytes()
    result = lontar("check", "sop", path, "--accept", "LAJUR-99", "--accept", "LAJUR-1")

    assert result.exit_code == 5
    assert "Usulan LAJUR-99 tidak ada" in result.stderr
    assert "KEPUTUSAN-9" in result.stderr
    assert path.read_bytes() == before


def test_accepting_again_is_no_mistake(lontar, sop):
    """A script may name the same codes twice; nothing is written the second time."""
    path = sop("kudus")
    first = told(lontar, "sop", path, "--accept", "LAJUR")
    after = path.read_bytes()
    second = lontar("check", "sop", path, "--accept", "LAJUR", "--accept", "LAJUR-2")

    assert len(first["accepted"]) == 7
    assert "sudah diterima sebelumnya" in second.stdout
    assert path.read_bytes() == after


def test_standard_input_takes_nothing_back(lontar, sample):
    """There is no file to write to."""
    content = json.dumps(sample("sop", "kudus-apa-adanya"))
    result = lontar("check", "sop", "-", "--accept", "LAJUR", stdin=content)

    assert result.exit_code == 2
    assert "simpan data ke berkas" in result.stderr


def test_a_kind_without_proposals_says_so(lontar, sample, data_file):
    """Nothing can be accepted there, and asking for it is refused."""
    path = data_file(sample())

    assert "tidak mempunyai usulan" in lontar("check", "perjanjian_kinerja", path).stdout
    refused = lontar("check", "perjanjian_kinerja", path, "--accept", "NIP-1")
    assert refused.exit_code == 5
    assert told(lontar, "perjanjian_kinerja", path)["proposals"] == []


def test_names_are_looked_at_only_when_asked(lontar, sop):
    """--thorough adds what would offend as a rule."""
    path = sop("kertosono")

    assert "W-NAME-UNUSUAL" not in lontar("check", "sop", path).stdout
    assert "W-NAME-UNUSUAL" in lontar("check", "sop", path, "--thorough").stdout
