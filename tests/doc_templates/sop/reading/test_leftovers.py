"""No word of an old file is lost: it stands in the data, on the form, or in a finding."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doc_templates.errors import OldFileError
from doc_templates.sop.profiles import profile
from doc_templates.sop.reading import read
from doc_templates.teks import texts_in
from tests.doc_templates.sop.reading.old_files import (
    plain,
    read_text,
    sentences,
    source,
    words_of,
)
from tests.doc_templates.sop.samples import OFFICES

LABELS = (
    *("Nomor SOP", "Tanggal Revisi", "Disahkan oleh", "Nama SOP", "Dasar Hukum", "Peringatan"),
    *("Keterkaitan", "Kualifikasi Pelaksana :", "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t"),
    *("\t\tKasi\tCamat\tKelengkapan\tWaktu\tOutput", "NIP. 19650130", "Pembina Tk. I"),
)
WORD = st.sampled_from(
    [
        *("PEMERINTAH KABUPATEN KUDUS", "DINAS", "Camat", "1.", "2.", "No. 3", "[]", "Plt."),
        *("data kinerja", "Drs. KHOLID, MM", "SOP", "Peraturan Menteri", "30 menit", "■", "Ya → 2"),
        *("Jl. Raya", "Telp. 0291", "TAHUN 2023", "Kudus, 2 Maret 2020", "catatan", ":", "-"),
    ]
)
LINE = st.one_of(
    st.sampled_from(LABELS),
    st.lists(st.lists(WORD, max_size=4).map(" ".join), min_size=1, max_size=9).map("\t".join),
)
TEXT = st.lists(LINE, min_size=2, max_size=30).map("\n".join)


def kept(reading) -> Counter[str]:
    """All words that the data, the form or the findings say."""
    data = Counter(word for _, text in texts_in(plain(reading)) for word in words_of(text))
    form = profile(reading.model.profil)
    labels = Counter(word for _, text in texts_in(form.model_dump()) for word in words_of(text))
    found = Counter(w for each in reading.noticed for w in words_of(each.finding.sentence))
    return data + labels + found


@settings(max_examples=400)
@given(TEXT)
def test_every_word_is_kept_or_told(text: str):
    """Whatever order labels, rows and words come in, none of them is gone."""
    try:
        reading = read_text(text)
    except OldFileError:
        return

    everything = kept(reading)
    assert {word for word in words_of(text) if not word.isdigit()} <= set(everything)
    assert reading.model.asal is not None


@settings(max_examples=60)
@given(st.sampled_from(OFFICES), st.randoms(use_true_random=False))
def test_lines_taken_out_of_a_source_lose_no_other_word(office: str, chance):
    """A source with lines missing or doubled still gives account of every word."""
    lines = [line for line in source(office).decode().splitlines() if line.strip()]
    some = [line for line in lines for _ in range(chance.choice([0, 1, 1, 1, 2]))]
    try:
        reading = read("x.txt", "\n".join(some).encode())
    except OldFileError:
        return

    words = words_of(" ".join(line for line in some if "<" not in line))
    assert {word for word in words if not word.isdigit()} <= set(kept(reading))


def test_what_has_no_place_is_told_word_for_word_with_its_line():
    """Lines that no label claims and rows that no head explains are quoted."""
    reading = read_text(
        "Nomor SOP\t1\nTanggal Pengesahan\t3 Maret 2020\nNama SOP\tX\tsisa sel\n\nlampiran lepas\n"
    )

    told = {each.source: each.finding.sentence for each in reading.noticed}
    assert "“lampiran lepas”" in told["baris 5"]
    assert any("sisa sel" in each for each in told.values())
    assert "Pengesahan" in kept(reading)


def test_a_second_value_is_not_taken_for_the_first():
    """A label that comes again is told, and the first value stays."""
    reading = read_text("Nomor SOP\t1\nNomor SOP\t2\nNama SOP\tX\n")

    assert reading.model.nomor == "1"
    assert any("“2”" in each for each in sentences(reading, "W-IMPORT-LEFTOVER"))


@pytest.mark.parametrize("office", OFFICES)
def test_the_sources_leave_nothing_over(office: str):
    """Of the four sources every word has its place."""
    assert sentences(read(f"{office}.txt", source(office)), "W-IMPORT-LEFTOVER") == []
