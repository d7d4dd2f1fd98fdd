"""Profiles: how offices lay out their SOPs, as data."""

from __future__ import annotations

import json

import pytest

from doc_templates.errors import ProfileUnreadable
from doc_templates.sop.profiles import FOLDER, Isian, profile, profile_names, read_profile
from tests.doc_templates.sop.samples import OFFICES, filled, sample, text_of

BASE = json.loads((FOLDER / "baku.json").read_text(encoding="utf-8"))


def written(tmp_path, content):
    path = tmp_path / "contoh.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_is_sound(name):
    """Each names every row and panel once, and labels every column that it prints."""
    form = profile(name)

    assert sorted(row.isian for row in form.baris) == sorted(Isian.__args__)
    assert len({each for pair in form.pasangan_panel for each in pair}) == 6
    assert (form.letak_keterangan == "tidak_ada") == (form.kolom.keterangan == "")
    assert all(row.label.strip() for row in form.baris)


@pytest.mark.parametrize("name", profile_names())
def test_any_content_prints_in_any_profile(name):
    """An office may change its layout without touching a word of its data."""
    model = sample("kudus-lengkap").model_copy(update={"profil": name})
    text = text_of(filled(model))

    assert "Mengumpulkan data target kinerja" in text
    assert profile(name).kolom.mutu_baku in text
    for panel in ("dasar_hukum", "peringatan", "pencatatan"):
        assert all(each in text for each in getattr(model, panel).butir)


def test_profiles_are_files_that_people_can_read():
    """Adding an office is adding a file that says for whom it is."""
    for path in FOLDER.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["keterangan"]


@pytest.mark.parametrize("office", OFFICES)
def test_each_source_has_a_profile_with_its_own_words(office):
    """Labels and heads stand in the source as the profile has them, in the same order."""
    path = FOLDER.parents[2] / "tests/doc_templates/sop/words" / f"{office}.txt"
    source = " ".join(path.read_text(encoding="utf-8").split())
    form = profile(office)
    heads = form.kolom.model_dump(exclude={"keterangan"}).values()
    panels = [getattr(form.panel, each) for each in form.urutan_panel]
    at = [source.find(" ".join(each.split())) for each in panels]

    assert all(" ".join(each.split()) in source for each in heads)
    assert at == sorted(at)
    assert at[0] >= 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"kertas": "A3"}, "kertas harus salah satu dari 'A4', 'F4', 'Letter' atau 'Legal'"),
        ({"huruf": "Comic Sans MS"}, "huruf harus salah satu dari 'Arial'"),
        ({"tepi": {"bawah": 10}}, "tepi.bawah harus sedikitnya 18"),
        ({"ukuran": {"identitas": 9.7}}, "ukuran.identitas harus kelipatan 0.5"),
        ({"gaya_tangal": "huruf"}, "gaya_tangal tidak dikenal; mungkin maksudnya gaya_tanggal"),
        ({"tepi": {"bawa": 20}}, "tepi.bawa tidak dikenal; mungkin maksudnya bawah"),
        ({"baris": BASE["baris"][:5]}, "baris harus memuat masing-masing satu kali: nomor"),
        (
            {"baris": [{"isian": "nomor"}, *BASE["baris"][1:]]},
            "baris[0].label wajib ada",
        ),
        (
            {"urutan_panel": ["keterkaitan"] * 6},
            "urutan_panel harus memuat masing-masing satu kali: dasar_hukum",
        ),
        (
            {"kolom": {**BASE["kolom"], "keterangan": ""}},
            "kolom.keterangan wajib diisi bila letak_keterangan bukan tidak_ada",
        ),
        ({"kolom": "No"}, "kolom harus berupa kumpulan isian"),
    ],
)
def test_a_fault_in_a_profile_is_told_with_its_place(change, told, tmp_path):
    """Who edits a profile by hand learns where the mistake is."""
    with pytest.raises(ProfileUnreadable) as error:
        read_profile(written(tmp_path, BASE | change))

    assert str(error.value).startswith(f"Profil “contoh.json” tidak dapat dipakai: {told}")


def test_all_faults_are_told_at_once(tmp_path):
    """Nobody repairs one mistake to meet the next."""
    with pytest.raises(ProfileUnreadable) as error:
        read_profile(written(tmp_path, BASE | {"kertas": 4, "arah": "miring"}))

    assert len(error.value.faults) == 2


@pytest.mark.parametrize(
    ("content", "place"), [('{\n  "kertas": A4\n}', "baris 2, kolom 13"), ("", "baris 1, kolom 1")]
)
def test_a_broken_file_is_told_by_line_and_column(content, place, tmp_path):
    """A comma too many is found at once."""
    with pytest.raises(ProfileUnreadable, match=f"{place} bukan JSON yang utuh"):
        read_profile(written(tmp_path, content))


def test_a_file_of_another_encoding_is_told(tmp_path):
    """Old editors write other bytes."""
    path = tmp_path / "contoh.json"
    path.write_bytes('{"keterangan": "É"}'.encode("latin-1"))

    with pytest.raises(ProfileUnreadable, match="bukan teks UTF-8"):
        read_profile(path)
