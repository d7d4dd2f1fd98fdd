"""The small data set with one fault at a time."""

from __future__ import annotations

from typing import Any

from doc_templates.findings import Finding
from doc_templates.kinerja.model import DataKinerja
from tests.doc_templates.kinerja.contoh import kecil

HAPUS = object()
"""Put in place of a value, it takes the field away."""


def cacat(*ubahan: tuple[str, Any], **fields: Any) -> DataKinerja:
    """``kecil`` with some values put at their places, such as ``perjanjian[0].target[0].tahunan``.

    ``[+]`` appends to a list.
    """
    data = kecil(**fields)
    for where, value in ubahan:
        _put(data, where.replace("[", ".[").split("."), value)
    return DataKinerja.model_validate(data)


def tentang(found: list[Finding], code: str) -> list[Finding]:
    """The findings of one code."""
    return [each for each in found if each.code == code]


def _put(data: Any, path: list[str], value: Any) -> None:
    step, *rest = path
    if step == "[+]":
        data.append(value)
        return
    key = int(step.strip("[]")) if step.startswith("[") else step
    if rest:
        _put(data.setdefault(key, []) if isinstance(data, dict) else data[key], rest, value)
    elif value is HAPUS:
        del data[key]
    else:
        data[key] = value
