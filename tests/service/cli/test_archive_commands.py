"""The archive from the command line: find, show, get, verify, register, void, fsck, rebuild."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.records import Actor, Deposit, DocumentId, Record, verification_code
from service.app import House
from service.cli.verify import _EXIT

ISSUED = b"%PDF-1.7\nyang diterbitkan\n%%EOF\n"
NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
ID = "7f3k9m2qx8ab"
BOOK = "dinas-kominfo/sop"


@pytest.fixture
def filed(house: House, tmp_path: Path) -> str:
    """A document in the archive: v1 as issued, its number in the book."""
    file_away(house, tmp_path, ID, number="188.4/12/2026", title="Pengumpulan Data Kinerja")
    return ID


def file_away(house: House, folder: Path, name: str, *, number: str, title: str) -> None:
    files = {"document.pdf": ISSUED + title.encode() + b"\n%%EOF\n", "data.json": b'{"a": 1}'}
    for file, content in files.items():
        (folder / f"{name}-{file}").write_bytes(content)
    actor = Actor("Rini", "mailto:rini@contoh.go.id")
    with house.database.transaction() as connection:
        house.archive.register.adopt(
            connection,
            book=BOOK,
            year=2026,
            text=number,
            document=DocumentId(name),
            actor=actor,
            now=NOW,
        )
    house.archive.deposit(
        Deposit(
            document=DocumentId(name),
            key="pekerjaan-" + name,
            record=Record(
                kind="sop",
                title=title,
                office="Dinas Kominfo",
                year=2026,
                number=number,
                code=verification_code("c0de" + name[:8]),
            ),
            files={file: folder / f"{name}-{file}" for file in files},
            message="Diterbitkan.",
            actor=actor,
            created=NOW,
        )
    )


def test_documents_are_found_by_words_and_filters(house: House, filed: str, lontar, tmp_path):
    """Every criterion narrows; programs get ids, numbers and versions."""
    file_away(house, tmp_path, "9999mmmmxxxx", number="188.4/13/2026", title="Rapat")

    assert {each["id"] for each in json.loads(lontar("find", "--json").stdout)} == {
        filed,
        "9999mmmmxxxx",
    }
    [found] = json.loads(lontar("find", "pengumpulan", "--kind", "sop", "--json").stdout)
    assert (found["id"], found["number"], found["version"]) == (filed, "188.4/12/2026", 1)
    assert json.loads(lontar("find", "--year", "1999", "--json").stdout) == []
    assert "Tidak ada" in lontar("find", "entah").stdout
    assert "188.4/13/2026" in lontar("find", "rapat").stdout


@pytest.mark.parametrize("name", [ID, ID[:6], "188.4/12/2026", "188.4 / 12 / 2026", "c0de7f3k9m2q"])
def test_a_document_answers_to_all_its_names(name: str, filed: str, lontar):
    """Id, beginning of the id, number and code open the same document."""
    shown = json.loads(lontar("show", name, "--json").stdout)

    assert shown["id"] == filed
    assert [each["name"] for each in shown["versions"][0]["files"]] == [
        "data.json",
        "document.pdf",
        "record.json",
    ]
    assert shown["trail"]
    assert "Diterbitkan." in lontar("show", name).stdout


@pytest.mark.usefixtures("filed")
def test_an_unknown_document_ends_with_five(lontar):
    """A name that nothing answers to is told as such."""
    for command in (("show", "tidak-ada"), ("get", "tidak-ada", "--to", "x.pdf")):
        result = lontar(*command)
        assert (result.exit_code, "tidak-ada" in result.stderr) == (5, True)


def test_a_file_comes_out_as_it_went_in(filed: str, lontar, tmp_path: Path):
    """get writes the filed bytes to a file or into a folder."""
    assert lontar("get", filed, "--to", tmp_path / "surat.pdf").exit_code == 0
    assert (
        lontar("get", filed, "--file", "data.json", "--version", 1, "--to", tmp_path).exit_code == 0
    )

    assert (tmp_path / "surat.pdf").read_bytes().startswith(ISSUED)
    assert (tmp_path / "data.json").read_bytes() == b'{"a": 1}'


def test_get_overwrites_only_when_told_to(filed: str, lontar, tmp_path: Path):
    """A file in the way ends with 7 and stays; --force replaces it."""
    target = tmp_path / "surat.pdf"
    target.write_text("punya orang")

    refused = lontar("get", filed, "--to", target)
    assert (refused.exit_code, target.read_text()) == (7, "punya orang")
    assert "--force" in refused.stderr

    assert lontar("get", filed, "--to", target, "--force").exit_code == 0
    assert target.read_bytes().startswith(ISSUED)


def test_what_is_not_in_the_document_is_named(filed: str, lontar, tmp_path: Path):
    """An unknown version or file ends with 5 and writes nothing."""
    target = tmp_path / "x"

    assert lontar("get", filed, "--version", 9, "--to", target).exit_code == 5
    assert lontar("get", filed, "--file", "surat.docx", "--to", target).exit_code == 5
    assert not target.exists()


def test_altered_bytes_never_come_out(house: House, filed: str, lontar, tmp_path: Path):
    """A file that changed on the disk is not given out; get and fsck end with 11."""
    [kept] = house.settings.ocfl_root.rglob("document.pdf")
    kept.chmod(0o644)
    kept.write_bytes(kept.read_bytes().replace(b"diterbitkan", b"dikarang..."))

    got = lontar("get", filed, "--to", tmp_path / "surat.pdf")
    checked = lontar("fsck")
    told = json.loads(lontar("fsck", "--json").stdout)

    assert (got.exit_code, checked.exit_code) == (11, 11)
    assert not (tmp_path / "surat.pdf").exists()
    assert told
    assert all(each["sentence"] for each in told)


def test_a_file_is_the_same_a_continuation_or_unknown(filed: str, lontar, tmp_path: Path):
    """verify ends with 0, 13 or 12, and says which document it is."""
    copy = tmp_path / "surat.pdf"
    lontar("get", filed, "--to", copy)
    signed = tmp_path / "signed.pdf"
    signed.write_bytes(copy.read_bytes() + b"tanda tangan\n%%EOF\n")
    other = tmp_path / "lain.pdf"
    other.write_bytes(ISSUED)

    same, continued, unknown = (lontar("verify", each) for each in (copy, signed, other))

    assert (same.exit_code, continued.exit_code, unknown.exit_code) == (0, 13, 12)
    assert tuple(_EXIT.values()) == (0, 13, 12)
    assert filed in same.stdout
    assert "188.4/12/2026" in same.stdout
    assert filed in continued.stdout
    told = json.loads(lontar("verify", copy, "--json").stdout)
    assert (told["verdict"], told["found"][0]["file"]) == ("same", "document.pdf")
    assert lontar("verify", tmp_path / "tidak-ada").exit_code == 3
    assert lontar("verify", tmp_path).exit_code == 3


def test_a_filed_document_is_whole_or_not(house: House, filed: str, lontar):
    """verify takes an id, a number or a code as typed from paper; 11 where a byte changed."""
    code = house.archive.document(DocumentId(filed)).record.code.lower().replace("-", " ")

    for name in (filed, "188.4/12/2026", code):
        told = lontar("verify", name)
        assert (told.exit_code, filed in told.stdout) == (0, True)
    [kept] = house.settings.ocfl_root.rglob("document.pdf")
    kept.chmod(0o644)
    kept.write_bytes(b"lain")
    altered = lontar("verify", filed)
    as_data = json.loads(lontar("verify", filed, "--json").stdout)

    assert altered.exit_code == 11
    assert (as_data["id"], as_data["whole"]) == (filed, False)
    assert as_data["problems"]
    assert lontar("verify", "zzzzzzzzzzzz").exit_code == 5


@pytest.mark.usefixtures("filed")
def test_the_book_shows_every_number(lontar):
    """register lists numbers with their state; an issued one cannot be voided."""
    [line] = json.loads(lontar("register", "--json").stdout)

    refused = lontar(
        "void", line["number"], "--book", BOOK, "--year", 2026, "--reason", "Salah judul"
    )

    assert (line["number"], line["state"]) == ("188.4/12/2026", "issued")
    assert "terbit" in lontar("register", "--book", BOOK, "--year", 2026).stdout
    assert "Belum ada" in lontar("register", "--year", 1999).stdout
    assert refused.exit_code == 6


def test_a_reserved_number_can_be_voided(lontar, sample, data_file):
    """void keeps the number in the book with its reason; an unknown one ends with 5."""
    [asked] = json.loads(
        lontar("request", "perjanjian_kinerja", data_file(sample()), "--json").stdout
    )
    [line] = json.loads(lontar("register", "--json").stdout)
    place = ("--book", line["book"], "--year", 2020, "--reason", "Salah judul")

    voided = lontar("void", asked["number"], *place, "--json")

    assert json.loads(voided.stdout)["state"] == "void"
    assert "Salah judul" in lontar("register").stdout
    assert lontar("void", "1/2/3", *place).exit_code == 5


@pytest.mark.usefixtures("filed")
def test_the_index_is_made_anew_from_the_storage(lontar):
    """rebuild brings the documents back; fsck finds nothing to complain about."""
    before = lontar("find", "--json").stdout

    rebuilt = lontar("rebuild", "--json")

    assert json.loads(rebuilt.stdout) == {"documents": 1}
    assert lontar("find", "--json").stdout == before
    assert "utuh" in lontar("fsck").stdout
    assert json.loads(lontar("fsck", "--json").stdout) == []


def test_tables_in_a_pipe_are_plain_lines(filed: str, lontar):
    """Without a terminal a table is tab-separated, without colour and without cut cells."""
    told = lontar("find").stdout

    assert "\x1b" not in told
    assert told.splitlines()[1].split("\t")[0] == filed
