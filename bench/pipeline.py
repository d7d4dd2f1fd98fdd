"""How many documents a second, from data to filed, against the usual ways on the same data.

Rounds of all contestants follow each other in one run, so that a change of the machine's speed
meets all of them; what is printed are medians and their ratios.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rivals
from rich.console import Console
from rich.table import Table

from doc_templates.kind import Printing
from doc_templates.registry import kind
from service.actions.request_document import request_document
from service.app import House, open_house
from service.located import DataFile
from service.settings import ServiceSettings
from workers.pipeline.artifacts import Draft
from workers.pipeline.convert import convert
from workers.pipeline.fill import fill
from workers.pipeline.gate import pass_gate
from workers.pipeline.stamp import stamp
from workers.tools.docx import Forms
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KIND, SAMPLE = "perjanjian_kinerja", "kepala-dinas"
CONSOLE = Console()


def main() -> None:
    """Run all contestants in turn and print what they reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--documents", type=int, default=24, help="per round, of the pipeline")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lontar-bench-") as name:
        folder = Path(name)
        compare(folder, rounds=options.rounds, documents=options.documents)


def compare(folder: Path, *, rounds: int, documents: int) -> None:
    """Measure rates of all contestants and the medians of each stage."""
    data = json.loads(kind(KIND).samples()[SAMPLE].read_text(encoding="utf-8"))
    cores = os.cpu_count() or 1
    rates: dict[str, list[float]] = {"bare": [], "one": [], "all": [], "soffice": [], "uno": []}
    stages: dict[str, list[float]] = {}
    with (
        installation(folder / "one", workers=1) as one,
        installation(folder / "all", workers=None) as every,
        usual_ways(folder, data) as (by_soffice, by_unoserver),
        bare_engine(folder, data, stages) as bare,
    ):
        # Warm: profiles furnished, forms compiled, every worker has made a document.
        file_documents(one, data, count=4)
        file_documents(every, data, count=6 * cores)
        for run in (by_soffice, by_unoserver, bare):
            run(2)
        stages.clear()
        for _ in range(rounds):
            rates["soffice"].append(rate(by_soffice, 4))
            rates["uno"].append(rate(by_unoserver, 10))
            rates["bare"].append(rate(bare, 10))
            rates["one"].append(
                rate(lambda count: file_documents(one, data, count=count), documents)
            )
            rates["all"].append(
                rate(lambda count: file_documents(every, data, count=count), documents)
            )
    show(rates, stages, cores)


def rate(run: Callable[[int], float | None], count: int) -> float:
    """Documents a second; a run may tell its own seconds."""
    began = time.perf_counter()
    told = run(count)
    return count / (told or time.perf_counter() - began)


@contextmanager
def installation(home: Path, *, workers: int | None) -> Iterator[House]:
    """A home of its own with an embedded queue and so many worker processes, or the default."""
    house = open_house(ServiceSettings(home=home))
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LONTAR_")}
    with (home / "worker.log").open("wb") as log:
        worker = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "workers",
                *(["--concurrency", str(workers)] if workers else []),
            ],
            env=environment | {"LONTAR_HOME": str(home)},
            stdout=log,
            stderr=log,
        )
        try:
            yield house
        finally:
            worker.terminate()
            worker.wait(30)


def file_documents(house: House, data: dict[str, Any], *, count: int) -> None:
    """Ask for so many documents and wait until the archive has them all."""
    form = kind(KIND)
    ids = []
    for position in range(count):
        copy = data | {"tempat": f"{data['tempat']} {position}"}
        asked = request_document(DataFile("bench", copy, {}), kind=form, key=None, house=house)
        ids.append(asked.job.id)
    while house.jobs.unfinished(ids):
        time.sleep(0.1)
    for each in ids:
        job = house.jobs.get(each)
        if job.state != "filed":
            raise RuntimeError(job.error)


@contextmanager
def usual_ways(
    folder: Path, data: dict[str, Any]
) -> Iterator[tuple[Callable[[int], None], Callable[[int], None]]]:
    """What most people write, and the same with unoserver."""
    form = kind(KIND)
    model = form.model.model_validate(data)

    def runner(to_pdf: rivals.Convert, place: Path) -> Callable[[int], None]:
        place.mkdir()

        def run(count: int) -> None:
            for position in range(count):
                number = f"000.7.2.7/{position}/118-01/2021"
                context = form.context(model, Printing(number=number, konsep=False))
                rivals.make(form.template, context, number, place, to_pdf)

        return run

    with rivals.by_unoserver(folder) as uno:
        yield runner(rivals.by_soffice(folder), folder / "a"), runner(uno, folder / "b")


@contextmanager
def bare_engine(
    folder: Path, data: dict[str, Any], stages: dict[str, list[float]]
) -> Iterator[Callable[[int], float]]:
    """One engine that only converts; the other stages beside it are timed for the table."""
    form = kind(KIND)
    model = form.model.model_validate(data)
    draft = Draft(
        kind=form,
        data=model,
        description=form.describe(model),
        number="000.7.2.7/1/118-01/2021",
        code="0123456789ab",
        verify_url="http://localhost:8000/v/0123456789ab",
    )
    place = folder / "bare"
    place.mkdir()
    forms = Forms()
    converter = open_converter(folder / "engine", seconds=60, documents=10_000, megabytes=4000)

    def run(count: int) -> float:
        converting = 0.0
        for _ in range(count):
            # A folder of its own, as each job has: writing over a file costs a flush more.
            own = Path(tempfile.mkdtemp(dir=place))
            marks = [time.perf_counter()]
            filled = fill(draft, folder=own, forms=forms)
            marks.append(time.perf_counter())
            plain = convert(filled, converter=converter, folder=own)
            marks.append(time.perf_counter())
            stamped = stamp(plain, folder=own)
            marks.append(time.perf_counter())
            pass_gate(stamped)
            marks.append(time.perf_counter())
            spans = [after - before for before, after in itertools.pairwise(marks)]
            for name, span in zip(("fill", "convert", "stamp", "gate"), spans, strict=True):
                stages.setdefault(name, []).append(span * 1000)
            converting += spans[1]
        return converting

    try:
        yield run
    finally:
        converter.close()


def show(rates: dict[str, list[float]], stages: dict[str, list[float]], cores: int) -> None:
    """Print medians, ratios and the cost of each stage."""
    middle = {name: statistics.median(values) for name, values in rates.items()}
    table = Table(title=f"{KIND}/{SAMPLE}, documents a second, medians of one run")
    for heading in ("way", "documents/s", "× (a)", "× (b)"):
        table.add_column(heading, justify="left" if heading == "way" else "right")
    names = {
        "soffice": "(a) docxtpl + soffice --convert-to + pypdf + copy",
        "uno": "(b) docxtpl + unoserver + pypdf + copy",
        "one": "Lontar, data to filed, 1 worker process",
        "all": f"Lontar, data to filed, the default number of processes on {cores} cores",
        "bare": "the bare engine, 1 process, conversion only",
    }
    for key, name in names.items():
        table.add_row(
            name,
            f"{middle[key]:.2f}",
            f"{middle[key] / middle['soffice']:.1f}",
            f"{middle[key] / middle['uno']:.1f}",
        )
    CONSOLE.print(table)
    share = middle["one"] / middle["bare"]
    CONSOLE.print(f"The whole pipeline reaches {share:.0%} of the bare engine's speed, one to one.")
    cost = ", ".join(f"{name} {statistics.median(each):.1f}" for name, each in stages.items())
    CONSOLE.print(f"Stages, warm, median ms: {cost}.")


if __name__ == "__main__":
    main()
