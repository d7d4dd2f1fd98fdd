"""The name that was meant is found, and none is offered where none is near."""

from __future__ import annotations

import pytest

from doc_templates.form_blocks import Tag, mended
from doc_templates.form_language import form_language
from doc_templates.form_near import nearest
from doc_templates.form_shape import shape_of

DATA = {
    "nama_dokumen": "x",
    "pertama": {"nama": "A", "jabatan": "B"},
    "sasaran": [{"uraian": "x", "indikator": [{"target": "1"}]}],
}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("NamaDokumen", "nama_dokumen"),
        ("nama dokumen", "nama_dokumen"),
        ("nama_dokumne", "nama_dokumen"),
        ("Pertama.Nama", "pertama.nama"),
        ("pertma.jabatan", "pertama.jabatan"),
        ("pihak_pertama.nama", "pertama.nama"),
        ("jabatan", "pertama.jabatan"),
        ("ssaran", "sasaran"),
        ("langkh.uraian", "langkah.uraian"),
        ("langkah.uraain", "langkah.uraian"),
        ("zzz", ""),
        ("os.system", ""),
    ],
)
def test_a_name_is_compared_whole_with_what_can_be_asked_there(asked: str, meant: str):
    """Capitals, blanks and underscores aside; names of loops and of data alike."""
    data = shape_of([DATA])

    assert nearest(asked, scope={"langkah": data.keys["sasaran"].element}, data=data) == meant


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (["{{ a }}", "{{ b c }}", "{{ d }}"], "{{ a \n}}{#\n#}{{ d \n}}"),
        (["{% if a b %}", "{{ c }}", "{% endif %}"], "{% if 1 \n%}{{ c \n}}{% endif \n%}"),
        (["{% for x in %}", "{% else %}", "{% endfor %}"], "{% if 1 \n%}{% else \n%}{% endif \n%}"),
        (["{% endfor %}", "{{ a }}"], "{#\n#}{{ a \n}}"),
        (["{% for x in y %}", "{{ x }}"], "{% for x in y \n%}{{ x \n}}{% endfor %}"),
        (["{% else %}", "{% elif a %}", "{% set x %}"], "{#\n#}{#\n#}{#\n#}"),
        (["{% if a %}", "{% else %}", "{% else %}"], "{% if a \n%}{% else \n%}{#\n#}{% endif %}"),
    ],
)
def test_what_can_be_read_is_read_beside_what_cannot(tags: list[str], said: str):
    """Line n ends in the n-th tag, and the whole can always be parsed."""
    language = form_language()

    text, _ = mended([Tag(each, "") for each in tags], language)

    assert text == said
    language.parse(text)


def test_names_of_a_loop_that_cannot_be_read_are_unknown_not_missing():
    """Nobody is told that a field is missing because of another tag's slip."""
    _, unknown = mended([Tag("{% for kunci, nilai in a b %}", "")], form_language())

    assert unknown == {"kunci", "nilai"}
