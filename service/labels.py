"""The names by which people know fields: those of the form, with rows counted from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.located import DataPath

_CAPITALS: Final = {"nip": "NIP", "sop": "SOP", "dpa": "DPA", "id": "ID", "sha256": "SHA-256"}
OWN_NAMES: Final = ("uraian", "nama", "indikator", "judul", "tentang", "kode", "id", "nomor")
"""Fields by which a row is known, the most telling first."""
_LONGEST: Final = 60


def label_of(name: str) -> str:
    """A field's name for people: ``tanggal_revisi`` is “Tanggal revisi”."""
    told = " ".join(_CAPITALS.get(each, each) for each in name.split("_"))
    return told[:1].upper() + told[1:]


def place_of(path: DataPath, content: Any) -> str:  # noqa: ANN401 - plain data
    """Where a value stands, as people say it: ``Kegiatan 4 “Menerima surat” › Mutu baku › Waktu``.

    Args:
        path: of the value.
        content: the data in which it stands; rows tell their own names there.
    """
    return " › ".join(_steps(path, content)) or "Seluruh data"


def own_name(row: Any) -> str:  # noqa: ANN401 - plain data
    """The name by which a row is known; empty where it has none."""
    if not isinstance(row, dict):
        return ""
    names = (row.get(each) for each in OWN_NAMES)
    return next((each for each in names if isinstance(each, str) and each.strip()), "")


def _steps(path: DataPath, content: Any) -> Iterator[str]:  # noqa: ANN401
    told = ""
    for step in path:
        content = _below(content, step)
        if isinstance(step, int):
            name = _short(own_name(content))
            told = f"{told or 'Baris'} {step + 1}" + (f" “{name}”" if name else "")
        else:
            if told:
                yield told
            told = label_of(step)
    if told:
        yield told


def _below(content: Any, step: str | int) -> Any:  # noqa: ANN401
    if isinstance(content, dict):
        return content.get(step)
    if isinstance(content, list) and isinstance(step, int) and step < len(content):
        return content[step]
    return None


def _short(name: str) -> str:
    told = " ".join(name.split())
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1].rstrip() + "…"
