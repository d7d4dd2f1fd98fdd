"""One fault, one finding: its code, its weight, its place, and a remedy in words."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.checks import check
from tests.doc_templates.kinerja.checks.cacat import HAPUS, cacat, tentang
from tests.doc_templates.kinerja.contoh import kecil, satu

S = "renstra.tujuan[0].sasaran[0]"
I0 = f"{S}.indikator[0]"
V0 = "perjanjian[0]"
T0 = f"{V0}.target[0]"
P0 = f"{V0}.program[0]"
SUB = f"{P0}.kegiatan[0].sub_kegiatan[0]"
R0 = "realisasi[0]"
TW2 = f"{R0}.triwulan[1]"
GANTI = {"ke": 1, "tanggal": "7 Oktober 2024", "alasan": "perubahan_prioritas"}
KEPALA = "“ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""How a sentence begins: with a capital, or with what the office wrote."""
INDIKATOR = kecil()["renstra"]["tujuan"][0]["sasaran"][0]["indikator"][0]
VERSI = {**kecil()["perjanjian"][0], **GANTI}


def test_nothing_is_to_be_said_of_data_without_a_fault():
    assert check(satu()) == []


@pytest.mark.parametrize(
    ("code", "level", "where", "value"),
    [
        # references and things that stand twice
        ("W-REF-UNKNOWN", "E", f"{T0}.indikator", "I9"),
        ("W-REF-UNKNOWN", "E", f"{R0}.indikator", "I9"),
        ("W-REF-UNKNOWN", "E", "realisasi_anggaran[0].sub_kegiatan", "P.1.9"),
        ("W-REF-UNKNOWN", "E", f"{P0}.sasaran[0]", "S9"),
        ("W-REF-UNKNOWN", "E", f"{S}.penanggung_jawab", "BIDANG"),
        ("W-REF-UNKNOWN", "W", f"{I0}.penanggung_jawab", "BIDANG"),
        ("W-REF-UNKNOWN", "W", f"{SUB}.penanggung_jawab", "BIDANG"),
        ("W-REF-UNKNOWN", "E", "unit[1].induk", "GUBERNUR"),
        ("W-REF-UNKNOWN", "E", "pejabat[1].unit", "BIDANG"),
        ("W-REF-UNKNOWN", "W", f"{TW2}.bukti[0]", "B9"),
        ("W-REF-SPELLING", "I", f"{R0}.indikator", "jumlah  layanan"),
        ("W-UNIT-TREE", "E", "unit[1].induk", "DINAS"),
        # the frame
        ("W-CLASS-TABLE", "E", "kebijakan.kelas_capaian", "permendagri"),
        ("W-RENSTRA-YEAR", "W", "tahun", 2020),
        ("W-INDICATOR-UNIT", "E", f"{I0}.satuan", " "),
        ("W-FORMULA-POLARITY", "E", f"{I0}.rumus", "F2"),
        ("W-FORMULA-SCALE", "E", f"{I0}.skala", "wtp"),
        ("W-RENSTRA-END", "W", f"{I0}.target_akhir", 99),
        ("W-RENSTRA-TARGET", "W", f"{I0}.target_akhir", None),
        # targets
        ("W-TARGET-DIFFERS", "E", f"{T0}.tahunan", 90),
        ("W-TARGET-ABSENT", "E", T0, {"indikator": "I", "triwulan": [1, 2, 3, 4]}),
        ("W-TARGET-ABSENT", "W", T0, {"indikator": "I", "tahunan": "belum tersedia"}),
        ("W-VALUE-UNREADABLE", "E", f"{T0}.tahunan", "seratus"),
        ("W-VALUE-UNREADABLE", "E", f"{T0}.triwulan[2]", "dua puluh lima"),
        ("W-MILESTONE-ABSENT", "W", f"{T0}.triwulan", [25, None, 25, None]),
        ("W-MILESTONE-YEAR", "W", f"{T0}.triwulan", [25, 25, 25, 24]),
        # the budget
        ("W-SUM-PARTS", "E", f"{P0}.anggaran", 1001),
        ("W-SUM-DPA", "E", f"{V0}.dpa.jumlah", 999),
        ("W-VERSION-DPA", "W", f"{V0}.dpa", {"nomor": "DPA/1"}),
        ("W-LINE-OWNER", "W", f"{SUB}.penanggung_jawab", ""),
        ("W-PROGRAM-AIMLESS", "W", f"{P0}.sasaran", []),
        ("W-VALUE-AMBIGUOUS", "E", f"{SUB}.anggaran", "1.000"),
        # versions
        ("W-VERSION-ORDER", "E", f"{V0}.ke", 1),
        ("W-VERSION-DATE", "W", f"{V0}.tanggal", None),
        ("W-VERSION-DATE", "W", f"{V0}.tanggal", "8 Januari 2022"),
        ("W-VERSION-DATE", "W", f"{V0}.tanggal", "8 Maret 2024"),
        # the quarters
        ("W-REALISASI-ABSENT", "W", f"{TW2}.nilai", None),
        ("W-VALUE-UNREADABLE", "E", f"{TW2}.nilai", "abc"),
        ("W-VALUE-UNREADABLE", "E", f"{TW2}.nilai", "25 Dokumen"),
        ("W-VALUE-AMBIGUOUS", "E", f"{TW2}.nilai", "1,234"),
        ("W-VALUE-AMBIGUOUS", "E", f"{TW2}.nilai", "-"),
        ("W-EVIDENCE-ABSENT", "W", f"{TW2}.bukti", []),
        ("W-EVIDENCE-HASH", "W", "bukti[0].sha256", "abc"),
        ("W-EVIDENCE-DATE", "W", "bukti[0].tanggal", "1 Maret 2023"),
        ("W-ACHIEVEMENT-HIGH", "I", f"{TW2}.nilai", 75),
        ("W-REPORT-DATE", "W", "tanggal_laporan.triwulan[1]", "29 Juni 2024"),
        ("W-REPORT-DATE", "W", "tanggal_laporan.triwulan[1]", None),
        ("W-SPENDING-ABSENT", "W", "realisasi_anggaran[0].keuangan[1]", None),
        ("W-SPENDING-ABSENT", "W", "realisasi_anggaran[0].keluaran[1]", None),
        ("W-SPENDING-OVER", "W", "realisasi_anggaran[0].keuangan[3]", 251),
        ("W-VALUE-UNREADABLE", "E", "realisasi_anggaran[0].keuangan[1]", "tiga ratus"),
        # officials and actions
        ("W-TERM-ORDER", "W", "pejabat[1].selesai", "1 Januari 2023"),
        ("W-ACTION-ABSENT", "W", "rencana_aksi[0].triwulan[1]", " "),
    ],
)  # fmt: skip
def test_a_fault_is_found_at_its_place(code, level, where, value):
    fields = {"rumus": "F6"} if code == "W-FORMULA-SCALE" else {}
    found = tentang(check(cacat((where, value), **fields)), code)

    assert found, code
    assert all(each.level == level for each in found)
    assert any(_touches(each.where, where) for each in found)
    assert all(each.sentence.endswith(".") and each.sentence[0] in KEPALA for each in found)


def _touches(found, changed):
    """The finding stands at the change, above it, or below it."""
    return not found or found.startswith(changed) or changed.startswith(found)


@pytest.mark.parametrize(
    ("code", "where", "value"),
    [
        ("W-KEY-DUP", f"{S}.indikator[+]", INDIKATOR),
        ("W-KEY-DUP", "unit[+]", {"kode": "DINAS", "nama": "Dinas Lain", "tingkat": "kepala_pd"}),
        ("W-KEY-DUP", "bukti[+]", {"kode": "B"}),
        ("W-ROW-DUP", f"{V0}.target[+]", {"indikator": "I", "tahunan": 5}),
        ("W-ROW-DUP", f"{R0}.triwulan[+]", {"ke": 2, "nilai": 7}),
        ("W-ROW-DUP", "realisasi_anggaran[+]", {"sub_kegiatan": "P.1.1"}),
        ("W-TERM-OVERLAP", "pejabat[+]",
         {"unit": "DINAS", "jabatan": "KEPALA DINAS", "mulai": "1 Mei 2024"}),
        ("W-SASARAN-UNMEASURED", "renstra.tujuan[0].sasaran[+]",
         {"kode": "S2", "uraian": "Lain", "penanggung_jawab": "DINAS"}),
        ("W-SASARAN-UNFUNDED", "renstra.tujuan[0].sasaran[+]",
         {"kode": "S2", "uraian": "Lain", "penanggung_jawab": "DINAS"}),
        ("W-VERSION-REASON", "perjanjian[+]", {**VERSI, "alasan": None}),
        ("W-VERSION-ORDER", "perjanjian[+]", {**VERSI, "tanggal": "1 Januari 2024"}),
        ("W-VERSION-ORDER", "perjanjian[+]", {**VERSI, "ke": 3}),
        ("W-INDICATOR-TWICE", f"{S}.indikator[+]",
         {"kode": "I2", "uraian": "JUMLAH LAYANAN", "satuan": "Layanan"}),
    ],
)  # fmt: skip
def test_what_is_added_too_much_is_found(code, where, value):
    assert tentang(check(cacat((where, value))), code)


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("W-ACTION-ABSENT", "rencana_aksi[0]"),
        ("W-SPENDING-ABSENT", "realisasi_anggaran[0]"),
        ("W-TARGET-ABSENT", f"{T0}"),
        ("W-LINE-AMOUNT", f"{SUB}.anggaran"),
        ("W-INDICATOR-DEFINITION", f"{I0}.definisi"),
    ],
)
def test_what_is_taken_away_is_missed(code, where):
    """An action plan that knows other indicators is asked for this one too."""
    extra = ("rencana_aksi[+]", {"indikator": "I9", "uraian": "X", "triwulan": ["a"] * 4})

    assert tentang(check(cacat(extra, (where, HAPUS))), code)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"polaritas": "rentang"}, "W-FORMULA-POLARITY"),
        ({"satuan": "Persen"}, "W-ACCUMULATION"),
        ({"rumus": "F7", "polaritas": "rentang"}, "W-ACCUMULATION"),
        ({"realisasi": (25, 50, 75, 100)}, "W-RUNNING-TOTAL"),
        ({"kebijakan": {"batas_atas": 120}, "realisasi": (25, 40, 25, 25)}, "W-ACHIEVEMENT-BOUND"),
        ({"triwulan": ("tidak berlaku", 50, 25, 25)}, "W-MILESTONE-NONE"),
        ({"triwulan": (0, 50, 25, 25)}, "W-MILESTONE-NONE"),
        ({"target": "1.234", "desimal": None}, "W-VALUE-AMBIGUOUS"),
    ],
)
def test_values_that_do_not_fit_each_other_are_told(fields, code):
    assert tentang(check(satu(**fields)), code)


def test_both_readings_of_an_ambiguous_number_are_offered():
    (found,) = tentang(check(cacat((f"{TW2}.nilai", "1.234"), desimal=None)), "W-VALUE-AMBIGUOUS")

    assert found.suggestions == ("1234", "1,2340")
    assert found.sentence == (
        "Realisasi TW II I “1.234” dapat dibaca 1234 atau 1,2340; pilihlah salah satu."
    )


@pytest.mark.parametrize(
    ("alasan", "level"),
    [
        (None, "E"),
        ({"uraian": " "}, "E"),
        ({"uraian": "Perubahan anggaran"}, "E"),
        ({"uraian": "Perubahan anggaran", "disetujui_oleh": "BUPATI KUDUS"}, "W"),
        (
            {
                "uraian": "Perubahan anggaran",
                "disetujui_oleh": "BUPATI KUDUS",
                "tanggal": "7 Oktober 2024",
            },
            None,
        ),
    ],
)
def test_a_target_beside_the_plan_needs_a_reason_that_someone_signed(alasan, level):
    data = cacat((f"{T0}.tahunan", 90), (f"{T0}.alasan_beda", alasan))
    found = tentang(check(data), "W-TARGET-DIFFERS")

    assert [each.level for each in found] == ([level] if level else [])


def test_a_cause_is_owed_only_below_a_hundred():
    fields = ((f"{TW2}.penghambat", ""), (f"{TW2}.tindak_lanjut", " "))
    below = check(cacat((f"{TW2}.nilai", 24), *fields))

    assert [each.where for each in tentang(below, "W-CAUSE-ABSENT")] == [TW2]
    assert tentang(check(cacat(*fields)), "W-CAUSE-ABSENT") == []


def test_zero_targets_are_excused_by_a_note():
    data = cacat((f"{R0}.triwulan[0].catatan", "Belum dimulai"), triwulan=(0, 50, 25, 25))

    assert tentang(check(data), "W-MILESTONE-NONE") == []


def test_one_dpa_does_not_carry_two_budgets():
    """A revision that moves money names the budget document of the revision."""
    changed = kecil()["perjanjian"][0] | GANTI
    changed["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["anggaran"] = 1500
    changed["program"][0]["kegiatan"][0]["anggaran"] = changed["program"][0]["anggaran"] = 1500
    changed["dpa"] = {**changed["dpa"], "jumlah": 1500}
    found = tentang(check(cacat(("perjanjian[+]", changed))), "W-VERSION-DPA")

    assert [each.where for each in found] == ["perjanjian[1].dpa.nomor"]


def test_every_finding_of_a_broken_data_set_names_a_place_that_is_there():
    """Paths lead to a field or to the list in which something is missing."""
    data = cacat(
        (f"{T0}.tahunan", "seratus"),
        (f"{P0}.anggaran", 7),
        (f"{TW2}.nilai", "abc"),
        ("unit[1].induk", "GUBERNUR"),
        ("rekomendasi", [{"uraian": "Perbaiki"}]),
        ("tanggal_laporan.tahunan", "x"),
    )
    whole = data.model_dump()

    assert all(_resolves(whole, each.where) for each in check(data))


def _resolves(value, where):
    for step in where.replace("[", ".[").split("."):
        key = int(step.strip("[]")) if step.startswith("[") else step
        value = value[key]
    return True
