"""What the pipeline and the archive need to know of annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.index import index_of
from doc_templates.lampiran_lkjip import wording
from doc_templates.naskah.laporan import uraian

if TYPE_CHECKING:
    from doc_templates.kind import Description
    from doc_templates.lampiran_lkjip.model import LampiranLkjip

ROLE: Final = "pereviu"


def describe(data: LampiranLkjip) -> Description:
    """The annexes in the words of the archive; only the statement of review is signed."""
    index = index_of(data.data)
    reviewer = data.penanda_reviu
    return uraian(
        data,
        judul=wording.title(data, index),
        tanda=((ROLE, reviewer),) if reviewer else (),
        tampak=tuple(wording.NAMES[code].upper() for code in data.urut),
    )
