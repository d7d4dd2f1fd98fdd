"""DOCX of Lontar's own, read back: what was printed is what comes out again."""

from __future__ import annotations

import json

import pytest

from doc_templates.sop.reading import read
from tests.doc_templates.sop.reading.old_files import codes_of, printed, sentences
from tests.doc_templates.sop.samples import NAMES, SOP, sample

every_sample = pytest.mark.parametrize("name", NAMES)
BLANK = (None, "", [], {"butir": [], "bernomor": True})


def read_back(name: str):
    return read(f"{name}.docx", printed(sample(name)))


def said(model) -> dict:
    """What a reader of the print can know: lanes by their name, blank like absent.

    The role of who bears the step's own symbol is not printed, so that roles are compared only
    where a symbol tells one; a number of a book is printed as number.
    """
    data = json.loads(model.model_dump_json())
    names = {lane["id"]: lane["nama"] for lane in data["lajur"]}
    data["lajur"] = list(names.values())
    for step in data["kegiatan"]:
        step["pelaksana"] = sorted(names[each["lajur"]] for each in step["pelaksana"])
    for part in ("asal", "penerimaan", "penomoran", "nomor"):
        data.pop(part)
    return json.loads(json.dumps(data), object_hook=_without_blanks)


def _without_blanks(found: dict) -> dict:
    return {name: value for name, value in found.items() if value not in BLANK}


# The lists of that sample are glued, and come apart in any reading (W-LIST-GUESSED).
@pytest.mark.parametrize("name", [each for each in NAMES if each != "jekulo-apa-adanya"])
def test_what_was_printed_comes_back(name: str):
    """Rows, columns, lanes, identity, decisions and panels of a print are those of its data."""
    model = sample(name)
    reading = read_back(name)

    assert said(reading.model) == said(model)
    assert (reading.model.nomor or None) == (SOP.describe(model).number or model.nomor or None)
    assert "W-IMPORT-LEFTOVER" not in codes_of(reading)
    assert "W-LIST" not in codes_of(reading)


@every_sample
def test_who_acts_is_told_for_each_step_that_is_drawn(name: str):
    """Nothing is taken from alternative texts without a finding."""
    reading = read_back(name)

    drawn = [each for each in reading.model.kegiatan if each.pelaksana]
    told = sentences(reading, "W-IMPORT-SHAPE")
    assert len(told) == len(drawn)
    assert all("teks alternatif lambang" in each for each in told)


def test_roles_come_back_and_the_doer_comes_first():
    """Who receives or is informed does so again; the step's own symbol is the doer's."""
    model = read_back("jekulo-lengkap").model

    first, _, third, *_ = model.kegiatan
    assert [each.peran for each in first.pelaksana] == ["melakukan", "menerima"]
    assert [each.peran for each in third.pelaksana] == ["melakukan", "mengetahui"]


def test_printing_what_came_back_gives_the_same_words():
    """A second print is the first one again."""
    once = read_back("kertosono-lengkap").model
    twice = read("lagi.docx", printed(once)).model

    assert said(twice) == said(once)
