"""How long an archive of 10,000 documents takes to list, count and search, on both databases.

The rows are those that filing writes, the texts those of the samples: procedures and agreements of
some 2,000 signs, and one document in eight a report whose data hold a whole year of an office. What
the archive answers is measured, and whole pages as the application gives them to an auditor, who
sees everything. Printed are the median and the 95th of a hundred, milliseconds.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console
from rich.table import Table as Shown
from sqlalchemy import insert

from archive.index.search import Order, Search
from archive.index.tables import DOCUMENTS, FILES, VERSIONS
from archive.index.texts import TEXTS, said_in
from archive.records import folded_office
from service.app import House, new_name, open_house
from service.settings import ServiceSettings
from tests.postgres import find_programs, fresh_database, running_cluster
from tests.service.serving import signed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Table

    Row = dict[str, Any]
    Rows = list[Row]

DOCUMENT_COUNT: Final = 10_000
ROUNDS: Final = 100
TARGET: Final = 100.0
"""Milliseconds, of the 95th."""
_OFFICES: Final = 40
_KINDS: Final = ("sop", "perjanjian_kinerja", "laporan_triwulan", "rencana_aksi")
_SAMPLES: Final = Path(__file__).parents[1] / "doc_templates"
_SEARCHES: Final = {
    "word of all": "masyarakat",
    "word of many": "kinerja",
    "two words": "kinerja sakip",
    "rare": "jekulo 067/77/2026",
    "nothing": "tidakada",
    "phrase": '"standar operasional prosedur"',
    "beginning": "pel*",
    "without": "masyarakat -sakip",
}
"""What is typed."""
_FILES: Final = ("data.json", "document.docx", "document.pdf", "provenance.json")


def main() -> None:
    """Fill, measure, print."""
    shown = Shown("asked", "SQLite", "PostgreSQL", title=f"{DOCUMENT_COUNT:,} documents, ms")
    columns = []
    for opened in (on_sqlite, on_postgres):
        with opened() as house:
            columns.append(measure(house) if house else {})
    for asked in columns[0]:
        shown.add_row(asked, *(each.get(asked, "not installed") for each in columns))
    Console().print(shown)
    Console().print(f"median / 95th of {ROUNDS}; wanted under {TARGET:g} ms at the 95th.")


@contextmanager
def on_sqlite() -> Iterator[House]:
    """An installation in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _opened(Path(folder), None)


@contextmanager
def on_postgres() -> Iterator[House | None]:
    """The same beside a PostgreSQL of its own; None where none is installed."""
    programs = find_programs()
    if programs is None:
        yield None
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        running_cluster(programs) as server,
        fresh_database(server) as url,
    ):
        yield from _opened(Path(folder), url)


def _opened(folder: Path, url: str | None) -> Iterator[House]:
    house = open_house(ServiceSettings(home=folder, database_url=url))
    fill(house)
    yield house
    house.database.close()


def fill(house: House) -> None:
    """The index of an archive in which forty offices filed for twelve years."""
    dice = random.Random(20260302)  # noqa: S311 - dice, not secrets
    said, reports = _said("sop", "perjanjian_kinerja"), _said("kinerja")
    documents, texts, versions, files = [], [], [], []
    for count in range(DOCUMENT_COUNT):
        row = _document(count, dice)
        documents.append(row)
        texts.append(_text(row, dice.choice(said if dice.randrange(8) else reports), dice))
        for number in range(1, 1 + row["head"]):
            versions.append(_version(row, number))
            files += [_file(row, number, name, dice) for name in _FILES]
    with house.database.transaction() as connection:
        for table, rows in _tables(documents, texts, versions, files):
            connection.execute(insert(table), rows)
    if house.database.engine.dialect.name == "postgresql":
        with house.database.transaction() as connection:
            connection.exec_driver_sql("ANALYZE")


def _tables(*rows: Rows) -> zip[tuple[Table, Rows]]:
    return zip((DOCUMENTS, TEXTS, VERSIONS, FILES), rows, strict=True)


def _said(*kinds: str) -> list[str]:
    """What the samples of some kinds say."""
    found = [path for kind in kinds for path in sorted((_SAMPLES / kind).glob("samples/*.json"))]
    return [said_in(path) or "" for path in found]


def _text(row: Row, said: str, dice: random.Random) -> Row:
    """The document's text: a sample's, with rare words of its own and without two of its lines."""
    lines = said.splitlines()
    for _ in range(2):
        lines.pop(dice.randrange(len(lines)))
    lines.insert(dice.randrange(len(lines)), f"Berkas nomor {dice.getrandbits(40):x} disusun")
    head = "\n".join((row["title"], row["number"], row["office"], row["kind"].replace("_", " ")))
    return {"document": row["document"], "head": head, "content": "\n".join(lines), "told": True}


def _document(count: int, dice: random.Random) -> Row:
    office, kind = f"Dinas Contoh {dice.randrange(_OFFICES)}", dice.choice(_KINDS)
    title, number = f"Pelayanan urusan {count % 97} kepada masyarakat", f"067/{count}/2026"
    head = 1 if dice.random() < 0.8 else 2  # noqa: PLR2004 - one in five came back signed
    return {
        "document": new_name(),
        "kind": kind,
        "title": title,
        "office": office,
        "office_folded": folded_office(office),
        "year": 2015 + dice.randrange(12),
        "number": number,
        "number_folded": number,
        "code": new_name(),
        "state": "issued" if head == 1 else "signed",
        "head": head,
        "created": datetime(2015, 1, 1, tzinfo=UTC) + timedelta(minutes=count),
    }


def _version(row: Row, number: int) -> Row:
    return {
        "document": row["document"],
        "number": number,
        "key": f"{row['document']}-{number}",
        "created": row["created"],
        "actor_name": "Staf Contoh",
        "actor_address": "web:-",
        "message": "Diterbitkan.",
        "inventory": "0" * 128,
    }


def _file(row: Row, version: int, name: str, dice: random.Random) -> Row:
    return {
        "document": row["document"],
        "version": version,
        "name": name,
        "size": 50_000,
        "digest": f"{dice.getrandbits(512):0128x}",
        "media_type": "application/octet-stream",
    }


def measure(house: House) -> dict[str, str]:
    """What is asked → median and 95th."""
    archive, (auditor, _) = house.archive, signed_in(house, "auditor:*")
    own = frozenset({"dinas contoh 7"})
    first = archive.search(Search()).next
    one = archive.search(Search(), limit=1).entries[0].document
    spent: dict[str, Callable[[], object]] = {
        "list": lambda: archive.search(Search()),
        "list, next page": lambda: archive.search(Search(), after=first),
        "list of one office": lambda: archive.search(Search(within=own)),
    }
    for what, typed in _SEARCHES.items():
        wanted = Search(text=typed)
        spent[f"search, {what}"] = lambda wanted=wanted: archive.search(wanted)
        spent[f"facets, {what}"] = lambda wanted=wanted: archive.facets(wanted)
    best = Search(text=_SEARCHES["word of many"])
    spent |= {
        "search, word of many, best first": lambda: archive.search(best, order=Order.FITTING),
        "facets": lambda: archive.facets(Search()),
        "facets of one office": lambda: archive.facets(Search(within=own)),
        "facets, words and kind": lambda: archive.facets(Search(text="urusan 9", kind="sop")),
    }
    pages = {"GET /dokumen/{id}": lambda: _get(auditor, f"/dokumen/{one}")} | {
        f"GET {path}": lambda path=path: _get(auditor, path)
        for path in (
            "/dokumen",
            "/dokumen?q=masyarakat",
            "/dokumen?q=pelayanan+kinerja",
            '/dokumen?q="rencana+kerja"',
            "/dokumen?q=kinerja&urut=cocok",
            "/api/v1/documents",
            "/api/v1/documents?text=masyarakat",
            "/api/v1/documents/facets",
        )
    }
    return {asked: _timed(what) for asked, what in {**spent, **pages}.items()}


def _get(client: Any, path: str) -> None:
    answer = client.get(path)
    if not answer.is_success:
        raise SystemExit(f"{path}: {answer.status_code} {answer.text[:200]}")


def _timed(what: Callable[[], object]) -> str:
    what()
    spans = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        what()
        spans.append((time.perf_counter() - began) * 1000)
    spans.sort()
    return f"{spans[ROUNDS // 2]:.0f} / {spans[int(ROUNDS * 0.95)]:.0f}"


if __name__ == "__main__":
    os.environ.pop("LONTAR_HOME", None)
    main()
