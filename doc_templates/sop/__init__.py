"""SOP AP: the standard operating procedure of an office, its identity sheet and its steps."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.kind import Kind
from doc_templates.sop.arrange import arrange
from doc_templates.sop.checks import check, review
from doc_templates.sop.context import context
from doc_templates.sop.description import describe
from doc_templates.sop.jumlah import figures
from doc_templates.sop.model import Sop
from doc_templates.sop.reading import read
from doc_templates.sop.usulan import propose

KIND: Final = Kind(
    name="sop",
    title="Standar Operasional Prosedur (SOP)",
    folder=Path(__file__).parent,
    model=Sop,
    check=check,
    describe=describe,
    context=context,
    arrange=arrange,
    read=read,
    review=review,
    propose=propose,
    figures=figures,
)
