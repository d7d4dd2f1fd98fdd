"""Data files are taken exactly as typed, or refused with the place and the reason."""

from __future__ import annotations

import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import DataMissing, DataNotText, DataSyntax, DataTooLarge, DataUnreadable
from service.located import Place, written
from service.reading import MAX_BYTES, parse_data, read_data

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
LINE = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.sampled_from([None, 1, 4]), st.booleans())
def test_json_means_what_it_always_meant(value: object, indent: int | None, ascii_only: bool):
    """Whatever Python writes as JSON is read back as the same value, however it is laid out."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    assert parse_data("x.json", text.encode()).content == json.loads(text)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_every_value_knows_its_line(values: list[int]):
    """Line and column of each value in a JSON file are those an editor shows."""
    text = json.dumps({"daftar": values}, indent=2)

    data = parse_data("x.json", text.encode())

    lines = text.split("\n")
    for number, value in enumerate(values):
        place = data.places[("daftar", number)]
        assert lines[place.line - 1][place.column - 1 :].startswith(str(value))


def test_a_number_keeps_the_digits_that_were_typed():
    """83.50 stays 83.50, and eighteen digits of money are not rounded."""
    data = parse_data("x.json", b'{"a": 83.50, "b": 1234567890123456.78}')

    assert str(data.content["a"]) == "83.50"
    assert data.content["b"] == Decimal("1234567890123456.78")


@pytest.mark.parametrize(
    "typed",
    ["no", "Yes", "on", "0123", "2020-03-02", "1_000", "1.250", "0x1F", "12:30:45", "3e2", ".inf"],
)
def test_yaml_guesses_nothing(typed: str):
    """What YAML would take for a boolean, a date or a number stays the text that was typed."""
    assert parse_data("x.yaml", f"isian: {typed}\n".encode()).content == {"isian": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_yaml_knows_nothing_at_all(typed: str):
    """An empty value, ~ and null mean that nothing was given; in quotes they are text."""
    assert parse_data("x.yaml", f"isian: {typed}\n".encode()).content == {"isian": None}
    assert parse_data("x.yaml", f"isian: '{typed}'\n".encode()).content == {"isian": typed}


@given(st.dictionaries(LINE, LINE | st.lists(LINE, max_size=3), max_size=4))
def test_json_is_yaml_too(value: dict[str, object]):
    """JSON put into a YAML file means the same."""
    text = json.dumps(value, ensure_ascii=False)

    assert parse_data("x.yaml", text.encode()).content == value


def test_yaml_remembers_places():
    """Values of a YAML file know their line, through mappings and lists."""
    data = parse_data("x.yaml", b"a:\n  - b: satu\n    c: dua\n")

    assert data.places[("a", 0, "c")] == Place(line=3, column=8)
    assert written(("a", 0, "c")) == "a[0].c"


@pytest.mark.parametrize(
    ("name", "text", "line", "word"),
    [
        ("x.json", '{"a": 1,\n "b": }', 2, "nilai"),
        ("x.json", '{"a": 1,\n}', 2, "koma"),
        ("x.json", '{"a": 1}\n{"b": 2}', 2, "berakhir"),
        ("x.json", '{"a": 1,\n "a": 2}', 2, "dua kali"),
        ("x.json", '{"a":\n NaN}', 2, "bukan angka"),
        ("x.json", '{"a":\n 1e999}', 2, "bukan angka"),
        ("x.json", '{"a": "satu\ndua"}', 1, "\\n"),
        ("x.json", "", 1, "nilai"),
        ("x.json", "[" * 500 + "]" * 500, 1, "tingkat"),
        ("x.json", "[" * 200_000, 1, "dalam"),
        ("x.json", "[" + "9" * 5000 + "]", 1, "panjang"),
        ("x.yaml", "a: 1\na: 2\n", 2, "dua kali"),
        ("x.yaml", "a: b: c\n", 1, "titik dua"),
        ("x.yaml", "a:\n\t- b\n", 2, "tab"),
        ("x.yaml", "a: 'b\n", 2, "tidak ditutup"),
        ("x.yaml", "a: &x [1]\nb: *x\n", 1, "&"),
        ("x.yaml", "a: *tidak\n", 1, "*"),
        ("x.yaml", "a: !!python/object/apply:os.system [ls]\n", 1, "!"),
        ("x.yaml", "a: 1\n---\nb: 2\n", 2, "satu dokumen"),
        ("x.yaml", "a: -\n", 1, "-"),
        ("x.yaml", "a: {{ nama }}\n", 1, "kurung"),
        ("x.yaml", "[" * 500 + "]" * 500, 1, "tingkat"),
        ("x.yaml", 'a: "\\q"\n', 1, "miring"),
        ("x.yaml", "a: \x07\n", 1, "U+0007"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_reason(name: str, text: str, line: int, word: str):
    """Broken JSON or YAML gives one Indonesian sentence that names the line."""
    with pytest.raises(DataSyntax) as caught:
        parse_data(name, text.encode())

    assert caught.value.line == line
    assert word in caught.value.reason
    assert f"baris {line}" in str(caught.value)


def test_bytes_that_are_no_text_are_located():
    """A letter saved in another encoding is named with its line and column."""
    with pytest.raises(DataNotText) as caught:
        parse_data("x.yaml", 'a: "é"\nb: caf'.encode() + b"\xe9\n")

    assert (caught.value.line, caught.value.column) == (2, 7)
    assert "UTF-8" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"PK\x03\x04docx", "Office"),
        (b"%PDF-1.7", "PDF"),
        ("a: 1".encode("utf-16"), "UTF-16"),
        (b"a: \0\n", "biner"),
    ],
)
def test_a_binary_file_is_called_by_its_name(content: bytes, word: str):
    """A DOCX, a PDF or UTF-16 given as data is recognised and refused."""
    with pytest.raises(DataNotText, match=word):
        parse_data("x.yaml", content)


def test_a_byte_order_mark_is_no_content():
    """Windows' editors put a mark before UTF-8; it does not become part of the data."""
    assert parse_data("x.json", b'\xef\xbb\xbf{"a": 1}').content == {"a": 1}


def test_a_file_too_large_is_not_read_whole():
    """More than 8 MB is refused, even from a device without end."""
    with pytest.raises(DataTooLarge):
        read_data("/dev/zero")
    assert len(parse_data("x.json", b" " * (MAX_BYTES - 2) + b"{}").content) == 0


def test_standard_input_may_be_either_notation():
    """A dash reads standard input, and its first sign tells JSON from YAML."""
    assert read_data("-", stdin=io.BytesIO(b' {"a": "b"}')).content == {"a": "b"}
    assert read_data("-", stdin=io.BytesIO(b"a: b")).content == {"a": "b"}


def test_what_cannot_be_opened_says_why(tmp_path):
    """A missing file, a folder and an impossible name are told apart."""
    with pytest.raises(DataMissing):
        read_data(str(tmp_path / "tidak-ada.json"))
    with pytest.raises(DataUnreadable, match="folder"):
        read_data(str(tmp_path))
    with pytest.raises(DataUnreadable):
        read_data("nama\0aneh")
