"""Hand out many documents as one ZIP: their PDFs, what they are, and the digest of each."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import asdict
from typing import TYPE_CHECKING, BinaryIO, Final

from archive.audit.events import Downloaded
from archive.audit.trail import note
from archive.index.entry import SIGNED_COPY
from service.actions.open_document import MAIN_FILE
from service.packing import SUMS, entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from archive.index.catalogue import Document
    from archive.records import StoredFile
    from service.app import House

MANIFEST: Final = "manifest.json"
_HANDED: Final = (MAIN_FILE, SIGNED_COPY)


def hand_out_bundle(documents: Sequence[Document], *, folder: Path, house: House) -> BinaryIO:
    """The newest version of each document as an open ZIP that outlives its folder.

    ``manifest.json`` tells what each document is, ``SHA256SUMS`` is checked with
    ``sha256sum -c SHA256SUMS``. Nothing is noted in the trail unless everything could be read.

    Raises:
        FileAltered: kept bytes are not those that were filed; nothing is given.
    """
    sums: list[tuple[str, str]] = []
    told = []
    path = folder / "bundel.zip"
    # PDFs are compressed already; stored, they are the same bytes with every zlib.
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for document in sorted(documents, key=lambda each: each.document):
            files = []
            for stored in _files(document):
                name = f"{document.document}/{document.head.number}/{stored.name}"
                content = _content(document, stored, folder=folder, house=house)
                package.writestr(entry(name), content)
                digest = hashlib.sha256(content).hexdigest()
                sums.append((digest, name))
                files.append({"name": name, "sha256": digest, "sha512": stored.digest.value})
            told.append(_facts(document) | {"files": files})
        manifest = json.dumps(told, ensure_ascii=False, indent=2).encode()
        package.writestr(entry(MANIFEST), manifest)
        sums.append((hashlib.sha256(manifest).hexdigest(), MANIFEST))
        package.writestr(entry(SUMS), "".join(f"{digest}  {name}\n" for digest, name in sums))
    _note(documents, house=house)
    return path.open("rb")


def _files(document: Document) -> list[StoredFile]:
    return [each for each in document.head.files if each.name in _HANDED]


def _facts(document: Document) -> dict[str, object]:
    return {
        "document": document.document.value,
        "version": document.head.number.value,
        "state": document.state,
        "signed": document.signed,
        "standing": document.standing.to_plain(),
        "keeping": document.keeping.to_plain(),
        **asdict(document.record),
    }


def _content(document: Document, file: StoredFile, *, folder: Path, house: House) -> bytes:
    aside = folder / "keluar"
    number = document.head.number
    house.archive.fetch(document.document, version=number, name=file.name, to=aside)
    return aside.read_bytes()


def _note(documents: Sequence[Document], *, house: House) -> None:
    with house.database.transaction() as connection:
        for document in documents:
            for file in _files(document):
                what = Downloaded(document.head.number.value, file.name)
                at = house.clock()
                note(connection, what, document=document.document, actor=house.actor, now=at)
