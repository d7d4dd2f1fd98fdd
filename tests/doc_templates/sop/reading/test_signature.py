"""Signature blocks: post, capacity, name, rank and NIP, each as typed."""

from __future__ import annotations

import pytest

from doc_templates.pejabat import PANGKAT
from doc_templates.sop.reading.signature import read_block
from tests.doc_templates.sop.reading.old_files import plain, read_text, sentences

TABLE = (
    "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\n"
    "\t\tKasi\tCamat\tKelengkapan\tWaktu\tOutput\n"
    "1\tMenyusun laporan\t\t\tSurat\t1 hari\tLaporan\n"
)


def test_a_block_of_lines_is_read_from_its_foot():
    """NIP, rank above it, name above that; the first lines are the post."""
    block = read_block(
        ["Kudus, 2 Maret 2020", "CAMAT JEKULO", "WISNUBROTO PJ, SH", "Pembina Tk. I", "NIP. 1 2 3"]
    )

    assert block.tempat_tanggal == "Kudus, 2 Maret 2020"
    assert block.official == {
        "jabatan": "CAMAT JEKULO",
        "nama": "WISNUBROTO PJ, SH",
        "pangkat": "Pembina Tk. I",
        "nip": "1 2 3",
    }
    assert not block.guessed


def test_capacity_counts_only_before_the_post():
    """“Plt.” before the post is a capacity; “PJ” behind a name belongs to the name."""
    plt = read_block(["Plt. Kepala Dinas", "MUSTAUFIO, S.IP", "NIP. 19840206 201101 1 005"])
    name = read_block(["WISNUBROTO PJ, SH", "NIP. 196600721 199303 1 003"])

    assert plt.official["kapasitas"] == "Plt."
    assert plt.official["jabatan"] == "Kepala Dinas"
    assert name.official["nama"] == "WISNUBROTO PJ, SH"
    assert "kapasitas" not in name.official


@pytest.mark.parametrize("pangkat", PANGKAT)
@pytest.mark.parametrize("golongan", ["", " (IV/c)", ", IV/a"])
def test_every_rank_is_found_on_one_line(pangkat: str, golongan: str):
    """The list of ranks parts a name from the rank behind it."""
    block = read_block(["KEPALA DINAS", f"Drs. KHOLID, MM {pangkat}{golongan} NIP. 19650130"])

    assert block.nama == "Drs. KHOLID, MM"
    assert block.pangkat == f"{pangkat}{golongan}".strip()
    assert block.guessed


def test_post_and_name_on_one_line_are_told_apart():
    """By a wide gap, by capitals, by an academic title; where nothing tells, nothing is parted."""
    for line in ("Plt. Kepala Dinas  MUSTAUFIO, SE", "Plt. Kepala Dinas MUSTAUFIO, SE"):
        assert read_block([line, "NIP. 1"]).official["nama"] == "MUSTAUFIO, SE"
    assert read_block(["Kepala Dinas Drs. Kholid", "NIP. 1"]).nama == "Drs. Kholid"
    assert read_block(["CAMAT KHOLID", "NIP. 1"]).post == "CAMAT KHOLID"


def test_lines_over_the_post_stay_there():
    """“a.n. BUPATI” and a government's name are neither post nor name."""
    block = read_block(["a.n. BUPATI KUDUS", "CAMAT JEKULO", "WISNUBROTO PJ, SH", "NIP. 1"])

    assert block.baris_atas == "a.n. BUPATI KUDUS"
    assert block.post == "CAMAT JEKULO"


def test_row_and_closing_are_joined():
    """A post in the row and a signed block at the foot are both kept, each in its place."""
    model = read_text(
        "Nomor SOP\t1\nDisahkan oleh\tCAMAT JEKULO\n"
        + TABLE
        + "\nCAMAT JEKULO\n\nWISNUBROTO PJ, SH\nPembina Tk. I\nNIP. 196600721 199303 1 003\n"
    ).model

    assert model.disahkan_oleh == "CAMAT JEKULO"
    assert model.pengesahan.letak == "penutup"
    assert model.pengesahan.pejabat.jabatan == "CAMAT JEKULO"
    assert model.pengesahan.pejabat.nip == "196600721 199303 1 003"


def test_a_post_alone_signs_in_the_row():
    """Where nobody signs at the foot, the post in the row is the post of who will sign."""
    data = plain(read_text("Nomor SOP\t1\nDisahkan oleh\tPlt. CAMAT JEKULO\n" + TABLE))

    assert data["pengesahan"] == {
        "letak": "identitas",
        "pejabat": {"kapasitas": "Plt.", "jabatan": "CAMAT JEKULO"},
    }


@pytest.mark.parametrize("value", ["", "-"])
def test_a_row_without_a_post_stays_a_row(value: str):
    """Blank and “-” are kept; nobody is invented."""
    data = plain(read_text(f"Nomor SOP\t1\nDisahkan oleh\t{value}\n{TABLE}"))

    assert data["disahkan_oleh"] == value
    assert "pengesahan" not in data


def test_of_two_blocks_beside_each_other_the_right_one_signs():
    """The left one (“Mengetahui”) is told as left over, word for word."""
    reading = read_text(
        "Nomor SOP\t1\nDisahkan oleh\t\n"
        + TABLE
        + "\nMengetahui\tCAMAT JEKULO\nSEKRETARIS\tWISNUBROTO PJ, SH\n\tNIP. 1 2 3\n"
    )

    assert reading.model.pengesahan.pejabat.nama == "WISNUBROTO PJ, SH"
    left = " ".join(sentences(reading, "W-IMPORT-LEFTOVER"))
    assert "Mengetahui" in left
    assert "SEKRETARIS" in left


def test_lines_under_the_nip_are_not_lost():
    """What stands under a signature is told."""
    reading = read_text(
        "Nomor SOP\t1\nNama SOP\tX\n"
        + TABLE
        + "\nCAMAT JEKULO\nWISNUBROTO PJ, SH\nNIP. 1 2 3\nTembusan: Bupati\n"
    )

    assert "“Tembusan: Bupati”" in sentences(reading, "W-IMPORT-LEFTOVER")[0]
