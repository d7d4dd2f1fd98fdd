"""Acts of the arsiparis: how a document stands and is kept; the files stay as they are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from archive.archive import Archive
from archive.bad_values import BadKeeping, BadStanding
from archive.database import Database
from archive.errors import DocumentChanged, DocumentUnknown, SuccessorUnfit
from archive.filing import Filing
from archive.index.tables import DOCUMENTS
from archive.keeping import Access, Fate, Keeping, Retention, Start
from archive.records import Record, VersionNumber
from archive.retention import Due, due_of
from archive.standing import IN_FORCE, Standing, State
from tests.archive.making import (
    DAY,
    KEPT,
    REINSTATED,
    SUPERSEDED,
    WITHDRAWN,
    a_deposit,
    a_restatement,
    document_id,
)


def test_an_act_is_a_version_of_the_same_files(archive: Archive, tmp_path: Path):
    """Nothing but the note is written; who, when and why stand in the version and the trail."""
    archive.deposit(a_deposit(tmp_path / "in"))
    document = document_id(1)

    receipt = archive.restate(
        a_restatement(archive, 1, WITHDRAWN, message="Dicabut: salah lampiran.")
    )

    found = archive.document(document)
    assert (receipt.version.value, found.state, found.standing) == (2, "withdrawn", WITHDRAWN)
    same = [{each for each in one.files if each.name != "record.json"} for one in found.versions]
    assert same[0] == same[1]
    stored = [path.name for path in (tmp_path / "archive").rglob("v2/content/*")]
    assert stored == ["record.json"]
    last = archive.trail(document)[-1]
    assert (last.word, last.version, last.actor) == ("standing change", 2, "Sari Dewi")
    assert "salah lampiran" in last.sentence
    assert list(archive.fsck()) == []


def test_the_same_act_twice_is_one_version(archive: Archive, tmp_path: Path):
    """A form sent twice does nothing the second time."""
    archive.deposit(a_deposit(tmp_path / "in"))
    asked = a_restatement(archive, 1, WITHDRAWN)

    first, second = archive.restate(asked), archive.restate(asked)

    assert (first, second.repeated) == (second, True)
    assert len(archive.document(document_id(1)).versions) == 2


def test_who_looked_at_an_older_version_is_told(archive: Archive, tmp_path: Path):
    """Of two people at one document, the second sees first what the other did."""
    archive.deposit(a_deposit(tmp_path / "in"))
    late = a_restatement(archive, 1, KEPT, key="lain")
    archive.restate(a_restatement(archive, 1, WITHDRAWN))

    with pytest.raises(DocumentChanged, match="muat ulang"):
        archive.restate(late)
    with pytest.raises(DocumentUnknown):
        archive.restate(a_restatement(archive, 1, KEPT, document=document_id(5)))


def test_standing_and_keeping_outlive_later_files_and_each_other(archive: Archive, tmp_path: Path):
    """A signed copy that comes late does not put a withdrawn document in force again."""
    archive.deposit(a_deposit(tmp_path / "in"))
    archive.restate(a_restatement(archive, 1, KEPT))
    archive.restate(a_restatement(archive, 1, WITHDRAWN))
    archive.deposit(a_deposit(tmp_path / "in", 1, key="ttd", contents={"signed.pdf": b"ttd"}))

    found = archive.document(document_id(1))
    assert (found.state, found.signed) == ("withdrawn", True)
    assert (found.standing, found.keeping) == (WITHDRAWN, KEPT)
    assert found.record.classification == "000.8.3.3"

    archive.restate(a_restatement(archive, 1, REINSTATED))
    assert archive.document(document_id(1)).state == "signed"


@pytest.mark.parametrize(
    ("successor", "why"),
    [(1, "dirinya sendiri"), (2, "kantor lain"), (3, "tidak berlaku"), (9, "Tidak ada dokumen")],
)
def test_a_successor_is_another_document_of_the_office_in_force(
    archive: Archive, tmp_path: Path, successor: int, why: str
):
    """Itself, another office's, one that holds no longer, one that is not there: refused."""
    archive.deposit(a_deposit(tmp_path / "in", 1, office="Dinas A"))
    archive.deposit(a_deposit(tmp_path / "in", 2, office="Dinas B", number=None))
    archive.deposit(a_deposit(tmp_path / "in", 3, office="Dinas A", number=None))
    archive.restate(a_restatement(archive, 3, WITHDRAWN))
    said = Standing(State.SUPERSEDED, DAY, "Baru.", document_id(successor))

    with pytest.raises((SuccessorUnfit, DocumentUnknown), match=why):
        archive.restate(a_restatement(archive, 1, said))
    assert archive.document(document_id(1)).standing == IN_FORCE


def test_successors_cannot_run_in_a_circle(archive: Archive, tmp_path: Path):
    """What took another's place cannot be replaced by it."""
    archive.deposit(a_deposit(tmp_path / "in", 1, number=None))
    archive.deposit(a_deposit(tmp_path / "in", 2, number=None))
    archive.restate(a_restatement(archive, 2, SUPERSEDED))

    with pytest.raises(SuccessorUnfit, match="sudah tidak berlaku"):
        archive.restate(
            a_restatement(archive, 1, Standing(State.SUPERSEDED, DAY, "?", document_id(2)))
        )


def test_notes_of_the_first_edition_are_read(archive: Archive, tmp_path: Path):
    """A filing that knows neither standing nor keeping is in force, and open."""
    archive.deposit(a_deposit(tmp_path / "in"))
    version = archive.document(document_id(1)).head
    path = archive.place_of(document_id(1), version=version.number, name="record.json")
    old = {
        name: value
        for name, value in json.loads(path.read_bytes()).items()
        if name not in {"sort", "standing", "keeping"}
    }

    read = Filing.of_json(json.dumps(old | {"format": "lontar-record-1"}).encode(), place="-")

    assert read == Filing.of_json(path.read_bytes(), place="-")
    assert (read.standing, read.keeping) == (IN_FORCE, Keeping())


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": State.WITHDRAWN, "since": None, "reason": "Sebab."},
        {"state": State.WITHDRAWN, "since": DAY, "reason": " "},
        {"state": State.WITHDRAWN, "since": DAY, "reason": "x" * 2001},
        {"state": State.WITHDRAWN, "since": DAY, "reason": "x", "replaced_by": document_id(1)},
        {"state": State.SUPERSEDED, "since": DAY, "reason": "x"},
        {"since": DAY},
        {"reason": "x"},
    ],
    ids=str,
)
def test_a_standing_says_since_when_and_why(wrong: dict):
    """Nothing is withdrawn without day and reason; only what is superseded has a successor."""
    with pytest.raises(BadStanding):
        Standing(**wrong)


def test_terms_and_codes_have_bounds():
    """Years, codes and bases that no schedule holds are refused."""
    for years in ((-1, 0), (0, 101)):
        with pytest.raises(BadKeeping):
            Retention(*years, Fate.MUSNAH)
    with pytest.raises(BadKeeping):
        Retention(1, 1, Fate.MUSNAH, basis="x" * 201)
    for code in ("", " ", "x" * 201):
        with pytest.raises(BadKeeping):
            Keeping(classification=code)


RECORD = Record(kind="sop", title="-", office="-", year=2024, date="2024-02-29")


@pytest.mark.parametrize(
    ("start", "standing", "dated", "due"),
    [
        (Start.AKHIR_TAHUN, IN_FORCE, None, (date(2026, 12, 31), date(2029, 12, 31))),
        (Start.TANGGAL_NASKAH, IN_FORCE, "2024-02-29", (date(2026, 2, 28), date(2029, 2, 28))),
        (Start.TANGGAL_NASKAH, IN_FORCE, "2024-02", (date(2026, 2, 28), date(2029, 2, 28))),
        (Start.TANGGAL_NASKAH, IN_FORCE, "2024", (date(2026, 12, 31), date(2029, 12, 31))),
        (Start.TANGGAL_NASKAH, IN_FORCE, None, None),
        (Start.TIDAK_BERLAKU, IN_FORCE, None, None),
        (Start.TIDAK_BERLAKU, REINSTATED, None, None),
        (Start.TIDAK_BERLAKU, WITHDRAWN, None, (date(2028, 11, 20), date(2031, 11, 20))),
    ],
)
def test_retention_counts_from_what_the_schedule_names(start, standing, dated, due):
    """From the year's end, the document's date as far as it is known, or when it ceased to hold."""
    record = Record(kind="sop", title="-", office="-", year=2024, date=dated)
    keeping = Keeping(retention=Retention(2, 3, Fate.MUSNAH, start))

    assert due_of(record, standing, keeping) == (None if due is None else Due(*due))


def test_nothing_falls_due_without_a_schedule():
    """And access classes do not touch retention."""
    assert due_of(RECORD, IN_FORCE, Keeping(access=Access.RAHASIA)) is None


def test_an_index_that_says_otherwise_is_found(
    archive: Archive, tmp_path: Path, database: Database
):
    """Nobody puts a document in force again by writing into the database alone."""
    archive.deposit(a_deposit(tmp_path / "in"))
    archive.restate(a_restatement(archive, 1, WITHDRAWN))
    with database.transaction() as connection:
        connection.execute(update(DOCUMENTS).values(state="issued", access="rahasia"))

    [problem] = archive.fsck()
    assert (problem.code, problem.detail) == ("L006", "access, state")
    archive.rebuild()
    assert list(archive.fsck()) == []
    assert archive.document(document_id(1)).standing == WITHDRAWN


def test_an_unknown_version_stops_the_act(archive: Archive, tmp_path: Path):
    """A version that was never filed was seen by nobody."""
    archive.deposit(a_deposit(tmp_path / "in"))

    with pytest.raises(DocumentChanged):
        archive.restate(a_restatement(archive, 1, KEPT, seen=VersionNumber(7)))
