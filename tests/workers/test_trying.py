"""Forms are tried and filled in a child with limits: whatever they do, this process lives."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
import time

import psutil
import pytest

from doc_templates.kind import Printing
from doc_templates.registry import kinds
from tests.workers.tools.hostile_forms import (
    KIND,
    changed,
    good,
    in_body,
    packed,
    paragraph,
    saying,
)
from workers import apart
from workers.apart import Limits
from workers.errors import FormOverran, TemplateBroken, TemplateUnsafe
from workers.filling import fill_apart
from workers.tools.docx import Forms
from workers.trying import FILE_LIMIT, try_form

NINE = "[1,2,3,4,5,6,7,8,9]"
LOOPS = [f"{{% for a{n} in {NINE} %}}" for n in range(10)]
BUSY = saying("".join(LOOPS) + "{% endfor %}" * 10)
"""Nine to the tenth steps that print nothing."""
SHORT = Limits(cpu=2, wall=60)


def tried(content: bytes, limits: Limits = Limits()):  # noqa: B008 - frozen
    return try_form(content, kind=KIND, name="formulir.docx", limits=limits)


def sample(name: str = ""):
    names = list(KIND.samples())
    return KIND.model.model_validate(KIND.sample(name or names[0]))


def filled(content: bytes, limits: Limits = Limits()) -> bytes:  # noqa: B008 - frozen
    return fill_apart(
        content, kind=KIND, data=sample(), number="1", konsep=False, name="a.docx", limits=limits
    )


def keepers() -> list[psutil.Process]:
    """Other tests of this process may have left children of other sorts."""
    children = psutil.Process().children()
    return [each for each in children if any("form_child" in word for word in each.cmdline())]


def test_a_good_form_passes():
    """With its digest, its fields and a copy without comments."""
    content = packed(good())

    judgement = tried(content)

    assert judgement.passed
    assert judgement.faults == ()
    assert judgement.digest == hashlib.sha256(content).hexdigest()
    assert "pertama.nama" in judgement.fields
    assert judgement.annotated is not None


def test_all_faults_come_at_once_with_their_nearest_names():
    """From body and header, each with place, field, remedy and the name that was meant."""
    body = paragraph("{% for langkah in sasaran %}{{ langkh.uraian }}{% endfor %}")
    judgement = tried(changed(in_body(paragraph("{{ Tempat Tanggal }}") + body)))

    tag, field = judgement.faults
    assert not judgement.passed
    assert (tag.code, tag.place) == ("W-FORM-TAG", "isi dokumen, paragraf 1")
    assert (tag.field, tag.nearest) == ("Tempat Tanggal", "tempat_tanggal")
    assert (field.code, field.part, field.place) == (
        "W-FORM-FIELD", "word/document.xml", "isi dokumen, paragraf 2",
    )  # fmt: skip
    assert (field.field, field.nearest) == ("langkh.uraian", "langkah.uraian")
    assert field.remedy == "Ganti dengan “langkah.uraian”."


def test_a_form_that_keeps_the_processor_busy_is_stopped_where_it_was():
    """The child stops itself shortly before its time is over, and says at which tag."""
    judgement = tried(BUSY, SHORT)

    (fault,) = judgement.faults
    assert (fault.code, fault.place) == ("W-FORM-LIMIT", "isi dokumen, paragraf 1")
    assert "batas waktu" in fault.sentence


def test_a_child_that_does_not_stop_is_killed():
    """By the clock, whatever it is doing; what it had found before is told as well."""
    judgement = tried(BUSY, Limits(cpu=60, wall=3))

    assert [each.code for each in judgement.faults] == ["W-FORM-LIMIT"]
    assert judgement.annotated is None


def test_a_form_that_eats_memory_is_stopped():
    """Address space is limited, so the machine never swaps for a form."""
    loop = ("{%p for a in range(6000) %}", "x" * 3_000, "{%p endfor %}")
    content = changed(in_body("".join(paragraph(each) for each in loop)))

    judgement = tried(content, Limits(memory=140 * 2**20))

    assert {each.code for each in judgement.faults} == {"W-FORM-LIMIT"}


def test_a_child_that_answers_too_much_is_cut_off():
    """Only so much is read of what it says."""
    judgement = tried(packed(good()), Limits(output=1_000))

    assert [each.code for each in judgement.faults] == ["W-FORM-LIMIT"]


def test_a_file_that_is_too_large_is_not_even_sent():
    """The sentence says how large a form may be."""
    (fault,) = tried(bytes(FILE_LIMIT + 1)).faults

    assert "20 MB" in fault.sentence


def test_after_all_that_the_next_form_is_judged_right():
    """No child is left over, and a keeper that was killed has a successor."""
    assert tried(packed(good())).passed
    apart.end()
    assert tried(packed(good())).passed
    (keeper,) = keepers()
    _, alive = psutil.wait_procs(keeper.children(recursive=True), timeout=10)
    assert alive == []


def test_a_keeper_that_dies_under_a_question_is_replaced():
    """A person who kills processes by hand loses nothing but a second."""
    assert tried(packed(good())).passed
    (keeper,) = keepers()
    os.kill(keeper.pid, signal.SIGKILL)

    assert tried(packed(good())).passed


def test_forms_are_tried_side_by_side():
    """One that is busy does not keep the others waiting."""
    found = []
    busy = threading.Thread(target=lambda: found.append(tried(BUSY, SHORT)))
    busy.start()
    began = time.monotonic()
    passed = tried(packed(good())).passed
    beside = busy.is_alive() or time.monotonic() - began < SHORT.cpu
    busy.join()

    assert passed
    assert beside
    assert not found[0].passed


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_a_form_is_filled_apart_as_it_is_here(kind):
    """Data cross as JSON and give the same bytes, issue and KONSEP alike."""
    name = next(iter(kind.samples()))
    data = kind.model.model_validate(kind.sample(name))
    printing = Printing(number="7/LONTAR", konsep=False)

    here = (
        Forms()
        .form(kind.template)
        .filled(kind.context(data, printing), arrange=lambda body: kind.arrange(body, data))
    )
    there = fill_apart(
        kind.template.read_bytes(), kind=kind, data=data, number="7/LONTAR", konsep=False, name="a"
    )

    assert there == here


def test_refusals_come_back_as_they_are():
    """With part, place and reason, as if the form had been filled here."""
    with pytest.raises(TemplateBroken) as refusal:
        filled(saying("{% include 'x' %}"))
    with pytest.raises(TemplateUnsafe, match="makro"):
        filled(changed({"word/vbaProject.bin": b"x"}))

    assert (refusal.value.part, refusal.value.place) == ("isi dokumen", "paragraf 1")


def test_filling_stops_at_its_limits():
    """A published form that meets data of another size can be no bomb either."""
    with pytest.raises(TemplateBroken, match="batas waktu"):
        filled(BUSY, SHORT)
    with pytest.raises(FormOverran, match="melampaui batas"):
        filled(packed(good()), Limits(output=100))
