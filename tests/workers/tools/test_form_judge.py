"""What the judge says of forms that mean well: marks, styles of writing, and what goes lost."""

from __future__ import annotations

import pytest

from doc_templates.findings import Level
from doc_templates.registry import kind, kinds
from tests.workers.tools.hostile_forms import (
    BODY,
    KIND,
    RELS,
    WORD,
    cell,
    changed,
    in_body,
    packed,
    paragraph,
    replacing,
    saying,
    table,
    typed,
)
from workers.tools.docx_package import unpack
from workers.tools.form_judge import FAULTS_LIMIT, judge

PICTURE = "<w:p><w:r><w:drawing><wp:inline><wp:docPr {}/></wp:inline></w:drawing></w:r></w:p>"


def told(content: bytes, of=KIND) -> list[tuple[str, str, str]]:
    found = judge(content, kind=of, name="formulir.docx")
    return [(each.level.value, each.code, each.place) for each in found.faults]


@pytest.mark.parametrize("each", kinds().values(), ids=lambda each: each.name)
def test_the_form_of_every_kind_passes_without_a_word(each):
    """An office that begins with it begins well."""
    assert told(each.template.read_bytes(), each) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            changed(in_body(paragraph("{%p if judul %}Salam") + paragraph("{%p endif %}"))),
            ("W", "W-FORM-LOST", "isi dokumen, paragraf 1"),
        ),
        (
            changed(in_body(table(cell(paragraph("{%tr if judul %}")) + cell(paragraph("Salam"))))),
            ("W", "W-FORM-LOST", "isi dokumen, tabel 1, baris 1, kolom 1, paragraf 1"),
        ),
        (
            changed(in_body(PICTURE.format('id="90" name="x"'))),
            ("W", "W-FORM-ALTERNATIVE", "isi dokumen, paragraf 1"),
        ),
        (
            changed(in_body(PICTURE.format('id="90" name="x" descr="ttd:pihak_pertma"'))),
            ("W", "W-FORM-SIGNATURE", "isi dokumen, paragraf 1"),
        ),
        (
            changed(in_body(PICTURE.format('id="90" name="x" descr="ttd:pihak_pertama"'))),
            ("W", "W-FORM-SIGNATURE", "isi dokumen"),
        ),
        (
            changed(replacing(BODY, "ttd:pihak_kedua", "ttd:pihak_pertama")),
            ("W", "W-FORM-SIGNATURE", "isi dokumen"),
        ),
        (
            changed(
                replacing(BODY, "{{ nomor }}", ""), replacing(BODY, "{{ penutup_lampiran }}", "")
            ),
            ("W", "W-FORM-NUMBER", "isi dokumen"),
        ),
        (
            saying("{{ judul|default('-') }}", "{% for s in sasaran %}{{ s.no }}{% endfor %}"),
            None,
        ),
    ],
    ids=["text beside a tag", "cell beside a tag", "picture without words", "role misspelt",
         "two places of one role", "role that only some need", "number left out", "nothing"],
)  # fmt: skip
def test_what_is_doubtful_is_a_warning_at_its_place(content: bytes, expected):
    """It is told, and keeps nobody from publishing the form; sound tags are no news."""
    faults = told(content)

    assert (expected in faults) if expected else faults == []
    if expected != ("W", "W-FORM-LOST", "isi dokumen, tabel 1, baris 1, kolom 1, paragraf 1"):
        assert {level for level, _, _ in faults} <= {"W"}


def test_a_role_misspelt_is_answered_with_the_one_that_was_meant():
    """By the whole text that the picture needs."""
    content = changed(in_body(PICTURE.format('id="90" name="x" descr="ttd:pihak_pertma"')))

    (fault,) = judge(content, kind=KIND, name="x").faults

    assert (fault.field, fault.nearest) == ("ttd:pihak_pertma", "ttd:pihak_pertama")


def test_a_footer_in_the_strip_of_the_code_is_refused_where_it_stands():
    """An empty one is no harm."""

    def with_footer(text: str) -> bytes:
        namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        footer = f'<w:ftr xmlns:w="{namespace}">{paragraph(text)}</w:ftr>'
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        relation = f'<Relationship Id="rIdF" Type="{office}/footer" Target="footer1.xml"/>'
        reference = '<w:footerReference w:type="default" r:id="rIdF"/><w:pgSz'
        return changed(
            {"word/footer1.xml": footer.encode()},
            typed("word/footer1.xml", f"{WORD}.footer+xml"),
            replacing(RELS, "</Relationships>", f"{relation}</Relationships>"),
            replacing(BODY, "<w:pgSz", reference, 1),
        )

    assert told(with_footer("Jalan Raya 1")) == [("E", "W-FORM-STRIP", "kaki halaman, paragraf 1")]
    assert told(with_footer(" ")) == []


def test_a_form_without_the_place_of_its_text_cannot_be_arranged():
    """Kinds that lay a long text into the form need its bookmark."""
    report = kind("rencana_aksi")
    members = unpack(report.template.read_bytes(), name="x")
    members[BODY] = members[BODY].replace(b'"isi_naskah"', b'"lain"')

    (fault,) = judge(packed(members), kind=report, name="x").faults

    assert (fault.code, fault.field) == ("W-FORM-ARRANGE", "isi_naskah")
    assert "penanda “isi_naskah”" in fault.sentence


def test_a_form_without_the_tables_of_its_kind_cannot_be_arranged():
    """An arrangement that stumbles is a fault of the form, told in a sentence."""
    sop = kind("sop")
    members = unpack(sop.template.read_bytes(), name="x")
    head, _, rest = members[BODY].partition(b"<w:body>")
    last = rest[rest.rindex(b"<w:sectPr>") :]
    kept = PICTURE.format('id="1" name="a" descr="ttd:pengesah"').encode()
    tags = paragraph("{{ judul_dokumen }}").encode()
    members[BODY] = head + b"<w:body>" + kept + tags + last

    codes = {code for _, code, _ in told(packed(members), sop)}

    assert "W-FORM-ARRANGE" in codes


def test_more_faults_than_anyone_can_take_in_are_counted():
    """The first are told one by one, then how many there are."""
    content = changed(in_body("".join(paragraph(f"{{{{ x{n} }}}}") for n in range(300))))

    faults = judge(content, kind=KIND, name="x").faults

    assert len(faults) == FAULTS_LIMIT + 1
    assert faults[-1].code == "W-FORM-MORE"
    assert faults[-1].sentence == "Masih ada 100 kesalahan lain."


def test_faults_stand_in_the_order_of_reading():
    """The whole file, then body, headers, properties; from above to below."""
    content = changed(
        in_body(paragraph("{{ satu }}") + paragraph("{{ dua|x }}") + paragraph("{{ tiga }}")),
        replacing("word/header1.xml", "{{", "{{ empat }}{{", 1),
        replacing("docProps/core.xml", "{{", "{{ lima }}{{", 1),
        replacing("word/settings.xml", "<w:compat>", "<w:mailMerge/><w:compat>"),
    )

    places = [each.place for each in judge(content, kind=KIND, name="x").faults]

    assert places == [
        "word/settings.xml, bagian awal",
        "isi dokumen, paragraf 1",
        "isi dokumen, paragraf 2",
        "isi dokumen, paragraf 3",
        "kepala halaman 1, paragraf 1",
        "properti dokumen, bagian awal, title",
    ]


def test_fields_and_what_stays_unused_are_told():
    """By the paths of the data, as the page of forms names them."""
    found = judge(changed(replacing(BODY, "{{ jumlah }}", "-")), kind=KIND, name="x")

    assert found.unused == ("jumlah",)
    assert "jumlah" not in found.fields
    assert {"judul", "pertama.nama", "sasaran[].indikator[].target"} <= set(found.fields)
    assert all(each.level is not Level.ERROR for each in found.faults)
