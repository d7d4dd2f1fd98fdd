"""Cover, letterhead, unit and heading: lines without labels find their places, and it is told."""

from __future__ import annotations

from tests.doc_templates.sop.reading.old_files import plain, read_text, sentences

FIELDS = "Nomor SOP\t1\nNama SOP\tPengumpulan Data\n"
SHEET = "No\tKegiatan\tKasi\tKelengkapan\tWaktu\tOutput\n1\tMenyusun\t\tSurat\t1 hari\tLaporan\n"


def test_a_cover_stands_before_the_last_letterhead():
    """The letterhead begins where a government is named last; the lines before it are the cover."""
    data = plain(
        read_text(
            "STANDAR OPERASIONAL PROSEDUR\nPENGUMPULAN DATA\nTAHUN 2023\nDINAS KOMINFO\n"
            "PEMERINTAH KABUPATEN JENEPONTO\nDINAS KOMINFO DAN\nSTATISTIK\n"
            "Jl. Lanto Dg. Pasewang No. 8\nWebsite : a.go.id\n" + FIELDS
        )
    )

    assert data["sampul"] == {
        "judul": ["STANDAR OPERASIONAL PROSEDUR", "PENGUMPULAN DATA"],
        "tahun": "TAHUN 2023",
        "bawah": ["DINAS KOMINFO"],
    }
    assert data["kop"] == {
        "pemerintah": "PEMERINTAH KABUPATEN JENEPONTO",
        "instansi": ["DINAS KOMINFO DAN", "STATISTIK"],
        "alamat": "Jl. Lanto Dg. Pasewang No. 8",
        "kontak": ["Website : a.go.id"],
    }


def test_a_title_under_the_letterhead_is_no_address():
    """What stands under the address and is no contact is the title."""
    data = plain(
        read_text(
            "PEMERINTAH KABUPATEN KUDUS\nKECAMATAN JEKULO\nJln. Raya 28\nMEKANISME\n" + FIELDS
        )
    )

    assert data["kop"]["instansi"] == ["KECAMATAN JEKULO"]
    assert data["sampul"] == {"judul": ["MEKANISME"]}


def test_a_letterhead_on_one_line_is_parted_before_its_office():
    """The cut is told with both parts; “PEMERINTAH KECAMATAN …” is not cut."""
    reading = read_text(
        "PEMERINTAH KABUPATEN KUDUS DINAS KESEHATAN\tNomor SOP\t1\n\tNama SOP\tX\n"
        "SUB BAGIAN PEP\tDisahkan oleh\t-\n"
    )
    data = plain(reading)

    assert data["kop"] == {
        "pemerintah": "PEMERINTAH KABUPATEN KUDUS",
        "instansi": ["DINAS KESEHATAN"],
    }
    assert data["unit"] == "SUB BAGIAN PEP"
    assert any("dipisah menjadi nama pemerintah" in each for each in told(reading))
    assert plain(read_text("PEMERINTAH KECAMATAN KERTOSONO\n" + FIELDS))["kop"] == {
        "pemerintah": "PEMERINTAH KECAMATAN KERTOSONO"
    }


def test_a_heading_over_the_sheet_is_found():
    """Under a table any line is the heading; among lines only one that looks like a heading."""
    under_table = read_text(f"{FIELDS}Pengumpulan data\n{SHEET}").model
    among_lines = read_text(f"Nomor SOP\n1\nPeringatan\nPatuhi\nSOP DATA\n{SHEET}").model
    no_heading = read_text(f"Nomor SOP\n1\nPeringatan\nPatuhi\nsegera\n{SHEET}").model

    assert under_table.judul_tabel == "Pengumpulan data"
    assert (among_lines.judul_tabel, among_lines.peringatan.butir) == ("SOP DATA", ("Patuhi",))
    assert no_heading.judul_tabel is None
    assert no_heading.peringatan.butir == ("Patuhi", "segera")


def test_a_panel_of_one_shouted_line_keeps_it():
    """The only line under a panel's label is its content, however it looks."""
    model = read_text(f"Nomor SOP\n1\nPencatatan\nSIMPAN BERKAS\n{SHEET}").model

    assert model.pencatatan.butir == ("SIMPAN BERKAS",)
    assert model.judul_tabel is None


def told(reading) -> list[str]:
    return sentences(reading, "W-IMPORT-PLACED")


def test_each_group_without_labels_is_told():
    """Letterhead, cover and heading are inferences, and each is a finding."""
    reading = read_text(f"PEMERINTAH KOTA X\nSOP DATA\n{FIELDS}SOP DATA\n{SHEET}")

    assert [each.split("dibaca sebagai ")[1] for each in told(reading)] == [
        "sampul; mohon pastikan.",
        "kop; mohon pastikan.",
        "judul tabel; mohon pastikan.",
    ]
