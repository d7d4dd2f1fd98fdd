"""Data against their model: every fault at once, each with its place and a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Literal

import pytest
from pydantic import Field, field_validator

from doc_templates.kind import Verbatim
from doc_templates.registry import kind
from service.errors import DataInvalid
from service.reading import parse_data
from service.validating import validate


class Langkah(Verbatim):
    uraian: str = Field(min_length=1)
    waktu: int = Field(ge=0)
    mutu: Literal["wajib", "anjuran"] = "wajib"


class Gambar(Verbatim):
    jenis: Literal["gambar"]
    berkas: str


class Tabel(Verbatim):
    jenis: Literal["tabel"]
    kolom: tuple[str, ...] = Field(min_length=1)


class Surat(Verbatim):
    judul: str
    kegiatan: tuple[Langkah, ...] = ()
    lampiran: Annotated[Gambar | Tabel, Field(discriminator="jenis")] | None = None
    catatan: str | list[str] | None = None

    @field_validator("judul")
    @classmethod
    def _bermakna(cls, value: str) -> str:
        if value == "-":
            message = "judul “-” tidak bermakna; tulislah pokok surat."
            raise ValueError(message)
        return value


SURAT = replace(kind("sop"), name="surat", model=Surat)


def problems(content: object) -> dict[str, str]:
    data = parse_data("x.json", json.dumps(content, indent=1).encode())
    with pytest.raises(DataInvalid) as caught:
        validate(data, kind=SURAT)
    return {each.where: each.sentence for each in caught.value.problems}


def test_every_problem_is_told_at_once():
    """Missing, unknown and wrong fields are all named in one go, each with its path."""
    found = problems(
        {
            "jdul": "x",
            "kegiatan": [
                {"uraian": "satu", "waktu": 5},
                {"uraian": "", "wktu": 5, "mutu": "boleh"},
            ],
        }
    )

    assert "wajib ada" in found["judul"]
    assert "“judul”" in found["jdul"]
    assert "kurang dari 1" in found["kegiatan[1].uraian"]
    assert "“waktu”" in found["kegiatan[1].wktu"]
    assert "wajib ada" in found["kegiatan[1].waktu"]
    assert "'wajib' atau 'anjuran'" in found["kegiatan[1].mutu"]
    assert len(found) == 6


def test_an_unknown_field_far_from_all_lists_what_is_known():
    """Where no name is near, the sentence says which fields exist at that place."""
    found = problems({"judul": "x", "kegiatan": [{"uraian": "a", "waktu": 1, "zzz": 1}]})

    assert found == {
        "kegiatan[0].zzz": "isian ini tidak dikenal; yang dikenal: mutu, uraian, waktu."
    }


def test_branches_of_a_union_do_not_show_in_the_path():
    """A path names fields of the data, never classes of the program."""
    assert "wajib ada" in problems({"judul": "x", "lampiran": {"jenis": "tabel"}})["lampiran.kolom"]
    near = problems({"judul": "x", "lampiran": {"jenis": "gambar", "berkas": "a", "berka": "b"}})
    assert "“berkas”" in near["lampiran.berka"]
    assert (
        "'gambar', 'tabel'" in problems({"judul": "x", "lampiran": {"jenis": "peta"}})["lampiran"]
    )
    assert set(problems({"judul": "x", "catatan": 5})) == {"catatan"}


def test_a_model_speaks_for_itself():
    """A sentence of the model's own check is passed on as it is."""
    assert problems({"judul": "-"}) == {"judul": "judul “-” tidak bermakna; tulislah pokok surat."}


def test_the_whole_may_be_wrong():
    """Data that are a list where fields are expected are refused without a path."""
    assert problems([1, 2]) == {"": "harus berupa kumpulan isian."}
    assert problems("teks") == {"": "harus berupa kumpulan isian."}


def test_a_character_that_no_page_can_hold_is_named():
    """Control characters and broken surrogates are refused with their code point."""
    found = problems({"judul": "a\x07b", "catatan": ["x", "\ud800"]})

    assert "U+0007" in found["judul"]
    assert "U+D800" in found["catatan[1]"]


def test_a_problem_names_its_line():
    """Each problem carries the line of the file, that of its parent where a field is missing."""
    text = '{\n "judul": "x",\n "kegiatan": [\n  {"uraian": "a",\n   "waktu": "b"},\n  {}\n ]\n}'
    with pytest.raises(DataInvalid) as caught:
        validate(parse_data("x.json", text.encode()), kind=SURAT)

    lines = {each.where: each.line for each in caught.value.problems}
    assert lines == {"kegiatan[0].waktu": 5, "kegiatan[1].uraian": 6, "kegiatan[1].waktu": 6}


def test_yaml_numbers_become_what_the_model_wants():
    """Text in YAML becomes a number only where the model asks for one."""
    text = b"judul: 0123\nkegiatan:\n- uraian: 2020-03-02\n  waktu: 15\n"

    surat = validate(parse_data("x.yaml", text), kind=SURAT)

    assert (surat.judul, surat.kegiatan[0].uraian, surat.kegiatan[0].waktu) == (
        "0123",
        "2020-03-02",
        15,
    )


@pytest.mark.parametrize("text", ["a" * 10_000, "& < > {{ x }} {% if %}", " \u00a0dua  spasi \n"])
def test_text_passes_untouched(text: str):
    """Ten thousand characters, markup and Jinja signs, spaces: all are kept as typed."""
    data = parse_data("x.json", json.dumps({"judul": text}).encode())

    assert validate(data, kind=SURAT).judul == text
