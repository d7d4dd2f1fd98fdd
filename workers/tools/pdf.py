"""A PDF taken apart and put together again, with everything untouched copied byte for byte.

A tagged page has hundreds of objects and a stamp changes a dozen. Cloning them all through a
PDF library costs more than laying the page out did; here only what changes is parsed, the rest
is copied as the layout program wrote it, and the result is one revision whose bytes depend on
nothing but its content.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from workers.errors import LayoutRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf.generic import PdfObject

HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""1.7 because ISO 19005-2 and ISO 14289-1 both build on ISO 32000-1."""

_OPENING: Final = re.compile(rb"\s*\d+\s+0\s+obj\b\s*")
_LENGTH_APART: Final = re.compile(rb"/Length\s+(\d+)\s+0\s+R")
"""How LibreOffice tells the length of a stream: in an object of its own."""
_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class PdfRewrite:
    """An opened PDF whose objects are changed, added and removed, then written anew."""

    def __init__(self, source: bytes) -> None:
        """Open the bytes of one complete, unencrypted revision."""
        try:
            self._reader = PdfReader(BytesIO(source), strict=True)
            if "/Encrypt" in self._reader.trailer or "/Prev" in self._reader.trailer:
                raise LayoutRefused("PDF bersandi atau bukan satu revisi utuh")
            self._root = self._reader.trailer.raw_get("/Root")
            self._bodies = _bodies(source, self._reader)
        except (PyPdfError, KeyError, ValueError) as error:
            raise LayoutRefused(f"PDF dari mesin tata letak tidak terbaca ({error})") from error
        self._changed = set(self._reader.xref_objStm)
        self._next = max((*self._bodies, *self._changed), default=0) + 1

    def root(self) -> DictionaryObject:
        """The catalogue, to be changed."""
        return self.change(self._root)

    def info(self) -> DictionaryObject:
        """The document information as it was; empty where there is none."""
        return DictionaryObject(self._reader.trailer.get("/Info", DictionaryObject()))

    def pages(self) -> list[IndirectObject]:
        """Every page in reading order; each then holds what it inherits."""
        return list(self._leaves(self.root().raw_get("/Pages"), {}))

    def holding(self, word: bytes) -> list[IndirectObject]:
        """The objects in whose own text a word occurs, such as ``/Alt``; streams may be among."""
        copied = (number for number, body in self._bodies.items() if word in body)
        return [self.at(number) for number in sorted({*copied, *self._changed})]

    def at(self, number: int) -> IndirectObject:
        """The reference to an object's number."""
        return IndirectObject(number, 0, self._reader)

    def change(self, reference: PdfObject) -> DictionaryObject:
        """The dictionary meant; what is done to it will be written.

        A dictionary that lies directly in another is written with that one.
        """
        found = self.changed(reference)
        if not isinstance(found, DictionaryObject):
            raise LayoutRefused(f"PDF dari mesin tata letak salah susun pada objek {reference!r}")
        return found

    def changed(self, reference: PdfObject) -> PdfObject | None:
        """As ``change``, for an object of any sort."""
        if isinstance(reference, IndirectObject):
            self._changed.add(reference.idnum)
        return reference.get_object()

    def child(self, parent: DictionaryObject, key: str) -> DictionaryObject:
        """The dictionary under a key of a changed one, to be changed; made where it lacks."""
        if key not in parent:
            parent[NameObject(key)] = DictionaryObject()
        return self.change(parent.raw_get(key))

    def add(self, body: bytes) -> IndirectObject:
        """A new object with the text given."""
        number, self._next = self._next, self._next + 1
        self._bodies[number] = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        return self.at(number)

    def add_stream(self, entries: bytes, content: bytes, *, deflate: bool = True) -> IndirectObject:
        """A new stream; ``entries`` are those of its dictionary besides length and filter."""
        return self.add(stream(entries, content, deflate=deflate))

    def replace(self, reference: IndirectObject, body: bytes) -> None:
        """Give an object another text altogether; a length that lay apart from it goes, too."""
        head, _, _ = self._bodies.get(reference.idnum, b"").partition(b"stream")
        if apart := _LENGTH_APART.search(head):
            self.remove(self.at(int(apart[1])))
        self._bodies[reference.idnum] = b"%d 0 obj\n%b\nendobj\n" % (reference.idnum, body)
        self._changed.discard(reference.idnum)

    def remove(self, reference: IndirectObject) -> None:
        """Leave an object out; nothing may point at it any more."""
        self._bodies.pop(reference.idnum, None)
        self._changed.discard(reference.idnum)

    def to_bytes(self, info: bytes) -> bytes:
        """The whole file, with the document information given.

        Equal content gives equal bytes: the trailer's ID is taken from the content, and nothing
        of the old trailer is kept.
        """
        old = self._reader.trailer.get("/Info") and self._reader.trailer.raw_get("/Info")
        kept = old if isinstance(old, IndirectObject) else self.at(self._next)
        self.replace(kept, info)
        for number in self._changed:
            self._bodies[number] = _written(number, self.at(number).get_object())
        pieces, offsets, position = [HEADER], {}, len(HEADER)
        for number in sorted(self._bodies):
            pieces.append(self._bodies[number])
            offsets[number] = position
            position += len(pieces[-1])
        body = b"".join(pieces)
        identity = hashlib.sha256(body).hexdigest()[:32].upper().encode()
        trailer = b"<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>" % (
            max(offsets) + 1,
            self._root.idnum,
            kept.idnum,
            identity,
            identity,
        )
        ending = b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, position)
        return body + _cross_references(offsets) + ending

    def _leaves(self, node: PdfObject, inherited: dict[str, PdfObject]) -> Iterator[IndirectObject]:
        tree = node.get_object()
        if not isinstance(tree, DictionaryObject) or not isinstance(node, IndirectObject):
            raise LayoutRefused("pohon halaman PDF salah susun")
        inherited = inherited | {key: tree.raw_get(key) for key in _INHERITED if key in tree}
        if "/Kids" in tree:
            for kid in array_of(tree.raw_get("/Kids")):
                yield from self._leaves(kid, inherited)
            return
        page = self.change(node)
        for key, value in inherited.items():
            page.setdefault(NameObject(key), value)
        yield node


def stream(entries: bytes, content: bytes, *, deflate: bool = True) -> bytes:
    """The text of a stream object."""
    if deflate:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


def text_string(text: str) -> bytes:
    """A PDF text string of any characters, as hexadecimal UTF-16."""
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().upper().encode()


def array_of(thing: PdfObject | None) -> ArrayObject:
    """An array as it is, nothing as an empty one, anything else as its only member."""
    if thing is None:
        return ArrayObject()
    found = thing.get_object()
    return found if isinstance(found, ArrayObject) else ArrayObject([thing])


def numbers_of(thing: PdfObject | None) -> tuple[float, ...]:
    """The numbers of an array, such as the sides of a box."""
    members = (member.get_object() for member in array_of(thing))
    return tuple(float(each) for each in members if isinstance(each, (FloatObject, NumberObject)))


def _bodies(source: bytes, reader: PdfReader) -> dict[int, bytes]:
    """Object number → its bytes in the source, from ``1 0 obj`` to ``endobj``."""
    places = sorted((offset, number) for number, offset in reader.xref.get(0, {}).items())
    end = source.rindex(b"startxref")
    end = source.rfind(b"endobj", 0, end) + len(b"endobj")
    bodies = {}
    for (start, number), (stop, _) in pairwise([*places, (end, 0)]):
        if number in reader.xref_objStm:
            continue
        last = source.rindex(b"endobj", start, max(stop, start)) + len(b"endobj")
        if not _OPENING.match(source, start):
            raise ValueError(f"objek {number}")
        bodies[number] = source[start:last] + b"\n"
    return bodies if not reader.xref_objStm else _without_containers(bodies, reader)


def _without_containers(bodies: dict[int, bytes], reader: PdfReader) -> dict[int, bytes]:
    """Drop the streams that held other objects and the cross references: both are made anew."""
    containers = {"/ObjStm", "/XRef"}
    kept = {}
    for number, body in bodies.items():
        found = IndirectObject(number, 0, reader).get_object()
        if not (isinstance(found, DictionaryObject) and found.get("/Type") in containers):
            kept[number] = body
    return kept


def _written(number: int, thing: PdfObject | None) -> bytes:
    if thing is None:
        raise LayoutRefused(f"objek PDF {number} hilang")
    buffer = BytesIO()
    buffer.write(b"%d 0 obj\n" % number)
    thing.write_to_stream(buffer)
    buffer.write(b"\nendobj\n")
    return buffer.getvalue()


def _cross_references(offsets: dict[int, int]) -> bytes:
    """The classic table; numbers without an object form the list of free ones (§7.5.4)."""
    size = max(offsets) + 1
    free = [number for number in range(size) if number not in offsets]
    following = dict(zip(free, [*free[1:], 0], strict=True))
    lines = [
        b"%010d 00000 n \n" % offsets[number]
        if number in offsets
        else b"%010d %05d f \n" % (following[number], 65535 if number == 0 else 1)
        for number in range(size)
    ]
    return b"xref\n0 %d\n%b" % (size, b"".join(lines))
