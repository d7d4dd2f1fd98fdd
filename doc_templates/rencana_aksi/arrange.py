"""What the form cannot say by itself: its tables and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.index import index_of
from doc_templates.naskah.pasang import pasang
from doc_templates.rencana_aksi.text import blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

    from doc_templates.rencana_aksi.model import RencanaAksiTahunan


def arrange(root: _Element, data: RencanaAksiTahunan) -> None:
    """Draw the tables at the form's mark."""
    pasang(root, blocks(data, index_of(data.data)), kertas=data.data.kertas)
