"""A moment that stands still."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest


@pytest.fixture
def sekarang() -> datetime:
    return datetime(2024, 7, 8, 2, 30, tzinfo=UTC)
