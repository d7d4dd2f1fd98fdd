"""What a copy of an earlier document must not keep unlooked-at: year, dates, officials."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from service.drafts.draft import Kept
from service.drafts.remarks import Remark
from service.located import read_path, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.kind import Kind
    from service.drafts.draft import Draft
    from service.drafts.remarks import Opinion
    from service.located import DataPath

_MOST: Final = 60
"""More would be read by nobody."""
_RECORD: Final = "penerimaan"
_OFFICIAL: Final = frozenset({"nip", "jabatan", "pangkat"})
_LONGEST: Final = 80


def to_adjust(content: Any, *, kind: Kind, year: int) -> dict[str, Kept]:  # noqa: ANN401 - plain data
    """Path → what stands there of the earlier document and wants to be looked at.

    Nothing is changed: whoever writes the next document decides.

    Args:
        content: plain data of the earlier document.
        kind: of it.
        year: to which it belongs.
    """
    found: dict[str, Kept] = {}
    for path, kept in _found(content, (), kind.himpunan, str(year)):
        if len(found) < _MOST:
            found[written(path)] = kept
    return found


def with_copied(opinion: Opinion, draft: Draft, content: Any) -> Opinion:  # noqa: ANN401 - plain data
    """An opinion that also tells what still stands as it was copied.

    Args:
        opinion: on the data.
        draft: that holds them.
        content: the data themselves, saved or not.
    """
    if draft.copied is None:
        return opinion
    standing = tuple(
        Remark(where, "W", f"{kept.why}; sesuaikan, atau tandai sudah dilihat.")
        for where, kept in draft.copied.kept.items()
        if _shown(_at(content, read_path(where))) == kept.value
    )
    return replace(opinion, remarks=opinion.remarks + standing)


def _found(
    value: Any,  # noqa: ANN401 - plain data
    path: DataPath,
    data_set: str | None,
    year: str,
) -> Iterator[tuple[DataPath, Kept]]:
    if isinstance(value, list):
        for at, each in enumerate(value):
            yield from _found(each, (*path, at), data_set, year)
        return
    if not isinstance(value, dict):
        return
    official = bool(_OFFICIAL & set(value))
    for name, each in value.items():
        below = (*path, name)
        if name == _RECORD:
            continue
        if name == data_set:
            held = str(each.get("tahun")) if isinstance(each, dict) else ""
            why = f"himpunan datanya masih himpunan tahun {held}"
            yield (*below, "tahun"), Kept(held, why)
        elif isinstance(each, dict | list):
            yield from _found(each, below, data_set, year)
        elif why := _why(name, _shown(each), year, official=official):
            yield below, Kept(_shown(each), why)


def _why(name: str, text: str, year: str, *, official: bool) -> str:
    if not text.strip():
        return ""
    if name.startswith("tahun") and text == year:
        return f"tahunnya masih {year}"
    if name.startswith("tanggal"):
        return f"tanggalnya masih “{text[:_LONGEST]}”"
    if name == "nama" and official:
        return f"pejabatnya masih “{text[:_LONGEST]}”"
    if re.search(rf"\b{year}\b", text):
        return f"masih menyebut tahun {year}"
    return ""


def _at(value: Any, path: DataPath) -> Any:  # noqa: ANN401 - plain data
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _shown(value: Any) -> str:  # noqa: ANN401 - plain data
    """A single value as text."""
    return "" if value is None else str(value)
