"""Offer documents of a batch before they are asked for: what each is, and what was noticed."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from service.actions.data_set import look_up
from service.actions.derive_documents import contents_of
from service.actions.let_through import is_judged
from service.drafts.remarks import Opinion, Remark, opinion_of, remarks_of
from service.drafts.text import data_of
from service.errors import DataError
from service.located import DataFile
from service.reading import MAX_BYTES, parse_data
from service.refusals import RequestUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from doc_templates.kind import Kind
    from doc_templates.kinerja.model import DataKinerja
    from service.app import House

MOST: Final = 1000
"""Documents of one batch by page."""
_MOST_UNPACKED: Final = 100 * 2**20
_DATA: Final = (".json", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Offer:
    """A document that could be asked for."""

    key: str
    """Names it within the batch."""
    name: str
    """For people: its file, or what is derived."""
    kind: Kind
    content: Any
    """Its data, plain and verbatim; None where the file could not be read."""
    title: str
    office: str
    number: str | None
    """That the data bear already; None for the book's next."""
    remarks: tuple[Remark, ...]
    judged: bool
    """True where somebody may judge drafts of its office: it is then sent for review."""
    fault: str = ""
    """Why it cannot be asked for at all."""

    @property
    def possible(self) -> bool:
        """Whether it may be chosen."""
        return not self.fault and not any(each.level in {"!", "E"} for each in self.remarks)

    @property
    def warnings(self) -> int:
        """Findings that somebody must have seen."""
        return sum(each.level == "W" for each in self.remarks)

    @property
    def data(self) -> DataFile:
        """The data, for a request."""
        return DataFile(name=self.name, content=self.content, places={})


def offers_of_data_set(
    content: dict[str, Any],
    *,
    may: Callable[[str], bool],
    only: Collection[str] | None = None,
    house: House,
) -> list[Offer]:
    """The documents of the year that a data set gives.

    Args:
        content: the data set, plain data.
        may: whether the person may ask for documents of an office.
        only: keys of those that are wanted; all when None.
        house: whose accounts say which offices are judged.

    Raises:
        DataInvalid: it is no sound data set.
    """
    held = look_up(DataFile(name="himpunan.json", content=content, places={})).data
    judged = _judged(house)
    return [
        _offer(kind, name, (each, _opinion(kind, each, held)), may, judged)
        for kind, name, each in contents_of(held, data_set=content)
        if only is None or _key(kind, name) in only
    ]


def offers_of_files(
    files: Sequence[tuple[str, bytes]],
    *,
    kind: Kind,
    may: Callable[[str], bool],
    house: House,
) -> list[Offer]:
    """A document of each file; those in a ZIP count for themselves.

    Raises:
        RequestUnreadable: there are too many, or a ZIP that cannot be opened safely.
    """
    spread = [one for name, content in files for one in _spread(name, content)]
    if len(spread) > MOST:
        raise RequestUnreadable(f"paling banyak {MOST} dokumen sekali minta")
    judged, read = _judged(house), _told_apart(spread)
    return [_read(kind, name, partial(parse_data, name, each), may, judged) for name, each in read]


def offers_of_texts(
    texts: Iterable[tuple[str, str]],
    *,
    kind: Kind,
    may: Callable[[str], bool],
    house: House,
) -> list[Offer]:
    """Documents that were offered before: name of each, and its data as JSON."""
    judged = _judged(house)
    return [_read(kind, name, partial(data_of, each), may, judged) for name, each in texts]


def _judged(house: House) -> Callable[[str], bool]:
    return lru_cache(lambda office: is_judged(office, house=house))


def _key(kind: Kind, name: str) -> str:
    return f"{kind.name}/{name}"


def _opinion(kind: Kind, content: Any, held: DataKinerja) -> Opinion:  # noqa: ANN401 - plain data
    """As ``opinion_of``, without reading a data set again that was found sound."""
    shared = content if kind.himpunan is None else {**content, kind.himpunan: held}
    try:
        model = kind.model.model_validate(shared)
    except ValidationError:
        return opinion_of(DataFile(name="", content=content, places={}), kind=kind)
    return Opinion(model, remarks_of(kind.check(model), content))


def _read(
    kind: Kind,
    name: str,
    read: Callable[[], DataFile],
    may: Callable[[str], bool],
    judged: Callable[[str], bool],
) -> Offer:
    try:
        data = read()
    except DataError as error:
        fault = str(error)
        return Offer(
            _key(kind, name), name, kind, None, "", "", None, (), judged=False, fault=fault
        )
    return _offer(kind, name, (data.content, opinion_of(data, kind=kind)), may, judged)


def _offer(
    kind: Kind,
    name: str,
    known: tuple[Any, Opinion],
    may: Callable[[str], bool],
    judged: Callable[[str], bool],
) -> Offer:
    """An offer of data and of what there is to say about them."""
    key, (content, opinion) = _key(kind, name), known
    if opinion.model is None:
        return Offer(key, name, kind, content, "", "", None, opinion.remarks, judged=False)
    told = kind.describe(opinion.model)
    fault = "" if may(told.office) else f"dokumen ini milik {told.office}, bukan kantor Anda"
    return Offer(
        key,
        name,
        kind,
        content,
        told.title,
        told.office,
        told.number,
        opinion.remarks,
        judged=not fault and judged(told.office),
        fault=fault,
    )


def _told_apart(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Files of one name, from several folders, get a number behind it."""
    seen: Counter[str] = Counter()
    for name, content in files:
        seen[name] += 1
        many = seen[name]
        stem, dot, ending = name.rpartition(".")
        yield (name if many == 1 else f"{stem} ({many}){dot}{ending}"), content


def _spread(name: str, content: bytes) -> list[tuple[str, bytes]]:
    """The file itself, or the data files of a ZIP."""
    if not name.lower().endswith(".zip"):
        return [(name, content)]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [each for each in package.infolist() if _is_data(each)]
            # What the list of contents says is held to while unpacking: `read` stops there.
            if len(parts) > MOST or sum(each.file_size for each in parts) > _MOST_UNPACKED:
                raise RequestUnreadable(f"isi “{name}” terlalu banyak")
            return [
                (PurePath(each.filename).name[:150], package.read(each)[: MAX_BYTES + 1])
                for each in parts
            ]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise RequestUnreadable(f"“{name}” bukan ZIP yang dapat dibuka") from error


def _is_data(part: zipfile.ZipInfo) -> bool:
    name = PurePath(part.filename).name
    return not part.is_dir() and not name.startswith(".") and name.lower().endswith(_DATA)
