"""The kinds that exist: a folder that holds a ``KIND`` is the registration.

Most are kinds of documents; some are data that several documents print and that have no form.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from doc_templates.errors import KindFormless, KindMisnamed, KindUnknown
from doc_templates.kind import DataKind, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE: Final = Path(__file__).parent


@cache
def data_kinds() -> Mapping[str, DataKind]:
    """Name → kind, of documents and of data alone, in order of name."""
    found: dict[str, DataKind] = {}
    for module in sorted(iter_modules([str(HERE)]), key=lambda each: each.name):
        if not module.ispkg:
            continue
        kind_here = getattr(import_module(f"doc_templates.{module.name}"), "KIND", None)
        if not isinstance(kind_here, DataKind):
            continue
        if kind_here.name != module.name:
            raise KindMisnamed(module.name, kind_here.name)
        found[kind_here.name] = kind_here
    return MappingProxyType(found)


@cache
def kinds() -> Mapping[str, Kind]:
    """Name → kind of documents, in order of name."""
    every = data_kinds().values()
    return MappingProxyType({each.name: each for each in every if isinstance(each, Kind)})


def data_kind(name: str) -> DataKind:
    """The kind of that name, with or without a form; raises KindUnknown."""
    if name not in data_kinds():
        raise KindUnknown(name, data_kinds())
    return data_kinds()[name]


def kind(name: str) -> Kind:
    """The kind of documents of that name.

    Raises:
        KindFormless: the name is that of data which are not printed by themselves.
        KindUnknown: there is none; the sentence lists those that exist.
    """
    if name in kinds():
        return kinds()[name]
    if name in data_kinds():
        raise KindFormless(name)
    raise KindUnknown(name, kinds())
