"""A faulty form is refused with the place and the reason of every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workers.tools.docx_forms import drawn, leave, opened
from workers.errors import FieldUnknown, TemplateBroken
from workers.tools.docx import Forms


def filled(path: Path, **context: object) -> bytes:
    return Forms().form(path).filled(context, arrange=leave)


def table_of(*rows: str):
    """Add a table with one cell in each row."""

    def more(document) -> None:
        table = document.add_table(len(rows), 1)
        for row, text in zip(table.rows, rows, strict=True):
            row.cells[0].text = text

    return more


def test_a_tag_cut_into_runs_by_word_is_whole_again(tmp_path: Path):
    """Proofing marks and bold letters inside a tag do not break it."""

    def more(document) -> None:
        paragraph = document.add_paragraph("Nama ")
        for piece in ["{", "{ na", "ma", " }", "} dan {%", " if ada", " %}ada{% end", "if %}."]:
            paragraph.add_run(piece).bold = True

    path = drawn(tmp_path, more=more)

    assert opened(filled(path, nama="A", ada=True)).paragraphs[0].text == "Nama A dan ada."


def test_rows_and_paragraphs_repeat_and_vanish(tmp_path: Path):
    """Tags for rows and paragraphs take their row or paragraph away with them."""
    path = drawn(
        tmp_path,
        *("{%p if ada %}", "Ada {{ x }}", "{%p else %}", "Tiada", "{%p endif %}"),
        more=table_of("{%tr for each in many %}", "{{ each }}", "{%tr endfor %}"),
    )

    document = opened(filled(path, ada=True, x="1", many=["a", "b"]))

    assert [each.text for each in document.paragraphs] == ["Ada 1"]
    assert [row.cells[0].text for row in document.tables[0].rows] == ["a", "b"]


def test_every_unknown_field_is_told_with_its_place(tmp_path: Path):
    """The first stops the filling, the others are told with it."""
    path = drawn(tmp_path, "{{ satu }}", "{{ dua }}", more=table_of("", "{{ tiga }}"))

    with pytest.raises(FieldUnknown) as refusal:
        filled(path, dau="x")

    assert refusal.value.part == "isi dokumen"
    assert refusal.value.place == "paragraf 1"
    assert "“satu”" in refusal.value.reason
    assert "juga pada paragraf 2: “dua” tidak ada" in refusal.value.reason
    assert "juga pada tabel 1, baris 2, kolom 1, paragraf 1: “tiga”" in refusal.value.reason


def test_a_missing_key_of_a_record_names_its_neighbour(tmp_path: Path):
    """A slip of the pen is answered with the name that was meant."""
    path = drawn(tmp_path, "{% for each in many %}{{ each.waktu }}{% endfor %}")

    with pytest.raises(FieldUnknown, match=r"waktu.*mungkin maksudnya “wakti”"):
        filled(path, many=[{"wakti": "1 jam"}])


def test_an_unknown_field_in_a_header_is_placed_in_the_header(tmp_path: Path):
    """The place tells the part of the document, too."""

    def more(document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ hilang }}"

    with pytest.raises(FieldUnknown) as refusal:
        filled(drawn(tmp_path, "x", more=more))

    assert (refusal.value.part, refusal.value.place) == ("kepala halaman", "paragraf 1")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ a b }}", "tidak dapat dibaca"),
        ("{{ a", "“{{” tidak berpasangan"),
        ("a }}", "“}}” tidak berpasangan"),
        ("{% for each in many %}", "tidak ditutup; tambahkan {% endfor %}"),
        ("{% if a %}{% endfor %}{% endif %}", "menutup yang tidak pernah dibuka"),
        ("{% else %}", "tidak berada di dalam if"),
        ("{% endif %}", "menutup yang tidak pernah dibuka"),
        ("{{ a|uper }}", "mungkin maksudnya “upper”"),
        ("{{ a|safe }}", "saringan “safe” tidak dikenal"),
        ("{{ a|_polos }}", "saringan “_polos” tidak dikenal"),
        ("{% include 'x' %}", "perintah yang tidak dikenal"),
        ("{% autoescape false %}{{ a }}{% endautoescape %}", "perintah yang tidak dikenal"),
        ("{% set a = 1 %}", "perintah yang tidak dikenal"),
        ("{% raw %}{{ a }}{% endraw %}", "perintah yang tidak dikenal"),
        ("{{r a }}", "tidak boleh berada di luar teks"),
        ("{{p a }}", "tidak boleh berada di luar teks"),
        ("{% if a %}" * 11 + "{% endif %}" * 11, "bersarang lebih dari 10"),
    ],
)
def test_a_tag_that_cannot_be_read_is_placed(tmp_path: Path, text: str, reason: str):
    """The sentence names the paragraph and says what is wrong with the tag."""
    with pytest.raises(TemplateBroken) as refusal:
        Forms().form(drawn(tmp_path, "baik", text))

    assert refusal.value.place == "paragraf 2"
    assert reason in refusal.value.reason


def test_all_faults_of_a_form_are_told_at_once(tmp_path: Path):
    """Nobody has to mend a form one refusal at a time."""

    def more(document) -> None:
        table_of("{%tr for each in many %}", "{{ each| }}")(document)
        document.sections[0].footer.paragraphs[0].text = "{% endif %}"

    with pytest.raises(TemplateBroken) as refusal:
        Forms().form(drawn(tmp_path, "{{ a b }}", "{{ c.__class__ }}", more=more))

    told = str(refusal.value)
    assert "isi dokumen, paragraf 1: {{ a b }} tidak dapat dibaca" in told
    assert "isi dokumen, paragraf 2" in told
    assert (
        "isi dokumen, tabel 1, baris 1, kolom 1, paragraf 1: {% for each in many %} tidak" in told
    )
    assert "isi dokumen, tabel 1, baris 2, kolom 1, paragraf 1: {{ each| }}" in told
    assert "kaki halaman, paragraf 1: {% endif %}" in told


def test_a_record_is_not_printed_as_a_program_would(tmp_path: Path):
    """Lists, records and truth values have no text of their own."""
    path = drawn(tmp_path, "baik", "{{ a }}")

    for value in ([1], {"b": 1}, True):
        with pytest.raises(TemplateBroken, match="paragraf 2: nilai berjenis"):
            filled(path, a=value)


def test_a_block_that_would_tear_a_table_is_refused_before_any_data(tmp_path: Path):
    """Opened in a paragraph and closed in a cell, a block would print half a table at times."""
    path = drawn(tmp_path, "{% if x %}a", more=table_of("b{% endif %}"))

    with pytest.raises(TemplateBroken, match=r"tabel 1.*tidak setingkat dengan {% if x %}"):
        Forms().form(path)


def test_a_block_may_reach_over_paragraphs(tmp_path: Path):
    """What lies between goes with the block, what is outside stays."""
    path = drawn(tmp_path, "a{% if x %} b", "c {% endif %}d", "e")

    assert [each.text for each in opened(filled(path, x=True)).paragraphs] == ["a b", "c d", "e"]
    assert [each.text for each in opened(filled(path, x=False)).paragraphs] == ["ad", "e"]


def test_a_form_cannot_fill_the_disk(tmp_path: Path):
    """A loop in a loop ends at the size that a document may have."""
    nested = "{% for a in many %}{% for b in many %}{{ x }}{% endfor %}{% endfor %}"

    with pytest.raises(TemplateBroken, match="terlalu besar"):
        filled(drawn(tmp_path, nested), many=[0] * 1000, x="y" * 100)


def test_a_form_cannot_count_without_end(tmp_path: Path):
    """All ranges of one filling share a budget."""
    nested = "{% for a in range(9000) %}{% for b in range(9000) %}{% endfor %}{% endfor %}"

    with pytest.raises(TemplateBroken, match="range melampaui"):
        filled(drawn(tmp_path, nested))


def test_the_wrong_type_for_a_tag_is_a_fault_of_the_form(tmp_path: Path):
    """A number cannot be repeated; the tag that tries is named."""
    path = drawn(tmp_path, "baik", "{% for each in a %}{{ each }}{% endfor %}")

    with pytest.raises(TemplateBroken, match="paragraf 2: tag ini tidak cocok"):
        filled(path, a=5)
