"""Picture a page of a print, for people who compare with their eyes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from service.actions.scratch import scratch
from service.comparing.pictures import WIDTH, picture
from service.comparing.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from service.actions.compare_prints import Print
    from service.app import House


def picture_page(told: Print, *, page: int, house: House) -> bytes:
    """A page as PNG, drawn once and then kept for a while.

    Raises:
        PageAbsent: there is no such page.
        PrintTooHard, PrintUnreadable, ComparingBusy: it cannot be drawn.
        FileAltered: kept bytes are not those that were filed.
    """

    def draw() -> bytes:
        with scratch(house) as folder:
            pdf = folder / "cetakan.pdf"
            told.lay(pdf)
            return picture(pdf, page, folder=folder)

    told.seen()
    return _shelf(house.settings.home / "cache" / "halaman").kept(
        f"{told.key}\0{page}\0{WIDTH}", draw
    )


@cache
def _shelf(folder: Path) -> Shelf:
    return Shelf(folder)
