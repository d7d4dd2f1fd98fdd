"""``lontar backup`` and ``lontar restore``."""

from __future__ import annotations

import json
from pathlib import Path

from service.app import House
from tests.service.filing import filed


def test_there_and_back(house: House, tmp_path: Path, lontar):
    """Backed up, restored elsewhere, and found whole there; both tell the same digest."""
    document = filed(house, tmp_path / "in")
    target, home = tmp_path / "c.tar", tmp_path / "baru"

    made = json.loads(lontar("backup", "--to", target, "--json").stdout)
    came = json.loads(lontar("restore", target, "--home", home, "--json").stdout)

    assert made["documents"] == came["documents"] == 1
    assert made["sha256sums"] == came["sha256sums"]
    assert made["bytes"] == target.stat().st_size
    assert list(home.rglob(f"*{document}*"))


def test_nothing_is_replaced_by_chance(house: House, tmp_path: Path, lontar):
    """A file in the way ends with 7, a home in use with 6, an unknown file with 3."""
    target = tmp_path / "c.tar"
    assert lontar("backup", "--to", target).exit_code == 0

    assert lontar("backup", "--to", target).exit_code == 7
    assert lontar("backup", "--to", target, "--force").exit_code == 0
    assert lontar("restore", target, "--home", house.settings.home).exit_code == 6
    assert lontar("restore", tmp_path / "x.tar", "--home", tmp_path / "baru").exit_code == 3


def test_in_a_folder_the_newest_are_kept(house: House, tmp_path: Path, lontar):  # noqa: ARG001
    """The name holds the moment; older backups go, other files stay."""
    for name in ("lontar-20250101T000000Z.tar", "lontar-20250102T000000Z.tar", "surat.tar"):
        (tmp_path / name).touch()

    outcome = lontar("backup", "--to", tmp_path, "--keep", "2")

    left = sorted(each.name for each in tmp_path.glob("*.tar"))
    assert outcome.exit_code == 0, outcome.output
    assert "lontar-20250101T000000Z.tar" not in left
    assert len(left) == 3
    assert "surat.tar" in left
    assert lontar("backup", "--to", tmp_path / "c.tar", "--keep", "2").exit_code == 2
