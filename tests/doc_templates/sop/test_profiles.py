"""Profiles: how offices lay out their SOPs, as data."""

from __future__ import annotations

import json

import pytest

from doc_templates.sop.profiles import FOLDER, profile, profile_names
from tests.doc_templates.sop.samples import filled, sample, text_of


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_is_sound(name):
    """Each names the six rows once and labels every column that it prints."""
    form = profile(name)

    assert len({row.isian for row in form.baris}) == len(form.baris) == 6
    assert (form.letak_keterangan == "tidak_ada") == (form.kolom.keterangan == "")


@pytest.mark.parametrize("name", profile_names())
def test_any_content_prints_in_any_profile(name):
    """An office may change its layout without touching a word of its data."""
    model = sample("kudus-lengkap").model_copy(update={"profil": name})
    text = text_of(filled(model))

    assert "Mengumpulkan data target kinerja" in text
    assert profile(name).kolom.mutu_baku in text


def test_profiles_are_files_that_people_can_read():
    """Adding an office is adding a file that says for whom it is."""
    for path in FOLDER.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["keterangan"]
