"""Pages that several tests look at, laid out once a test process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doc_templates.forge import Page
from tests.workers.laid_out import form, lay_out
from workers.tools.soffice import open_converter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from workers.pipeline.artifacts import PlainPdf
    from workers.pipeline.convert import Converter


@pytest.fixture(scope="session")
def new_converter(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[], AbstractContextManager[Converter]]:
    """Starts a LibreOffice of its own."""
    from contextlib import closing  # noqa: PLC0415 - used here alone

    def start() -> AbstractContextManager[Converter]:
        folder = tmp_path_factory.mktemp("engine")
        return closing(open_converter(folder, seconds=60, documents=100, megabytes=800))

    return start


@pytest.fixture(scope="session")
def shared_converter(new_converter) -> Iterator[Converter]:
    """The LibreOffice that all tests of this process share."""
    with new_converter() as converter:
        yield converter


@pytest.fixture(scope="session")
def letter(shared_converter: Converter, tmp_path_factory: pytest.TempPathFactory) -> PlainPdf:
    """Three upright A4 pages, two places to sign on the last."""
    return lay_out(form(), converter=shared_converter, folder=tmp_path_factory.mktemp("letter"))


@pytest.fixture(scope="session")
def wide(shared_converter: Converter, tmp_path_factory: pytest.TempPathFactory) -> PlainPdf:
    """One F4 page lying on its side."""
    what = form(page=Page(paper="F4", landscape=True, bottom=15), pages=1)
    return lay_out(what, converter=shared_converter, folder=tmp_path_factory.mktemp("wide"))


@pytest.fixture(scope="session")
def long(shared_converter: Converter, tmp_path_factory: pytest.TempPathFactory) -> PlainPdf:
    """Sixty pages."""
    what = form(pages=60)
    return lay_out(what, converter=shared_converter, folder=tmp_path_factory.mktemp("long"))
