"""What the arsiparis asks the index, on both databases: classes of access, codes, dues, books."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from archive.agenda import agenda_of, book_counts, unfiled
from archive.archive import Archive
from archive.book import NumberState
from archive.database import Database
from archive.index.due import DueSearch, Stage
from archive.index.search import Search
from archive.keeping import Access, Fate, Keeping, Retention
from tests.archive.making import KEPT, NOON, SARI, a_deposit, a_restatement, document_id


def test_guarded_classes_are_in_no_list_and_no_count(archive: Archive, tmp_path: Path):
    """Of a class that is guarded, only the offices named with it are seen."""
    for number, office in ((1, "Dinas A"), (2, "Dinas A"), (3, "Dinas B")):
        archive.deposit(a_deposit(tmp_path / "in", number, office=office, number=None))
    for number in (2, 3):
        archive.restate(a_restatement(archive, number, Keeping(access=Access.RAHASIA)))

    def seen(*offices: str) -> set[str]:
        wanted = Search(guarded=(("rahasia", frozenset(offices)),))
        assert sum(many for _, many in archive.facets(wanted)["kind"]) == len(
            archive.search(wanted).entries
        )
        return {each.document.value for each in archive.search(wanted).entries}

    ids = [document_id(number).value for number in (1, 2, 3)]
    assert seen() == {ids[0]}
    assert seen("dinas b") == {ids[0], ids[2]}
    assert seen("dinas a", "dinas b") == set(ids)


def test_documents_without_a_code_are_found(archive: Archive, tmp_path: Path):
    """With a code of the data or of the arsiparis, or without any."""
    for number, code in ((1, None), (2, "060"), (3, None)):
        archive.deposit(a_deposit(tmp_path / "in", number, number=None, classification=code))
    archive.restate(a_restatement(archive, 3, KEPT))

    found = {
        wanted: {each.document for each in archive.search(Search(classified=wanted)).entries}
        for wanted in (True, False)
    }
    assert found == {True: {document_id(2), document_id(3)}, False: {document_id(1)}}


def test_stages_fall_due_on_their_day(archive: Archive, tmp_path: Path):
    """The longest overdue first; each document in one stage at a time, in the offices asked."""
    for number, active in ((1, 1), (2, 0), (3, 5)):
        office = f"Dinas {number}"
        archive.deposit(a_deposit(tmp_path / "in", number, office=office, year=2020, number=None))
        kept = Keeping(retention=Retention(active, 2, Fate.MUSNAH))
        archive.restate(a_restatement(archive, number, kept))

    def due(stage: Stage, day: str, **more: frozenset[str]) -> list[object]:
        found = archive.due(DueSearch(stage, date.fromisoformat(day), **more))
        return [each.document for each in found]

    first, second = document_id(1), document_id(2)
    assert due(Stage.MOVE, "2020-12-31") == []
    assert due(Stage.MOVE, "2022-01-01") == [second, first]
    assert due(Stage.FATE, "2022-12-31") == []
    assert due(Stage.FATE, "2023-01-01") == [second]
    assert due(Stage.MOVE, "2023-01-01") == [first]
    assert due(Stage.FATE, "2025-01-01", within=frozenset({"dinas 1"})) == [first]
    assert len(archive.due(DueSearch(Stage.FATE, date(2040, 1, 1)), limit=2)) == 2


def test_a_book_is_read_with_its_documents(archive: Archive, tmp_path: Path, database: Database):
    """By counter; what is filed tells office and title, what is not is told apart."""
    for number in (1, 2):
        with database.transaction() as connection:
            given = archive.register.allocate(
                connection,
                book="dinas",
                year=2026,
                pattern="{urut}/D/{tahun}",
                values={},
                document=document_id(number),
                actor=replace(SARI, name=f"Pemesan {number}"),
                now=NOON,
            )
        if number == 1:
            archive.deposit(a_deposit(tmp_path / "in", 1, office="Dinas A", number=given.text))
    with database.transaction() as connection:
        archive.register.void(
            connection,
            text="2/D/2026",
            book="dinas",
            year=2026,
            reason="Batal.",
            actor=SARI,
            now=NOON,
        )

    with database.reading() as connection:
        counts, lines = book_counts(connection), agenda_of(connection, "dinas", 2026)
        assert unfiled(connection) == [("dinas", 2026, document_id(2).value)]
        assert agenda_of(connection, "lain", 2026) == []

    assert {(each.office, each.state, each.many) for each in counts} == {
        ("Dinas A", NumberState.ISSUED, 1),
        (None, NumberState.VOID, 1),
    }
    told = [(each.entry.number.text, each.office, each.by) for each in lines]
    assert told == [("1/D/2026", "Dinas A", "Pemesan 1"), ("2/D/2026", None, "Sari Dewi")]
