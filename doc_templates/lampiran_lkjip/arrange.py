"""What the form cannot say by itself: the annexes and their paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.index import index_of
from doc_templates.lampiran_lkjip.text import blocks
from doc_templates.naskah.pasang import pasang

if TYPE_CHECKING:
    from lxml.etree import _Element

    from doc_templates.lampiran_lkjip.model import LampiranLkjip


def arrange(root: _Element, data: LampiranLkjip) -> None:
    """Draw the annexes at the form's mark; one alone shares its first page with its title."""
    found = blocks(data, index_of(data.data))
    pasang(root, found, kertas=data.data.kertas, menyatu=not data.terjilid)
