"""Text comes out of the DOCX exactly as it went in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import example, given
from hypothesis import strategies as st

from tests.workers.tools.docx_forms import drawn, leave, opened
from tests.workers.tools.forms import PIXEL
from workers.errors import ValueUnprintable
from workers.tools.docx import Forms
from workers.tools.docx_form import CompiledForm

# Every character that XML 1.0 can hold; a carriage return is a line break of another machine.
TYPED = st.text(
    st.one_of(
        st.sampled_from(list("&<>\"'{}%#_ \t\n-|")),
        st.characters(
            blacklist_categories=["Cs"],
            blacklist_characters="".join(
                map(chr, [*range(9), 11, 12, *range(13, 32), 65534, 65535])
            ),
        ),
    ),
    max_size=60,
)


@cache
def letter() -> CompiledForm:
    """One form with the value in running text, a table, a header, a property and a picture."""

    def more(document) -> None:
        document.core_properties.title = "{{ x }}"
        document.sections[0].header.paragraphs[0].text = "{{ x }}"
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{% for each in many %}{{ each.items }}|{% endfor %}"
        pixel = Path(mkdtemp()) / "pixel.png"
        pixel.write_bytes(PIXEL)
        run = document.add_paragraph().add_run()
        run.add_picture(str(pixel), width=Mm(10))
        run._r.find(f".//{qn('wp:docPr')}").set("descr", "ttd:{{ x }}")

    return Forms().form(drawn(Path(mkdtemp()), "A {{ x }} Z", more=more))


@given(TYPED)
@example("{{ x }}")
@example("{% if x %}{# y #}{_{ }_} {_% %_}")
@example("  dua  spasi di tepi  ")
@example("baris satu\nbaris dua\n\n\tbertab\t")
@example("“Lurah” 'Jekulo' & <b>Rp5.000</b> &amp; &#10;")
@example("السلام عليكم 🙂 \u200f\u202e")
@example("R" * 10_000)
@example("]]> <!-- --> <?x?>")
@example("\x85\u2028\u00a0\ufdd00\ufdd1")
def test_any_text_is_printed_as_typed(text: str):
    """Whatever an office typed stands in paragraph, table, header, title and description."""
    filled = letter().filled({"x": text, "many": [{"items": text}] * 2}, arrange=leave)

    document = opened(filled)
    assert document.paragraphs[0].text == f"A {text} Z"
    assert document.tables[0].cell(0, 0).text == f"{text}|{text}|"
    assert document.sections[0].header.paragraphs[0].text == text
    assert document.core_properties.title == text
    picture = document.element.body.find(f".//{qn('wp:docPr')}")
    assert picture.get("descr") == f"ttd:{text}"


@given(TYPED, st.sampled_from(["\r\n", "\r"]), TYPED)
def test_line_ends_of_other_machines_are_line_breaks(before: str, end: str, after: str):
    """Text pasted from Windows breaks its lines where it did there."""
    filled = letter().filled({"x": before + end + after, "many": []}, arrange=leave)

    lines = f"A {before}{end}{after} Z".replace("\r\n", "\n").replace("\r", "\n")
    assert opened(filled).paragraphs[0].text == lines


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused_with_its_place(character: str):
    """Nothing is dropped silently: the field is named and the print does not happen."""
    data = {"x": "", "many": [{"items": "baik"}, {"items": f"a{character}b"}]}

    with pytest.raises(ValueUnprintable, match=rf"many\[1\]\.items.*U\+{ord(character):04X}"):
        letter().filled(data, arrange=leave)


class Sly(str):
    """Text that claims to be XML already."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


@pytest.mark.parametrize("value", [1.5, object(), Sly("<w:br/>"), {1, 2}, b"x", [[Sly("a")]]])
def test_only_plain_values_are_taken(value: object):
    """An object of any other type never reaches the form."""
    with pytest.raises(ValueUnprintable, match="berjenis"):
        letter().filled({"x": value, "many": []}, arrange=leave)


def test_data_nested_without_end_are_refused():
    """A list that holds itself ends with a sentence, not with a full memory."""
    endless: list[object] = []
    endless.append(endless)

    with pytest.raises(ValueUnprintable, match="terlalu dalam"):
        letter().filled({"x": "", "many": endless}, arrange=leave)


def test_nothing_is_printed_for_nothing():
    """None is blank and numbers are digits; neither becomes a word of a programming language."""
    filled = letter().filled({"x": None, "many": [{"items": 7}]}, arrange=leave)

    assert opened(filled).paragraphs[0].text == "A  Z"
    assert opened(filled).tables[0].cell(0, 0).text == "7|"
