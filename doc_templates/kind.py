"""A kind of document: a folder that knows its data, its checks and its form."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Protocol

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from doc_templates.findings import Finding
    from doc_templates.old_file import Reader
    from doc_templates.usulan import Usulan


BERKAS: Final = "berkas"
"""Where a data set belongs, this field names the file that holds it."""


class Verbatim(BaseModel):
    """Base of all data models: closed, frozen, and text stays exactly as typed."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)


class Penomoran(Verbatim):
    """How the register is to number a document that bears no number yet."""

    klasifikasi: str = Field(description="Kode klasifikasi arsip, misalnya 000.8.3.3")
    unit: str = Field(description="Kode unit pengolah, misalnya 411.506")
    pola: str = Field(
        default="{klasifikasi}/{urut}/{unit}/{tahun}",
        description="Pola nomor; {urut} diisi buku agenda, {urut:03} dengan tiga angka",
    )


@dataclass(frozen=True, slots=True)
class Signatory:
    """Someone who must sign, and the mark in the template that keeps their place."""

    role: str
    """Stable within the kind, such as ``pihak_pertama``; the template's mark is a picture
    whose alternative text is ``ttd:`` and this role."""
    label: str
    """For screen readers and the signing program: the post, and the name where known."""


@dataclass(frozen=True, slots=True)
class Description:
    """What the pipeline and the archive need to know of a document without reading its form."""

    title: str
    """Subject, for the PDF's title and the index, as printed."""
    office: str
    """Name of the issuing office as printed."""
    year: int
    """Year it belongs to; the register counts by it."""
    register: str
    """Name of the register book that numbers it (office and kind)."""
    number: str | None
    """The official number that the data already bear, verbatim."""
    numbering: Penomoran | None
    """How to number it when it bears none."""
    date: str | None
    """The document's own date, ISO 8601, as precise as known."""
    classification: str | None
    signatories: tuple[Signatory, ...]
    must_show: tuple[str, ...]
    """Texts that the output gate must find in the PDF (title, names)."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What a print adds to the data: the same data can be a KONSEP or an issue."""

    number: str | None
    """Number to print; None leaves the place of the number blank."""
    konsep: bool
    """True for a draft print, which is marked and never filed."""


@dataclass(frozen=True, slots=True)
class Tinjauan:
    """How a person wants the data looked at, beyond what issuing asks for."""

    pada: date | None = None
    """Day on which the laws that a document cites are weighed a second time; None for all
    that is known of them."""
    teliti: bool = False
    """Also what is most often right and would offend as a rule, such as unusual names."""


class Tercetak(Protocol):
    """One thing that a document prints of a data set (``kinerja.tabel.Isi``); hashable."""

    @property
    def subjek(self) -> str:
        """Key of the indicator, aim, budget line or unit."""

    @property
    def medan(self) -> str:
        """Field, such as ``realisasi.tw2``."""

    @property
    def nilai(self) -> str:
        """As printed."""


@dataclass(frozen=True, kw_only=True)
class DataKind:
    """A kind of data that can be read and checked; without a form, nothing is printed of it."""

    name: str
    title: str
    folder: Path
    """Holds ``samples/`` and ``README.md``."""
    model: type[BaseModel]
    check: Callable[[Any], list[Finding]]
    """Model → findings, in the order in which a reader meets them."""
    review: Callable[[Any, Tinjauan], list[Finding]] | None = None
    """``check`` as a person wants it; None where there is only one way to look."""
    propose: Callable[[Any], list[Usulan]] | None = None
    """Model → changes that the words give a reason for; its data keep ``penerimaan``.
    None where the kind has no proposals."""
    figures: Callable[[Any], Mapping[str, str]] | None = None
    """Model → what can be counted out of the data: name → printable value."""
    himpunan: str | None = None
    """Field of the model that holds a performance data set (``doc_templates.kinerja``). A file
    may say ``{"berkas": path}`` there; it is made whole before anything reads it, so that what
    is queued and archived holds everything. None where the kind holds no data set."""

    def samples(self) -> dict[str, Path]:
        """Name → JSON file of each complete sample, in order of name."""
        found = {path.stem: path for path in (self.folder / "samples").glob("*.json")}
        return dict(sorted(found.items()))

    def sample(self, name: str) -> dict[str, Any]:
        """The data of a sample, whole: the data set that it names is read in."""
        path = self.samples()[name]
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        said = data.get(self.himpunan) if self.himpunan else None
        if self.himpunan and isinstance(said, dict) and BERKAS in said:
            named = path.parent / said[BERKAS]
            data[self.himpunan] = json.loads(named.read_text(encoding="utf-8"))
        return data


@dataclass(frozen=True, kw_only=True)
class Kind(DataKind):
    """All that Lontar knows of a kind of documents; adding a kind is adding a folder."""

    describe: Callable[[Any], Description]
    context: Callable[[Any, Printing], Mapping[str, Any]]
    """Model and printing → plain data for the template: str, int, bool, None, list, dict."""
    arrange: Callable[[Any, Any], None]
    """Changes the filled body (lxml tree of word/document.xml) where the form depends on
    the data: paper size, widths of columns. Pure besides that tree."""
    read: Reader | None = None
    """Reads an old document of this kind into data; None where the kind reads none."""
    turunkan: Callable[[Any], Mapping[str, Mapping[str, Any]]] | None = None
    """``DataKinerja`` → name → plain data of each document of this kind that it gives, in the
    order of the year. Where the kind has a ``himpunan`` the data leave that field out: who
    writes them says where the set lies. A name is fit for a file: ``tw-1``, ``dinas-murni``.
    None where documents of this kind come from no data set."""
    perbarui: Callable[[Any, Any], Any | None] | None = None
    """Model and a newer ``DataKinerja`` → the model as it would be issued now, by the same
    selection; None where that is another office or year, or gives the document no more."""
    isi: Callable[[Any], frozenset[Tercetak]] | None = None
    """Model → all that the document prints of the data set. An issued document is outdated
    when ``isi(perbarui(issued, new)) != isi(issued)``; the difference is what is told."""

    @property
    def template(self) -> Path:
        """The form, a real DOCX that Word can edit."""
        return self.folder / "template.docx"

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the form and the data files that shape it, for provenance."""
        whole = hashlib.sha256()
        shaping = [self.template, *sorted(self.folder.glob("profiles/*.json"))]
        for path in shaping:
            whole.update(path.relative_to(self.folder).as_posix().encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
        return whole.hexdigest()
