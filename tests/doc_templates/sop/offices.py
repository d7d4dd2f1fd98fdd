"""Offices with forms of their own, for tests: the profiles of the house with changes."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from doc_templates.sop import profiles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@contextmanager
def offices(
    folder: Path, changed: Mapping[str, tuple[str, Mapping[str, object]]]
) -> Iterator[None]:
    """Let there be more profiles for a while: name → the profile it follows, and its changes."""
    own, home = shutil.copytree(profiles.FOLDER, folder), profiles.FOLDER
    for name, (like, changes) in changed.items():
        base = json.loads((home / f"{like}.json").read_text(encoding="utf-8"))
        (own / f"{name}.json").write_text(json.dumps(base | dict(changes)), encoding="utf-8")
    _look_into(own)
    try:
        yield
    finally:
        _look_into(home)


def _look_into(folder: Path) -> None:
    profiles.FOLDER = folder  # type: ignore[misc]
    profiles.profile.cache_clear()
    profiles.profile_names.cache_clear()
