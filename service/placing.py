"""Puts results where a person wants them: whole or not at all, never over something by chance."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from service.errors import TargetExists, TargetUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def placed(target: Path, *, overwrite: bool) -> Iterator[Path]:
    """A path beside the target to write to; it becomes the target when all went well.

    Raises:
        TargetExists: something is there already and overwriting was not asked for.
        TargetUnusable: the folder does not exist or cannot be written to.
    """
    if target.is_dir():
        raise TargetUnusable(target, "ini sebuah folder")
    if target.exists() and not overwrite:
        raise TargetExists(target)
    aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    made = [each for each in target.parents if not each.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield aside
        _move(aside, target, overwrite=overwrite)
    except OSError as error:
        raise TargetUnusable(target, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            aside.unlink()
        if not target.exists():
            _take_away(made)


def _take_away(folders: list[Path]) -> None:
    """Remove folders that were made for nothing, the innermost first; never what others filled."""
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def _move(aside: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        aside.replace(target)
        return
    try:
        # A hard link, unlike a rename, fails where somebody was quicker.
        os.link(aside, target)
    except FileExistsError as error:
        raise TargetExists(target) from error
    except OSError:
        # Some file systems of memory sticks know no links.
        aside.replace(target)


def ensure_folder(folder: Path) -> None:
    """Refuse early a folder that can never hold the result; one that is missing is made later."""
    if folder.exists() and not folder.is_dir():
        raise TargetUnusable(folder, "ini bukan folder")
    if folder.exists() and not os.access(folder, os.W_OK):
        raise TargetUnusable(folder, "izin tulis tidak ada")


def copy(source: Path, target: Path, *, overwrite: bool) -> None:
    """Copy a file whole."""
    with placed(target, overwrite=overwrite) as aside:
        shutil.copyfile(source, aside)
