"""The report's order, and that its sentences, tables and charts say the same."""

from __future__ import annotations

import re

import pytest

from doc_templates.findings import Level, blocking
from doc_templates.laporan_tahunan import KIND
from doc_templates.laporan_tahunan.bahan import bahan_of
from doc_templates.laporan_tahunan.susunan import susun
from tests.doc_templates.laporan_tahunan.reports import (
    NAMES,
    changed,
    charts,
    headings,
    report,
    sentences,
    tables,
)

every_sample = pytest.mark.parametrize("name", NAMES)


@every_sample
def test_the_parts_stand_in_the_order_of_the_regulation(name: str) -> None:
    """Front matter, then Bab I to IV; the budget follows the achievements."""
    parts = susun(report(name))

    front = ["DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR", "RINGKASAN EKSEKUTIF"]
    chapters = [
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
    ]
    assert headings(parts, 1)[-8:] == [*front, *chapters]
    assert headings(parts, 1)[0] == "KATA PENGANTAR"
    second = headings(parts, 2)
    assert second.index("A. Capaian Kinerja Tahun 2024") < second.index("B. Realisasi Anggaran")


@every_sample
def test_each_aim_is_looked_at_from_seven_sides(name: str) -> None:
    """Numbered 1 to 7 under the heading of every aim that has indicators."""
    all_headings = headings(susun(report(name)))
    aims = [at for at, each in enumerate(all_headings) if each.startswith("A.") and each[2] != " "]

    assert len(aims) == len(bahan_of(report(name)).per_sasaran)
    for at in aims:
        assert [each.split()[0] for each in all_headings[at + 1 : at + 8]] == [
            f"{number}." for number in range(1, 8)
        ]


@every_sample
def test_the_values_of_each_indicator_are_equal_in_sentence_table_and_chart(name: str) -> None:
    """Target, realisation and achievement: one number, wherever it stands."""
    model = report(name)
    parts = susun(model)
    said = list(sentences(parts))
    shown = [each for each in charts(parts) if each.jenis == "batang" and len(each.seri) == 2]
    for each in bahan_of(model).capaian:
        key, text = each.baris.kunci, each.sel.uraian().teks
        cells = {
            (cell.medan.split("@")[0], cell.teks)
            for table in tables(parts)
            for row in table.baris
            for cell in row.sel
            if cell and cell.subjek == key
        }
        (target,) = {value for field, value in cells if field == "target.tahun" and value} & {
            each.sel.target_tahun().teks
        }
        (reached,) = {value for field, value in cells if field == "realisasi.sd_tw4"}
        (done,) = {value for field, value in cells if field == "capaian.tahun_sd_tw4"}
        begin = f"{text} terealisasi {reached} dari target {target} ({each.sel.satuan().teks})"
        (sentence,) = [one for one in said if one.startswith(begin)]
        assert done in sentence
        (chart,) = [
            (one.seri[0].teks[at], one.seri[1].teks[at])
            for one in shown
            for at, category in enumerate(one.kategori)
            if category.startswith(f"{each.baris.nomor} ")
        ]
        assert chart == (target, reached)


@every_sample
def test_no_field_of_the_data_has_two_values(name: str) -> None:
    """What tables say of a thing is the same in every table of the report."""
    told: dict[tuple[str, str], set[str]] = {}
    for each in KIND.isi(report(name)):
        told.setdefault((each.subjek, each.medan), set()).add(each.nilai)

    assert {key: values for key, values in told.items() if len(values) > 1} == {}


@every_sample
def test_no_cell_and_no_sentence_is_blank_or_broken(name: str) -> None:
    """Never a blank, a None or a NaN; every table and chart bears a number of its own."""
    parts = susun(report(name))
    texts = [
        *sentences(parts),
        *(cell.teks for table in tables(parts) for row in table.baris for cell in row.sel if cell),
    ]

    assert [each for each in texts if not each.strip()] == []
    assert [each for each in texts if re.search(r"\b(None|nan|NaN|null)\b", each)] == []
    numbers = [each.nomor for each in charts(parts)]
    assert numbers == [f"Gambar 3.{at}" for at in range(1, len(numbers) + 1)]


def test_typed_texts_are_printed_as_typed() -> None:
    """Two spaces, capitals and strange spelling stay."""
    odd = "Kinerja  TAHUN ini,dicapai ‘bersama’ ."
    model = changed(narasi={"latar_belakang": [odd]})

    assert odd in list(sentences(susun(model)))


def test_a_text_that_nobody_wrote_is_a_word_and_a_finding() -> None:
    """Every missing chapter says so on its page, and before the issue."""
    model = changed(narasi={})

    said = list(sentences(susun(model)))

    for part in ("Kata pengantar", "Ringkasan eksekutif", "Latar belakang", "Dasar hukum",
                 "Isu strategis", "Simpulan", "Uraian sebab dan solusi Sasaran 1"):  # fmt: skip
        assert f"{part} belum tersedia." in said
    found = {each.where for each in KIND.check(model) if each.code == "W-NARRATIVE-ABSENT"}
    assert {"data.narasi.kata_pengantar", "data.narasi.simpulan"} <= found


def test_the_review_is_stated_only_where_the_data_say_so() -> None:
    """No reviewer, no statement and nobody to sign it; a doubt takes the assurance away."""
    unreviewed = changed(reviu={})
    doubtful = changed(
        reviu={
            "pereviu": "INSPEKTUR KABUPATEN KUDUS",
            "tanggal": "24 Februari 2025",
            "jawaban": [{"butir": "F1", "jawaban": "tidak"}, {"butir": "F2", "jawaban": "ya"}],
        }
    )

    assert "PERNYATAAN TELAH DIREVIU" not in headings(susun(unreviewed), 1)
    assert [each.role for each in KIND.describe(unreviewed).signatories] == ["penanda_tangan"]
    said = " ".join(sentences(susun(doubtful)))
    assert "tidak terdapat kondisi" not in said
    assert "Dari dua butir reviu, satu butir dijawab tidak" in said
    assert "tidak terdapat kondisi" in " ".join(sentences(susun(report())))


def test_a_realisation_that_is_missing_is_told_and_never_counted() -> None:
    """An indicator without values has a word, and the counts leave it out by name."""
    plain = KIND.sample("dinas")["data"]
    rows = [each for each in plain["realisasi"] if each["indikator"] != "IKU-1.1"]

    said = list(sentences(susun(changed(realisasi=rows))))

    (sentence,) = [each for each in said if "terealisasi belum tersedia dari target 3,40" in each]
    assert "capaiannya belum tersedia karena realisasi s.d. TW IV belum tersedia" in sentence
    assert any("satu indikator capaiannya tidak dapat dihitung" in each for each in said)


def test_an_office_with_nothing_yet_still_has_its_report() -> None:
    """No aims, no programmes, no agreement: each part says that it has nothing."""
    plain = KIND.sample("dinas")["data"]
    bare = {key: plain[key] for key in ("kop", "tahun", "tempat", "unit", "kertas") if key in plain}
    bare["renstra"] = {"judul": "Renstra", "tahun_awal": 2021, "tahun_akhir": 2025}
    model = KIND.model.model_validate({"data": bare})

    said = " ".join(sentences(susun(model)))

    assert "Perjanjian kinerja tahun 2024 belum tersedia." in said
    assert blocking(KIND.check(model))


def test_a_report_of_one_unit_is_refused() -> None:
    """The annual report is always the whole office's."""
    model = report().model_copy(update={"unit": "SEKRETARIAT"})

    found = [each for each in KIND.check(model) if each.code == "W-REPORT-UNIT"]
    assert [each.level for each in found] == [Level.ERROR]
