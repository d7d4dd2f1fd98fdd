"""The list of fields helps whoever draws a form: each is explained, and written right."""

from __future__ import annotations

import pytest

from doc_templates.registry import kinds
from service.office_forms.fields import fields_of
from service.office_forms.judged import house_fields
from tests.workers.office_forming import in_word
from workers.trying import try_form


@pytest.mark.parametrize("name", kinds())
def test_every_field_is_explained(name: str):
    """In words, and told once."""
    fields = fields_of(kinds()[name])

    assert [each.path for each in fields if not each.explanation] == []
    assert len({each.path for each in fields}) == len(fields)


@pytest.mark.parametrize("name", ["perjanjian_kinerja", "sop"])
def test_what_the_house_form_asks_for_is_in_the_list(name: str):
    """Whoever looks a tag up that she found in Word finds it."""
    assert set(house_fields(kinds()[name])) <= {each.path for each in fields_of(kinds()[name])}


def test_fields_are_written_as_the_list_says():
    """What the list tells to type is taken by the judge."""
    wanted = {
        each.path: each.written
        for each in fields_of(kinds()["perjanjian_kinerja"])
        if each.path in {"judul", "kop.pemerintah", "janji", "dua_pihak"}
    }

    def change(document) -> None:
        last = document.paragraphs[-1]
        for written in wanted.values():
            for line in written.split("\n"):
                last.insert_paragraph_before(line)

    assert wanted["janji"] == "{%p for x in janji %}\n{{ x }}\n{%p endfor %}"
    judged = try_form(in_word(change), kind=kinds()["perjanjian_kinerja"], name="uji.docx")
    assert [each.sentence for each in judged.faults if each.level == "E"] == []


def test_examples_come_from_the_samples():
    """Text, choices and rows."""
    told = {each.path: each for each in fields_of(kinds()["perjanjian_kinerja"])}

    assert told["sasaran[].indikator[].target"].written == "{{ y.target }}"
    assert told["sasaran[].indikator"].written == "{%tr for y in x.indikator %}\n…\n{%tr endfor %}"
    assert told["dua_pihak"].sort == "ya/tidak"
    assert told["dua_pihak"].example in {"ya", "tidak"}
    assert told["judul"].example.startswith("PERJANJIAN KINERJA")
    assert told["janji"].example
    assert told["kop"].written == ""
