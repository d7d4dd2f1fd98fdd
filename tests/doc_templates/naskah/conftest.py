"""The LibreOffice that lays out long documents for tests."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.pipeline.convert import Converter


@pytest.fixture(scope="module")
def converter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Converter]:
    """One LibreOffice for the tests of a file."""
    folder = tmp_path_factory.mktemp("engine")
    with closing(open_converter(folder, seconds=120, documents=100, megabytes=1500)) as opened:
        yield opened
