"""What all tests share: no test sees the installation of the person who runs it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Tests judge what is said, benchmarks how fast: a busy machine makes no test fail.
settings.register_profile("lontar", deadline=None)
settings.load_profile("lontar")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in [each for each in os.environ if each.startswith("LONTAR_")]:
        if not name.startswith("LONTAR_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LONTAR_HOME", str(tmp_path / "lontar"))
