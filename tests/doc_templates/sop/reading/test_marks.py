"""HTML, Markdown and control characters are taken off; words between signs are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.reading.marks import strip_marks


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('<p style="text-align: center;">KEPALA DINAS</p>  <p>Drs. A</p>', "KEPALA DINAS\nDrs. A"),
        ("<ol> A<br/>B</ol>", "A\nB"),
        ("<b>tebal</b> dan <i>miring</i>", "tebal dan miring"),
        ("R&amp;D &nbsp;x", "R&D \xa0x"),
        ("**STANDAR", "STANDAR"),
        ("KINERJA**", "KINERJA"),
        ("__tebal__ isi", "tebal isi"),
        ("## Judul", "Judul"),
        ("a<!-- catatan -->b", "ab"),
        ("bunyi\x07 lonceng", "bunyi lonceng"),
    ],
)
def test_marks_are_taken_off(written: str, text: str):
    """Block tags break the line, others vanish, and each is told."""
    stripped = strip_marks(written)

    assert stripped.text == text
    assert stripped.has_marks


@pytest.mark.parametrize(
    "text",
    [
        "<Nama Kepala Dinas>",
        "nilai < 5 dan > 3",
        "<p penting>",
        "(____________)",
        "nama_berkas_2",
        "**) coret yang tidak perlu",
        "AT&T; S&K",
        "No # 1",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str):
    """Placeholders, comparisons, blanks to fill in and footnote stars are text."""
    stripped = strip_marks(text)

    assert stripped.text == text
    assert not stripped.has_marks


@given(st.text(alphabet=st.characters(exclude_characters="<>&*_#", exclude_categories=("C", "Z"))))
def test_text_without_marks_stays(text: str):
    """A text without any sign is returned as it is."""
    assert strip_marks(text).text == text


@given(st.text())
def test_what_is_left_can_stand_in_xml(text: str):
    """Whatever comes in, nothing that XML forbids goes out."""
    from lxml import etree  # noqa: PLC0415

    element = etree.Element("t")
    element.text = strip_marks(text).text
