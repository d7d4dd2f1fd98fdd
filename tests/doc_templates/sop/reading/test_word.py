"""DOCX as Word writes it: merged cells, nested tables, text boxes, tracked changes, own numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from doc_templates.errors import OldFileError
from doc_templates.sop.reading import read
from tests.doc_templates.sop.reading.old_files import (
    COLUMNS,
    W,
    activity_table,
    anchored,
    body_of,
    codes_of,
    p,
    plain,
    sentences,
    step,
    tbl,
    tc,
    tr,
    with_body,
    word,
)

GRID = tbl(
    tr(
        tc(p("PEMERINTAH KABUPATEN NGANJUK") + p("KECAMATAN KERTOSONO"), merge="restart"),
        "NOMOR SOP",
        ":",
        "060/496/2021",
    ),
    tr(tc(merge="on"), "TGL. REVISI", ":", ""),
    tr(
        tc(merge="on"),
        "DISAHKAN OLEH",
        ":",
        tc(p("CAMAT KERTOSONO") + p() + p("MASHUDI MURUL HUDA, SSTP, MM") + p("NIP. 19760608")),
    ),
    tr(tc(merge="on"), "NAMA SOP", ":", "Pengumpulan Data"),
    tr(
        tc(p("Dasar Hukum") + p("1. Perda Nomor 1") + p("2. Perda Nomor 2")),
        tc(p("Kualifikasi Pelaksana:") + p("Sarjana"), span=3),
    ),
    tr("Keterkaitan", tc("Peralatan", span=3)),
    tr("SOP Surat", tc("Komputer", span=3)),
)


def imported(*blocks: str, **parts: str):
    return read("lama.docx", word(*blocks, **parts))


def test_a_grid_with_merged_cells_is_read():
    """The letterhead beside the fields, colons in cells of their own, panels with items."""
    data = plain(imported(GRID, p("SOP PENGUMPULAN DATA"), activity_table(step("1", "Menyusun"))))

    assert data["kop"] == {
        "pemerintah": "PEMERINTAH KABUPATEN NGANJUK",
        "instansi": ["KECAMATAN KERTOSONO"],
    }
    assert (data["nomor"], data["tanggal_revisi"]) == ("060/496/2021", "")
    assert data["nama_sop"] == "Pengumpulan Data"
    assert data["pengesahan"]["pejabat"] == {
        "jabatan": "CAMAT KERTOSONO",
        "nama": "MASHUDI MURUL HUDA, SSTP, MM",
        "nip": "19760608",
    }
    assert data["dasar_hukum"] == {
        "butir": ["Perda Nomor 1", "Perda Nomor 2"],
        "bernomor": True,
    }
    assert data["kualifikasi"]["butir"] == ["Sarjana"]
    assert data["keterkaitan"]["butir"] == ["SOP Surat"]
    assert data["peralatan"]["butir"] == ["Komputer"]
    assert data["judul_tabel"] == "SOP PENGUMPULAN DATA"


def test_merged_heads_give_lanes_and_columns():
    """Spans over two head rows are followed to the columns under them."""
    reading = imported(GRID, activity_table(step("1", "Menyusun", "", "[]", waktu="30 menit")))

    assert [lane.nama for lane in reading.model.lajur] == ["Kasi", "Camat"]
    first = reading.model.kegiatan[0]
    assert [each.lajur for each in first.pelaksana] == ["camat"]
    assert (first.mutu_baku.waktu, first.keterangan) == ("30 menit", "")
    assert "W-HEADER-SPAN" not in codes_of(reading)


def test_the_body_may_have_a_finer_grid_than_the_head():
    """Cells are told by the columns that they cover, not by their number."""
    rows = tr(
        "1",
        "Menyusun",
        "",
        "[]",
        tc("Surat"),
        tc("1 hari"),
        tc("Laporan", span=1),
        tc("segera"),
    )
    wide = tr(tc("2"), tc("Mengirim"), tc("", span=2), tc("Surat"), "", "Arsip", "")
    reading = imported(GRID, activity_table(rows, wide))

    assert [step.mutu_baku.output for step in reading.model.kegiatan] == ["Laporan", "Arsip"]
    assert reading.model.kegiatan[0].keterangan == "segera"


def test_a_step_over_two_rows_is_one_step():
    """Rows whose number is merged with the one above go on with its step."""
    reading = imported(
        GRID,
        activity_table(
            tr(
                tc("1", merge="restart"),
                tc("Menyusun", merge="restart"),
                "",
                "",
                "Surat",
                "",
                "",
                "",
            ),
            tr(tc(merge="on"), tc(merge="on"), "", "", "Disposisi", "", "", ""),
            step("2", "Mengirim"),
        ),
    )

    assert [each.nomor for each in reading.model.kegiatan] == ["1", "2"]
    assert reading.model.kegiatan[0].mutu_baku.kelengkapan == "Surat\nDisposisi"
    assert "digabung" in sentences(reading, "W-IMPORT-ROW")[0]


def test_the_sheet_goes_on_in_further_tables():
    """With its head repeated or without it, another table of the same width is the same sheet."""
    more = tbl(step("3", "Mengarsipkan"), columns=COLUMNS)
    reading = imported(
        GRID,
        activity_table(step("1", "Menyusun")),
        p(),
        activity_table(step("2", "Mengirim")),
        p(),
        more,
    )

    assert [each.nomor for each in reading.model.kegiatan] == ["1", "2", "3"]
    assert "W-IMPORT-LEFTOVER" not in codes_of(reading)


def test_another_table_under_the_sheet_is_told():
    """A table that does not go on with the steps is left over, word for word."""
    reading = imported(
        GRID, activity_table(step("1", "Menyusun")), p(), tbl(tr("Catatan", "revisi"))
    )

    assert len(reading.model.kegiatan) == 1
    told = [each for each in reading.noticed if each.finding.code == "W-IMPORT-LEFTOVER"]
    assert "“revisi”" in told[1].finding.sentence
    assert told[1].source == "tabel 3, baris 1, sel 2"


def test_tracked_changes_are_read_as_accepted():
    """Inserted words and rows count, deleted ones do not, and that there were some is told."""
    changed = (
        '<w:p><w:r><w:t xml:space="preserve">Menyusun </w:t></w:r>'
        '<w:del w:id="1"><w:r><w:delText>konsep</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>laporan</w:t></w:r></w:ins></w:p>'
    )
    gone = tr("2", "Menghapus", "", "", "", "", "", "", properties='<w:del w:id="3"/>')
    new = tr("3", "Mengirim", "", "", "", "", "", "", properties='<w:ins w:id="4"/>')
    reading = imported(GRID, activity_table(step("1", changed), gone, new))

    assert [each.uraian for each in reading.model.kegiatan] == ["Menyusun laporan", "Mengirim"]
    assert len(sentences(reading, "W-IMPORT-REVISION")) == 1
    assert "W-IMPORT-REVISION" not in codes_of(imported(GRID, activity_table(step("1", "A"))))


def test_only_what_is_seen_is_read():
    """Hidden runs, field codes and the second half of alternative content are not text."""
    seen = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Menyusun</w:t><w:br/>"
        "<w:t>laporan</w:t><w:noBreakHyphen/><w:t>akhir</w:t></w:r>"
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
    )
    reading = imported(GRID, activity_table(step("1", seen)))

    assert reading.model.kegiatan[0].uraian == "Menyusun\nlaporan-akhir✓"


def test_content_controls_and_links_are_seen_through():
    """Words in content controls, links and smart tags are words."""
    controlled = (
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Menyusun</w:t></w:r>"
        "</w:hyperlink></w:p></w:sdtContent></w:sdt>"
    )
    reading = imported(GRID, activity_table(tr("1", tc(controlled + p()), "", "", "", "", "", "")))

    assert reading.model.kegiatan[0].uraian == "Menyusun"


def test_a_frame_around_everything_is_seen_through():
    """A table of one cell that holds the other tables is a frame; nested text is flattened."""
    framed = tbl(
        tr(tc(GRID + activity_table(step("1", tbl(tr("Menyusun", "laporan")) + p())) + p()))
    )
    model = imported(framed).model

    assert model.nomor == "060/496/2021"
    assert model.kegiatan[0].uraian == "Menyusun\nlaporan"


def test_words_in_text_boxes_are_lines():
    """A letterhead in a text box is read where the box is anchored; boxes in boxes too."""
    inner = anchored("rect", offset_mm=0, text="KECAMATAN KERTOSONO")
    box = anchored("rect", offset_mm=0, text="PEMERINTAH KABUPATEN NGANJUK").replace(
        "</w:p></w:txbxContent>", f"</w:p><w:p>{inner}</w:p></w:txbxContent>", 1
    )
    data = plain(imported(p(inside=box), tbl(tr("Nomor SOP", "1"), tr("Nama SOP", "Data"))))

    assert data["kop"] == {
        "pemerintah": "PEMERINTAH KABUPATEN NGANJUK",
        "instansi": ["KECAMATAN KERTOSONO"],
    }


def test_headers_and_notes_are_told_and_konsep_is_ours():
    """What stands beside the document is no data; “KONSEP” is the mark of our own prints."""
    reading = imported(GRID, activity_table(step("1", "A")), header="Halaman rahasia")
    ours = imported(GRID, activity_table(step("1", "A")), header="KONSEP")

    (told,) = [each for each in reading.noticed if each.finding.code == "W-IMPORT-LEFTOVER"]
    assert "“Halaman rahasia”" in told.finding.sentence
    assert told.source == "kepala halaman 1, baris 1"
    assert "W-IMPORT-LEFTOVER" not in codes_of(ours)


def test_tabs_part_fields_outside_tables():
    """Fields set with tabs, as in letters, are label and value."""
    tab = "<w:r><w:tab/></w:r><w:r><w:t>: 060/2021</w:t></w:r>"
    data = plain(imported(p("Nomor SOP", inside=tab), p("Nama SOP : Data")))

    assert (data["nomor"], data["nama_sop"]) == ("060/2021", "Data")


@settings(max_examples=150)
@given(st.data())
def test_no_strange_xml_brings_the_reading_down(data):
    """Elements and attributes may be missing, doubled or absurd; the file is read or refused."""
    body = body_of(
        word(
            GRID,
            p(inside=anchored("flowChartDecision", offset_mm=3, text="Ya")),
            activity_table(step("1", p(inside=anchored("rect", offset_mm=70)), "[]")),
        )
    )
    for _ in range(data.draw(st.integers(1, 6))):
        elements = list(body.iter(etree.Element))[1:]
        victim = elements[data.draw(st.integers(0, len(elements) - 1))]
        match data.draw(st.sampled_from(["remove", "double", "value"])):
            case "remove":
                victim.getparent().remove(victim)
            case "double":
                victim.append(etree.fromstring(etree.tostring(victim)))
            case _:
                for name in list(victim.attrib):
                    victim.set(name, data.draw(st.sampled_from(["-1", "x", "", "9" * 20, "0"])))
        if len(body) == 0:
            return
    try:
        read("aneh.docx", with_body(body))
    except OldFileError as refusal:
        assert str(refusal)  # noqa: PT017 - any documented refusal will do


@pytest.mark.parametrize(
    ("form", "text", "numbers"),
    [
        ("decimal", "%1.", ("1.", "2.", "3.")),
        ("decimal", "%1)", ("1)", "2)", "3)")),
        ("lowerLetter", "%1.", ("a.", "b.", "c.")),
        ("upperRoman", "%1", ("I", "II", "III")),
        ("decimalZero", "%1.", ("01.", "02.", "03.")),
        ("bullet", "\uf0b7", ("•", "•", "•")),
        ("none", "", ("", "", "")),
    ],
)
def test_numbers_that_word_counts_are_seen(form, text, numbers):
    """The number is in no text, but on the page; steps and items get it."""
    counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    rows = [step(tc(p(properties=counted)), f"Menyusun {at}") for at in range(3)]
    reading = imported(GRID, activity_table(*rows), numbering=numbering(form, text))

    assert tuple(each.nomor for each in reading.model.kegiatan) == numbers


def test_a_list_that_word_counts_is_a_numbered_panel():
    """Items with counted numbers are items, numbered again by the form."""
    counted = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    panel = "".join(p(each, properties=counted) for each in ("Perda Nomor 1", "Perda Nomor 2"))
    reading = imported(
        tbl(tr("Nomor SOP", "1"), tr(tc(p("Dasar Hukum") + panel), "")),
        numbering=numbering("decimal", "%1."),
    )

    assert reading.model.dasar_hukum.butir == ("Perda Nomor 1", "Perda Nomor 2")
    assert reading.model.dasar_hukum.bernomor


def test_levels_count_within_each_other():
    """1, 1.1, 1.2, 2, 2.1: deeper levels start anew."""
    levels = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    rows = [
        step(
            tc(p(properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')),
            "Menyusun",
        )
        for depth in (0, 1, 1, 0, 1)
    ]
    reading = imported(GRID, activity_table(*rows), numbering=levels)

    assert [each.nomor for each in reading.model.kegiatan] == ["1", "1.1", "1.2", "2", "2.1"]


def numbering(form: str, text: str) -> str:
    return (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def test_the_namespace_is_words_own():
    """The blocks of these tests are the XML that Word writes."""
    assert body_of(word(GRID)).tag == f"{W}body"
