"""``lontar template``: from the house's form to a form of the office in force, and back."""

from __future__ import annotations

import json
from pathlib import Path

from service.actions.look_up_forms import find_form
from service.actions.preview_form import preview_form
from service.app import House
from tests.service.actions.test_office_forms import KIND, misspelt, office_of, printed
from tests.workers.office_forming import in_word


def added(lontar, house: House, file: Path) -> str:
    """Keep a form as a version of the sample's office; its id."""
    words = ("--office", office_of(house), "--reason", "Kop baru", "--json")
    done = lontar("template", "add", KIND, file, *words)
    assert done.exit_code == 0, done.output
    return str(json.loads(done.stdout)["id"])


def test_a_form_is_started_from_the_house_form_and_checked(lontar, tmp_path: Path):
    """What is right ends with 0, what has faults with 8, each told with its place."""
    file = tmp_path / "pk.docx"

    assert lontar("template", "get", "--house", KIND, "--to", file).exit_code == 0
    good = lontar("template", "check", KIND, file)
    assert (good.exit_code, "Templat dapat dipakai." in good.stdout) == (0, True)
    file.write_bytes(misspelt())
    bad = lontar("template", "check", KIND, file)
    assert (bad.exit_code, "judull" in bad.stdout) == (8, True)
    told = json.loads(lontar("template", "check", KIND, file, "--json").stdout)
    assert told["faults"][0]["level"] == "E"
    assert lontar("template", "check", KIND, tmp_path / "tiada.docx").exit_code == 3


def test_a_version_is_put_in_force_and_taken_back(lontar, house: House, tmp_path: Path):
    """Only after it was printed; each act has its reason."""
    file = tmp_path / "pk.docx"
    file.write_bytes(in_word())
    version = added(lontar, house, file)

    early = lontar("template", "publish", version, "--reason", "Ya")
    assert (early.exit_code, "belum pernah dicetak" in early.output) == (6, True)
    form = find_form(version, house=house)
    kind = house.kinds[KIND]
    printed(house, preview_form(form, sample="camat", kind=kind, house=house).job.id)
    assert "berlaku" in lontar("template", "publish", version, "--reason", "Disetujui").stdout
    assert "\tberlaku\t" in lontar("template", "list", "--kind", KIND).stdout
    shown = lontar("template", "show", version).stdout
    assert "Disetujui" in shown
    assert form.digest in shown
    copy = tmp_path / "lagi.docx"
    assert lontar("template", "get", "--sha256", form.digest, "--to", copy).exit_code == 0
    assert copy.read_bytes() == in_word()
    away = ("--house", KIND, "--office", office_of(house), "--reason", "Kop keliru")
    assert "templat bawaan" in lontar("template", "rollback", *away).stdout
    assert lontar("template", "rollback", *away).exit_code == 6
    assert lontar("template", "rollback", version, "--reason", "Sudah benar").exit_code == 0


def test_what_is_typed_wrongly_is_told(lontar, tmp_path: Path):
    """One of several ways, not none and not two."""
    assert lontar("template", "get", "--to", tmp_path / "x").exit_code == 2
    assert lontar("template", "rollback", "--reason", "X").exit_code == 2
    assert lontar("template", "show", "tiada").exit_code == 5
    assert lontar("template", "get", "--sha256", "0" * 64, "--to", tmp_path / "x").exit_code == 5
    assert "{{ judul }}" in lontar("template", "fields", KIND).stdout
    assert "Belum ada templat kantor" in lontar("template", "list").stdout
