"""Results appear whole or not at all, and never over something by chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.errors import TargetExists, TargetUnusable
from service.placing import copy, placed


def test_a_result_appears_in_a_folder_that_did_not_exist(tmp_path: Path):
    """Missing folders are made on the way."""
    with placed(tmp_path / "a" / "b.txt", overwrite=False) as aside:
        aside.write_text("isi")

    assert (tmp_path / "a" / "b.txt").read_text() == "isi"


def test_nothing_is_overwritten_by_chance(tmp_path: Path):
    """A file in the way stays as it is, unless overwriting was asked for."""
    target = tmp_path / "b.txt"
    target.write_text("lama")

    with pytest.raises(TargetExists), placed(target, overwrite=False) as aside:
        aside.write_text("baru")
    assert target.read_text() == "lama"

    with placed(target, overwrite=True) as aside:
        aside.write_text("baru")
    assert target.read_text() == "baru"


def test_who_comes_second_does_not_win(tmp_path: Path):
    """A file that appears while we write is not overwritten either."""
    target = tmp_path / "b.txt"

    def both() -> None:
        with placed(target, overwrite=False) as aside:
            aside.write_text("kita")
            target.write_text("mereka")

    with pytest.raises(TargetExists):
        both()

    assert target.read_text() == "mereka"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_nothing_behind(tmp_path: Path):
    """What could not be finished is not there, not even in part."""

    def fail() -> None:
        with placed(tmp_path / "b.txt", overwrite=True) as aside:
            aside.write_text("separuh")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path):
    """A folder as target, and a file where a folder is needed, are refused with a sentence."""
    (tmp_path / "berkas").write_text("")

    with pytest.raises(TargetUnusable, match="folder"), placed(tmp_path, overwrite=True):
        pass
    with pytest.raises(TargetUnusable, match="berkas"):
        copy(tmp_path / "berkas", tmp_path / "berkas" / "di-dalam", overwrite=False)
