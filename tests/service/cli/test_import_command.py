"""``lontar import``: data, the old file and all findings side by side, or a plain refusal."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.doc_templates.sop.reading.old_files import activity_table, p, source, step, word


@pytest.fixture
def old(tmp_path, monkeypatch):
    """Writes an old file into the current folder, and gives its name."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: bytes | None = None) -> str:
        office = name.partition(".")[0]
        Path(name).write_bytes(source(office) if content is None else content)
        return name

    return write


def test_three_files_lie_side_by_side(lontar, old):
    """Data, the old file byte for byte, and every finding with both of its places."""
    result = lontar("import", "sop", old("jekulo.txt"))

    data = json.loads(Path("jekulo.json").read_text(encoding="utf-8"))
    findings = json.loads(Path("jekulo.temuan.json").read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert Path("jekulo.asli.txt").read_bytes() == source("jekulo")
    assert data["asal"]["sha256"] == hashlib.sha256(source("jekulo")).hexdigest()
    assert findings["asal"] == data["asal"]
    assert {"code", "level", "where", "source", "sentence", "suggestions"} == set(
        findings["temuan"][0]
    )
    assert "temuan saat membaca; semuanya tersimpan di jekulo.temuan.json" in result.stdout


def test_proposals_are_shown_and_not_applied(lontar, old):
    """Each with its reason; the data hold none of them, and the next command is named."""
    result = lontar("import", "sop", old("jeneponto.txt"))

    data = json.loads(Path("jeneponto.json").read_text(encoding="utf-8"))
    assert "KEPUTUSAN-5  kegiatan[4]: Uraian berisi pilihan" in result.stdout
    assert "tidak satu pun diterapkan sebelum Anda menerimanya" in result.stdout
    assert "lontar check sop jeneponto.json --accept KODE" in result.stdout
    assert all("pelaksana" not in each for each in data["kegiatan"])
    assert all("ya" not in each for each in data["kegiatan"])


def test_a_program_gets_all_of_it(lontar, old):
    """``--json`` names the files, the findings, the proposals and what comes next."""
    told = json.loads(lontar("import", "sop", old("kudus.txt"), "--json").stdout)

    assert told["blocked"] is False
    assert [told["data"], told["original"], told["findings_file"]] == [
        "kudus.json",
        "kudus.asli.txt",
        "kudus.temuan.json",
    ]
    assert "LAJUR-1" in [each["kode"] for each in told["proposals"]]
    assert told["findings"][0]["source"].startswith("baris ")
    assert told["next"] == "lontar check sop kudus.json --accept KODE"


def test_the_data_can_be_checked_and_accepted_into_at_once(lontar, old):
    """What an import wrote is what the check reads."""
    lontar("import", "sop", old("kudus.txt"), "--to", "baru/sop.json")
    lontar("check", "sop", "baru/sop.json", "--accept", "LAJUR", "--by", "Sekretaris")

    data = json.loads(Path("baru/sop.json").read_text(encoding="utf-8"))
    assert len(data["penerimaan"]) == 7
    assert all(each["pelaksana"] for each in data["kegiatan"])
    assert data["asal"]["berkas"] == "kudus.txt"


def test_a_word_file_keeps_its_ending(lontar, old):
    """The copy of a DOCX is a DOCX."""
    content = word(p("Nomor SOP : 1"), p("Nama SOP : Data"), activity_table(step("1", "Menyusun")))
    result = lontar("import", "sop", old("lama.docx", content), "--to", "sop.json")

    assert result.exit_code == 0
    assert Path("sop.asli.docx").read_bytes() == content


def test_a_sheet_without_activities_ends_with_four(lontar, old):
    """The data are written, and the finding that blocks is told."""
    result = lontar("import", "sop", old("lama.txt", b"Nomor SOP\t1\nNama SOP\tData\n"))

    assert result.exit_code == 4
    assert "W-IMPORT-NO-TABLE" in result.stdout
    assert Path("lama.json").exists()


@pytest.mark.parametrize("there", ["kudus.json", "kudus.asli.txt", "kudus.temuan.json"])
def test_nothing_is_overwritten_unasked(lontar, old, there: str):
    """Whichever of the three is in the way; --force replaces it."""
    name = old("kudus.txt")
    Path(there).write_text("milik orang lain", encoding="utf-8")
    result = lontar("import", "sop", name)

    assert result.exit_code == 7
    assert there in result.stderr
    assert Path(there).read_text(encoding="utf-8") == "milik orang lain"
    assert sorted(each.name for each in Path().iterdir()) == sorted({name, there})
    assert lontar("import", "sop", name, "--force").exit_code == 0


def test_the_old_file_is_never_its_own_target(lontar, old):
    """Not even with --force."""
    name = old("kudus.json", source("kudus"))
    result = lontar("import", "sop", name, "--force")

    assert result.exit_code == 7
    assert "naskah lama yang sedang dibaca" in result.stderr
    assert Path(name).read_bytes() == source("kudus")


@pytest.mark.parametrize(
    ("content", "slug", "remedy"),
    [
        (b"", "old-file-empty", "Pastikan berkas"),
        (b"%PDF-1.7", "old-format", "simpan sebagai DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-format", "simpan sebagai DOCX"),
        (b"PK\x03\x04rusak", "old-file-damaged", "simpan ulang sebagai DOCX"),
        (b"Yth. Bapak Camat\n", "old-file-foreign", "lontar sample"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(
    lontar, old, content: bytes, slug: str, remedy: str
):
    """One sentence, what to do, and no file left behind."""
    name = old("lama.bin", content)
    told = json.loads(lontar("import", "sop", name, "--json").stdout)["error"]

    assert (told["slug"], told["exit_code"]) == (slug, 3)
    assert remedy in told["remedy"]
    assert [each.name for each in Path().iterdir()] == [name]


def test_a_file_that_is_not_there_is_named(lontar, old):
    """Neither missing files nor folders bring the command down."""
    old("kudus.txt")
    Path("folder").mkdir()

    assert "tidak-ada.txt" in lontar("import", "sop", "tidak-ada.txt").stderr
    assert "ini sebuah folder" in lontar("import", "sop", "folder").stderr


def test_a_kind_that_reads_no_old_files_says_which_do(lontar, old):
    """Only SOPs can be imported so far."""
    result = lontar("import", "perjanjian_kinerja", old("kudus.txt"))

    assert result.exit_code == 5
    assert "yang dapat dibaca: sop" in result.stderr


def test_an_unknown_profile_is_refused_with_the_known_ones(lontar, old):
    """A wanted profile is taken at its word."""
    result = lontar("import", "sop", old("kudus.txt"), "--profile", "kudos")

    assert result.exit_code == 5
    assert "kudus" in result.stderr
