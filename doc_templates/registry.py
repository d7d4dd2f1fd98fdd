"""The kinds that exist: a folder that holds a ``KIND`` is the registration."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from doc_templates.errors import KindMisnamed, KindUnknown
from doc_templates.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE: Final = Path(__file__).parent


@cache
def kinds() -> Mapping[str, Kind]:
    """Name → kind, for every folder beside this file that holds one, in order of name."""
    found: dict[str, Kind] = {}
    for module in sorted(iter_modules([str(HERE)]), key=lambda each: each.name):
        if not module.ispkg:
            continue
        kind_here = getattr(import_module(f"doc_templates.{module.name}"), "KIND", None)
        if not isinstance(kind_here, Kind):
            continue
        if kind_here.name != module.name:
            raise KindMisnamed(module.name, kind_here.name)
        found[kind_here.name] = kind_here
    return MappingProxyType(found)


def kind(name: str) -> Kind:
    """The kind of that name; raises KindUnknown, which lists those that exist."""
    if name not in kinds():
        raise KindUnknown(name, kinds())
    return kinds()[name]
