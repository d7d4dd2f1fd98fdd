"""The parts of an XLSX package: XML without DTD, found through their relationships."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from doc_templates.formulir.buku import BukuRusak

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_FAULTS = (ParseError, DefusedXmlException, zipfile.BadZipFile, zlib.error, LookupError, EOFError,
           OSError, RuntimeError, NotImplementedError, ValueError)  # fmt: skip


class Paket:
    """A package whose size was judged already."""

    def __init__(self, content: bytes) -> None:
        """Open the bytes of a file."""
        self._zip = zipfile.ZipFile(BytesIO(content))
        self._names = {each.casefold().lstrip("/"): each for each in self._zip.namelist()}

    def ada(self, name: str) -> bool:
        """True where there is such a part."""
        return name.casefold() in self._names

    def elemen(self, name: str, *wanted: str) -> Iterator[Element]:
        """Each element of those local names once it is whole; the rest is forgotten on the way.

        Raises:
            BukuRusak: the part is missing or no sound XML.
        """
        try:
            with self._zip.open(self._names[name.casefold()]) as part:
                above: list[Element] = []
                depth = 0
                for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
                    hit = nama_lokal(element) in wanted
                    if event == "start":
                        above.append(element)
                        depth += hit
                        continue
                    above.pop()
                    depth -= hit
                    if hit:
                        yield element
                    if not depth and above:
                        above[-1].remove(element)
        except _FAULTS as error:
            raise BukuRusak(f"bagian {name} di dalamnya tidak terbaca") from error

    def hubungan(self, name: str) -> Mapping[str, tuple[str, str]]:
        """Id → type and target of the relationships of a part; empty where it has none."""
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if not self.ada(rels):
            return {}
        found = {}
        for each in self.elemen(rels, "Relationship"):
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                joined = target if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(joined).lstrip("/")
            found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], target)
        return found


def nama_lokal(element: Element) -> str:
    """The name of an element without its namespace: strict and usual files differ only there."""
    return str(element.tag).rpartition("}")[2]


def atribut(element: Element, name: str) -> str:
    """An attribute by its local name; empty where it is missing."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def teks_kaya(element: Element) -> str:
    """The text of a string item, its formatted runs put together, phonetic hints left out."""
    parts = []
    for child in element:
        if nama_lokal(child) == "t":
            parts.append(child.text or "")
        elif nama_lokal(child) == "r":
            parts += [each.text or "" for each in child if nama_lokal(each) == "t"]
    return "".join(parts)
