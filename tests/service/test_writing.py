"""Data files written back: the same notation, nothing else touched, the first copy kept."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import TargetUnusable
from service.reading import parse_data, read_data
from service.writing import as_typed, write_back

TEXTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x85\u2028\u2029\ufeff"),
    max_size=30,
)
PLAIN = st.dictionaries(
    TEXTS.filter(bool),
    st.recursive(
        st.none() | TEXTS,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(TEXTS.filter(bool), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(PLAIN)
def test_what_is_written_as_json_reads_the_same(content):
    """Every text comes back to the character."""
    text = as_typed("data.json", "{}", content)

    assert parse_data("data.json", text.encode()).content == content


@given(PLAIN)
def test_what_is_written_as_yaml_reads_the_same(content):
    """Texts that look like numbers, dates or nothing stay texts; nothing stays nothing."""
    text = as_typed("data.yaml", "a: b\n", content)

    assert parse_data("data.yaml", text.encode()).content == content


@pytest.mark.parametrize("indent", [None, 1, 2, 4])
def test_the_indentation_of_the_file_is_kept(indent):
    """A file that a person or program formatted looks the same afterwards."""
    content = {"nomor": "1", "lajur": [{"id": "a", "nama": "Kasubag. PE dan Keu – “x”"}]}
    before = json.dumps(content, indent=indent, ensure_ascii=False)

    assert as_typed("sop.json", before, content) == before
    assert as_typed("sop.json", before + "\n", content) == before + "\n"


def test_the_first_copy_is_kept_and_the_rights_too(tmp_path: Path):
    """However often something is accepted, .semula is what the office typed."""
    path = tmp_path / "sop.yaml"
    path.write_text("# catatan\nnomor: 0123\n", encoding="utf-8")
    path.chmod(0o640)

    first = write_back(read_data(str(path)), {"nomor": "1"})
    second = write_back(read_data(str(path)), {"nomor": "2"})

    assert first == second == tmp_path / "sop.yaml.semula"
    assert first.read_text(encoding="utf-8") == "# catatan\nnomor: 0123\n"
    assert read_data(str(path)).content == {"nomor": "2"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["sop.yaml", "sop.yaml.semula"]


def test_fractions_are_written_as_they_were_typed(tmp_path: Path):
    """83.50 does not become 83.5 because something else in the file was accepted."""
    path = tmp_path / "data.json"
    path.write_text('{\n  "a": 83.50,\n  "b": [2.40, 7]\n}\n', encoding="utf-8")
    data = read_data(str(path))

    write_back(data, data.content | {"c": "baru"})

    assert path.read_text(encoding="utf-8") == (
        '{\n  "a": 83.50,\n  "b": [\n    2.40,\n    7\n  ],\n  "c": "baru"\n}\n'
    )


def test_a_link_stays_a_link(tmp_path: Path):
    """The file is replaced where it lies, and its copy lies beside it."""
    (tmp_path / "asli").mkdir()
    path = tmp_path / "asli" / "sop.json"
    path.write_text("{}", encoding="utf-8")
    link = tmp_path / "sop.json"
    link.symlink_to(path)

    kept = write_back(read_data(str(link)), {"nomor": "1"})

    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == '{"nomor": "1"}'
    assert kept.parent == path.parent


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_closed_is_told(tmp_path: Path):
    """Nothing changes where nothing may be written."""
    path = tmp_path / "sop.json"
    path.write_text("{}", encoding="utf-8")
    tmp_path.chmod(0o500)

    with pytest.raises(TargetUnusable):
        write_back(read_data(str(path)), {"nomor": "1"})
    tmp_path.chmod(0o700)
