"""A form and its data are compared both ways, with the place of every difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from doc_templates.findings import Finding, Level
from doc_templates.lint import lint
from tests.workers.tools.docx_forms import drawn


def told(findings: list[Finding], level: Level = Level.ERROR) -> list[tuple[str, str]]:
    return [(each.where, each.sentence) for each in findings if each.level is level]


def table_of(*rows: str):
    def more(document) -> None:
        table = document.add_table(len(rows), 1)
        for row, text in zip(table.rows, rows, strict=True):
            row.cells[0].text = text

    return more


def test_a_form_that_fits_its_data_has_no_finding(tmp_path: Path):
    """Every tag has its field and every field its tag."""
    path = drawn(
        tmp_path,
        "{{ nama }} {% if ada %}{{ alamat.jalan }}{% endif %}",
        more=table_of("{%tr for each in daftar %}", "{{ each.isi }}", "{%tr endfor %}"),
    )
    data = {"nama": "A", "ada": True, "alamat": {"jalan": "B"}, "daftar": [{"isi": 1}]}

    assert lint(path, [data]) == []


def test_a_tag_without_field_is_told_with_its_place_and_the_nearest_name(tmp_path: Path):
    """A slip in a table of the form is found by table, row and column."""
    path = drawn(
        tmp_path,
        "{{ nmaa }}",
        more=table_of("{%tr for each in daftar %}", "{{ each.wakut }}", "{%tr endfor %}"),
    )

    findings = lint(path, [{"nama": "A", "daftar": [{"waktu": "1 jam"}]}])

    first, second = [each for each in findings if each.level is Level.ERROR]
    assert first.where == "isi dokumen, paragraf 1"
    assert first.suggestions == ("nama",)
    assert second.where == "isi dokumen, tabel 1, baris 2, kolom 1, paragraf 1"
    assert "“wakut” tidak ada di antara isian “daftar[]”" in second.sentence
    assert second.suggestions == ("waktu",)


def test_a_field_that_no_tag_prints_is_information(tmp_path: Path):
    """It blocks nothing: a kind may give more than one form needs."""
    path = drawn(tmp_path, "{% for each in daftar %}{{ each.a }}{% endfor %}")

    findings = lint(path, [{"daftar": [{"a": 1, "b": 2}], "lain": {"c": 1, "d": 2}}])

    assert [(each.level, each.where) for each in findings] == [
        (Level.INFORMATION, "daftar[].b"),
        (Level.INFORMATION, "lain"),
    ]


def test_a_field_that_only_some_data_have_is_a_warning(tmp_path: Path):
    """The sample at hand may fit while another one would not."""
    path = drawn(tmp_path, "{% for each in daftar %}{{ each.a }}{% endfor %}")

    findings = lint(path, [{"daftar": [{"a": 1}, {}]}])

    assert told(findings) == []
    ((where, sentence),) = told(findings, Level.WARNING)
    assert where == "isi dokumen, paragraf 1"
    assert "“daftar[].a” tidak selalu ada" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "{{ y|default('-') }}",
        "{% if y is defined %}a{% endif %}",
        "{% for x in kosong %}{{ x.apa }}{% endfor %}",
        "{% for k, v in peta.items() %}{{ k }}{{ v.apa }}{% endfor %}",
        "{% for x in daftar %}{{ loop.index }}{{ loop.previtem }}{% endfor %}",
        "{% for n in range(3) %}{{ n }}{% endfor %}",
        "{{ daftar|first }}{{ daftar[0] }}{{ peta['a'] }}{{ daftar|join(', ') }}",
        "{{ nihil.apa }}",
    ],
)
def test_what_cannot_be_known_is_not_held_against_the_form(tmp_path: Path, text: str):
    """Doubts stated in the form, empty lists and missing records are no errors."""
    data = {"kosong": [], "peta": {"a": "1"}, "daftar": ["a"], "nihil": None}

    assert told(lint(drawn(tmp_path, text), [data])) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ daftar }}", "berjenis daftar, tidak dapat dicetak"),
        ("{{ rinci }}", "berjenis kumpulan isian, tidak dapat dicetak"),
        ("{{ ada }}", "berjenis ya atau tidak, tidak dapat dicetak"),
        ("{% for x in nama %}{{ x }}{% endfor %}", "bukan daftar"),
        ("{{ nama.depan }}", "“depan” tidak ada di antara isian “nama”"),
        ("{{ rinci.items }}", "“items” tidak ada"),
        ("{% if tiada %}a{% elif tiada_juga %}b{% endif %}", "“tiada_juga” tidak ada"),
    ],
)
def test_values_of_the_wrong_kind_are_told(tmp_path: Path, text: str, reason: str):
    """What filling would refuse is found before it fills."""
    data = {"daftar": [1], "rinci": {"a": 1}, "ada": True, "nama": "A"}

    sentences = [sentence for _, sentence in told(lint(drawn(tmp_path, text), [data]))]

    assert any(reason in each for each in sentences), sentences


def test_headers_and_properties_are_compared_as_well(tmp_path: Path):
    """A slip in the page header or in the title does not wait for the first print."""

    def more(document) -> None:
        document.core_properties.title = "{{ judl }}"
        document.sections[0].header.paragraphs[0].text = "{{ kop }}"

    places = [where for where, _ in told(lint(drawn(tmp_path, "x", more=more), [{"judul": "J"}]))]

    assert places == ["kepala halaman, paragraf 1", "properti dokumen, bagian awal, title"]


def test_broken_tags_and_unknown_fields_are_told_together(tmp_path: Path):
    """A broken header does not hide what is wrong in the body; unused fields wait."""

    def more(document) -> None:
        document.sections[0].header.paragraphs[0].text = "{% if x %}"

    findings = lint(drawn(tmp_path, "{{ hilang }}", more=more), [{"x": 1, "lain": 2}])

    assert [each.code for each in findings] == ["W-FORM-TAG", "W-FORM-FIELD"]


@pytest.mark.parametrize("content", [b"Surat biasa", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_docx_is_a_finding(tmp_path: Path, content: bytes):
    """Linting never ends in a traceback."""
    path = tmp_path / "surat.docx"
    path.write_bytes(content)

    (finding,) = lint(path, [])

    assert (finding.code, finding.level) == ("W-FORM", Level.ERROR)
