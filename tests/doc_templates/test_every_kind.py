"""What holds of every kind, whatever folder it lives in."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from lxml import etree

from doc_templates.findings import Level
from doc_templates.kind import Kind, Printing
from doc_templates.lint import lint_kind
from doc_templates.registry import kinds
from tests.workers.tools.docx_forms import opened
from workers.pipeline.artifacts import Draft
from workers.pipeline.fill import fill
from workers.tools.docx import Forms

KINDS = list(kinds().values())
SAMPLES = [(kind, name) for kind in KINDS for name in kind.samples()]

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
every_sample = pytest.mark.parametrize(
    ("kind", "name"), SAMPLES, ids=[f"{kind.name}-{name}" for kind, name in SAMPLES]
)


@cache
def forms() -> Forms:
    return Forms()


def model_of(kind: Kind, name: str):
    return kind.model.model_validate(kind.sample(name))


def printed(kind: Kind, name: str, folder, *, konsep: bool):
    model = model_of(kind, name)
    number, code = (None, None) if konsep else ("7/LONTAR/2026", "k0d3-c0nt0h")
    draft = Draft(kind, model, kind.describe(model), number, code, verify_url=None)
    return fill(draft, folder=folder, forms=forms())


def texts(document) -> str:
    return "\n".join(
        "".join(
            "\n"
            if each.tag.endswith("}br")
            else "\t"
            if each.tag.endswith("}tab")
            else each.text or ""
            for each in paragraph.iter("{*}t", "{*}br", "{*}tab")
        )
        for paragraph in opened(document.path.read_bytes()).element.body.iter("{*}p")
    )


@every_kind
def test_a_kind_is_complete(kind: Kind):
    """A folder holds its form, its samples and the source of the official form."""
    assert kind.template.is_file()
    assert kind.samples()
    assert (kind.folder / "README.md").is_file()


@every_kind
def test_the_form_and_the_data_of_a_kind_fit(kind: Kind):
    """Every tag can be read and has its field, whichever sample is printed."""
    findings = [each for each in lint_kind(kind) if each.level is not Level.INFORMATION]

    assert findings == []


@every_sample
def test_a_sample_fits_its_model_and_comes_back_unchanged(kind: Kind, name: str):
    """Reading a sample and writing it again changes no text of it."""
    model = model_of(kind, name)

    shown = model.model_dump(mode="json", exclude_unset=True)
    assert plainly(shown) == plainly(kind.sample(name))


@every_sample
@pytest.mark.parametrize("konsep", [True, False], ids=["konsep", "issue"])
def test_a_sample_fills_its_form(kind: Kind, name: str, konsep: bool, tmp_path):
    """No tag is left in the print, and its title stands in the properties."""
    document = printed(kind, name, tmp_path, konsep=konsep)

    shown = texts(document)
    assert "{{" not in shown
    assert "{%" not in shown
    assert opened(document.path.read_bytes()).core_properties.title


@every_sample
def test_a_print_shows_what_the_gate_will_look_for(kind: Kind, name: str, tmp_path):
    """The texts that a kind promises for the page stand in the filled form."""
    document = printed(kind, name, tmp_path, konsep=False)

    shown = " ".join(texts(document).split())
    promised = [" ".join(each.split()) for each in document.draft.description.must_show]
    assert promised
    assert [each for each in promised if each.casefold() not in shown.casefold()] == []


@every_sample
def test_a_print_keeps_a_place_for_everyone_who_signs(kind: Kind, name: str, tmp_path):
    """Each signatory has exactly one mark, by which the stamp finds the place."""
    document = printed(kind, name, tmp_path, konsep=False)

    body = opened(document.path.read_bytes()).element.body
    marks = [each.get("descr") for each in body.iter("{*}docPr")]
    wanted = [f"ttd:{each.role}" for each in document.draft.description.signatories]
    assert sorted(each for each in marks if each.startswith("ttd:")) == sorted(wanted)


@every_sample
def test_arranging_loses_no_text(kind: Kind, name: str):
    """Paper and columns are arranged and arrows labelled; no word of the office goes away."""
    model = model_of(kind, name)
    context = kind.context(model, Printing(number="1", konsep=False))
    form = forms().form(kind.template)

    before = form.filled(context, arrange=lambda _body: None)
    after = form.filled(context, arrange=lambda body: kind.arrange(body, model))

    assert Counter(words(before)) - Counter(words(after)) == Counter()


def plainly(value: object) -> object:
    """Numbers as their digits: a model may keep an amount as a decimal, which JSON has not."""
    if isinstance(value, dict):
        return {key: plainly(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plainly(each) for each in value]
    return str(value) if type(value) in {int, float} else value


def words(content: bytes) -> list[str]:
    body = opened(content).element.body
    return [text for text in etree.XPath("//*[local-name()='t']/text()")(body) if text.strip()]
