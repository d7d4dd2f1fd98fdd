"""Copy: begin a draft with the data of an issued document, such as that of last year."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from doc_templates.errors import KindUnknown
from service.actions.begin_draft import begin_draft
from service.actions.open_document import take_out
from service.drafts.copied import to_adjust
from service.drafts.draft import Copied
from service.reading import parse_data

if TYPE_CHECKING:
    from archive.index.catalogue import Document
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft

DATA = "data.json"
"""The data as they were issued, in the archive."""
OWN = "nomor"
"""Field that belongs to one document only and is not copied."""


def copy_document(document: Document, *, title: str, person: Person, house: House) -> Draft:
    """Begin a draft with all that a document says, except for its number.

    What belongs to the earlier document, such as its year, is copied like the rest, and told
    beside its field until it is changed or acknowledged.

    Raises:
        KindUnknown: this release has the document's kind no more.
        NotAllowed: the person writes nothing in its office.
        FileAltered: the kept data are not as they were filed.
    """
    record = document.record
    if record.kind not in house.kinds:
        raise KindUnknown(record.kind, house.kinds)
    with TemporaryDirectory() as folder:
        path = Path(folder) / DATA
        take_out(document, version=None, file=DATA, to=path, overwrite=True, house=house)
        content = parse_data(DATA, path.read_bytes()).content
    kind = house.kinds[record.kind]
    copied = {name: value for name, value in content.items() if name != OWN}
    return begin_draft(
        kind=kind,
        office=record.office,
        title=title,
        content=copied,
        person=person,
        copied=Copied(document.document.value, to_adjust(copied, kind=kind, year=record.year)),
        house=house,
    )
