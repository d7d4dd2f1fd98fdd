"""Draws thirty generated SOPs through the real pipeline and lays them out for the eye.

``make gallery`` writes var/gallery: each SOP as DOCX, PDF and page images, and an index.html with
what the judge of the geometry, the read-back from the PDF and veraPDF say of it.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from html import escape
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from doc_templates.registry import kind
from doc_templates.sop.activity_sheet import lay_sheet
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import profile
from doc_templates.typefaces import FAMILIES
from tests.doc_templates.sop.bagan.acak import sop_acak
from tests.doc_templates.sop.bagan.cetakan import cetakan_of
from tests.doc_templates.sop.bagan.wasit import pelanggaran
from tests.doc_templates.sop.offices import offices
from tests.doc_templates.sop.samples import sample
from tests.pdf_checks import verapdf
from workers.pipeline.artifacts import Draft
from workers.pipeline.convert import convert
from workers.pipeline.fill import fill
from workers.pipeline.gate import pass_gate
from workers.pipeline.stamp import stamp
from workers.tools.docx import Forms
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.sop.model import Sop
    from workers.pipeline.convert import Converter

FOLDER: Final = Path("var/gallery")
DPI: Final = 75
APART: Final = 0.5
"""Symbols lie nearer than this to where they were reckoned, mm."""
TEMPLATES: Final = ("baku", "jekulo", "jeneponto", "kertosono", "kudus")
IDENTITY: Final = (
    *("kop", "unit", "tanggal_pembuatan", "tanggal_efektif", "disahkan_oleh"),
    *("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan"),
)
"""What every SOP of the gallery takes from the sample; its steps are left to chance."""


class Ask(NamedTuple):
    """What is not left to chance."""

    lanes: int
    steps: int
    paper: str
    direction: str


ASKS: Final = (
    *(Ask(3, 1, "A4", "mendatar"), Ask(3, 5, "A4", "tegak"), Ask(4, 8, "F4", "mendatar")),
    *(Ask(5, 10, "F4", "tegak"), Ask(5, 12, "Letter", "mendatar"), Ask(4, 9, "Letter", "tegak")),
    *(Ask(6, 14, "Legal", "mendatar"), Ask(6, 11, "Legal", "tegak")),
    *(Ask(7, 18, "A4", "mendatar"), Ask(7, 13, "A4", "tegak"), Ask(8, 22, "F4", "mendatar")),
    *(Ask(8, 16, "F4", "tegak"), Ask(9, 25, "Letter", "mendatar"), Ask(8, 12, "Letter", "tegak")),
    *(Ask(10, 28, "Legal", "mendatar"), Ask(9, 20, "Legal", "tegak")),
    *(Ask(10, 60, "A4", "mendatar"), Ask(5, 40, "A4", "tegak"), Ask(10, 36, "F4", "mendatar")),
    *(Ask(10, 15, "F4", "tegak"), Ask(3, 30, "Letter", "mendatar"), Ask(3, 45, "Letter", "tegak")),
    *(Ask(4, 60, "Legal", "mendatar"), Ask(10, 24, "Legal", "tegak")),
    *(Ask(3, 2, "F4", "mendatar"), Ask(12, 20, "Legal", "mendatar"), Ask(6, 50, "F4", "mendatar")),
    *(Ask(7, 7, "A4", "mendatar"), Ask(5, 6, "F4", "mendatar"), Ask(4, 33, "F4", "tegak")),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One SOP of the gallery and what was found."""

    name: str
    caption: str
    model: Sop
    family: str
    pages: tuple[str, ...]
    """File names of the page images."""
    charts: int
    """Pages of the flowchart among them."""
    milliseconds: float
    """Layout alone."""
    apart: float
    """The farthest that a symbol lies from its place, mm."""
    faults: tuple[str, ...]


def main() -> None:
    """Draw all, then write the index and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=2026, help="the first one")
    options = parser.parse_args()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    names = {
        f"{like}-{at}": (like, {"huruf": family})
        for like in TEMPLATES
        for at, family in enumerate(FAMILIES)
    }
    engine = FOLDER / "engine"
    columns = (TextColumn("Galeri SOP"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        offices(FOLDER / "profiles", names),
        closing(open_converter(engine, seconds=60, documents=100, megabytes=4000)) as converter,
        Progress(*columns) as progress,
    ):
        asked = list(models(options.seed))
        shown = [show(each, at, converter) for at, each in progress.track(asked)]
    shutil.rmtree(engine)
    shutil.rmtree(FOLDER / "profiles")
    (FOLDER / "index.html").write_text(page_of(shown), encoding="utf-8")
    print_table(shown)


def models(seed: int) -> Iterator[tuple[int, Sop]]:
    """The thirty SOPs, offices and typefaces in turn."""
    identity = sample("kudus-lengkap").model_dump(include=set(IDENTITY))
    for at, ask, chance in zip(count(1), ASKS, count(seed)):
        fixed: dict[str, Any] = identity | {
            "nama_sop": f"SOP ACAK {at}",
            "judul_tabel": None if at % 4 == 0 else f"SOP ACAK {at}",
            "profil": f"{TEMPLATES[at % 5]}-{at // 5 % 5}",
            "kertas": ask.paper,
            "arah": ask.direction,
        }
        yield at, sop_acak(chance, lajur=ask.lanes, kegiatan=ask.steps, **fixed)


def show(model: Sop, at: int, converter: Converter) -> Shown:
    """Make one document, draw its pages and weigh them."""
    name = f"sop-{at:02}"
    folder = FOLDER / name
    folder.mkdir()
    form = profile(model.profil)
    room = room_of(model, form)
    began = time.perf_counter()
    frame, sheet = lay_sheet(model, form, room)
    milliseconds = (time.perf_counter() - began) * 1000
    pdf = make(model, folder, converter)
    printed = cetakan_of(pdf, frame, sheet)
    apart = printed.selisih()
    faults = [
        *pelanggaran(sheet, model, frame.panah, room, form.huruf),
        *printed.kata_salah(),
        *(f"simbol {apart:.2f} mm dari tempatnya" for _ in range(apart >= APART)),
        *(f"veraPDF: {each}" for each in verapdf(pdf)),
    ]
    decisions = sum(each.bentuk == "keputusan" for each in model.kegiatan)
    back = sum(each.mundur for each in frame.panah)
    caption = (
        f"{at}. {len(model.lajur)} lajur, {len(model.kegiatan)} langkah, {decisions} keputusan, "
        f"{back} panah balik; {model.kertas} {model.arah}, {form.huruf}, "
        f"bentuk {model.profil.partition('-')[0]}"
    )
    charts = len(sheet.halaman)
    pages = draw(pdf, name)
    return Shown(
        name, caption, model, form.huruf, pages, charts, milliseconds, apart, tuple(faults)
    )


def make(model: Sop, folder: Path, converter: Converter) -> Path:
    """The document as it would be filed."""
    sop = kind("sop")
    draft = Draft(
        kind=sop,
        data=model,
        description=sop.describe(model),
        number="000.8.3.3/1/GALERI/2026",
        code="0123456789ab",
        verify_url="http://localhost:8000/v/0123456789ab",
    )
    filled = fill(draft, folder=folder, forms=Forms())
    stamped = stamp(convert(filled, converter=converter, folder=folder), folder=folder)
    return pass_gate(stamped).stamped.path


def draw(pdf: Path, name: str) -> tuple[str, ...]:
    """Page images, as file names relative to the gallery."""
    command = ["pdftoppm", "-r", str(DPI), "-png", pdf, pdf.with_name("hal")]
    subprocess.run(command, check=True)
    return tuple(f"{name}/{each.name}" for each in sorted(pdf.parent.glob("hal*.png")))


def print_table(shown: list[Shown]) -> None:
    """What was found, in the terminal."""
    table = Table(title=f"Galeri SOP: {FOLDER / 'index.html'}")
    for heading, *_ in COLUMNS:
        table.add_column(heading)
    for each in shown:
        table.add_row(*(str(cell(each)) for _, cell in COLUMNS))
    console = Console()
    console.print(table)
    for each in shown:
        for fault in each.faults:
            console.print(f"{each.name}: {fault}", style="red")
    console.print(f"{sum(not each.faults for each in shown)} dari {len(shown)} tanpa cela.")


COLUMNS: Final = (
    ("SOP", lambda each: each.name),
    ("Kertas", lambda each: f"{each.model.kertas} {each.model.arah}"),
    ("Huruf", lambda each: each.family),
    ("Lajur", lambda each: len(each.model.lajur)),
    ("Langkah", lambda each: len(each.model.kegiatan)),
    ("Halaman bagan", lambda each: each.charts),
    ("Tata letak, md", lambda each: f"{each.milliseconds:.0f}"),
    ("Selisih, mm", lambda each: f"{each.apart:.2f}"),
    ("Cela", lambda each: len(each.faults)),
)

STYLE: Final = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#222}
table{border-collapse:collapse}th,td{padding:.2rem .8rem;border-bottom:1px solid #ddd}
td{text-align:right}td:first-child,td:nth-child(2),td:nth-child(3),th{text-align:left}
figure{margin:2.5rem 0}img{border:1px solid #bbb;margin:.3rem;max-width:48%}
figcaption{font-weight:600}li{color:#b00}
"""


def page_of(shown: list[Shown]) -> str:
    """The index: the table, then each SOP with its pages."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading, _ in COLUMNS)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell(each)))}</td>" for _, cell in COLUMNS) + "</tr>"
        for each in shown
    )
    return (
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Galeri SOP</title>'
        f"<style>{STYLE}</style><h1>Galeri SOP acak</h1>"
        "<p>Setiap SOP diacak, lalu diisi, ditata LibreOffice, dicap, dan diperiksa seperti "
        "naskah yang akan diarsipkan. <em>Selisih</em> ialah jarak terjauh sebuah simbol di PDF "
        "dari tempat yang dihitung; <em>cela</em> menghitung panah yang menembus simbol, label "
        "yang tertimpa, teks yang keluar dari barisnya, sambungan yang tidak berpasangan, dan "
        "temuan veraPDF.</p>"
        f"<table><tr>{head}</tr>{rows}</table>{''.join(map(_figure, shown))}</html>\n"
    )


def _figure(each: Shown) -> str:
    images = "".join(
        f'<a href="{page}"><img loading="lazy" src="{page}" alt="{each.name}, halaman {at}"></a>'
        for at, page in enumerate(each.pages, 1)
    )
    faults = "".join(f"<li>{escape(fault)}</li>" for fault in each.faults)
    links = (
        f'<a href="{each.name}/document.pdf">PDF</a>, <a href="{each.name}/document.docx">DOCX</a>'
    )
    return (
        f"<figure><figcaption>{escape(each.caption)} ({links})</figcaption>"
        f"{f'<ul>{faults}</ul>' if faults else ''}{images}</figure>"
    )


if __name__ == "__main__":
    main()
