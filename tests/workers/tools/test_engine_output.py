"""What comes out of an engine: only what the form holds, and the same each time."""

from __future__ import annotations

import http.server
import re
import threading
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, NumberObject, PdfObject, StreamObject

from tests.workers.tools.forms import (
    PIXEL,
    paragraph,
    picture,
    picture_relation,
    table,
    write_docx,
)
from workers.errors import EngineTimedOut, LayoutRefused, NotADocx
from workers.pipeline.convert import Converter, find_faults
from workers.tools.engine import LokEngine
from workers.tools.libreoffice import Installation
from workers.tools.soffice import SofficeConverter, open_converter
from workers.tools.type1 import settle_unique_id

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.libreoffice

FONTS = ("Arial", "Times New Roman", "Calibri", "Cambria", "Bookman Old Style")


@pytest.fixture(params=[LokEngine, SofficeConverter])
def converter(request, tmp_path: Path) -> Iterator[Converter]:
    """The warm engine and the slow one: both must behave alike."""
    one = request.param(tmp_path / "engines", seconds=60, installation=Installation.find())
    yield one
    one.close()


def images(pdf: Path) -> int:
    """How many pictures the pages show."""
    return sum(len(page.images) for page in PdfReader(pdf).pages)


def test_the_output_is_what_was_asked_for(converter: Converter, tmp_path: Path) -> None:
    """Tagged, PDF/A-2b and PDF/UA-1: nothing that was asked for was silently left out."""
    docx = write_docx(tmp_path / "form.docx", paragraph("Judul", style="Heading1") + table(3))

    converter.to_pdf(docx, tmp_path / "form.pdf")

    assert find_faults(tmp_path / "form.pdf") == ()
    text = PdfReader(tmp_path / "form.pdf").pages[0].extract_text()
    assert text.startswith("Judul")
    assert text.endswith("2.4")


def test_the_best_converter_is_opened(tmp_path: Path) -> None:
    """Where LibreOfficeKit is installed, documents are laid out by the warm engine."""
    opened = open_converter(tmp_path, seconds=60, documents=200, megabytes=600)

    opened.close()

    assert isinstance(opened, LokEngine)
    assert opened.describe()["version"].startswith("7.")
    assert re.fullmatch("[0-9a-f]{40}", opened.describe()["build"])


def test_a_linked_picture_is_never_fetched(converter: Converter, tmp_path: Path) -> None:
    """A picture on the network or elsewhere on the disk stays out; an embedded one stays in."""
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PIXEL)

        do_OPTIONS = do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    secret = tmp_path / "secret.png"
    secret.write_bytes(PIXEL)
    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/picture.png"
        docx = write_docx(
            tmp_path / "form.docx",
            picture("rId7", how="link") + picture("rId8", how="link") + picture("rId9"),
            relations=picture_relation("rId7", address, external=True)
            + picture_relation("rId8", secret.as_uri(), external=True)
            + picture_relation("rId9", "media/own.png"),
            parts={"word/media/own.png": PIXEL},
        )
        converter.to_pdf(docx, tmp_path / "form.pdf")
        server.shutdown()

    assert asked == []
    assert images(tmp_path / "form.pdf") == 1


def test_the_engine_knows_nothing_of_its_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No password in the worker's environment reaches LibreOffice, and it has no network."""
    monkeypatch.setenv("LONTAR_DATABASE_URL", "postgresql://secret")
    docx = write_docx(tmp_path / "form.docx", paragraph("Isi"))
    engine = LokEngine(tmp_path / "engines", installation=Installation.find())

    engine.to_pdf(docx, tmp_path / "form.pdf")
    environment = Path(f"/proc/{engine.pid}/environ").read_bytes()
    devices = Path(f"/proc/{engine.pid}/net/dev").read_text()
    engine.close()

    assert b"secret" not in environment
    assert f"HOME={tmp_path}".encode() in environment
    assert re.findall(r"^\s*(\w+):", devices, re.MULTILINE) == ["lo"]


@pytest.mark.parametrize("damage", ["text", "torn"])
def test_the_slow_converter_refuses_what_is_no_docx(tmp_path: Path, damage: str) -> None:
    """Without LibreOfficeKit the same inputs are refused."""
    slow = SofficeConverter(tmp_path / "engines", seconds=60, installation=Installation.find())
    docx = tmp_path / "form.docx"
    docx.write_text("Bukan dokumen Word.")
    if damage == "torn":
        write_docx(docx, "", parts={"word/document.xml": b"<w:document"})

    with pytest.raises(LayoutRefused if damage == "torn" else NotADocx):
        slow.to_pdf(docx, tmp_path / "form.pdf")

    assert list((tmp_path / "engines").glob("engine-*")) == []


def test_the_slow_converter_is_killed_at_its_limit(tmp_path: Path) -> None:
    """No process outlives the time limit of a document."""
    slow = SofficeConverter(tmp_path / "engines", seconds=0.2, installation=Installation.find())
    heavy = write_docx(tmp_path / "heavy.docx", table(2_000))

    begun = time.monotonic()
    with pytest.raises(EngineTimedOut):
        slow.to_pdf(heavy, tmp_path / "heavy.pdf")

    assert time.monotonic() - begun < 3
    assert list((tmp_path / "engines").glob("engine-*")) == []


def test_two_runs_differ_in_the_known_places_only(tmp_path: Path) -> None:
    """Dates, identifiers, the colour profile's date and the counter in Type 1 fonts; no other."""
    body = "".join(paragraph("Ayo satu 1 →", font=font) for font in FONTS) + table(4)
    docx = write_docx(
        tmp_path / "form.docx",
        body + picture("rId9"),
        relations=picture_relation("rId9", "media/own.png"),
        parts={"word/media/own.png": PIXEL},
    )
    first = LokEngine(tmp_path / "engines", installation=Installation.find())
    second = LokEngine(tmp_path / "engines", installation=Installation.find())

    first.to_pdf(docx, tmp_path / "1.pdf")
    second.to_pdf(docx, tmp_path / "x.pdf")
    time.sleep(1.1)  # the dates count whole seconds
    second.to_pdf(docx, tmp_path / "2.pdf")
    first.close()
    second.close()

    one, two = PdfReader(tmp_path / "1.pdf"), PdfReader(tmp_path / "2.pdf")
    assert differences(one, two) == {
        "/CreationDate",
        "dates in /Metadata",
        "bytes 24–35 of /N 3",
        "/UniqueID in /FontFile",
    }
    assert {key for key in one.trailer if one.trailer[key] != two.trailer[key]} - {
        "/Root",
        "/Info",
    } == {"/ID", "/DocChecksum"}


def differences(one: PdfReader, two: PdfReader) -> set[str]:
    """Where the objects of two PDFs differ, by their number."""
    assert one.trailer["/Size"] == two.trailer["/Size"]
    found: set[str] = set()
    for number in range(1, one.trailer["/Size"]):
        pair = [IndirectObject(number, 0, reader).get_object() for reader in (one, two)]
        found |= _difference(*pair)
    return found


def _difference(one: Any, two: Any) -> set[str]:
    if isinstance(one, StreamObject):
        return _stream_difference(one, two)
    if isinstance(one, DictionaryObject):
        return {
            key for key in {*one, *two} if written(one.raw_get(key)) != written(two.raw_get(key))
        }
    # A number on its own is the packed length of a stream, which is compared itself.
    if isinstance(one, NumberObject) and isinstance(two, NumberObject):
        return set()
    return set() if written(one) == written(two) else {f"value {one}"}


def written(thing: PdfObject) -> bytes:
    """An object as it stands in a file, references as numbers."""
    buffer = BytesIO()
    thing.write_to_stream(buffer)
    return buffer.getvalue()


def _stream_difference(one: StreamObject, two: StreamObject) -> set[str]:
    a, b = one.get_data(), two.get_data()
    if a == b:
        return set()
    if one.get("/Type") == "/Metadata":
        dates = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+Z")
        return {"dates in /Metadata"} if dates.sub(b"", a) == dates.sub(b"", b) else {"/Metadata"}
    if "/N" in one and (a[:24], a[36:]) == (b[:24], b[36:]):
        return {f"bytes 24–35 of /N {one['/N']}"}
    if "/Length2" in one:
        lengths = {"clear": one["/Length1"], "sealed": one["/Length2"]}
        settled = [settle_unique_id(data, **lengths) for data in (a, b)]
        return {"/UniqueID in /FontFile"} if settled[0] == settled[1] else {"/FontFile"}
    return {f"stream {sorted(one)}"}
