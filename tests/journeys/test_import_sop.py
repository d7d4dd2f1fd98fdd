"""Four old SOPs, from their raw text to issued sheets, by the commands that an officer types."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from tests import pdf_checks
from tests.doc_templates.sop.reading.old_files import SOURCES
from tests.doc_templates.sop.samples import OFFICES, sample
from tests.journeys.conftest import Installation
from tests.journeys.pdf_tables import Table, alternatives, sheet_of
from tests.journeys.test_verbatim import laid_out_text, visible_words, words

pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(600)]
every_office = pytest.mark.parametrize("office", OFFICES)

ACCEPTED = {
    "kudus": ("LAJUR", "KEPUTUSAN", "TERMINATOR"),
    "jeneponto": ("LAJUR", "KEPUTUSAN-5", "TERMINATOR"),
    "jekulo": ("TERMINATOR",),
    "kertosono": ("LAJUR", "KEPUTUSAN", "TERMINATOR"),
}
"""What a person chooses of the proposals. Jekulo's marks say who acts; its NIP stays open."""
FILLED = {
    "kudus": (),
    "jeneponto": (
        *("nomor", "penomoran", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"),
    ),
    "jekulo": ("tanggal_revisi", "tanggal_efektif"),
    "kertosono": ("tanggal_revisi", "tanggal_efektif", "disahkan_oleh", "pengesahan"),
}
"""What blocks issuing and no source says: a person types it into the data."""


@dataclass(frozen=True, slots=True)
class Trip:
    """What one source became on its way."""

    source: Path
    fresh: dict[str, Any]
    """The data right after the import."""
    told: dict[str, Any]
    """What the import said."""
    checked: dict[str, Any]
    """What the first check said."""
    data: dict[str, Any]
    """The data that were issued."""
    pdf: Path = Path()
    again: dict[str, Any] = field(default_factory=dict)
    """The data that the archived DOCX gives when it is imported itself."""


@dataclass(frozen=True, slots=True)
class Office:
    """One office at work in an installation."""

    name: str
    folder: Path
    installation: Installation

    @property
    def data(self) -> Path:
        return self.folder / f"{self.name}.json"

    def imports(self, source: Path, data: Path) -> dict[str, Any]:
        told = self.installation.json("import", "sop", source, "--to", data)
        assert isinstance(told, dict)
        return told

    def checks(self) -> dict[str, Any]:
        """What the check says, whether it blocks or not."""
        outcome = self.installation.run("check", "sop", self.data, "--json", check=False)
        told = json.loads(outcome.stdout)
        assert isinstance(told, dict)
        return told

    def accepts(self) -> None:
        chosen = [each for code in ACCEPTED[self.name] for each in ("--accept", code)]
        chosen += ["--by", "Kasubag Perencanaan"]
        self.installation.run("check", "sop", self.data, *chosen, check=False)

    def fills(self) -> None:
        """Type in what nobody can infer."""
        known = json.loads(sample(f"{self.name}-lengkap").model_dump_json(exclude_unset=True))
        data = read_json(self.data)
        for name in FILLED[self.name]:
            data.pop(name, None)
            data |= {name: known[name]} if name in known else {}
        self.data.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    def takes_out(self, document: str, kind: str) -> Path:
        """A file as the archive holds it."""
        copy = self.folder / f"{self.name}-terbit.{kind}"
        self.installation.run("get", document, "--file", f"document.{kind}", "--to", copy)
        return copy


@pytest.fixture(scope="module")
def trips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Trip]:
    """Import, check, accept and fill; issue all at once; import what was issued."""
    folder = tmp_path_factory.mktemp("impor")
    installation = Installation(folder / "lontar")
    offices = [Office(name, folder, installation) for name in OFFICES]
    begun = [prepared(each) for each in offices]
    issued = installation.json("request", "sop", *(each.data for each in offices), "--wait")
    return {
        office.name: arrived(office, trip, line["id"])
        for office, trip, line in zip(offices, begun, issued, strict=True)
    }


def prepared(office: Office) -> Trip:
    source = SOURCES / f"{office.name}.txt"
    told = office.imports(source, office.data)
    fresh, checked = read_json(office.data), office.checks()
    office.accepts()
    office.fills()
    return Trip(source, fresh, told, checked, read_json(office.data))


def arrived(office: Office, trip: Trip, document: str) -> Trip:
    back = office.folder / f"{office.name}-lagi.json"
    office.imports(office.takes_out(document, "docx"), back)
    return replace(trip, pdf=office.takes_out(document, "pdf"), again=read_json(back))


def read_json(path: Path) -> dict[str, Any]:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def sheet_in_source(path: Path) -> Table:
    """The activity sheet of a source, cell by cell; a lane's mark becomes its symbol."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    head = next(at for at, cells in enumerate(lines) if cells[0].strip() in ("No", "No."))
    sheet = [[cell.replace("[]", "").strip() for cell in cells] for cells in lines[head:]]
    end = next((at for at, cells in enumerate(sheet) if len(cells) == 1), len(sheet))
    # Cells that a head spans are blank in text and not there in a table.
    return [[cell for cell in cells if cell] for cells in sheet[:2]] + sheet[2:end]


def unspaced(table: Table) -> Table:
    """Cells compared without spaces: a line of print does not say whether one ended it."""
    return [["".join(cell.split()) for cell in row] for row in table]


@every_office
def test_a_fresh_import_holds_nothing_that_was_only_proposed(
    office: str, trips: dict[str, Trip]
) -> None:
    """No lane, decision or end without a mark in the source; each is a proposal with a reason."""
    trip = trips[office]

    for step in trip.fresh["kegiatan"]:
        assert not {"bentuk", "ya", "tidak", "lanjut"} & set(step)
        assert {each["peran"] for each in step.get("pelaksana", ())} <= {"tidak_diketahui"}
        assert bool(step.get("pelaksana")) == (office == "jekulo")
    assert "penerimaan" not in trip.fresh
    assert trip.told["proposals"] == trip.checked["proposals"]
    assert all(each["alasan"].endswith(".") for each in trip.told["proposals"])


@every_office
def test_the_raw_file_and_its_digest_are_kept(office: str, trips: dict[str, Trip]) -> None:
    """The old file lies beside the data byte for byte, and the issued data name its digest."""
    trip = trips[office]
    raw = trip.source.read_bytes()

    assert Path(trip.told["original"]).read_bytes() == raw
    assert trip.data["asal"] == {
        "berkas": f"{office}.txt",
        "sha256": hashlib.sha256(raw).hexdigest(),
    }
    assert read_json(Path(trip.told["findings_file"]))["temuan"] == trip.told["findings"]


@every_office
def test_the_sheet_has_the_rows_and_columns_of_its_source(
    office: str, trips: dict[str, Trip]
) -> None:
    """Cell by cell, heads and blank cells included, the printed table is the typed one."""
    trip = trips[office]

    assert unspaced(sheet_of(trip.pdf)) == unspaced(sheet_in_source(trip.source))


@every_office
def test_every_visible_word_of_the_source_is_printed(office: str, trips: dict[str, Trip]) -> None:
    """As often as it stands in the source, faults included."""
    trip = trips[office]
    asked = visible_words(trip.source.read_text(encoding="utf-8"))

    assert asked - words(laid_out_text(trip.pdf)) == Counter()


@every_office
def test_what_was_accepted_is_written_down(office: str, trips: dict[str, Trip]) -> None:
    """Each accepted proposal stands in the issued data with its reason, by whom and when."""
    records = trips[office].data["penerimaan"]

    assert {each["kode"].partition("-")[0] for each in records} == {
        code.partition("-")[0] for code in ACCEPTED[office]
    }
    assert {each["oleh"] for each in records} == {"Kasubag Perencanaan"}
    assert all(each["alasan"] and each["pada"].endswith("+00:00") for each in records)


@every_office
def test_the_archived_docx_gives_the_same_sheet_again(office: str, trips: dict[str, Trip]) -> None:
    """Rows, columns, lanes, decisions, identity and signature survive the way back."""
    trip = trips[office]

    def essence(data: dict[str, Any]) -> dict[str, Any]:
        steps = [
            {
                **{name: step.get(name) or None for name in ("ya", "tidak", "keterangan")},
                **{name: step[name] for name in ("nomor", "uraian", "mutu_baku")},
                "bentuk": step.get("bentuk", "proses"),
                "lajur": [each["lajur"] for each in step["pelaksana"]],
            }
            for step in data["kegiatan"]
        ]
        own = ("penomoran", "nomor", "asal", "penerimaan")
        kept = {name: value for name, value in data.items() if name not in own}
        return {**kept, "kegiatan": steps}

    assert essence(trip.again) == essence(trip.data)


@every_office
def test_the_issued_sheet_is_archivable_and_accessible(office: str, trips: dict[str, Trip]) -> None:
    """PDF/A-2b and PDF/UA-1 hold under veraPDF."""
    assert pdf_checks.verapdf(trips[office].pdf) == []


def test_kertosono_has_five_lanes_and_no_remarks(trips: dict[str, Trip]) -> None:
    """The second head row counts, though the first one spans four lanes."""
    head, lanes = unspaced(sheet_of(trips["kertosono"].pdf))[:2]

    assert lanes[:5] == ["Camat", "Sekcam", "Kasi", "Kasubag.PEdanKeu", "Pelaksana"]
    assert lanes[5:] == ["Kelengkapan", "Waktu(menit)", "Output"]
    assert head == ["No", "UraianProsedur", "Pelaksana", "MutuBaku"]


def test_kudus_takes_205_minutes(trips: dict[str, Trip]) -> None:
    """The check adds up what the rows say."""
    assert trips["kudus"].checked["figures"] == {"Jumlah waktu": "205 menit"}


def test_jeneponto_decides_in_step_five(trips: dict[str, Trip]) -> None:
    """Proposed from “jika … jika tidak …”, accepted, drawn: Ya to 6, Tidak back to 4."""
    trip = trips["jeneponto"]
    fifth = trip.data["kegiatan"][4]

    assert (fifth["bentuk"], fifth["ya"], fifth["tidak"]) == ("keputusan", "6", "4")
    assert "Langkah 5, Kabid: keputusan; Ya ke 6, Tidak ke 4" in alternatives(trip.pdf)


def test_jekulo_keeps_its_nip_and_learns_of_two_others(trips: dict[str, Trip]) -> None:
    """Nineteen digits are printed as typed; both repairs are offered and none is chosen."""
    trip = trips["jekulo"]
    offers = {each["kode"]: each["menjadi"] for each in trip.checked["proposals"]}
    [finding] = [each for each in trip.checked["findings"] if each["code"] == "W-NIP-LENGTH"]

    assert "NIP. 196600721 199303 1 003" in pdf_checks.text_of(trip.pdf)
    assert offers["NIP-1"] == "19600721 199303 1 003"
    assert offers["NIP-2"] == "19660721 199303 1 003"
    assert finding["suggestions"] == [offers["NIP-1"], offers["NIP-2"]]
