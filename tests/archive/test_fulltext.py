"""Words, phrases, beginnings and what must not stand there, the same on both databases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.archive import Archive
from archive.database import Database
from archive.index.fulltext import folded_words, question_of
from archive.index.passages import marked
from archive.index.search import Mark, Order, Search
from archive.index.texts import TEXTS, untold
from tests.archive.making import a_deposit, document_id
from tests.postgres import fresh_database

if TYPE_CHECKING:
    from collections.abc import Iterator

SAID = (
    ["Pelayanan Terpadu Satu Pintu", "Café Naïve ﬁnal"],
    ["satu pintu untuk pelayanan", "dan/atau e-SAKIP"],
    ["Camat menelaah berkas; pintu satu ditutup"],
    ["Pelaksana: Sekretaris", "berkas nomor 067 / 12/2026"],
    [],
)
NUMBER = "000.8.3.3/12/411.506/2024"


@pytest.fixture(scope="module", params=["sqlite", pytest.param("pg", marks=pytest.mark.postgres)])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Archive]:
    """Five documents, one of them with a number."""
    folder = tmp_path_factory.mktemp("kata")
    if request.param == "sqlite":
        yield from _filled(folder, f"sqlite:///{folder / 'db'}")
        return
    with fresh_database(request.getfixturevalue("postgres_server")) as url:
        yield from _filled(folder, url)


def _filled(folder: Path, url: str) -> Iterator[Archive]:
    database = Database(url)
    database.create_all()
    archive = Archive(folder / "archive", folder / "staging", database)
    for which, said in enumerate(SAID):
        archive.deposit(
            a_deposit(
                folder / "in",
                which,
                title=f"Naskah {which}",
                code="",
                number=NUMBER if which == 1 else None,
                contents={"data.json": json.dumps({"bukan_kata": said}).encode()},
            )
        )
    yield archive
    database.close()


def _found(archive: Archive, typed: str, **asked) -> set[int]:
    entries = archive.search(Search(text=typed), limit=100, **asked).entries
    numbers = {document_id(which): which for which in range(len(SAID))}
    return {numbers[each.document] for each in entries}


@pytest.mark.parametrize(
    ("typed", "which"),
    [
        ("pelayanan", {0, 1}),
        ("PELAYANAN terpadu", {0}),
        ("satu pintu", {0, 1, 2}),
        ('"satu pintu"', {0, 1}),
        ('"pintu satu"', {2}),
        ('"satu pintu', {0, 1}),
        ("pela*", {0, 1, 3}),
        ('"satu pin*"', {0, 1}),
        ("berkas -camat", {3}),
        ("-berkas", {0, 1, 4}),
        ('-"satu pintu" -sekretaris', {2, 4}),
        ("-pela* -camat", {4}),
        ("cafe naive", {0}),
        ("CAFÉ", {0}),
        ("final", {0}),
        ("dan/atau", {1}),
        ("sakip", {1}),
        ("e-sakip", {1}),
        (NUMBER, {1}),
        ("000.8.3.3 / 12 / 411.506 / 2024", {1}),
        ("411.506/2024", {1}),
        ("067/12/2026", {3}),
        ("naskah jekulo sop", {0, 1, 2, 3, 4}),
        ("bukan_kata", set()),
        ("AND", set()),
        ("pelayan", set()),
        ('"" - * / "', {0, 1, 2, 3, 4}),
    ],
)
def test_what_is_typed_finds_what_is_meant(filled: Archive, typed: str, which: set[int]):
    """Words, "phrases", beginnings*, -without; numbers whole; case and diacritics do not matter."""
    assert _found(filled, typed) == which
    assert _found(filled, typed, order=Order.FITTING) == which


@settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*"\"*-(){}:^&|!<>\\'%_;,+~? ", "satu", "AND", "NEAR", "é", "5e3"]))
)
def test_nothing_that_is_typed_is_an_error(filled: Archive, typed: str | list[str]):
    """Whatever stands in the box, a page comes back, and facets that count the same."""
    wanted = Search(text="".join(typed))

    found = filled.search(wanted, order=Order.FITTING).entries

    assert sum(many for _, many in filled.facets(wanted)["kind"]) == len(found)


def test_very_long_questions_are_answered(filled: Archive):
    """A whole page pasted into the box narrows as far as it is read."""
    assert _found(filled, "satu " * 5_000) == {0, 1, 2}
    assert _found(filled, "a" * 5_000) == set()
    assert _found(filled, "-zz " * 500) == {0, 1, 2, 3, 4}


words = st.sampled_from(("satu", "pintu", "pelayanan", "berkas", "camat", "zaman"))


@settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(words, max_size=3), st.lists(words, max_size=2), st.booleans())
def test_the_databases_agree_with_reading(
    filled: Archive, wanted: list[str], unwanted: list[str], beginning: bool
):
    """What is found is what a person finds who reads all texts herself."""
    cut = [each[:3] if beginning else each for each in wanted]
    star = "*" if beginning else ""
    typed = " ".join([*(each + star for each in cut), *("-" + each for each in unwanted)])

    def fits(said: list[str]) -> bool:
        there = folded_words(" ".join(said))
        return all(
            any(word.startswith(each) if beginning else word == each for word in there)
            for each in cut
        ) and not set(unwanted) & set(there)

    assert _found(filled, typed) == {at for at, said in enumerate(SAID) if fits(said)}


def test_those_that_are_called_so_come_first(tmp_path: Path, archive: Archive):
    """Best fit: a title that holds the words goes before a newer text that does; pages hold."""
    for which in range(6):
        said = {"title": "Telaah berkas"} if which % 2 else {"title": "Lain"}
        data = json.dumps(["telaah berkas"]).encode()
        archive.deposit(a_deposit(tmp_path, which, **said, contents={"data.json": data}))
    wanted = Search(text="telaah berkas")

    paged, mark = [], None
    while not paged or mark:
        page = archive.search(wanted, order=Order.FITTING, after=mark, limit=2)
        paged += [each.record.title for each in page.entries]
        mark = page.next
        assert mark is None or isinstance(mark, Mark)

    assert paged == ["Telaah berkas"] * 3 + ["Lain"] * 3


def test_a_new_version_says_something_else(tmp_path: Path, archive: Archive):
    """The newest data count; a version without data leaves them."""
    archive.deposit(a_deposit(tmp_path, 0, contents={"data.json": b'["kuda"]'}))
    archive.deposit(a_deposit(tmp_path, 0, key="2", contents={"data.json": b'["sapi"]'}))
    archive.deposit(a_deposit(tmp_path, 0, key="3", contents={"signed.pdf": b"%PDF"}))

    assert (_found(archive, "kuda"), _found(archive, "sapi")) == (set(), {0})


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 100_000, b'["\\ud800 kuda\\u0000"]'])
def test_data_that_cannot_be_read_are_told(
    tmp_path: Path, archive: Archive, database: Database, content: bytes
):
    """Such a document is found by its record, and counted; filing does not fail for it."""
    archive.deposit(a_deposit(tmp_path, 0, contents={"data.json": content}))
    readable = b"kuda" in content

    with database.reading() as connection:
        assert untold(connection) is not readable
    assert _found(archive, "surat keterangan") == {0}
    assert _found(archive, "kuda") == ({0} if readable else set())


def test_a_text_of_any_length_is_kept(tmp_path: Path, archive: Archive):
    """What is longer than an index takes is looked through as far as it takes."""
    long = [f"{number:x}kata" for number in range(200_000)]
    archive.deposit(a_deposit(tmp_path, 0, contents={"data.json": json.dumps(long).encode()}))

    assert _found(archive, "1kata") == {0}


def test_a_rebuilt_index_says_the_same(filled: Archive):
    """Rebuilding reads every text again from the storage."""
    before = filled.facets(Search(text="pelayanan"))
    rows = _texts(filled)

    filled.rebuild()

    assert filled.facets(Search(text="pelayanan")) == before
    assert _texts(filled) == rows
    assert _found(filled, '"satu pintu"') == {0, 1}


def _texts(archive: Archive) -> list[tuple[str, ...]]:
    with archive._database.reading() as connection:
        columns = (TEXTS.c.document, TEXTS.c.head, TEXTS.c.content, TEXTS.c.told)
        return sorted(
            tuple(row) for row in connection.execute(TEXTS.select().with_only_columns(*columns))
        )


def test_a_question_is_read_kindly():
    """Signs alone ask for nothing."""
    assert question_of(None) == question_of('" - *') == question_of("")
    assert [each.words for each in question_of("dan/atau -x").wanted] == [("dan", "atau")]


def _shown(archive: Archive, typed: str, which: int) -> str:
    page = archive.search(Search(text=typed), limit=100)
    passage = page.passages.get(document_id(which).value, ())
    return "".join(f"[{each.said}]" if each.found else each.said for each in passage)


def test_a_passage_shows_where_the_words_stand(filled: Archive):
    """As written, the words marked; where only the record holds them there is no passage."""
    assert _shown(filled, "naïve final", 0) == "Pelayanan Terpadu Satu Pintu · Café [Naïve] [final]"
    assert _shown(filled, '"satu pintu"', 1) == "[satu pintu] untuk pelayanan · dan/atau e-SAKIP"
    assert (
        _shown(filled, "067/12/2026", 3) == "Pelaksana: Sekretaris · berkas nomor [067 / 12/2026]"
    )
    assert (
        _shown(filled, "pela* jekulo", 3) == "[Pelaksana]: Sekretaris · berkas nomor 067 / 12/2026"
    )
    assert _shown(filled, "naskah", 0) == ""


def test_a_passage_of_a_long_text_is_short(tmp_path: Path, archive: Archive):
    """It begins a little before the first word, and cuts no word."""
    said = ["lorem ipsum " * 100 + "kuda " + "dolor amet " * 100]
    archive.deposit(a_deposit(tmp_path, 0, contents={"data.json": json.dumps(said).encode()}))

    shown = _shown(archive, "kuda", 0)

    assert len(shown) < 230
    assert shown.startswith(("… lorem ", "… ipsum "))
    assert " [kuda] dolor " in shown
    assert shown.endswith(("dolor …", "amet …"))


@given(st.text(max_size=200), st.text(max_size=30))
def test_marking_loses_no_sign(said: str, typed: str):
    """The pieces together are the text, whatever it is and whatever was looked for."""
    pieces = marked(said, question_of(typed))

    assert "".join(each.said for each in pieces) == said
