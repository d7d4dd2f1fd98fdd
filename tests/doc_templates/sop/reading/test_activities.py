"""The activity sheet: where lanes end, what the rows are, who acts."""

from __future__ import annotations

import pytest

from tests.doc_templates.sop.reading.old_files import codes_of, plain, read_text, sentences

IDENTITY = "Nomor SOP\t1\nNama SOP\tPengumpulan Data\n"


def sheet(*rows: str, first: str = "", second: str = ""):
    """The reading of a text whose activity sheet has those rows."""
    head = [
        first or "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKeterangan",
        second or "\t\tKasi\tCamat\tKelengkapan\tWaktu\tOutput\t",
    ]
    return read_text(IDENTITY + "\n".join([*head, *rows]))


def lanes(reading) -> list[str]:
    return [lane.nama for lane in reading.model.lajur]


def test_lanes_end_where_the_second_head_row_says():
    """The first row's spans may be wrong; the border is Kelengkapan, and the fault is told."""
    reading = sheet(
        "1\tMenyusun\t\t\t\tSurat\t1 hari\tLaporan",
        first="No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\t",
        second="\t\tKasi\tCamat\tPelaksana\tKelengkapan\tWaktu\tOutput",
    )

    assert lanes(reading) == ["Kasi", "Camat", "Pelaksana"]
    assert "menaungi 2 kolom" in sentences(reading, "W-HEADER-SPAN")[0]


@pytest.mark.parametrize(
    ("first", "second", "keterangan", "profil"),
    [
        ("", "", "catatan", "baku"),
        (
            "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\t",
            "\t\tKasi\tCamat\tPersyaratan/ Kelengkapan\tWaktu\tOutput\tKeterangan",
            "catatan",
            "kudus",
        ),
        (
            "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t",
            "\t\tKasi\tCamat\tKelengkapan\tWaktu\tOutput",
            None,
            None,
        ),
        ("No\tKegiatan\tKasi\tCamat\tKelengkapan\tWaktu\tOutput\tKet", "-", "catatan", None),
    ],
    ids=["alone", "under Mutu Baku", "absent", "one head row"],
)
def test_remarks_stand_alone_or_under_quality_or_nowhere(first, second, keterangan, profil):
    """Wherever Keterangan stands, its cells are read; where it does not, there are none."""
    rows = "1\tMenyusun\t\t\tSurat\t1 hari\tLaporan"
    rows += "\tcatatan" if keterangan else ""
    reading = (
        read_text(f"{IDENTITY}{first}\n{rows}")
        if second == "-"
        else sheet(rows, first=first, second=second)
    )

    assert lanes(reading) == ["Kasi", "Camat"]
    assert reading.model.kegiatan[0].keterangan == keterangan
    assert reading.model.kegiatan[0].mutu_baku.output == "Laporan"
    if profil:
        assert reading.model.profil == profil


def test_marks_in_lanes_are_actors_of_unknown_role():
    """``[]`` says who, not how; an empty lane says nothing."""
    reading = sheet("1\tMenyusun\t[]\t[ ]\tSurat\t1 hari\tLaporan\t", "2\tMengirim\t\t\t\t\t\t")

    first, second = reading.model.kegiatan
    assert [(each.lajur, each.peran) for each in first.pelaksana] == [
        ("kasi", "tidak_diketahui"),
        ("camat", "tidak_diketahui"),
    ]
    assert second.pelaksana == ()
    assert "perannya tidak tertulis" in sentences(reading, "W-IMPORT-MARK")[0]


def test_symbols_of_older_prints_are_read():
    """● ■ ◊ □ with their words are the lanes of a print by an earlier Lontar."""
    reading = sheet(
        "1\tMenyusun\t● Mulai\t□ menerima\tSurat\t1 hari\tLaporan\t",
        "2\tMemeriksa\t\t◊ Ya → 3 Tidak → 1\tSurat\t1 hari\tLaporan\t",
        "3\tMengirim\t■\t\tSurat\t1 hari\tLaporan\t",
    )

    first, second, third = plain(reading)["kegiatan"]
    assert first["bentuk"] == "terminator"
    assert [each["peran"] for each in first["pelaksana"]] == ["tidak_diketahui", "menerima"]
    assert (second["bentuk"], second["ya"], second["tidak"]) == ("keputusan", "3", "1")
    assert third["bentuk"] == "proses"


def test_words_in_a_lane_are_told():
    """A lane may hold words that are no mark; they are not lost."""
    reading = sheet("1\tMenyusun\tstaf\t[] dibantu\tSurat\t1 hari\tLaporan\t")

    told = sentences(reading, "W-IMPORT-LEFTOVER")
    assert any("“staf”" in each for each in told)
    assert any("“dibantu”" in each for each in told)
    assert [each.lajur for each in reading.model.kegiatan[0].pelaksana] == ["camat"]


def test_two_lanes_of_one_name_keep_their_own_ids():
    """Ids, not names, tell lanes apart."""
    reading = sheet(second="\t\tKasi\tKasi\tKelengkapan\tWaktu\tOutput\t")

    assert [lane.id for lane in reading.model.lajur] == ["kasi", "kasi-2"]


def test_a_short_row_has_blank_cells():
    """Editors cut the tabs at the end of a line; what is missing is blank."""
    reading = sheet("1\tMenyusun")

    step = reading.model.kegiatan[0]
    assert (step.uraian, step.mutu_baku.waktu, step.keterangan) == ("Menyusun", "", "")


def test_a_row_without_number_and_words_goes_on():
    """Cells under a step that have neither number nor activity belong to the step above."""
    reading = sheet("1\tMenyusun\t\t\tSurat\t1 hari\tLaporan\t", "\t\t[]\t\tDisposisi\t\t\tsegera")

    (step,) = reading.model.kegiatan
    assert step.mutu_baku.kelengkapan == "Surat\nDisposisi"
    assert step.keterangan == "segera"
    assert [each.lajur for each in step.pelaksana] == ["kasi"]
    assert "digabung" in sentences(reading, "W-IMPORT-ROW")[0]


def test_a_step_without_a_number_is_kept_and_told():
    """A row with an activity but no number is a step that wants a number."""
    reading = sheet("1\tMenyusun\t\t\t\t\t\t", "\tMengirim\t\t\tSurat\t\t\t")

    assert [step.nomor for step in reading.model.kegiatan] == ["1", ""]
    assert "tidak bernomor" in sentences(reading, "W-IMPORT-ROW")[0]


def test_headings_and_sums_inside_the_sheet_are_told():
    """Rows that are no steps (column numbers, parts, sums) are left over, word for word."""
    reading = sheet(
        "1\t2\t3\t4\t5\t6\t7\t8",
        "A\tPersiapan\t\t\t\t\t\t",
        "1\tMenyusun\t\t\tSurat\t1 hari\tLaporan\t",
        "Jumlah\t\t\t\t\t1 hari\t\t",
    )

    told = " ".join(sentences(reading, "W-IMPORT-LEFTOVER"))
    assert [step.uraian for step in reading.model.kegiatan] == ["Menyusun"]
    assert "“Persiapan”" in told
    assert "“Jumlah”" in told
    assert "nomor kolom" in told


def test_a_head_that_repeats_is_no_step():
    """Continuation pages repeat the head; steps go on under it."""
    head = (
        "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKeterangan",
        "\t\tKasi\tCamat\tKelengkapan\tWaktu\tOutput\t",
    )
    reading = sheet("1\tMenyusun\t\t\t\t\t\t", *head, "2\tMengirim\t\t\t\t\t\t")

    assert [step.nomor for step in reading.model.kegiatan] == ["1", "2"]
    assert "W-IMPORT-LEFTOVER" not in codes_of(reading)


def test_without_an_activity_sheet_the_rest_is_read_and_issuing_is_blocked():
    """The identity sheet alone is data; that the sheet is missing weighs E."""
    reading = read_text(IDENTITY + "Dasar Hukum\n1. Perda Nomor 1")

    (finding,) = [
        each.finding for each in reading.noticed if each.finding.code == "W-IMPORT-NO-TABLE"
    ]
    assert finding.level == "E"
    assert reading.model.dasar_hukum.butir == ("Perda Nomor 1",)


def test_a_markdown_table_is_a_table():
    """Lines between bars are rows, and the rule under the head is none."""
    reading = read_text(
        IDENTITY
        + "| No | Kegiatan | Kasi | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n"
        "| 1 | Menyusun | [] | Surat | 1 hari | Laporan |\n"
    )

    assert lanes(reading) == ["Kasi"]
    assert reading.model.kegiatan[0].mutu_baku.waktu == "1 hari"
