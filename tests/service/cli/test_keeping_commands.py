"""``lontar withdraw``, ``reinstate``, ``keep`` and ``due``, as the arsiparis types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from service.app import House
from tests.service.filing import filed

Lontar = Callable[..., Result]


@pytest.fixture
def document(house: House, tmp_path: Path) -> str:
    return filed(house, tmp_path / "in", number="067/1/2021", year=2021, date="2021-03-02")


def test_a_document_is_withdrawn_and_reinstated(lontar: Lontar, document: str, tmp_path: Path):
    """Each act is a version with its reason; lists and the document tell it first."""
    told = lontar("withdraw", document, "--reason", "Salah lampiran.", "--since", "2026-01-05")

    assert told.exit_code == 0
    assert "v2  Dokumen ini dicabut pada 5 Januari 2026 karena: Salah lampiran." in told.stdout
    filed_pdf = next((tmp_path / "in").glob("*.pdf"))
    assert "Dokumen ini dicabut" in lontar("verify", filed_pdf).stdout
    assert lontar("show", document).stdout.startswith("Dokumen ini dicabut pada 5 Januari 2026")
    assert "dicabut" in lontar("find", "--state", "withdrawn").stdout
    assert "cocok" in lontar("find", "--state", "issued").stdout

    again = lontar("reinstate", document, "--reason", "Keliru.", "--json")
    assert json.loads(again.stdout)["version"] == 3
    shown = json.loads(lontar("show", document, "--json").stdout)
    assert (shown["state"], shown["standing"]["reason"]) == ("issued", "Keliru.")
    assert [each["word"] for each in shown["trail"]].count("standing change") == 2


def test_a_successor_is_named_by_its_number(
    lontar: Lontar, document: str, house: House, tmp_path: Path
):
    """What took the place may be called by id, number or code, and is told by its number."""
    filed(house, tmp_path / "in", number="067/2/2022")

    told = lontar("withdraw", document, "--reason", "Baru.", "--replaced-by", "067/2/2022")

    assert "digantikan oleh Nomor 067/2/2022" in told.stdout
    itself = lontar("withdraw", document, "--reason", "x", "--replaced-by", document, "--json")
    assert json.loads(itself.stdout)["error"]["slug"] == "successor-unfit"
    assert itself.exit_code == 6


def test_standing_must_be_possible(lontar: Lontar, document: str):
    """No day to come, no reinstating of what is in force, no act without reason."""
    for wrong in (
        ("withdraw", document, "--reason", "x", "--since", "2999-01-01"),
        ("reinstate", document, "--reason", "x"),
        ("withdraw", document, "--reason", " "),
    ):
        told = lontar(*wrong, "--json")
        assert (told.exit_code, json.loads(told.stdout)["error"]["slug"]) == (3, "bad-standing")


def test_keeping_is_laid_down_with_warnings(lontar: Lontar, document: str):
    """A code of a scheme that did not hold yet is taken, and told; the rest stays as it was."""
    told = lontar("keep", document, "--code", "000.8.3.3", "--access", "terbatas")

    assert "kode klasifikasi 000.8.3.3; akses terbatas" in told.stdout
    assert "baru berlaku sejak 2022" in told.stderr
    lontar("keep", document, "--active", "2", "--inactive", "3", "--fate", "permanen")
    kept = json.loads(lontar("show", document, "--json").stdout)
    assert kept["keeping"]["scheme"] == "permendagri-83-2022"
    assert kept["keeping"]["access"] == "terbatas"
    assert kept["keeping"]["retention"]["start"] == "akhir_tahun"
    assert "Tidak ada yang berubah" in lontar("keep", document, "--active", "2").stdout
    assert lontar("keep", document, "--code", "  ").exit_code == 3


def test_half_a_schedule_is_told(lontar: Lontar, document: str):
    """Years without a fate mean nothing."""
    told = lontar("keep", document, "--active", "2")

    assert told.exit_code == 2
    assert "--inactive, --fate" in told.stderr


def test_what_is_due_is_listed(lontar: Lontar, document: str):
    """After the active years it moves; after all of them its fate is due."""
    assert "jatuh tempo" in lontar("due").stdout
    lontar("keep", document, "--active", "2", "--inactive", "3", "--fate", "musnah")

    assert document in lontar("due", "--stage", "pindah", "--on", "2024-01-01").stdout
    assert document not in lontar("due", "--stage", "pindah", "--on", "2023-12-31").stdout
    assert document in lontar("due", "--on", "2027-01-01").stdout
    assert json.loads(lontar("due", "--on", "2026-12-31", "--json").stdout) == []
