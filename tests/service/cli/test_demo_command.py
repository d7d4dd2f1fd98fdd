"""The demo's own choices; its results are what tests/journeys look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from doc_templates.registry import kind
from service.accounts.acts import Role
from service.actions.manage_people import list_people
from service.actions.request_document import request_document
from service.actions.sign_in import sign_in
from service.app import House, open_house
from service.cli.demo import _ask
from service.cli.demo_people import tell_pages
from service.reading import parse_data, read_data
from tests.service.serving import person_as

PK = kind("perjanjian_kinerja")
SOP = kind("sop")


def test_samples_are_issued_once(house: House):
    """Asked twice, a sample is the same job; one that repeats its source is a KONSEP."""
    first, second = (_ask(SOP, "kertosono-lengkap", house=house) for _ in range(2))
    konsep = [_ask(SOP, "kertosono-apa-adanya", house=house) for _ in range(2)]

    assert first == second
    assert konsep[0] == konsep[1]
    assert [each.job.recipe.value for each in (first, konsep[0])] == ["issue", "konsep"]


def test_a_form_that_changed_is_printed_anew(house: House, tmp_path: Path):
    """A KONSEP is made again when the form has another digest."""
    changed = replace(SOP, folder=tmp_path)
    (tmp_path / "template.docx").write_bytes(b"lain")
    (tmp_path / "samples").symlink_to(SOP.folder / "samples")

    before = _ask(SOP, "kudus-apa-adanya", house=house)
    after = _ask(changed, "kudus-apa-adanya", house=house)

    assert before.job.id != after.job.id


def test_a_sample_that_changed_keeps_its_issue(house: House, capsys: pytest.CaptureFixture[str]):
    """A sample of a later release does not replace what was issued under its key."""
    text = PK.samples()["camat"].read_text(encoding="utf-8").replace("97", "98")
    older = parse_data("lama.json", text.encode())
    issued = request_document(older, kind=PK, key="demo/perjanjian_kinerja/camat", house=house)
    assert older.content != read_data(str(PK.samples()["camat"])).content

    shown = _ask(PK, "camat", house=house)

    assert shown.job.id == issued.job.id
    assert "berubah" in capsys.readouterr().err


def test_a_blocked_sample_is_passed_over(house: House, tmp_path: Path):
    """A sample that may not be issued is told and left out, the others go on."""
    (tmp_path / "samples").mkdir()
    source = SOP.samples()["jeneponto-apa-adanya"].read_bytes()
    (tmp_path / "samples" / "terhalang.json").write_bytes(source)

    assert _ask(replace(SOP, folder=tmp_path), "terhalang", house=house) is None
    assert house.jobs.list() == []


def test_sample_people_are_told_again(house: House, capsys: pytest.CaptureFixture[str]):
    """One for each role, in the offices of the samples; a second run tells the same password."""
    tell_pages({"Dinas Kominfo", "Kecamatan Jekulo"}, house=house)
    first = capsys.readouterr().out
    tell_pages({"Dinas Kominfo", "Kecamatan Jekulo"}, house=house)

    people = {each.login: each for each in list_people(house=house)}
    note = house.settings.home / "demo" / "akun.txt"
    password = note.read_text(encoding="utf-8").strip()
    assert set(people) == {each.value for each in Role}
    assert [each.office for each in people["auditor"].memberships] == ["*"]
    assert len(people["penyusun"].memberships) == 2
    assert password in first
    assert capsys.readouterr().out == first
    assert note.stat().st_mode & 0o777 == 0o600
    assert sign_in("penyusun", password, address="web:uji", house=house)


def test_every_home_has_a_password_of_its_own(house: House, tmp_path: Path):
    """What one demo tells opens no other."""
    other = open_house(house.settings.model_copy(update={"home": tmp_path / "lain"}))
    for each in (house, other):
        tell_pages({"Dinas Kominfo"}, house=each)

    told = [(each.settings.home / "demo/akun.txt").read_text("utf-8") for each in (house, other)]
    assert told[0] != told[1]
    other.database.close()


def test_real_people_are_left_alone(house: House, capsys: pytest.CaptureFixture[str]):
    """Where somebody was entered already, nobody else gets in by a demo."""
    person_as(house, "admin:*", login="pengelola")

    tell_pages({"Dinas Kominfo"}, house=house)

    assert [each.login for each in list_people(house=house)] == ["pengelola"]
    assert not (house.settings.home / "demo" / "akun.txt").exists()
    assert "sudah mempunyai pengguna" in capsys.readouterr().err
